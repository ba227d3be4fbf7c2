// From expressions, commands and deeds to statements of a shell. What the parts of this room share; each part has a file:
// lower_value, lower_predicate, lower_command, lower_deed, lower_step, lower_plan.
//
// A predicate becomes a call whose status is 0 (yes), 1 (no) or 2 and more (nobody knows); a value becomes a word, and what
// must happen before the word can be had stands in the block before it. The functions of the library that are called are
// those of templates/shell/ABI.md.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "backends/kit/backend.h"
#include "backends/kit/visit.h"
#include "backends/shell/model.h"
#include "compiler/plan/words.h"

namespace upg::shell {

using core::Ref;
using backends::Options;
using backends::kit::Visit;

/// A variable of the plan in the script: its name there, and the name that the library is told.
struct Variable {
  Name shell;         ///< `V_SCHEMA_LOG`
  std::string given;  ///< `schema_log`
};

/// An environment that several commands share: a function that says it.
struct Environment {
  Name name;
  std::string of;
  bool printed = false;
};

/// As the library folds the name of a variable.
[[nodiscard]] std::string upper(std::string_view text);

/// One script while it is made. Functions are printed as soon as they are whole.
class Script {
 public:
  Script(const plan::Plan& p, const Options& o, std::string& out);

  const plan::Plan& plan;
  const Options& options;
  Printer print;

  [[nodiscard]] const Variable& variable(const std::string& name);
  /// The plan's own lookups go through all of it.
  [[nodiscard]] const plan::Variable* declared(const std::string& name) const;
  [[nodiscard]] const plan::Step* step(const std::string& id) const;
  /// Paths that the step's deeds make: values that it has when it begins.
  [[nodiscard]] const std::vector<const plan::Variable*>& outputs(const plan::Step& step) const;
  /// `omero.upg:46`, or "".
  [[nodiscard]] std::string place(Span span) const;
  /// The author's words at this place, or `otherwise`.
  [[nodiscard]] std::string said(Span span, std::string_view otherwise) const;
  /// A word for these bytes; what cannot be seen becomes a constant of the script.
  [[nodiscard]] Word literal(std::string_view bytes);
  /// Words for the operator, with the values that they speak of.
  [[nodiscard]] Word message(const std::string& words);
  /// A name that no other function or constant of the script has.
  [[nodiscard]] Name unique(const Name& wanted);
  /// The suffix of a step's functions.
  [[nodiscard]] const std::string& suffix(const plan::Step& step);
  /// Number of a guard that is decided when the run opens, from 1.
  [[nodiscard]] int guard(const Ref& e);
  [[nodiscard]] const std::vector<Ref>& guards() const { return guards_; }

  /// By the text of their entries.
  std::map<std::string, Environment> environments;
  /// What environments read like that were lowered once, by their entries.
  std::unordered_map<std::string, std::vector<std::string>> environment_texts;

 private:
  std::unordered_map<std::string, const plan::Variable*> declared_;
  std::unordered_map<std::string, const plan::Step*> steps_;
  std::unordered_map<std::string, std::vector<const plan::Variable*>> outputs_;
  std::map<std::string, Variable> variables_;
  std::map<std::string, Name> constants_;
  std::map<const plan::Step*, std::string> suffixes_;
  std::map<std::string, int> guard_numbers_;
  std::vector<Ref> guards_;
  std::set<Name> taken_;
  std::set<std::string> folded_;
};

/// What gets a value: a temporary of a function, or a variable that the library keeps.
struct Target {
  enum class How : uint8_t { temporary, let, output } how = How::temporary;
  Variable variable;
};

/// What a function has in common with those that it needs besides itself: they must not use each other's temporaries.
struct Family {
  std::string prefix;
  int temporaries = 0;
};

/// What a predicate will look like, told before it is made.
struct Shape {
  bool prelude = false;  ///< something must happen before it can be asked
  bool sure = true;      ///< its answer is never "nobody knows"
  bool single = true;    ///< it is one call
};
[[nodiscard]] Shape shape(const Ref& e);
[[nodiscard]] Shape shape_of_either(const core::Apply& a);
/// Of a function that answers what has shape `s`.
[[nodiscard]] Shape lifted(Shape s);
/// Must this operand of an `and` be a function of its own?
[[nodiscard]] bool stands_apart(const Ref& operand, bool first);
/// Pipelines, redirections and spreads are functions: the words of such a command are the function's name.
[[nodiscard]] bool is_function(const core::Command& c);
[[nodiscard]] bool has_prelude(const Ref& value);
[[nodiscard]] bool has_prelude(const core::Command& c);

/// One function while it is made; the functions that it needs besides itself are printed before it.
class Scope {
 public:
  /// `words`: the author's, for the comment of functions that this one needs.
  /// `family`: a prefix for temporaries of functions that others call while they use theirs.
  Scope(Script& s, Name name, std::string words = {}, std::string family = {})
      : script(s), name_(std::move(name)), words_(std::move(words)), own_{std::move(family)}, family_(&own_) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  Script& script;
  Block body;
  bool preview = false;                ///< edits are shown, not made
  OrElse of_lets = OrElse::give_back;  ///< while a run opens, values are looked at as a whole

