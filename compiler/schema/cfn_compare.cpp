#include "compiler/schema/cfn_compare.h"

#include <embedded_cloudformation.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "compiler/support/text.h"

namespace upg::schema::cfn {
namespace {

// Types of resources that hold data, each with the properties whose change makes a new one.
using Table = std::map<std::string, std::vector<std::string>, std::less<>>;
const Table& table() {
  static const Table made = [] {
    Table out;
    for (const auto& [name, text] : embedded::cloudformation)
      if (name == "stateful.json") out = nlohmann::json::parse(text).get<Table>();
    return out;
  }();
  return made;
}

std::string bounds(const Parameter& p) {
  std::string out;
  const auto add = [&](std::string words) { out += (out.empty() ? "" : ", ") + std::move(words); };
  if (p.min_value) add(fmt::format("at least {}", *p.min_value));
  if (p.max_value) add(fmt::format("at most {}", *p.max_value));
  if (p.min_length) add(fmt::format("{} characters or more", *p.min_length));
  if (p.max_length) add(fmt::format("{} characters or fewer", *p.max_length));
  if (!p.allowed.empty()) add("one of " + support::listing(p.allowed, "or"));
  if (!p.pattern.empty()) add("matches " + p.pattern);
  if (p.no_echo) add("not echoed");
  return out;
}

std::string default_of(const Parameter& p) { return p.default_value ? "\"" + *p.default_value + "\"" : "none"; }

void compare_parameter(const Parameter& before, const Parameter& after, std::vector<ParameterChange>& out) {
  if (!(before.type == after.type)) out.push_back({Change::type, after.name, before.type.written, after.type.written});
  if (before.default_value != after.default_value)
    out.push_back({Change::default_value, after.name, default_of(before), default_of(after)});
  if (bounds(before) != bounds(after)) out.push_back({Change::constraints, after.name, bounds(before), bounds(after)});
}

std::optional<Risk> risk_of(const Resource& before, const Resource* after) {
  const auto it = table().find(before.type);
  if (it == table().end()) return std::nullopt;
  Risk risk{before.name, before.type, Fate::deleted, "", before.deletion_policy};
  if (!after) return risk;
  risk.fate = Fate::replaced;
  risk.policy = after->replace_policy;
  if (after->type != before.type) {
    risk.because = "Type";
    return risk;
  }
  for (const auto& property : it->second) {
    const Tree* was = before.properties.at(property);
    const Tree* is = after->properties.at(property);
    if (!was && !is) continue;
    if (was && is && same(*was, *is)) continue;
    risk.because = property;
    return risk;
  }
  return std::nullopt;
}

std::string titled(const Resource& r) { return r.name + " (" + r.type + ")"; }

}  // namespace

bool stateful(std::string_view type) { return table().contains(type); }

std::string_view old_name(const Template& before, const Template& after, const Parameter& added) {
  std::vector<std::string_view> gone;
  for (const auto& p : before.parameters)
    if (p.type == added.type && !after.parameter(p.name)) gone.push_back(p.name);
  return support::nearest(added.name, gone);
}

std::string described(const Parameter& p) {
  const auto limits = bounds(p);
  return limits.empty() ? p.type.written : p.type.written + ", " + limits;
}

Comparison compare(const Template& before, const Template& after) {
  Comparison out;
  std::vector<std::string_view> renamed;
  for (const auto& p : after.parameters) {
    if (const auto* was = before.parameter(p.name)) {
      compare_parameter(*was, p, out.parameters);
    } else if (const auto old = old_name(before, after, p); !old.empty()) {
      out.parameters.push_back({Change::renamed, p.name, std::string(old), p.name});
      renamed.push_back(old);
    } else {
      out.parameters.push_back({Change::added, p.name, "", default_of(p)});
    }
  }
  for (const auto& p : before.parameters)
    if (!after.parameter(p.name) && std::find(renamed.begin(), renamed.end(), p.name) == renamed.end())
      out.parameters.push_back({Change::removed, p.name, default_of(p), ""});
  for (const auto& r : before.resources) {
    if (auto risk = risk_of(r, after.resource(r.name))) out.risks.push_back(std::move(*risk));
    if (!after.resource(r.name)) out.removed.push_back(titled(r));
  }
  for (const auto& r : after.resources)
    if (!before.resource(r.name)) out.added.push_back(titled(r));
  return out;
}

}  // namespace upg::schema::cfn
