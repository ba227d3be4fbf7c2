#include "tests/unit/prove/reference.h"

#include <algorithm>
#include <functional>
#include <list>
#include <map>

#include "tests/unit/prove/things.h"
#include "tests/unit/prove/worlds.h"

namespace upg::reference {
namespace {

using plan::Deed;
using plan::EffectKind;
using plan::Plan;
using plan::Ref;
using plan::Step;

using When = std::vector<bool>;  ///< one bit a combination

class Walk : Things {
 public:
  explicit Walk(const Plan& plan) : Things(plan) {}

  Findings run() {
    worlds_ = worlds(plan_);
    if (worlds_.empty()) {
      out_.too_many = true;
      return std::move(out_);
    }
    out_.combinations = worlds_.size();
    backups();
    brackets();
    rollback();
    retries();
    supplies();
    return std::move(out_);
  }

 private:
  // ---- combinations

  template <typename F>
  When when(F f) const {
    When out(worlds_.size());
    for (size_t i = 0; i < worlds_.size(); ++i) out[i] = f(i);
    return out;
  }
  static bool any(const When& w) { return std::find(w.begin(), w.end(), true) != w.end(); }

  bool runs(const Step& s, size_t i) const {
    return once(steps_, &s, [&](const World& w) { return holds(s.guard, w, asked_at(s)) && (!s.optional || w.yes.at("take " + s.id)); })[i];
  }
  bool runs(const Step& s, const Deed& d, size_t i) const {
    return runs(s, i) && once(deeds_, &d, [&](const World& w) { return holds(d.guard, w, asked_at(s)); })[i];
  }
  bool failed(const Step& s, size_t i) const {
    if (s.on_failure.how != plan::OnFailure::How::go_on) return false;
    return once(failures_, &s, [&](const World& w) { return w.yes.at("fail " + s.id); })[i];
  }
  // The same is asked of each combination again and again.
  template <typename K, typename F>
  const When& once(std::map<K, When>& known, K key, F f) const {
    const auto [at, fresh] = known.try_emplace(key);
    if (fresh) at->second = when([&](size_t i) { return f(worlds_[i]); });
    return at->second;
  }

  // ---- resources

  bool own_state(const Step& s, const plan::Effect& e) const {
    return s.kind != plan::StepKind::normal && e.kind == EffectKind::changes && plan_.brackets[static_cast<size_t>(s.bracket)].resource == e.resource;
  }
  template <typename T>
  static bool has(const Deed& d) {
    return std::any_of(d.actions.begin(), d.actions.end(), [](const auto& a) { return std::holds_alternative<T>(a.node); });
  }
  void say(int code, const std::string& message) { out_.said.insert(std::to_string(code) + " " + message); }

  // ---- states: for each combination, those in which a service may be

  struct May { std::map<std::string, std::set<std::string>> in; };
  std::vector<May> anywhere() const {
    May all;
    for (const auto& r : plan_.resources) {
      if (r.states.empty()) continue;
      all.in[r.name].insert("");
      for (const auto& s : r.states) all.in[r.name].insert(s.name);
    }
    return std::vector<May>(worlds_.size(), all);
  }
  void put(std::vector<May>& may, size_t i, const std::string& name, const std::string& state) const {
    auto& in = may[i].in[name];
    in.clear();
    if (state.empty()) {
      in.insert("");
      for (const auto& s : resource(name).states) in.insert(s.name);
    } else {
      in.insert(state);
    }
  }
  bool written(const May& may, const std::string& name) const {
    const auto [at, fresh] = writers_.try_emplace(name);
    if (fresh)
      for (const auto& r : plan_.resources)
        for (const auto& s : r.states)
          for (const auto& w : s.writes)
            if (kin(w, name)) at->second.emplace_back(r.name, s.name);
    return std::any_of(at->second.begin(), at->second.end(), [&](const auto& w) { return may.in.at(w.first).contains(w.second); });
  }
  std::string writer(const std::string& name) const {
    for (const auto& r : plan_.resources)
      for (const auto& s : r.states)
        for (const auto& w : s.writes)
          if (kin(w, name)) return r.name;
    return "";
  }
  void leave(std::vector<May>& may, const Step& s) const {
    if (s.kind != plan::StepKind::leave) return;
    const auto& b = plan_.brackets[static_cast<size_t>(s.bracket)];
    for (size_t i = 0; i < worlds_.size(); ++i)
      if (runs(s, i)) put(may, i, b.resource, b.after);
  }
  void enter(std::vector<May>& may, const Step& s) const {
    if (s.kind != plan::StepKind::enter) return;
    const auto& b = plan_.brackets[static_cast<size_t>(s.bracket)];
    for (size_t i = 0; i < worlds_.size(); ++i)
      if (runs(s, i) && !failed(s, i)) put(may, i, b.resource, b.state);
  }
  void start(std::vector<May>& may, const Step& s, const Deed& d) const {
    for (const auto& e : d.effects)
      for (size_t i = 0; i < worlds_.size() && e.kind == EffectKind::may_start; ++i)
        if (runs(s, d, i)) put(may, i, e.resource, "");
  }

