// A shell script as a value: few shapes, each of which prints one way. Lowering decides what stands in it; printing
// (print.cpp) decides nothing but layout, which is shfmt's.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backends/shell/quote.h"

namespace upg::shell {

struct Redirect {
  enum class What : uint8_t { in, out, append, err, err_append, err_to_out } what = What::in;
  Word target;  ///< unused for err_to_out
};

/// A call of a function of the script or of the library, or of a utility. `head` is generated text (`upg_run`), never an
/// author's; the words are quoted.
struct Call {
  std::string head;
  std::vector<Word> words;
  std::vector<Redirect> redirects = {};
};

/// Calls joined by pipes, or by `&&`/`||` from left to right.
struct Chain {
  enum class Join : uint8_t { pipe, both, either };
  std::vector<Call> calls;
  std::vector<Join> joins;  ///< one fewer than calls
};

struct Statement;
using Block = std::vector<Statement>;

/// What becomes of a failure: nothing (the status stands), or the function ends with that status.
enum class OrElse : uint8_t { ignore, give_back };

struct Do {
  Chain chain;
  OrElse otherwise = OrElse::give_back;
};
struct If {
  struct Arm {
    Chain when;
    std::shared_ptr<Block> body;
  };
  std::vector<Arm> arms;
  std::shared_ptr<Block> otherwise;  ///< or null
};
/// Prints the text as it stands: no expansion happens in it.
struct PrintText {
  std::string text;
};
/// `# text`
struct Note {
  std::string text;
};
struct Statement {
  std::variant<Do, If, PrintText, Note> node;
};

struct Function {
  std::vector<std::string> comments;
  Name name;
  Block body;
};

/// Appends text laid out as shfmt would, line by line.
class Printer {
 public:
  explicit Printer(std::string& out) : out_(out) {}
  void function(const Function& f);
  /// The same, with a body that was printed at depth 1.
  void function(const std::vector<std::string>& comments, const Name& name, std::string_view body);
  void block(const Block& b, int depth);
  void comment(std::string_view text, int depth = 0);
  void blank();
  /// A line of generated text.
  void line(std::string_view text, int depth = 0);

 private:
  void statement(const Statement& s, int depth);
  void indent(int depth);
  std::string& out_;
};

[[nodiscard]] std::string print(const Chain& chain);

}  // namespace upg::shell
