// What follows from a route: the hops on the way from one version to another, and which of them a plan takes from where.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compiler/core/expr.h"
#include "compiler/core/route.h"

namespace upg::plan {

using core::Ref;

/// One hop of a way, and why it is the next one.
struct Leg { std::string from, to, reason, guide; };
struct Way {
  std::vector<Leg> legs;          ///< as far as it leads; all of it when it arrives
  bool arrives = false;
  std::string why_not;            ///< when it does not arrive: the author's reason, or ""
  std::string nearest;            ///< the latest release that can be reached, or ""
  /// The first hop that another guide describes, or null.
  [[nodiscard]] const Leg* elsewhere() const;
};

/// The fewest hops, and of those the latest landings. A version that is the target has a way without hops.
[[nodiscard]] Way way(const core::Route& route, const std::string& from, const std::string& to);

/// May a hop on a way to `target` lead from the one to the other?
[[nodiscard]] bool may_hop(const core::Route& route, const std::string& from, const std::string& to, const std::string& target);

/// A stretch of versions that no rule of the route tells apart: one that it names, or all between two such.
struct Stretch {
  core::Interval versions;
  std::string witness;            ///< one of them
};
/// Those of `range`, ascending.
[[nodiscard]] std::vector<Stretch> stretches(const core::Route& route, const core::Interval& range, const std::string& to,
                                               const std::vector<std::string>& more = {});

/// A hop of a plan: taken from some of the versions that the plan starts from.
struct RouteHop {
  std::string to;
  Ref guard;                      ///< over `from`; null: always
  Ref from;                       ///< the release before it, a value over `from`
};
/// What the plan cannot start from, and why.
struct RouteRefusal { Ref when; std::string why; };
struct Hops {
  std::vector<RouteHop> hops;     ///< ascending
  std::vector<RouteRefusal> refusals;
};
/// When, among the versions from which the hop to `hop` is taken, the version before it is as asked. `asked` is constant
/// between two neighbours of `bounds`.
[[nodiscard]] Ref when_before(const core::Route& route, const core::Interval& range, const std::string& to, const std::string& hop,
                              const std::vector<std::string>& bounds, const std::function<bool(const std::string&)>& asked);
[[nodiscard]] Hops hops(const core::Route& route, const core::Interval& range, const std::string& to);

}  // namespace upg::plan
