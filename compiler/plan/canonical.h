// Canonical text of values, commands and deeds: the same for the same meaning, whatever the prose, spans and layout.
// Digests and comparisons are made on it.
#pragma once

#include <string>

#include "compiler/plan/plan.h"

namespace upg::plan {

[[nodiscard]] std::string canonical(const Ref& e);
[[nodiscard]] std::string canonical(const core::Command& c);
/// Actions, effects, class and guards of a deed; not its title or what is shown to people.
[[nodiscard]] std::string canonical(const Deed& d);
/// Sets the digest of each step: over its deeds, effects and guards, and over the definitions of the lets that they use.
void set_digests(Plan& plan);

}  // namespace upg::plan
