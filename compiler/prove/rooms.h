// What the proofs are made of, for prove.cpp alone: one function and one file each.
#pragma once

#include <vector>

#include "compiler/prove/proofs.h"

namespace upg::prove {

/// What rolls back a failure in each step that alters something, and the point from which nothing can.
[[nodiscard]] std::vector<WayBack> ways_back(const plan::Plan& plan);
/// Commands that are taken to read only because of where they stand: conditions, probes, checks.
[[nodiscard]] std::vector<Belief> beliefs(const plan::Plan& plan);

/// Hands on what was found, but for what the plan accepts, which becomes part of the proofs.
void waive(const plan::Plan& plan, const diag::Sink& found, Proofs& proofs, diag::Sink& sink);

}  // namespace upg::prove
