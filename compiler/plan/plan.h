// The plan: what happens, in which order, under which conditions, and what brings it back. An immutable value with fewer
// shapes than the source: verbs are inlined, fields and parameters replaced by values, what the bindings decide is folded
// away. Brackets are steps too: entering and leaving are steps with a derived undo. Backends and proofs see only this.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compiler/core/expr.h"
#include "compiler/core/route.h"
#include "compiler/core/tree.h"

namespace upg::plan {

using core::CommandRef;
using core::Ref;

// ---- values --------------------------------------------------------------------------------------------------------

struct PatternPart { std::string literal; std::string hole; };
using Pattern = std::vector<PatternPart>;

enum class Origin : uint8_t { input, secret, choice, let, version, capture, output };
enum class Source : uint8_t { environment, file, command, ask };

/// A value that is known only when the script runs. What is known at build time is folded into its users and listed in
/// Plan::bound instead.
struct Variable {
  Span span;
  std::string name;                 ///< `root`; captures and outputs as `STEP.NAME`
  Origin origin = Origin::input;
  core::Type type;
  /// let: its expression; input: default or null; output: its path, where `named(dir, suffix)` has the resource in its
  /// suffix already (`data.dump`) and means DIR/PLAN-RUN.SUFFIX
  Ref value;
  std::string title;
  std::vector<std::string> names;   ///< closed set of a choice
  std::string matching;             ///< of an input: the extended regular expression that its value must match, or ""
  Source source = Source::ask;      ///< of a secret
  std::string source_name;
  CommandRef source_command;        ///< secret from command; `from`: the detect command
  Pattern pattern;                  ///< how the value is read out of the command's output (hole `version`), or empty
  Ref guard;                        ///< asked only when this holds; null: always
  std::string step;                 ///< id of the step that has it (captures, outputs); "" otherwise
};

/// `from` and its window, and what was fixed by `--set`, `--from`, answers.
struct Bound { std::string name; core::Value value; core::Type type; };
struct Range { std::string low, high; bool closed = false; };

// ---- resources -----------------------------------------------------------------------------------------------------

struct Need { std::string tool; std::string at_least; };
struct ResourceState { std::string name; Ref probe; bool daemonizes = false; std::vector<std::string> writes; };
struct Resource {
  Span span;
  std::string name, kind, title;
  Ref identity;                     ///< text; the lock's key
  bool holds_data = false;
  std::string written_by_nobody, part_of, disposable;
  Span disposable_span;             ///< where the author says it
  std::vector<ResourceState> states;
  std::vector<Need> needs;
  Ref guard;
};

// ---- deeds ---------------------------------------------------------------------------------------------------------

enum class EffectKind : uint8_t { reads, changes, destroys, saves, restores, may_start };
struct Effect { EffectKind kind; std::string resource; };

enum class Again : uint8_t { reads, idempotent, probe, once };

/// The primitive actions. Visited without a catch-all: a new one makes every backend answer.
struct Run { CommandRef command; };
struct Prove { CommandRef command; };                 ///< must succeed, or what was made is not published
struct Publish { Ref path; };                         ///< PATH.part becomes PATH: synced, renamed, never over another
struct Manual { Ref text; Ref confirm; std::string by; };
struct Wait { Ref until; int64_t every = 5, limit = 0; };
struct Expect { Ref predicate; enum class How : uint8_t { expect, require, recommend } how = How::expect; std::string why; };
struct Say { enum class How : uint8_t { notice, note, warning, see } how = How::note; Ref text; std::string url; };
struct Set { std::string variable; Ref value; };      ///< a `let` in a step
using core::EditHow;
/// A line of an `edit`. `value`: what comes; `other`: the value that goes, or the name of a URL's parameter; null where unused.
struct EditLine { Span span; EditHow how = EditHow::set; Ref key, value, other; };
/// Edits a file of that format as a whole, or leaves it; before that it is copied to `kept`. Again it changes nothing.
struct Amend { std::string format; Ref path, kept; std::vector<EditLine> lines; };
struct Revert { Ref path, kept; };                    ///< what an Amend kept takes its place again
using ActionNode = std::variant<Run, Prove, Publish, Manual, Wait, Expect, Say, Set, Amend, Revert>;
struct Action {
  Span span;
  ActionNode node;
  Ref guard;                                          ///< a condition within a verb, asked when it is reached; null: always
  std::string capture;                                ///< variable that gets the standard output of a Run, or ""
  Pattern pattern;                                    ///< reads holes out of that output; a hole is the name of a variable, `STEP.HOLE`
};

/// The journal's unit: one line of the author, inlined.
struct Deed {
  Span span;
  int number = 0;                                     ///< from 1 within its step; #n
  std::string title;                                  ///< the author's words: `backup data into "…" as dump`
  std::string resource;                               ///< whose verb it is, or ""
  Ref guard;                                          ///< decided when it is reached; null: always
  std::vector<Effect> effects;
  Again again = Again::reads;
  bool atomic = false;                                ///< with Again::probe: a false probe means "not at all"
  bool daemonizes = false;
  bool secret_output = false;                         ///< nothing it prints may be logged
  Ref probe;                                          ///< with Again::probe
  std::string needs_state;                            ///< state of `resource` it asks for, or ""
  std::vector<Action> actions;
  std::vector<std::string> outputs;                   ///< variables it makes
  std::string by_hand, shows;                         ///< for the runbook
};

struct Undo {
  enum class How : uint8_t { not_needed, deeds, nothing, irreversible } how = How::not_needed;
  bool derived = false;                               ///< some or all deeds come from inverses
  std::string why;
  std::vector<Effect> believed;
  /// In the order in which they run. `of`: number of the deed that this one inverts (it runs only when that deed was begun),
  /// or 0: whenever the step was begun.
  struct Entry { Deed deed; int of = 0; };
  std::vector<Entry> deeds;
  Span span;                                          ///< where the author says it; empty when nothing is said
};

struct OnFailure {
  enum class How : uint8_t { hold, rollback, go_on, automatic } how = How::hold;
  std::string why;
  std::vector<Deed> deeds;
  Span span;                                          ///< where the author says it; empty when nothing is said
};

struct Estimate { bool said = false, unknown = false; int64_t low = 0, high = 0; };

enum class PhaseKind : uint8_t { check, prepare, check_after_prepare, upgrade, verify, finish };
enum class StepKind : uint8_t { normal, enter, leave };
enum class Decided : uint8_t { never, open, begin };  ///< when the guard is decided

struct Step {
  Span span;
  std::string id;                  ///< `upgrade.schema`; brackets `upgrade.server-stopped.enter`; in a hop `24.1/upgrade.schema`
  std::string hop;                 ///< the release that its hop reaches, or ""
  std::string name, title, about;
  int number = 0;                  ///< from 1, of the general plan: a variant leaves gaps
  PhaseKind phase = PhaseKind::upgrade;
  StepKind kind = StepKind::normal;
  int bracket = -1;                ///< innermost open bracket (index), or -1; an enter and its leave name their own
  std::string group, group_title;  ///< or ""
  Ref guard;
  Decided decided = Decided::never;
  bool optional = false;
  bool retry_once = false;
  Estimate takes;
  int64_t timeout = 0;
  std::vector<Deed> deeds;
  Undo undo;
  OnFailure on_failure;            ///< its own, or the nearest bracket's or group's
  std::vector<Deed> skipped;
  std::string digest;              ///< over deeds, effects, guards; not over prose or spans
};

struct Bracket {
  Span span;
  std::string resource, state;
  std::string after;               ///< state of the resource that leaving leads to, or "" when none is named
  int outer = -1;
  Ref guard;
  Ref probe;                       ///< null: cannot be asked
  std::string enter, leave;        ///< step ids
  OnFailure on_failure;
};

/// What a verb takes as its body: a file that is made with the script. What is not known yet stands in no file: the deed sends
/// it along, as one value of its command (see plan/documents.h).
struct DocumentEntry {
  Span span;
  std::vector<std::string> path;
  core::Tree value;
  Ref guard;                       ///< null: always
  std::string why;                 ///< the author's, or ""