  // ---- P1

  struct Backup {
    std::string of;
    std::vector<std::string> outputs;
    When made;
    std::map<std::string, When> fresh;
  };

  void backups() {
    auto may = anywhere();
    std::vector<Backup> all;
    std::set<std::string> said;
    const auto age = [&] {
      for (auto& b : all)
        for (auto& [name, fresh] : b.fresh)
          for (size_t i = 0; i < worlds_.size(); ++i)
            if (fresh[i] && written(may[i], name)) fresh[i] = false;
    };
    for (const auto& s : plan_.steps) {
      leave(may, s);
      age();
      std::vector<std::pair<std::string, std::string>> old;
      for (const auto& d : s.deeds) sources(s, d, "", all, old);
      for (const auto& u : s.undo.deeds)
        if (u.of == 0 && s.kind == plan::StepKind::normal) sources(s, u.deed, "the undo of ", all, old);
      for (const auto& d : s.deeds) {
        demand(s, d, all, said);
        for (const auto& e : d.effects)
          if (e.kind == EffectKind::saves && (has<plan::Prove>(d) || has<plan::Manual>(d))) {
            Backup b{e.resource, d.outputs, when([&](size_t i) { return runs(s, d, i) && !failed(s, i); }), {}};
            for (const auto& n : family(e.resource)) b.fresh[n] = when([&](size_t i) { return b.made[i] && !written(may[i], n); });
            all.push_back(std::move(b));
          }
        start(may, s, d);
        age();
      }
      kept_.push_back(aside(s));
      for (const auto& d : kept_.back()) demand(s, d, all, said);
      for (const auto& [name, message] : old)
        if (said.insert(name).second) say(3015, message);
      enter(may, s);
      age();
    }
  }

  void demand(const Step& s, const Deed& d, const std::vector<Backup>& all, std::set<std::string>& said) {
    std::vector<std::string> names;
    for (const auto& e : d.effects) {
      if (!forward(e.kind) || own_state(s, e)) continue;
      if (e.kind != EffectKind::destroys && has_inverse(s, d)) continue;
      if (!resource(e.resource).disposable.empty()) continue;
      for (const auto& n : family(e.resource))
        if (data(n) && std::find(names.begin(), names.end(), n) == names.end()) names.push_back(n);
    }
    std::string none, old;
    for (const auto& n : names) {
      bool never_made = false, stale = false;
      for (size_t i = 0; i < worlds_.size(); ++i) {
        if (!runs(s, d, i)) continue;
        bool made = false, fresh = false;
        for (const auto& b : all)
          if (const auto at = b.fresh.find(n); at != b.fresh.end()) {
            made = made || b.made[i];
            fresh = fresh || at->second[i];
          }
        never_made = never_made || !made;
        stale = stale || !fresh;
      }
      if (!stale || !said.insert(n).second) continue;
      if (never_made) none += (none.empty() ? "" : "`, `") + n;
      else if (old.empty()) old = n;
    }
    if (!old.empty()) say(3012, "`" + s.name + "` changes `" + old + "`, and the backup is no longer fresh: `" + writer(old) + "` may have written to it since");
    if (!none.empty()) say(3011, "`" + s.name + "` changes `" + none + "`, and no backup of it was made before");
  }

