#include "compiler/plan/scope.h"

#include <algorithm>
#include <sstream>

#include "compiler/plan/bindings.h"
#include "compiler/plan/guards.h"

namespace upg::plan {

using core::Apply;
using core::Op;

Ref absent(Span span) { return core::make(span, {core::Tag::error, false, true, {}, nullptr}, core::Missing{}); }

bool is_absent(const Ref& e) { return e && std::holds_alternative<core::Missing>(e->node); }

std::optional<bool> decided(const Ref& e) {
  const auto* v = core::known(e);
  const auto* b = v ? std::get_if<bool>(v) : nullptr;
  return b ? std::optional(*b) : std::nullopt;
}

namespace {

template <typename List>
auto find_in(const sema::Kind* k, List sema::Kind::*list, std::string_view name) -> const typename List::value_type* {
  for (; k; k = k->extends)
    for (const auto& m : k->*list)
      if (m.name == name) return &m;
  return nullptr;
}

}  // namespace

const sema::State* find_state(const sema::Kind& k, std::string_view name) { return find_in(&k, &sema::Kind::states, name); }
const sema::Ask* find_ask(const sema::Kind& k, std::string_view name) { return find_in(&k, &sema::Kind::asks, name); }

namespace {

// What a list is bound to has a line an item.
Ref bound_value(Span at, const core::Type& type, core::Value value) {
  if (type.tag != core::Tag::list) return core::make(at, type, core::Literal{std::move(value)});
  core::List out;
  std::istringstream lines(std::get<std::string>(value));
  for (std::string line; std::getline(lines, line);)
    if (auto item = read_value(*type.element, line)) out.items.push_back(core::make(at, *type.element, core::Literal{std::move(*item)}));
  return core::make(at, type, std::move(out));
}

}  // namespace

Evaluator::Evaluator(const sema::Module& module, std::map<std::string, core::Value> bound) : module_(module) {
  for (const auto& r : module.resources) resources_.emplace(r.name, &r);
  for (const auto& v : module.variables) variables_.emplace(v.name, &v);
  const auto& p = module.plan;
  from_ = {p.from.low, p.from.high, p.from.closed};
  const core::Type version{core::Tag::version};
  if (!p.to.text.empty()) learn("to", core::make(p.to.span, version, core::Literal{p.to.text}));
  for (auto& [name, value] : bound) {
    if (name == "from") from_ = {std::get<std::string>(value), std::get<std::string>(value), true};
    const auto* v = variable(name);
    learn(name, bound_value(v ? v->span : p.span, v ? v->type : version, std::move(value)));
  }
}

const sema::Resource* Evaluator::resource(const std::string& name) const {
  const auto it = resources_.find(name);
  return it == resources_.end() ? nullptr : it->second;
}

void Evaluator::enter_hop(std::string hop, const Ref& from, const Ref& to, std::function<Ref(const core::Apply&)> before) {
  hop_ = std::move(hop);
  hop_from_ = from;
  before_ = std::move(before);
  learn("hop.from", from);
  learn("hop.to", to);
}

std::string Evaluator::of_hop(const std::string& name) const {
  return hop_.empty() || !module_.of_hops.contains(name) ? name : hop_ + "/" + name;
}

const sema::Variable* Evaluator::variable(const std::string& name) const {
  const auto it = variables_.find(name.substr(name.find('/') + 1));
  return it == variables_.end() ? nullptr : it->second;
}

std::vector<std::string> Evaluator::resources_in(const Ref& e) const {
  std::vector<std::string> out;
  if (!e) return out;
  if (const auto* r = std::get_if<core::ResourceRef>(&e->node)) out.push_back(r->name);
  if (const auto* l = std::get_if<core::List>(&e->node))
    for (const auto& item : l->items)
      for (auto& name : resources_in(item)) out.push_back(std::move(name));
  return out;
}

Ref Evaluator::value(const Ref& e, const Scope& scope) {
  return core::transform(e, [&](const Ref& inner) { return node(inner, scope); });
}

Ref Evaluator::condition(const Ref& e, const Scope& scope) {
  auto out = value(e, scope);
  return decided(out) == true ? nullptr : out;
}

CommandRef Evaluator::command(const CommandRef& c, const Scope& scope) {
  const auto inner = core::transform(c, [&](const Ref& e) { return node(e, scope); });
  return tidy(with_environment(inner, scope.resource));
}

namespace {

// A present value in the place of an optional one: `exists` asks there whether it is present, not for a file.
Ref in_place_of(const Ref& e, Ref value) {
  if (!e->type.optional || value->type.optional) return value;
  auto type = value->type;
  type.optional = true;
  return core::make(value->span, std::move(type), value->node);
}

}  // namespace

Ref Evaluator::node(const Ref& e, const Scope& scope) {
  if (const auto* n = std::get_if<core::Var>(&e->node)) return variable_value(e, n->name);
  if (const auto* n = std::get_if<core::Param>(&e->node)) return in_place_of(e, param(e, n->name, scope));
  if (const auto* n = std::get_if<core::FieldOf>(&e->node)) {
    const auto names = resources_in(n->of);
    const auto* r = names.empty() ? nullptr : resource(names.front());
    return r ? in_place_of(e, field(*r, n->field)) : absent(e->span);
  }
  if (const auto* n = std::get_if<core::AskCall>(&e->node)) return ask(e, *n);
  if (const auto* n = std::get_if<core::CommandValue>(&e->node))
    return core::make(e->span, e->type, core::CommandValue{tidy(with_environment(n->command, scope.resource))});
  if (const auto* n = std::get_if<core::Output>(&e->node))
    return core::make(e->span, e->type, core::Output{tidy(with_environment(n->command, scope.resource))});
  if (const auto* n = std::get_if<core::Concat>(&e->node))
    return std::any_of(n->parts.begin(), n->parts.end(), is_absent) ? absent(e->span) : e;
  if (const auto* n = std::get_if<core::Builtin>(&e->node)) {
    if (std::any_of(n->args.begin(), n->args.end(), is_absent)) return absent(e->span);
    const bool of_run = n->fn == core::Fn::named || n->fn == core::Fn::token;
    if (!of_run || !scope.resource) return e;
    auto out = *n;
    const auto prefix = core::text(e->span, scope.resource->name + ".");
    std::vector<Ref> parts{prefix, out.args.back()};
    if (!scope.tag.empty()) parts.push_back(core::text(e->span, scope.tag));
    out.args.back() = core::fold(core::make(e->span, {core::Tag::text}, core::Concat{std::move(parts)}));
    return core::make(e->span, e->type, std::move(out));
  }
  if (const auto* n = std::get_if<Apply>(&e->node)) return compared(e, *n);
  return e;
}

// A let whose value is known, or that names a command or a resource, is that value. Any other stays a variable.
Ref Evaluator::variable_value(const Ref& e, const std::string& name) {
  if (auto own = of_hop(name); own != name) {
    if (const auto it = replaced_.find(own); it != replaced_.end() && it->second) return it->second;
    return core::make(e->span, e->type, core::Var{std::move(own)});
  }
  if (const auto it = replaced_.find(name); it != replaced_.end()) return it->second ? it->second : e;
  replaced_[name] = nullptr;
  const auto* v = variable(name);
  if (!v || v->origin != sema::Variable::Origin::let || !v->value) return e;
  const auto inner = value(v->value);
  const bool plain = core::known(inner) || std::holds_alternative<core::CommandValue>(inner->node) || !resources_in(inner).empty();
  if (!plain) return e;
  const auto* known = core::known(inner);
  return replaced_[name] = known ? core::make(inner->span, v->type, core::Literal{*known}) : inner;
}

Ref Evaluator::param(const Ref& e, const std::string& name, const Scope& scope) {
  const auto it = scope.params.find(name);
  if (it != scope.params.end()) return it->second ? it->second : absent(e->span);
  if (!scope.resource) return e;
  if (name == "self") return core::make(e->span, e->type, core::ResourceRef{scope.resource->name});
  return field(*scope.resource, name);
}

Ref Evaluator::field(const sema::Resource& r, const std::string& name) {
  const auto key = r.name + "." + name;
  if (const auto it = fields_.find(key); it != fields_.end()) return it->second ? it->second : absent(r.span);
  fields_[key] = nullptr;
  const auto it = r.fields.find(name);
  const auto out = it == r.fields.end() || !it->second ? absent(r.span) : value(it->second, {&r, {}, {}});
  return fields_[key] = out;
}

const std::vector<core::EnvEntry>& Evaluator::environment(const sema::Resource& r) {
  if (const auto it = environments_.find(r.name); it != environments_.end()) return it->second;
  auto& out = environments_[r.name];
  std::vector<core::EnvEntry> made;
  const auto put = [&](const core::EnvEntry& entry) {
    core::EnvEntry e{entry.name, value(entry.value, {&r, {}, {}}), entry.secret_file};
    if (is_absent(e.value)) return;
    const auto same = std::find_if(made.begin(), made.end(), [&](const auto& m) { return m.name == e.name; });
    if (same == made.end()) made.push_back(std::move(e));
    else *same = std::move(e);
  };
  std::vector<const sema::Kind*> kinds;
  for (const auto* k = r.kind; k; k = k->extends) kinds.insert(kinds.begin(), k);
  for (const auto* k : kinds)
    for (const auto& entry : k->environment) put(entry);
  for (const auto& entry : r.environment) put(entry);
  return out = std::move(made);
}

CommandRef Evaluator::with_environment(const CommandRef& c, const sema::Resource* r) {
  if (!r) return c;
  const auto& env = environment(*r);
  const auto has = [&](const std::string& name) {
    return std::any_of(c->env.begin(), c->env.end(), [&](const auto& e) { return e.name == name; });
  };
  std::vector<core::EnvEntry> all;
  for (const auto& e : env)
    if (!has(e.name)) all.push_back(e);
  if (all.empty()) return c;
  auto out = *c;
  all.insert(all.end(), out.env.begin(), out.env.end());
  out.env = std::move(all);
  return std::make_shared<const core::Command>(std::move(out));
}

Ref Evaluator::ask(const Ref& e, const core::AskCall& call) {
  const auto names = resources_in(call.of);
  const auto* r = names.empty() ? nullptr : resource(names.front());
  if (r && call.ask.starts_with(sema::asks_state)) {
    const auto* s = find_state(*r->kind, call.ask.substr(sema::asks_state.size()));
    return s && s->probe ? value(s->probe, {r, {}, {}}) : absent(e->span);
  }
  const auto* a = r ? find_ask(*r->kind, call.ask) : nullptr;
  if (!a) return absent(e->span);
  Scope scope{r, {}, {}};
  for (size_t i = 0; i < a->params.size(); ++i) {
    const auto& p = a->params[i];
    const bool given = i < call.args.size() && call.args[i];
    scope.params[p.name] = given ? call.args[i] : p.default_value ? value(p.default_value, scope) : nullptr;
  }
  return core::make(e->span, e->type, core::Output{command(a->command, scope)});
}

// A comparison with what has cases is one of cases: what comes of it is asked of the versions that decide.
Ref Evaluator::by_cases(const Ref& e, const Apply& a, const core::Cases& cases) {
  Ref any;
  Cascade cascade(nullptr);
  for (const auto& c : cases.cases) {
    auto args = a.args;
    args[0] = c.value;
    auto relation = core::fold(core::make(e->span, e->type, Apply{a.op, std::move(args)}));
    if (const auto* inner = std::get_if<Apply>(&relation->node); inner && !decided(relation)) relation = compared(relation, *inner);
    const auto here = together(cascade.take(c.when), relation);
    if (!here) return core::boolean(e->span, true);
    if (decided(here) == false) continue;
    any = any ? core::fold(core::make(e->span, e->type, Apply{Op::disj, {any, here}})) : here;
  }
  return any ? any : core::boolean(e->span, false);
}

// What follows for `from` from the plan's own range: a condition that holds for every version of it is no condition.
Ref Evaluator::compared(const Ref& e, const Apply& a) {
  const bool bounds_known = std::all_of(a.args.begin() + (a.args.empty() ? 0 : 1), a.args.end(), [](const Ref& x) { return core::known(x) != nullptr; });
  if (before_ && !a.args.empty() && a.args[0] == hop_from_ && std::holds_alternative<core::Cases>(hop_from_->node) && bounds_known)
    return value(before_(a));
  if (const auto* cases = a.args.empty() ? nullptr : std::get_if<core::Cases>(&a.args[0]->node); cases && a.args[0]->type.tag == core::Tag::version)
    if (std::all_of(cases->cases.begin(), cases->cases.end(), [](const auto& c) { return c.value != nullptr; })) return by_cases(e, a, *cases);
  if (a.op == Op::exists && is_absent(a.args[0])) return core::boolean(e->span, false);
  if (a.op == Op::exists && a.args[0]->type.optional) {
    const bool open = std::holds_alternative<core::Var>(a.args[0]->node);
    return open ? core::negate(core::make(e->span, e->type, Apply{Op::empty, a.args})) : core::boolean(e->span, true);
  }
  if (a.op == Op::empty && is_absent(a.args[0])) return core::boolean(e->span, true);
  const auto* v = std::get_if<core::Var>(&a.args[0]->node);
  if (!v || v->name != "from") return e;
  const auto all_below = [&](const std::string& x, bool or_at) {  // every version < x (<= x)
    if (from_.high.empty()) return false;
    const int c = core::compare_versions(from_.high, x);
    return c < 0 || (c == 0 && (or_at || !from_.closed));
  };
  const auto all_from = [&](const std::string& x) {
    return !from_.low.empty() && core::compare_versions(from_.low, x) >= 0;
  };
  const auto all_after = [&](const std::string& x) { return !from_.low.empty() && core::compare_versions(from_.low, x) > 0; };
  const auto bound = [&](size_t i) { return i < a.args.size() ? core::known_text(a.args[i]) : std::nullopt; };
  const auto x = bound(1);
  if (!x) return e;
  const auto result = [&](bool yes, bool no) { return yes ? core::boolean(e->span, true) : no ? core::boolean(e->span, false) : e; };
  switch (a.op) {
    case Op::lt: return result(all_below(*x, false), all_from(*x));
    case Op::ge: return result(all_from(*x), all_below(*x, false));
    case Op::le: return result(all_below(*x, true), all_after(*x));
    case Op::gt: return result(all_after(*x), all_below(*x, true));
    case Op::eq: return result(false, all_below(*x, false) || all_after(*x));
    case Op::ne: return result(all_below(*x, false) || all_after(*x), false);
    case Op::in_range:
    case Op::in_closed_range: {
      const auto high = bound(2);
      if (!high) return e;
      const bool closed = a.op == Op::in_closed_range;
      const bool out = all_below(*x, false) || (closed ? all_after(*high) : all_from(*high));
      return result(all_from(*x) && all_below(*high, closed), out);
    }
    default: return e;
  }
}

}  // namespace upg::plan
