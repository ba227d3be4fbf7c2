// What the areas of this room share while one module is made: the tables, the scopes, the reader of lines. Private.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/codes_sema.h"
#include "compiler/sema/analyze.h"
#include "compiler/sema/module.h"
#include "compiler/sema/report.h"
#include "compiler/syntax/ast.h"

namespace upg::sema {

using core::Tag;
using core::Type;

/// A name of the plan as a whole.
struct Declared {
  enum class What : uint8_t { variable, output, resource, step, group };
  What what = What::variable;
  Span span;
  std::string full;      ///< of an output: the name of its variable
  size_t index = 0;      ///< in Module::variables or Module::resources
};

/// A top level `let`, `input` or the like whose value is read when it is first needed.
struct Pending {
  enum class State : uint8_t { untouched, open, done };
  const syntax::Line* line = nullptr;
  State state = State::untouched;
  size_t size = 0;       ///< bytes of known text that it grows to
  int through = 0;       ///< names between it and what it is made of, along the longest way
};

/// What is said about a verb beside its own record.
struct VerbLines {
  const syntax::Line* line = nullptr;
  bool call_form = false;   ///< declared `script(file : path)`, called `run data.script(x)`
  enum class State : uint8_t { untouched, open, done } state = State::untouched;
  const Verb* inherited = nullptr;   ///< of an extended kind: whose body it has
};

struct Scope;
class Reader;

/// The last effect of a deed's line: `reads cache`.
struct LastEffect { Span value; std::string clause, named; };

/// One analysis. Areas are free functions over it.
struct Context {
  diag::Sink& sink;
  Module& module;
  std::map<std::string, Declared, std::less<>> names;
  std::map<std::string, size_t, std::less<>> variables;                     ///< by full name: index in Module::variables
  std::map<std::string, Declared, std::less<>> steps;                       ///< steps and groups: names of their own
  std::map<std::string, std::pair<std::string, Span>, std::less<>> folded;  ///< folded spelling: name and place
  std::map<std::string, std::pair<std::string, Span>, std::less<>> folded_steps;
  std::map<std::string, Pending, std::less<>> pending;
  std::vector<std::string> open;                                            ///< names being defined, outermost first
  std::map<std::string, Kind*, std::less<>> kinds;
  std::map<const Kind*, const syntax::Line*> kind_lines;
  std::map<std::string, std::vector<std::string>, std::less<>> choices;    ///< every choice of the files, and its names
  std::map<const Kind*, syntax::Word> extended;                             ///< what stands behind `extends`
  std::map<const Verb*, VerbLines> verb_lines;
  std::map<std::string, std::pair<std::string, Span>, std::less<>> later;   ///< output: step that makes it, declared below
  std::map<std::string, std::string, std::less<>> captured;                 ///< capture: step that had it last
  std::set<const Kind*> library;
  std::set<std::string, std::less<>> refused;   ///< names whose declaration was refused: their uses are no second mistake
  std::function<void(const syntax::Line&)> spent;   ///< of the inputs
  LastEffect last_effect;
  std::vector<const syntax::Line*> crossing_lines;
  bool crossings_placed = false;                ///< a line `crossings` was read
  std::function<schema::Source(const std::string&, std::span<const std::string_view>)> read_source;   ///< of the inputs
  std::map<std::string, std::shared_ptr<const schema::Schema>> schemas;     ///< by format and path; null: it could not be read
  int depth = 0;
  bool too_deep = false;   ///< said once
};

struct Local {
  Span span;
  Type type;
  std::string variable;  ///< "" : a Param
  bool used = false;
};

/// Names of a kind, a verb or a step, inside those of the plan.
struct Scope {
  const Scope* outer = nullptr;
  std::map<std::string, Local, std::less<>> names;
  const Kind* kind = nullptr;           ///< inside a kind: no name of a plan is visible
  std::string step;                     ///< whose captures and outputs are declared here
  std::string_view reading;             ///< "`check`": only reading may happen here; empty elsewhere
  bool in_verb = false;                 ///< effects are the verb's
  bool each_hop = false;                ///< what stands here takes place in each hop
  std::set<std::string> present;        ///< optionals that a condition has shown to be there
};

/// A place in which expressions are read.
struct Env {
  Context& c;
  Scope& s;
};

[[nodiscard]] inline Type type_of(Tag tag) { return Type{tag}; }
[[nodiscard]] inline Type any() { return Type{}; }
[[nodiscard]] Type list_of(const Type& element);
[[nodiscard]] inline bool unknown(const Type& t) { return t.tag == Tag::error; }
[[nodiscard]] Ref missing(Span span);
/// The source spelling of a small expression, for messages.
[[nodiscard]] std::string spelled(const syntax::Expr& e);

// ---- names.cpp ----
/// Declares a name of the plan; reports twice-declared, colliding, reserved and overlong ones.
bool declare(Context& c, const syntax::Word& name, std::string_view what, Declared d);
bool check_name(Context& c, const syntax::Word& name, std::string_view what);
Variable& add_variable(Context& c, Variable v);
/// By full name (`step.log`), or null.
[[nodiscard]] Variable* find_variable(Context& c, std::string_view full);
void suggest(Context& c, diag::Builder b, Span at, std::string_view word, const std::vector<std::string_view>& among);
[[nodiscard]] std::vector<std::string_view> visible_names(const Env& e);
/// Reports a head that this version does not compile; false when it is no such word.
bool later_word(Context& c, const syntax::Line& line);
void unknown_head(Context& c, const syntax::Line& line, std::string_view where, const std::vector<std::string_view>& heads);
void warn_unused(Context& c);

// ---- types.cpp ----
[[nodiscard]] Type resolve(Context& c, const syntax::TypeRef& t);

// ---- literals.cpp: a literal takes the type of its place ----
[[nodiscard]] Ref literal_int(Env& e, const syntax::Expr& x, const std::string& digits, const Type& want);
[[nodiscard]] Ref literal_version(Env& e, const syntax::Expr& x, const std::string& text, const Type& want);
[[nodiscard]] Ref literal_quantity(Env& e, const syntax::Expr& x, const std::string& text, const Type& want);
/// A text whose content is known, in the place of a `want`: checks what the type asks of it.
[[nodiscard]] Ref literal_text(Env& e, Span span, std::string text, const Type& want);
[[nodiscard]] bool version_shaped(std::string_view text);

// ---- expr.cpp ----
/// Resolves and checks `x` where a `want` is due; `want` unknown: whatever it is. Never null.
[[nodiscard]] Ref expr(Env& e, const syntax::Expr& x, const Type& want);
/// `x` as a condition: a command stands for `… succeeds`.
[[nodiscard]] Ref condition(Env& e, const syntax::Expr& x);
/// Reports unless `r` may stand where a `want` is due.
[[nodiscard]] Ref fit(Env& e, Ref r, const Type& want);
[[nodiscard]] Ref text_value(Env& e, const syntax::Expr& x, const Type& want);
/// A text without holes, as titles, reasons and urls are; reports others.
[[nodiscard]] std::string plain_text(Context& c, const syntax::Expr& x);
/// Marks in `s` what holds wherever `x` holds.
void learn(Scope& s, const Ref& x);
void secret_shown(Env& e, const Ref& value, std::string_view sink);

// ---- operators.cpp ----
[[nodiscard]] Ref binary(Env& e, const syntax::Expr& x, const syntax::Binary& b, const Type& want);
[[nodiscard]] Ref unary(Env& e, const syntax::Expr& x, const syntax::Unary& u);
/// A regular expression that all tools read alike; reports what is none.
[[nodiscard]] bool sound_expression(Env& e, Span at, const std::string& text);

// ---- references.cpp ----
[[nodiscard]] Ref name_ref(Env& e, const syntax::Expr& x, const std::string& name, const Type& want);
[[nodiscard]] Ref member(Env& e, const syntax::Expr& x, const syntax::Member& m);
[[nodiscard]] Ref call(Env& e, const syntax::Expr& x, const syntax::Call& call);
/// The resource that `x` names, or null in silence.
[[nodiscard]] Ref resource_named(Env& e, const syntax::Expr& x);
/// The arguments of a call, checked against `params`; in the order of `params`, null where a default stands.
[[nodiscard]] std::vector<Ref> arguments(Env& e, std::string_view what, Span at, const std::vector<syntax::Arg>& args,
                                         const std::vector<Param>& params);
[[nodiscard]] const Kind* kind_of(Context& c, const Type& t);
/// Reads the value of a pending name, if that has not happened yet.
void settle(Context& c, const std::string& name, Span use);

// ---- routes.cpp ----
/// `hop.from`, `hop.to`.
[[nodiscard]] Ref hop_version(Env& e, const syntax::Expr& x, const syntax::Member& m);
/// Reports a use, outside of hops, of what each hop makes anew.
void made_in_each_hop(Env& e, Span at, const std::string& full);

// ---- inherit.cpp ----
/// A resource of type `from` is one of kind `base`, or of a kind that extends it.
[[nodiscard]] bool extends_kind(const Context& c, const Type& from, std::string_view base);

// ---- declare.cpp ----
/// Notes a choice and its names before anything is read, so that it is a type wherever it is declared.
void note_choice(Context& c, const syntax::Line& line);
/// `let xs = lines of `…``: the command, and the type of the list when none was written.
[[nodiscard]] const syntax::Expr* lines_of(Reader& r, const syntax::Expr* value, Type& want);
/// Reads the value that a top level name stands for.
void read_pending(Context& c, const std::string& name, Pending& p);

// ---- edits.cpp ----
/// `config has KEY`: asks a file that can be edited.
[[nodiscard]] Ref has_key(Env& e, const syntax::Expr& x, const syntax::Binary& b);

// ---- match.cpp ----
[[nodiscard]] Ref match_value(Env& e, const syntax::Expr& x, const syntax::MatchExpr& m, const Type& want);
struct ReadArm { const syntax::Line* line; Ref when; core::Case::End end; std::string why; };
/// The arms of a `match`: conditions, ends, and that every case is covered.
[[nodiscard]] std::vector<ReadArm> arms(Env& e, Span at, const syntax::Expr& subject, const syntax::Body& body);

// ---- commands.cpp, fences.cpp ----
[[nodiscard]] core::CommandRef command(Env& e, const syntax::Expr& x);
[[nodiscard]] core::CommandRef fence(Env& e, const syntax::Expr& x, const syntax::FenceLit& f);
[[nodiscard]] bool is_command(const syntax::Expr& x);
/// The only word of a command that is a value of type command.
[[nodiscard]] core::CommandRef command_of(const Ref& value);

// ---- patterns.cpp ----
[[nodiscard]] std::optional<OutputPattern> output_pattern(Context& c, const syntax::Expr& x);

}  // namespace upg::sema
