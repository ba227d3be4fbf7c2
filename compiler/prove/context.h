// What every proof works with, and the walk over a plan that they share.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "compiler/prove/guards.h"
#include "compiler/prove/proofs.h"

namespace upg::prove {

struct Context {
  const plan::Plan& plan;
  Guards& guards;
  diag::Sink& sink;
  Proofs& proofs;
};

/// Sets content aside or replaces it: what P1 and P5 are about. A restore on the way forward does so too.
[[nodiscard]] inline bool alters(plan::EffectKind k) {
  return k == plan::EffectKind::changes || k == plan::EffectKind::destroys || k == plan::EffectKind::restores;
}

/// `name` is `whole`, or part of it, or part of a part.
[[nodiscard]] bool within(const plan::Plan& plan, const std::string& name, const std::string& whole);
/// What happens to the one may happen to the other.
[[nodiscard]] bool related(const plan::Plan& plan, const std::string& a, const std::string& b);
/// The resource and its parts.
[[nodiscard]] std::vector<std::string> with_parts(const plan::Plan& plan, const std::string& name);
/// Content that has to be kept: not disposable, and of a kind that holds data.
[[nodiscard]] bool precious(const plan::Plan& plan, const std::string& name);
/// Entering or leaving a state alters the resource of the bracket, and is its own way back.
[[nodiscard]] bool transition(const plan::Plan& plan, const plan::Step& step, const plan::Effect& effect);
/// Outputs and captures of steps that the deed uses, those within its lets included.
[[nodiscard]] std::vector<std::string> supplies(const plan::Plan& plan, const plan::Deed& deed);

/// The undo of `step` has a deed that turns round deed number `n` of it.
[[nodiscard]] bool inverted(const plan::Step& step, int n);

/// Calls `f` for each deed of the plan in order, with the condition under which it runs.
void each_deed(Context& c, const std::function<void(const plan::Step&, const plan::Deed&, Guards::Id)>& f);

/// A place in the source that something rests on, and when it does.
struct Part { Span span; Guards::Id when; };
/// Those of the places without which the others do not suffice for `all`.
[[nodiscard]] std::vector<Span> needed(Context& c, const std::vector<Part>& parts, Guards::Id all);

/// " (from 5.3.3, deployment = kubernetes)", or "" when it happens always.
[[nodiscard]] std::string witness_note(Context& c, Guards::Id when);

// The proofs, a file each. Each reports its failures and adds its evidence to `c.proofs`.
void prove_backups(Context& c);    // P1
void prove_places(Context& c);     // P1: where backups lie
void prove_brackets(Context& c);   // P2
void prove_secrets(Context& c);    // P3
void prove_versions(Context& c);   // P4
void prove_rollback(Context& c);   // P5
void prove_purity(Context& c);     // P7
void prove_resume(Context& c);     // P8
void prove_choices(Context& c);    // P9
void prove_waits(Context& c);      // P10
void prove_supplies(Context& c);   // P11

}  // namespace upg::prove
