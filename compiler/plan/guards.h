// Conditions put together: short ones, for people read them and a script asks them.
#pragma once

#include "compiler/core/expr.h"

namespace upg::plan {

/// Both hold; null for always, a known false for never. What one part decides about another is taken out: after `mode is a`
/// nothing more is asked of `mode`, and a version that is before 5.3 is before 5.4.
[[nodiscard]] core::Ref together(const core::Ref& a, const core::Ref& b);

/// Cases of which the first that holds is taken.
class Cascade {
 public:
  explicit Cascade(core::Ref around) : others_(std::move(around)) {}
  /// The condition under which the next case is taken; `when` null: else.
  [[nodiscard]] core::Ref take(const core::Ref& when);

 private:
  core::Ref others_;  ///< no case before holds
};

}  // namespace upg::plan
