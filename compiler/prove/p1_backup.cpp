// P1: whatever destroys a resource, or changes it with no inverse that keeps the old content, comes after a backup of it
// that was proved and since which no declared writer may have run; and what restores reads such a backup.
//
// Assumes: kinds tell the truth about what their verbs save and change; only declared writers write.
// Not shown: that the backup's medium survives.
#include <algorithm>
#include <set>
#include <utility>

#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/mutants.h"
#include "compiler/prove/states.h"

namespace upg::prove {
namespace {

bool acts(const plan::Deed& deed, bool by_hand) {
  return std::any_of(deed.actions.begin(), deed.actions.end(), [&](const auto& a) {
    return by_hand ? std::holds_alternative<plan::Manual>(a.node) : std::holds_alternative<plan::Prove>(a.node);
  });
}

/// The number of a deed that no inverse belongs to.
constexpr int alone = -1;

/// One deed that saves one resource, and with it its parts.
struct Save {
  std::string step, resource;
  Span span;
  std::vector<std::string> outputs;
  bool believed = false;
  std::map<std::string, Guards::Id> fresh;  ///< of the resource and of each part
  Guards::Id made = Guards::never;
};

class Backups {
 public:
  explicit Backups(Context& c) : c_(c), states_(c) {}

  void run() {
    for (const auto& step : c_.plan.steps) {
      states_.before(step);
      age();
      sources(step);
      for (const auto& deed : step.deeds) look(step, deed);
      beside(step);
      outdated();
      states_.after(step);
      age();
    }
  }

 private:
  // A writer that may run makes every backup of what it writes old.
  void age() {
    if (as_of_ == states_.changes()) return;
    as_of_ = states_.changes();
    for (auto& save : saves_)
      for (auto& [name, fresh] : save.fresh)
        if (!broken("p1.stale")) fresh = c_.guards.without(fresh, states_.may_write(name));
  }

  void look(const plan::Step& step, const plan::Deed& deed) {
    const auto guard = c_.guards.of(deed.guard, step);
    const auto when = c_.guards.both(c_.guards.runs(step), guard);
    demand(step, deed, when);
    const auto done = c_.guards.both(c_.guards.done(step), guard);
    for (const auto& e : deed.effects)
      if (e.kind == plan::EffectKind::saves) saved(step, deed, e.resource, broken("p1.save-unguarded") ? Guards::always : done);
    states_.pass(deed, when);
    age();
  }

  // What runs instead of the step, when it fails, or to undo it: nothing turns it round.
  void beside(const plan::Step& step) {
    const auto runs = broken("p1.beside") ? Guards::never : c_.guards.runs(step);
    const auto look_at = [&](plan::Deed deed, Guards::Id when) {
      deed.number = alone;
      demand(step, deed, c_.guards.both(when, c_.guards.of(deed.guard, step)));
    };
    for (const auto& deed : step.on_failure.deeds) look_at(deed, runs);
    for (const auto& deed : step.skipped) look_at(deed, broken("p1.beside") ? Guards::never : Guards::always);
    for (const auto& entry : step.undo.deeds) {
      if (entry.of != 0) continue;
      auto deed = entry.deed;
      std::erase_if(deed.effects, [](const plan::Effect& e) { return e.kind == plan::EffectKind::restores; });
      look_at(std::move(deed), runs);
    }
  }

  void saved(const plan::Step& step, const plan::Deed& deed, const std::string& resource, Guards::Id done) {
    if (!acts(deed, false) && !acts(deed, true) && !broken("p1.unproved")) {
      unproved_.emplace(resource, deed.span);
      return;
    }
    Save save{step.id, resource, deed.span, deed.outputs, acts(deed, true), {}, done};
    const auto covered = broken("p1.part") ? std::vector{resource} : with_parts(c_.plan, resource);
    for (const auto& name : covered)
      save.fresh[name] = broken("p1.stale-at-once") ? done : c_.guards.without(done, states_.may_write(name));
    for (const auto& name : covered) covering_[name].push_back(saves_.size());
    for (const auto& output : save.outputs) making_[output] = saves_.size();
    saves_.push_back(std::move(save));
  }

  /// Calls `f` for each save of the resource, in their order, with when it is fresh.
  template <typename F>
  void each_save(const std::string& name, const F& f) const {
    if (const auto it = covering_.find(name); it != covering_.end())
      for (const auto i : it->second) f(saves_[i], saves_[i].fresh.at(name));
  }

  [[nodiscard]] Guards::Id fresh(const std::string& name) const {
    auto out = Guards::never;
    each_save(name, [&](const Save&, Guards::Id when) { out = c_.guards.either(out, when); });
    return out;
  }
  [[nodiscard]] Guards::Id made(const std::string& name) const {
    auto out = Guards::never;
    each_save(name, [&](const Save& save, Guards::Id) { out = c_.guards.either(out, save.made); });
    return out;
  }

