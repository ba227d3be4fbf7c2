// Text to words. Mistakes within a word are reported here and mended, so that the parser sees sound words.
#pragma once

#include "compiler/parse/complaints.h"
#include "compiler/parse/token.h"
#include "compiler/syntax/ast.h"

namespace upg::parse {

struct Words {
  std::vector<Tok> all;                ///< ends with one of type EOF; line ends as in the text
  std::vector<syntax::Token> written;  ///< as the formatter sees them: comments too, a text is one
  bool too_many = false;               ///< refused; `all` is empty
  bool cut = false;                    ///< a text runs to the end of the file, and ate what follows it
};

/// The text must have passed the screen: sound UTF-8, no byte of ill repute.
[[nodiscard]] Words lex(Complaints& complaints);

}  // namespace upg::parse
