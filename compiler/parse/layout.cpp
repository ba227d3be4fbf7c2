#include "compiler/parse/layout.h"

#include <UpgLexer.h>

#include "compiler/diag/codes_syntax.h"

namespace upg::parse {

namespace {

using upg::grammar::UpgLexer;
constexpr size_t kDeepest = 64;

bool joins_next(size_t type) {
  switch (type) {
    case UpgLexer::LPAREN:
    case UpgLexer::LBRACK:
    case UpgLexer::LBRACE:
    case UpgLexer::COMMA:
    case UpgLexer::PIPE:
    case UpgLexer::AND:
    case UpgLexer::OR: return true;
    default: return false;
  }
}

bool joins_previous(size_t type) {
  switch (type) {
    case UpgLexer::RPAREN:
    case UpgLexer::RBRACK:
    case UpgLexer::RBRACE:
    case UpgLexer::LBRACE:
    case UpgLexer::PIPE:
    case antlr4::Token::EOF: return true;
    default: return false;
  }
}

/// Behind `from` or `to`: the word is a value then, not a clause.
bool makes_name(size_t type) {
  if (type >= UpgLexer::AND && type <= UpgLexer::STATE) return type != UpgLexer::NOT;
  if (type >= UpgLexer::EQ && type <= UpgLexer::PIPE) return true;
  switch (type) {
    case UpgLexer::LBRACE:
    case UpgLexer::ARROW:
    case UpgLexer::RANGE:
    case UpgLexer::RANGE_LT:
    case UpgLexer::DOT: return true;
    default: return false;
  }
}

size_t opener_of(size_t type) {
  switch (type) {
    case UpgLexer::RBRACE: return UpgLexer::LBRACE;
    case UpgLexer::RPAREN: return UpgLexer::LPAREN;
    case UpgLexer::RBRACK: return UpgLexer::LBRACK;
    default: return 0;
  }
}

}  // namespace

void join_lines(std::vector<Tok>& words) {
  size_t out = 0;
  bool held = false;  // words[out] is a line end that may yet vanish
  for (size_t in = 0; in < words.size(); ++in) {
    const auto type = words[in].type();
    if (type == UpgLexer::NL) {
      if (held || out == 0 || joins_next(words[out - 1].type())) continue;
      words[out] = words[in];
      held = true;
      continue;
    }
    if (held && !joins_previous(type)) ++out;
    held = false;
    if (out > 0 && words[out - 1].type() == UpgLexer::FROM_TO && makes_name(type)) words[out - 1].retype(UpgLexer::NAME);
    words[out++] = words[in];
  }
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(out), words.end());
}

namespace {

enum class Shape : uint8_t { sound, uneven, too_deep };

/// One walk that most files pass: do the braces match, and how deep do they go?
Shape shape(const std::vector<Tok>& words, Complaints& complaints) {
  std::vector<size_t> open;
  size_t matches = 0;  // `match match …` nests without a bracket
  bool even = true;
  for (const auto& word : words) {
    const auto type = word.type();
    if (type == UpgLexer::LBRACE || type == UpgLexer::LPAREN || type == UpgLexer::LBRACK)
      open.push_back(type);
    else if (type == UpgLexer::MATCH)
      ++matches;
    else if (type == UpgLexer::NL)
      matches = 0;
    if (open.size() > kDeepest || matches > kDeepest) {
      diag::NestedTooDeep(complaints.sink(), word.span(), kDeepest);
      return Shape::too_deep;
    }
    const auto opener = opener_of(type);
    if (opener == 0) continue;
    // A brace closes over brackets that were left open: they cost their line only.
    if (type == UpgLexer::RBRACE)
      while (!open.empty() && open.back() != UpgLexer::LBRACE) open.pop_back();
    if (!open.empty() && open.back() == opener)
      open.pop_back();
    else if (type == UpgLexer::RBRACE)
      even = false;
  }
  for (const auto type : open) even = even && type != UpgLexer::LBRACE;
  return even ? Shape::sound : Shape::uneven;
}

/// Where the braces do not match, indentation says which one is missing or too much.
class Balancer {
 public:
  /// `quiet`: a text ate the braces, and that has been said.
  Balancer(Complaints& complaints, bool quiet) : complaints_(complaints), text_(complaints.source().text()), quiet_(quiet) {}

  std::vector<Tok> run(const std::vector<Tok>& words) {
    for (const auto& word : words) {
      const bool first = word.line() != line_ && !in_text_;
      line_ = word.line();
      enter_text(word.type());
      if (first && word.type() != UpgLexer::NL) close_by_indent(word);
      if (word.type() == antlr4::Token::EOF) close_all(word);
      if (word.type() == UpgLexer::RBRACE && !closes(word, first)) continue;
      if (word.type() == UpgLexer::LBRACE) open_.push_back({word, indent(word)});
      out_.push_back(word);
    }
    return std::move(out_);
  }

