// P1: whatever destroys a resource, or changes it with no inverse that keeps the old content, comes after a backup of it
// that was proved and since which no declared writer may have run.
//
// Assumes: kinds tell the truth about what their verbs save and change; only declared writers write.
// Not shown: that the backup's medium survives.
#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

class Backups {
 public:
  explicit Backups(Context& c) : c_(c), writers_(c) {}

  void run() {
    for (const auto& step : c_.plan.steps) {
      writers_.pass(step);
      age();
      const auto runs = c_.guards.runs(step);
      for (const auto& deed : step.deeds) look(step, deed, c_.guards.both(runs, c_.guards.of(deed.guard)));
    }
  }

 private:
  // A writer that may run makes every backup of what it writes old.
  void age() {
    for (auto& [name, fresh] : fresh_) fresh = c_.guards.without(fresh, writers_.may_write(name));
  }

  void look(const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    for (const auto& e : deed.effects)
      if (alters(e.kind) && (e.kind == plan::EffectKind::destroys || !inverted(step, deed.number)))
        demand(step, deed, e.resource, when);
    for (const auto& e : deed.effects)
      if (e.kind == plan::EffectKind::saves) saved(step, deed, e.resource, when);
    writers_.pass(deed, when);
    age();
  }

  void saved(const plan::Step& step, const plan::Deed& deed, const std::string& resource, Guards::Id when) {
    const auto add = [&](const std::string& name) {
      auto& ever = ever_.try_emplace(name, Guards::never).first->second;
      ever = c_.guards.either(ever, when);
      auto& fresh = fresh_.try_emplace(name, Guards::never).first->second;
      fresh = c_.guards.either(fresh, c_.guards.without(when, writers_.may_write(name)));
      last_[name] = {step.id, deed.span};
    };
    add(resource);
    for (const auto& r : c_.plan.resources)
      if (r.part_of == resource) add(r.name);
  }

  void demand(const plan::Step& step, const plan::Deed& deed, const std::string& name, Guards::Id when) {
    const auto* r = c_.plan.resource(name);
    if (!r || !r->disposable.empty() || !r->holds_data) return;
    const auto fresh = fresh_.try_emplace(name, Guards::never).first->second;
    const auto bad = c_.guards.without(c_.guards.both(when, c_.guards.possible()), fresh);
    if (bad == Guards::never) {
      if (c_.guards.can_be(when)) c_.proofs.evidence.push_back({"P1", step.id, "`" + name + "` is saved by `" + last_[name].step + "`", {last_[name].span}});
      return;
    }
    const auto ever = ever_.try_emplace(name, Guards::never).first->second;
    const auto without_any = c_.guards.without(bad, ever);
    if (without_any != Guards::never) {
      diag::NoBackup(c_.sink, deed.span, step.name, name, witness_note(c_, without_any))
          .help("back up `{}` in a step before `{}`, or say in this step how its old content is kept", name, step.name);
    } else {
      auto b = diag::StaleBackup(c_.sink, deed.span, step.name, name, writers_.writer_of(name), witness_note(c_, bad));
      b.note(last_[name].span, "the backup is made here");
      b.help("back up `{}` while `{}` is stopped", name, writers_.writer_of(name));
    }
    fresh_[name] = Guards::always;  // said once
  }

  struct Place { std::string step; Span span; };
  Context& c_;
  Writers writers_;
  std::map<std::string, Guards::Id> fresh_, ever_;
  std::map<std::string, Place> last_;
};

}  // namespace

void prove_backups(Context& c) { Backups(c).run(); }

}  // namespace upg::prove
