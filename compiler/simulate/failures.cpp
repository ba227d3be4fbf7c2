#include "compiler/simulate/failures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compiler/plan/walk.h"
#include "compiler/simulate/world.h"
#include "compiler/support/text.h"

namespace upg::simulate {
namespace {

constexpr size_t most = 256;

/// Something that differs from run to run: a name and what it may be.
struct Open {
  std::string name;
  std::vector<std::string> values;
  bool step = false;  ///< an optional step, taken or not
};
using Chosen = std::vector<std::pair<const Open*, std::string>>;

// The versions at which the plan begins to do something else, and the first of each range.
std::vector<std::string> versions(const plan::Plan& plan) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& v) {
    const auto same = [&](const auto& other) { return core::compare_versions(other, v) == 0; };
    if (!v.empty() && std::none_of(out.begin(), out.end(), same)) out.push_back(v);
  };
  for (const auto& r : plan.from) add(r.low);
  const auto visit = [&](const plan::Ref& e) {
    plan::each_inner(e, [&](const plan::Ref& inner) {
      const auto text = core::known_text(inner);
      if (text && inner->type.tag == core::Tag::version) add(*text);
    });
  };
  plan::each_ref(plan, visit);
  for (const auto& v : plan.variables) plan::each_ref(v, visit);
  return out;
}

std::vector<Open> opened(const plan::Plan& plan) {
  std::vector<Open> out;
  for (const auto& v : plan.variables) {
    if (v.name == "from" && v.origin == plan::Origin::version)
      out.push_back({v.name, versions(plan)});
    else if (v.origin == plan::Origin::choice)
      out.push_back({v.name, v.names});
    else if (v.origin == plan::Origin::input && v.type.tag == core::Tag::boolean)
      out.push_back({v.name, {"false", "true"}});
  }
  for (const auto& s : plan.steps)
    if (s.optional) out.push_back({s.name, {"no", "yes"}, true});
  return out;
}

// All combinations; where they are too many, the first value of each but one.
std::vector<Chosen> combinations(const std::vector<Open>& all, bool& one_at_a_time) {
  size_t count = 1;
  for (const auto& o : all) count = std::min(most + 1, count * std::max<size_t>(1, o.values.size()));
  one_at_a_time = count > most;
  std::vector<Chosen> out{{}};
  for (const auto& o : all) {
    if (o.values.empty()) continue;
    std::vector<Chosen> more;
    for (const auto& chosen : out)
      for (const auto& value : o.values) {
        if (one_at_a_time && value != o.values.front()) continue;
        more.push_back(chosen);
        more.back().emplace_back(&o, value);
      }
    out = std::move(more);
  }
  if (!one_at_a_time) return out;
  const auto first = out.front();
  for (size_t i = 0; i < first.size(); ++i)
    for (const auto& value : first[i].first->values) {
      if (value == first[i].second) continue;
      out.push_back(first);
      out.back()[i].second = value;
    }
  return out;
}

std::string said(const Chosen& chosen) {
  std::vector<std::string> out;
  for (const auto& [open, value] : chosen) {
    if (open->step && value == "yes") out.push_back("`" + open->name + "` taken");
    if (!open->step) out.push_back(open->name + (open->name == "from" ? " " : " = ") + value);
  }
  return support::listing(out);
}

class Walker {
 public:
  Walker(const plan::Plan& plan, std::set<std::string> taken, std::string where)
      : plan_(plan), values_(plan), taken_(std::move(taken)), where_(std::move(where)) {}

  void walk_into(std::vector<Result>& results) {
    for (const auto& s : walk(plan_, values_, {}, taken_).begun) {
      auto at =
          std::find_if(results.begin(), results.end(), [&](const auto& r) { return r.title.starts_with("`" + s->id + "`"); });
      if (at == results.end()) at = results.insert(results.end(), Result{s->span, "`" + s->id + "` fails: " + outcome(*s), {}});
      for (auto& why : reasons(*s)) at->reasons.push_back({s->span, std::move(why)});
    }
  }

 private:
  World failing(const plan::Step& s) const {
    Failures failures;
    failures.steps.insert(s.id);
    return walk(plan_, values_, failures, taken_);
  }

  static std::vector<std::string> left(const World& w) {
    std::vector<std::string> out;
    for (const auto& [name, state] : w.states)
      if (state != w.at_first.at(name)) out.push_back("`" + name + "` " + (state.empty() ? "left" : state));
    return out;
  }

