// P11: what a deed uses was made by then: the outputs and captures of earlier steps, on every path on which it runs.
//
// Not shown: that a file which somebody else put there stays there.
#include <map>
#include <set>

#include "compiler/diag/codes_proofs.h"
#include "compiler/plan/walk.h"
#include "compiler/prove/context.h"
#include "compiler/prove/mutants.h"

namespace upg::prove {
namespace {

class Supplies {
 public:
  explicit Supplies(Context& c) : c_(c) {}

  void run() {
    for (const auto& step : c_.plan.steps) {
      const auto runs = c_.guards.runs(step);
      use_value(step, step.guard, Guards::always);
      for (const auto& deed : step.deeds) in(step, deed, c_.guards.both(runs, c_.guards.of(deed.guard, step)));
      failed(step);
    }
  }

 private:
  void in(const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    for (const auto& name : deed.outputs) make(name, when);
    plan::each_ref(deed, [&](const plan::Ref& e) { use_value(step, e, when); });
    for (const auto& a : deed.actions) {
      if (!a.capture.empty()) make(a.capture, when);
      if (const auto* s = std::get_if<plan::Set>(&a.node)) make(s->variable, when);
      for (const auto& part : a.pattern)
        if (!part.hole.empty()) make(part.hole, when);
    }
  }

  // A step that failed and was passed over has perhaps made nothing.
  void failed(const plan::Step& step) {
    if (step.on_failure.how != plan::OnFailure::How::go_on || broken("p11.continue")) return;
    const auto done = c_.guards.done(step);
    for (auto& [name, made] : made_) {
      const auto* v = c_.plan.variable(name);
      if (v && v->step == step.id) made = c_.guards.both(made, done);
    }
  }

  void make(const std::string& name, Guards::Id when) {
    auto& made = made_.try_emplace(name, Guards::never).first->second;
    made = broken("p11.unguarded") ? Guards::always : c_.guards.either(made, when);
  }

  void use_value(const plan::Step& step, const plan::Ref& e, Guards::Id when) {
    core::each_variable(e, [&](const std::string& name) {
      const auto* v = c_.plan.variable(name);
      if (!v || v->step.empty()) return;
      const auto made = made_.try_emplace(name, Guards::never).first->second;
      const auto bad = c_.guards.without(c_.guards.both(when, c_.guards.possible()), made);
      if (bad == Guards::never && v->step != step.id && shown_.insert(step.id + "\n" + name).second)
        c_.proofs.evidence.push_back({"P11", step.id, "`" + v->name.substr(v->name.rfind('.') + 1) + "` is made by `" + v->step + "`", {}, {v->span}});
      if (bad == Guards::never || broken("p11.uses")) return;
      auto b = diag::NotThereYet(c_.sink, e->span, step.name, v->name.substr(v->name.rfind('.') + 1), witness_note(c_, bad));
      b.note(v->span, "it is made here");
      made_[name] = Guards::always;  // said once
    });
  }

  Context& c_;
  std::map<std::string, Guards::Id> made_;
  std::set<std::string> shown_;
};

}  // namespace

void prove_supplies(Context& c) { Supplies(c).run(); }

}  // namespace upg::prove
