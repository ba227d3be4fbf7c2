// P7 purity: `check` and `verify` only read. P8 resume: a retry is safe, and what a resumed run needs can be had again.
// P10 waits: each wait ends.
//
// Assumes: a command in a probe, a condition, `check` or `verify` reads; each is listed as believed.
#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

bool reads_only(plan::PhaseKind p) {
  return p == plan::PhaseKind::check || p == plan::PhaseKind::check_after_prepare || p == plan::PhaseKind::verify;
}

}  // namespace

void prove_purity(Context& c) {
  each_deed(c, [&](const plan::Step& step, const plan::Deed& deed, Guards::Id) {
    if (!reads_only(step.phase)) return;
    for (const auto& e : deed.effects)
      if (e.kind != plan::EffectKind::reads) {
        diag::CheckChanges(c.sink, deed.span, step.name, step.phase == plan::PhaseKind::verify ? "verify" : "check", e.resource)
            .help("move the step to `prepare` or `upgrade`");
        return;
      }
  });
}

void prove_resume(Context& c) {
  each_deed(c, [&](const plan::Step& step, const plan::Deed& deed, Guards::Id) {
    const bool safe = deed.again == plan::Again::reads || deed.again == plan::Again::idempotent ||
                      (deed.again == plan::Again::probe && deed.atomic);
    if (step.retry_once && !safe)
      diag::UnsafeRetry(c.sink, deed.span, step.name)
          .help("drop `retry once`, or give the step a `done when` and declare the deed `atomic`");
    if (deed.again == plan::Again::once)
      c.proofs.evidence.push_back({"P8", step.id, "a person decides when `" + deed.title + "` was interrupted", {deed.span}});
    if (deed.again == plan::Again::probe)
      c.proofs.evidence.push_back({"P8", step.id, "a probe decides when `" + deed.title + "` was interrupted", {deed.span}});
  });
}

void prove_waits(Context& c) {
  each_deed(c, [&](const plan::Step& step, const plan::Deed& deed, Guards::Id) {
    for (const auto& a : deed.actions)
      if (const auto* w = std::get_if<plan::Wait>(&a.node)) {
        if (w->limit <= 0)
          diag::EndlessWait(c.sink, a.span, step.name).help("say how long: `for 3m`");
        else
          c.proofs.evidence.push_back({"P10", step.id, "waits at most " + core::duration_text(w->limit), {a.span}});
      }
  });
}

}  // namespace upg::prove
