// P7 purity, P8 resume, P10 waits: what is left of them after names and types were checked. That a step of `check` or
// `verify` has no deed that changes (UPG2207), and that a wait says how long (UPG2012), the analysis has refused already.
//
// Assumes: a command in a probe, a condition, `check` or `verify` reads; each is listed as believed.
#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"
#include "compiler/prove/mutants.h"

namespace upg::prove {
void prove_purity(Context& c) {
  for (const auto& b : c.proofs.believed)
    c.proofs.evidence.push_back({"P7", b.step, "`" + b.text + "` is believed to read", {}, {b.span}});
}

void prove_resume(Context& c) {
  each_deed(c, [&](const plan::Step& step, const plan::Deed& deed, Guards::Id) {
    const bool safe = deed.again == plan::Again::reads || deed.again == plan::Again::idempotent ||
                      (deed.again == plan::Again::probe && (deed.atomic || broken("p8.probe")));
    if (step.retry_once && !safe && !(deed.again == plan::Again::once && broken("p8.once")))
      diag::UnsafeRetry(c.sink, deed.span, step.name)
          .help("drop `retry once`, or give the step a `done when` and declare the deed `atomic`");
    if (deed.again == plan::Again::once)
      c.proofs.evidence.push_back({"P8", step.id, "a person decides when `" + deed.title + "` was interrupted", {}, {deed.span}});
    if (deed.again == plan::Again::probe)
      c.proofs.evidence.push_back({"P8", step.id, "a probe decides when `" + deed.title + "` was interrupted", {}, {deed.span}});
  });
}

namespace {

std::string then(const plan::Step& step) {
  const auto& why = step.on_failure.why;
  const auto reason = why.empty() ? "" : ": " + why;
  switch (step.on_failure.how) {
    case plan::OnFailure::How::hold: return "the run holds" + reason;
    case plan::OnFailure::How::rollback: return "the run is rolled back" + reason;
    case plan::OnFailure::How::go_on: return "the run goes on" + reason;
    case plan::OnFailure::How::automatic: return "it is mended" + reason;
  }
  return "";
}

void waits(Context& c, const plan::Step& step, const plan::Deed& deed, const std::string& what, const std::string& after) {
  for (const auto& a : deed.actions)
    if (const auto* w = std::get_if<plan::Wait>(&a.node))
      c.proofs.evidence.push_back({"P10", step.id, what + " at most " + core::duration_text(w->limit) + "; after that " + after, {}, {a.span}});
}

}  // namespace

void prove_waits(Context& c) {
  for (const auto& step : c.plan.steps) {
    for (const auto& deed : step.deeds)
      waits(c, step, deed, "waits", (step.retry_once ? "it is tried once more, and then " : "") + then(step));
    for (const auto& entry : step.undo.deeds) waits(c, step, entry.deed, "its undo waits", "the rollback stops");
    for (const auto& deed : step.on_failure.deeds) waits(c, step, deed, "when it has failed it waits", "the run holds");
  }
}

}  // namespace upg::prove
