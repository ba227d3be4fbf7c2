// Conditions that are settled before anybody asks: by the versions that the plan starts from, or by a condition around them.
#pragma once

#include "compiler/diag/diag.h"
#include "compiler/plan/plan.h"

namespace upg::plan {

/// Reports a condition that never holds, or always does. Only the general plan is looked at: what bindings settle is meant so.
class Settled {
 public:
  /// `sink` null: nothing is reported.
  explicit Settled(diag::Sink* sink) : sink_(sink) {}
  /// `written`: the condition in the source, or null. `own`: what is left of it. `around`, `all`: what stands around it, and both.
  void look(const Ref& written, const Ref& own, const Ref& around, const Ref& all) const;
  /// The one undo of a group, where an optional step that changes something stands before others that do.
  void group_undo(Span optional_step, const std::string& group, const std::string& step) const;

 private:
  diag::Sink* sink_;
};

}  // namespace upg::plan
