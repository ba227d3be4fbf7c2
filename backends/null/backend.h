// The smallest backend: it reads the plan and makes nothing. Copy this folder to begin another.
#pragma once

#include "backends/kit/backend.h"

namespace upg::null {
[[nodiscard]] backends::Backend backend();
}
