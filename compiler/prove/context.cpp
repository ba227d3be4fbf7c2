#include "compiler/prove/context.h"

#include <algorithm>

namespace upg::prove {

bool inverted(const plan::Step& step, int n) {
  return std::any_of(step.undo.deeds.begin(), step.undo.deeds.end(), [&](const auto& e) { return e.of == n; });
}

void each_deed(Context& c, const std::function<void(const plan::Step&, const plan::Deed&, Guards::Id)>& f) {
  for (const auto& step : c.plan.steps) {
    const auto runs = c.guards.runs(step);
    for (const auto& deed : step.deeds) f(step, deed, c.guards.both(runs, c.guards.of(deed.guard)));
  }
}

std::string witness_note(Context& c, Guards::Id when) {
  const auto said = c.guards.witness(when);
  return said.empty() ? "" : " (" + said + ")";
}

Writers::Writers(Context& c) : c_(c) {
  for (const auto& service : c.plan.resources)
    for (const auto& state : service.states)
      for (const auto& written : state.writes) {
        const Key key{service.name, state.name};
        in_[key] = Guards::always;  // nothing is known of a system before the first step
        writers_[written].push_back(key);
      }
}

void Writers::set(const std::string& service, const std::string& state, Guards::Id when) {
  for (auto& [key, in] : in_) {
    if (key.first != service) continue;
    // An unnamed state may be any: every one that writes is possible again.
    in = state.empty() || key.second == state ? c_.guards.either(in, when) : c_.guards.without(in, when);
  }
}

void Writers::pass(const plan::Step& step) {
  if (step.kind == plan::StepKind::normal || step.bracket < 0) return;
  const auto& bracket = c_.plan.brackets[static_cast<size_t>(step.bracket)];
  const auto when = c_.guards.runs(step);
  set(bracket.resource, step.kind == plan::StepKind::enter ? bracket.state : bracket.after, when);
}

void Writers::pass(const plan::Deed& deed, Guards::Id when) {
  for (const auto& e : deed.effects)
    if (e.kind == plan::EffectKind::may_start) set(e.resource, "", when);
}

Guards::Id Writers::may_write(const std::string& resource) const {
  auto out = Guards::never;
  const auto at = writers_.find(resource);
  if (at == writers_.end()) return out;
  for (const auto& key : at->second) out = c_.guards.either(out, in_.at(key));
  return out;
}

std::string Writers::writer_of(const std::string& resource) const {
  const auto at = writers_.find(resource);
  return at == writers_.end() ? "" : at->second.front().first;
}

}  // namespace upg::prove
