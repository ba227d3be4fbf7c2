// The table of steps: one call a step, one a deed. What is the library's default is left out.
#include <fmt/format.h>

#include <algorithm>

#include "backends/shell/lower.h"
#include "compiler/plan/walk.h"

namespace upg::shell {
namespace {

std::string_view phase(plan::PhaseKind kind) {
  switch (kind) {
    case plan::PhaseKind::check: return "check";
    case plan::PhaseKind::prepare: return "prepare";
    case plan::PhaseKind::check_after_prepare: return "recheck";
    case plan::PhaseKind::upgrade: return "upgrade";
    case plan::PhaseKind::verify: return "verify";
    case plan::PhaseKind::finish: return "finish";
  }
  return {};
}

std::string_view kind(plan::StepKind k) {
  switch (k) {
    case plan::StepKind::normal: return {};
    case plan::StepKind::enter: return "enter";
    case plan::StepKind::leave: return "leave";
  }
  return {};
}

std::string_view again(plan::Again a) {
  switch (a) {
    case plan::Again::reads: return {};
    case plan::Again::idempotent: return "idempotent";
    case plan::Again::probe: return "probe";
    case plan::Again::once: return "once";
  }
  return {};
}

std::string_view how(plan::Undo::How h) {
  switch (h) {
    case plan::Undo::How::not_needed: return {};
    case plan::Undo::How::deeds: return "deeds";
    case plan::Undo::How::nothing: return "nothing";
    case plan::Undo::How::irreversible: return "irreversible";
  }
  return {};
}

std::string_view how(plan::OnFailure::How h) {
  switch (h) {
    case plan::OnFailure::How::hold: return {};
    case plan::OnFailure::How::rollback: return "rollback";
    case plan::OnFailure::How::go_on: return "continue";
    case plan::OnFailure::How::automatic: return "automatic";
  }
  return {};
}

/// `key=value` words of one line of the table.
class Keys {
 public:
  Keys(Script& s, std::vector<Word> first) : script_(s), words_(std::move(first)) {}
  Keys& put(std::string_view key, std::string_view value) {
    if (value.empty()) return *this;
    Word w = Word::literal(fmt::format("{}=", key));
    w += script_.literal(value);
    words_.push_back(std::move(w));
    return *this;
  }
  Keys& put(std::string_view key, bool holds) { return put(key, std::string_view(holds ? "1" : "")); }
  Keys& number(std::string_view key, int64_t n) { return put(key, std::string_view(n > 0 ? std::to_string(n) : "")); }
  std::vector<Word> take() { return std::move(words_); }

 private:
  Script& script_;
  std::vector<Word> words_;
};

bool by_hand_alone(const plan::Deed& d) {
  bool manual = false;
  for (const auto& a : d.actions) {
    manual = manual || std::holds_alternative<plan::Manual>(a.node);
    if (std::holds_alternative<plan::Run>(a.node) || std::holds_alternative<plan::Publish>(a.node)) return false;
    if (std::holds_alternative<plan::Amend>(a.node) || std::holds_alternative<plan::Revert>(a.node)) return false;
  }
  return manual;
}

// Captures by the steps that have them, and the steps whose captures others use.
class Captures {
 public:
  explicit Captures(const Script& s) {
    for (const auto& v : s.plan.variables) {
      if (v.origin == plan::Origin::capture) step_of_.emplace(v.name, v.step);
    }
    if (step_of_.empty()) return;
    for (const auto& step : s.plan.steps) {
      plan::each_ref(step, [&](const Ref& e) {
        core::each_variable(e, [&](const std::string& name) {
          const auto it = step_of_.find(name);
          if (it != step_of_.end() && it->second != step.id) used_later_.insert(it->second);
        });
      });
    }
  }

  [[nodiscard]] bool used_by_others(const plan::Step& step) const { return used_later_.contains(step.id); }

  /// Those of its own step that a deed uses.
  [[nodiscard]] std::set<std::string> in(const plan::Deed& d, const plan::Step& step) const {
    std::set<std::string> all;
    plan::each_ref(d, [&](const Ref& e) {
      core::each_variable(e, [&](const std::string& name) {
        const auto it = step_of_.find(name);
        if (it != step_of_.end() && it->second == step.id) all.insert(name);
      });
    });
    return all;
  }

