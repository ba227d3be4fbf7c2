// What a deed does to which resource, how it may be tried again, and whether what it prints may be shown.
#include <algorithm>

#include "compiler/plan/deeds.h"
#include "compiler/plan/walk.h"

namespace upg::plan {
namespace {

EffectKind kind_of(sema::EffectKind k) {
  switch (k) {
    case sema::EffectKind::reads: return EffectKind::reads;
    case sema::EffectKind::changes: return EffectKind::changes;
    case sema::EffectKind::destroys: return EffectKind::destroys;
    case sema::EffectKind::saves: return EffectKind::saves;
    case sema::EffectKind::restores: return EffectKind::restores;
    case sema::EffectKind::may_start: return EffectKind::may_start;
  }
  return EffectKind::reads;
}

}  // namespace

std::vector<Effect> DeedMaker::effects(const std::vector<sema::Effect>& effects, const Scope& scope) const {
  std::vector<Effect> out;
  const auto add = [&](EffectKind kind, const std::string& resource) {
    const bool there = std::any_of(out.begin(), out.end(), [&](const Effect& e) { return e.kind == kind && e.resource == resource; });
    if (!there) out.push_back({kind, resource});
  };
  for (const auto& e : effects) {
    const auto param = scope.params.find(e.target);
    if (e.target == "self" && scope.resource) add(kind_of(e.kind), scope.resource->name);
    else if (param != scope.params.end())
      for (const auto& name : eval_.resources_in(param->second)) add(kind_of(e.kind), name);
    else if (eval_.resource(e.target)) add(kind_of(e.kind), e.target);
    else if (scope.resource)
      for (const auto& name : eval_.resources_in(eval_.field(*scope.resource, e.target))) add(kind_of(e.kind), name);
  }
  return out;
}

void DeedMaker::classify(Deed& d, const sema::Traits& traits, const Scope& scope) {
  d.effects = effects(traits.effects, scope);
  if (traits.unknown_effect)
    for (const auto& r : module_.resources) {
      d.effects.push_back({EffectKind::changes, r.name});
      if (!r.kind->states.empty()) d.effects.push_back({EffectKind::may_start, r.name});
    }
  d.daemonizes = traits.daemonizes;
  d.atomic = traits.atomic;
  for (const auto& a : d.actions)
    if (const auto* p = std::get_if<Publish>(&a.node)) {
      d.again = Again::probe;
      d.atomic = true;
      d.probe = core::make(a.span, {core::Tag::boolean}, core::Apply{core::Op::exists, {p->path}});
      return;
    }
  const bool only_reads = !traits.unknown_effect && std::all_of(d.effects.begin(), d.effects.end(), [](const Effect& e) {
    return e.kind == EffectKind::reads;
  });
  if (traits.done_when) d.probe = eval_.value(traits.done_when, scope);
  if (traits.idempotent) d.again = Again::idempotent;
  else if (d.probe) d.again = Again::probe;
  else if (only_reads) d.again = Again::reads;
  else d.again = Again::once;
  if (d.again != Again::probe) d.probe = nullptr;
}

void DeedMaker::finish(Deed& d) const {
  d.secret_output = secret_reaches(d);
  d.actions.shrink_to_fit();  // it stays for good
}

// A secret that is in the environment, the input or the words of a command may be in what it prints. One in a file of its
// own is a credential that the tool reads by itself; it prints no such file.
bool DeedMaker::secret_reaches(const Deed& d) const {
  bool found = false;
  const auto secret = [&](const std::string& name) {
    const auto* v = eval_.variable(name);
    if (v && (v->origin == sema::Variable::Origin::secret || v->type.secret)) found = true;
  };
  for (const auto& a : d.actions) {
    if (!a.capture.empty()) secret(a.capture);
    if (const auto* amend = std::get_if<Amend>(&a.node))
      for (const auto& l : amend->lines)
        for (const auto& e : {l.key, l.value, l.other})
          if (e) core::each_variable(e, secret);
    const auto* run = std::get_if<Run>(&a.node);
    const auto* prove = std::get_if<Prove>(&a.node);
    const auto command = run ? run->command : prove ? prove->command : nullptr;
    if (!command) continue;
    core::Command open = *command;
    std::erase_if(open.env, [](const core::EnvEntry& e) { return e.secret_file; });
    core::each_variable(open, secret);
  }
  return found;
}

}  // namespace upg::plan
