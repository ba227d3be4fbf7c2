#include "compiler/plan/build.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "compiler/plan/bindings.h"
#include "compiler/plan/canonical.h"
#include "compiler/plan/gather.h"
#include "compiler/plan/route.h"
#include "compiler/plan/steps.h"
#include "compiler/plan/verify.h"
#include "compiler/diag/codes_plan.h"

namespace upg::plan {
namespace {

Plan begin(const sema::Module& module, const support::SourceSet& sources, const std::map<std::string, core::Value>& bound) {
  const auto& p = module.plan;
  Plan plan;
  plan.name = p.name;
  plan.title = p.title;
  plan.docs = p.docs;
  plan.support = p.support;
  plan.to = p.to.text;
  plan.window = p.window;
  if (p.span.file < sources.size()) plan.source_name = sources.at(p.span.file).name();
  for (const auto& [name, value] : bound)
    if (name == "from") plan.bound.push_back({name, value, {core::Tag::version}});
  for (const auto& v : module.variables)
    if (const auto it = bound.find(v.name); it != bound.end() && v.name != "from") plan.bound.push_back({v.name, it->second, v.type});
  return plan;
}

// A refusal under no condition is one of the build itself.
void report_refusals(const Plan& plan, diag::Sink& sink) {
  for (const auto& r : plan.refusals)
    if (!r.when) diag::BoundUnsupported(sink, r.span, r.why).help("bind other values, or none");
}

core::Interval range_of(const sema::Module& module) {
  const auto& f = module.plan.from;
  return {f.low, f.high, false, f.closed};
}

// The hops that the route asks for, and what the plan cannot start from.
void make_hops(Plan& plan, const sema::Module& module, Evaluator& evaluator) {
  if (!module.route.said) return;
  plan.route = module.route;
  auto all = hops(module.route, range_of(module), module.plan.to.text);
  for (auto& r : all.refusals) {
    auto when = evaluator.condition(r.when);
    if (decided(when) != false) plan.refusals.push_back({module.route.span, std::move(when), std::move(r.why)});
  }
  for (auto& h : all.hops) plan.hops.push_back({h.to, evaluator.condition(h.guard), evaluator.value(h.from)});
}

// A comparison of the version before a hop, as a condition on the version that is installed.
std::function<Ref(const core::Apply&)> before_of(const sema::Module& module, const std::string& hop) {
  return [&module, hop](const core::Apply& a) {
    std::vector<std::string> bounds;
    for (size_t i = 1; i < a.args.size(); ++i)
      if (const auto t = core::known_text(a.args[i])) bounds.push_back(*t);
    const auto asked = [&](const std::string& version) {
      auto args = a.args;
      args[0] = core::make({}, {core::Tag::version}, core::Literal{core::Value(version)});
      return decided(core::fold(core::make({}, {core::Tag::boolean}, core::Apply{a.op, std::move(args)}))) == true;
    };
    return when_before(module.route, range_of(module), module.plan.to.text, hop, bounds, asked);
  };
}

// Before the hops what is done once for all of them, behind them what verifies the whole.
void make_steps(Plan& plan, const sema::Module& module, Evaluator& evaluator, StepMaker& steps, std::vector<sema::Phase>& phases) {
  make_hops(plan, module, evaluator);
  std::vector<sema::Phase> of_hops;
  for (auto& p : phases)
    if (p.each_hop) of_hops.push_back(std::move(p));
  std::erase_if(phases, [](const auto& p) { return p.each_hop; });
  const auto late = std::find_if(phases.begin(), phases.end(), [](const auto& p) {
    return p.kind == sema::PhaseKind::upgrade || p.kind == sema::PhaseKind::verify || p.kind == sema::PhaseKind::finish;
  });
  for (auto it = phases.begin(); it != late; ++it) steps.phase(*it);
  for (const auto& h : plan.hops) steps.hop(h, before_of(module, h.to), of_hops, module.crossings);
  for (auto it = late; it != phases.end(); ++it) steps.phase(*it);
  if (of_hops.empty()) plan.hops.clear();  // its steps are for one hop
  std::erase_if(plan.hops, [](const Hop& h) { return decided(h.guard) == false; });
}

std::optional<Plan> build(const sema::Module& module, std::vector<sema::Phase> phases, const support::SourceSet& sources,
                          const Bindings& bindings, diag::Sink& sink) {
  const auto errors = sink.errors();
  const auto bound = check_bindings(module, bindings, sink);
  if (sink.errors() > errors) return std::nullopt;
  Plan plan = begin(module, sources, bound);
  Evaluator evaluator(module, bound);
  plan.from.push_back(evaluator.from());
  for (const auto& a : module.plan.accepts) plan.waivers.push_back({a.span, a.proof, "", a.why, a.until});
  const Settled settled(bound.empty() ? &sink : nullptr);
  DeedMaker deeds(module, sources, evaluator, settled);
  StepMaker steps(evaluator, deeds, plan, settled);
  make_steps(plan, module, evaluator, steps, phases);
  plan.steps.shrink_to_fit();
  auto& refused = deeds.refusals();
  plan.refusals.insert(plan.refusals.end(), std::make_move_iterator(refused.begin()), std::make_move_iterator(refused.end()));
  plan.documents = std::move(deeds.documents());
  gather_resources(plan, module, evaluator);
  gather_variables(plan, module, evaluator, deeds);
  gather_refusals(plan);
  report_refusals(plan, sink);
  if (sink.errors() > errors) return std::nullopt;
  set_digests(plan);
  assert(verify(plan).empty());
  return plan;
}

}  // namespace

std::optional<Plan> build(const sema::Module& module, const support::SourceSet& sources, const Bindings& bindings,
                          diag::Sink& sink) {
  return build(module, module.phases, sources, bindings, sink);
}

std::optional<Plan> build(sema::Module&& module, const support::SourceSet& sources, const Bindings& bindings, diag::Sink& sink) {
  auto phases = std::move(module.phases);
  return build(module, std::move(phases), sources, bindings, sink);
}

}  // namespace upg::plan
