// Every combination of what a plan leaves open, one by one, and what a condition says in it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/plan/plan.h"

namespace upg::reference {

/// One combination: a number for `from`, a name for each choice, yes or no for everything else.
struct World {
  double from = 0;
  std::map<std::string, std::string> choice;
  std::map<std::string, bool> yes;
};
using Worlds = std::vector<World>;

/// All of them but those that the plan refuses; none when there are too many to walk through.
[[nodiscard]] Worlds worlds(const plan::Plan& plan);
[[nodiscard]] bool holds(const plan::Ref& condition, const World& world, const std::string& at);
/// Where the condition of a step is asked: enter and leave of a bracket ask once.
[[nodiscard]] std::string asked_at(const plan::Step& step);

/// Outputs of steps that the deed reads.
[[nodiscard]] std::vector<std::string> outputs_read(const plan::Plan& plan, const plan::Deed& deed);
[[nodiscard]] bool has_inverse(const plan::Step& step, const plan::Deed& deed);

}  // namespace upg::reference
