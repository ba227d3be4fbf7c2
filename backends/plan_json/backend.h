// plan.json: the whole plan for other programs, versioned and documented in docs/plan-json.md.
#pragma once

#include "backends/kit/backend.h"

namespace upg::plan_json {
[[nodiscard]] backends::Backend backend();
}
