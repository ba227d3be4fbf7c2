// P5: at every failure point there is a way back or a declared end of it: the undo of a step brings back every resource that
// the step changes, from what is there by then, and no undo takes back what one before it has set forward.
//
// Assumes: an inverse turns its verb round; what an undo is said to restore is restored (listed as believed).
// Not shown: that there is time for it.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"
#include "compiler/prove/mutants.h"

namespace upg::prove {
namespace {

using plan::Undo;

bool ends_here(const plan::Step& step) { return step.undo.how == Undo::How::nothing || step.undo.how == Undo::How::irreversible; }

class Rollback {
 public:
  explicit Rollback(Context& c) : c_(c) {}

  void run() {
    for (const auto& step : c_.plan.steps) forward(step);
    for (auto i = c_.plan.steps.size(); i-- > 0;) back(c_.plan.steps[i]);
  }

 private:
  // Deed by deed: what makes an undo possible must be there when the deed begins that it undoes, or be made by it.
  void forward(const plan::Step& step) {
    missing_.clear();
    std::map<std::string, Guards::Id> changed;
    if (ends_here(step)) declared(step);
    if (broken("p5.made-late"))
      for (const auto& deed : step.deeds) make(step, deed);
    for (const auto& deed : step.deeds) {
      for (const auto& name : deed.outputs) make(name, when_done(step, deed));
      if (!ends_here(step))
        for (const auto& name : altered(step, deed)) {
          auto& when = changed.try_emplace(name, Guards::never).first->second;
          when = c_.guards.either(when, brought_back(step, deed, name));
        }
      make(step, deed);
    }
    complain(step);
    for (const auto& [name, when] : changed)
      if (!missing_.contains(name)) shown(step, name, when);
  }

  Guards::Id when_done(const plan::Step& step, const plan::Deed& deed) {
    return c_.guards.both(broken("p5.continue") ? c_.guards.runs(step) : c_.guards.done(step), c_.guards.of(deed.guard, step));
  }
  void make(const std::string& name, Guards::Id when) {
    auto& made = made_.try_emplace(name, Guards::never).first->second;
    made = c_.guards.either(made, when);
  }
  void make(const plan::Step& step, const plan::Deed& deed) {
    const auto when = when_done(step, deed);
    for (const auto& name : deed.outputs) make(name, when);
    for (const auto& a : deed.actions) {
      if (!a.capture.empty()) make(a.capture, when);
      if (const auto* s = std::get_if<plan::Set>(&a.node)) make(s->variable, when);
      for (const auto& part : a.pattern) make(part.hole, when);
    }
  }

  void declared(const plan::Step& step) {
    const bool any = std::any_of(step.deeds.begin(), step.deeds.end(), [&](const auto& d) { return !altered(step, d).empty(); });
    if (!any) return;
    const bool nothing = step.undo.how == Undo::How::nothing;
    c_.proofs.evidence.push_back({"P5", step.id, (nothing ? "nothing to undo: " : "point of no return: ") + step.undo.why, said_at(step), {}});
  }
  static std::vector<Span> said_at(const plan::Step& step) {
    return step.undo.span.end > step.undo.span.begin ? std::vector{step.undo.span} : std::vector<Span>{};
  }

