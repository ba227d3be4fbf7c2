// The plan as a table for a terminal.
#pragma once

#include <string>

#include "compiler/plan/plan.h"

namespace upg::driver {

/// A heading, what is fixed and what is asked for, and a row a step: number, id, title, duration, way back, condition.
[[nodiscard]] std::string table(const plan::Plan& plan);

}  // namespace upg::driver
