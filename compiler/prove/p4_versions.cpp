// P4 versions: from every version that the plan starts from, the hops whose conditions hold lead to its target, one allowed hop
// after the other, or the run is refused with a reason; and no condition on versions decides nothing.
//
// Shown stretch by stretch: the versions between two neighbours of all that the route and the plan name behave alike, so one
// of them stands for all. Cost: stretches times hops.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diag/codes_proofs.h"
#include "compiler/plan/route.h"
#include "compiler/prove/context.h"
#include "compiler/prove/mutants.h"

namespace upg::prove {
namespace {

// Does a condition that asks of `from` alone hold for this version?
bool holds(const plan::Ref& condition, const std::string& version) {
  if (!condition) return true;
  const auto at = core::transform(condition, [&](const plan::Ref& e) {
    const auto* v = std::get_if<core::Var>(&e->node);
    return v && v->name == "from" ? core::make(e->span, e->type, core::Literal{core::Value(version)}) : e;
  });
  const auto* value = core::known(at);
  const auto* yes = value ? std::get_if<bool>(value) : nullptr;
  return yes && *yes;
}

class Versions {
 public:
  explicit Versions(Context& c) : c_(c), route_(*c.plan.route) {}

  void stretch(const plan::Stretch& s) {
    for (const auto& r : c_.plan.refusals)
      if (holds(r.when, s.witness)) return evidence(s, "refused: " + r.why);
    const auto way = plan::way(route_, s.witness, c_.plan.to);
    if (c_.plan.hops.empty() && way.arrives && way.legs.size() > 1) {
      if (!said_ && !broken("p4.several"))
        diag::SeveralHops(c_.sink, route_.span, s.witness, way.legs.size(), c_.plan.to).help("let its steps stand in `upgrade each hop {{ … }}`");
      said_ = true;
      return;
    }
    const auto chain = hops(s.witness);
    if (chain.empty() || chain.back() != c_.plan.to || !all_allowed(s.witness, chain)) return no_way(s, way);
    std::string text = s.versions.spelled();
    for (const auto& to : chain) text += " → " + to;
    evidence(s, text);
  }

 private:
  [[nodiscard]] std::vector<std::string> hops(const std::string& version) const {
    std::vector<std::string> out;
    for (const auto& h : c_.plan.hops)
      if (holds(h.guard, version)) out.push_back(h.to);
    if (c_.plan.hops.empty()) out.push_back(c_.plan.to);
    return out;
  }
  [[nodiscard]] bool all_allowed(std::string at, const std::vector<std::string>& chain) const {
    for (const auto& to : chain) {
      if (!plan::may_hop(route_, at, to, c_.plan.to) && !broken("p4.allowed")) return false;
      at = to;
    }
    return true;
  }
  void no_way(const plan::Stretch& s, const plan::Way& way) {
    if (said_ || broken("p4.no-way")) return;
    said_ = true;
    auto d = diag::NoWayThere(c_.sink, route_.span, s.witness, c_.plan.to);
    if (!way.nearest.empty()) d.help("what comes nearest is `{}`; say how to go on from there", way.nearest);
    else d.help("say where one goes from `{}`: `hop {} to …`, or `step through releases`", s.witness, s.versions.spelled());
  }
  void evidence(const plan::Stretch& s, const std::string& text) {
    c_.proofs.evidence.push_back({"P4", "from " + s.versions.spelled(), text, {route_.span}});
  }
  Context& c_;
  const core::Route& route_;
  bool said_ = false;  // one version that shows it is enough
};

}  // namespace

void prove_versions(Context& c) {
  for (const auto& w : c.plan.windows) {
    if (!w.ever && !broken("p4.dead")) diag::DeadWindow(c.sink, w.span, w.of).help("take it out, or widen what `from` and the route allow");
    else if (w.always && !broken("p4.idle")) diag::IdleWindow(c.sink, w.span, w.of).help("leave the condition out");
  }
  if (!c.plan.route) return;
  Versions versions(c);
  for (const auto& range : c.plan.from)
    for (const auto& s : plan::stretches(*c.plan.route, {range.low, range.high, false, range.closed}, c.plan.to)) versions.stretch(s);
}

}  // namespace upg::prove
