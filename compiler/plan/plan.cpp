#include "compiler/plan/plan.h"

#include <algorithm>

namespace upg::plan {

const Step* Plan::step(std::string_view id) const {
  const auto it = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.id == id; });
  return it == steps.end() ? nullptr : &*it;
}

const Variable* Plan::variable(std::string_view wanted) const {
  const auto it = std::find_if(variables.begin(), variables.end(), [&](const Variable& v) { return v.name == wanted; });
  return it == variables.end() ? nullptr : &*it;
}

const Resource* Plan::resource(std::string_view wanted) const {
  const auto it = std::find_if(resources.begin(), resources.end(), [&](const Resource& r) { return r.name == wanted; });
  return it == resources.end() ? nullptr : &*it;
}

}  // namespace upg::plan
