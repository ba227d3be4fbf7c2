// P5: at every failure point there is a way back or a declared end of it: the undo of a step brings back every resource that
// the step changes, and what restores reads what some step before has saved.
//
// Assumes: an inverse turns its verb round; what an undo is said to restore is restored (listed as believed).
#include <algorithm>
#include <map>
#include <set>

#include "compiler/plan/walk.h"
#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

using plan::Undo;

bool whole_of(const plan::Plan& plan, const std::string& part, const std::string& whole) {
  const auto* r = plan.resource(part);
  return r && r->part_of == whole;
}

class Rollback {
 public:
  explicit Rollback(Context& c) : c_(c) {}

  void run() {
    for (const auto& step : c_.plan.steps) {
      makes(step);
      step_changes(step);
    }
  }

 private:
  void makes(const plan::Step& step) {
    const auto runs = c_.guards.runs(step);
    const auto make = [&](const std::string& name, Guards::Id when) {
      auto& made = made_.try_emplace(name, Guards::never).first->second;
      made = c_.guards.either(made, when);
    };
    for (const auto& deed : step.deeds) {
      const auto when = c_.guards.both(runs, c_.guards.of(deed.guard));
      for (const auto& name : deed.outputs) make(name, when);
      for (const auto& a : deed.actions)
        if (!a.capture.empty()) make(a.capture, when);
    }
  }

  void step_changes(const plan::Step& step) {
    if (step.kind != plan::StepKind::normal) return;  // a bracket: entering and leaving undo each other
    std::set<std::string> changed;
    for (const auto& deed : step.deeds)
      for (const auto& e : deed.effects)
        if (alters(e.kind)) changed.insert(e.resource);
    if (changed.empty()) return;
    if (step.undo.how == Undo::How::nothing || step.undo.how == Undo::How::irreversible) {
      const bool nothing = step.undo.how == Undo::How::nothing;
      c_.proofs.evidence.push_back(
          {"P5", step.id, (nothing ? "nothing to undo: " : "point of no return: ") + step.undo.why, {step.span}});
      return;
    }
    for (const auto& name : changed) brought_back(step, name);
  }

  // When the undo brings `name` back: by a restore of it or of the whole that it is part of, by inverses of every deed that
  // changes it, or because the author says so.
  Guards::Id covered(const plan::Step& step, const std::string& name) {
    auto out = Guards::never;
    for (const auto& b : step.undo.believed)
      if (b.resource == name) return Guards::always;
    for (const auto& entry : step.undo.deeds)
      for (const auto& e : entry.deed.effects)
        if (e.kind == plan::EffectKind::restores && (e.resource == name || whole_of(c_.plan, name, e.resource)))
          out = c_.guards.either(out, c_.guards.both(c_.guards.of(entry.deed.guard), supplied(entry.deed)));
    return out;
  }

  void brought_back(const plan::Step& step, const std::string& name) {
    const auto* r = c_.plan.resource(name);
    if (r && !r->disposable.empty()) return;
    const auto restored = covered(step, name);
    const auto runs = c_.guards.both(c_.guards.runs(step), c_.guards.possible());
    for (const auto& deed : step.deeds) {
      const bool changes = std::any_of(deed.effects.begin(), deed.effects.end(),
                                       [&](const auto& e) { return alters(e.kind) && e.resource == name; });
      if (!changes || inverted(step, deed.number)) continue;
      const auto bad = c_.guards.without(c_.guards.both(runs, c_.guards.of(deed.guard)), restored);
      if (bad == Guards::never) continue;
      diag::NoWayBack(c_.sink, deed.span, step.name, name, witness_note(c_, bad))
          .help("add `undo {{ … }}` with a deed that restores `{}`, or say `undo nothing \"why\"` or `undo irreversible \"why\"`", name);
      return;
    }
    c_.proofs.evidence.push_back({"P5", step.id, "its undo brings back `" + name + "`", undo_places(step, name)});
  }

  static std::vector<Span> undo_places(const plan::Step& step, const std::string& name) {
    std::vector<Span> out;
    for (const auto& entry : step.undo.deeds)
      for (const auto& e : entry.deed.effects)
        if (e.resource == name) out.push_back(entry.deed.span);
    return out;
  }

  // When everything that the deed reads was made: a deed of an undo whose supplies are not there is skipped.
  Guards::Id supplied(const plan::Deed& deed) {
    auto out = Guards::always;
    plan::each_ref(deed, [&](const plan::Ref& e) {
      core::each_variable(e, [&](const std::string& name) {
        const auto* v = c_.plan.variable(name);
        if (v && !v->step.empty()) out = c_.guards.both(out, made_.try_emplace(name, Guards::never).first->second);
      });
    });
    return out;
  }

  Context& c_;
  std::map<std::string, Guards::Id> made_;
};

}  // namespace

void prove_rollback(Context& c) { Rollback(c).run(); }

}  // namespace upg::prove
