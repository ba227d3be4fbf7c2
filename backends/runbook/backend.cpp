#include "backends/runbook/backend.h"

#include "backends/runbook/lower.h"

namespace upg::runbook {

namespace {

bool wanted(const plan::Plan&) { return true; }

void check(const plan::Plan& plan, const prove::Proofs&, diag::Sink& sink) { (void)plan; (void)sink; }

std::vector<backends::Artifact> emit(const plan::Plan& plan, const prove::Proofs& proofs, const backends::Options& options) {
  constexpr std::string_view name = "RUNBOOK.md";
  return {{std::string(name), write(plan, proofs, options, name), false}};
}

}  // namespace

backends::Backend backend() {
  return {"runbook", "RUNBOOK.md, the procedure for a person with a terminal", wanted, check, emit};
}

}  // namespace upg::runbook
