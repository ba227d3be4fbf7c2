#include "compiler/core/expr.h"

namespace upg::core {

std::string_view spelling(Op op) {
  switch (op) {
    case Op::eq: return "is";
    case Op::ne: return "is not";
    case Op::lt: return "<";
    case Op::le: return "<=";
    case Op::gt: return ">";
    case Op::ge: return ">=";
    case Op::in_range:
    case Op::in_closed_range:
    case Op::in_list: return "in";
    case Op::contains: return "contains";
    case Op::lacks: return "lacks";
    case Op::matches: return "matches";
    case Op::starts_with: return "starts with";
    case Op::conj: return "and";
    case Op::disj: return "or";
    case Op::neg: return "not";
    case Op::exists: return "exists";
    case Op::empty: return "empty";
    case Op::succeeds: return "succeeds";
    case Op::has: return "has";
    case Op::add: return "+";
    case Op::sub: return "-";
    case Op::mul: return "*";
    case Op::div: return "/";
  }
  return "?";
}

std::string_view spelling(EditHow how) {
  switch (how) {
    case EditHow::set: return "set";
    case EditHow::setraw: return "setraw";
    case EditHow::remove: return "remove";
    case EditHow::rename: return "rename";
    case EditHow::settings: return "settings";
    case EditHow::replace: return "replace";
    case EditHow::parameter: return "parameter";
    case EditHow::tag: return "tag";
  }
  return "";
}

Ref make(Span span, Type type, decltype(Expr::node) node) {
  return std::make_shared<const Expr>(Expr{span, std::move(type), std::move(node)});
}

Ref text(Span span, std::string value) { return make(span, {Tag::text}, Literal{Value(std::move(value))}); }

Ref boolean(Span span, bool value) { return make(span, {Tag::boolean}, Literal{Value(value)}); }

const Value* known(const Ref& e) {
  if (!e) return nullptr;
  const auto* l = std::get_if<Literal>(&e->node);
  return l ? &l->value : nullptr;
}

std::optional<std::string> known_text(const Ref& e) {
  const auto* v = known(e);
  if (!v) return std::nullopt;
  if (const auto* s = std::get_if<std::string>(v)) return *s;
  if (const auto* n = std::get_if<int64_t>(v)) return std::to_string(*n);
  return std::get<bool>(*v) ? "true" : "false";
}

std::string shown_value(const Type& type, const Value& v) {
  if (const auto* n = std::get_if<int64_t>(&v)) {
    if (type.tag == Tag::duration) return duration_text(*n);
    if (type.tag == Tag::size) return size_text(*n);
    return std::to_string(*n) + (type.tag == Tag::percent ? "%" : "");
  }
  if (const auto* b = std::get_if<bool>(&v)) return *b ? "true" : "false";
  return std::get<std::string>(v);
}

std::optional<std::string> shown_text(const Ref& e) {
  const auto* v = known(e);
  return v ? std::optional(shown_value(e->type, *v)) : std::nullopt;
}

Ref both(const Ref& a, const Ref& b) {
  if (!a) return b;
  if (!b || a == b) return a;
  return fold(make(a->span, {Tag::boolean}, Apply{Op::conj, {a, b}}));
}

Ref negate(const Ref& a) { return fold(make(a->span, {Tag::boolean}, Apply{Op::neg, {a}})); }

void each_variable(const Command& c, const std::function<void(const std::string&)>& f) {
  const auto word = [&](const Word& w) {
    for (const auto& p : w.pieces) each_variable(p.value, f);
  };
  for (const auto& s : c.pipeline) {
    for (const auto& w : s.argv) word(w);
    for (const auto& r : s.redirects) word(r.target);
  }
  for (const auto& p : c.fence) each_variable(p.value, f);
  for (const auto& e : c.env) each_variable(e.value, f);
  each_variable(c.cwd, f);
  each_variable(c.user, f);
  each_variable(c.input, f);
}

namespace {

struct Walk {
  const std::function<void(const std::string&)>& f;
  void all(const std::vector<Ref>& refs) const {
    for (const auto& r : refs) each_variable(r, f);
  }
  void operator()(const Missing&) const {}
  void operator()(const Literal&) const {}
  void operator()(const Var& v) const { f(v.name); }
  void operator()(const Param&) const {}
  void operator()(const FieldOf& n) const { each_variable(n.of, f); }
  void operator()(const AskCall& n) const {
    each_variable(n.of, f);
    all(n.args);
  }
  void operator()(const ResourceRef&) const {}
  void operator()(const Concat& n) const { all(n.parts); }
  void operator()(const List& n) const { all(n.items); }
  void operator()(const CommandValue& n) const { each_variable(*n.command, f); }
  void operator()(const Cases& n) const {
    for (const auto& c : n.cases) {
      each_variable(c.when, f);
      each_variable(c.value, f);
    }
  }
  void operator()(const Output& n) const { each_variable(*n.command, f); }
  void operator()(const Apply& n) const { all(n.args); }
  void operator()(const Builtin& n) const { all(n.args); }
};

// The same for every node, innermost first.
struct Descent {
  const std::function<void(const Ref&)>& f;
  void all(const std::vector<Ref>& refs) const {
    for (const auto& r : refs) each_node(r, f);
  }
  void word(const Word& w) const {
    for (const auto& p : w.pieces) each_node(p.value, f);
  }
  void command(const CommandRef& c) const {
    if (!c) return;
    for (const auto& s : c->pipeline) {
      for (const auto& w : s.argv) word(w);
      for (const auto& r : s.redirects) word(r.target);
    }
    for (const auto& p : c->fence) each_node(p.value, f);
    for (const auto& e : c->env) each_node(e.value, f);
    each_node(c->cwd, f);
    each_node(c->user, f);
    each_node(c->input, f);
  }
  void operator()(const Missing&) const {}
  void operator()(const Literal&) const {}
  void operator()(const Var&) const {}
  void operator()(const Param&) const {}
  void operator()(const FieldOf& n) const { each_node(n.of, f); }
  void operator()(const AskCall& n) const {
    each_node(n.of, f);
    all(n.args);
  }
  void operator()(const ResourceRef&) const {}
  void operator()(const Concat& n) const { all(n.parts); }
  void operator()(const List& n) const { all(n.items); }
  void operator()(const CommandValue& n) const { command(n.command); }
  void operator()(const Cases& n) const {
    for (const auto& c : n.cases) {
      each_node(c.when, f);
      each_node(c.value, f);
    }
  }
  void operator()(const Output& n) const { command(n.command); }
  void operator()(const Apply& n) const { all(n.args); }
  void operator()(const Builtin& n) const { all(n.args); }
};

using Change = std::function<Ref(const Ref&)>;

// Rebuilds one node from transformed parts; tells whether anything changed, so that untouched trees stay shared.
struct Rebuild {
  const Change& f;
  bool changed = false;

