// Names of enumerators in plan.json, in the order of their declaration. They are part of the format.
#pragma once

#include <array>
#include <string_view>

#include "compiler/plan/plan.h"

namespace upg::plan_json {

template <typename E>
struct Names;

#define UPG_NAMES(Enum, ...)                                                          \
  template <>                                                                         \
  struct Names<Enum> {                                                                \
    static constexpr auto all = std::to_array<std::string_view>({__VA_ARGS__});       \
  }

UPG_NAMES(core::Tag, "error", "bool", "int", "text", "version", "duration", "size", "percent", "path", "url", "host", "port",
          "command", "list", "map", "choice", "resource", "record");
UPG_NAMES(core::Op, "is", "is_not", "less", "at_most", "more", "at_least", "in_range", "in_closed_range", "in_list", "contains",
          "lacks", "matches", "starts_with", "and", "or", "not", "exists", "empty", "succeeds", "has", "add", "subtract", "multiply",
          "divide");
UPG_NAMES(core::Fn, "named", "escaped", "file_name", "folder", "joined", "token", "beside", "quoted");
UPG_NAMES(core::Case::End, "value", "unsupported", "nothing");
UPG_NAMES(core::Redirection, "in", "out", "append", "err", "err_append", "err_to_out");
UPG_NAMES(core::Quoting, "bare", "single_quotes", "double_quotes", "here_document");
UPG_NAMES(plan::Origin, "input", "secret", "choice", "let", "version", "capture", "output");
UPG_NAMES(plan::Source, "environment", "file", "command", "ask");
UPG_NAMES(plan::EffectKind, "reads", "changes", "destroys", "saves", "restores", "may_start");
UPG_NAMES(plan::Again, "reads", "idempotent", "probe", "once");
UPG_NAMES(plan::Expect::How, "expect", "require", "recommend");
UPG_NAMES(plan::Say::How, "notice", "note", "warning", "see");
UPG_NAMES(plan::Undo::How, "not_needed", "deeds", "nothing", "irreversible");
UPG_NAMES(plan::OnFailure::How, "hold", "rollback", "continue", "automatic");
UPG_NAMES(core::EditHow, "set", "setraw", "remove", "rename", "settings", "replace", "parameter", "tag");
UPG_NAMES(plan::PhaseKind, "check", "prepare", "check_after_prepare", "upgrade", "verify", "finish");
UPG_NAMES(plan::StepKind, "normal", "enter", "leave");
UPG_NAMES(plan::Decided, "never", "open", "begin");

#undef UPG_NAMES

/// The types of an action in plan.json, in the order of the variant.
inline constexpr std::array<std::string_view, 10> action_names{"run",    "prove", "publish", "manual", "wait",
                                                               "expect", "say",   "set",     "amend",  "revert"};
static_assert(std::variant_size_v<plan::ActionNode> == action_names.size());

}  // namespace upg::plan_json