  void sources(const Step& s, const Deed& d, const std::string& whose, const std::vector<Backup>& all,
               std::vector<std::pair<std::string, std::string>>& old) {
    const auto who = whose + "`" + s.name + "`";
    const auto read = outputs_read(plan_, d);
    const auto overlap = [&](const std::vector<std::string>& names) {
      return std::any_of(names.begin(), names.end(), [&](const auto& n) { return std::find(read.begin(), read.end(), n) != read.end(); });
    };
    for (const auto& e : d.effects) {
      if (e.kind != EffectKind::restores || !data(e.resource)) continue;
      if (std::any_of(s.undo.believed.begin(), s.undo.believed.end(), [&](const auto& b) { return b.resource == e.resource; })) continue;
      bool right = false, saved = false;
      const Backup* wrong = nullptr;
      for (const auto& b : all) {
        saved = saved || (b.of == e.resource && !b.outputs.empty());
        if (!overlap(b.outputs)) continue;
        if (b.fresh.contains(e.resource)) right = true;
        else wrong = &b;
      }
      if (right) {
        const bool stale = any(when([&](size_t i) {
          bool made = false, fresh = false;
          for (const auto& b : all)
            if (overlap(b.outputs) && b.fresh.contains(e.resource)) {
              made = made || b.made[i];
              fresh = fresh || b.fresh.at(e.resource)[i];
            }
          return runs(s, d, i) && made && !fresh;
        }));
        if (stale) old.emplace_back(e.resource, who + " restores `" + e.resource + "` from a backup that is older: `" + writer(e.resource) + "` may have written to it since");
      } else if (wrong) {
        say(3013, who + " restores `" + e.resource + "` from a backup of `" + wrong->of + "`");
      } else if (saved && !has<plan::Manual>(d) && std::none_of(s.deeds.begin(), s.deeds.end(), [&](const auto& x) { return overlap(x.outputs); })) {
        say(3014, who + " restores `" + e.resource + "` from something that no step has saved it into");
      }
    }
  }

  // ---- P2

  void brackets() {
    auto may = anywhere();
    std::set<int> reasons;
    std::set<std::string> wrong;
    for (const auto& s : plan_.steps) {
      leave(may, s);
      held(s, reasons);
      const auto check = [&](const Deed& d) {
        if (d.needs_state.empty()) return;
        const bool bad = any(when([&](size_t i) { return runs(s, d, i) && may[i].in.at(d.resource) != std::set<std::string>{d.needs_state}; }));
        if (bad && wrong.insert(d.resource + " " + d.needs_state).second)
          say(3022, "`" + s.name + "` needs `" + d.resource + "` to be " + d.needs_state + " here, and it may not be");
      };
      for (const auto& d : s.deeds) {
        check(d);
        start(may, s, d);
      }
      for (const auto& u : s.undo.deeds) check(u.deed);
      enter(may, s);
    }
  }

  void held(const Step& s, std::set<int>& said) {
    if (s.kind == plan::StepKind::enter) return;
    const bool fails = s.kind == plan::StepKind::leave || std::any_of(s.deeds.begin(), s.deeds.end(), [](const Deed& d) {
      return has<plan::Run>(d) || has<plan::Prove>(d) || has<plan::Publish>(d) || has<plan::Manual>(d) || has<plan::Wait>(d);
    });
    if (!fails || s.on_failure.how != plan::OnFailure::How::hold || !s.on_failure.why.empty()) return;
    for (int b = s.bracket; b >= 0; b = plan_.brackets[static_cast<size_t>(b)].outer) {
      const auto& bracket = plan_.brackets[static_cast<size_t>(b)];
      const auto at = bracket.enter.substr(0, bracket.enter.rfind('.'));
      if (!any(when([&](size_t i) { return runs(s, i) && holds(bracket.guard, worlds_[i], at); }))) continue;
      if (!said.insert(b).second) return;
      for (int outer = bracket.outer; outer >= 0; outer = plan_.brackets[static_cast<size_t>(outer)].outer) said.insert(outer);
      const auto what = s.kind == plan::StepKind::leave ? "leave " + bracket.resource + " " + bracket.state : s.name;
      say(3021, "when `" + what + "` fails `" + bracket.resource + "` stays " + bracket.state + ", and nothing says why");
      return;
    }
  }

  // ---- P5

  static bool ends(const Step& s) { return s.undo.how == plan::Undo::How::nothing || s.undo.how == plan::Undo::How::irreversible; }

  void rollback() {
    std::map<std::string, When> made;
    const auto make = [&](const Step& s, const Deed& d) {
      for (const auto& o : d.outputs) {
        auto& m = made.try_emplace(o, When(worlds_.size())).first->second;
        for (size_t i = 0; i < worlds_.size(); ++i) m[i] = m[i] || (runs(s, d, i) && !failed(s, i));
      }
    };
    for (const auto& s : plan_.steps) {
      std::set<std::string> missing;
      for (const auto& d : s.deeds) {
        make(s, d);
        if (ends(s) || has_inverse(s, d)) continue;
        for (const auto& e : d.effects) {
          if (!forward(e.kind) || own_state(s, e) || !resource(e.resource).disposable.empty()) continue;
          for (const auto& n : family(e.resource))
            if (resource(n).disposable.empty() && any(when([&](size_t i) { return runs(s, d, i) && !brought_back(s, n, made, i); }))) missing.insert(n);
        }
      }
      std::string names;
      for (const auto& n : missing) names += (names.empty() ? "" : "`, `") + n;
      if (!names.empty()) say(3051, "`" + s.name + "` changes `" + names + "`, and its undo does not bring it back");
    }
    lost();
  }

