#include "compiler/driver/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/diag/render.h"
#include "compiler/plan/words.h"

namespace upg::driver {
namespace {

constexpr size_t columns = 6;
using Row = std::array<std::string, columns>;

size_t width_of(std::string_view text) {
  std::vector<size_t> at;
  (void)diag::visible(text, &at);
  return at.back();
}

std::string way_back(const plan::Undo& undo) {
  switch (undo.how) {
    case plan::Undo::How::not_needed: return "";
    case plan::Undo::How::deeds: return undo.derived ? "undone (derived)" : "undone";
    case plan::Undo::How::nothing: return "nothing to undo";
    case plan::Undo::How::irreversible: return "no way back";
  }
  return "";
}

std::string condition(const plan::Plan& plan, const plan::Step& step) {
  const auto when = plan::words(plan, step.guard);
  if (!step.optional) return when.empty() ? "always" : "if " + when;
  return when.empty() ? "if wanted" : "if wanted and " + when;
}

std::string heading(const plan::Plan& plan) {
  std::string out = fmt::format("{}: {}\n", plan.name, plan.title);
  if (!plan.to.empty()) out += fmt::format("to {}\n", plan.to);
  for (const auto& bound : plan.bound) out += fmt::format("  {} = {}\n", bound.name, core::shown_value(bound.type, bound.value));
  for (const auto& variable : plan.variables) {
    const bool asked = variable.origin == plan::Origin::input || variable.origin == plan::Origin::choice;
    if (asked)
      out += fmt::format("  {} is asked for{}\n", variable.name,
                         variable.value ? ", default " + plan::template_text(variable.value) : "");
    const bool fixed = std::any_of(plan.bound.begin(), plan.bound.end(), [&](const auto& b) { return b.name == variable.name; });
    if (variable.origin == plan::Origin::version && !fixed) out += fmt::format("  {} is detected\n", variable.name);
  }
  return out + '\n';
}

std::string rows_text(const std::vector<Row>& rows) {
  std::array<size_t, columns> widths{};
  for (const auto& row : rows)
    for (size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (size_t i = 0; i < columns; ++i) line += diag::visible(row[i]) + std::string(widths[i] - width_of(row[i]) + 2, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

}  // namespace

std::string table(const plan::Plan& plan) {
  std::vector<Row> rows = {{"#", "step", "title", "takes", "way back", "when"}};
  for (const auto& step : plan.steps)
    rows.push_back(
        {std::to_string(step.number), step.id, step.title, plan::words(step.takes), way_back(step.undo), condition(plan, step)});
  return heading(plan) + rows_text(rows);
}

}  // namespace upg::driver