  // What the deed alters and nothing but a backup could bring back; the parts of it too.
  [[nodiscard]] std::vector<std::string> at_risk(const plan::Step& step, const plan::Deed& deed) const {
    std::vector<std::string> out;
    for (const auto& e : deed.effects) {
      if (!alters(e.kind) || transition(c_.plan, step, e)) continue;
      if (e.kind == plan::EffectKind::restores && broken("p1.restores")) continue;
      if ((e.kind != plan::EffectKind::destroys || broken("p1.destroys")) && inverted(step, deed.number)) continue;
      const auto* whole = c_.plan.resource(e.resource);
      if (whole && !whole->disposable.empty()) continue;  // and its parts with it
      for (const auto& name : with_parts(c_.plan, e.resource))
        if (precious(c_.plan, name) && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    }
    return out;
  }

  void demand(const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    const auto possible = c_.guards.both(when, c_.guards.possible());
    std::string none;
    std::vector<std::string> none_of;
    auto none_when = Guards::never;
    bool old = false;
    for (const auto& name : at_risk(step, deed)) {
      const auto bad = c_.guards.without(possible, fresh(name));
      if (bad == Guards::never) {
        if (possible != Guards::never) shown(step, name, possible);
        continue;
      }
      if (!said_.insert(name).second) continue;
      const auto without_any = c_.guards.without(bad, made(name));
      if (without_any == Guards::never) {
        if (!std::exchange(old, true)) stale(step, deed, name, bad);
      } else {
        none += (none.empty() ? "" : "`, `") + name;
        none_of.push_back(name);
        none_when = none_when == Guards::never ? without_any : none_when;
      }
    }
    if (possible != Guards::never) spared(step, deed);
    if (none.empty()) return;
    auto b = diag::NoBackup(c_.sink, deed.span, step.name, none, witness_note(c_, none_when));
    for (const auto& [name, span] : unproved_)
      if (none.find(name) != std::string::npos) b.note(span, "this saves `{}`, and nothing proves that it can be read back", name);
    for (const auto& name : none_of)
      each_save(name, [&](const Save& save, Guards::Id) { b.note(save.span, "this saves `{}`, but not in that case", name); });
    b.help("back up `{}` in a step before `{}`, or say in this step how its old content is kept", none, step.name);
  }

  void stale(const plan::Step& step, const plan::Deed& deed, const std::string& name, Guards::Id bad) {
    const auto writer = states_.writer_of(name);
    auto b = diag::StaleBackup(c_.sink, deed.span, step.name, name, writer, witness_note(c_, bad));
    each_save(name, [&](const Save& save, Guards::Id) { b.note(save.span, "the backup is made here"); });
    b.help("back up `{}` while `{}` is stopped", name, writer);
  }

  void shown(const plan::Step& step, const std::string& name, Guards::Id when) {
    std::vector<Part> parts;
    std::string by;
    each_save(name, [&](const Save& save, Guards::Id fresh) {
      if (c_.guards.both(fresh, when) == Guards::never) return;
      by += (by.empty() ? "" : " or ") + ("`" + save.step + "`") + (save.believed ? ", as a person confirms" : "");
      parts.push_back({save.span, fresh});
    });
    auto cites = needed(c_, parts, when);
    if (const auto* b = states_.keeper(step, name)) {
      by += ", and `" + b->resource + "`, which writes it, is " + b->state;
      cites.push_back(b->span);
    }
    c_.proofs.evidence.push_back({"P1", step.id, "`" + name + "` is saved by " + by, std::move(cites), {}});
  }

  // What is lost without harm, or kept by the verb itself.
  void spared(const plan::Step& step, const plan::Deed& deed) {
    for (const auto& e : deed.effects) {
      const auto* r = c_.plan.resource(e.resource);
      if (!r || !r->holds_data || !alters(e.kind) || transition(c_.plan, step, e)) continue;
      if (e.kind != plan::EffectKind::destroys && inverted(step, deed.number)) {
        c_.proofs.evidence.push_back({"P1", step.id, "`" + e.resource + "` is kept by the inverse of `" + deed.title + "`", {}, {deed.span}});
      } else if (!r->disposable.empty()) {
        c_.proofs.evidence.push_back({"P1", step.id, "`" + e.resource + "` need not be kept: " + r->disposable, {r->disposable_span}, {}});
      }
    }
  }

  // What the restores of a step, forward and in its undo, are made from.
  void sources(const plan::Step& step) {
    old_.clear();
    for (const auto& deed : step.deeds) source(step, deed, "");
    for (const auto& entry : step.undo.deeds)
      if (entry.of == 0 && step.kind == plan::StepKind::normal) source(step, entry.deed, "the undo of ");
  }

  void source(const plan::Step& step, const plan::Deed& deed, const std::string& whose) {
    for (const auto& e : deed.effects) {
      if (e.kind != plan::EffectKind::restores || !precious(c_.plan, e.resource)) continue;
      const auto& said = step.undo.believed;
      if (std::any_of(said.begin(), said.end(), [&](const auto& b) { return b.resource == e.resource; })) continue;
      from_backups(step, deed, e.resource, whose);
    }
  }

  void from_backups(const plan::Step& step, const plan::Deed& deed, const std::string& name, const std::string& whose) {
    const auto who = whose + "`" + step.name + "`";
    const auto used = supplies(c_.plan, deed);
    const auto reads = [&](const Save& s) {
      return std::any_of(s.outputs.begin(), s.outputs.end(), [&](const auto& o) { return std::find(used.begin(), used.end(), o) != used.end(); });
    };
    const Save* other = nullptr;
    bool any_output = false, right = false;
    auto made = Guards::never, fresh = Guards::never;
    each_save(name, [&](const Save& save, Guards::Id as_of) {
      any_output = any_output || (save.resource == name && !save.outputs.empty());
      if (!reads(save)) return;
      right = true;
      made = c_.guards.either(made, save.made);
      fresh = c_.guards.either(fresh, as_of);
    });
    for (const auto& output : used)
      if (const auto it = making_.find(output); it != making_.end() && !saves_[it->second].fresh.contains(name))
        other = std::max<const Save*>(other, &saves_[it->second]);
    if (right) {
      restored(step, whose, name, used);
      const auto when = c_.guards.both(c_.guards.both(c_.guards.runs(step), c_.guards.of(deed.guard, step)), c_.guards.possible());
      old_.push_back({deed.span, name, who, c_.guards.both(when, c_.guards.without(made, fresh))});
      return;
    }
    if (other && !broken("p1.other-backup")) {
      diag::NotItsBackup(c_.sink, deed.span, who, name, other->resource)
          .note(other->span, "the backup is made here")
          .help("restore `{}` from a backup of it", name);
    } else if (any_output && !acts(deed, true) && !makes_own(step, used) && !broken("p1.no-source")) {
      diag::NotFromBackup(c_.sink, deed.span, who, name).help("restore it from the name behind `as`, where it was saved");
    }
  }

  void restored(const plan::Step& step, const std::string& whose, const std::string& name, const std::vector<std::string>& used) {
    std::string from;
    std::vector<Span> cites;
    for (const auto& output : std::set(used.begin(), used.end()))
      if (const auto it = making_.find(output); it != making_.end() && saves_[it->second].fresh.contains(name)) {
        from += (from.empty() ? "`" : " or `") + saves_[it->second].step + "`";
        cites.push_back(saves_[it->second].span);
      }
    if (cites.size() > 1) cites.clear();  // each of them does
    const auto what = whose.empty() ? "it restores `" : "its undo restores `";
    c_.proofs.evidence.push_back({"P1", step.id, what + name + "` from what " + from + " saves", std::move(cites), {}});
  }

  // A backup made within the step itself is not among those before it.
  [[nodiscard]] bool makes_own(const plan::Step& step, const std::vector<std::string>& used) const {
    return std::any_of(step.deeds.begin(), step.deeds.end(), [&](const auto& d) {
      return std::any_of(d.outputs.begin(), d.outputs.end(), [&](const auto& o) { return std::find(used.begin(), used.end(), o) != used.end(); });
    });
  }

  // After its deeds: where no backup is fresh, that is the mistake, and said already.
  void outdated() {
    for (const auto& o : old_) {
      if (o.when == Guards::never || broken("p1.old-source") || !said_.insert(o.resource).second) continue;
      diag::StaleSource(c_.sink, o.span, o.who, o.resource, states_.writer_of(o.resource), witness_note(c_, o.when))
          .help("restore `{}` from a backup that was made since", o.resource);
    }
  }

  struct Old { Span span; std::string resource, who; Guards::Id when; };
  Context& c_;
  States states_;
  size_t as_of_ = 0;
  std::vector<Save> saves_;
  std::map<std::string, std::vector<size_t>> covering_;  ///< by resource: the saves of it
  std::map<std::string, size_t> making_;                 ///< by output: the save that makes it
  std::vector<Old> old_;
  std::map<std::string, Span> unproved_;
  std::set<std::string> said_;
};

}  // namespace

void prove_backups(Context& c) {
  Backups(c).run();
  prove_places(c);
}

}  // namespace upg::prove
