// What a rollback would lose: content that a resource got after it was saved, from a writer that the plan started again.
#include <fmt/format.h>

#include <algorithm>

#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

using Steps = std::map<std::string, std::vector<size_t>>;

bool part_of(const plan::Plan& plan, const std::string& part, const std::string& whole) {
  const auto* r = plan.resource(part);
  for (size_t depth = 0; r && depth < plan.resources.size(); ++depth) {
    if (r->name == whole) return true;
    r = r->part_of.empty() ? nullptr : plan.resource(r->part_of);
  }
  return part == whole;
}

std::vector<std::string> written(const plan::Plan& plan, const std::string& writer, const std::string& state) {
  std::vector<std::string> all;
  const auto* r = plan.resource(writer);
  if (!r) return all;
  for (const auto& st : r->states) {
    if (state.empty() || st.name == state) all.insert(all.end(), st.writes.begin(), st.writes.end());
  }
  return all;
}

// Steps behind which a writer of the resource may run.
Steps starters(Script& s) {
  Steps all;
  for (const auto& b : s.plan.brackets) {
    const auto* leave = s.step(b.leave);
    if (!leave) continue;
    for (const auto& r : written(s.plan, b.resource, b.after)) all[r].push_back(static_cast<size_t>(leave - s.plan.steps.data()));
  }
  for (size_t i = 0; i < s.plan.steps.size(); ++i) {
    for (const auto& d : s.plan.steps[i].deeds) {
      for (const auto& e : d.effects) {
        if (e.kind != plan::EffectKind::may_start) continue;
        for (const auto& r : written(s.plan, e.resource, {})) all[r].push_back(i);
      }
    }
  }
  return all;
}

// Resources whose content an undo of the step takes back to what was saved, not by the inverse of what was done.
std::set<std::string> taken_back(const plan::Step& step) {
  std::set<std::string> all;
  for (const auto& entry : step.undo.deeds) {
    for (const auto& e : entry.deed.effects) {
      if (entry.of == 0 && e.kind == plan::EffectKind::restores) all.insert(e.resource);
    }
  }
  for (const auto& e : step.undo.believed) {
    if (e.kind == plan::EffectKind::restores) all.insert(e.resource);
  }
  return all;
}

}  // namespace

void loss(Script& s) {
  Scope scope(s, Name("plan_loss"));
  const Steps starts = starters(s);
  for (size_t i = 0; i < s.plan.steps.size(); ++i) {
    const auto& step = s.plan.steps[i];
    for (const auto& r : taken_back(step)) {
      for (const auto& [resource, after] : starts) {
        if (!part_of(s.plan, resource, r) && !part_of(s.plan, r, resource)) continue;
        const auto first = std::find_if(after.begin(), after.end(), [&](size_t n) { return n > i; });
        if (first == after.end()) continue;
        Chain both{{Call{"upg_will_undo", {Word::literal(s.suffix(s.plan.steps[*first]))}},
                    Call{"upg_will_undo", {Word::literal(s.suffix(step))}}},
                   {Chain::Join::both}};
        Block say{call("printf", {Word::literal("%s\\n"),
                                  s.literal(fmt::format("{}: what was written to it since step {}, \"{}\"", r,
                                                        s.plan.steps[*first].number, s.plan.steps[*first].title))},
                       OrElse::ignore)};
        scope.body.push_back({If{{{std::move(both), std::make_shared<Block>(std::move(say))}}, nullptr}});
      }
    }
  }
  scope.finish({"What a rollback would lose: the content of a resource that was written to after it was saved"});
}

}  // namespace upg::shell
