#include "backends/shell/check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "backends/shell/bashisms.h"
#include "compiler/diag/codes_backends.h"
#include "compiler/plan/walk.h"

namespace upg::shell {
namespace {

// What has an effect on the shell that runs it alone, or is part of its grammar: a command that is run apart has none.
constexpr std::array shells_own{".",      ":",      "alias", "bg",   "break",  "cd",    "continue", "eval",     "exec",   "exit",
                                "export", "fc",     "fg",    "hash", "jobs",   "local", "read",     "readonly", "return", "set",
                                "shift",  "source", "times", "trap", "ulimit", "umask", "unalias",  "unset",    "wait"};
constexpr std::array scripts_own{"upg_",     "plan_",    "step_",         "probe_", "undo_",  "undoprobe_", "guard_", "values_",
                                 "failure_", "skipped_", "bracketprobe_", "cmd_",   "fence_", "env_",       "when_"};

std::optional<std::string> known_word(const core::Word& w) {
  std::string all;
  for (const auto& p : w.pieces) {
    if (p.value) return std::nullopt;
    all += p.text;
  }
  return all;
}

void check_program(const core::Word& w, diag::Sink& sink) {
  const auto name = known_word(w);
  if (!name) return;
  if (std::find(shells_own.begin(), shells_own.end(), *name) != shells_own.end()) {
    auto report = diag::ShellsOwnCommand(sink, w.span, *name);
    if (*name == "cd") {
      report.help("write `in DIR` behind the command that is to run there");
    } else {
      report.help("write it in a fence, with the commands that it is meant for");
    }
    return;
  }
  const bool taken = std::any_of(scripts_own.begin(), scripts_own.end(), [&](const char* p) { return name->starts_with(p); });
  if (taken) diag::ScriptsOwnName(sink, w.span, *name).help("call the program by its path");
}

void check_words(const core::Simple& s, diag::Sink& sink) {
  for (const auto& w : s.argv) {
    const bool spread = std::any_of(w.pieces.begin(), w.pieces.end(), [](const core::Piece& p) { return p.spread; });
    if (spread && w.pieces.size() > 1) {
      diag::SpreadWithinWord(sink, w.span).help("put a blank before it, or name the items one by one");
    }
  }
  if (!s.argv.empty()) check_program(s.argv[0], sink);
}

void check_fence(const core::Command& c, diag::Sink& sink) {
  std::string text;
  for (const auto& piece : c.fence) text += piece.text + (piece.value ? "x" : "");
  const auto found = bashism(text);
  if (!found) return;
  auto report = diag::BashAlone(sink, c.span, found->what);
  if (!found->instead.empty()) report.help("every shell understands {}", found->instead);
}

// A list is handed on as a text of lines.
void check_list(const core::List& list, diag::Sink& sink) {
  for (const auto& item : list.items) {
    const auto text = core::known_text(item);
    if (text && text->find('\n') != std::string::npos) {
      diag::LineEndInItem(sink, item->span).help("write two items, or keep such texts in a file");
    }
  }
}

void check_command(const core::Command& c, diag::Sink& sink) {
  check_fence(c, sink);
  for (const auto& part : c.pipeline) check_words(part, sink);
}

}  // namespace

void check(const plan::Plan& plan, const prove::Proofs&, diag::Sink& sink) {
  const auto one = [&](const core::Ref& e) {
    plan::each_inner(e, [&](const core::Ref& inner) {
      if (const auto* n = std::get_if<core::CommandValue>(&inner->node)) check_command(*n->command, sink);
      if (const auto* n = std::get_if<core::List>(&inner->node)) check_list(*n, sink);
      if (const auto* n = std::get_if<core::Output>(&inner->node)) check_command(*n->command, sink);
    });
  };
  plan::each_ref(plan, one);
  for (const auto& v : plan.variables) plan::each_ref(v, one);
}

}  // namespace upg::shell
