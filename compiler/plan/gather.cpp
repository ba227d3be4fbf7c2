#include "compiler/plan/gather.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "compiler/plan/canonical.h"
#include "compiler/plan/guards.h"
#include "compiler/plan/walk.h"

namespace upg::plan {
namespace {

Origin origin_of(sema::Variable::Origin o) {
  switch (o) {
    case sema::Variable::Origin::input: return Origin::input;
    case sema::Variable::Origin::secret: return Origin::secret;
    case sema::Variable::Origin::choice: return Origin::choice;
    case sema::Variable::Origin::let: return Origin::let;
    case sema::Variable::Origin::version: return Origin::version;
    case sema::Variable::Origin::capture: return Origin::capture;
    case sema::Variable::Origin::output: return Origin::output;
  }
  return Origin::input;
}

Source source_of(sema::Source s) {
  switch (s) {
    case sema::Source::environment: return Source::environment;
    case sema::Source::file: return Source::file;
    case sema::Source::command: return Source::command;
    case sema::Source::ask: return Source::ask;
  }
  return Source::ask;
}

Pattern pattern_of(const std::optional<sema::OutputPattern>& p) {
  Pattern out;
  if (p)
    for (const auto& part : p->parts) out.push_back({part.literal, part.hole});
  return out;
}

class Variables {
 public:
  Variables(Plan& plan, const sema::Module& module, Evaluator& evaluator, const DeedMaker& deeds)
      : plan_(plan), module_(module), eval_(evaluator), born_(deeds.born()) {}

  void gather() {
    make_all();
    each_ref(plan_, [&](const Ref& e) { core::each_variable(e, [&](const std::string& n) { use(n); }); });
    use("from");
    for (const auto& [name, b] : born_) use(name);
    for (const auto& v : all_)
      if (v.step.empty()) place(v.name);
    for (const auto& v : all_) place(v.name);
  }

 private:
  void make_all() {
    for (const auto& v : module_.variables) {
      const auto b = born_.find(v.name);
      if (v.name == "to") continue;
      const bool of_step = v.origin == sema::Variable::Origin::capture || v.origin == sema::Variable::Origin::output;
      if (of_step && b == born_.end()) continue;  // its step is not in this plan
      all_.push_back(make(v, b == born_.end() ? nullptr : &b->second));
    }
    for (const auto& [name, b] : born_)
      if (const auto* declared = eval_.variable(name); !declared || declared->name != name) {
        Variable v;
        v.name = name;
        v.origin = b.value ? Origin::output : Origin::capture;
        v.type = b.type;
        v.value = b.value;
        v.step = b.step;
        all_.push_back(std::move(v));
      }
    for (size_t i = 0; i < all_.size(); ++i) index_.emplace(all_[i].name, i);
  }

  Variable make(const sema::Variable& v, const DeedMaker::Born* born) {
    Variable out;
    out.span = v.span;
    out.name = v.name;
    out.origin = origin_of(v.origin);
    out.type = v.type;
    out.value = born ? born->value : eval_.value(v.value);
    out.title = v.title;
    out.names = v.names;
    out.source = source_of(v.source);
    out.source_name = v.source_name;
    out.source_command = eval_.command(v.source_command);
    out.matching = v.matching;
    out.guard = eval_.condition(v.guard);
    if (born) out.step = born->step;
    if (v.name == "from" && module_.plan.detect) {
      out.source = Source::command;
      out.source_command = eval_.command(module_.plan.detect->command);
      out.pattern = pattern_of(module_.plan.detect->pattern);
    }
    return out;
  }

  void use(const std::string& name) {
    if (!used_.insert(name).second) return;
    const auto it = index_.find(name);
    if (it == index_.end()) return;
    each_ref(all_[it->second], [&](const Ref& e) { core::each_variable(e, [&](const std::string& n) { use(n); }); });
  }

  // Those that it uses first.
  void place(const std::string& name) {
    const auto it = index_.find(name);
    if (it == index_.end() || !used_.count(name) || !placed_.insert(name).second) return;
    const auto& v = all_[it->second];
    const bool fixed = std::any_of(plan_.bound.begin(), plan_.bound.end(), [&](const Bound& b) { return b.name == name; });
    if (fixed && !v.source_command) return;
    each_ref(v, [&](const Ref& e) { core::each_variable(e, [&](const std::string& n) { place(n); }); });
    plan_.variables.push_back(v);
  }

