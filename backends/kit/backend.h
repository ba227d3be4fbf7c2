// A backend is a value: a name and two pure functions from an immutable plan to named texts. Listed once, in
// backends/registry.cpp.
#pragma once

#include <functional>
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

/// Takes finished bytes of the artifact with this name off its maker's hands, so that memory does not follow its size.
using Spill = std::function<void(std::string_view name, std::string_view bytes)>;

struct Options {
  std::string flavour = "commonmark";       ///< of the runbook: commonmark, github
  const support::SourceSet* sources = nullptr;  ///< to name source lines in comments
  Spill spill = nullptr;                    ///< null: an artifact comes back whole
  /// The files that documents of the plan became, with their digests: the script looks whether they are still the same.
  std::vector<std::pair<std::string, std::string>> documents = {};
};

/// Called by a backend now and then while it makes `bytes`: takes them once they are many.
inline void spill(const Options& options, std::string_view name, std::string& bytes) {
  constexpr size_t many = 1 << 16;
  if (!options.spill || bytes.size() < many) return;
  options.spill(name, bytes);
  bytes.clear();
}

struct Backend {
  std::string_view name;                    ///< `shell`
  std::string_view about;                   ///< a line for the help
  bool (*wanted)(const plan::Plan&);        ///< does this plan have such an artifact?
  /// What this target cannot express (UPG4xxx).
  void (*check)(const plan::Plan&, const prove::Proofs&, diag::Sink&);
  /// Total after a check without errors; no I/O. What was spilled is not in the bytes that come back.
  std::vector<Artifact> (*emit)(const plan::Plan&, const prove::Proofs&, const Options&);
  bool makes_documents = false;             ///< what it emits are the files of the plan's documents; others get their digests
};

/// All of them, in the order in which their artifacts are listed.
[[nodiscard]] std::span<const Backend> all();

}  // namespace upg::backends
