// What was shown about a plan, as a value that backends read.
#pragma once

#include <string>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/plan/plan.h"

namespace upg::prove {

/// What rolling back from a failure in `step` does: undo of that step, then of those before it.
struct WayBack {
  std::string step;                    ///< id of the step that failed
  std::string before;                  ///< id of the step whose way back follows, or ""
  std::string point_of_no_return;      ///< id of the step that cannot be undone, or "": rollback stops there
};
/// A command that is taken to read only because it stands in a reading place.
struct Belief { std::string step; Span span; std::string text; };

/// Something that was shown.
struct Evidence {
  std::string proof;                   ///< "P1"
  std::string step;                    ///< id, or "" for the whole plan
  std::string text;
  std::vector<Span> cites;             ///< what it was shown from: without any one of these lines the proof fails
  std::vector<Span> at;                ///< where it takes place, when that says more than the step does; at most one
};

/// What a proof found and the author accepts.
struct Waived { std::string proof, step, finding, why, until; };

struct Proofs {
  std::vector<WayBack> ways_back;      ///< one a changing step, in the plan's order
  std::vector<Belief> believed;
  std::vector<Evidence> evidence;
  std::vector<Waived> waived;
};

[[nodiscard]] Proofs prove(const plan::Plan& plan, diag::Sink& sink);

}  // namespace upg::prove
