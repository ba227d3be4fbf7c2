#include "compiler/parse/prose.h"

#include <optional>

namespace upg::parse {
namespace {

constexpr std::string_view mark = "\"\"\"";

struct Quotes { size_t begin = 0, count = 0; };

// The quotes that end a line, blanks aside.
Quotes last_quotes(std::string_view text, size_t begin, size_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r')) --end;
  size_t at = end;
  while (at > begin && text[at - 1] == '"') --at;
  return {at, end - at};
}

bool odd_marks(std::string_view line) {
  bool odd = false;
  for (size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + mark.size())) odd = !odd;
  return odd;
}

// Where a quote is missing: a line of too few quotes alone within a prose, or an empty text at the end of a line, with text behind
// it that a mark alone on its line would close.
std::optional<Quotes> culprit(std::string_view text) {
  bool inside = false;
  std::optional<Quotes> empty;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    const auto quotes = last_quotes(text, begin, end);
    const bool alone = text.find_first_not_of(" \t", begin) == quotes.begin && quotes.count > 0;
    if (inside && alone && quotes.count < mark.size()) return quotes;
    if (!inside && alone && quotes.count == mark.size() && empty) return empty;
    if (odd_marks(line)) {
      inside = !inside;
      empty.reset();
    } else if (!inside && quotes.count == 2 && !alone) {
      empty = quotes;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace

bool prose_quotes(Complaints& complaints) {
  const auto text = complaints.source().text();
  if (text.find(mark) == std::string_view::npos || !odd_marks(text)) return true;
  const auto found = culprit(text);
  if (!found) return true;
  const Span at{complaints.source().id(), static_cast<uint32_t>(found->begin), static_cast<uint32_t>(found->begin + found->count)};
  if (auto said = complaints.say(diag::QuoteMissing, at, text.substr(found->begin, found->count)))
    said->help("prose stands between `\"\"\"` and `\"\"\"`").fix(at, std::string(mark));
  return false;
}

}  // namespace upg::parse
