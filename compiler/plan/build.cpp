#include "compiler/plan/build.h"

#include <cassert>

#include "compiler/plan/bindings.h"
#include "compiler/plan/canonical.h"
#include "compiler/plan/gather.h"
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
  for (auto& phase : phases) steps.phase(phase);
  plan.refusals = std::move(deeds.refusals());
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
