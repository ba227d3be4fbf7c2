// What changed between two templates, and what becomes of the resources that hold data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/schema/cfn_template.h"

namespace upg::schema::cfn {

enum class Change : uint8_t { added, removed, renamed, type, default_value, constraints };
struct ParameterChange {
  Change what = Change::added;
  std::string name;    ///< in the new template; in the old one when it was removed
  std::string before;  ///< its old name, type or default; of constraints: in words
  std::string after;
};

enum class Fate : uint8_t { replaced, deleted };
/// A resource that holds data and would not be there afterwards as it was before.
struct Risk {
  std::string resource, type;
  Fate fate = Fate::replaced;
  std::string because;  ///< the property, or ""
  std::string policy;   ///< what becomes of the old one: `Retain`, `Snapshot`, `Delete`, or "" (as `Delete`)
};

struct Comparison {
  std::vector<ParameterChange> parameters;  ///< in the order of the new template; what was removed at the end
  std::vector<Risk> risks;
  std::vector<std::string> added, removed;  ///< resources, `Name (Type)`
};

[[nodiscard]] Comparison compare(const Template& before, const Template& after);
/// The parameter of `before` that `added` seems to be under a new name, or "": the nearest of the same type.
[[nodiscard]] std::string_view old_name(const Template& before, const Template& after, const Parameter& added);
/// As a person reads it: `a number from 20 to 65536`.
[[nodiscard]] std::string described(const Parameter& p);
/// Does this type of resource hold data?
[[nodiscard]] bool stateful(std::string_view type);

}  // namespace upg::schema::cfn
