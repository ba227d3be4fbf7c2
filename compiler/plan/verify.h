// What holds for every plan: checked by the tests after each build, and by the builder itself in debug builds.
#pragma once

#include <string>
#include <vector>

#include "compiler/plan/plan.h"

namespace upg::plan {

/// One line a broken invariant, empty for a sound plan: nothing of a kind is left in any expression, ids are unique,
/// variables are defined before they are used, deeds and steps are numbered, brackets and resources exist.
[[nodiscard]] std::vector<std::string> verify(const Plan& plan);

}  // namespace upg::plan
