// The plan in words, for people: used by the runbook, comments of the script, `upg plan`. English, no full stop.
#pragma once

#include <string>

#include "compiler/plan/plan.h"

namespace upg::plan {

/// A condition: "from is before 5.4 and deployment is kubernetes"; "" for null.
[[nodiscard]] std::string words(const Plan& plan, const Ref& condition);
/// "5m to 2h", "about 5m", "unknown", "" when not said.
[[nodiscard]] std::string words(const Estimate& estimate);
/// A value as a person would write it: `${root}/OMERO.server` with variables as ${NAME}.
[[nodiscard]] std::string template_text(const Ref& value);
/// A command as in the source, variables as ${NAME}.
[[nodiscard]] std::string template_text(const core::Command& command);

}  // namespace upg::plan
