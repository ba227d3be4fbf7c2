// Operators: which types they join, and what comes of it.
#include <array>
#include <optional>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using core::Op;

namespace {

struct Spelled { std::string_view text; Op op; };
constexpr std::array<Spelled, 8> comparisons{{{"is", Op::eq}, {"==", Op::eq}, {"is not", Op::ne}, {"!=", Op::ne}, {"<", Op::lt},
                                              {"<=", Op::le}, {">", Op::gt}, {">=", Op::ge}}};
constexpr std::array<Spelled, 4> on_text{
    {{"contains", Op::contains}, {"lacks", Op::lacks}, {"matches", Op::matches}, {"starts with", Op::starts_with}}};
constexpr std::array<Spelled, 4> calculations{{{"+", Op::add}, {"-", Op::sub}, {"*", Op::mul}, {"/", Op::div}}};

template <size_t N>
std::optional<Op> find(const std::array<Spelled, N>& table, std::string_view text) {
  for (const auto& s : table)
    if (s.text == text) return s.op;
  return std::nullopt;
}

bool ordered(Tag t) {
  return t == Tag::error || t == Tag::integer || t == Tag::version || t == Tag::duration || t == Tag::size || t == Tag::percent ||
         t == Tag::port;
}
bool comparable(Tag t) {
  return ordered(t) || t == Tag::boolean || t == Tag::text || t == Tag::path || t == Tag::url || t == Tag::host || t == Tag::choice;
}

bool is_literal(const syntax::Expr& x) {
  return std::holds_alternative<IntLit>(x.node) || std::holds_alternative<VersionLit>(x.node) || std::holds_alternative<TextLit>(x.node) ||
         std::holds_alternative<QuantityLit>(x.node);
}

Ref boolean(const syntax::Expr& x, Op op, std::vector<Ref> args) {
  for (const auto& a : args)
    if (unknown(a->type)) return missing(x.span);
  return core::make(x.span, type_of(Tag::boolean), core::Apply{op, std::move(args)});
}

Ref cannot(Env& e, const syntax::Expr& x, std::string_view op, const Type& t) {
  report::cannot_compare(e.c.sink, x.span, op, core::to_string(t));
  return missing(x.span);
}

// The other side of a comparison. What is secret about it stays out of it: comparing shows no more than the answer.
Ref same_type(Env& e, const syntax::Expr& x, Type want) {
  want.secret = want.optional = false;
  if (is_literal(x) || is_command(x) || want.tag == Tag::choice) return expr(e, x, want);
  Ref r = expr(e, x, any());
  Type plain = r->type;
  plain.secret = false;
  if (core::fits(plain, want)) return r;
  return fit(e, core::make(r->span, plain, r->node), want);
}

// `server is stopped`: asks the probe of that state.
Ref in_state(Env& e, const syntax::Expr& x, const Binary& b, const Ref& of) {
  if (e.s.kind) {
    report::wrong_place(e.c.sink, x.span, spelled(x), "a kind").help("a kind asks by a command of its own, as its probes do");
    return missing(x.span);
  }
  const Kind* kind = kind_of(e.c, of->type);
  const auto* name = bare(b.right.get());
  if (!kind || (name && name->empty())) return missing(x.span);
  std::vector<std::string_view> among;
  for (const auto& s : kind->states) {
    among.push_back(s.name);
    if (!name || s.name != *name) continue;
    if (!s.probe) diag::CannotBracket(e.c.sink, b.right->span, *name, spelled(*b.left), "asked").help("give it a probe: `probe `…``").note(s.span, "the state is declared here");
    if (!s.probe) return missing(x.span);
    Ref out = core::make(x.span, type_of(Tag::boolean), core::AskCall{of, std::string(asks_state) + *name, {}});
    return b.op == "is" || b.op == "==" ? out : core::negate(out);
  }
  auto d = report::unknown_state(e.c.sink, b.right->span, spelled(*b.left), spelled(*b.right));
  const auto near = name ? support::nearest(*name, among) : std::string_view();
  if (!near.empty()) return d.did_you_mean(b.right->span, near), missing(x.span);
  std::vector<std::string> words;
  for (const auto s : among) words.push_back("`" + std::string(s) + "`");
  if (words.empty()) d.help("kind `{}` declares no state", kind->name);
  else d.help("its states are {}", support::listing(words));
  return missing(x.span);
}

// Two sides of one type: the side that is not a literal says which.
Ref compare(Env& e, const syntax::Expr& x, const Binary& b, Op op) {
  const bool flip = is_literal(*b.left) && !is_literal(*b.right);
  const auto& first = flip ? *b.right : *b.left;
  const auto& second = flip ? *b.left : *b.right;
  Ref one = expr(e, first, any());
  const Type want = one->type;
  if (unknown(one->type)) return missing(x.span);
  if (one->type.optional) {
    report::may_be_absent(e.c.sink, one->span, spelled(first)).help("ask first: `{} exists and …`", spelled(first));
    return missing(x.span);
  }
  const bool order = op != Op::eq && op != Op::ne;
  if (one->type.tag == Tag::resource && !order && !flip) return in_state(e, x, b, one);
  if (order ? !ordered(want.tag) : !comparable(want.tag)) return cannot(e, x, b.op, one->type);
  Ref other = same_type(e, second, want);
  return boolean(x, op, flip ? std::vector<Ref>{other, one} : std::vector<Ref>{one, other});
}

Ref membership(Env& e, const syntax::Expr& x, const Binary& b) {
  Ref value = expr(e, *b.left, any());
  if (unknown(value->type)) return missing(x.span);
  Type want = value->type;
  want.optional = false;
  const auto* range = std::get_if<Binary>(&b.right->node);
  if (range && (range->op == ".." || range->op == "..<")) {
    if (!ordered(want.tag)) return cannot(e, x, b.op, value->type);
    Ref low = expr(e, *range->left, want), high = expr(e, *range->right, want);
    return boolean(x, range->op == ".." ? Op::in_closed_range : Op::in_range, {value, low, high});
  }
  Ref list = expr(e, *b.right, list_of(want));
  return boolean(x, Op::in_list, {value, list});
}

// A regular expression that every shell's tools read alike: extended, no back references, bounded repetition.
std::string expression_problem(const std::string& s) {
  int open = 0;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\\') {
      if (++i == s.size()) return "it ends in a backslash";
      if (std::string_view(".[]\\*^$+?(){}|/").find(s[i]) == std::string_view::npos) return std::string("`\\") + s[i] + "` is not portable";
    } else if (s[i] == '[') {
      size_t end = s.find(']', i + (i + 1 < s.size() && s[i + 1] == '^' ? 3 : 2));
      while (end != std::string::npos && s.compare(i, 2, "[[") == 0 && end + 1 < s.size() && s[end - 1] == ':') end = s.find(']', end + 1);
      if (end == std::string::npos) return "a `[` is not closed";
      i = end;
    } else if (s[i] == '(') {
      ++open;
      if (i + 1 < s.size() && s[i + 1] == '?') return "`(?` is not portable";
    } else if (s[i] == ')') {
      if (--open < 0) return "a `)` that nothing opens";
    } else if (std::string_view("*+?").find(s[i]) != std::string_view::npos) {
      if (i == 0 || std::string_view("(|*+?").find(s[i - 1]) != std::string_view::npos) return std::string("`") + s[i] + "` repeats nothing";
    } else if (s[i] == '{') {
      const size_t end = s.find('}', i);
      if (end == std::string::npos) return "a `{` is not closed";
      for (size_t at = i + 1; at < end;) {
        const size_t stop = s.find_first_of(",}", at);
        if (stop - at > 3 || (stop - at == 3 && s.compare(at, 3, "255") > 0)) return "it repeats more than 255 times";
        at = stop + 1;
      }
      i = end;
    }
  }
  return open > 0 ? "a `(` is not closed" : "";
}

}  // namespace

