#include "backends/shell/backend.h"

#include <embedded_runtime.h>
#include <fmt/format.h>

#include <algorithm>

#include "backends/shell/check.h"
#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

bool wanted(const plan::Plan&) { return true; }

void introduction(Script& s) {
  const auto& plan = s.plan;
  s.print.line("#!/bin/sh");
  s.print.comment(plan.to.empty() ? plan.title : fmt::format("{}, to {}", plan.title, plan.to));
  s.print.comment("");
  s.print.comment(fmt::format("Made by upg from {}: change that file, not this one.", plan.source_name));
  s.print.comment("With no argument it shows what would happen here, and changes nothing. `help` lists what else it does.");
  if (!plan.docs.empty()) s.print.comment(fmt::format("Guide: {}", plan.docs));
  if (!plan.support.empty()) s.print.comment(fmt::format("Support: {}", plan.support));
  s.print.blank();
}

// What edits files is carried by scripts that do, for the formats that occur.
bool carried(std::string_view name, const std::set<std::string>& formats) {
  const auto any = [&](std::initializer_list<const char*> of) {
    return std::any_of(of.begin(), of.end(), [&](const char* f) { return formats.contains(f); });
  };
  if (name.starts_with("46_edit")) return !formats.empty();
  if (name.starts_with("47_edit_lines")) return any({"env", "properties"});
  if (name.starts_with("48_edit_yaml")) return any({"yaml", "compose"});
  if (name.starts_with("49_edit_json")) return any({"json"});
  return true;
}

// The library as it stands in its files, in the order of their names.
void library(Script& s) {
  std::vector<std::pair<std::string_view, std::string_view>> files(embedded::runtime.begin(), embedded::runtime.end());
  std::sort(files.begin(), files.end());
  const auto used = formats(s.plan);
  for (auto [name, text] : files) {
    if (!carried(name, used)) continue;
    if (text.starts_with("#!")) text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
    while (text.starts_with('\n')) text.remove_prefix(1);
    while (text.ends_with('\n')) text.remove_suffix(1);
    s.print.line(text);
    s.print.blank();
  }
}

std::vector<backends::Artifact> emit(const plan::Plan& plan, const prove::Proofs& proofs, const Options& options) {
  backends::Artifact script{"upgrade.sh", {}, true};
  Script s(plan, options, script.bytes);
  introduction(s);
  library(s);
  s.print.comment("==== " + plan.title + " ====");
  s.print.blank();
  name_environments(s);
  descriptions(s);
  accepted(s, proofs);
  loss(s);
  table(s);
  int number = 0;
  const auto spilled = [&] { backends::spill(options, script.name, script.bytes); };
  for (const auto& b : plan.brackets) functions(s, b, ++number), spilled();
  for (const auto& step : plan.steps) functions(s, step), spilled();
  // Read as a whole before any of it runs, and never left: the file may be cut off, or replaced meanwhile.
  s.print.line("{");
  s.print.line("upg_main \"$@\"", 1);
  s.print.line("upg_exit \"$?\"", 1);
  s.print.line("}");
  return {std::move(script)};
}

}  // namespace

backends::Backend backend() {
  return {"shell", "upgrade.sh: a POSIX shell script that can be stopped, resumed and rolled back", wanted, check, emit};
}

}  // namespace upg::shell
