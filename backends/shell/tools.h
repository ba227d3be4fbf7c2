// The programs that a script looks for before it changes anything.
#pragma once

#include <vector>

#include "compiler/plan/plan.h"

namespace upg::shell {

/// What the kinds need, and the programs that commands which always run call by a bare name; sorted. One that a condition
/// decides about is left out, as is one called by its path: an earlier step may bring it.
[[nodiscard]] std::vector<plan::Need> tools(const plan::Plan& plan);

}  // namespace upg::shell
