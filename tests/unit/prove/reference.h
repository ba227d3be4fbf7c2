// The proofs once more, slowly: every combination of version, choice, decision and failure is walked through by itself. Nothing
// is shared with the prover but the plan.
#pragma once

#include <set>
#include <string>

#include "compiler/plan/plan.h"

namespace upg::reference {

/// What the proofs must find: code and message, without the witness. Empty and `too_many` set when there are too many
/// combinations to walk through.
struct Findings {
  std::multiset<std::string> said;
  bool too_many = false;
  size_t combinations = 0;
};
[[nodiscard]] Findings find(const plan::Plan& plan);

}  // namespace upg::reference
