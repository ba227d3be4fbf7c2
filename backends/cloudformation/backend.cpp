#include "backends/cloudformation/backend.h"

#include <algorithm>

namespace upg::cloudformation {

namespace {

constexpr std::string_view format = "change_set";

bool wanted(const plan::Plan& plan) {
  return std::any_of(plan.documents.begin(), plan.documents.end(), [](const auto& d) { return d.format == format; });
}

void check(const plan::Plan&, const prove::Proofs&, diag::Sink&) {}

std::vector<backends::Artifact> emit(const plan::Plan& plan, const prove::Proofs&, const backends::Options&) {
  std::vector<backends::Artifact> out;
  for (const auto& d : plan.documents)
    if (d.format == format) out.push_back({d.artifact, print(d, plan), false});
  return out;
}

}  // namespace

backends::Backend backend() { return {"cloudformation", "change-set.json, a request for each stack", wanted, check, emit, true}; }

}  // namespace upg::cloudformation
