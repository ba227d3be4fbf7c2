// What may follow what: the releases of a product and the rules for going from one to the next, as the author wrote them.
// Read by sema; what follows from them is worked out in compiler/plan/route.h.
#pragma once

#include <string>
#include <vector>

#include "compiler/core/type.h"
#include "compiler/support/source.h"

namespace upg::core {

/// Versions from `low` to `high`; "" is an open end.
struct Interval {
  std::string low, high;
  bool low_open = false, high_closed = false;

  [[nodiscard]] bool holds(const std::string& version) const;
  /// `< 23.4.1`, `24.1 ..< 24.2`, `24.1`.
  [[nodiscard]] std::string spelled() const;
};

struct RouteRule {
  enum class What : uint8_t {
    hop,     ///< from these versions the next hop is to this release, and to no other
    direct,  ///< one hop may pass over the releases in between
    deny,    ///< no hop from these versions to this release
    never    ///< no hop ends at this release
  };
  Span span;
  What what = What::hop;
  Interval from;
  std::string to;
  std::string guide;  ///< url of another guide that describes this hop, or ""
  std::string why;
};

/// How far a hop may go where no rule says so.
enum class Stepping : uint8_t {
  unsaid,    ///< nowhere: each hop has a rule
  releases,  ///< to the next release
  minor,     ///< within a line (24.1.x), or to the next one
  major      ///< within the releases of a first number (24.x), or to the next
};

struct Route {
  struct Release { Span span; std::string version; };
  Span span;
  bool said = false;
  std::vector<Release> releases;     ///< in ascending order
  Stepping stepping = Stepping::unsaid;
  std::vector<RouteRule> rules;
  std::string no_downgrade;          ///< what to do instead, or ""
  Span no_downgrade_span;
};

}  // namespace upg::core