  [[nodiscard]] bool known() const;  ///< it stands in the file
};
struct Document {
  Span span;
  std::string format;              ///< `chart_values`
  std::string artifact;            ///< name of the file
  std::string resource, step;      ///< step: its id
  int deed = 0;
  std::string before, after;       ///< the versions of its schema, as they call themselves, or ""
  std::string over;                ///< the operator's file that it lies over, in words, or ""
  std::vector<DocumentEntry> entries;
  std::vector<std::string> notices;  ///< what changes beside what is set, a line each
};

/// A case of a `match` that the author declared unsupported: the run is refused before it opens.
struct Refusal { Span span; Ref when; std::string why; };

/// `accept P5 because "…" until 2027-01-01`: what a proof finds in the step is known, and put up with until then.
struct Waiver { Span span; std::string proof, step, why, until; };  ///< step: its id, or "" for the whole plan; until: or ""

/// One release after another: what stands in `upgrade each hop` is here once for each of these that may be on the way.
struct Hop {
  std::string to;
  Ref guard;                       ///< over `from`; null: on every way
  Ref from;                        ///< the version before it
};

/// A condition on versions that the author wrote, and whether it decides anything: judged when nothing is bound.
struct Window { Span span; std::string of; bool ever = false, always = true; };

struct Plan {
  std::string name, title, docs, support;
  std::string source_name;                            ///< file of the plan, as shown
  std::vector<Range> from;
  std::string to;
  /// In an order in which each uses earlier ones: those known when the run opens (`step` is ""), then those that steps make.
  std::vector<Variable> variables;
  std::vector<Bound> bound;
  std::vector<Resource> resources;
  std::vector<Bracket> brackets;
  std::vector<Step> steps;                            ///< in order
  std::vector<Refusal> refusals;
  std::vector<Waiver> waivers;
  std::vector<Document> documents;                    ///< in the order of their steps
  std::vector<Need> needs;                            ///< union of the tools, by name
  std::optional<core::Route> route;
  std::vector<Window> windows;
  std::vector<Hop> hops;                              ///< in order; empty when the plan is for one hop
  std::optional<int64_t> window;

  [[nodiscard]] const Step* step(std::string_view id) const;
  [[nodiscard]] const Variable* variable(std::string_view name) const;
  [[nodiscard]] const Resource* resource(std::string_view name) const;
};

}  // namespace upg::plan
