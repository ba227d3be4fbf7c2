// P2: what was stopped is started again on every path, or is held with a reason; a verb is used only in a state that
// allows it. That a bracket is left when all goes well is its shape: entering and leaving stand in the plan as a pair.
#include <algorithm>
#include <set>

#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

bool changes_something(const plan::Step& step) {
  return std::any_of(step.deeds.begin(), step.deeds.end(), [](const auto& d) { return d.again != plan::Again::reads; });
}

// When the bracket `index`, or one around it, has put `resource` into `state`.
Guards::Id in_state(Context& c, int index, const std::string& resource, const std::string& state) {
  auto out = Guards::never;
  for (; index >= 0; index = c.plan.brackets[static_cast<size_t>(index)].outer) {
    const auto& b = c.plan.brackets[static_cast<size_t>(index)];
    if (b.resource == resource) return b.state == state ? c.guards.either(out, c.guards.of(b.guard)) : out;
  }
  return out;
}

// One error a bracket: its first step that may fail stands for all.
void held_with_a_reason(Context& c, const plan::Step& step, std::set<int>& said) {
  if (step.kind != plan::StepKind::normal || step.bracket < 0 || !changes_something(step)) return;
  if (step.on_failure.how == plan::OnFailure::How::hold && step.on_failure.why.empty()) {
    if (!said.insert(step.bracket).second) return;
    const auto& b = c.plan.brackets[static_cast<size_t>(step.bracket)];
    diag::HeldWithoutReason(c.sink, step.span, step.name, b.resource, b.state, witness_note(c, c.guards.runs(step)))
        .note(b.span, "the bracket begins here")
        .help("write `on failure hold \"why\"` in the step or in the bracket, or `on failure rollback`");
    return;
  }
  const auto& b = c.plan.brackets[static_cast<size_t>(step.bracket)];
  c.proofs.evidence.push_back({"P2", step.id, "when it fails `" + b.resource + "` stays " + b.state + ": " + step.on_failure.why, {step.span}});
}

}  // namespace

void prove_brackets(Context& c) {
  std::set<int> said;
  for (const auto& step : c.plan.steps) held_with_a_reason(c, step, said);
  for (const auto& b : c.plan.brackets)
    c.proofs.evidence.push_back({"P2", b.enter, "`" + b.leave + "` leaves what this enters", {b.span}});
  each_deed(c, [&](const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    if (deed.needs_state.empty()) return;
    const auto allowed = in_state(c, step.bracket, deed.resource, deed.needs_state);
    const auto bad = c.guards.without(c.guards.both(when, c.guards.possible()), allowed);
    if (bad != Guards::never)
      diag::WrongState(c.sink, deed.span, step.name, deed.resource, deed.needs_state, witness_note(c, bad))
          .help("put the step into `with {} {} {{ … }}`", deed.resource, deed.needs_state);
  });
}

}  // namespace upg::prove
