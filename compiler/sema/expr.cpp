// Expressions: syntax to typed values. A mistake gives a value of the error type, which agrees with everything.
#include "compiler/core/expr.h"

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

Ref missing(Span span) { return core::make(span, any(), core::Missing{}); }

namespace {

constexpr int deepest = 400;

bool stands_in_text(const Type& t) {
  switch (t.tag) {
    case Tag::error: case Tag::integer: case Tag::text: case Tag::version: case Tag::path: case Tag::url: case Tag::host:
    case Tag::port: case Tag::choice: case Tag::boolean: return true;
    case Tag::duration: case Tag::size: case Tag::percent: case Tag::command: case Tag::list: case Tag::map:
    case Tag::resource: case Tag::record: return false;
  }
  return false;
}

// One hole of a text: its value, or null when it was reported.
Ref text_hole(Env& e, const syntax::Piece& p, bool absent_allowed) {
  Ref r = expr(e, *p.hole, any());
  if (unknown(r->type)) return nullptr;
  if (p.spread) {
    report::spread_misplaced(e.c.sink, p.span, "makes words of a list in a command, and this is a text").help("join it: `joined({}, \", \")`", spelled(*p.hole));
    return nullptr;
  }
  if (!stands_in_text(r->type)) {
    report::cannot_stand_in_text(e.c.sink, p.hole->span, core::to_string(r->type), "a text");
    return nullptr;
  }
  if (r->type.optional && !absent_allowed) {
    report::may_be_absent(e.c.sink, p.hole->span, spelled(*p.hole)).help("ask first: `when {} exists`", spelled(*p.hole));
    return nullptr;
  }
  return r;
}

Ref list_value(Env& e, const syntax::Expr& x, const ListLit& l, const Type& want) {
  if (!unknown(want) && want.tag != Tag::list) {
    report::mismatch(e.c.sink, x.span, "list", core::to_string(want));
    return missing(x.span);
  }
  Type element = want.element ? *want.element : any();
  core::List out;
  for (const auto& i : l.items) {
    Ref r = expr(e, *i, element);
    if (unknown(r->type)) return missing(x.span);
    if (unknown(element)) element = r->type;
    out.items.push_back(std::move(r));
  }
  Type t = unknown(want) ? list_of(unknown(element) ? type_of(Tag::text) : element) : want;
  t.optional = t.secret = false;
  for (const auto& i : out.items) t.secret = t.secret || i->type.secret;
  return core::make(x.span, t, std::move(out));
}

// A command where a value is due: the command itself, its success, or what it prints.
Ref command_value(Env& e, const syntax::Expr& x, const Type& want) {
  auto cmd = command(e, x);
  if (!cmd) return missing(x.span);
  if (want.tag == Tag::command) return core::make(x.span, type_of(Tag::command), core::CommandValue{cmd});
  if (unknown(want) || want.tag == Tag::text || want.tag == Tag::version || want.tag == Tag::integer || want.tag == Tag::path ||
      (want.tag == Tag::list && want.element && want.element->tag == Tag::text)) {
    Type t = unknown(want) ? type_of(Tag::text) : want;
    t.optional = false;
    return core::make(x.span, t, core::Output{cmd});
  }
  report::mismatch(e.c.sink, x.span, "command", core::to_string(want));
  return missing(x.span);
}

// The literal pieces of a prose block with its common indentation taken off; a hole counts as a character.
std::vector<std::string> dedented(const std::vector<syntax::Piece>& pieces) {
  std::string whole;
  for (const auto& p : pieces) whole += p.hole ? std::string(1, '\1') : p.text;
  whole = support::dedent(whole);
  std::vector<std::string> out;
  size_t at = 0;
  for (const auto& p : pieces) {
    const size_t end = p.hole ? at + 1 : std::min(whole.find('\1', at), whole.size());
    out.push_back(p.hole ? std::string() : whole.substr(at, end - at));
    at = end;
  }
  return out;
}

struct Visit {
  Env& e;
  const syntax::Expr& x;
  const Type& want;
  Ref operator()(const Hole&) const { return missing(x.span); }
  Ref operator()(const NameRef& n) const { return name_ref(e, x, n.name, want); }
  Ref operator()(const IntLit& n) const { return literal_int(e, x, n.digits, want); }
  Ref operator()(const VersionLit& n) const { return literal_version(e, x, n.text, want); }
  Ref operator()(const QuantityLit& n) const { return literal_quantity(e, x, n.text, want); }
  Ref operator()(const DateLit&) const {
    report::not_a_value(e.c.sink, x.span, "a date");
    return missing(x.span);
  }
  Ref operator()(const TextLit&) const { return text_value(e, x, want); }
  Ref operator()(const CommandLit&) const { return command_value(e, x, want); }
  Ref operator()(const FenceLit&) const { return command_value(e, x, want); }
  Ref operator()(const ListLit& l) const { return list_value(e, x, l, want); }
  Ref operator()(const Member& m) const { return member(e, x, m); }
  Ref operator()(const Call& c) const { return call(e, x, c); }
  Ref operator()(const Index&) const {
    report::later_word(e.c.sink, x.span, "[ ]");
    return missing(x.span);
  }
  Ref operator()(const Binary& b) const { return is_command(x) ? command_value(e, x, want) : binary(e, x, b, want); }
  Ref operator()(const Unary& u) const { return unary(e, x, u); }
  Ref operator()(const MatchExpr& m) const { return match_value(e, x, m, want); }
  Ref operator()(const Juxtaposed&) const {
    report::not_a_value(e.c.sink, x.span, "`" + spelled(x) + "`").help("a comma stands between the items of a list");
    return missing(x.span);
  }
  Ref operator()(const BraceExpr&) const {
    report::later_word(e.c.sink, x.span, "{ }");
    return missing(x.span);
  }
};

}  // namespace

