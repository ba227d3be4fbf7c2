// RUNBOOK.md: the procedure for a person with a terminal.
#pragma once

#include "backends/kit/backend.h"

namespace upg::runbook {
[[nodiscard]] backends::Backend backend();
}
