#include "backends/shell/tools.h"

#include <algorithm>
#include <string>

#include "compiler/plan/walk.h"

namespace upg::shell {
namespace {

// The program's name, when it stands there as it is and has to be searched for.
std::string bare_name(const core::Simple& part) {
  std::string name;
  if (part.argv.empty()) return name;
  for (const auto& piece : part.argv[0].pieces) {
    if (piece.value) return {};
    name += piece.text;
  }
  return name.find('/') == std::string::npos ? name : std::string{};
}

// Another user, or another search path, finds other programs.
bool elsewhere(const core::Command& c) {
  return c.user || std::any_of(c.env.begin(), c.env.end(), [](const core::EnvEntry& e) { return e.name == "PATH"; });
}

void add(std::vector<plan::Need>& all, const std::string& name) {
  const bool there = std::any_of(all.begin(), all.end(), [&](const plan::Need& n) { return n.tool == name; });
  if (!name.empty() && !there) all.push_back({name, {}});
}

void add_all(std::vector<plan::Need>& all, plan::Deed deed) {
  if (deed.guard) return;
  std::erase_if(deed.actions, [](const plan::Action& a) { return a.guard != nullptr; });
  plan::each_ref(deed, [&](const core::Ref& e) {
    const auto* command = e ? std::get_if<core::CommandValue>(&e->node) : nullptr;
    if (!command || elsewhere(*command->command)) return;
    for (const auto& part : command->command->pipeline) add(all, bare_name(part));
  });
}

}  // namespace

std::vector<plan::Need> tools(const plan::Plan& plan) {
  auto all = plan.needs;
  for (const auto& step : plan.steps) {
    if (step.guard || step.optional) continue;
    for (const auto& deed : step.deeds) add_all(all, deed);
    for (const auto& entry : step.undo.deeds) add_all(all, entry.deed);
  }
  std::sort(all.begin(), all.end(), [](const plan::Need& a, const plan::Need& b) { return a.tool < b.tool; });
  return all;
}

}  // namespace upg::shell
