// `accept P5 because "…"`: a finding that is accepted is no error, and is shown wherever the proofs are read.
#include <algorithm>

#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/mutants.h"
#include "compiler/prove/rooms.h"

namespace upg::prove {
namespace {

// UPG3081 is of P8, UPG3111 of P11.
std::string proof_of(uint16_t code) { return "P" + std::to_string((code - 3000) / 10); }

bool holds(Span outer, Span inner) { return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end; }

// The step in whose head, deeds or undo the finding stands.
std::string step_at(const plan::Plan& plan, Span place) {
  for (const auto& s : plan.steps) {
    const bool here = holds(s.span, place) ||
                      std::any_of(s.deeds.begin(), s.deeds.end(), [&](const auto& d) { return holds(d.span, place); }) ||
                      std::any_of(s.undo.deeds.begin(), s.undo.deeds.end(), [&](const auto& u) { return holds(u.deed.span, place); });
    if (here) return s.id;
  }
  return "";
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
      if ((w.proof != proof && !broken("waive.proof")) || (!w.step.empty() && w.step != step && !broken("waive.step"))) continue;
      waived = used[i] = true;
      proofs.waived.push_back({proof, step, d.message, w.why, w.until});
      const auto until = w.until.empty() ? "" : " until " + w.until;
      proofs.evidence.push_back({proof, step, "accepted" + until + ": " + w.why + ": " + d.message, {w.span}, {}});
    }
    if (!waived) sink.add(d);
  }
  if (!plan.bound.empty()) return;  // what it waives may be in another variant
  // Written once, it stands in each hop.
  const auto used_somewhere = [&](Span written) {
    for (size_t i = 0; i < used.size(); ++i)
      if (used[i] && plan.waivers[i].span == written) return true;
    return false;
  };
  for (size_t i = 0; i < used.size(); ++i)
    if (!used[i] && !used_somewhere(plan.waivers[i].span)) diag::AcceptsNothing(sink, plan.waivers[i].span, plan.waivers[i].proof).help("remove the line");
}

}  // namespace upg::prove
