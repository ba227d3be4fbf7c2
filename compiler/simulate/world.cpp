#include "compiler/simulate/world.h"

#include <algorithm>

#include "compiler/plan/walk.h"

namespace upg::simulate {

using plan::Step;
using plan::StepKind;
using plan::Undo;

Values::Values(const plan::Plan& plan) {
  for (const auto& v : plan.variables) {
    core::Ref known = value(v.value);
    if (!known && v.origin == plan::Origin::choice && !v.names.empty()) known = core::make(v.span, v.type, core::Literal{v.names.front()});
    if (!known && v.name == "from" && !plan.from.empty() && !plan.from.front().low.empty())
      known = core::make(v.span, v.type, core::Literal{plan.from.front().low});
    if (known && v.origin != plan::Origin::secret) known_.emplace(v.name, std::move(known));
  }
}

core::Ref Values::value(const core::Ref& e) const {
  return core::transform(e, [&](const core::Ref& inner) -> core::Ref {
    const auto* v = std::get_if<core::Var>(&inner->node);
    const auto it = v ? known_.find(v->name) : known_.end();
    return it == known_.end() ? inner : it->second;
  });
}

core::CommandRef Values::command(const core::CommandRef& c) const {
  return core::transform(c, [&](const core::Ref& inner) -> core::Ref {
    const auto* v = std::get_if<core::Var>(&inner->node);
    const auto it = v ? known_.find(v->name) : known_.end();
    return it == known_.end() ? inner : it->second;
  });
}

std::optional<bool> Values::holds(const core::Ref& condition) const {
  if (!condition) return true;
  const auto folded = value(condition);
  const auto* known = core::known(folded);
  const auto* b = known ? std::get_if<bool>(known) : nullptr;
  return b ? std::optional(*b) : std::nullopt;
}

bool is_named(const Step& step, const std::string& name) { return step.name == name || step.id == name; }

Fate fate(const Step& step, const Values& values, const std::set<std::string>& taken) {
  const auto holds = values.holds(step.guard);
  if (holds == false) return Fate::skipped;
  if (step.optional && !taken.count(step.name)) return Fate::skipped;
  return holds ? Fate::ran : Fate::undecided;
}

namespace {

bool in(const std::set<std::string>& names, const Step& step) { return names.count(step.name) || names.count(step.id); }

const plan::Bracket* bracket_of(const plan::Plan& plan, const Step& step) {
  return step.kind == StepKind::normal ? nullptr : &plan.brackets[static_cast<size_t>(step.bracket)];
}

bool fails(const plan::Plan& plan, const Step& step, const Failures& failures) {
  if (in(failures.steps, step)) return true;
  return step.kind == StepKind::leave && failures.leaving.count(bracket_of(plan, step)->resource);
}

// Parts: what happens to the whole happens to them.
bool touches(const plan::Plan& plan, const std::string& effect, const std::string& resource) {
  std::set<std::string> seen;
  for (auto name = resource; !name.empty() && seen.insert(name).second;) {
    if (name == effect) return true;
    const auto* r = plan.resource(name);
    name = r ? r->part_of : "";
  }
  return false;
}

bool alters(const plan::Plan& plan, const Step& step, const std::string& resource) {
  for (const auto& d : step.deeds)
    for (const auto& e : d.effects) {
      const bool kind = e.kind == plan::EffectKind::changes || e.kind == plan::EffectKind::destroys || e.kind == plan::EffectKind::restores;
      if (kind && touches(plan, e.resource, resource)) return true;
    }
  return false;
}

bool brings_back(const plan::Plan& plan, const Step& step, const std::string& resource) {
  const auto restores = [&](const std::vector<plan::Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(), [&](const plan::Effect& e) {
      return e.kind == plan::EffectKind::restores && touches(plan, e.resource, resource);
    });
  };
  if (step.kind != StepKind::normal) return !step.undo.deeds.empty();
  if (step.undo.how == Undo::How::nothing || restores(step.undo.believed)) return true;
  return std::any_of(step.undo.deeds.begin(), step.undo.deeds.end(), [&](const auto& u) { return restores(u.deed.effects); });
}

// What an undo needs and no step has made by then.
std::optional<std::string> missing_supply(const plan::Plan& plan, const World& world, const Step& step, const std::string& resource) {
  std::optional<std::string> missing;
  for (const auto& u : step.undo.deeds) {
    const bool relevant = std::any_of(u.deed.effects.begin(), u.deed.effects.end(),
                                      [&](const plan::Effect& e) { return touches(plan, e.resource, resource); });
    if (!relevant) continue;
    plan::each_ref(u.deed, [&](const core::Ref& e) {
      core::each_variable(e, [&](const std::string& name) {
        const auto* v = plan.variable(name);
        if (v && !v->step.empty() && v->step != step.id && !world.done.count(v->step))
          missing = "the undo of `" + step.name + "` needs `" + name + "`, which nothing has made by then";
      });
    });
  }
  return missing;
}

}  // namespace

