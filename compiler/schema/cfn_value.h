// Is a text a value of a parameter? What the service would refuse when the change set is made, and what it would refuse only
// hours later, when the resource is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/schema/cfn_template.h"

namespace upg::schema::cfn {

inline constexpr size_t value_limit = 4096;  ///< bytes

enum class ObjectionKind : uint8_t { type, constraint, limit };
struct Objection {
  ObjectionKind kind = ObjectionKind::type;
  std::string why;  ///< what a value must be, in words
};

/// Of a list: its items with commas between them. A pattern that this compiler cannot read is left to the service.
[[nodiscard]] std::optional<Objection> objection(const Parameter& p, std::string_view value);

}  // namespace upg::schema::cfn
