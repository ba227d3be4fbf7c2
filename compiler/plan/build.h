// Module and bindings to a plan: inlining of verbs, folding of what is known, order, undo, numbers, ids, digests.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "compiler/diag/diag.h"
#include "compiler/plan/plan.h"
#include "compiler/sema/module.h"

namespace upg::plan {

/// What the command line and the answers file fix, as text; checked against the declarations here (UPG25xx).
struct Bindings {
  std::map<std::string, std::string> values;   ///< inputs and choices; `from` and `to` too
  std::string target;                          ///< --target NAME, or ""
};

/// `module` must come from an analysis without errors. Nothing is returned when an error is reported.
[[nodiscard]] std::optional<Plan> build(const sema::Module& module, const support::SourceSet& sources,
                                        const Bindings& bindings, diag::Sink& sink);
/// The same; what the phases of the module hold is gone then, step by step as the plan grows.
[[nodiscard]] std::optional<Plan> build(sema::Module&& module, const support::SourceSet& sources, const Bindings& bindings,
                                        diag::Sink& sink);

}  // namespace upg::plan
