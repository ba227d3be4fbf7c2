#include "backends/plan_json/backend.h"

#include "backends/plan_json/json.h"

namespace upg::plan_json {
namespace {

bool wanted(const plan::Plan&) { return true; }

void check(const plan::Plan&, const prove::Proofs&, diag::Sink&) {}

std::vector<backends::Artifact> emit(const plan::Plan& plan, const prove::Proofs& proofs, const backends::Options& options) {
  View view{plan, proofs, {}};
  if (options.sources)
    for (uint32_t i = 0; i < options.sources->size(); ++i) view.sources.push_back(options.sources->at(i).name());
  constexpr std::string_view name = "plan.json";
  return {{std::string(name), to_json(view, [&](std::string& bytes) { backends::spill(options, name, bytes); }), false}};
}

}  // namespace

backends::Backend backend() { return {"plan_json", "the whole plan as JSON, for other programs", wanted, check, emit}; }

}  // namespace upg::plan_json