std::string spelled(const syntax::Expr& e) {
  if (const auto* n = std::get_if<NameRef>(&e.node)) return n->name;
  if (const auto* n = std::get_if<IntLit>(&e.node)) return n->digits;
  if (const auto* n = std::get_if<VersionLit>(&e.node)) return n->text;
  if (const auto* n = std::get_if<QuantityLit>(&e.node)) return n->text;
  if (const auto* n = std::get_if<DateLit>(&e.node)) return n->text;
  if (const auto* n = std::get_if<Member>(&e.node)) return spelled(*n->of) + "." + n->name.text;
  if (const auto* n = std::get_if<Call>(&e.node)) return spelled(*n->callee) + "(…)";
  if (std::holds_alternative<TextLit>(e.node)) return "\"…\"";
  if (std::holds_alternative<CommandLit>(e.node)) return "a command";
  if (std::holds_alternative<FenceLit>(e.node)) return "a fence";
  if (std::holds_alternative<ListLit>(e.node)) return "[…]";
  if (const auto* n = std::get_if<Binary>(&e.node)) return spelled(*n->left) + " " + n->op + " " + spelled(*n->right);
  if (const auto* n = std::get_if<Unary>(&e.node))
    return n->op == "exists" || n->op == "empty" || n->op == "succeeds" ? spelled(*n->operand) + " " + n->op : n->op + " " + spelled(*n->operand);
  if (const auto* n = std::get_if<Juxtaposed>(&e.node)) {
    std::string out;
    for (const auto& p : n->parts) out += (out.empty() ? "" : " ") + spelled(*p);
    return out;
  }
  return "…";
}

Ref text_value(Env& e, const syntax::Expr& x, const Type& want) {
  const auto& t = std::get<TextLit>(x.node);
  if (t.pieces.empty()) return literal_text(e, x.span, "", want);
  if (t.pieces.size() == 1 && !t.pieces[0].hole)
    return literal_text(e, x.span, t.prose ? support::dedent(t.pieces[0].text) : t.pieces[0].text, want);
  Type type = unknown(want) ? type_of(Tag::text) : want;
  switch (type.tag) {
    case Tag::text: case Tag::path: case Tag::url: case Tag::host: break;
    default: return literal_text(e, x.span, "…", want);
  }
  core::Concat out;
  bool sound = true;
  type.secret = false;
  type.optional = false;
  const auto literals = t.prose ? dedented(t.pieces) : std::vector<std::string>();
  for (size_t i = 0; i < t.pieces.size(); ++i) {
    const auto& p = t.pieces[i];
    if (!p.hole) {
      out.parts.push_back(core::text(p.span, t.prose ? literals[i] : p.text));
      continue;
    }
    Ref r = text_hole(e, p, want.optional);
    if (!r) sound = false;
    if (!r) continue;
    type.secret = type.secret || r->type.secret;
    type.optional = type.optional || r->type.optional;
    out.parts.push_back(std::move(r));
  }
  return sound ? fit(e, core::make(x.span, type, std::move(out)), want) : missing(x.span);
}

