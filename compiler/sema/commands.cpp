// Commands in backticks: words, quotes, pipes and redirections, nothing else of a shell. A hole never leaves its word.
#include <optional>
#include <utility>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"

namespace upg::sema {

using namespace syntax;

namespace {

enum class Quote : uint8_t { none, single, twice };

class Words {
 public:
  Words(Env& e, const syntax::Expr& x) : e_(e), x_(x) {}

  core::CommandRef read(const CommandLit& lit) {
    out_.span = x_.span;
    simple_.emplace();
    for (const auto& p : lit.pieces) {
      if (failed_) return nullptr;
      if (p.hole) hole(p);
      else literal(p);
    }
    if (failed_) return nullptr;
    if (quote_ != Quote::none) {
      report::open_quote(e_.c.sink, quote_at_, quote_ == Quote::single ? "'" : "\"");
      return nullptr;
    }
    end_simple(x_.span);
    return failed_ ? nullptr : std::make_shared<const core::Command>(std::move(out_));
  }

 private:
  // Where byte `i` of a literal piece stands; escapes make it longer in the source than in the text.
  [[nodiscard]] Span at(const syntax::Piece& p, size_t i, size_t n = 1) const {
    if (p.span.end - p.span.begin != p.text.size()) return p.span;
    const auto begin = p.span.begin + static_cast<uint32_t>(i);
    return {p.span.file, begin, begin + static_cast<uint32_t>(n)};
  }

  void refuse(Span where, std::string_view what, std::string_view help) {
    if (!failed_) diag::ShellInCommand(e_.c.sink, where, what).help("{}", help);
    failed_ = true;
  }

  core::Word& word() {
    if (!word_) word_.emplace();
    return *word_;
  }
  void add(char c, Span where) {
    auto& w = word();
    if (w.pieces.empty()) w.span = where;
    w.span.end = where.end;
    if (w.pieces.empty() || w.pieces.back().value) w.pieces.push_back({});
    w.pieces.back().text += c;
  }

  void end_word() {
    if (!word_) return;
    if (redirect_) {
      simple_->redirects.push_back({*redirect_, std::move(*word_)});
      redirect_.reset();
    } else {
      check_first(*word_);
      simple_->argv.push_back(std::move(*word_));
    }
    word_.reset();
    spread_ = false;
  }

  void check_first(const core::Word& w) {
    if (!simple_->argv.empty() || quoted_word_ || w.pieces.empty() || w.pieces[0].value) return;
    const auto& t = w.pieces[0].text;
    const size_t eq = t.find('=');
    const bool name = eq != std::string::npos && eq > 0 && t.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789") == eq;
    if (name) refuse(w.span, t.substr(0, eq) + "=", "behind the command: `with " + t.substr(0, eq) + " = …`");
    if (t == "!") refuse(w.span, "!", "write `not` before the command");
  }

  void end_simple(Span where) {
    end_word();
    if (failed_) return;
    if (redirect_) {
      report::lacks(e_.c.sink, where, "a redirection", "the file behind it");
      failed_ = true;
    } else if (simple_->argv.empty()) {
      report::empty_command(e_.c.sink, where);
      failed_ = true;
    }
    out_.pipeline.push_back(std::move(*simple_));
    simple_.emplace();
  }

  void hole(const syntax::Piece& p) {
    Ref value = expr(e_, *p.hole, any());
    if (unknown(value->type)) {
      failed_ = true;
      return;
    }
    if (!may_stand(p, value)) {
      failed_ = true;
      return;
    }
    if (spread_) {
      report::spread_misplaced(e_.c.sink, p.span, "ends its word, and something follows").help("leave a space between");
      failed_ = true;
      return;
    }
    auto& w = word();
    if (w.pieces.empty()) w.span = p.span;
    w.span.end = p.span.end;
    w.pieces.push_back({"", value, p.spread});
    spread_ = p.spread || value->type.tag == Tag::command;
  }

