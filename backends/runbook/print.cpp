// From the tree to bytes. Decides nothing but spelling: escapes, fences, blank lines, indentation.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "backends/runbook/model.h"

namespace upg::runbook::md {

namespace {

bool punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Is all before `i` a number? Then a stop or bracket would make it the mark of a list.
bool numbers_a_list(std::string_view s, size_t i) {
  while (!s.empty() && i > 0 && s.front() == ' ') s.remove_prefix(1), --i;
  return i > 0 && std::all_of(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(i), digit);
}

/// `www.` before the stop: some flavours make a link of it.
bool begins_a_link(std::string_view s, size_t i) {
  return i >= 3 && std::all_of(s.begin() + static_cast<std::ptrdiff_t>(i) - 3, s.begin() + static_cast<std::ptrdiff_t>(i), [](char c) { return c == 'w' || c == 'W'; });
}

/// Marks that mean nothing to Markdown where they stand. All other punctuation gets a backslash.
bool harmless(std::string_view s, size_t i, bool begins_line) {
  const char c = s[i], before = i > 0 ? s[i - 1] : ' ', after = i + 1 < s.size() ? s[i + 1] : ' ';
  switch (c) {
    case ',': case ';': case '?': case '"': case '%': case '/': case '(': return true;
    case '\'': return true;
    case ')': return !begins_line || !numbers_a_list(s, i);
    case '.': return (!begins_line || !numbers_a_list(s, i)) && !begins_a_link(s, i);
    case '-': return alnum(before) && alnum(after);
    case ':': return after == ' ';
    default: return false;
  }
}

std::string escaped(std::string_view text, bool begins_line = false) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7f) {
      out += ' ';
      continue;
    }
    if (punctuation(text[i]) && !harmless(text, i, begins_line)) out += '\\';
    out += text[i];
  }
  return out;
}

size_t longest_run(std::string_view s, char c) {
  size_t best = 0, run = 0;
  for (char x : s) best = std::max(best, run = x == c ? run + 1 : 0);
  return best;
}

std::string code_span(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  if (text.find_first_not_of(' ') == std::string::npos) text = "''";
  const std::string ticks(longest_run(text, '`') + 1, '`');
  const bool pad = text.front() == '`' || text.back() == '`' || (text.front() == ' ' && text.back() == ' ');
  return ticks + (pad ? " " : "") + text + (pad ? " " : "") + ticks;
}

std::string link_target(std::string_view target) {
  std::string out;
  for (char c : target) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>' || c == '(' || c == ')' || c == '\\')
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else out += c;
  }
  return out;
}

struct InlinePrinter {
  bool begins_line = false;
  std::string operator()(const Text& t) const { return escaped(t.text, begins_line); }
  std::string operator()(const Strong& s) const { return "**" + escaped(s.text) + "**"; }
  std::string operator()(const Code& c) const { return code_span(c.text); }
  std::string operator()(const Author& a) const { return a.markdown; }
  std::string operator()(const Link& l) const { return "[" + escaped(l.text) + "](" + link_target(l.target) + ")"; }
};

using Lines = std::vector<std::string>;

Lines split(std::string_view text) {
  Lines out;
  size_t at = 0;
  while (at <= text.size()) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (!out.empty() && out.back().empty()) out.pop_back();
  return out;
}

class Printer {
 public:
  explicit Printer(Flavour flavour) : flavour_(flavour) {}

  Lines blocks(const Blocks& all) const {
    Lines out;
    const Block* before = nullptr;
    for (const auto& b : all) {
      Lines lines = std::visit(*this, b.node);
      if (lines.empty()) continue;
      if (before != nullptr) out.emplace_back();
      if (before != nullptr && runs_together(*before, b)) out.insert(out.end(), {"<!-- -->", ""});
      for (auto& l : lines) out.push_back(std::move(l));
      before = &b;
    }
    return out;
  }