 private:
  struct Open {
    Tok brace;
    size_t indent;
  };

  /// The lines within a prose or a fence indent nothing.
  void enter_text(size_t type) {
    if (type == UpgLexer::TRIPLE || type == UpgLexer::FENCE3 || type == UpgLexer::FENCE4)
      in_text_ = true;
    else if (type == UpgLexer::PROSE_END || type == UpgLexer::FENCE_END)
      in_text_ = false;
  }

  [[nodiscard]] size_t indent(const Tok& word) const {
    const auto begin = text_.rfind('\n', word.span().begin == 0 ? 0 : word.span().begin - 1);
    const size_t start = begin == std::string_view::npos ? 0 : begin + 1;
    const auto at = text_.find_first_not_of(" \t", start);
    return (at == std::string_view::npos ? text_.size() : at) - start;
  }

  void close_by_indent(const Tok& word) {
    const auto column = indent(word);
    const bool brace = word.type() == UpgLexer::RBRACE;
    while (!open_.empty() && (column < open_.back().indent || (column == open_.back().indent && !brace && opens_own_line())))
      close(word);
  }
  /// A brace whose line began no deeper than this one should have been closed before.
  [[nodiscard]] bool opens_own_line() const { return open_.back().brace.line() != line_; }

  void close(const Tok& before) {
    if (quiet_) return insert(before);
    if (auto said = complaints_.say(diag::OpenBrace, open_.back().brace.span()); said && before.type() != antlr4::Token::EOF)
      said->note(Span{before.span().file, before.span().begin, before.span().begin},
                 "by the indentation, `}}` is missing before this");
    insert(before);
  }
  void close_all(const Tok& end) {
    while (!open_.empty()) close(end);
  }
  void insert(const Tok& before) {
    const Span at{before.span().file, before.span().begin, before.span().begin};
    if (!out_.empty() && out_.back().type() == UpgLexer::NL)
      out_.back() = Tok(UpgLexer::RBRACE, at, out_.back().line());
    else
      out_.emplace_back(UpgLexer::RBRACE, at, before.line());
    if (before.type() != UpgLexer::RBRACE && before.type() != antlr4::Token::EOF)
      out_.emplace_back(UpgLexer::NL, at, before.line());
    open_.pop_back();
  }
  bool closes(const Tok& word, bool first) {
    const bool fits = !open_.empty() && (first ? indent(word) == open_.back().indent : open_.back().brace.line() == word.line());
    if (fits)
      open_.pop_back();
    else if (!quiet_)
      stray(word);
    return fits;
  }
  /// `undo ( … }`: the bracket that was left open before it is the mistake.
  void stray(const Tok& brace) {
    size_t closed = 0;
    for (auto it = out_.rbegin(); it != out_.rend() && it->line() == brace.line(); ++it) {
      if (it->type() == UpgLexer::RPAREN || it->type() == UpgLexer::RBRACK) ++closed;
      if (it->type() != UpgLexer::LPAREN && it->type() != UpgLexer::LBRACK) continue;
      if (closed == 0) return complaints_.open_bracket(it->span());
      --closed;
    }
    auto said = complaints_.say(diag::StrayBrace, brace.span());
    if (const auto at = lacks_opening(brace); said && at)
      said->note(Span{brace.span().file, *at, *at}, "by the indentation, `{{` is missing behind this").fix({brace.span().file, *at, *at}, " {");
  }
  /// The end of the line above that is indented like this brace, with deeper lines between them and no brace of its own.
  [[nodiscard]] std::optional<uint32_t> lacks_opening(const Tok& brace) const {
    const auto column = indent(brace);
    size_t end = text_.rfind('\n', brace.span().begin);
    bool deeper = false;
    while (end != std::string_view::npos && end > 0) {
      const auto before = text_.rfind('\n', end - 1);
      const size_t start = before == std::string_view::npos ? 0 : before + 1;
      const auto line = text_.substr(start, end - start);
      const auto first = line.find_first_not_of(" \t");
      end = before;
      if (first == std::string_view::npos) continue;
      if (first > column) {
        deeper = true;
        continue;
      }
      const auto last = line.find_last_not_of(" \t\r");
      const bool head = deeper && first == column && line[last] != '{' && line[last] != '}' && line.find("//") == std::string_view::npos;
      return head ? std::optional(static_cast<uint32_t>(start + last + 1)) : std::nullopt;
    }
    return std::nullopt;
  }

  Complaints& complaints_;
  std::string_view text_;
  bool quiet_;
  std::vector<Open> open_;
  std::vector<Tok> out_;
  uint32_t line_ = 0;
  bool in_text_ = false;
};

}  // namespace

bool balance(Words& words, Complaints& complaints) {
  switch (shape(words.all, complaints)) {
    case Shape::sound: return true;
    case Shape::too_deep: return false;
    case Shape::uneven: words.all = Balancer(complaints, words.cut).run(words.all); return true;
  }
  return true;
}

}  // namespace upg::parse
