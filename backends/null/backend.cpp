#include "backends/null/backend.h"

namespace upg::null {

namespace {

/// A backend whose artifact not every plan has says here which have it.
bool wanted(const plan::Plan&) { return false; }

/// What the target cannot express is reported here, so that `emit` need not fail.
void check(const plan::Plan&, const prove::Proofs&, diag::Sink&) {}

/// From the plan to bytes: no clock, no environment, no files.
std::vector<backends::Artifact> emit(const plan::Plan&, const prove::Proofs&, const backends::Options&) { return {}; }

}  // namespace

backends::Backend backend() { return {"null", "nothing: the smallest backend, to copy", wanted, check, emit}; }

}  // namespace upg::null
