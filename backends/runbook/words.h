// Words of shell as a person pastes them: text becomes part of a command line only through these. Unlike in a script, an
// interactive shell expands `!` within double quotes and completes names at a tab.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upg::runbook {

/// A stretch of a word.
struct Part {
  enum class Kind : unsigned char {
    literal,       ///< bytes as they are
    variable,      ///< name of a shell variable
    substitution,  ///< a command whose output stands here: `$(text)`
    arithmetic     ///< an expression whose value stands here: `$((text))`
  };
  Kind kind = Kind::literal;
  std::string text;
};
using Parts = std::vector<Part>;

/// Neighbouring literals become one; empty literals go.
[[nodiscard]] Parts merged(Parts parts);
/// One word, whatever it holds: bare, in single quotes, in double quotes, or glued from such pieces.
/// `first`: it stands where a command's name is due (an assignment or a reserved word would be read otherwise).
[[nodiscard]] std::string word(const Parts& parts, bool first = false);
[[nodiscard]] std::string word(std::string_view literal);
/// As it stands inside double quotes (which the caller writes).
[[nodiscard]] std::string in_double_quotes(const Parts& parts);
/// As it stands inside single quotes: leaves them and comes back where a value is not literal.
[[nodiscard]] std::string in_single_quotes(const Parts& parts);
/// As it stands in a here-document whose delimiter is not quoted.
[[nodiscard]] std::string in_here_document(const Parts& parts);

}  // namespace upg::runbook
