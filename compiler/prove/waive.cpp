// `accept P5 because "…"`: a finding that is accepted is no error, and is shown wherever the proofs are read.
#include <algorithm>

#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/rooms.h"

namespace upg::prove {
namespace {

// UPG3081 is of P8, UPG3111 of P11.
std::string proof_of(uint16_t code) { return "P" + std::to_string((code - 3000) / 10); }

bool holds(Span outer, Span inner) { return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end; }

// The step in whose lines the finding stands; a bracket's lines hold those of its steps, so the smallest counts.
std::string step_at(const plan::Plan& plan, Span place) {
  const plan::Step* best = nullptr;
  for (const auto& s : plan.steps)
    if (holds(s.span, place) && (!best || holds(best->span, s.span))) best = &s;
  return best ? best->id : "";
}

}  // namespace

void waive(const plan::Plan& plan, const diag::Sink& found, Proofs& proofs, diag::Sink& sink) {
  std::vector<bool> used(plan.waivers.size(), false);
  for (const auto& d : found.all()) {
    const auto proof = proof_of(d.code);
    const auto step = d.span ? step_at(plan, *d.span) : "";
    bool waived = false;
    for (size_t i = 0; i < plan.waivers.size() && !waived; ++i) {
      const auto& w = plan.waivers[i];
      if (w.proof != proof || (!w.step.empty() && w.step != step)) continue;
      waived = used[i] = true;
      proofs.waived.push_back({proof, step, d.message, w.why, w.until});
      const auto until = w.until.empty() ? "" : " until " + w.until;
      proofs.evidence.push_back({proof, step, "accepted" + until + ": " + w.why + ": " + d.message, {w.span}});
    }
    if (!waived) sink.add(d);
  }
  if (!plan.bound.empty()) return;  // what it waives may be in another variant
  for (size_t i = 0; i < used.size(); ++i)
    if (!used[i]) diag::AcceptsNothing(sink, plan.waivers[i].span, plan.waivers[i].proof).help("remove the line");
}

}  // namespace upg::prove
