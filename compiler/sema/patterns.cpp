// `matching "{version}-"`: literal text and holes, read out of what a command prints.
#include <set>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"

namespace upg::sema {

namespace {

constexpr std::string_view of_names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

// What a mistaken pattern may have meant to name: using it is no second mistake.
void refuse_holes(Context& c, std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const size_t end = std::min(text.find_first_not_of(of_names, i), text.size());
    if (end > i && ((i > 0 && text[i - 1] == '{') || (end < text.size() && text[end] == '}'))) c.refused.emplace(text.substr(i, end - i));
    i = end + 1;
  }
}

}  // namespace

std::optional<OutputPattern> output_pattern(Context& c, const syntax::Expr& x) {
  const std::string text = plain_text(c, x);
  if (!is_text(x)) return std::nullopt;
  OutputPattern out{x.span, {}};
  std::set<std::string> holes;
  std::string literal;
  const auto bad = [&](std::string_view why) {
    refuse_holes(c, text);
    report::bad_pattern(c.sink, x.span, text, why).help("a pattern is text with holes, as in `\"version {{version}}-\"`");
    return std::nullopt;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return bad("a `}` that nothing opens");
    if (text[i] != '{') {
      literal += text[i];
      continue;
    }
    const size_t end = text.find('}', i);
    if (end == std::string::npos) return bad("a `{` is not closed");
    auto hole = text.substr(i + 1, end - i - 1);
    if (hole.empty() || hole.find_first_not_of(of_names) != std::string::npos)
      return bad("a hole is a name in braces");
    if (!holes.insert(hole).second) return bad("`" + hole + "` stands in it twice");
    if (literal.empty() && !out.parts.empty()) return bad("two holes have nothing between them");
    if (!literal.empty()) out.parts.push_back({std::move(literal), ""});
    literal.clear();
    out.parts.push_back({"", std::move(hole)});
    i = end;
  }
  if (!literal.empty()) out.parts.push_back({std::move(literal), ""});
  if (holes.empty()) return bad("it has no hole");
  return out;
}

}  // namespace upg::sema
