#include "compiler/plan/steps.h"

#include <algorithm>

#include "compiler/plan/canonical.h"
#include "compiler/plan/guards.h"
#include "compiler/plan/walk.h"

namespace upg::plan {
namespace {

PhaseKind phase_of(sema::PhaseKind k) {
  switch (k) {
    case sema::PhaseKind::check: return PhaseKind::check;
    case sema::PhaseKind::prepare: return PhaseKind::prepare;
    case sema::PhaseKind::check_after_prepare: return PhaseKind::check_after_prepare;
    case sema::PhaseKind::upgrade: return PhaseKind::upgrade;
    case sema::PhaseKind::verify: return PhaseKind::verify;
    case sema::PhaseKind::finish: return PhaseKind::finish;
  }
  return PhaseKind::upgrade;
}

OnFailure::How how_of(sema::OnFailure::How h) {
  switch (h) {
    case sema::OnFailure::How::hold: return OnFailure::How::hold;
    case sema::OnFailure::How::rollback: return OnFailure::How::rollback;
    case sema::OnFailure::How::go_on: return OnFailure::How::go_on;
    case sema::OnFailure::How::automatic: return OnFailure::How::automatic;
  }
  return OnFailure::How::hold;
}

Estimate estimate_of(const sema::Estimate& e) { return {e.said, e.unknown, e.low, e.high}; }

// A step's `done when` speaks of its one deed that alters something.
void settle(std::vector<Deed>& deeds, const Ref& done_when) {
  Deed* only = nullptr;
  for (auto& d : deeds) {
    if (!alters(d)) continue;
    if (only) return;
    only = &d;
  }
  if (!only || only->again == Again::idempotent) return;
  only->again = Again::probe;
  only->probe = done_when;
}

bool alters_any(const std::vector<Deed>& deeds) {
  return std::any_of(deeds.begin(), deeds.end(), [](const Deed& d) { return alters(d); });
}

}  // namespace

std::string_view phase_name(PhaseKind phase) {
  switch (phase) {
    case PhaseKind::check: return "check";
    case PhaseKind::prepare: return "prepare";
    case PhaseKind::check_after_prepare: return "check-after-prepare";
    case PhaseKind::upgrade: return "upgrade";
    case PhaseKind::verify: return "verify";
    case PhaseKind::finish: return "finish";
  }
  return "";
}

Ref StepMaker::within(const Ref& around, const Ref& guard, const std::string& of) {
  const auto own = eval_.condition(guard);
  auto all = together(around, own);
  // What one hop settles another may ask: that is looked at when all are there.
  if (hop_.empty()) settled_.look(guard, own, around, all);
  else window(of, guard, own, all);
  return all;
}

void StepMaker::phase(sema::Phase& phase) {
  phase_ = phase_of(phase.kind);
  items(phase.items, {});
}

void StepMaker::hop(const Hop& hop, std::function<Ref(const core::Apply&)> before, const std::vector<sema::Phase>& phases, const std::vector<sema::Crossing>& crossings) {
  hop_ = hop.to;
  crossings_ = &crossings;
  eval_.enter_hop(hop.to, hop.from, core::make({}, {core::Tag::version}, core::Literal{core::Value(hop.to)}), before);
  before_ = std::move(before);
  Around around;
  around.guard = hop.guard;
  const auto all = [&](PhaseKind kind, PhaseKind as) {
    phase_ = as;
    for (const auto& p : phases)
      if (phase_of(p.kind) == kind) items(kept_.emplace_back(p.items), around);
  };
  all(PhaseKind::check, PhaseKind::check_after_prepare);
  this->crossings(&sema::Crossing::check, around);
  all(PhaseKind::upgrade, PhaseKind::upgrade);
  all(PhaseKind::verify, PhaseKind::verify);
  hop_.clear();
  eval_.enter_hop("", nullptr, nullptr, nullptr);
}

void StepMaker::crossings(sema::Items sema::Crossing::*list, const Around& around) {
  std::vector<const sema::Crossing*> ascending;
  for (const auto& c : *crossings_) ascending.push_back(&c);
  std::stable_sort(ascending.begin(), ascending.end(), [](const auto* a, const auto* b) { return core::compare_versions(a->version.text, b->version.text) < 0; });
  const core::Type version{core::Tag::version}, yes_or_no{core::Tag::boolean};
  for (const auto* c : ascending) {
    const auto same = std::find_if(plan_.windows.begin(), plan_.windows.end(), [&](const Window& w) { return w.span == c->span; });
    auto& passed = same == plan_.windows.end() ? plan_.windows.emplace_back(Window{c->span, "crossing " + c->version.text, !plan_.bound.empty(), false}) : *same;
    if (core::compare_versions(c->version.text, hop_) > 0) continue;
    const auto release = core::make(c->version.span, version, core::Literal{core::Value(c->version.text)});
    const core::Apply below{core::Op::lt, {core::make(c->version.span, version, core::Var{"hop.from"}), release}};
    if (decided(before_(below)) == false) continue;
    passed.ever = true;
    Around inner = around;
    inner.guard = together(around.guard, eval_.condition(core::make(c->version.span, yes_or_no, below)));
    items(kept_.emplace_back(c->*list), inner);
  }
}

void StepMaker::window(const std::string& of, const Ref& said, const Ref& own, const Ref& here) {
  if (!said || !plan_.bound.empty()) return;
  bool versions = false;
  core::each_variable(said, [&](const std::string& n) { versions = versions || n == "from" || n.starts_with("hop."); });
  if (!versions) return;
  const auto same = std::find_if(plan_.windows.begin(), plan_.windows.end(), [&](const Window& w) { return w.span == said->span; });
  auto& w = same == plan_.windows.end() ? plan_.windows.emplace_back(Window{said->span, of, false, true}) : *same;
  w.ever = w.ever || decided(here) != false;
  w.always = w.always && (!own || decided(here) == false) && decided(own) != false;
}

// One title for the steps of several hops would not tell them apart.
std::string StepMaker::in_hop(std::string title) const { return hop_.empty() ? title : title + " (" + hop_ + ")"; }

std::string StepMaker::path(const std::string& name) const {
  return (hop_.empty() ? "" : hop_ + "/") + std::string(phase_name(phase_)) + "." + name;
}

void StepMaker::items(sema::Items& items, const Around& around) {
  struct Visit {
    StepMaker& m;
    const Around& around;
    Span span;
    void operator()(const sema::Step& s) const { m.step(s, around); }
    void operator()(sema::Group& g) const { m.group(g, around); }
    void operator()(sema::Bracket& b) const { m.bracket(b, around); }
    void operator()(sema::Branch& b) const { m.branch(b, around, span); }
    void operator()(const sema::Crossings&) const { m.crossings(&sema::Crossing::items, around); }
  };
  for (auto& item : items) {
    std::visit(Visit{*this, around, item.span}, item.node);
    item = {};
  }
}

void StepMaker::step(const sema::Step& s, const Around& around) {
  Step out;
  out.span = s.span;
  out.number = ++number_;
  out.id = unique(path(s.name));
  out.hop = hop_;
  out.guard = within(around.guard, s.guard, s.name);
  if (decided(out.guard) == false) return;
  const Place place{s.name, out.id, out.guard};
  out.name = s.name;
  out.title = in_hop(s.title);
  out.about = s.about;
  out.phase = phase_;
  out.bracket = around.bracket;
  out.group = around.group;
  out.group_title = around.group_title;
  out.optional = s.optional;
  out.retry_once = s.retry_once;
  out.takes = estimate_of(s.takes);
  out.timeout = s.timeout;
  auto made = deeds_.make(s.deeds, place);
  if (s.done_when) settle(made.deeds, eval_.value(s.done_when));
  out.undo = undo(s.undo, made, place);
  out.on_failure = on_failure(s.on_failure.said || !around.on_failure ? s.on_failure : *around.on_failure, place);
  out.skipped = deeds_.make(s.skipped, place).deeds;
  out.deeds = std::move(made.deeds);
  decide(out);
  for (const auto& a : s.accepts) plan_.waivers.push_back({a.span, a.proof, out.id, a.why, a.until});
  if (s.undo.how == sema::Undo::How::unsaid) undo_unsaid_.insert(out.id);
  plan_.steps.push_back(std::move(out));
}

void StepMaker::group(sema::Group& g, const Around& around) {
  Around inner = around;
  inner.guard = within(around.guard, g.guard, g.name);
  inner.group = g.name;
  inner.group_title = g.title;
  if (g.on_failure.said) inner.on_failure = &g.on_failure;
  const auto first = plan_.steps.size();
  items(g.items, inner);
  if (first < plan_.steps.size() && !g.about.empty()) {
    auto& about = plan_.steps[first].about;
    about = about.empty() ? g.about : g.about + "\n\n" + about;
  }
  if (g.undo.how != sema::Undo::How::unsaid) group_undo(g.undo, first, inner);
}

// The one undo of a group runs where the first of its steps that alters something is undone: by then the later ones are
// past. Which step is the first depends on their conditions.
void StepMaker::group_undo(const sema::Undo& u, size_t first, const Around& around) {
  Cascade cascade(around.guard);
  bool any = false;
  for (auto i = first; i < plan_.steps.size(); ++i) {
    auto& s = plan_.steps[i];
    if (!alters_any(s.deeds) || !undo_unsaid_.count(s.id)) continue;
    const auto before = cascade;
    auto when = cascade.take(s.guard);
    if (s.optional) {
      const auto later = [&](const Step& other) { return &other > &s && alters_any(other.deeds) && undo_unsaid_.count(other.id); };
      if (decided(when) != false && std::any_of(plan_.steps.begin(), plan_.steps.end(), later)) settled_.group_undo(s.span, around.group, s.name);
      cascade = before;
    }
    s.undo = {};
    if (decided(when) == false) {
      s.undo.how = Undo::How::nothing;
      s.undo.why = "the undo of `" + around.group + "` brings it back";
      continue;
    }
    s.undo = undo(u, {s.deeds, {}, false}, {s.name, s.id, s.guard});
    if (any)
      for (auto& entry : s.undo.deeds) entry.deed.guard = together(when, entry.deed.guard);
    any = true;
  }
}

void StepMaker::branch(sema::Branch& b, const Around& around, Span span) {
  Cascade cascade(around.guard);
  for (size_t i = 0; i < b.arms.size(); ++i) {
    Around inner = around;
    inner.guard = cascade.take(b.whens[i] ? eval_.value(b.whens[i]) : nullptr);
    if (i < b.ends.size() && b.ends[i] == core::Case::End::unsupported) {
      if (decided(inner.guard) != false) deeds_.refusals().push_back({span, inner.guard, b.whys[i]});
    } else {
      items(b.arms[i], inner);
    }
  }
}

Undo StepMaker::undo(const sema::Undo& u, const DeedMaker::Made& made, const Place& place) {
  Undo out;
  out.why = u.why;
  if (u.how != sema::Undo::How::unsaid) out.span = u.span;
  out.believed = deeds_.effects(u.believed, {});
  const bool derived = u.how == sema::Undo::How::unsaid || u.how == sema::Undo::How::derived || u.derived_first;
  switch (u.how) {
    case sema::Undo::How::unsaid:
      if (!alters_any(made.deeds) && made.inverses.empty()) return out;
      out.how = Undo::How::deeds;
      break;
    case sema::Undo::How::derived:
    case sema::Undo::How::deeds: out.how = Undo::How::deeds; break;
    case sema::Undo::How::nothing: out.how = Undo::How::nothing; return out;
    case sema::Undo::How::irreversible: out.how = Undo::How::irreversible; return out;
  }
  if (derived) {
    out.deeds.assign(made.inverses.rbegin(), made.inverses.rend());
    out.derived = !out.deeds.empty();
  }
  for (auto& d : deeds_.make(u.deeds, place).deeds) out.deeds.push_back({std::move(d), 0});
  int n = 0;
  for (auto& entry : out.deeds) entry.deed.number = ++n;
  return out;
}

OnFailure StepMaker::on_failure(const sema::OnFailure& f, const Place& place) {
  return {how_of(f.how), f.why, deeds_.make(f.deeds, place).deeds, f.said ? f.span : Span{}};
}

std::string StepMaker::unique(std::string id) {
  if (ids_.insert(id).second) return id;
  for (int n = 2;; ++n)
    if (auto next = id + "-" + std::to_string(n); ids_.insert(next).second) return next;
}

// What only a step can find out is asked when the step begins; everything else when the run opens.
void StepMaker::decide(Step& s) const {
  if (!s.guard) return;
  s.decided = Decided::open;
  each_inner(s.guard, [&](const Ref& e) {
    if (const auto* a = std::get_if<core::Apply>(&e->node))
      if (a->op == core::Op::exists || a->op == core::Op::succeeds || a->op == core::Op::has) s.decided = Decided::begin;
    if (std::holds_alternative<core::Output>(e->node)) s.decided = Decided::begin;
    if (const auto* v = std::get_if<core::Var>(&e->node))
      if (deeds_.born().count(v->name)) s.decided = Decided::begin;
  });
}

}  // namespace upg::plan