  Lines operator()(const Heading& h) const {
    std::string text = escaped(h.text);
    return {std::string(static_cast<size_t>(h.level), '#') + " " + text};
  }
  Lines operator()(const Paragraph& p) const { return {print(p.inlines)}; }
  Lines operator()(const Fence& f) const {
    const std::string ticks(std::max<size_t>(3, longest_run(f.text, '`') + 1), '`');
    Lines out{ticks + f.language};
    for (auto& l : split(f.text)) out.push_back(std::move(l));
    out.push_back(ticks);
    return out;
  }
  Lines operator()(const List& l) const {
    const bool loose = std::any_of(l.items.begin(), l.items.end(), [](const Blocks& i) { return i.size() > 1; });
    Lines out;
    int number = 0;
    for (const auto& item : l.items) {
      if (loose && !out.empty()) out.emplace_back();
      const std::string mark = l.mark == Mark::number ? fmt::format("{}. ", ++number) : "- ";
      const std::string task = l.mark == Mark::task ? "[ ] " : "";
      bool first = true;
      for (const auto& line : blocks(item)) {
        const std::string lead = first ? mark + task : std::string(mark.size(), ' ');
        out.push_back(line.empty() ? "" : lead + line);
        first = false;
      }
    }
    return out;
  }
  Lines operator()(const Prose& p) const { return split(tamed(p.markdown)); }
  Lines operator()(const Comment& c) const {
    std::string text;
    for (char x : c.text) text += x == '-' && !text.empty() && text.back() == '-' ? ' ' : x;
    return {"<!-- " + text + " -->"};
  }
  Lines operator()(const Alert& a) const {
    static constexpr std::string_view tags[] = {"NOTE", "TIP", "WARNING", "CAUTION"};
    static constexpr std::string_view names[] = {"Note:", "Tip:", "Warning:", "Caution:"};
    const auto kind = static_cast<size_t>(a.kind);
    Lines inner = blocks(a.blocks);
    if (flavour_ == Flavour::github) inner.insert(inner.begin(), fmt::format("[!{}]", tags[kind]));
    else if (!inner.empty()) inner.front() = fmt::format("**{}** {}", names[kind], inner.front());
    Lines out;
    for (const auto& l : inner) out.push_back(l.empty() ? ">" : "> " + l);
    return out;
  }

  Lines operator()(const Table& t) const {
    const auto row = [](const std::vector<Inlines>& cells) {
      std::string line = "|";
      for (const auto& cell : cells) line += " " + piped(print(cell)) + " |";
      return line;
    };
    Lines out{row(t.head), "|"};
    for (size_t i = 0; i < t.head.size(); ++i) out.back() += "---|";
    for (const auto& r : t.rows) out.push_back(row(r));
    return out;
  }

  static bool joins_its_like(const Block& b) {
    return std::holds_alternative<List>(b.node) || std::holds_alternative<Alert>(b.node);
  }

 private:
  /// A bar within a cell would end it, in code too; a line end would end the row.
  static std::string piped(const std::string& cell) {
    std::string out;
    for (const char c : cell) {
      if (c == '|') out += '\\';
      out += c == '\n' ? ' ' : c;
    }
    return out;
  }
  /// Two lists side by side would be read as one, and so would two quotes.
  static bool runs_together(const Block& a, const Block& b) {
    return a.node.index() == b.node.index() && joins_its_like(b);
  }
  Flavour flavour_;
};

// ---- the author's prose ------------------------------------------------------------------------------------------------

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

/// The run of ticks or tildes that opens a fence, or "".
std::string_view fence_mark(std::string_view line) {
  const auto s = trimmed(line);
  if (s.size() < 3 || (s[0] != '`' && s[0] != '~')) return {};
  const size_t n = std::min(s.find_first_not_of(s[0]), s.size());
  if (n < 3 || (s[0] == '`' && s.substr(n).find('`') != std::string_view::npos)) return {};
  return s.substr(0, n);
}

