// Commands of verbs that come out the same: a hundred steps that restore one directory share what that runs.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "compiler/plan/scope.h"

namespace upg::plan {

class SharedCommands {
 public:
  explicit SharedCommands(Evaluator& evaluator) : eval_(evaluator) {}
  /// What the evaluator makes of `c` in `scope`: perhaps what it made before of the same values. Values whose place in the
  /// source is told to people later (secrets, cases, lists) are not shared.
  [[nodiscard]] CommandRef command(const CommandRef& c, const Scope& scope);

 private:
  Evaluator& eval_;
  std::map<std::pair<const core::Command*, std::string>, CommandRef> made_;
};

}  // namespace upg::plan
