// The list of backends: adding one is a folder and a line here.
#include "backends/kit/backend.h"

#include <array>

#include "backends/plan_json/backend.h"
#include "backends/runbook/backend.h"

namespace upg::backends {

std::span<const Backend> all() {
  static const std::array list{
      runbook::backend(),
      plan_json::backend(),
  };
  return list;
}

}  // namespace upg::backends