  Ref one(const Ref& r) {
    auto out = transform(r, f);
    if (out != r) changed = true;
    return out;
  }
  std::vector<Ref> all(const std::vector<Ref>& refs) {
    std::vector<Ref> out;
    out.reserve(refs.size());
    for (const auto& r : refs) out.push_back(one(r));
    return out;
  }
  CommandRef command(const CommandRef& c) {
    auto out = transform(c, f);
    if (out != c) changed = true;
    return out;
  }
  using Node = decltype(Expr::node);
  Node operator()(const Missing& n) { return n; }
  Node operator()(const Literal& n) { return n; }
  Node operator()(const Var& n) { return n; }
  Node operator()(const Param& n) { return n; }
  Node operator()(const FieldOf& n) { return FieldOf{one(n.of), n.field}; }
  Node operator()(const AskCall& n) { return AskCall{one(n.of), n.ask, all(n.args)}; }
  Node operator()(const ResourceRef& n) { return n; }
  Node operator()(const Concat& n) { return Concat{all(n.parts)}; }
  Node operator()(const List& n) { return List{all(n.items)}; }
  Node operator()(const CommandValue& n) { return CommandValue{command(n.command)}; }
  Node operator()(const Cases& n) {
    Cases out = n;
    for (auto& c : out.cases) {
      c.when = one(c.when);
      c.value = one(c.value);
    }
    return out;
  }
  Node operator()(const Output& n) { return Output{command(n.command)}; }
  Node operator()(const Apply& n) { return Apply{n.op, all(n.args)}; }
  Node operator()(const Builtin& n) { return Builtin{n.fn, all(n.args)}; }

  Word word(const Word& w) {
    Word out = w;
    for (auto& p : out.pieces) p.value = one(p.value);
    return out;
  }
};

}  // namespace

void each_variable(const Ref& e, const std::function<void(const std::string&)>& f) {
  if (e) std::visit(Walk{f}, e->node);
}

void each_node(const Ref& e, const std::function<void(const Ref&)>& f) {
  if (!e) return;
  std::visit(Descent{f}, e->node);
  f(e);
}

Ref transform(const Ref& e, const Change& f) {
  if (!e) return e;
  Rebuild rebuild{f};
  auto node = std::visit(rebuild, e->node);
  const Ref inner = rebuild.changed ? fold(make(e->span, e->type, std::move(node))) : e;
  const Ref out = f(inner);
  return out == inner ? out : fold(out);
}

CommandRef transform(const CommandRef& c, const Change& f) {
  if (!c) return c;
  Rebuild rebuild{f};
  Command out = *c;
  for (auto& s : out.pipeline) {
    for (auto& w : s.argv) w = rebuild.word(w);
    for (auto& r : s.redirects) r.target = rebuild.word(r.target);
  }
  for (auto& p : out.fence) p.value = rebuild.one(p.value);
  for (auto& e : out.env) e.value = rebuild.one(e.value);
  out.cwd = rebuild.one(c->cwd);
  out.user = rebuild.one(c->user);
  out.input = rebuild.one(c->input);
  return rebuild.changed ? std::make_shared<const Command>(std::move(out)) : c;
}

}  // namespace upg::core
