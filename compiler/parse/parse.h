// Text to syntax tree: the only room that knows the parser generator.
#pragma once

#include "compiler/diag/diag.h"
#include "compiler/syntax/ast.h"

namespace upg::parse {

/// Always returns; what could not be read is reported (UPG1xxx, one error a mistake) and left as holes.
/// Linear in the size of the text; refuses a text over 8 MiB, over 2,000,000 tokens or nested deeper than 64.
[[nodiscard]] syntax::File parse(const support::SourceFile& source, diag::Sink& sink);

}  // namespace upg::parse
