// Lets each step of a plan fail, one at a time, under each combination of what is known when a run opens, and looks where
// that leaves the system. It follows the plan as a run does, and shares nothing with the proofs.
#pragma once

#include "compiler/simulate/simulate.h"

namespace upg::simulate {

struct FailureWalk {
  std::vector<Result> results;  ///< one a step that may fail, in order; its title says what a failure there leads to
  size_t combinations = 0;      ///< of `from`, choices, yes-or-no inputs and optional steps
  bool one_at_a_time = false;   ///< all of them would be too many: each was varied alone
};

/// What only a run can tell (a text that is captured, a file that exists) is taken to let a step run.
[[nodiscard]] FailureWalk all_failures(const sema::Module& module, const support::SourceSet& sources,
                                       const plan::Bindings& bindings);

}  // namespace upg::simulate
