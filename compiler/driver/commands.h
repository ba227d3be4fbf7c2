// What each word of the command line does.
#pragma once

#include "compiler/driver/options.h"

namespace upg::driver {

/// Does what was asked and prints: diagnostics as text to standard error or, in any other format, alone to standard output.
[[nodiscard]] Exit run(const Options& options);

// One function a command, in files of their own where they are long.
[[nodiscard]] Exit check(const Options& options);
[[nodiscard]] Exit build(const Options& options);
[[nodiscard]] Exit show_plan(const Options& options);
[[nodiscard]] Exit show_route(const Options& options);
[[nodiscard]] Exit run_tests(const Options& options);
[[nodiscard]] Exit explain(const Options& options);
[[nodiscard]] Exit format_files(const Options& options);
[[nodiscard]] Exit init(const Options& options);
[[nodiscard]] Exit show_kinds(const Options& options);

}  // namespace upg::driver
