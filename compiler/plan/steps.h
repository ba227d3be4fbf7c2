// Phases, groups, brackets and steps to the flat list of the plan: order, numbers, ids, guards, undo.
#pragma once

#include <list>
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
  /// What each hop does: its checks, its steps, what verifies it. `phases` are those of each hop.
  /// `before` as in Evaluator::enter_hop.
  void hop(const Hop& hop, std::function<Ref(const core::Apply&)> before, const std::vector<sema::Phase>& phases, const std::vector<sema::Crossing>& crossings);

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
  [[nodiscard]] Ref within(const Ref& around, const Ref& guard, const std::string& of);
  /// The crossings that this hop passes, by release.
  void crossings(sema::Items sema::Crossing::*items, const Around& around);
  /// Notes what comes of a condition of the author's that speaks of versions: `here` is what is left of it in this place.
  void window(const std::string& of, const Ref& said, const Ref& own, const Ref& here);
  [[nodiscard]] std::string in_hop(std::string title) const;
  [[nodiscard]] std::string path(const std::string& name) const;
  void group_undo(const sema::Undo& u, size_t first, const Around& around);

  Evaluator& eval_;
  DeedMaker& deeds_;
  Plan& plan_;
  Settled settled_;
  PhaseKind phase_ = PhaseKind::check;
  int number_ = 0;
  std::string hop_;
  std::function<Ref(const core::Apply&)> before_;
  const std::vector<sema::Crossing>* crossings_ = nullptr;
  std::list<sema::Items> kept_;        // what hops made steps of: deeds are told apart by where they lie
  std::set<std::string> ids_;
  std::set<std::string> undo_unsaid_;  // steps that leave their undo to inverses, or to their group
};

}  // namespace upg::plan
