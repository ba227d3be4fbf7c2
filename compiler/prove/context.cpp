#include "compiler/prove/context.h"

#include <algorithm>
#include <set>

#include "compiler/plan/walk.h"

namespace upg::prove {

bool inverted(const plan::Step& step, int n) {
  return std::any_of(step.undo.deeds.begin(), step.undo.deeds.end(), [&](const auto& e) { return e.of == n; });
}

void each_deed(Context& c, const std::function<void(const plan::Step&, const plan::Deed&, Guards::Id)>& f) {
  for (const auto& step : c.plan.steps) {
    const auto runs = c.guards.runs(step);
    for (const auto& deed : step.deeds) f(step, deed, c.guards.both(runs, c.guards.of(deed.guard, step)));
  }
}

std::string witness_note(Context& c, Guards::Id when) {
  const auto said = c.guards.witness(when);
  return said.empty() ? "" : " (" + said + ")";
}

std::vector<Span> needed(Context& c, const std::vector<Part>& parts, Guards::Id all) {
  std::vector<Guards::Id> after(parts.size() + 1, Guards::never);
  for (size_t i = parts.size(); i-- > 0;) after[i] = c.guards.either(after[i + 1], parts[i].when);
  std::vector<Span> out;
  auto before = Guards::never;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (c.guards.without(all, c.guards.either(before, after[i + 1])) != Guards::never) out.push_back(parts[i].span);
    before = c.guards.either(before, parts[i].when);
  }
  return out;
}

bool within(const plan::Plan& plan, const std::string& name, const std::string& whole) {
  std::string at = name;
  for (size_t steps = 0; steps <= plan.resources.size() && !at.empty(); ++steps) {
    if (at == whole) return true;
    const auto* r = plan.resource(at);
    at = r ? r->part_of : "";
  }
  return false;
}

bool related(const plan::Plan& plan, const std::string& a, const std::string& b) {
  return within(plan, a, b) || within(plan, b, a);
}

std::vector<std::string> with_parts(const plan::Plan& plan, const std::string& name) {
  std::vector<std::string> out{name};
  for (const auto& r : plan.resources)
    if (!r.part_of.empty() && r.name != name && within(plan, r.name, name)) out.push_back(r.name);
  return out;
}

bool precious(const plan::Plan& plan, const std::string& name) {
  const auto* r = plan.resource(name);
  return r && r->disposable.empty() && r->holds_data;
}

bool transition(const plan::Plan& plan, const plan::Step& step, const plan::Effect& effect) {
  return step.kind != plan::StepKind::normal && step.bracket >= 0 && effect.kind == plan::EffectKind::changes &&
         plan.brackets[static_cast<size_t>(step.bracket)].resource == effect.resource;
}

std::vector<std::string> supplies(const plan::Plan& plan, const plan::Deed& deed) {
  std::vector<std::string> out;
  std::set<std::string> lets;  // one may use another many times
  const std::function<void(const std::string&)> add = [&](const std::string& name) {
    const auto* v = plan.variable(name);
    if (!v || lets.contains(name)) return;
    if (!v->step.empty()) {
      out.push_back(name);
      return;
    }
    lets.insert(name);
    if (v->origin == plan::Origin::let) core::each_variable(v->value, add);
  };
  plan::each_ref(deed, [&](const plan::Ref& e) { core::each_variable(e, add); });
  return out;
}

}  // namespace upg::prove
