#include "compiler/prove/guards.h"

#include <algorithm>
#include <tuple>

#include "compiler/plan/canonical.h"
#include "compiler/plan/walk.h"
#include "compiler/plan/words.h"
#include "compiler/prove/mutants.h"

namespace upg::prove {
namespace {

const std::string from_key = "$from";

bool is_from(const plan::Ref& e) {
  const auto* v = e ? std::get_if<core::Var>(&e->node) : nullptr;
  return v && v->name == "from";
}

}  // namespace

Guards::Guards(const plan::Plan& plan) {
  nodes_.resize(2);  // never, always
  collect_versions(plan);
  std::vector<std::string> answers;
  for (size_t k = 0; k < points_.size(); ++k) {
    answers.push_back(k == 0 ? "from before " + points_[k]
                             : "from between " + points_[k - 1] + " and " + points_[k]);
    answers.push_back("from " + points_[k]);
  }
  answers.push_back(points_.empty() ? "" : "from after " + points_.back());
  ask(from_key, "from", std::move(answers));
  for (const auto& v : plan.variables)
    if (v.origin == plan::Origin::choice) choices_[v.name] = v.names;
  for (const auto& v : plan.variables) {
    if (v.origin != plan::Origin::choice) continue;
    std::vector<std::string> said;
    for (const auto& n : v.names) said.push_back(v.name + " = " + n);
    ask("$" + v.name, v.name, std::move(said));
  }
  for (const auto& v : plan.variables)
    if (v.origin == plan::Origin::let && v.step.empty() && v.type.tag == core::Tag::boolean && v.value && !of_the_moment(v.value))
      lets_.emplace(v.name, v.value);
  find_possible(plan);
  for (const auto& r : plan.refusals)
    if (!broken("guards.refusals")) possible_ = without(possible_, of(r.when));
}

void Guards::collect_versions(const plan::Plan& plan) {
  const auto add = [&](const plan::Ref& e) {
    if (const auto t = core::known_text(e); t && e->type.tag == core::Tag::version) points_.push_back(*t);
  };
  const auto visit = [&](const plan::Ref& e) {
    plan::each_inner(e, [&](const plan::Ref& inner) {
      const auto* a = std::get_if<core::Apply>(&inner->node);
      if (a && !a->args.empty() && is_from(a->args[0])) std::for_each(a->args.begin() + 1, a->args.end(), add);
    });
  };
  plan::each_ref(plan, visit);
  for (const auto& v : plan.variables) plan::each_ref(v, visit);
  for (const auto& r : plan.from) {
    if (!r.low.empty()) points_.push_back(r.low);
    if (!r.high.empty()) points_.push_back(r.high);
  }
  std::sort(points_.begin(), points_.end(),
            [](const auto& a, const auto& b) { return core::compare_versions(a, b) < 0; });
  const auto same = [](const auto& a, const auto& b) { return core::compare_versions(a, b) == 0; };
  points_.erase(std::unique(points_.begin(), points_.end(), same), points_.end());
}

void Guards::find_possible(const plan::Plan& plan) {
  if (plan.from.empty()) return;
  std::vector<Id> next(2 * points_.size() + 1, never);
  for (const auto& r : plan.from) {
    const size_t low = r.low.empty() ? 0 : interval(r.low);
    const size_t high = r.high.empty() ? next.size() : interval(r.high) + (r.closed ? 1 : 0);
    for (size_t k = low; k < std::min(high, next.size()); ++k) next[k] = always;
  }
  versions_ = possible_ = node(0, std::move(next));
}

size_t Guards::interval(const std::string& version) const {
  const auto at = std::lower_bound(points_.begin(), points_.end(), version,
                                   [](const auto& a, const auto& b) { return core::compare_versions(a, b) < 0; });
  const auto k = static_cast<size_t>(at - points_.begin());
  const bool exact = at != points_.end() && core::compare_versions(*at, version) == 0;
  return 2 * k + (exact ? 1 : 0);
}

uint32_t Guards::ask(const std::string& key, std::string label, std::vector<std::string> answers) {
  const auto [at, fresh] = asked_.try_emplace(key, static_cast<uint32_t>(labels_.size()));
  if (fresh) {
    labels_.push_back(std::move(label));
    answers_.push_back(std::move(answers));
  }
  return at->second;
}

Guards::Id Guards::node(uint32_t question, std::vector<Id> next) {
  if (std::all_of(next.begin(), next.end(), [&](Id n) { return n == next[0]; })) return next[0];
  const auto key = std::pair(question, next);
  if (const auto at = unique_.find(key); at != unique_.end()) return at->second;
  if (nodes_.size() >= limit || edges_ + next.size() > edge_limit) {
    too_complex_ = true;
    return never;
  }
  edges_ += next.size();
  nodes_.push_back({question, std::move(next)});
  const auto id = static_cast<Id>(nodes_.size() - 1);
  unique_.emplace(key, id);
  return id;
}

Guards::Id Guards::join(Join how, Id a, Id b) {
  const Id absorbing = how == Join::both ? never : always, neutral = how == Join::both ? always : never;
  if (a == absorbing || b == absorbing) return absorbing;
  if (a == neutral || a == b) return b;
  if (b == neutral) return a;
  if (a > b) std::swap(a, b);
  const auto key = std::tuple(how, a, b);
  if (const auto at = joined_.find(key); at != joined_.end()) return at->second;
  if (too_complex_) return never;
  const uint32_t question = std::min(nodes_[a].question, nodes_[b].question);
  const size_t count = nodes_[a].question == question ? nodes_[a].next.size() : nodes_[b].next.size();
  std::vector<Id> next;
  for (size_t k = 0; k < count; ++k) {
    const Id x = nodes_[a].question == question ? nodes_[a].next[k] : a;
    const Id y = nodes_[b].question == question ? nodes_[b].next[k] : b;
    next.push_back(join(how, x, y));
  }
  const Id out = node(question, std::move(next));
  joined_.emplace(key, out);
  return out;
}

// From the last question to the first, so that each join only puts a node on top of what is there.
Guards::Id Guards::join_all(Join how, std::vector<Id> parts) {
  const auto question = [&](Id a) { return a <= always ? UINT32_MAX : nodes_[a].question; };
  std::stable_sort(parts.begin(), parts.end(), [&](Id a, Id b) { return question(a) > question(b); });
  Id out = how == Join::both ? always : never;
  for (const Id p : parts) out = join(how, out, p);
  return out;
}

Guards::Id Guards::both(Id a, Id b) { return join(Join::both, a, b); }
Guards::Id Guards::either(Id a, Id b) { return join(Join::either, a, b); }

Guards::Id Guards::negate(Id a) {
  if (a <= always) return a == never ? always : never;
  if (const auto at = negated_.find(a); at != negated_.end()) return at->second;
  const uint32_t question = nodes_[a].question;
  const auto old = nodes_[a].next;  // a copy: nodes_ may grow
  std::vector<Id> next;
  for (const Id n : old) next.push_back(negate(n));
  const Id out = node(question, std::move(next));
  negated_.emplace(a, out);
  return out;
}

bool Guards::of_the_moment(const plan::Ref& e) {
  const auto [at, fresh] = of_the_moment_.try_emplace(e.get(), false);
  if (!fresh) return at->second;
  bool found = false;
  plan::each_inner(e, [&](const plan::Ref& inner) {
    if (const auto* a = std::get_if<core::Apply>(&inner->node))
      found = found || a->op == core::Op::exists || a->op == core::Op::succeeds || a->op == core::Op::has;
    found = found || std::holds_alternative<core::Output>(inner->node);
  });
  return of_the_moment_[e.get()] = found && !broken("guards.moment");
}

Guards::Id Guards::of(const plan::Ref& e, const plan::Step& asking) {
  if (!e) return always;
  if (asking.kind == plan::StepKind::normal) return of(e, asking.name);
  return of(e, asking.name.substr(0, asking.name.rfind('.')));
}

Guards::Id Guards::of(const plan::Ref& e, const plan::Bracket& asking) {
  if (!e) return always;
  const auto first = asking.enter.find('.') + 1;
  return of(e, asking.enter.substr(first, asking.enter.rfind('.') - first));
}

Guards::Id Guards::of(const plan::Ref& e, const std::string& place) {
  if (!e) return always;
  const auto at = of_the_moment(e) ? place : "";
  const auto key = std::pair(e.get(), at);
  if (const auto it = known_.find(key); it != known_.end()) return it->second.second;
  Id out;
  const auto* var = std::get_if<core::Var>(&e->node);
  if (const auto* v = core::known(e); v && std::holds_alternative<bool>(*v)) {
    out = std::get<bool>(*v) ? always : never;
  } else if (const auto* a = std::get_if<core::Apply>(&e->node)) {
    out = relation(e, *a, at);
  } else if (var && lets_.contains(var->name)) {
    out = of(lets_.at(var->name), "");
  } else {
    out = opaque(e, at);
  }
  known_.emplace(key, std::pair(e, out));
  return out;
}

Guards::Id Guards::relation(const plan::Ref& e, const core::Apply& a, const std::string& at) {
  using core::Op;
  if (a.op == Op::conj || a.op == Op::disj) {
    std::vector<Id> parts;
    for (const auto& arg : a.args) parts.push_back(of(arg, at));
    return join_all(a.op == Op::conj ? Join::both : Join::either, std::move(parts));
  }
  if (a.op == Op::neg) return negate(of(a.args[0], at));
  if (a.args.size() < 2) return opaque(e, at);
  const auto known = [](const plan::Ref& r) { return core::known_text(r).has_value(); };
  if (is_from(a.args[0]) && a.op != Op::in_list && std::all_of(a.args.begin() + 1, a.args.end(), known)) return versions(a);
  const auto* v = std::get_if<core::Var>(&a.args[0]->node);
  if (v && choices_.contains(v->name) && (a.op == Op::eq || a.op == Op::ne || a.op == Op::in_list)) {
    const auto* list = std::get_if<core::List>(&a.args[1]->node);
    const auto names = a.op == Op::in_list && list ? list->items : std::vector{a.args[1]};
    if (std::all_of(names.begin(), names.end(), known)) return choice(asked_.at("$" + v->name), a.op, names);
  }
  if (a.op == Op::ne) return negate(opaque(core::make(e->span, e->type, core::Apply{Op::eq, a.args}), at));
  if (a.op == Op::lacks) return negate(opaque(core::make(e->span, e->type, core::Apply{Op::contains, a.args}), at));
  return opaque(e, at);
}

Guards::Id Guards::versions(const core::Apply& a) {
  using core::Op;
  const size_t k = interval(*core::known_text(a.args[1]));
  const size_t high = a.args.size() > 2 ? interval(*core::known_text(a.args[2])) : 0;
  std::vector<Id> next;
  if (too_complex_) return never;
  for (size_t i = 0; i < 2 * points_.size() + 1; ++i) {
    bool holds = false;
    switch (a.op) {
      case Op::eq: holds = i == k; break;
      case Op::ne: holds = i != k; break;
      case Op::lt: holds = broken("guards.less") ? i <= k : i < k; break;
      case Op::le: holds = i <= k; break;
      case Op::gt: holds = i > k; break;
      case Op::ge: holds = broken("guards.at-least") ? i > k : i >= k; break;
      case Op::in_range: holds = i >= k && (i < high || (broken("guards.range") && i == high)); break;
      case Op::in_closed_range: holds = i >= k && i <= high; break;
      default: break;
    }
    next.push_back(holds ? always : never);
  }
  return node(0, std::move(next));
}

Guards::Id Guards::choice(uint32_t question, core::Op op, const std::vector<plan::Ref>& names) {
  const auto& label = labels_[question];
  std::vector<Id> next;
  for (const auto& name : choices_.at(label)) {
    const bool named = std::any_of(names.begin(), names.end(), [&](const auto& n) { return *core::known_text(n) == name; });
    next.push_back(named == (op != core::Op::ne || broken("guards.choice-is-not")) ? always : never);
  }
  return node(question, std::move(next));
}

Guards::Id Guards::opaque(const plan::Ref& e, const std::string& at) {
  const auto said = plan::template_text(e) + (at.empty() ? "" : " at `" + at + "`");
  return node(ask(plan::canonical(e) + "\n" + at, said, {"not " + said, said}), {never, always});
}

Guards::Id Guards::taken(const plan::Step& step) {
  if (!step.optional || broken("guards.optional")) return always;
  const auto said = "`" + step.name + "` taken";
  return node(ask("optional " + step.id, said, {"`" + step.name + "` not taken", said}), {never, always});
}

Guards::Id Guards::runs(const plan::Step& step) { return both(of(step.guard, step), taken(step)); }

Guards::Id Guards::done(const plan::Step& step) {
  if (step.on_failure.how != plan::OnFailure::How::go_on || broken("guards.continue")) return runs(step);
  const auto said = "`" + step.name + "` failing";
  return both(runs(step), node(ask("fails " + step.id, said, {"`" + step.name + "` done", said}), {always, never}));
}

// `from` is worth a word only when it matters: when the versions that the plan is for do not all lead to the same.
bool Guards::depends_on_from(Id a) const {
  if (a <= always || nodes_[a].question != 0) return false;
  std::optional<Id> one;
  for (size_t k = 0; k < nodes_[a].next.size(); ++k) {
    if (versions_ != always && nodes_[versions_].next[k] == never) continue;
    if (one && *one != nodes_[a].next[k]) return true;
    one = nodes_[a].next[k];
  }
  return false;
}

std::string Guards::witness(Id a) {
  a = both(a, possible_);
  std::string out;
  while (a > always) {
    const auto& n = nodes_[a];
    // The first exact version that does it, or the first answer: people read "from 5.3.3" more easily than an interval.
    size_t pick = n.next.size();
    for (size_t k = 0; k < n.next.size(); ++k) {
      if (n.next[k] == never) continue;
      if (pick == n.next.size() || (n.question == 0 && k % 2 == 1 && pick % 2 == 0)) pick = k;
    }
    if (n.question != 0 || depends_on_from(a)) out += (out.empty() ? "" : ", ") + answers_[n.question][pick];
    a = n.next[pick];
  }
  return out;
}

}  // namespace upg::prove