  // values (lower_value.cpp)
  [[nodiscard]] Word value(const Ref& e, Block& before);
  void assign(const Target& target, const Ref& e, Block& before);

  // predicates (lower_predicate.cpp)
  /// Calls that answer; `sure`: never with more than 1.
  struct Test {
    Chain chain;
    bool sure = true;
  };
  [[nodiscard]] Test test(const Ref& e, Block& before);
  /// One call that answers, to be handed on as words. `again`: it will be asked more than once.
  [[nodiscard]] Call one_call(const Ref& e, Block& before, bool again = false);
  /// Calls for an `if`, which knows but two answers: the third has ended the function before.
  [[nodiscard]] Chain sure(const Ref& e, Block& before);
  /// The statements whose status is the answer: a whole function.
  void answer(const Ref& e);

  // commands (lower_command.cpp)
  /// The words behind `upg_run`, `upg_ask NAME`, `upg_succeeds`. What holds for this command alone is said before.
  [[nodiscard]] std::vector<Word> command(const core::Command& c, Block& before);

  void entry(const core::EnvEntry& e, Block& before);

  /// Prints the function behind those that it needs.
  void finish(const std::vector<std::string>& comments = {});
  /// A function of its own beside this one.
  [[nodiscard]] Name helper(std::string_view what, const std::function<void(Scope&)>& fill);

  [[nodiscard]] Variable temporary();

 private:
  void cases(const Target& target, const core::Cases& all, Block& before);
  [[nodiscard]] Word lines(const core::List& list, Block& before);
  [[nodiscard]] Call call_of(const core::Builtin& f, const Word& target, Block& before);
  [[nodiscard]] Word made(const core::Builtin& f, Block& before);
  void unsupported(const Target& target, const std::string& why, Block& out);
  void give(const Target& target, const Word& word, Block& before);

  [[nodiscard]] Test apply(const core::Apply& a, Block& before);
  [[nodiscard]] Test compare(const core::Apply& a, Block& before);
  [[nodiscard]] Test member(const core::Apply& a, Block& before);
  [[nodiscard]] Test joined(const core::Apply& a, Block& before);
  [[nodiscard]] Test lifted(const Ref& e);

  void environment(const std::vector<core::EnvEntry>& env, Block& before);
  [[nodiscard]] std::vector<Word> fence(const core::Command& c, Block& before);
  [[nodiscard]] std::vector<Word> words(const std::vector<core::Word>& argv, std::vector<Word> head, Block& before);
  [[nodiscard]] Word word(const core::Word& w, Block& before);
  [[nodiscard]] Call part(const core::Simple& s, bool other_user, Block& before);

  Scope(const Scope& outer, Name name)
      : script(outer.script), name_(std::move(name)), words_(outer.words_), family_(outer.family_) {}

  Name name_;
  std::string words_;
  Family own_;
  Family* family_;
  std::map<std::string, Word> made_;  // what a function of the library made in this function, by its words
};

/// A statement that calls and ends the function when the call fails.
[[nodiscard]] Statement call(std::string head, std::vector<Word> words, OrElse otherwise = OrElse::give_back);

// ---- the parts of a script ---------------------------------------------------------------------------------------

/// Constants and what describes the plan (lower_plan.cpp).
void descriptions(Script& s);
/// What the plan accepts of what the proofs find, for `plan`.
void accepted(Script& s, const prove::Proofs& proofs);
/// Which later content a rollback would lose (lower_loss.cpp).
void loss(Script& s);
/// The table of steps, deeds and brackets (lower_table.cpp).
void table(Script& s);
/// What a step and the brackets do (lower_step.cpp).
void functions(Script& s, const plan::Step& step);
void functions(Script& s, const plan::Bracket& bracket, int number);
/// It edits files, and its edits can be shown beforehand.
[[nodiscard]] bool edits(const plan::Deed& d);
/// Formats of the files that the plan edits, or looks into.
[[nodiscard]] std::set<std::string> formats(const plan::Plan& plan);
/// The body of a deed (lower_deed.cpp).
void deed(Scope& scope, const plan::Deed& d);
/// What `upg_pattern` is told: the text, literals and names in turn.
[[nodiscard]] std::vector<Word> pattern_words(Script& s, Word text, const plan::Pattern& pattern);
/// Names the environments of resources before the first command uses one (lower_command.cpp).
void name_environments(Script& s);

}  // namespace upg::shell
