#include "compiler/core/route.h"

namespace upg::core {

bool Interval::holds(const std::string& version) const {
  if (!low.empty()) {
    const int c = compare_versions(version, low);
    if (c < 0 || (c == 0 && low_open)) return false;
  }
  if (high.empty()) return true;
  const int c = compare_versions(version, high);
  return c < 0 || (c == 0 && high_closed);
}

std::string Interval::spelled() const {
  if (!low.empty() && low == high) return low;
  if (low.empty()) return (high_closed ? "<= " : "< ") + high;
  if (high.empty()) return (low_open ? "> " : ">= ") + low;
  if (low_open) return "between " + low + " and " + high + (high_closed ? ", or " + high : "");
  return low + (high_closed ? " .. " : " ..< ") + high;
}

}  // namespace upg::core
