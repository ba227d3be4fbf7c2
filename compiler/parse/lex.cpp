#include "compiler/parse/lex.h"

#include <UpgLexer.h>
#include <antlr4-runtime.h>

#include "compiler/diag/codes_syntax.h"

namespace upg::parse {

namespace {

using upg::grammar::UpgLexer;
constexpr size_t kMostWords = 2'000'000;

/// The text as the lexer asks for it, code point by code point and where it lies: an index is a byte.
class Bytes final : public antlr4::CharStream {
 public:
  explicit Bytes(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  void consume() override {
    if (at_ < text_.size()) at_ += width(at_);
  }
  size_t LA(ssize_t i) override {
    size_t at = at_;
    for (; i > 1 && at < text_.size(); --i) at += width(at);
    for (; i < 0 && at > 0; ++i)
      do --at;
      while (at > 0 && (byte(at) & 0xC0) == 0x80);
    return at < text_.size() ? code_point(at) : antlr4::IntStream::EOF;
  }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  size_t index() override { return at_; }
  void seek(size_t index) override { at_ = index; }
  size_t size() override { return text_.size(); }
  std::string getSourceName() const override { return {}; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string toString() const override { return {}; }

 private:
  [[nodiscard]] unsigned char byte(size_t at) const { return static_cast<unsigned char>(text_[at]); }
  [[nodiscard]] size_t width(size_t at) const {
    const auto c = byte(at);
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  }
  [[nodiscard]] size_t code_point(size_t at) const {
    const size_t n = width(at);
    if (n == 1) return byte(at);
    size_t out = byte(at) & (0x7FU >> n);
    for (size_t i = 1; i < n && at + i < text_.size(); ++i) out = out << 6 | (byte(at + i) & 0x3FU);
    return out;
  }
  std::string_view text_;
  size_t at_;
};

class Reader {
 public:
  explicit Reader(Complaints& complaints) : complaints_(complaints) {}
  void take(size_t type, Span span, uint32_t line);
  Words finish(Span end, uint32_t line);

 private:
  void open_form(size_t type, Span span, uint32_t line);
  void close_form(size_t end_type, Span span, uint32_t line);
  void close_hole(Span at, uint32_t line);
  void form_word(size_t type, Span span, uint32_t line);
  void end_of_line(size_t end, Span span, uint32_t line);
  void eaten_braces(Span open, uint32_t line);
  void complain_open_form();
  void plain(size_t type, Span span, uint32_t line);
  void stray(Span span);
  void check_number(Span span);
  void add(size_t type, Span span, uint32_t line) { words_.all.emplace_back(type, span, line); }
  void note(syntax::Token::Kind kind, Span span) { words_.written.push_back({kind, span}); }
  [[nodiscard]] std::string_view text(Span s) const { return complaints_.source().slice(s); }
  static Span empty_at(Span s) { return {s.file, s.begin, s.begin}; }

  Complaints& complaints_;
  Words words_;
  size_t form_ = 0;  ///< type of the open text form, 0: none
  Span form_at_;
  bool hole_ = false;
  Span hole_at_;
  std::optional<Span> stray_;  ///< the first sign in the hole that means nothing
};

size_t end_of(size_t form) {
  switch (form) {
    case UpgLexer::QUOTE: return UpgLexer::STR_END;
    case UpgLexer::TRIPLE: return UpgLexer::PROSE_END;
    case UpgLexer::TICK: return UpgLexer::TICK_END;
    default: return UpgLexer::FENCE_END;
  }
}

syntax::Token::Kind kind_of(size_t type) {
  using Kind = syntax::Token::Kind;
  if (type == UpgLexer::NAME) return Kind::word;
  if (type >= UpgLexer::CLAUSE && type <= UpgLexer::STATE) return Kind::keyword;
  if (type >= UpgLexer::INT && type <= UpgLexer::QUANTITY) return Kind::number;
  if (type == UpgLexer::STRING || type == UpgLexer::RAW) return Kind::text;
  return Kind::punct;
}

void Reader::open_form(size_t type, Span span, uint32_t line) {
  form_ = type;
  form_at_ = span;
  add(type, span, line);
}

void Reader::complain_open_form() {
  switch (form_) {
    case UpgLexer::QUOTE: complaints_.say(diag::OpenText, form_at_); break;
    case UpgLexer::TRIPLE: complaints_.say(diag::OpenProse, form_at_); break;
    case UpgLexer::TICK: complaints_.say(diag::OpenCommand, form_at_); break;
    default: complaints_.say(diag::OpenFence, form_at_); break;
  }
}

void Reader::close_hole(Span at, uint32_t line) {
  if (!hole_) return;
  if (auto said = complaints_.say(diag::OpenHole, hole_at_))
    said->help("close it with `}}`, or write `$${{` for the two characters");
  add(UpgLexer::CLOSE, empty_at(at), line);
  hole_ = false;
}

void Reader::close_form(size_t end_type, Span span, uint32_t line) {
  add(end_type, span, line);
  const bool command = form_ == UpgLexer::TICK || form_ == UpgLexer::FENCE3 || form_ == UpgLexer::FENCE4;
  note(command ? syntax::Token::Kind::command : syntax::Token::Kind::text, form_at_.to(span));
  form_ = 0;
}

void Reader::form_word(size_t type, Span span, uint32_t line) {
  const size_t end = end_of(form_);
  if (type == end) {
    close_hole(span, line);
    return close_form(type, span, line);
  }
  switch (type) {
    case UpgLexer::NL:
      if (!hole_) complain_open_form();
      close_hole(span, line);
      return end_of_line(end, span, line);
    case UpgLexer::STR_END:
    case UpgLexer::TICK_END:  // the other form's end, inside a hole: the lexer left both
      if (auto said = complaints_.say(diag::QuoteInHole, span)) said->help("write it in single quotes");
      close_hole(span, line);
      return close_form(end, span, line);
    case UpgLexer::OPEN:
      hole_ = true;
      hole_at_ = span;
      stray_.reset();
      break;
    case UpgLexer::CLOSE:
      hole_ = false;
      if (stray_) stray(*stray_);
      break;
    case UpgLexer::TEXT: close_hole(span, line); break;
    case UpgLexer::ERR:  // said when the hole is closed; until then its missing end may be the mistake
      if (!stray_) stray_ = span;
      return;
    default: break;
  }
  add(type, span, line);
}

// A text that was left open has eaten the braces or the comma at the end of its line: that is no second mistake.
void Reader::end_of_line(size_t end, Span span, uint32_t line) {
  const auto last = words_.all.back();
  close_form(end, empty_at(span), line);
  if (last.type() == UpgLexer::TEXT) eaten_braces(last.span(), line);
  plain(UpgLexer::NL, span, line);
}

void Reader::eaten_braces(Span open, uint32_t line) {
  const auto eaten = text(open);
  for (size_t at = eaten.find(' ', eaten.find_last_not_of("{} \t\r") + 1); at < eaten.size(); ++at) {
    const auto begin = open.begin + static_cast<uint32_t>(at);
    if (eaten[at] == '{') add(UpgLexer::LBRACE, {open.file, begin, begin + 1}, line);
    if (eaten[at] == '}') add(UpgLexer::RBRACE, {open.file, begin, begin + 1}, line);
  }
  if (eaten.ends_with(',')) add(UpgLexer::COMMA, {open.file, open.end - 1, open.end}, line);
}

void Reader::stray(Span span) {
  auto said = complaints_.say(diag::UnknownCharacter, span, text(span));
  if (!said) return;
  if (text(span) == ";")
    said->help("a line ends by itself").fix(span, "");
  else if (text(span) == "#")
    said->help("a comment begins with `//`").fix(span, "//");
  else if (text(span) == "$")
    said->help("`${{…}}` stands inside a text or a command");
  else if (text(span) == "&")
    said->help("both must hold: `and`");
  else if (text(span) == "!")
    said->help("write `not`");
}

void Reader::check_number(Span span) {
  const auto digits = text(span);
  if (digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9')
    complaints_.say(diag::LeadingZero, span, digits);
  else if (digits.find_first_not_of("0123456789") > 15 && digits.size() > 15)
    complaints_.say(diag::NumberTooBig, span, digits);
}

void Reader::plain(size_t type, Span span, uint32_t line) {
  switch (type) {
    case UpgLexer::QUOTE:
    case UpgLexer::TRIPLE:
    case UpgLexer::TICK:
    case UpgLexer::FENCE3:
    case UpgLexer::FENCE4: return open_form(type, span, line);
    case UpgLexer::NL: note(syntax::Token::Kind::newline, span); return add(type, span, line);
    case UpgLexer::ERR: return stray(span);
    case UpgLexer::BAD_NUMBER:
      complaints_.say(diag::BadNumber, span, text(span));
      type = UpgLexer::VERSION;
      break;
    case UpgLexer::BAD_VERSION:
      if (auto said = complaints_.say(diag::VersionWithV, span, text(span)))
        said->help("write `{}`", text(span).substr(1)).fix(span, std::string(text(span).substr(1)));
      type = UpgLexer::VERSION;
      break;
    case UpgLexer::BAD_NAME:
      if (auto said = complaints_.say(diag::ForeignLetter, span, text(span)))
        said->help("a name has the letters a to z, digits, `_` and `-`; other letters stand in texts");
      type = UpgLexer::NAME;
      break;
    case UpgLexer::CURLY_TEXT:
      if (auto said = complaints_.say(diag::CurlyQuote, span)) said->help("use the straight quote `\"`");
      type = UpgLexer::STRING;
      break;
    case UpgLexer::BAD_RAW:
      complaints_.say(diag::OpenRawText, span);
      note(syntax::Token::Kind::text, span);
      add(UpgLexer::RAW, span, line);
      return eaten_braces(span, line);
    case UpgLexer::INT:
    case UpgLexer::QUANTITY: check_number(span); break;
    default: break;
  }
  note(kind_of(type), span);
  add(type, span, line);
}

void Reader::take(size_t type, Span span, uint32_t line) {
  if (form_ != 0) return form_word(type, span, line);
  if (type == UpgLexer::COMMENT) return note(syntax::Token::Kind::comment, span);
  plain(type, span, line);
}

Words Reader::finish(Span end, uint32_t line) {
  if (form_ != 0) {
    words_.cut = true;
    if (!hole_) complain_open_form();
    close_hole(end, line);
    close_form(end_of(form_), end, line);
  }
  add(antlr4::Token::EOF, end, line);
  return std::move(words_);
}

}  // namespace

Words lex(Complaints& complaints) {
  const auto& source = complaints.source();
  Bytes input(source.text());
  UpgLexer lexer(&input);
  lexer.removeErrorListeners();
  Reader reader(complaints);
  for (size_t count = 0;; ++count) {
    const auto token = lexer.nextToken();
    const bool end = token->getType() == antlr4::Token::EOF;
    const auto begin = static_cast<uint32_t>(end ? source.text().size() : token->getStartIndex());
    const auto line = static_cast<uint32_t>(token->getLine());
    if (end) return reader.finish({source.id(), begin, begin}, line);
    if (count == kMostWords) {
      diag::TooManyWords(complaints.sink(), Span{source.id(), begin, begin}, kMostWords);
      return {{}, {}, true, false};
    }
    reader.take(token->getType(), {source.id(), begin, static_cast<uint32_t>(token->getStopIndex() + 1)}, line);
  }
}

}  // namespace upg::parse