bool sound_expression(Env& e, Span at, const std::string& text) {
  const auto problem = expression_problem(text);
  if (problem.empty()) return true;
  diag::BadExpression(e.c.sink, at, text, problem).help("an extended regular expression as `grep -E` reads it, without back references");
  return false;
}

namespace {

Ref textual(Env& e, const syntax::Expr& x, const Binary& b, Op op) {
  Type text = type_of(Tag::text);
  Ref whole = expr(e, *b.left, any());
  if (unknown(whole->type)) return missing(x.span);
  const Tag t = whole->type.tag;
  if (t != Tag::text && t != Tag::path && t != Tag::url && t != Tag::host && t != Tag::version && !(t == Tag::list && op != Op::matches))
    return cannot(e, x, b.op, whole->type);
  if (t == Tag::list) text = whole->type.element ? *whole->type.element : text;
  Ref part = expr(e, *b.right, text);
  if (const auto known = core::known_text(part); known && op == Op::matches && !sound_expression(e, b.right->span, *known)) return missing(x.span);
  return boolean(x, op, {whole, part});
}

Ref calculate(Env& e, const syntax::Expr& x, const Binary& b, Op op) {
  Ref left = expr(e, *b.left, any()), right = expr(e, *b.right, any());
  if (unknown(left->type) || unknown(right->type)) return missing(x.span);
  const Tag l = left->type.tag, r = right->type.tag;
  const auto counts = [](Tag t) { return t == Tag::integer || t == Tag::duration || t == Tag::size; };
  const bool sum = (op == Op::add || op == Op::sub) && l == r && counts(l);
  const bool product = (op == Op::mul || op == Op::div) && counts(l) && r == Tag::integer;
  if (sum || product) return core::make(x.span, left->type, core::Apply{op, {left, right}});
  auto d = report::cannot_compare(e.c.sink, x.span, b.op, "`" + core::to_string(left->type) + "` and `" + core::to_string(right->type) + "`");
  if (l == Tag::text || r == Tag::text) d.help("texts are joined by holes: `\"${{a}}${{b}}\"`");
  return missing(x.span);
}

}  // namespace

