#include "compiler/plan/deeds.h"

#include <algorithm>

#include "compiler/plan/canonical.h"
#include "compiler/plan/guards.h"
#include "compiler/plan/walk.h"

namespace upg::plan {

bool alters(EffectKind kind) {
  return kind == EffectKind::changes || kind == EffectKind::destroys || kind == EffectKind::restores;
}

bool alters(const Deed& deed) {
  return std::any_of(deed.effects.begin(), deed.effects.end(), [](const Effect& e) { return alters(e.kind); });
}

namespace {

Pattern pattern_of(const std::optional<sema::OutputPattern>& p) {
  Pattern out;
  if (p)
    for (const auto& part : p->parts) out.push_back({part.literal, part.hole});
  return out;
}

// Deeds that are lines of their own, so that numbers do not depend on what was folded away.
int count(const sema::Deeds& deeds) {
  int n = 0;
  for (const auto& d : deeds) {
    const auto* c = std::get_if<sema::Choose>(&d.node);
    if (!c) ++n;
    else
      for (const auto& arm : c->arms) n += arm.deeds ? count(*arm.deeds) : 0;
  }
  return n;
}

Expect::How how_of(sema::Expect::How h) {
  switch (h) {
    case sema::Expect::How::expect: return Expect::How::expect;
    case sema::Expect::How::require: return Expect::How::require;
    case sema::Expect::How::recommend: return Expect::How::recommend;
  }
  return Expect::How::expect;
}

Say::How how_of(sema::Say::How h) {
  switch (h) {
    case sema::Say::How::notice: return Say::How::notice;
    case sema::Say::How::note: return Say::How::note;
    case sema::Say::How::warning: return Say::How::warning;
    case sema::Say::How::see: return Say::How::see;
  }
  return Say::How::note;
}

const sema::Traits* traits_of(const sema::Deed& d) {
  if (const auto* n = std::get_if<sema::CallVerb>(&d.node)) return n->verb ? &n->verb->traits : nullptr;
  if (const auto* n = std::get_if<sema::RunCommand>(&d.node)) return &n->traits;
  if (const auto* n = std::get_if<sema::Manual>(&d.node)) return &n->traits;
  return nullptr;
}

}  // namespace

struct DeedMaker::Work {
  Made made;
  int number = 0;
  const Place& place;
  Scope scope;
};

DeedMaker::Made DeedMaker::make(const sema::Deeds& deeds, const Place& place, const Scope& scope) {
  Work work{{}, 0, place, scope};
  for (const auto& d : deeds) put(d, nullptr, work);
  work.made.deeds.shrink_to_fit();
  return std::move(work.made);
}

std::string DeedMaker::variable_name(const std::string& name, const std::string& step) const {
  if (name.empty()) return name;
  const auto own = step + "." + name;
  if (eval_.variable(own)) return eval_.of_hop(own);
  return eval_.of_hop(eval_.variable(name) || name.find('.') != std::string::npos ? name : own);
}

void DeedMaker::put(const sema::Deed& d, const Ref& around, Work& work) {
  const auto own = eval_.condition(d.guard, work.scope);
  const auto guard = together(around, own);
  if (eval_.hop().empty()) settled_.look(d.guard, own, around, guard);
  if (decided(guard) == false) {
    work.number += count({d});
    return;
  }
  if (const auto* c = std::get_if<sema::Choose>(&d.node)) return choose(*c, guard, work);
  Deed out;
  out.span = d.span;
  out.number = ++work.number;
  out.title = work.scope.resource ? "" : title(d);
  out.guard = guard;
  out.by_hand = d.by_hand;
  out.shows = d.shows;
  if (const auto* let = std::get_if<sema::Let>(&d.node)) {
    const auto value = eval_.value(let->value, work.scope);
    const auto name = variable_name(let->variable, work.place.step);
    if (core::known(value) && !guard) return eval_.learn(name, value);
    born_[name] = {work.place.id, nullptr, value->type};
    out.actions.push_back({d.span, Set{name, value}, nullptr, {}, {}});
    finish(out);
    work.made.deeds.push_back(std::move(out));
    return;
  }
  const auto* call = std::get_if<sema::CallVerb>(&d.node);
  if (call) {
    auto entered = enter_verb(*call, work.scope, work.place);
    if (call->document) give_document(*call, out, work.scope, work.place, entered);
    scopes_.insert_or_assign(call, std::move(entered));
    const auto& inner = scopes_.at(call);
    out.resource = inner.resource ? inner.resource->name : "";
    out.needs_state = call->verb->while_state;
  }
  act(d, nullptr, work.scope, work.place, out);
  if (const auto* traits = traits_of(d)) classify(out, *traits, call ? scopes_.at(call) : work.scope);
  const auto of_verb = out.effects.size();
  if (call)
    for (auto& e : effects(call->more.effects, work.scope))
      if (std::none_of(out.effects.begin(), out.effects.end(), [&](const Effect& o) { return o.kind == e.kind && o.resource == e.resource; }))
        out.effects.push_back(std::move(e));
  finish(out);
  if (call && call->verb->inverse) {
    work.made.inverses.push_back(inverse(*call->verb, scopes_.at(call), work.place, out, of_verb));
    for (auto i = of_verb; i < out.effects.size(); ++i) work.made.inverses_missing |= alters(out.effects[i].kind);
  } else if (alters(out)) {
    work.made.inverses_missing = true;
  }
  if (call) scopes_.erase(call);
  work.made.deeds.push_back(std::move(out));
}

// First arm whose condition holds: each arm's guard denies those before it.
void DeedMaker::choose(const sema::Choose& c, const Ref& guard, Work& work) {
  Cascade cascade(guard);
  for (const auto& arm : c.arms) {
    const auto when = arm.when ? eval_.value(arm.when, work.scope) : nullptr;
    const auto here = cascade.take(when);
    if (c.arms.size() == 1 && eval_.hop().empty()) settled_.look(arm.when, when, guard, here);  // `when P { … }`; a `match` covers its cases
    const bool never = decided(here) == false;
    if (arm.end == core::Case::End::unsupported) {
      if (!never) refusals_.push_back({arm.span, together(work.place.guard, here), arm.why});
    } else if (arm.deeds) {
      if (never) work.number += count(*arm.deeds);
      else
        for (const auto& d : *arm.deeds) put(d, here, work);
    }
  }
}

void DeedMaker::act(const sema::Deeds& deeds, const Ref& around, Scope& scope, const Place& place, Deed& into) {
  for (const auto& d : deeds) {
    const auto guard = together(around, eval_.condition(d.guard, scope));
    if (decided(guard) == false) continue;
    act(d, guard, scope, place, into);
  }
}

void DeedMaker::act(const sema::Deed& d, const Ref& guard, Scope& scope, const Place& place, Deed& into) {
  const auto add = [&](ActionNode node) -> Action& {
    into.actions.push_back({d.span, std::move(node), guard, {}, {}});
    return into.actions.back();
  };
  struct Visit {
    DeedMaker& m;
    const Ref& guard;
    Scope& scope;
    const Place& place;
    Deed& into;
    decltype(add)& put;
    void operator()(const sema::CallVerb& n) const { m.call(n, guard, scope, place, into); }
    void operator()(const sema::RunCommand& n) const {
      auto& a = put(Run{m.commands_.command(n.command, scope)});
      a.capture = m.born(n.giving, {core::Tag::text}, scope, place);
      a.pattern = pattern_of(n.matching);
      for (auto& part : a.pattern) part.hole = m.born(part.hole, {core::Tag::text}, scope, place);
    }
    void operator()(const sema::Prove& n) const { put(Prove{m.commands_.command(n.command, scope)}); }
    void operator()(const sema::Publish& n) const {
      const auto it = scope.params.find(n.output);
      put(Publish{it == scope.params.end() ? absent({}) : it->second});
    }
    void operator()(const sema::Amend& n) const {
      put(Amend{n.format, m.eval_.value(n.path, scope), m.eval_.value(n.kept, scope), scope.edits});
    }
    void operator()(const sema::Revert& n) const { put(Revert{m.eval_.value(n.path, scope), m.eval_.value(n.kept, scope)}); }
    void operator()(const sema::Manual& n) const {
      put(Manual{m.eval_.value(n.text, scope), m.eval_.value(n.confirm, scope), n.by});
      for (const auto& o : n.outputs) {
        into.outputs.push_back(m.born(o.variable, {core::Tag::path}, scope, place));
      }
    }
    void operator()(const sema::Wait& n) const { put(Wait{m.eval_.value(n.until, scope), n.every, n.limit}); }
    void operator()(const sema::Expect& n) const { put(Expect{m.eval_.value(n.predicate, scope), how_of(n.how), n.why}); }
    void operator()(const sema::Say& n) const { put(Say{how_of(n.how), m.eval_.value(n.text, scope), n.url}); }
    void operator()(const sema::Let& n) const { put(Set{m.variable_name(n.variable, place.step), m.eval_.value(n.value, scope)}); }
    void operator()(const sema::Choose& n) const {
      Cascade cascade(guard);
      for (const auto& arm : n.arms) {
        const auto here = cascade.take(arm.when ? m.eval_.value(arm.when, scope) : nullptr);
        if (arm.deeds && decided(here) != false) m.act(*arm.deeds, here, scope, place, into);
      }
    }
  };
  std::visit(Visit{*this, guard, scope, place, into, add}, d.node);
}

// A name that a deed gives a value. One of a verb is told apart by the resource, so that it hides none of the step's.
std::string DeedMaker::born(const std::string& name, const core::Type& type, Scope& scope, const Place& place) {
  if (name.empty()) return name;
  const auto in_hop = eval_.hop().empty() ? "" : eval_.hop() + "/";
  const auto full = scope.resource ? in_hop + place.step + "." + scope.resource->name + "." + name : variable_name(name, place.step);
  const auto* declared = eval_.variable(full);
  born_[full] = {place.id, nullptr, declared ? declared->type : type};
  if (scope.resource) scope.params[name] = core::make({}, type, core::Var{full});
  return full;
}

void DeedMaker::call(const sema::CallVerb& c, const Ref& guard, const Scope& scope, const Place& place, Deed& into) {
  const auto known = scopes_.find(&c);
  auto inner = known != scopes_.end() ? known->second : enter_verb(c, scope, place);
  const auto first = into.actions.size();
  if (c.verb->body) act(*c.verb->body, guard, inner, place, into);
  for (const auto& o : c.outputs) into.outputs.push_back(variable_name(o.variable, place.step));
  if (c.giving.empty()) return;
  for (auto i = into.actions.size(); i-- > first;) {
    if (!std::holds_alternative<Run>(into.actions[i].node)) continue;
    into.actions[i].capture = variable_name(c.giving, place.step);
    born_[into.actions[i].capture] = {place.id, nullptr, c.verb->gives.value_or(core::Type{core::Tag::text})};
    return;
  }
}

// Parameters and outputs of a call, by their own names.
Scope DeedMaker::arguments(const sema::CallVerb& c, const Scope& scope, const std::string& tag) {
  const auto names = eval_.resources_in(eval_.value(c.resource, scope));
  Scope inner{names.empty() ? nullptr : eval_.resource(names.front()), {}, tag};
  for (const auto& p : c.verb->params) {
    if (p.self) continue;
    const auto given = c.args.find(p.name);
    Ref value = given != c.args.end() && given->second ? eval_.value(given->second, scope)
                : p.default_value                      ? eval_.value(p.default_value, inner)
                                                       : nullptr;
    inner.params[p.name] = std::move(value);
  }
  for (const auto& out : c.verb->outputs) inner.params[out.name] = out.default_value ? eval_.value(out.default_value, inner) : nullptr;
  return inner;
}

// What a call keeps or makes under a name of the run must not lie on what another call did.
bool DeedMaker::claim(const sema::CallVerb& c, const Scope& inner) {
  std::vector<std::string> paths;
  for (const auto& [name, value] : inner.params) {
    if (c.args.count(name)) continue;
    each_inner(value, [&](const Ref& e) {
      const auto* b = std::get_if<core::Builtin>(&e->node);
      if (b && b->fn == core::Fn::named) paths.push_back(canonical(e));
    });
  }
  for (const auto& path : paths)
    if (const auto it = claimed_.find(path); it != claimed_.end() && it->second != &c) return false;
  for (const auto& path : paths) claimed_.emplace(path, &c);
  return true;
}

Scope DeedMaker::enter_verb(const sema::CallVerb& c, const Scope& scope, const Place& place) {
  const auto in_hop = eval_.hop().empty() ? "" : "." + eval_.hop();
  Scope inner = arguments(c, scope, in_hop);
  for (int n = 2; !claim(c, inner); ++n) inner = arguments(c, scope, in_hop + "." + std::to_string(n));
  for (const auto& l : c.edits)
    inner.edits.push_back({l.span, l.how, eval_.value(l.key, scope), eval_.value(l.value, scope), eval_.value(l.other, scope)});
  for (const auto& out : c.verb->outputs) {
    const auto bound = std::find_if(c.outputs.begin(), c.outputs.end(), [&](const auto& o) { return o.output == out.name; });
    if (bound == c.outputs.end()) continue;
    const auto name = variable_name(bound->variable, place.step);
    born_[name] = {place.id, inner.params[out.name], out.type};
    inner.params[out.name] = core::make(out.span, out.type, core::Var{name});
  }
  return inner;
}

Undo::Entry DeedMaker::inverse(const sema::Verb& verb, const Scope& scope, const Place& place, const Deed& of, size_t own) {
  Deed d;
  d.span = of.span;
  d.title = of.title;
  d.resource = of.resource;
  d.guard = of.guard;
  Scope inner = scope;
  act(*verb.inverse, nullptr, inner, place, d);
  for (size_t i = 0; i < own; ++i)  // what the call does beyond its verb, the verb's inverse does not bring back
    if (const auto& e = of.effects[i]; alters(e.kind)) d.effects.push_back({EffectKind::restores, e.resource});
  if (verb.inverse_done_when) {
    d.again = Again::probe;
    d.atomic = verb.traits.atomic;
    d.probe = eval_.value(verb.inverse_done_when, scope);
  } else {
    d.again = verb.traits.idempotent ? Again::idempotent : Again::once;
  }
  finish(d);
  return {std::move(d), of.number};
}

// The author's words: the line of the deed, without the brace of its body.
std::string DeedMaker::title(const sema::Deed& d) const {
  if (d.span.end <= d.span.begin || d.span.file >= sources_.size()) return {};
  auto text = sources_.at(d.span.file).slice(d.span);
  text = text.substr(0, text.find('\n'));
  while (!text.empty() && (text.back() == ' ' || text.back() == '{' || text.back() == '\r')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace upg::plan
