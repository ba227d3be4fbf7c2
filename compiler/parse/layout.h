// Which line ends end a line, and which braces belong together.
#pragma once

#include "compiler/parse/lex.h"

namespace upg::parse {

/// Removes the line ends that end no line; makes `from` and `to` names where an operator follows.
void join_lines(std::vector<Tok>& words);

/// Balances the braces, by indentation where they do not match, and says so. False: nested too deep, nothing to parse.
[[nodiscard]] bool balance(Words& words, Complaints& complaints);

}  // namespace upg::parse