  // What the undo of the step must bring back because of this deed: parts too, unless what they are part of is disposable.
  [[nodiscard]] std::vector<std::string> altered(const plan::Step& step, const plan::Deed& deed) const {
    std::vector<std::string> out;
    for (const auto& e : deed.effects) {
      if (!alters(e.kind) || transition(c_.plan, step, e)) continue;
      if (e.kind == plan::EffectKind::destroys && broken("p5.destroys")) continue;
      const auto* r = c_.plan.resource(e.resource);
      if (r && !r->disposable.empty()) continue;
      for (const auto& name : with_parts(c_.plan, e.resource)) {
        const auto* part = c_.plan.resource(name);
        const bool gone = part && !part->disposable.empty();
        if (!gone && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
      }
    }
    return out;
  }

  // When the undo brings `name` back: by a restore of it or of the whole that it is part of, or because the author says so.
  Guards::Id covered(const plan::Step& step, const std::string& name) {
    auto out = Guards::never;
    for (const auto& b : step.undo.believed)
      if (within(c_.plan, name, b.resource) && !broken("p5.believed")) return Guards::always;
    for (const auto& entry : step.undo.deeds)
      for (const auto& e : entry.deed.effects) {
        if (e.kind != plan::EffectKind::restores || entry.of != 0) continue;
        if (!broken("p5.any-restore") && !(broken("p5.part") ? e.resource == name : within(c_.plan, name, e.resource))) continue;
        const auto guard = broken("p5.undo-guard") ? Guards::always : c_.guards.of(entry.deed.guard, step);
        out = c_.guards.either(out, broken("p5.supplied") ? guard : c_.guards.both(guard, supplied(entry.deed)));
      }
    return out;
  }

  // When it is up to the deeds of the undo: a verb with an inverse sees to itself.
  Guards::Id brought_back(const plan::Step& step, const plan::Deed& deed, const std::string& name) {
    if (inverted(step, deed.number) && !broken("p5.inverse")) return Guards::never;
    const auto runs = c_.guards.both(c_.guards.both(c_.guards.runs(step), c_.guards.of(deed.guard, step)), c_.guards.possible());
    const auto bad = c_.guards.without(runs, covered(step, name));
    if (bad == Guards::never) return runs;
    if (missing_.empty()) first_ = {&deed, bad};
    missing_.insert(name);
    return runs;
  }

  void complain(const plan::Step& step) {
    if (missing_.empty()) return;
    std::string names;
    for (const auto& n : missing_) names += (names.empty() ? "" : "`, `") + n;
    auto b = diag::NoWayBack(c_.sink, first_.deed->span, step.name, names, witness_note(c_, first_.when));
    for (const auto& entry : step.undo.deeds)
      for (const auto& e : entry.deed.effects)
        if (e.kind == plan::EffectKind::restores && entry.of == 0 && missing_.contains(e.resource))
          b.note(entry.deed.span, "this would bring `{}` back, and cannot always run", e.resource);
    if (step.kind == plan::StepKind::normal)
      b.help("add `undo {{ … }}` with a deed that restores `{}`, or say `undo nothing \"why\"` or `undo irreversible \"why\"`", names);
    else
      b.help("change `{}` in a step of its own, which says how to bring it back", names);
  }

  void shown(const plan::Step& step, const std::string& name, Guards::Id when) {
    auto text = "its undo brings back `" + name + "`";
    std::vector<Part> parts;
    for (const auto& b : step.undo.believed)
      if (within(c_.plan, name, b.resource)) parts.push_back({step.undo.span, Guards::always});
    if (!parts.empty()) {
      c_.proofs.evidence.push_back({"P5", step.id, text + ", as is believed: " + step.undo.why, needed(c_, parts, when), {}});
      return;
    }
    for (const auto& entry : step.undo.deeds)
      for (const auto& e : entry.deed.effects)
        if (entry.of == 0 && e.kind == plan::EffectKind::restores && within(c_.plan, name, e.resource))
          parts.push_back({entry.deed.span, c_.guards.both(c_.guards.of(entry.deed.guard, step), supplied(entry.deed))});
    if (parts.empty()) text += ", by the inverses of its verbs";
    c_.proofs.evidence.push_back({"P5", step.id, std::move(text), needed(c_, parts, when), {}});
  }

  // When everything that the deed reads was made: a deed of an undo whose supplies are not there is skipped.
  Guards::Id supplied(const plan::Deed& deed) {
    auto out = Guards::always;
    for (const auto& name : supplies(c_.plan, deed)) out = c_.guards.both(out, made_.try_emplace(name, Guards::never).first->second);
    return out;
  }

  // From the last step to the first, as a rollback goes: what an undo sets forward, no later one may restore.
  void back(const plan::Step& step) {
    if (step.undo.how == Undo::How::irreversible) {
      set_forward_.clear();
      return;
    }
    if (step.kind != plan::StepKind::normal || broken("p5.lost")) return;
    const auto runs = c_.guards.both(c_.guards.runs(step), c_.guards.possible());
    for (const auto& entry : step.undo.deeds)
      if (entry.of == 0) lost(step, entry.deed, c_.guards.both(runs, c_.guards.of(entry.deed.guard, step)));
    for (const auto& entry : step.undo.deeds)
      if (entry.of == 0) sets_forward(step, entry.deed, c_.guards.both(runs, c_.guards.of(entry.deed.guard, step)));
  }

  void lost(const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    for (const auto& e : deed.effects) {
      if (e.kind != plan::EffectKind::restores) continue;
      for (auto& f : set_forward_) {
        const auto bad = c_.guards.both(when, f.when);
        if (bad == Guards::never || !(broken("p5.lost-parts") ? e.resource == f.resource : related(c_.plan, e.resource, f.resource))) continue;
        diag::UndoLost(c_.sink, deed.span, step.name, e.resource, f.step, witness_note(c_, bad))
            .note(f.span, "this undo, which runs before, changes `{}`", f.resource)
            .help("bring `{}` back in one place: in the undo of the later step, or of a group around both", e.resource);
        f.when = Guards::never;  // said once
      }
    }
  }

  void sets_forward(const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    for (const auto& e : deed.effects)
      if (e.kind == plan::EffectKind::changes || e.kind == plan::EffectKind::destroys) set_forward_.push_back({step.name, e.resource, deed.span, when});
  }

  struct First { const plan::Deed* deed = nullptr; Guards::Id when = Guards::never; };
  struct Forward { std::string step, resource; Span span; Guards::Id when; };
  Context& c_;
  std::map<std::string, Guards::Id> made_;
  std::set<std::string> missing_;
  First first_;
  std::vector<Forward> set_forward_;
};

}  // namespace

void prove_rollback(Context& c) { Rollback(c).run(); }

}  // namespace upg::prove