  bool may_stand(const syntax::Piece& p, const Ref& value) {
    const auto& t = value->type;
    if (t.secret) {
      secret_shown(e_, value, "a word of a command, which every user of the machine can read");
      return false;
    }
    // In a kind, an option whose value is absent is left out as a whole: `--values=${values}`.
    const bool option = e_.s.kind && !redirect_ && word_ && !word_->pieces.empty() && word_->pieces[0].text.starts_with("--");
    if (t.optional && !option) {
      report::may_be_absent(e_.c.sink, p.hole->span, spelled(*p.hole)).help("ask first: `when {} exists`", spelled(*p.hole));
      return false;
    }
    if (t.tag == Tag::command) {
      const bool first = !redirect_ && simple_->argv.empty() && (!word_ || word_->pieces.empty()) && quote_ == Quote::none;
      if (!first) report::cannot_stand_in_text(e_.c.sink, p.hole->span, "command", "another command, but for its beginning");
      return first;
    }
    if (t.tag == Tag::list && p.spread) {
      if (quote_ == Quote::none && !redirect_) return true;
      report::spread_misplaced(e_.c.sink, p.span, "makes several words, and stands in quotes or behind a redirection");
      return false;
    }
    if (t.tag == Tag::list) {
      report::cannot_stand_in_text(e_.c.sink, p.hole->span, core::to_string(t), "one word").help("make a word of each item: `${{{}...}}`", spelled(*p.hole));
      return false;
    }
    if (p.spread) {
      report::spread_misplaced(e_.c.sink, p.span, "makes words of a list, and this is one value");
      return false;
    }
    if (t.tag == Tag::resource || t.tag == Tag::map || t.tag == Tag::record) {
      report::cannot_stand_in_text(e_.c.sink, p.hole->span, core::to_string(t), "a word");
      return false;
    }
    return true;
  }

  void literal(const syntax::Piece& p) {
    const auto& s = p.text;
    for (size_t i = 0; i < s.size() && !failed_; ++i) {
      if (spread_ && quote_ == Quote::none && s[i] != ' ' && s[i] != '\t' && s[i] != '\n' && s[i] != '|') {
        report::spread_misplaced(e_.c.sink, at(p, i), "ends its word, and something follows").help("leave a space between");
        failed_ = true;
        return;
      }
      switch (quote_) {
        case Quote::single: single(p, i); break;
        case Quote::twice: i = twice(p, i); break;
        case Quote::none: i = open(p, i); break;
      }
    }
  }

  void single(const syntax::Piece& p, size_t i) {
    if (p.text[i] == '\'') quote_ = Quote::none;
    else add(p.text[i], at(p, i));
  }

  size_t twice(const syntax::Piece& p, size_t i) {
    const auto& s = p.text;
    if (s[i] == '"') {
      quote_ = Quote::none;
    } else if (s[i] == '\\' && i + 1 < s.size() && std::string_view("\\\"$`").find(s[i + 1]) != std::string_view::npos) {
      add(s[i + 1], at(p, i, 2));
      return i + 1;
    } else if (expands(s, i)) {
      refuse_dollar(p, i);
    } else {
      add(s[i], at(p, i));
    }
    return i;
  }

  static bool expands(const std::string& s, size_t i) {
    if (s[i] != '$' || i + 1 == s.size()) return false;
    const char n = s[i + 1];
    return (n >= 'a' && n <= 'z') || (n >= 'A' && n <= 'Z') || (n >= '0' && n <= '9') || std::string_view("_({?!@*#$-").find(n) != std::string_view::npos;
  }
  void refuse_dollar(const syntax::Piece& p, size_t i) {
    size_t end = i + 1;
    while (end < p.text.size() && (std::isalnum(static_cast<unsigned char>(p.text[end])) || p.text[end] == '_')) ++end;
    const auto what = p.text.substr(i, std::max<size_t>(end - i, 2));
    refuse(at(p, i, what.size()), what, "a value of the plan is `${name}`; a variable of the shell stands in a fence, or as `\\$` or in '…' when the text is meant");
  }

  void start_quote(Quote q, Span where) {
    quote_ = q;
    quote_at_ = where;
    quoted_word_ = true;
    if (!word_) word().span = where;
    if (word_->pieces.empty()) word_->pieces.push_back({});
  }

