// Random plans for the comparison of the proofs with a slow reference: every other one is wild, the rest are sound but for a
// slip here and there.
#pragma once

#include "compiler/plan/plan.h"

namespace upg::reference {

/// The same seed gives the same plan.
[[nodiscard]] plan::Plan random_plan(unsigned seed);

}  // namespace upg::reference