  Plan& plan_;
  const sema::Module& module_;
  Evaluator& eval_;
  const std::map<std::string, DeedMaker::Born>& born_;
  std::vector<Variable> all_;
  std::unordered_map<std::string, size_t> index_;
  std::unordered_set<std::string> used_, placed_;
};

void gather_needs(Plan& plan, const sema::Kind* kind, Resource& into) {
  for (; kind; kind = kind->extends)
    for (const auto& n : kind->needs) {
      into.needs.push_back({n.tool, n.at_least});
      const auto same = std::find_if(plan.needs.begin(), plan.needs.end(), [&](const Need& m) { return m.tool == n.tool; });
      if (same == plan.needs.end()) plan.needs.push_back({n.tool, n.at_least});
      else if (same->at_least.empty() || (!n.at_least.empty() && core::compare_versions(same->at_least, n.at_least) < 0))
        same->at_least = n.at_least;
    }
}

// The conditions under which a value ends in an `unsupported` of its author.
std::vector<Refusal> unsupported_in(const Ref& e) {
  std::vector<Refusal> out;
  each_inner(e, [&](const Ref& inner) {
    const auto* cases = std::get_if<core::Cases>(&inner->node);
    if (!cases) return;
    Cascade cascade(nullptr);
    for (const auto& c : cases->cases)
      if (auto when = cascade.take(c.when); c.end == core::Case::End::unsupported) out.push_back({inner->span, std::move(when), c.why});
  });
  return out;
}

}  // namespace

void gather_variables(Plan& plan, const sema::Module& module, Evaluator& evaluator, const DeedMaker& deeds) {
  Variables(plan, module, evaluator, deeds).gather();
}

void gather_resources(Plan& plan, const sema::Module& module, Evaluator& evaluator) {
  for (const auto& r : module.resources) {
    const auto guard = evaluator.condition(r.guard);
    if (decided(guard) == false) continue;
    const Scope scope{&r, {}, {}};
    Resource out;
    out.span = r.span;
    out.name = r.name;
    out.kind = r.kind->name;
    out.title = r.kind->title;
    // A kind that does not say what its resources are gets locks that runs of this plan share, and of no other.
    out.identity = r.kind->identity ? evaluator.value(r.kind->identity, scope)
                                    : core::text(r.span, r.kind->name + ":" + plan.name + "/" + r.name);
    out.holds_data = r.kind->holds_data;
    out.written_by_nobody = r.written_by_nobody;
    out.part_of = r.part_of;
    out.disposable = r.disposable;
    out.disposable_span = r.disposable_span;
    out.guard = guard;
    for (const auto& s : r.kind->states) {
      ResourceState state{s.name, evaluator.value(s.probe, scope), s.daemonizes, {}};
      if (!s.writes.empty()) state.writes = evaluator.resources_in(evaluator.field(r, s.writes));
      out.states.push_back(std::move(state));
    }
    gather_needs(plan, r.kind, out);
    plan.resources.push_back(std::move(out));
  }
  std::sort(plan.needs.begin(), plan.needs.end(), [](const Need& a, const Need& b) { return a.tool < b.tool; });
}

void gather_refusals(Plan& plan) {
  std::vector<Refusal> all;
  std::unordered_map<std::string, std::vector<size_t>> of_let;  // which of them a use of it brings along, each once
  for (const auto& v : plan.variables) {
    if (v.origin != Origin::let) continue;
    std::vector<size_t> own;
    for (auto& r : unsupported_in(v.value)) {
      own.push_back(all.size());
      all.push_back(std::move(r));
    }
    std::unordered_set<size_t> there(own.begin(), own.end());
    core::each_variable(v.value, [&](const std::string& name) {
      if (const auto it = of_let.find(name); it != of_let.end())
        for (const size_t r : it->second)
          if (there.insert(r).second) own.push_back(r);
    });
    if (!own.empty()) of_let.emplace(v.name, std::move(own));
  }
  std::set<std::string> seen;
  const auto add = [&](const Ref& guard, const Refusal& r) {
    Refusal out{r.span, together(guard, r.when), r.why};
    if (decided(out.when) == false) return;
    if (seen.insert(canonical(out.when) + out.why).second) plan.refusals.push_back(std::move(out));
  };
  for (const auto& s : plan.steps)
    each_ref(s, [&](const Ref& e) {
      for (const auto& r : unsupported_in(e)) add(s.guard, r);
      if (of_let.empty()) return;
      core::each_variable(e, [&](const std::string& name) {
        if (const auto it = of_let.find(name); it != of_let.end())
          for (const size_t r : it->second) add(s.guard, all[r]);
      });
    });
}

}  // namespace upg::plan
