#include "compiler/plan/walk.h"

namespace upg::plan {
namespace {

void give(const Ref& e, const EachRef& f) {
  if (e) f(e);
}

void give(const CommandRef& c, const EachRef& f) {
  if (c) f(core::make(c->span, {core::Tag::command}, core::CommandValue{c}));
}

struct OfAction {
  const EachRef& f;
  void operator()(const Run& n) const { give(n.command, f); }
  void operator()(const Prove& n) const { give(n.command, f); }
  void operator()(const Publish& n) const { give(n.path, f); }
  void operator()(const Manual& n) const {
    give(n.text, f);
    give(n.confirm, f);
  }
  void operator()(const Wait& n) const { give(n.until, f); }
  void operator()(const Expect& n) const { give(n.predicate, f); }
  void operator()(const Say& n) const { give(n.text, f); }
  void operator()(const Set& n) const { give(n.value, f); }
  void operator()(const Amend& n) const {
    give(n.path, f);
    give(n.kept, f);
    for (const auto& l : n.lines)
      for (const auto& e : {l.key, l.value, l.other}) give(e, f);
  }
  void operator()(const Revert& n) const {
    give(n.path, f);
    give(n.kept, f);
  }
};

}  // namespace

void each_ref(const Deed& deed, const EachRef& f) {
  give(deed.guard, f);
  give(deed.probe, f);
  for (const auto& a : deed.actions) {
    give(a.guard, f);
    std::visit(OfAction{f}, a.node);
  }
}

void each_ref(const Step& step, const EachRef& f) {
  give(step.guard, f);
  for (const auto& d : step.deeds) each_ref(d, f);
  for (const auto& u : step.undo.deeds) each_ref(u.deed, f);
  for (const auto& d : step.on_failure.deeds) each_ref(d, f);
  for (const auto& d : step.skipped) each_ref(d, f);
}

void each_ref(const Plan& plan, const EachRef& f) {
  for (const auto& s : plan.steps) each_ref(s, f);
  for (const auto& b : plan.brackets) {
    give(b.guard, f);
    give(b.probe, f);
    for (const auto& d : b.on_failure.deeds) each_ref(d, f);
  }
  for (const auto& r : plan.resources) {
    give(r.identity, f);
    give(r.guard, f);
    for (const auto& s : r.states) give(s.probe, f);
  }
  for (const auto& r : plan.refusals) give(r.when, f);
}

void each_ref(const Variable& variable, const EachRef& f) {
  give(variable.value, f);
  give(variable.guard, f);
  give(variable.source_command, f);
}

void each_inner(const Ref& e, const EachRef& f) {
  core::each_node(e, f);
}

}  // namespace upg::plan