  bool brought_back(const Step& s, const std::string& name, const std::map<std::string, When>& made, size_t i) const {
    for (const auto& b : s.undo.believed)
      if (in(name, b.resource)) return true;
    for (const auto& u : s.undo.deeds) {
      if (u.of != 0 || !holds(u.deed.guard, worlds_[i], asked_at(s))) continue;
      const auto read = outputs_read(plan_, u.deed);
      const bool there = std::all_of(read.begin(), read.end(), [&](const auto& o) { return made.contains(o) && made.at(o)[i]; });
      for (const auto& e : u.deed.effects)
        if (there && e.kind == EffectKind::restores && in(name, e.resource)) return true;
    }
    return false;
  }

  void lost() {
    struct Done { std::string step, resource; const Step* of; const Deed* deed; bool said; };
    std::vector<Done> forward_set;
    for (auto s = plan_.steps.rbegin(); s != plan_.steps.rend(); ++s) {
      if (s->undo.how == plan::Undo::How::irreversible) forward_set.clear();
      if (s->undo.how == plan::Undo::How::irreversible || s->kind != plan::StepKind::normal) continue;
      for (const auto& u : s->undo.deeds)
        for (const auto& e : u.deed.effects)
          for (auto& f : forward_set) {
            if (u.of != 0 || e.kind != EffectKind::restores || f.said || !kin(e.resource, f.resource)) continue;
            if (!any(when([&](size_t i) { return runs(*s, u.deed, i) && runs(*f.of, *f.deed, i); }))) continue;
            f.said = true;
            say(3052, "the undo of `" + s->name + "` restores `" + e.resource + "`, and so takes back what the undo of `" + f.step + "` has done");
          }
      for (const auto& u : s->undo.deeds)
        for (const auto& e : u.deed.effects)
          if (u.of == 0 && (e.kind == EffectKind::changes || e.kind == EffectKind::destroys)) forward_set.push_back({s->name, e.resource, &*s, &u.deed, false});
    }
  }

  // ---- P8, P11

  void retries() {
    for (const auto& s : plan_.steps)
      for (const auto& d : s.deeds) {
        const bool safe = d.again == plan::Again::reads || d.again == plan::Again::idempotent || (d.again == plan::Again::probe && d.atomic);
        if (s.retry_once && !safe) say(3081, "`" + s.name + "` is tried again after a failure, and this deed must not be done twice");
      }
  }

  void supplies() {
    std::map<std::string, When> made;
    const auto at = [&](const std::string& name) -> When& { return made.try_emplace(name, When(worlds_.size())).first->second; };
    for (const auto& s : plan_.steps) {
      for (const auto& d : s.deeds) {
        for (const auto& o : d.outputs)
          for (size_t i = 0; i < worlds_.size(); ++i)
            if (runs(s, d, i)) at(o)[i] = true;
        for (const auto& o : outputs_read(plan_, d)) {
          if (!any(when([&](size_t i) { return runs(s, d, i) && !at(o)[i]; }))) continue;
          say(3111, "`" + s.name + "` uses `" + o.substr(o.rfind('.') + 1) + "`, which is not there yet");
          at(o).assign(worlds_.size(), true);
        }
      }
      for (const auto& v : plan_.variables)
        if (v.step == s.id && made.contains(v.name) && s.on_failure.how == plan::OnFailure::How::go_on)
          for (size_t i = 0; i < worlds_.size(); ++i)
            if (!runs(s, i) || failed(s, i)) made.at(v.name)[i] = false;
    }
  }

  Worlds worlds_;
  Findings out_;
  mutable std::map<const Step*, When> steps_, failures_;
  std::list<std::vector<Deed>> kept_;  // what is known of a deed is known by where it lies
  mutable std::map<const Deed*, When> deeds_;
  mutable std::map<std::string, std::vector<std::pair<std::string, std::string>>> writers_;  ///< by resource: service and state
};

}  // namespace

Findings find(const Plan& plan) { return Walk(plan).run(); }

}  // namespace upg::reference
