// `kind B extends A { … }`: what A declares stands in B as though it were written there, but for what B declares under the
// same name, which must have the same signature. `needs` and `environment` of both count; `identity` is the nearer one.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

bool same_params(const std::vector<Param>& a, const std::vector<Param>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Param& x, const Param& y) {
    const bool type = x.self ? y.self : x.type == y.type && !y.self;
    return type && x.name == y.name && x.clause == y.clause && !x.default_value == !y.default_value;
  });
}

bool same_effects(const Verb& a, const Verb& b) {
  const auto said = [](const Verb& v, const Effect& e) {
    return std::any_of(v.traits.effects.begin(), v.traits.effects.end(), [&](const Effect& f) { return f.kind == e.kind && f.target == e.target; });
  };
  const auto within = [&](const Verb& x, const Verb& y) {
    return std::all_of(x.traits.effects.begin(), x.traits.effects.end(), [&](const Effect& e) { return said(y, e); });
  };
  return within(a, b) && within(b, a);
}

// In which way the verbs differ, or "".
std::string_view difference(const Verb& a, const Verb& b) {
  if (!same_params(a.params, b.params)) return "its parameters";
  if (!same_params(a.outputs, b.outputs)) return "what it makes";
  if (a.gives != b.gives) return "what it gives";
  if (!same_effects(a, b)) return "its effects";
  if (a.while_state != b.while_state) return "the state it asks for";
  return "";
}

void differs(Context& c, Span at, const Kind& base, Span there, std::string_view name, std::string_view what) {
  diag::OverrideDiffers(c.sink, at, name, base.name, what).help("declare it as kind `{}` does, or give it a name of its own", base.name).note(there, "it is declared here");
}

// The deeds of an inherited verb, with what they call on `self` found in the kind that inherits.
Deeds retargeted(const Deeds& all, const Kind& kind) {
  Deeds out = all;
  for (auto& d : out) {
    if (auto* call = std::get_if<CallVerb>(&d.node)) {
      const auto* p = call->resource ? std::get_if<core::Param>(&call->resource->node) : nullptr;
      if (!p || p->name != "self" || !call->verb) continue;
      call->verb = find_verb(kind, call->verb->name);
      call->kind = &kind;
    }
    if (auto* choose = std::get_if<Choose>(&d.node))
      for (auto& arm : choose->arms)
        if (arm.deeds) arm.deeds = std::make_shared<Deeds>(retargeted(*arm.deeds, kind));
  }
  return out;
}

void extend(Context& c, Kind& kind, const syntax::Word& name) {
  const auto it = c.kinds.find(name.text);
  if (it != c.kinds.end()) {
    kind.extends = it->second;
    return;
  }
  std::vector<std::string_view> among;
  for (const auto& [other, k] : c.kinds)
    if (k != &kind) among.push_back(other);
  report::unknown_type(c.sink, name.span, name.text).did_you_mean(name.span, support::nearest(name.text, among));
}

// A kind that extends itself, perhaps through others, extends nothing from then on.
void no_circle(Context& c, Kind& kind) {
  std::string path = kind.name;
  std::set<const Kind*> seen;
  for (const Kind* k = kind.extends; k && seen.insert(k).second; k = k->extends) {
    path += " → " + k->name;
    if (k != &kind) continue;
    report::depends_on_itself(c.sink, c.extended[&kind].span, kind.name, path);
    kind.extends = nullptr;
    return;
  }
}

}  // namespace

std::vector<Kind*> extended_first(Context& c) {
  for (const auto& k : c.module.kinds)
    if (const auto it = c.extended.find(k.get()); it != c.extended.end()) extend(c, *k, it->second);
  for (const auto& k : c.module.kinds) no_circle(c, *k);
  std::vector<std::pair<size_t, Kind*>> ranked;
  for (const auto& k : c.module.kinds) {
    size_t depth = 0;
    for (const Kind* up = k->extends; up; up = up->extends) ++depth;
    ranked.emplace_back(depth, k.get());
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Kind*> out;
  for (const auto& [depth, k] : ranked) out.push_back(k);
  return out;
}

bool extends_kind(const Context& c, const Type& from, std::string_view base) {
  const auto it = c.kinds.find(from.name);
  for (const Kind* k = from.tag == Tag::resource && it != c.kinds.end() ? it->second : nullptr; k; k = k->extends)
    if (k->name == base) return true;
  return false;
}

bool override_field(Context& c, Kind& kind, const Param& field) {
  if (!kind.extends) return false;
  const auto& inherited = kind.extends->fields;
  const auto it = std::find_if(inherited.begin(), inherited.end(), [&](const Param& f) { return f.name == field.name; });
  if (it == inherited.end()) return false;
  const auto own = std::find_if(kind.fields.begin(), kind.fields.end(), [&](const Param& f) { return f.name == field.name; });
  if (unknown(field.type)) return true;
  if (!(field.type == it->type)) differs(c, field.span, *kind.extends, it->span, field.name, "its type");
  else *own = field;
  return true;
}

void inherit_signatures(Context& c, Kind& kind) {
  const Kind* base = kind.extends;
  if (!base) return;
  const auto named = [](const auto& list, const std::string& name) {
    return std::find_if(list.begin(), list.end(), [&](const auto& m) { return m.name == name; });
  };
  for (const auto& s : base->states)
    if (named(kind.states, s.name) == kind.states.end()) kind.states.push_back({s.span, s.name, nullptr, nullptr, nullptr, false, ""});
  for (const auto& a : base->asks) {
    const auto own = named(kind.asks, a.name);
    if (own == kind.asks.end()) kind.asks.push_back(a);
    else if (!same_params(own->params, a.params)) differs(c, own->span, *base, a.span, a.name, "its parameters");
    else if (!(own->result == a.result)) differs(c, own->span, *base, a.span, a.name, "its answer");
  }
  for (const auto& v : base->verbs) {
    const auto own = named(kind.verbs, v.name);
    if (own != kind.verbs.end()) {
      const bool form = c.verb_lines[&*own].call_form == c.verb_lines[&v].call_form;
      const auto what = form ? difference(*own, v) : "its parameters";
      if (!what.empty()) differs(c, own->span, *base, v.span, v.name, what);
      continue;
    }
    for (const auto& p : v.params)
      if (const auto f = named(kind.fields, p.name); f != kind.fields.end())
        report::hides(c.sink, f->span, f->name, "a parameter of verb `" + v.name + "`").note(p.span, "the parameter is declared here");
    kind.verbs.push_back(v);
    auto extra = c.verb_lines[&v];
    extra.inherited = &v;
    c.verb_lines[&kind.verbs.back()] = extra;
  }
}

void inherit_bodies(Context& c, Kind& kind) {
  const Kind* base = kind.extends;
  if (!base) return;
  if (!kind.identity) kind.identity = base->identity;
  for (auto& s : kind.states)
    for (const auto& b : base->states)
      if (b.span == s.span) s = b;
  for (auto& a : kind.asks)
    for (const auto& b : base->asks)
      if (b.span == a.span) a.command = b.command;
  for (auto& v : kind.verbs) {
    const auto* from = c.verb_lines[&v].inherited;
    if (!from) continue;
    v.traits.done_when = from->traits.done_when;
    v.inverse_done_when = from->inverse_done_when;
    if (from->body) v.body = std::make_shared<Deeds>(retargeted(*from->body, kind));
    if (from->inverse) v.inverse = std::make_shared<Deeds>(retargeted(*from->inverse, kind));
  }
}

}  // namespace upg::sema
