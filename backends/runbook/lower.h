// From a plan to the tree of its runbook. All decisions are made here; spelling is the printer's.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "backends/kit/backend.h"
#include "backends/runbook/model.h"
#include "backends/runbook/typed.h"

namespace upg::runbook {

/// The bytes of the page, but for those that were spilled under `name`.
[[nodiscard]] std::string write(const plan::Plan& plan, const prove::Proofs& proofs, const backends::Options& options, std::string_view name);

/// A predicate as a person meets it: what to type to learn it, and what must be so.
struct Asked { md::Blocks blocks; md::Inlines sentence; };

class Lowering {
 public:
  Lowering(const plan::Plan& plan, const prove::Proofs& proofs);
  [[nodiscard]] std::string page(const backends::Options& options, std::string_view name);

 private:
  // lower_asks.cpp: predicates
  Asked asked(const plan::Ref& predicate);
  md::Inlines sentence(const plan::Ref& predicate, Asked& into, bool negated = false);
  md::Inlines compared(const core::Apply& a, Asked& into, bool negated);
  md::Inlines subject(const plan::Ref& value, Asked& into);
  md::Inlines ran(const core::Command& c, Asked& into, std::string_view what);
  [[nodiscard]] std::string shown(const plan::Ref& value);
  [[nodiscard]] md::Inlines condition(const plan::Ref& guard, md::Blocks& before);

  // lower_deeds.cpp: what is typed
  md::Blocks typed(const std::string& lines);
  md::Blocks pending();
  md::Blocks chosen(const std::string& name, const core::Cases& cases);
  md::Blocks deed(const plan::Deed& d, const std::string& label);
  md::Blocks action(const plan::Action& a, const plan::Deed& d);
  md::Blocks guarded(const plan::Ref& guard, md::Blocks body);
  md::Blocks act(const plan::Run& r, const plan::Action& a, const plan::Deed& d);
  md::Blocks act(const plan::Prove& p);
  md::Blocks act(const plan::Publish& p);
  md::Blocks act(const plan::Amend& e);
  md::Blocks act(const plan::Revert& e);
  md::Blocks act(const plan::Manual& m);
  md::Blocks act(const plan::Wait& w);
  md::Blocks act(const plan::Expect& e);
  md::Blocks act(const plan::Say& s);
  md::Blocks act(const plan::Set& s);
  md::Inlines author(const plan::Ref& text);

  // lower_front.cpp: before you start, inputs, checklist
  md::Blocks before_you_start();
  md::Blocks inputs();
  md::Blocks input(const plan::Variable& v);
  md::Blocks secret(const plan::Variable& v);
  md::Blocks version(const plan::Variable& v);
  md::Blocks answer(const plan::Variable& v, const std::string& title);
  md::Blocks computed(const std::vector<plan::Variable>& variables, bool made);
  md::Blocks secret_files();
  md::Blocks checklist();
  [[nodiscard]] md::Blocks facts();
  md::Inlines refusal(const plan::Refusal& r);

  // lower_map.cpp
  md::Blocks map();

  // lower_steps.cpp: each step, rollback, the end
  void steps(md::Page& page);
  md::Blocks step(const plan::Step& s);
  md::Blocks step_head(const plan::Step& s);
  md::Inlines meanwhile(const plan::Bracket& b);
  md::Blocks hop_head(const std::string& hop);
  md::Blocks failure(const plan::Step& s);
  md::Blocks doubt(const plan::Step& s);
  void rollback(md::Page& page);
  md::Blocks way_back(const prove::WayBack& w);
  md::Blocks undo(const plan::Step& s);
  md::Blocks limits();
  md::Blocks ending();
  [[nodiscard]] const prove::WayBack* way_from(const plan::Step& s) const;

  [[nodiscard]] const plan::Step* step_of(const std::string& id) const;
  [[nodiscard]] const plan::Variable* variable(const std::string& name) const;

  const plan::Plan& plan_;
  std::vector<prove::WayBack> ways_;
  std::unordered_map<std::string, const plan::Step*> steps_by_id_;
  std::unordered_map<std::string, const plan::Variable*> variables_by_name_;
  std::unordered_map<std::string, const prove::WayBack*> way_at_;  ///< by step: the way back when it fails
  const prove::Proofs& proofs_;
  Workplace place_;
  Typist typist_;
  std::set<std::string> typed_captures_;   ///< captures that a later command needs
  std::string label_;                      ///< of the deed being written: `4.2`
  std::map<std::string, std::string> printed_by_;  ///< label of the deed whose output a capture is
};

[[nodiscard]] std::string step_heading(const plan::Step& s);
[[nodiscard]] std::string back_heading(const plan::Step& s);
[[nodiscard]] std::string phase_title(plan::PhaseKind kind);
/// Of a phase, or of a hop: what is done in one has a chapter.
[[nodiscard]] std::string chapter_title(const plan::Step& step);
[[nodiscard]] bool same_chapter(const plan::Step& a, const plan::Step& b);
/// The step as it is named in running text: a link to its section.
[[nodiscard]] md::Inline step_link(const plan::Step& s);
/// Does it nothing but tell?
[[nodiscard]] bool only_says(const plan::Deed& d);
[[nodiscard]] bool needs_commands(const plan::Ref& value);
/// A condition's words; what stands in backticks there is code.
[[nodiscard]] md::Inlines spoken(std::string_view words);
/// A sentence's last stop, unless the author wrote one.
[[nodiscard]] std::string stopped(std::string text);

}  // namespace upg::runbook