std::string tamed_line(std::string_view raw) {
  std::string line(raw);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.pop_back();
  for (size_t tab; (tab = line.find('\t')) != std::string::npos;) line.replace(tab, 1, "  ");
  const size_t at = line.find_first_not_of(' ');
  if (at == std::string::npos) return "";
  const std::string_view rest = std::string_view(line).substr(at);
  const bool underline = rest.find_first_not_of('=') == std::string_view::npos || rest.find_first_not_of('-') == std::string_view::npos;
  if (rest[0] == '#' || underline) line.insert(at, "\\");
  else if (rest[0] == '<' && !rest.starts_with("<http")) line.insert(at, "\\");
  else if ((rest[0] == '*' || rest[0] == '+') && rest.size() > 2 && rest[1] == ' ' && rest[2] != '*') line[at] = '-';
  return line;
}

}  // namespace

std::string tamed(std::string_view markdown) {
  std::string out, open;
  bool blank = true;
  for (const auto& raw : split(markdown)) {
    const auto mark = fence_mark(raw);
    if (!open.empty()) {
      out += raw + "\n";
      const bool closes = mark.size() >= open.size() && mark[0] == open[0] && trimmed(raw) == mark;
      if (closes) { open.clear(); out += "\n"; }
      blank = closes;
      continue;
    }
    if (!mark.empty()) {
      open = std::string(mark);
      out += (blank ? "" : "\n") + raw + (trimmed(raw) == mark ? "text" : "") + "\n";
      continue;
    }
    const auto line = tamed_line(raw);
    if (line.empty() && blank) continue;
    out += line + "\n";
    blank = line.empty();
  }
  if (!open.empty()) out += open + "\n";
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string anchor(std::string_view heading) {
  std::string out = "#";
  for (size_t i = 0; i < heading.size(); ++i) {
    const auto c = static_cast<unsigned char>(heading[i]);
    const auto next = i + 1 < heading.size() ? static_cast<unsigned char>(heading[i + 1]) : 0;
    if (c == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {  // capitals of Latin-1
      out += heading[i];
      out += static_cast<char>(next + 0x20);
      ++i;
    } else if (c == 0xE2 && (next == 0x80 || next == 0x81)) {         // general punctuation
      i += 2;
    } else if (c >= 0x80 || c == '_' || c == '-' || alnum(heading[i])) {
      out += static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    } else if (c <= ' ') {
      out += '-';
    }
  }
  return out;
}

std::string print(const Inlines& inlines) {
  std::string out;
  for (const auto& i : inlines) out += std::visit(InlinePrinter{out.empty()}, i);
  const size_t first = out.find_first_not_of(' '), last = out.find_last_not_of(' ');
  return first == std::string::npos ? "" : out.substr(first, last - first + 1);
}

namespace {
constexpr size_t piece_size = 1 << 16;
}

// The separation from what stands before.
void Page::part(bool apart) {
  if (begun_) text_ += apart ? "\n<!-- -->\n\n" : "\n";
  begun_ = true;
}

void Page::add(const Blocks& blocks) {
  const Printer printer(flavour_);
  for (const auto& b : blocks) {
    const auto lines = std::visit(printer, b.node);
    if (lines.empty()) continue;
    part(last_ == b.node.index() && Printer::joins_its_like(b));
    for (const auto& l : lines) {
      text_ += l;
      text_ += '\n';
    }
    last_ = b.node.index();
    if (text_.size() < piece_size) continue;
    pieces_.push_back(std::move(text_));
    text_ = {};
    text_.reserve(piece_size + piece_size / 8);
  }
}

void Page::add(Page other) {
  if (!other.begun_) return;
  part(false);
  pieces_.push_back(std::move(text_));
  for (auto& piece : other.pieces_) pieces_.push_back(std::move(piece));
  text_ = std::move(other.text_);
  last_ = other.last_;
}

std::vector<std::string> Page::take() {
  pieces_.push_back(std::move(text_));
  text_ = {};
  return std::exchange(pieces_, {});
}

}  // namespace upg::runbook::md
