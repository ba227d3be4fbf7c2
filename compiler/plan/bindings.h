// What the command line and an answers file fix, held against the declarations.
#pragma once

#include <map>
#include <string>

#include "compiler/core/type.h"
#include "compiler/diag/diag.h"
#include "compiler/plan/build.h"

namespace upg::plan {

/// Typed values by name; reports UPG25xx. What is wrong is left out.
[[nodiscard]] std::map<std::string, core::Value> check_bindings(const sema::Module& module, const Bindings& bindings,
                                                                diag::Sink& sink);
/// Reads `text` as a value of `type`, as an author would write it but without quotes; nothing when it is not one.
[[nodiscard]] std::optional<core::Value> read_value(const core::Type& type, const std::string& text);

}  // namespace upg::plan
