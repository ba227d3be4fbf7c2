// A backend is a value: a name and two pure functions from an immutable plan to named texts. Listed once, in
// backends/registry.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/plan/plan.h"
#include "compiler/prove/proofs.h"

namespace upg::backends {

/// A file of the result. `name` is relative, no directories above it.
struct Artifact {
  std::string name;
  std::string bytes;
  bool executable = false;
};

struct Options {
  std::string flavour = "commonmark";       ///< of the runbook: commonmark, github
  const support::SourceSet* sources = nullptr;  ///< to name source lines in comments
};

struct Backend {
  std::string_view name;                    ///< `shell`
  std::string_view about;                   ///< a line for the help
  bool (*wanted)(const plan::Plan&);        ///< does this plan have such an artifact?
  /// What this target cannot express (UPG4xxx).
  void (*check)(const plan::Plan&, const prove::Proofs&, diag::Sink&);
  /// Total after a check without errors; no I/O.
  std::vector<Artifact> (*emit)(const plan::Plan&, const prove::Proofs&, const Options&);
};

/// All of them, in the order in which their artifacts are listed.
[[nodiscard]] std::span<const Backend> all();

}  // namespace upg::backends
