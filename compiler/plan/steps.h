// Phases, groups, brackets and steps to the flat list of the plan: order, numbers, ids, guards, undo.
#pragma once

#include <map>
#include <set>
#include <string>

#include "compiler/plan/deeds.h"
#include "compiler/plan/settled.h"

namespace upg::plan {

/// `upgrade`, `check-after-prepare`: the first part of a step's id.
[[nodiscard]] std::string_view phase_name(PhaseKind phase);

class StepMaker {
 public:
  StepMaker(Evaluator& evaluator, DeedMaker& deeds, Plan& plan, Settled settled)
      : eval_(evaluator), deeds_(deeds), plan_(plan), settled_(settled) {}
  /// What was made into steps is taken out of the phase, so that it and its steps are never both there as a whole.
  void phase(sema::Phase& phase);

 private:
  /// What stands around an item.
  struct Around {
    Ref guard;
    int bracket = -1;
    std::string group, group_title;
    const sema::OnFailure* on_failure = nullptr;
    const sema::Undo* undo = nullptr;  ///< of the group, in place of its steps'
  };
  void items(sema::Items& items, const Around& around);
  void step(const sema::Step& s, const Around& around);
  void group(sema::Group& g, const Around& around);
  void bracket(sema::Bracket& b, const Around& around);
  void branch(sema::Branch& b, const Around& around, Span span);

  struct Ways;  // in and out of a state
  [[nodiscard]] Ways ways(const sema::Resource& r, const sema::State& s, const Place& place);
  /// Opens entry `i` of the list, and what stands in it; closes it. Returns when the bracket is left.
  void entry(sema::Bracket& b, size_t i, const Ref& guard, const Around& around, bool gone);
  [[nodiscard]] Undo undo(const sema::Undo& u, const DeedMaker::Made& made, const Place& place);
  [[nodiscard]] OnFailure on_failure(const sema::OnFailure& f, const Place& place);
  [[nodiscard]] std::string unique(std::string id);
  void decide(Step& s) const;
  /// The condition of an item, together with what stands around it.
  [[nodiscard]] Ref within(const Ref& around, const Ref& guard);
  void group_undo(const sema::Undo& u, size_t first, const Around& around);

  Evaluator& eval_;
  DeedMaker& deeds_;
  Plan& plan_;
  Settled settled_;
  PhaseKind phase_ = PhaseKind::check;
  int number_ = 0;
  std::set<std::string> ids_;
  std::set<std::string> undo_unsaid_;  // steps that leave their undo to inverses, or to their group
};

}  // namespace upg::plan
