// Types as texts: `text`, `secret text?`, `list<path>`, `choice(mode)`, `resource(postgres)`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/core/type.h"

namespace upg::plan_json {

[[nodiscard]] std::string type_text(const core::Type& t);
[[nodiscard]] std::optional<core::Type> read_type(std::string_view text);

}  // namespace upg::plan_json