  std::string outcome(const plan::Step& s) const {
    const auto w = failing(s);
    if (w.stopped.empty()) return "the run goes on";
    const auto open = left(w);
    // What was to be started may be up all the same.
    const auto perhaps = s.kind == plan::StepKind::leave ? ", perhaps " : ", ";
    const auto where = (open.empty() ? "" : perhaps + support::listing(open)) + way_back(w);
    switch (s.on_failure.how) {
      case plan::OnFailure::How::hold: return "held" + where;
      case plan::OnFailure::How::rollback: return "rolled back" + where;
      case plan::OnFailure::How::automatic: return "left to mend itself" + where;
      case plan::OnFailure::How::go_on: return "the run goes on";
    }
    return "";
  }

  std::string way_back(const World& w) const {
    for (const auto* s : w.begun)
      if (s->undo.how == plan::Undo::How::irreversible) return "; `" + s->name + "` cannot be undone";
    std::vector<std::string> names;
    for (const auto& name : altered(w))
      if (!not_restored(plan_, w, {}, name)) names.push_back("`" + name + "`");
    return names.empty() ? "" : "; the way back restores " + support::listing(names);
  }

  std::vector<std::string> reasons(const plan::Step& s) const {
    const auto w = failing(s);
    std::vector<std::string> out;
    if (w.stopped.empty()) return out;
    const auto failed = fmt::format("a failure in `{}`{}", s.name, where_.empty() ? "" : " (" + where_ + ")");
    if (const auto open = left(w); !open.empty() && s.on_failure.why.empty() && s.kind != plan::StepKind::enter)
      out.push_back(fmt::format("{} leaves {}, and nothing says why", failed, support::listing(open)));
    for (const auto& name : altered(w))
      if (auto why = not_restored(plan_, w, {}, name); why && !declared(w))
        out.push_back(fmt::format("after {}: {}", failed, *why));
    return out;
  }

  // Behind a point of no return nothing is promised, nor where the author accepts that there is no way back.
  bool declared(const World& w) const {
    const auto accepted = [&](const plan::Step& s) {
      return std::any_of(plan_.waivers.begin(), plan_.waivers.end(),
                         [&](const auto& a) { return a.proof == "P5" && (a.step.empty() || a.step == s.id); });
    };
    return std::any_of(w.begun.begin(), w.begun.end(),
                       [&](const auto* s) { return s->undo.how == plan::Undo::How::irreversible || accepted(*s); });
  }

  std::set<std::string> altered(const World& w) const {
    std::set<std::string> out;
    for (const auto* s : w.begun)
      for (const auto& d : s->deeds)
        for (const auto& e : d.effects) {
          const auto* r = plan_.resource(e.resource);
          const bool forward =
              e.kind == plan::EffectKind::changes || e.kind == plan::EffectKind::destroys || e.kind == plan::EffectKind::restores;
          if (forward && r && r->disposable.empty() && s->kind == plan::StepKind::normal) out.insert(e.resource);
        }
    return out;
  }

  const plan::Plan& plan_;
  Values values_;
  std::set<std::string> taken_;
  std::string where_;
};

}  // namespace

FailureWalk all_failures(const sema::Module& module, const support::SourceSet& sources, const plan::Bindings& bindings) {
  FailureWalk out;
  diag::Sink ignored;
  const auto general = plan::build(module, sources, bindings, ignored);
  if (!general) return out;
  const auto all = opened(*general);
  for (const auto& chosen : combinations(all, out.one_at_a_time)) {
    auto fixed = bindings;
    std::set<std::string> taken;
    for (const auto& [open, value] : chosen) {
      if (!open->step)
        fixed.values[open->name] = value;
      else if (value == "yes")
        taken.insert(open->name);
    }
    diag::Sink sink;
    const auto plan = plan::build(module, sources, fixed, sink);
    if (!plan) continue;  // the plan refuses it
    ++out.combinations;
    Walker(*plan, std::move(taken), said(chosen)).walk_into(out.results);
  }
  // A combination may have steps that those before it did not have.
  const auto place = [&](const Result& r) {
    const auto id = r.title.substr(1, r.title.find('`', 1) - 1);
    return std::find_if(general->steps.begin(), general->steps.end(), [&](const auto& s) { return s.id == id; }) -
           general->steps.begin();
  };
  std::stable_sort(out.results.begin(), out.results.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  for (auto& r : out.results)
    if (r.reasons.size() > 1) r.reasons.resize(1);  // one way in which it goes wrong is enough
  return out;
}

}  // namespace upg::simulate
