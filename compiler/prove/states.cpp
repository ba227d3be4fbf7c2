#include "compiler/prove/states.h"

#include <algorithm>

#include "compiler/prove/mutants.h"

namespace upg::prove {

States::States(Context& c) : c_(c) {
  for (const auto& r : c.plan.resources) {
    if (r.states.empty()) continue;
    const auto there = c.guards.of(r.guard);
    may_[r.name][""] = there;  // nothing is known of a system before the first step
    for (const auto& state : r.states) {
      may_[r.name][state.name] = there;
      if (!state.writes.empty()) writers_.push_back({r.name, state.name, state.writes});
    }
  }
}

// A state without a name may be any: all of them are possible again.
void States::set(const std::string& resource, const std::string& state, Guards::Id when) {
  const auto at = may_.find(resource);
  if (at == may_.end() || when == Guards::never) return;
  ++changes_;
  for (auto& [name, may] : at->second)
    may = state.empty() || name == state ? c_.guards.either(may, when) : c_.guards.without(may, when);
}

void States::before(const plan::Step& step) {
  if (step.kind != plan::StepKind::leave || step.bracket < 0 || broken("states.leave")) return;
  const auto& b = c_.plan.brackets[static_cast<size_t>(step.bracket)];
  set(b.resource, b.after, c_.guards.runs(step));
}

void States::after(const plan::Step& step) {
  if (step.kind != plan::StepKind::enter || step.bracket < 0) return;
  const auto& b = c_.plan.brackets[static_cast<size_t>(step.bracket)];
  set(b.resource, b.state, broken("states.enter-unguarded") ? Guards::always
                           : broken("states.enter-failed") ? c_.guards.runs(step)
                                                           : c_.guards.done(step));
}

void States::pass(const plan::Deed& deed, Guards::Id when) {
  for (const auto& e : deed.effects)
    if (e.kind == plan::EffectKind::may_start && !broken("states.may-start")) set(e.resource, "", when);
}

Guards::Id States::may_write(const std::string& resource) {
  const auto [at, fresh] = asked_.try_emplace(resource, std::pair(changes_, Guards::never));
  auto& [as_of, out] = at->second;
  if (!fresh && as_of == changes_) return out;
  as_of = changes_;
  out = Guards::never;
  for (const auto& w : writers_)
    if (std::any_of(w.writes.begin(), w.writes.end(), [&](const auto& n) { return n == resource || (related(c_.plan, n, resource) && !broken("states.parts")); }))
      out = c_.guards.either(out, may_.at(w.resource).at(w.state));
  return out;
}

Guards::Id States::may_be_other(const std::string& resource, const std::string& state) const {
  const auto at = may_.find(resource);
  if (at == may_.end()) return Guards::always;
  auto out = Guards::never;
  for (const auto& [name, may] : at->second)
    if (name != state) out = c_.guards.either(out, may);
  return out;
}

std::string States::writer_of(const std::string& resource) const {
  for (const auto& w : writers_)
    if (std::any_of(w.writes.begin(), w.writes.end(), [&](const auto& n) { return related(c_.plan, n, resource); })) return w.resource;
  return "";
}

const plan::Bracket* States::keeper(const plan::Step& step, const std::string& resource) const {
  const plan::Bracket* found = nullptr;
  for (int i = step.bracket; i >= 0; i = c_.plan.brackets[static_cast<size_t>(i)].outer) {
    const auto& b = c_.plan.brackets[static_cast<size_t>(i)];
    const bool keeps = std::any_of(writers_.begin(), writers_.end(), [&](const auto& w) {
      return w.resource == b.resource && w.state != b.state &&
             std::any_of(w.writes.begin(), w.writes.end(), [&](const auto& n) { return related(c_.plan, n, resource); });
    });
    if (keeps && found) return nullptr;
    if (keeps) found = &b;
  }
  return found;
}

}  // namespace upg::prove
