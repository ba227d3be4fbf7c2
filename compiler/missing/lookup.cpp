#include "compiler/plan/plan.h"
namespace upg::plan {
namespace {
template <typename List>
auto* named(const List& list, std::string_view key, auto member) {
  for (const auto& entry : list)
    if (entry.*member == key) return &entry;
  return static_cast<decltype(&list.front())>(nullptr);
}
}  // namespace
const Step* Plan::step(std::string_view id) const { return named(steps, id, &Step::id); }
const Variable* Plan::variable(std::string_view key) const { return named(variables, key, &Variable::name); }
const Resource* Plan::resource(std::string_view key) const { return named(resources, key, &Resource::name); }
}  // namespace upg::plan
