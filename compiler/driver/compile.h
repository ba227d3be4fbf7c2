// The way of the data: loaded files to a plan with its proofs, and on to artifacts. No I/O.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "backends/kit/backend.h"
#include "compiler/driver/load.h"
#include "compiler/plan/build.h"

namespace upg::driver {

struct Compiled {
  sema::Module module;   ///< without its phases unless they were kept
  plan::Plan plan;
  prove::Proofs proofs;
  std::vector<const backends::Backend*> targets;  ///< the backends that are wanted, in their order
};

/// The backends with these names (UPG9022), or those that want the plan when there are none.
[[nodiscard]] std::vector<const backends::Backend*> choose(const plan::Plan& plan, const std::vector<std::string>& names,
                                                           diag::Sink& sink);

/// Everything but writing. Nothing when an error was reported; each stage starts only when the one before found no error, so
/// that one mistake is one complaint. `targets` are names; empty means whatever the plan wants.
/// The trees of `loaded` are dropped once they were read. `again`: the module will be built from again, so it is kept whole.
[[nodiscard]] std::optional<Compiled> compile(Loaded& loaded, const plan::Bindings& bindings,
                                              const std::vector<std::string>& targets, bool again, diag::Sink& sink);

[[nodiscard]] std::vector<backends::Artifact> emit(const Compiled& compiled, const support::SourceSet& sources,
                                                   const std::string& flavour);
/// The same, one after the other: `spill` gets the bytes as they are made, `made` what is left of each artifact.
void emit(const Compiled& compiled, const backends::Options& options, const std::function<void(const backends::Artifact&)>& made);

}  // namespace upg::driver
