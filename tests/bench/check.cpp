// `check PLAN` does what `upg check PLAN` does; `check PLAN --unproved` the same without the proofs. For the benchmark alone:
// what the proofs cost is the difference, and a user has no way to leave them out.
#include <cstdio>
#include <string_view>

#include "compiler/driver/compile.h"

int main(int argc, char** argv) {
  using namespace upg;
  if (argc < 2) return 64;
  const bool proved = argc < 3 || std::string_view(argv[2]) != "--unproved";
  diag::Sink sink;
  auto loaded = driver::load(argv[1], sink);
  auto module = sema::analyze(loaded.inputs, sink);
  loaded.files.clear();
  if (sink.has_errors()) return 1;
  const auto plan = plan::build(std::move(module), loaded.sources, {}, sink);
  if (!plan || sink.has_errors()) return 1;
  const auto proofs = proved ? prove::prove(*plan, sink) : prove::Proofs{};
  for (const auto* backend : driver::choose(*plan, {}, sink)) backend->check(*plan, proofs, sink);
  return sink.has_errors() ? 1 : 0;
}