Ref binary(Env& e, const syntax::Expr& x, const Binary& b, const Type&) {
  if (b.op == "and" || b.op == "or") {
    Ref left = condition(e, *b.left);
    const auto before = e.s.present;
    if (b.op == "and") learn(e.s, left);
    Ref right = condition(e, *b.right);
    e.s.present = before;
    return boolean(x, b.op == "and" ? Op::conj : Op::disj, {left, right});
  }
  if (const auto op = find(comparisons, b.op)) return compare(e, x, b, *op);
  if (const auto op = find(on_text, b.op)) return textual(e, x, b, *op);
  if (const auto op = find(calculations, b.op)) return calculate(e, x, b, *op);
  if (b.op == "in") return membership(e, x, b);
  if (b.op == "has") return has_key(e, x, b);
  if (b.op == "|" || b.op == ".." || b.op == "..<")
    report::not_a_value(e.c.sink, x.span, b.op == "|" ? "a choice of cases" : "a range").help("ranges stand behind `in`, and cases in a `match`");
  return missing(x.span);
}

Ref unary(Env& e, const syntax::Expr& x, const Unary& u) {
  if (u.op == "not") return boolean(x, Op::neg, {condition(e, *u.operand)});
  if (u.op.starts_with('<') || u.op.starts_with('>')) {
    report::not_a_value(e.c.sink, x.span, "a bound without what it bounds").help("write what is compared in front of it: `from {} …`", u.op);
    return missing(x.span);
  }
  if (u.op == "succeeds") {
    Ref cmd = expr(e, *u.operand, type_of(Tag::command));
    return boolean(x, Op::succeeds, {cmd});
  }
  const bool path = u.op == "exists" && is_text(*u.operand);
  Ref value = expr(e, *u.operand, path ? type_of(Tag::path) : any());
  if (unknown(value->type)) return missing(x.span);
  if (u.op == "exists") {
    // What is absent is empty wherever it is kept, so this asks the same before and after a value is given.
    if (value->type.optional) return core::negate(boolean(x, Op::empty, {value}));
    if (value->type.tag == Tag::path) return boolean(x, Op::exists, {value});
    return cannot(e, x, u.op, value->type);
  }
  const Tag t = value->type.tag;
  if (t != Tag::text && t != Tag::list && t != Tag::path) return cannot(e, x, u.op, value->type);
  return boolean(x, Op::empty, {value});
}

}  // namespace upg::sema