Ref fit(Env& e, Ref r, const Type& want) {
  if (unknown(want) || unknown(r->type) || core::fits(r->type, want)) return r;
  if (want.tag == Tag::resource && extends_kind(e.c, r->type, want.name)) {
    Type above = r->type;
    above.name = want.name;
    if (core::fits(above, want)) return r;
  }
  Type plain = r->type, due = want;
  plain.secret = due.secret = false;
  if (r->type.secret && !want.secret && core::fits(plain, due)) {
    secret_shown(e, r, "a `" + core::to_string(want) + "`");
    return missing(r->span);
  }
  plain.optional = false;
  if (r->type.optional && !want.optional && core::fits(plain, due)) {
    report::may_be_absent(e.c.sink, r->span, core::to_string(r->type)).help("ask first, with `… exists`");
    return missing(r->span);
  }
  report::mismatch(e.c.sink, r->span, core::to_string(r->type), core::to_string(want));
  return missing(r->span);
}

Ref expr(Env& e, const syntax::Expr& x, const Type& want) {
  if (e.c.depth >= deepest) {
    if (!e.c.too_deep) diag::TooDeep(e.c.sink, x.span, deepest);
    e.c.too_deep = true;
    return missing(x.span);
  }
  ++e.c.depth;
  Ref r = fit(e, std::visit(Visit{e, x, want}, x.node), want);
  --e.c.depth;
  return r;
}

Ref condition(Env& e, const syntax::Expr& x) {
  if (is_command(x)) {
    auto cmd = command(e, x);
    if (!cmd) return missing(x.span);
    const Ref value = core::make(x.span, type_of(Tag::command), core::CommandValue{cmd});
    return core::make(x.span, type_of(Tag::boolean), core::Apply{core::Op::succeeds, {value}});
  }
  if (std::holds_alternative<NameRef>(x.node) || std::holds_alternative<Member>(x.node)) {
    Ref r = expr(e, x, any());
    if (r->type.tag == Tag::command && !r->type.optional)
      return core::make(x.span, type_of(Tag::boolean), core::Apply{core::Op::succeeds, {r}});
    return fit(e, r, type_of(Tag::boolean));
  }
  return expr(e, x, type_of(Tag::boolean));
}

std::string plain_text(Context& c, const syntax::Expr& x) {
  const auto* t = std::get_if<TextLit>(&x.node);
  if (!t) {
    if (!std::holds_alternative<Hole>(x.node)) report::mismatch(c.sink, x.span, spelled(x), "a text in quotes");
    return {};
  }
  std::string out;
  for (const auto& p : t->pieces) {
    if (p.hole) {
      report::cannot_stand_in_text(c.sink, p.span, spelled(*p.hole), "a text that is fixed when the plan is compiled");
      return {};
    }
    out += p.text;
  }
  return t->prose ? support::dedent(out) : out;
}

void learn(Scope& s, const Ref& x) {
  const auto* a = std::get_if<core::Apply>(&x->node);
  if (!a) return;
  if (a->op == core::Op::conj)
    for (const auto& arg : a->args) learn(s, arg);
  const auto* inner = a->op == core::Op::neg ? std::get_if<core::Apply>(&a->args[0]->node) : nullptr;
  if (!inner || inner->op != core::Op::empty) return;
  if (const auto* p = std::get_if<core::Param>(&inner->args[0]->node)) s.present.insert(p->name);
  if (const auto* v = std::get_if<core::Var>(&inner->args[0]->node)) s.present.insert(v->name);
}

void secret_shown(Env& e, const Ref& value, std::string_view sink) {
  auto b = diag::SecretShown(e.c.sink, value->span, sink);
  b.help("a secret may go into a command's environment or to its standard input: `with NAME = …`, `with stdin = …`");
  std::set<std::string> seen;
  std::function<void(const std::string&)> trace = [&](const std::string& name) {
    const auto it = e.c.names.find(name);
    if (it == e.c.names.end() || it->second.what != Declared::What::variable || !seen.insert(name).second) return;
    const auto& v = e.c.module.variables[it->second.index];
    if (!v.type.secret) return;
    if (v.origin == Variable::Origin::secret) b.note(v.span, "`{}` is a secret", name);
    else b.note(v.span, "it flows through `{}`", name);
    core::each_variable(v.value, trace);
  };
  core::each_variable(value, trace);
}

}  // namespace upg::sema
