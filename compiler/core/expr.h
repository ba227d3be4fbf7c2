// Typed expressions and commands, shared by sema (before bindings) and the plan (after). Immutable; shared freely.
// In a plan the nodes marked (kinds) do not occur: the builder has put values in their place.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/core/type.h"
#include "compiler/support/source.h"

namespace upg::core {

struct Expr;
using Ref = std::shared_ptr<const Expr>;
struct Command;
using CommandRef = std::shared_ptr<const Command>;

struct Missing {};                                      ///< reported already
struct Literal { Value value; };
struct Var { std::string name; };                       ///< a variable of the plan: `root`, `from`, `dump`, `schema.log`
struct Param { std::string name; };                     ///< (kinds) a field of self, a parameter or an output of the verb
struct FieldOf { Ref of; std::string field; };          ///< (kinds) a field of a resource
struct AskCall { Ref of; std::string ask; std::vector<Ref> args; };  ///< (kinds) `data.query("…")`; in a plan it is Output
struct ResourceRef { std::string name; };
struct Concat { std::vector<Ref> parts; };
struct List { std::vector<Ref> items; };
struct CommandValue { CommandRef command; };
/// First case whose `when` holds; a null `when` is else. `unsupported`/`nothing` carry the author's why and no value.
struct Case { Ref when; Ref value; enum class End : uint8_t { value, unsupported, nothing } end = End::value; std::string why; };
struct Cases { std::vector<Case> cases; };
/// Standard output of a command that reads, without its trailing newlines; as a list of lines when the type is a list.
struct Output { CommandRef command; };

/// What a line of an `edit` does to a key of a file. In scripts and in plan.json they have these names.
enum class EditHow : uint8_t {
  set, setraw,     ///< a text; a number or a truth value, which some formats write without quotes
  remove,
  rename,          ///< one key, or all with a prefix: `a.*` to `b.*`
  settings,        ///< the same, the rest in capitals with `_` in the place of `.` and `-`
  replace,         ///< one value of a list, or the whole value
  parameter, tag   ///< of the URL, of the image that is the value
};
[[nodiscard]] std::string_view spelling(EditHow how);

enum class Op : uint8_t {
  eq, ne, lt, le, gt, ge,     // by the operands' type: numbers, versions by compare_versions, texts
  in_range,                   // args: value, low, high (half-open unless `closed`)
  in_closed_range, in_list,
  contains, lacks, matches, starts_with,
  conj, disj, neg,
  exists, empty,              // a path exists; a text or list is empty
  succeeds,                   // arg: CommandValue
  has,                        // args: format, path of a file, key: the file has that key
  add, sub, mul, div
};
[[nodiscard]] std::string_view spelling(Op op);
struct Apply { Op op; std::vector<Ref> args; };

/// Functions the compiler knows; each has an answer in every backend.
enum class Fn : uint8_t {
  named,     ///< named(dir, suffix): a path in dir that this run alone uses: DIR/PLAN-RUN.RESOURCE.SUFFIX; never reused
  escaped,   ///< escaped(text, chars): a backslash before each of chars
  file_name, ///< last component of a path
  folder,    ///< its directory
  joined,    ///< joined(list, separator)
  token,     ///< token(word): letters and digits that are the same however often a step is tried, and in no other run
  beside,    ///< (documents) path of a file that was made with the script and lies beside it
  quoted     ///< (documents) a text as a double-quoted scalar of JSON and YAML; a list as a list of such
};
struct Builtin { Fn fn; std::vector<Ref> args; };

struct Expr {
  Span span;
  Type type;
  std::variant<Missing, Literal, Var, Param, FieldOf, AskCall, ResourceRef, Concat, List, CommandValue, Cases, Output,
               Apply, Builtin>
      node;
};

// ---- commands: words, never strings --------------------------------------------------------------------------------

/// Part of a word: literal bytes, or a value that stays within the word whatever it holds. `spread`: a list's items become
/// words of their own (the piece is then the whole word, or its last piece).
/// (kinds) A value of type command is a whole word and the first of its part: the words of that command stand in its place
/// (`run start` is such a word alone; `${server...} migrate` adds words to it).
struct Piece { std::string text; Ref value; bool spread = false; };
struct Word { Span span; std::vector<Piece> pieces; };
enum class Redirection : uint8_t { in, out, append, err, err_append, err_to_out };
struct Redirect { Redirection what; Word target; };  ///< target is empty for err_to_out
struct Simple { std::vector<Word> argv; std::vector<Redirect> redirects; };

/// Where a hole of a fence stands, so that it is quoted for that place.
enum class Quoting : uint8_t { bare, single_quotes, double_quotes, here_document };
/// A list stands bare only, and makes a word of each item.
struct FencePiece { std::string text; Ref value; Quoting place = Quoting::bare; };

/// `NAME = value`; with `secret file` the variable names a 0600 file that holds the value while the command runs.
struct EnvEntry { std::string name; Ref value; bool secret_file = false; };

struct Command {
  Span span;
  std::vector<Simple> pipeline;           ///< every part must succeed; empty when it is a fence
  std::vector<FencePiece> fence;          ///< raw shell, run by `sh -c`-like means with the caller's settings
  std::vector<EnvEntry> env;              ///< the resource's environment, then `with`
  Ref cwd;                                ///< `in DIR`, or null
  Ref user;                               ///< `as USER`, or null
  Ref input;                              ///< standard input (a secret may go here), or null
};

// ---- helpers -------------------------------------------------------------------------------------------------------

[[nodiscard]] Ref make(Span span, Type type, decltype(Expr::node) node);
[[nodiscard]] Ref text(Span span, std::string value);
[[nodiscard]] Ref boolean(Span span, bool value);
/// The value of a literal, or null.
[[nodiscard]] const Value* known(const Ref& e);
/// Known text of a literal text-like value.
[[nodiscard]] std::optional<std::string> known_text(const Ref& e);
/// The same as people write it: `1h 30m`, `1GiB`, `80%` where known_text() has the bare number.
[[nodiscard]] std::optional<std::string> shown_text(const Ref& e);
[[nodiscard]] std::string shown_value(const Type& type, const Value& v);
/// conj with folding: null stands for true.
[[nodiscard]] Ref both(const Ref& a, const Ref& b);
[[nodiscard]] Ref negate(const Ref& a);
/// Folds operators over literals (one level: the args are folded already). Returns `e` itself when nothing is known.
[[nodiscard]] Ref fold(const Ref& e);
/// Calls `f` for each variable name in `e`, its commands included.
void each_variable(const Ref& e, const std::function<void(const std::string&)>& f);
void each_variable(const Command& c, const std::function<void(const std::string&)>& f);
/// Calls `f` for each sub-expression, innermost first, `e` itself last; those of its commands are among them.
void each_node(const Ref& e, const std::function<void(const Ref&)>& f);
/// A copy with every sub-expression replaced by `f(sub)`, innermost first, folded.
[[nodiscard]] Ref transform(const Ref& e, const std::function<Ref(const Ref&)>& f);
[[nodiscard]] CommandRef transform(const CommandRef& c, const std::function<Ref(const Ref&)>& f);

}  // namespace upg::core
