// A syntax tree as text, without places: what two parses are compared by.
#pragma once

#include <string>

#include "compiler/syntax/ast.h"

namespace upg::test {

[[nodiscard]] std::string show(const syntax::File& file);
[[nodiscard]] std::string show(const syntax::Expr& expr);

}  // namespace upg::test
