// Runs the tests of a plan: binds what they give, walks the plan as its script would, lets fail what they let fail, and
// compares. Nothing is executed; what only a run can tell is left open, and a test that asks for it does not pass.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/plan/build.h"

namespace upg::simulate {

/// What did not hold, and the line of the test that says it.
struct Reason {
  Span span;
  std::string text;
};
struct Result {
  Span span;
  std::string title;
  std::vector<Reason> reasons;  ///< empty: passed
  [[nodiscard]] bool passed() const { return reasons.empty(); }
};

/// The text of an artifact of a plan, by its name; nothing when the plan has none of that name.
using ArtifactText = std::function<std::optional<std::string>(const plan::Plan&, std::string_view)>;

/// One result a test, in order. `bindings` hold for all tests; what a test gives wins. `artifact` may be empty.
[[nodiscard]] std::vector<Result> run_tests(const sema::Module& module, const support::SourceSet& sources,
                                            const plan::Bindings& bindings, const ArtifactText& artifact);

}  // namespace upg::simulate
