// Fences: raw shell. All that is read here is where a hole stands, so that its value is quoted for that place.
#include <optional>
#include <vector>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using core::Quoting;

namespace {

// Follows the quoting of a shell text, character by character. `$( )` begins anew within double quotes.
class Quotes {
 public:
  void feed(const std::string& s) {
    for (size_t i = 0; i < s.size(); ++i) i = step(s, i);
  }
  [[nodiscard]] Quoting place() const {
    if (in_document()) return Quoting::here_document;
    switch (stack_.back()) {
      case '\'': return Quoting::single_quotes;
      case '"': return Quoting::double_quotes;
      default: return Quoting::bare;
    }
  }
  /// Why a value cannot stand here, or "".
  [[nodiscard]] std::string problem() const {
    if (in_document() && documents_.front().quoted) return "a here-document whose end is quoted, where nothing can be escaped";
    if (comment_) return "a comment of the shell";
    return "";
  }
  [[nodiscard]] std::string unclosed() const {
    if (in_document()) return "<<" + documents_.front().end;
    return stack_.back() == '\'' || stack_.back() == '"' ? std::string(1, stack_.back()) : "";
  }
  /// A value stands here: the character before what follows is no blank.
  void value() {
    before_ = 'x';
    if (in_document()) line_ += '\x01';
  }

 private:
  struct Document { std::string end; bool quoted = false, tabs = false; };

  [[nodiscard]] bool in_document() const { return reading_; }

  size_t step(const std::string& s, size_t i) {
    const char c = s[i];
    if (in_document()) {
      document(c);
      return i;
    }
    const char last = before_;
    before_ = c;
    if (comment_) {
      if (c == '\n') end_line();
      return i;
    }
    switch (stack_.back()) {
      case '\'':
        if (c == '\'') stack_.pop_back();
        return i;
      case '"': return in_double(s, i);
      default: return bare(s, i, last);
    }
  }

  size_t in_double(const std::string& s, size_t i) {
    if (s[i] == '\\') return i + 1;
    if (s[i] == '"') stack_.pop_back();
    arithmetic(s, i);
    if (s[i] == '$' && i + 1 < s.size() && s[i + 1] == '(') {
      stack_.push_back('(');
      return i + 1;
    }
    return i;
  }

  size_t bare(const std::string& s, size_t i, char last) {
    const char c = s[i];
    if (c == '\\') return i + 1;
    if (c == '\'' || c == '"') stack_.push_back(c);
    if (c == '(') stack_.push_back('(');
    if (c == ')' && stack_.size() > 1) stack_.pop_back();
    if (c == ')' && stack_.size() < arithmetic_) arithmetic_ = 0;
    arithmetic(s, i);
    if (c == '#' && (last == ' ' || last == '\t' || last == '\n' || last == ';' || last == '(')) comment_ = true;
    if (c == '\n') end_line();
    if (c == '<' && i + 1 < s.size() && s[i + 1] == '<' && arithmetic_ == 0) return here(s, i + 2);
    return i;
  }

  // In `$((1 << n))` no document begins.
  void arithmetic(const std::string& s, size_t i) {
    if (arithmetic_ == 0 && s.compare(i, 3, "$((") == 0) arithmetic_ = stack_.size() + 2;
  }

  // Reads the word behind `<<`; the document begins with the next line.
  size_t here(const std::string& s, size_t i) {
    Document d;
    if (i < s.size() && s[i] == '-') {
      d.tabs = true;
      ++i;
    }
    while (i < s.size() && (s[i] == ' ' || s[i] == '\t')) ++i;
    for (; i < s.size() && std::string_view(" \t\n;|&<>()").find(s[i]) == std::string_view::npos; ++i) {
      if (s[i] == '\'' || s[i] == '"' || s[i] == '\\') d.quoted = true;
      else d.end += s[i];
    }
    if (!d.end.empty()) documents_.push_back(std::move(d));
    return i - 1;
  }

  void end_line() {
    comment_ = false;
    reading_ = !documents_.empty();
    line_.clear();
  }

  void document(char c) {
    if (c != '\n') {
      line_ += c;
      return;
    }
    const auto& d = documents_.front();
    const size_t from = d.tabs ? std::min(line_.find_first_not_of('\t'), line_.size()) : 0;
    if (line_.substr(from) == d.end) documents_.erase(documents_.begin());
    reading_ = !documents_.empty();
    line_.clear();
    before_ = '\n';
  }

  std::vector<char> stack_{' '};
  size_t arithmetic_ = 0;  ///< depth of the stack within `$((…))`, or 0
  std::vector<Document> documents_;
  std::string line_;
  char before_ = '\n';
  bool comment_ = false, reading_ = false;
};

bool may_stand(Env& e, const syntax::Piece& p, const Ref& value) {
  const auto& t = value->type;
  if (t.secret) {
    secret_shown(e, value, "the text of a script");
    return false;
  }
  if (t.optional) {
    report::may_be_absent(e.c.sink, p.hole->span, spelled(*p.hole)).help("ask first: `when {} exists`", spelled(*p.hole));
    return false;
  }
  if (p.spread && t.tag != Tag::list) {
    report::spread_misplaced(e.c.sink, p.span, "makes words of a list, and this is one value");
    return false;
  }
  if (t.tag == Tag::command || t.tag == Tag::resource || t.tag == Tag::map || t.tag == Tag::record || (t.tag == Tag::list && !p.spread)) {
    report::cannot_stand_in_text(e.c.sink, p.hole->span, core::to_string(t), "a fence");
    return false;
  }
  return true;
}

// The indentation of the fence is the plan's, not the script's.
std::vector<std::string> dedented(const std::vector<syntax::Piece>& pieces) {
  std::string whole;
  for (const auto& p : pieces) whole += p.hole ? std::string(1, '\x01') : p.text;
  std::vector<std::string> out(1);
  for (const char c : support::dedent(whole)) {
    if (c == '\x01') out.emplace_back();
    else out.back() += c;
  }
  return out;
}

}  // namespace

core::CommandRef fence(Env& e, const syntax::Expr& x, const FenceLit& f) {
  core::Command out;
  out.span = x.span;
  Quotes quotes;
  const auto literals = dedented(f.pieces);
  size_t next = 0;
  bool sound = true;
  const auto put = [&] {
    if (next >= literals.size() || literals[next].empty()) return void(++next);
    quotes.feed(literals[next]);
    out.fence.push_back({literals[next++], nullptr, Quoting::bare});
  };
  put();
  for (const auto& p : f.pieces) {
    if (!p.hole) continue;
    Ref value = expr(e, *p.hole, any());
    if (const auto problem = quotes.problem(); !problem.empty()) {
      diag::HoleCannotBeQuoted(e.c.sink, p.span, problem).help("put it into a variable of the shell first: `x=${{{}}}`", spelled(*p.hole));
      sound = false;
    } else if (p.spread && quotes.place() != Quoting::bare) {
      report::spread_misplaced(e.c.sink, p.span, "makes several words, and stands in quotes");
      sound = false;
    } else if (unknown(value->type) || !may_stand(e, p, value)) {
      sound = false;
    } else {
      out.fence.push_back({"", value, quotes.place()});
    }
    quotes.value();
    put();
  }
  if (const auto open = quotes.unclosed(); sound && !open.empty() && open.substr(0, 2) != "<<") {
    report::open_quote(e.c.sink, x.span, open);
    sound = false;
  }
  if (sound && out.fence.empty()) {
    report::empty_command(e.c.sink, x.span);
    sound = false;
  }
  return sound ? std::make_shared<const core::Command>(std::move(out)) : nullptr;
}

}  // namespace upg::sema
