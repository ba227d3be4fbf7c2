#include "compiler/syntax/format.h"

namespace upg::syntax {

namespace {

using Kind = Token::Kind;

bool is_open(std::string_view t) { return t == "{" || t == "[" || t == "("; }
bool is_close(std::string_view t) { return t == "}" || t == "]" || t == ")"; }

/// Writes the tokens of a file one after the other. Line ends stay where the author put them, but for one before `{`.
class Writer {
 public:
  Writer(const File& file, const support::SourceFile& source) : file_(file), source_(source) {}

  std::string run() {
    for (at_ = 0; at_ < file_.tokens.size(); ++at_) {
      const auto& token = file_.tokens[at_];
      if (token.kind == Kind::newline)
        ++feeds_;
      else
        put(token);
    }
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  struct Bracket {
    char sign;
    size_t line;    ///< number of the line that opened it
    size_t indent;  ///< of that line
  };

  [[nodiscard]] std::string_view text(const Token& token) const {
    auto t = source_.slice(token.span);
    if (token.kind == Kind::comment)
      while (!t.empty() && (t.back() == ' ' || t.back() == '\t' || t.back() == '\r')) t.remove_suffix(1);
    return t;
  }

  void put(const Token& token) {
    const auto t = text(token);
    if (previous_ == nullptr) {
      indent_ = 0;
    } else if (feeds_ > 0 && !(t == "{" && previous_->kind != Kind::comment)) {
      begin_line(token, t);
    } else if (previous_ != nullptr) {
      out_.append(spaces(token, t), ' ');
    }
    feeds_ = 0;
    append(token, t);
    track(token, t);
    previous_ = &token;
    previous_text_ = t;
  }

  void append(const Token& token, std::string_view t) {
    const bool fence = token.kind == Kind::command || token.kind == Kind::text;
    if (!fence || t.find('\r') == std::string_view::npos) {
      out_ += t;
      return;
    }
    for (size_t i = 0; i < t.size(); ++i)
      if (t[i] != '\r' || t.substr(i + 1, 1) != "\n") out_ += t[i];
  }

  void begin_line(const Token& token, std::string_view t) {
    const bool closes = token.kind == Kind::punct && is_close(t);
    const bool blank = feeds_ > 1 && !closes && !opened_just_now();
    out_ += blank ? "\n\n" : "\n";
    ++line_;
    indent_ = brackets_.empty() ? 0 : brackets_.back().indent + (closes ? 0 : 2);
    const bool goes_on = joins_next() || t == "|";
    if (goes_on && !closes) indent_ += 2;
    out_.append(indent_, ' ');
    starts_ = !goes_on && (brackets_.empty() || brackets_.back().sign == '{');
  }

  [[nodiscard]] bool opened_just_now() const { return previous_->kind == Kind::punct && is_open(previous_text_); }
  [[nodiscard]] bool joins_next() const {
    return previous_text_ == "|" || (previous_->kind == Kind::keyword && (previous_text_ == "and" || previous_text_ == "or"));
  }

  [[nodiscard]] size_t spaces(const Token& token, std::string_view t) const {
    if (token.kind == Kind::comment) return 2;
    const bool after_sign = previous_->kind == Kind::punct;
    if (after_sign && (previous_text_ == "(" || previous_text_ == "[")) return 0;
    if (after_sign && previous_text_ == ".") return 0;
    if (type_ && (t == "<" || t == ">" || (after_sign && previous_text_ == "<"))) return 0;
    if (token.kind != Kind::punct) return 1;
    if (t == "," || t == ")" || t == "]" || t == "?") return 0;
    if (t == ".") return previous_->kind == Kind::number ? 1 : 0;
    if (t == "(" || t == "[") return is_call() ? 0 : 1;
    return 1;
  }

  /// A bracket behind a value belongs to it; behind a head it begins an operand.
  [[nodiscard]] bool is_call() const {
    if (head_) return false;
    if (previous_->kind == Kind::keyword) return member_;
    return previous_->kind != Kind::punct || previous_text_ == ")" || previous_text_ == "]";
  }

  /// What the next token must know about this one.
  void track(const Token& token, std::string_view t) {
    if (token.kind == Kind::comment) return;
    const bool sign = token.kind == Kind::punct;
    track_type(token, t);
    member_ = previous_ != nullptr && previous_->kind == Kind::punct && previous_text_ == ".";
    const bool braces = brackets_.empty() || brackets_.back().sign == '{';
    if (sign && is_open(t)) {
      // Brackets that open on one line indent what they hold once.
      brackets_.push_back({t[0], line_, indent_});
    } else if (sign && is_close(t) && !brackets_.empty()) {
      brackets_.pop_back();
    }
    head_ = starts_ ? !sign : head_ && (t == "." || member_);
    starts_ = sign && (t == "{" || (t == "," && braces));
  }

  void track_type(const Token& token, std::string_view t) {
    if (token.kind == Kind::punct && t == ":") {
      type_ = true;
      depth_ = 0;
    } else if (type_ && token.kind == Kind::punct && t == "<") {
      ++depth_;
    } else if (type_ && token.kind == Kind::punct && t == ">") {
      if (--depth_ == 0) type_ = false;
    } else if (type_ && depth_ == 0 && !(previous_->kind == Kind::punct && previous_text_ == ":")) {
      type_ = false;
    }
  }

  const File& file_;
  const support::SourceFile& source_;
  std::string out_;
  size_t at_ = 0;
  size_t feeds_ = 0;  ///< line ends since the last token
  size_t line_ = 0;
  size_t indent_ = 0;
  std::vector<Bracket> brackets_;
  const Token* previous_ = nullptr;
  std::string_view previous_text_;
  bool starts_ = true;   ///< the next token is the first of a line
  bool head_ = false;    ///< the previous token is part of a line's head
  bool member_ = false;  ///< the previous token stands behind a dot
  bool type_ = false;    ///< behind a `:`
  int depth_ = 0;        ///< of `<` in a type
};

}  // namespace

std::string format(const File& file, const support::SourceFile& source) { return Writer(file, source).run(); }

}  // namespace upg::syntax
