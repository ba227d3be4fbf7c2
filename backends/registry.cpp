// The list of backends: adding one is a folder and a line here.
#include <array>

#include "backends/cloudformation/backend.h"
#include "backends/helm/backend.h"
#include "backends/kit/backend.h"
#include "backends/plan_json/backend.h"
#include "backends/runbook/backend.h"
#include "backends/shell/backend.h"

namespace upg::backends {

std::span<const Backend> all() {
  static const std::array list{
      shell::backend(),
      runbook::backend(),
      plan_json::backend(),
      helm::backend(),
      cloudformation::backend(),
  };
  return list;
}

}  // namespace upg::backends
