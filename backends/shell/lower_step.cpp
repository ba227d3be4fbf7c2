// The functions of a step: what its deeds do, how each is known to be done, what brings it back.
#include <fmt/format.h>

#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

std::string heading(const Script& s, Span span, std::string_view title) {
  const std::string place = s.place(span);
  if (place.empty()) return std::string(title);
  return title.empty() ? place : fmt::format("{}: {}", place, title);
}

void question(Script& s, const std::string& name, const Ref& e) {
  Scope scope(s, Name(name, ""));
  scope.answer(e);
  scope.finish();
}

void body(Script& s, const std::string& name, const plan::Deed& d, const std::string& comment) {
  Scope scope(s, Name(name, ""));
  deed(scope, d);
  scope.finish({comment});
}

// What the edits of a deed would change, and whether they can be made.
void preview(Script& s, const std::string& name, const plan::Deed& d) {
  Scope scope(s, Name(name, ""));
  scope.preview = true;
  plan::Deed shown = d;
  std::erase_if(shown.actions, [](const plan::Action& a) { return !std::holds_alternative<plan::Amend>(a.node); });
  shown.needs_state.clear();
  deed(scope, shown);
  scope.finish();
}

// A deed of an undo that is due under a condition asks within.
void guarded_body(Script& s, const std::string& name, const plan::Deed& d, const std::string& comment) {
  Scope scope(s, Name(name, ""));
  if (d.guard) {
    Chain when = scope.sure(d.guard, scope.body);
    Block before = std::move(scope.body);
    scope.body = {};
    deed(scope, d);
    auto inside = std::make_shared<Block>(std::move(scope.body));
    scope.body = std::move(before);
    scope.body.push_back({If{{{std::move(when), std::move(inside)}}, nullptr}});
  } else {
    deed(scope, d);
  }
  scope.finish({comment});
}

void several(Script& s, const std::string& name, const std::vector<plan::Deed>& deeds, const std::string& comment) {
  if (deeds.empty()) return;
  Scope scope(s, Name(name, ""));
  for (const auto& d : deeds) deed(scope, d);
  scope.finish({comment});
}

// What the step's deeds make has its name before any of them, or their probes, runs.
void values(Script& s, const std::string& suffix, const plan::Step& step) {
  Scope scope(s, Name("values_" + suffix, ""));
  for (const auto* v : s.outputs(step)) scope.assign({Target::How::output, s.variable(v->name)}, v->value, scope.body);
  if (!scope.body.empty()) scope.finish();
}

void undo(Script& s, const std::string& suffix, const plan::Step& step) {
  for (const auto& entry : step.undo.deeds) {
    const auto& d = entry.deed;
    const std::string key = fmt::format("{}_{}", suffix, d.number);
    const std::string what = entry.of > 0 ? "undo of: " + d.title : "undo: " + d.title;
    guarded_body(s, "undo_" + key, d, heading(s, d.span, what));
    if (d.again == plan::Again::probe && d.probe) question(s, "undoprobe_" + key, d.probe);
  }
}

}  // namespace

void functions(Script& s, const plan::Step& step) {
  const std::string& suffix = s.suffix(step);
  s.print.comment(fmt::format("---- {}. {} ({})", step.number, step.title, step.id));
  if (const std::string when = plan::words(s.plan, step.guard); !when.empty()) s.print.comment("only if " + when);
  s.print.blank();
  if (step.decided == plan::Decided::begin && step.guard) question(s, "guard_" + suffix, step.guard);
  values(s, suffix, step);
  for (const auto& d : step.deeds) {
    const std::string key = fmt::format("{}_{}", suffix, d.number);
    if (d.guard) question(s, "guard_" + key, d.guard);
    body(s, "step_" + key, d, heading(s, d.span, d.title));
    if (d.again == plan::Again::probe && d.probe) question(s, "probe_" + key, d.probe);
    if (edits(d)) preview(s, "preview_" + key, d);
  }
  undo(s, suffix, step);
  several(s, "failure_" + suffix, step.on_failure.deeds, heading(s, step.span, "when the step has failed"));
  several(s, "skipped_" + suffix, step.skipped, heading(s, step.span, "when the step is not wanted"));
}

void functions(Script& s, const plan::Bracket& bracket, int number) {
  if (!bracket.probe) return;
  Scope scope(s, Name(fmt::format("bracketprobe_{}", number), ""));
  scope.answer(bracket.probe);
  scope.finish({heading(s, bracket.span, fmt::format("is {} {}?", bracket.resource, bracket.state))});
}

}  // namespace upg::shell