World walk(const plan::Plan& plan, const Values& values, const Failures& failures, const std::set<std::string>& taken) {
  World w;
  for (const auto& b : plan.brackets) w.at_first.emplace(b.resource, b.after);
  w.states = w.at_first;
  const Step* last = nullptr;
  for (const auto& s : plan.steps) {
    if (fate(s, values, taken) == Fate::skipped) continue;
    const bool gap = last && std::any_of(failures.gaps.begin(), failures.gaps.end(), [&](const auto& g) {
      return is_named(s, g.before) && std::any_of(w.begun.begin(), w.begun.end(), [&](const Step* b) { return is_named(*b, g.after); });
    });
    if (gap) {
      w.stopped = s.id;
      return w;
    }
    last = &s;
    w.begun.push_back(&s);
    if (fails(plan, s, failures)) {
      switch (s.on_failure.how) {
        case plan::OnFailure::How::go_on: continue;
        case plan::OnFailure::How::rollback: roll_back(plan, w, failures); [[fallthrough]];
        case plan::OnFailure::How::hold:
        case plan::OnFailure::How::automatic: w.stopped = s.id; return w;
      }
    }
    w.done.insert(s.id);
    if (const auto* b = bracket_of(plan, s)) w.states[b->resource] = s.kind == StepKind::enter ? b->state : b->after;
  }
  return w;
}

void roll_back(const plan::Plan& plan, World& world, const Failures& failures) {
  while (!world.begun.empty()) {
    const auto& s = *world.begun.back();
    if (s.undo.how == Undo::How::irreversible || in(failures.undos, s)) return;
    if (const auto* b = bracket_of(plan, s)) {
      if (s.undo.deeds.empty()) return;
      world.states[b->resource] = s.kind == StepKind::enter ? b->after : b->state;
    }
    world.done.erase(s.id);
    world.begun.pop_back();
  }
}

std::optional<std::string> not_restored(const plan::Plan& plan, const World& world, const Failures& failures,
                                        const std::string& resource) {
  std::string cut;
  for (auto it = world.begun.rbegin(); it != world.begun.rend(); ++it) {
    const auto& s = **it;
    if (cut.empty() && s.undo.how == Undo::How::irreversible) cut = "`" + s.name + "` cannot be undone";
    if (cut.empty() && in(failures.undos, s)) cut = "the undo of `" + s.name + "` fails";
    if (!alters(plan, s, resource)) continue;
    if (!cut.empty()) return cut + ", and `" + s.name + "` has altered `" + resource + "`";
    if (!brings_back(plan, s, resource)) return "the undo of `" + s.name + "` does not bring `" + resource + "` back";
    if (auto missing = missing_supply(plan, world, s, resource)) return missing;
  }
  return std::nullopt;
}

}  // namespace upg::simulate
