// Documents: what is known of one stands in its file, the rest is a text that the deed makes when it runs. That text is one
// record in the flow style of YAML, in which an entry whose condition does not hold is not there.
#pragma once

#include <string>
#include <vector>

#include "compiler/plan/plan.h"

namespace upg::schema {
struct Schema;
}

namespace upg::plan {

/// The entries that are not known, as a text; `{}` when all are.
[[nodiscard]] Ref later_text(const Document& d);
/// The same entries, a JSON value a line: {path, rules, value}, with what `after` asks of the value.
[[nodiscard]] Ref later_lines(const Document& d, const schema::Schema* after);
/// A text as JSON and YAML quote it.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace upg::plan
