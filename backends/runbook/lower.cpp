// The order of the page.
#include "backends/runbook/lower.h"

#include <fmt/format.h>

#include "compiler/plan/words.h"

namespace upg::runbook {

std::string step_heading(const plan::Step& s) {
  return fmt::format("Step {}: {}", s.number, s.title.empty() ? s.name : s.title);
}
std::string back_heading(const plan::Step& s) { return fmt::format("Back from step {}", s.number); }

md::Inline step_link(const plan::Step& s) {
  const auto text = step_heading(s);
  return md::Link{text, md::anchor(text)};
}

std::string phase_title(plan::PhaseKind kind) {
  switch (kind) {
    case plan::PhaseKind::check: return "Check";
    case plan::PhaseKind::prepare: return "Prepare";
    case plan::PhaseKind::check_after_prepare: return "Check after preparing";
    case plan::PhaseKind::upgrade: return "Upgrade";
    case plan::PhaseKind::verify: return "Verify";
    case plan::PhaseKind::finish: return "Finish";
  }
  return {};
}

std::string chapter_title(const plan::Step& step) { return step.hop.empty() ? phase_title(step.phase) : "Upgrade to " + step.hop; }

bool same_chapter(const plan::Step& a, const plan::Step& b) { return a.hop == b.hop && (!a.hop.empty() || a.phase == b.phase); }

namespace {

/// Captures that a command, a path or a value needs: those are kept in a variable. The others are read by eye.
std::set<std::string> captures_typed(const plan::Plan& plan) {
  std::set<std::string> out;
  const auto keep = [&](const std::string& name) { out.insert(name); };
  const auto use = [&](const plan::Ref& e) { if (e) core::each_variable(e, keep); };
  const auto commands_of = [&](const plan::Ref& e) {
    if (!e) return;
    (void)core::transform(e, [&](const plan::Ref& x) {
      if (const auto* o = std::get_if<core::Output>(&x->node)) core::each_variable(*o->command, keep);
      if (const auto* c = std::get_if<core::CommandValue>(&x->node)) core::each_variable(*c->command, keep);
      return x;
    });
  };
  struct Visit {
    decltype(keep)& k;
    decltype(use)& u;
    decltype(commands_of)& c;
    void operator()(const plan::Run& r) const { core::each_variable(*r.command, k); }
    void operator()(const plan::Prove& p) const { core::each_variable(*p.command, k); }
    void operator()(const plan::Publish& p) const { u(p.path); }
    void operator()(const plan::Manual& m) const { u(m.text); u(m.confirm); }
    void operator()(const plan::Wait& w) const { c(w.until); }
    void operator()(const plan::Expect& e) const { c(e.predicate); }
    void operator()(const plan::Say& s) const { u(s.text); }
    void operator()(const plan::Set& s) const { u(s.value); }
    void operator()(const plan::Amend& e) const {
      u(e.path);
      u(e.kept);
      for (const auto& l : e.lines)
        for (const auto& part : {l.key, l.value, l.other}) u(part);
    }
    void operator()(const plan::Revert& e) const { u(e.path); u(e.kept); }
  };
  const auto deeds = [&](const plan::Deed& d) {
    for (const auto& a : d.actions) std::visit(Visit{keep, use, commands_of}, a.node);
  };
  for (const auto& s : plan.steps) {
    for (const auto& d : s.deeds) deeds(d);
    for (const auto& e : s.undo.deeds) deeds(e.deed);
    for (const auto& d : s.on_failure.deeds) deeds(d);
    for (const auto& d : s.skipped) deeds(d);
  }
  for (const auto& v : plan.variables) use(v.value);
  return out;
}

/// The ways back as the proofs found them. Where nothing was proved, each step that has something to undo has one.
std::vector<prove::WayBack> ways(const plan::Plan& plan, const prove::Proofs& proofs) {
  if (!proofs.ways_back.empty()) return proofs.ways_back;
  std::vector<prove::WayBack> out;
  for (const auto& s : plan.steps) {
    if (s.undo.how == plan::Undo::How::not_needed) continue;
    const bool fatal = s.undo.how == plan::Undo::How::irreversible;
    out.push_back({s.id, out.empty() || fatal ? "" : out.back().step, fatal ? s.id : out.empty() ? "" : out.back().point_of_no_return});
  }
  return out;
}

}  // namespace

Lowering::Lowering(const plan::Plan& plan, const prove::Proofs& proofs)
    : plan_(plan), ways_(ways(plan, proofs)), proofs_(proofs), place_(plan), typist_(place_), typed_captures_(captures_typed(plan)) {
  std::unordered_map<std::string, const prove::WayBack*> own;
  for (const auto& w : ways_) own.emplace(w.step, &w);
  const prove::WayBack* last = nullptr;
  for (const auto& s : plan_.steps) {
    steps_by_id_.emplace(s.id, &s);
    if (const auto it = own.find(s.id); it != own.end()) last = it->second;
    if (last != nullptr) way_at_.emplace(s.id, last);
  }
  for (const auto& v : plan_.variables) variables_by_name_.emplace(v.name, &v);
}

const plan::Step* Lowering::step_of(const std::string& id) const {
  const auto it = steps_by_id_.find(id);
  return it != steps_by_id_.end() ? it->second : nullptr;
}

const plan::Variable* Lowering::variable(const std::string& name) const {
  const auto it = variables_by_name_.find(name);
  return it != variables_by_name_.end() ? it->second : nullptr;
}

std::string Lowering::page(const backends::Options& options, std::string_view name) {
  const auto flavour = options.flavour == "github" ? md::Flavour::github : md::Flavour::commonmark;
  // Steps are spelled first: the inputs name the files that their commands need.
  md::Page steps_part(flavour), rollback_part(flavour), out(flavour);
  steps(steps_part);
  rollback(rollback_part);
  std::string text;
  const auto add = [&](auto part) {
    out.add(std::move(part));
    for (auto& piece : out.take()) {
      text += piece;
      std::string().swap(piece);
      backends::spill(options, name, text);
    }
  };
  add(md::Blocks{
      md::heading(1, plan_.title.empty() ? plan_.name : plan_.title),
      {md::Comment{fmt::format("Generated from {}. Do not edit: change the plan and build again.", plan_.source_name.empty() ? plan_.name : plan_.source_name)}},
      md::paragraph({md::Text{"This page says step for step what the script "}, md::Code{"upgrade.sh"}, md::Text{" does, with the same numbers and names, so that the upgrade can be done by hand."}})});
  add(before_you_start());
  add(inputs());
  add(checklist());
  add(map());
  add(std::move(steps_part));
  add(std::move(rollback_part));
  add(ending());
  add(limits());
  return text;
}

std::string write(const plan::Plan& plan, const prove::Proofs& proofs, const backends::Options& options, std::string_view name) {
  return Lowering(plan, proofs).page(options, name);
}

}  // namespace upg::runbook