  size_t open(const syntax::Piece& p, size_t i) {
    const auto& s = p.text;
    const char c = s[i], n = i + 1 < s.size() ? s[i + 1] : '\0';
    switch (c) {
      case ' ': case '\t': case '\n': end_word(); quoted_word_ = false; return i;
      case '\'': start_quote(Quote::single, at(p, i)); return i;
      case '"': start_quote(Quote::twice, at(p, i)); return i;
      case '\\':
        if (n != '\0') add(n, at(p, i, 2));
        return i + 1;
      case '|':
        if (n == '|') refuse(at(p, i, 2), "||", "two deeds, or a fence ```sh … ```");
        else end_simple(at(p, i));
        quoted_word_ = false;
        return i;
      case '<': case '>': return redirect(p, i);
      case '&': refuse(at(p, i, n == '&' ? 2 : 1), n == '&' ? "&&" : "&", n == '&' ? "each command is a deed of its own: write two lines, or a fence ```sh … ```" : "write a fence ```sh … ```, or declare that the verb `daemonizes`"); return i;
      case ';': refuse(at(p, i), ";", "each command is a deed of its own: write two lines, or a fence ```sh … ```"); return i;
      case '(': case ')': refuse(at(p, i), std::string(1, c), "quote it, or write a fence ```sh … ```"); return i;
      case '*': case '?': case '[':
        refuse(at(p, i), std::string(1, c), "nothing matches file names here: quote it when the character is meant, or write a fence ```sh … ```");
        return i;
      case '~':
        if (word_) break;
        refuse(at(p, i), "~", "name the directory, as an `input` perhaps, or write a fence ```sh … ```");
        return i;
      case '$':
        if (!expands(s, i)) break;
        refuse_dollar(p, i);
        return i;
      default: break;
    }
    add(c, at(p, i));
    return i;
  }

  size_t redirect(const syntax::Piece& p, size_t i) {
    using core::Redirection;
    const auto& s = p.text;
    const auto rest = std::string_view(s).substr(i);
    const bool err = word_ && !quoted_word_ && word_->pieces.size() == 1 && word_->pieces[0].text == "2" && !word_->pieces[0].value;
    if (rest.starts_with("<<")) return refuse(at(p, i, 2), "<<", "write a fence ```sh … ```"), i;
    if (err) word_.reset();
    end_word();
    if (redirect_) {
      report::lacks(e_.c.sink, at(p, i), "a redirection", "the file behind it");
      failed_ = true;
    } else if (rest.starts_with(">&1") && err) {
      simple_->redirects.push_back({Redirection::err_to_out, {at(p, i, 3), {}}});
      return i + 2;
    } else if (rest.starts_with(">&") || rest.starts_with("<&") || rest.starts_with("<>") || rest.starts_with(">|")) {
      refuse(at(p, i, 2), rest.substr(0, 2), "the redirections of a command are `<`, `>`, `>>`, `2>`, `2>>` and `2>&1`; others stand in a fence ```sh … ```");
    } else if (rest.starts_with(">>")) {
      redirect_ = err ? Redirection::err_append : Redirection::append;
      return i + 1;
    } else {
      redirect_ = rest[0] == '<' ? Redirection::in : err ? Redirection::err : Redirection::out;
    }
    return i;
  }

  Env& e_;
  const syntax::Expr& x_;
  core::Command out_;
  std::optional<core::Simple> simple_;
  std::optional<core::Word> word_;
  std::optional<core::Redirection> redirect_;
  Quote quote_ = Quote::none;
  Span quote_at_;
  bool quoted_word_ = false, spread_ = false, failed_ = false;
};

}  // namespace

bool is_command(const syntax::Expr& x) {
  if (std::holds_alternative<CommandLit>(x.node) || std::holds_alternative<FenceLit>(x.node)) return true;
  const auto* b = std::get_if<Binary>(&x.node);
  return b && b->op == "in" && is_command(*b->left);
}

core::CommandRef command(Env& e, const syntax::Expr& x) {
  if (const auto* lit = std::get_if<CommandLit>(&x.node)) return Words(e, x).read(*lit);
  if (const auto* f = std::get_if<FenceLit>(&x.node)) return fence(e, x, *f);
  if (const auto* b = std::get_if<Binary>(&x.node); b && is_command(x)) {
    auto inner = command(e, *b->left);
    Ref dir = expr(e, *b->right, type_of(Tag::path));
    if (!inner || unknown(dir->type)) return nullptr;
    core::Command out = *inner;
    if (out.cwd) {
      report::said_twice(e.c.sink, b->op_span, "in");
      return nullptr;
    }
    out.span = x.span;
    out.cwd = dir;
    return std::make_shared<const core::Command>(std::move(out));
  }
  Ref value = expr(e, x, type_of(Tag::command));
  return unknown(value->type) ? nullptr : command_of(value);
}

core::CommandRef command_of(const Ref& value) {
  if (const auto* v = std::get_if<core::CommandValue>(&value->node)) return v->command;
  core::Command out;
  out.span = value->span;
  out.pipeline.push_back({{core::Word{value->span, {core::Piece{"", value, false}}}}, {}});
  return std::make_shared<const core::Command>(std::move(out));
}

}  // namespace upg::sema
