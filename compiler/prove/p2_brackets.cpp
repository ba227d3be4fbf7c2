// P2: what was stopped is started again on every path, or is held with a reason; a verb is used only in a state that
// allows it. That a bracket is left when all goes well is its shape: entering and leaving stand in the plan as a pair.
//
// Assumes: a state is changed by brackets, and by what says `may start`; a rollback enters again what it needs.
// Not shown: that a probe tells the truth.
#include <algorithm>
#include <set>

#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/mutants.h"
#include "compiler/prove/states.h"

namespace upg::prove {
namespace {

bool may_fail(const plan::Step& step) {
  for (const auto& d : step.deeds)
    for (const auto& a : d.actions) {
      if (std::holds_alternative<plan::Say>(a.node) || std::holds_alternative<plan::Set>(a.node)) continue;
      const auto* e = std::get_if<plan::Expect>(&a.node);
      if (!e || e->how != plan::Expect::How::recommend) return true;
    }
  return false;
}

class Brackets {
 public:
  explicit Brackets(Context& c) : c_(c), states_(c) {}

  void run() {
    for (const auto& step : c_.plan.steps) {
      states_.before(step);
      held_with_a_reason(step);
      for (const auto& deed : step.deeds) {
        const auto when = c_.guards.both(c_.guards.runs(step), c_.guards.of(deed.guard, step));
        in_its_state(step, deed, when);
        states_.pass(deed, when);
      }
      for (const auto& entry : step.undo.deeds)
        if (!broken("p2.undo-state")) in_its_state(step, entry.deed, c_.guards.both(c_.guards.runs(step), c_.guards.of(entry.deed.guard, step)));
      states_.after(step);
    }
    for (const auto& b : c_.plan.brackets)
      c_.proofs.evidence.push_back({"P2", b.enter, "`" + b.leave + "` leaves what this enters", {}, {b.span}});
  }

 private:
  // The innermost bracket that may be open when the step runs, and when.
  struct Open { const plan::Bracket* bracket = nullptr; Guards::Id when = Guards::never; };
  Open open(const plan::Step& step) {
    const auto runs = c_.guards.both(c_.guards.runs(step), c_.guards.possible());
    for (int i = step.bracket; i >= 0; i = c_.plan.brackets[static_cast<size_t>(i)].outer) {
      const auto& b = c_.plan.brackets[static_cast<size_t>(i)];
      const auto when = broken("p2.guarded") ? runs : c_.guards.both(runs, c_.guards.of(b.guard, b));
      if (when != Guards::never) return {&b, when};
      if (broken("p2.outer")) break;
    }
    return {};
  }

  // One error a bracket: its first step that may fail stands for all.
  void held_with_a_reason(const plan::Step& step) {
    if (step.kind == plan::StepKind::enter || (step.kind == plan::StepKind::leave && broken("p2.leave"))) return;
    if (step.kind == plan::StepKind::normal && !may_fail(step)) return;
    const auto [b, when] = open(step);
    if (!b) return;
    const bool holds = step.on_failure.how == plan::OnFailure::How::hold;
    if (holds && step.on_failure.why.empty() && !broken("p2.reason")) {
      if (!said_.insert(b->enter).second) return;
      for (int i = b->outer; i >= 0; i = c_.plan.brackets[static_cast<size_t>(i)].outer)
        said_.insert(c_.plan.brackets[static_cast<size_t>(i)].enter);
      const auto what = step.kind == plan::StepKind::leave ? "leave " + b->resource + " " + b->state : step.name;
      diag::HeldWithoutReason(c_.sink, step.span, what, b->resource, b->state, witness_note(c_, when))
          .note(b->span, "the bracket begins here")
          .help("write `on failure hold \"why\"` in the step or in the bracket, or `on failure rollback`");
      return;
    }
    if (holds) shown(step, *b, when);
  }

  // What starts it may have begun.
  bool surely(const plan::Step& step, const plan::Bracket& b, Guards::Id when) const {
    if (step.kind == plan::StepKind::leave || c_.guards.both(when, states_.may_be_other(b.resource, b.state)) != Guards::never) return false;
    return std::none_of(step.deeds.begin(), step.deeds.end(), [&](const auto& d) {
      return std::any_of(d.effects.begin(), d.effects.end(), [&](const auto& e) { return e.kind == plan::EffectKind::may_start && e.resource == b.resource; });
    });
  }

  // Where the bracket has a reason as well, the step's own is not what this rests on.
  void shown(const plan::Step& step, const plan::Bracket& b, Guards::Id when) {
    const auto said = step.on_failure.span;
    std::vector<Span> cites, at;
    const auto& around = c_.plan.brackets[static_cast<size_t>(step.bracket)].on_failure;
    const bool without = around.how != plan::OnFailure::How::hold || !around.why.empty();
    const bool either = said != around.span && without;
    if (said.end > said.begin) (either ? at : cites).push_back(said);
    c_.proofs.evidence.push_back({"P2", step.id, "when it fails `" + b.resource + (surely(step, b, when) ? "` stays " : "` may stay ") + b.state + ": " + step.on_failure.why, std::move(cites), std::move(at)});
  }

  void in_its_state(const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    if (deed.needs_state.empty() || broken("p2.state")) return;
    const auto bad = c_.guards.both(c_.guards.both(when, c_.guards.possible()), states_.may_be_other(deed.resource, deed.needs_state));
    if (bad == Guards::never || !wrong_.insert(deed.resource + "\n" + deed.needs_state).second) return;
    diag::WrongState(c_.sink, deed.span, step.name, deed.resource, deed.needs_state, witness_note(c_, bad))
        .help("put the step into `with {} {} {{ … }}`", deed.resource, deed.needs_state);
  }

  Context& c_;
  States states_;
  std::set<std::string> said_, wrong_;
};

}  // namespace

void prove_brackets(Context& c) { Brackets(c).run(); }

}  // namespace upg::prove
