// Which deeds edit files, and of which formats the files are.
#include <algorithm>

#include "backends/shell/lower.h"
#include "compiler/plan/walk.h"

namespace upg::shell {

bool edits(const plan::Deed& d) {
  return std::any_of(d.actions.begin(), d.actions.end(),
                     [](const plan::Action& a) { return std::holds_alternative<plan::Amend>(a.node); });
}

std::set<std::string> formats(const plan::Plan& plan) {
  std::set<std::string> all;
  for (const auto& step : plan.steps) {
    for (const auto& d : step.deeds)
      for (const auto& a : d.actions)
        if (const auto* amend = std::get_if<plan::Amend>(&a.node)) all.insert(amend->format);
  }
  const auto asked = [&](const Ref& outer) {
    plan::each_inner(outer, [&](const Ref& e) {
      const auto* a = std::get_if<core::Apply>(&e->node);
      if (a && a->op == core::Op::has) all.insert(core::known_text(a->args[0]).value_or(""));
    });
  };
  plan::each_ref(plan, asked);
  for (const auto& v : plan.variables) plan::each_ref(v, asked);
  return all;
}

}  // namespace upg::shell
