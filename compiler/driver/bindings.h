// What the command line and the answers file fix.
#pragma once

#include "compiler/driver/options.h"
#include "compiler/plan/build.h"

namespace upg::driver {

/// --from, --to and --set win over the answers file. Reports what has not the form `name = value`.
[[nodiscard]] plan::Bindings read_bindings(const Options& options, diag::Sink& sink);

}  // namespace upg::driver
