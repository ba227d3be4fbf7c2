#include "tests/unit/prove/worlds.h"

#include <algorithm>
#include <functional>
#include <set>

namespace upg::reference {
namespace {

using plan::Ref;
using plan::Step;

double number(const std::string& version) { return std::stod(version); }

std::string text_of(const Ref& e) { return core::known_text(e).value_or(""); }

// What decides a condition besides `from` and choices: a bool, or what is found at the moment of a step.
std::string decision(const Ref& e, const std::string& at) {
  if (const auto* v = std::get_if<core::Var>(&e->node)) return v->name;
  return "exists " + text_of(std::get<core::Apply>(e->node).args[0]) + " at " + at;
}

void each_decision(const Ref& e, const std::string& at, const std::function<void(const std::string&)>& f) {
  if (!e) return;
  if (const auto* v = std::get_if<core::Var>(&e->node)) {
    if (e->type.tag == core::Tag::boolean) f(v->name);
    return;
  }
  const auto* a = std::get_if<core::Apply>(&e->node);
  if (!a) return;
  if (a->op == core::Op::exists) return f(decision(e, at));
  for (const auto& x : a->args) each_decision(x, at, f);
}

}  // namespace

bool holds(const Ref& e, const World& w, const std::string& at) {
  if (!e) return true;
  if (std::holds_alternative<core::Var>(e->node)) return w.yes.at(decision(e, at));
  const auto& a = std::get<core::Apply>(e->node);
  switch (a.op) {
    case core::Op::conj: return std::all_of(a.args.begin(), a.args.end(), [&](const Ref& x) { return holds(x, w, at); });
    case core::Op::disj: return std::any_of(a.args.begin(), a.args.end(), [&](const Ref& x) { return holds(x, w, at); });
    case core::Op::neg: return !holds(a.args[0], w, at);
    case core::Op::exists: return w.yes.at(decision(e, at));
    default: break;
  }
  const auto& subject = std::get<core::Var>(a.args[0]->node).name;
  if (subject != "from") return (w.choice.at(subject) == text_of(a.args[1])) == (a.op == core::Op::eq);
  const double v = number(text_of(a.args[1]));
  switch (a.op) {
    case core::Op::lt: return w.from < v;
    case core::Op::le: return w.from <= v;
    case core::Op::gt: return w.from > v;
    case core::Op::ge: return w.from >= v;
    case core::Op::eq: return w.from == v;
    case core::Op::ne: return w.from != v;
    case core::Op::in_range: return w.from >= v && w.from < number(text_of(a.args[2]));
    default: return false;
  }
}

std::string asked_at(const Step& s) { return s.kind == plan::StepKind::normal ? s.id : s.id.substr(0, s.id.rfind('.')); }

Worlds worlds(const plan::Plan& plan) {
  constexpr size_t most = 3000;
  std::set<std::string> decisions;
  const auto note = [&](const std::string& d) { decisions.insert(d); };
  for (const auto& s : plan.steps) {
    each_decision(s.guard, asked_at(s), note);
    for (const auto& d : s.deeds) each_decision(d.guard, asked_at(s), note);
    for (const auto& u : s.undo.deeds) each_decision(u.deed.guard, asked_at(s), note);
    if (s.optional) note("take " + s.id);
    if (s.on_failure.how == plan::OnFailure::How::go_on) note("fail " + s.id);
  }
  for (const auto& r : plan.refusals) each_decision(r.when, "", note);
  Worlds all;
  for (const double from : {0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5})
    if (std::any_of(plan.from.begin(), plan.from.end(), [&](const auto& r) { return from >= number(r.low) && from < number(r.high); })) {
      World w;
      w.from = from;
      all.push_back(w);
    }
  for (const auto& v : plan.variables) {
    if (v.origin != plan::Origin::choice) continue;
    Worlds more;
    for (const auto& w : all)
      for (const auto& n : v.names) {
        more.push_back(w);
        more.back().choice[v.name] = n;
      }
    all = std::move(more);
  }
  for (const auto& d : decisions) {
    if (all.size() > most) return {};
    const auto n = all.size();
    for (size_t i = 0; i < n; ++i) {
      all.push_back(all[i]);
      all[i].yes[d] = false;
      all.back().yes[d] = true;
    }
  }
  if (all.size() > most) return {};
  Worlds possible;
  for (const auto& w : all)
    if (std::none_of(plan.refusals.begin(), plan.refusals.end(), [&](const auto& r) { return holds(r.when, w, ""); })) possible.push_back(w);
  return possible;
}

std::vector<std::string> outputs_read(const plan::Plan& plan, const plan::Deed& d) {
  std::vector<std::string> out;
  for (const auto& a : d.actions) {
    const auto* m = std::get_if<plan::Manual>(&a.node);
    const auto* p = std::get_if<plan::Publish>(&a.node);
    const auto& e = m ? m->text : p ? p->path : nullptr;
    const auto* v = e ? std::get_if<core::Var>(&e->node) : nullptr;
    const auto known = v && std::any_of(plan.variables.begin(), plan.variables.end(), [&](const auto& x) { return x.name == v->name && !x.step.empty(); });
    if (known) out.push_back(v->name);
  }
  return out;
}

bool has_inverse(const Step& s, const plan::Deed& d) {
  return std::any_of(s.undo.deeds.begin(), s.undo.deeds.end(), [&](const auto& u) { return u.of == d.number; });
}

}  // namespace upg::reference
