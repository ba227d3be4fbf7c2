// `upgrade.sh`: the procedure as a POSIX shell script.
#pragma once

#include "backends/kit/backend.h"

namespace upg::shell {
[[nodiscard]] backends::Backend backend();
}