 private:
  std::unordered_map<std::string, std::string> step_of_;
  std::set<std::string> used_later_;
};

// Later steps need what it saves, names or captures, or the state that it enters.
bool needed(const plan::Step& step, const Captures& captures) {
  if (step.kind == plan::StepKind::enter || captures.used_by_others(step)) return true;
  return std::any_of(step.deeds.begin(), step.deeds.end(), [](const plan::Deed& d) {
    const bool saves = std::any_of(d.effects.begin(), d.effects.end(),
                                   [](const plan::Effect& e) { return e.kind == plan::EffectKind::saves; });
    return saves || !d.outputs.empty();
  });
}

Statement row(const char* head, Keys& keys) { return call(head, keys.take(), OrElse::ignore); }

void step_row(Scope& scope, const plan::Step& step, const Captures& captures) {
  Script& s = scope.script;
  Keys keys(s, {Word::literal(s.suffix(step)), s.literal(step.id), Word::literal(std::to_string(step.number)), s.literal(step.title)});
  keys.put("phase", phase(step.phase)).put("kind", kind(step.kind)).put("hop", step.hop);
  if (step.guard && step.decided == plan::Decided::open) keys.number("guard", s.guard(step.guard));
  if (step.guard && step.decided == plan::Decided::begin) keys.put("guard", std::string_view("begin"));
  keys.put("optional", step.optional);
  if (step.takes.said) {
    keys.number("low", step.takes.low);
    if (step.takes.unknown) {
      keys.put("high", std::string_view("unknown"));
    } else {
      keys.number("high", step.takes.high);
    }
  }
  keys.number("timeout", step.timeout).put("undo", how(step.undo.how)).put("fail", how(step.on_failure.how));
  keys.put("why", step.on_failure.why).put("failure", !step.on_failure.deeds.empty()).put("skipped", !step.skipped.empty());
  keys.put("values", !s.outputs(step).empty());
  keys.put("retry", step.retry_once).put("needed", needed(step, captures)).put("digest", step.digest);
  scope.body.push_back(row("upg_step", keys));
}

void deed_row(Scope& scope, const plan::Step& step, const plan::Deed& d, const Captures& captures) {
  Keys keys(scope.script, {Word::literal(std::to_string(d.number)), scope.script.literal(comment_text(d.title))});
  keys.put("again", again(d.again)).put("atomic", d.atomic && d.again == plan::Again::probe).put("guard", d.guard != nullptr);
  keys.put("manual", by_hand_alone(d)).put("secret", d.secret_output).put("preview", edits(d));
  if (d.again == plan::Again::reads) {
    std::string uses;
    for (const auto& name : captures.in(d, step)) uses += (uses.empty() ? "" : " ") + scope.script.variable(name).given;
    keys.put("uses", uses);
  }
  scope.body.push_back(row("upg_deed", keys));
}

void undo_row(Scope& scope, const plan::Undo::Entry& e) {
  Keys keys(scope.script, {Word::literal(std::to_string(e.deed.number)), scope.script.literal(comment_text(e.deed.title))});
  keys.number("of", e.of).put("again", again(e.deed.again)).put("atomic", e.deed.atomic && e.deed.again == plan::Again::probe);
  keys.put("manual", by_hand_alone(e.deed)).put("secret", e.deed.secret_output);
  scope.body.push_back(row("upg_undo", keys));
}

void bracket_row(Scope& scope, const plan::Bracket& b, int number) {
  Script& s = scope.script;
  const auto* enter = s.step(b.enter);
  const auto* leave = s.step(b.leave);
  Keys keys(s, {Word::literal(std::to_string(number)), s.literal(b.resource + " " + b.state)});
  if (enter) keys.put("enter", s.suffix(*enter));
  if (leave) keys.put("leave", s.suffix(*leave));
  if (enter && enter->guard && enter->decided == plan::Decided::open) keys.number("guard", s.guard(enter->guard));
  keys.put("probe", b.probe != nullptr).put("why", b.on_failure.why);
  scope.body.push_back(row("upg_bracket", keys));
}

}  // namespace

void table(Script& s) {
  Scope scope(s, Name("plan_steps"));
  const Captures captures(s);
  std::string rows;  // as text at once: as statements they would be the largest thing in memory
  auto settle = [&, printer = Printer(rows)]() mutable {
    printer.block(scope.body, 1);
    scope.body.clear();
  };
  for (const auto& step : s.plan.steps) {
    step_row(scope, step, captures);
    for (const auto& d : step.deeds) deed_row(scope, step, d, captures);
    for (const auto& e : step.undo.deeds) undo_row(scope, e);
    settle();
  }
  int number = 0;
  for (const auto& b : s.plan.brackets) bracket_row(scope, b, ++number);
  settle();
  s.print.function({"Every step in its order, its deeds, and what undoes them"}, Name("plan_steps"), rows);
  s.print.blank();
}

}  // namespace upg::shell
