// `upg fmt`: one style. Keeps every token and comment, chooses only what stands between them.
#pragma once

#include <string>

#include "compiler/syntax/ast.h"

namespace upg::syntax {

/// Idempotent; the result parses to the same tree. `file` must come from a parse without errors.
[[nodiscard]] std::string format(const File& file, const support::SourceFile& source);

}  // namespace upg::syntax
