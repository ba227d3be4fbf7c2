// The typed module: names resolved, types checked, kinds read; nothing decided about a particular run. Made by
// sema::analyze, consumed by plan::build. Owns its tables; pointers between them stay valid for its life.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/core/expr.h"
#include "compiler/core/route.h"
#include "compiler/core/tree.h"
#include "compiler/schema/schema.h"

namespace upg::sema {

using core::Ref;

// ---- kinds ---------------------------------------------------------------------------------------------------------

struct Param {
  Span span;
  std::string name;
  core::Type type;
  Ref default_value;     ///< null: required (unless the type is optional); may mention Params before it
  std::string clause;    ///< the clause word it follows at a call: "into", "to", …; "" for `script(file : path)` arguments
                         ///< and for an operand right behind the verb
  bool self = false;     ///< `copy file : text from source : path into self`: where the resource stands
  std::string doc;
};

enum class EffectKind : uint8_t { reads, changes, destroys, saves, restores, may_start };
/// What a deed does to a resource. `target`: in a kind "self" or a parameter of resource type; in a plan a resource's name.
struct Effect { Span span; EffectKind kind; std::string target; };

/// How a deed may be tried again after it was interrupted.
enum class Again : uint8_t {
  reads,       ///< changes nothing
  idempotent,  ///< simply again
  probe,       ///< `done when` decides; false is done again only with `atomic`
  once         ///< a person decides
};
struct Traits {
  std::vector<Effect> effects;
  bool idempotent = false, once = false, atomic = false, daemonizes = false;
  bool unknown_effect = false;
  Ref done_when;         ///< or null
};

struct Deed;
using Deeds = std::vector<Deed>;

/// An AskCall of this and the name of a state asks the state's probe: `server is stopped`. No ask has a blank in its name.
inline constexpr std::string_view asks_state = "is ";
struct Ask { Span span; std::string name; std::vector<Param> params; core::Type result; core::CommandRef command; };

struct State {
  Span span;
  std::string name;
  std::shared_ptr<Deeds> enter, leave;  ///< null: cannot be entered (left) by the plan
  Ref probe;                            ///< boolean; null: no probe
  bool daemonizes = false;
  std::string writes;                   ///< field that lists the resources it may write while in this state, or ""
};

struct Verb {
  Span span;
  std::string name;
  std::vector<Param> params;
  std::vector<Param> outputs;           ///< `as dump : path = expr`: what the deed makes, usable after it; default_value says what it is
  std::optional<core::Type> gives;      ///< type of what `giving` captures
  Traits traits;
  std::string while_state;              ///< or ""
  std::shared_ptr<Deeds> body;
  std::shared_ptr<Deeds> inverse;       ///< null: none
  Ref inverse_done_when;
  std::string document;                 ///< document of the kind that a call has as its body, or ""
};

/// `document values : chart_values from chart.from to chart.to over own`: what a verb takes as its body. Within the verb
/// `values` is the path of the file that is known when the plan is compiled, `later` the text of what is not.
struct DocumentDecl {
  Span span;
  std::string name, format;
  Ref before, after;     ///< paths of the two versions of its schema; `before` null: there is but one
  Ref over;              ///< a file of the operator's that it lies over, or null
  std::vector<std::pair<std::string, Ref>> given;  ///< `{ stack = name }`: what each such document holds, of the resource
};

struct Need { Span span; std::string tool; std::string at_least; };  ///< at_least "" : any version

struct Kind {
  Span span;
  std::string name, title;
  bool holds_data = false;              ///< some verb changes, destroys, saves or restores self
  std::vector<Param> fields;
  Ref identity;                         ///< text over Params; null: kind and resource name
  std::vector<Need> needs;
  std::vector<core::EnvEntry> environment;
  std::vector<State> states;
  std::vector<Ask> asks;
  std::vector<Verb> verbs;
  std::vector<DocumentDecl> documents;
  const Kind* extends = nullptr;
};

// ---- declarations of a plan ----------------------------------------------------------------------------------------

struct Version { Span span; std::string text; };
struct VersionRange { Span span; std::string low, high; bool closed = false; };  ///< low "" / high "": open end

/// `matching "{version}-"`: literal text, holes, runs of blanks.
struct PatternPart { std::string literal; std::string hole; };
struct OutputPattern { Span span; std::vector<PatternPart> parts; };

struct Detect { Span span; core::CommandRef command; std::optional<OutputPattern> pattern; };

/// `accept P5 because "…" until 2027-01-01`, in a step or in the plan.
struct Accept { Span span; std::string proof, why, until; };

struct PlanDecl {
  Span span;
  std::string name, title;
  VersionRange from;
  Version to;
  std::optional<Detect> detect;
  std::string docs, support;            ///< urls or ""
  std::optional<int64_t> window;        ///< seconds
  std::vector<Accept> accepts;
};

enum class Source : uint8_t { environment, file, command, ask };
struct Variable {
  enum class Origin : uint8_t { input, secret, choice, let, version, capture, output };
  Span span;
  std::string name;                     ///< unique; captures and outputs as `step.name`
  Origin origin;
  core::Type type;
  Ref value;                            ///< of a let; default of an input; null otherwise
  std::string title;
  std::vector<std::string> names;       ///< of a choice
  Source source = Source::ask;          ///< of a secret
  std::string source_name;              ///< variable or file of a secret
  core::CommandRef source_command;
  std::string matching;                 ///< of an input: what a value must match, or ""
  Ref guard;                            ///< `when`; null: always
  bool used = false;
};

struct Resource {
  Span span;
  std::string name;
  const Kind* kind = nullptr;
  std::map<std::string, Ref> fields;    ///< defaults filled in; may mention other fields as Params
  std::vector<core::EnvEntry> environment;
  std::string written_by_nobody;        ///< the why, or ""
  std::string part_of, disposable;      ///< resource, why; or ""
  Span disposable_span;                 ///< of the line that says so
  Ref guard;
};

// ---- what is done --------------------------------------------------------------------------------------------------

/// Lines of a document. A record is its keys: `a { b = 1 }` is the entry `a.b`.
struct DocumentEntry { schema::Path path; core::Tree value; std::string why; };
struct DocumentArm;
struct DocumentLine { Span span; std::variant<DocumentEntry, std::vector<DocumentArm>> node; };
struct DocumentArm { Span span; Ref when; std::vector<DocumentLine> lines; core::Case::End end = core::Case::End::value; std::string why; };
struct Document {
  Span span;
  const DocumentDecl* decl = nullptr;
  std::shared_ptr<const schema::Schema> before, after;   ///< null: there is none
  std::vector<DocumentLine> lines;
  std::vector<schema::Path> kept;       ///< `keep KEY "why"`
  bool keeps_others = false;            ///< `keep others "why"`: what changed beside it is known
  std::string keeps_why;
};

struct OutputBinding { std::string output; std::string variable; };

/// A line of `edit R { … }`; see core::EditHow.
struct EditLine { Span span; core::EditHow how = core::EditHow::set; Ref key, value, other; };
struct CallVerb { const Verb* verb = nullptr; const Kind* kind = nullptr; Ref resource; std::map<std::string, Ref> args; std::vector<OutputBinding> outputs; std::string giving; Traits more; std::shared_ptr<const Document> document; std::vector<EditLine> edits; };  ///< more: effects that the call adds to its verb's
struct RunCommand { core::CommandRef command; Traits traits; std::string giving; std::optional<OutputPattern> matching; };
struct Prove { core::CommandRef command; };                 ///< in a verb: a full read that must succeed
struct Publish { std::string output; };                     ///< in a verb: OUTPUT.part becomes OUTPUT, synced, never over another
struct Amend { std::string format; Ref path, kept; };       ///< in a verb: what the caller's lines say is done to a file
struct Revert { Ref path, kept; };                          ///< in an inverse: as it was before that
struct Manual { Ref text; Ref confirm; std::string by; Traits traits; std::vector<OutputBinding> outputs; };  ///< `do "…" confirm "…" by ROLE`
struct Wait { Ref until; int64_t every = 5; int64_t limit = 0; };
struct Expect { Ref predicate; enum class How : uint8_t { expect, require, recommend } how = How::expect; std::string why; };
struct Say { enum class How : uint8_t { notice, note, warning, see } how = How::note; Ref text; std::string url; };
struct Let { std::string variable; Ref value; };
struct Arm { Span span; Ref when; std::shared_ptr<Deeds> deeds; core::Case::End end = core::Case::End::value; std::string why; };
struct Choose { std::vector<Arm> arms; };                   ///< match, or a body under `when`

struct Deed {
  Span span;
  Ref guard;              ///< its own `when`; null: always
  std::variant<CallVerb, RunCommand, Prove, Publish, Amend, Revert, Manual, Wait, Expect, Say, Let, Choose> node;
  std::string by_hand;    ///< `by hand """…"""` for the runbook
  std::string shows;      ///< `shows """…"""`: a sample of what is seen
};

struct Undo {
  enum class How : uint8_t { unsaid, derived, deeds, nothing, irreversible } how = How::unsaid;
  Span span;
  std::string why;
  bool derived_first = false;           ///< `undo { derived, more… }`
  std::vector<Effect> believed;         ///< `undo restores data "why" { … }`
  Deeds deeds;
};
struct OnFailure {
  enum class How : uint8_t { hold, rollback, go_on, automatic } how = How::hold;
  bool said = false;
  Span span;
  std::string why;
  Deeds deeds;
};
struct Estimate { bool said = false, unknown = false; int64_t low = 0, high = 0; };

struct Step {
  Span span;
  std::string name, title, about;
  Ref guard;
  bool optional = false;
  bool retry_once = false;
  Estimate takes;
  int64_t timeout = 0;                  ///< seconds; 0: none
  Deeds deeds;
  Ref done_when;
  Undo undo;
  OnFailure on_failure;
  std::vector<Accept> accepts;
  Deeds skipped;                        ///< what is said or done when an optional step is not taken
};

struct Item;
using Items = std::vector<Item>;
struct Group { std::string name, title, about; Ref guard; Undo undo; OnFailure on_failure; Items items; };
struct Bracket {
  struct Entry { Span span; std::string resource, state; };
  std::vector<Entry> entries;           ///< entered in order, left in reverse
  Ref guard;                            ///< guards the bracket only
  OnFailure on_failure;
  Estimate takes;
  Items items;
};
/// `match` over steps, or steps under a `when`; one entry an arm in each list; null when = else.
struct Branch { std::vector<Ref> whens; std::vector<Items> arms; std::vector<core::Case::End> ends; std::vector<std::string> whys; };
/// `crossings`: where the steps of the crossing blocks take place.
struct Crossings {};
struct Item { Span span; std::variant<Step, Group, Bracket, Branch, Crossings> node; };

enum class PhaseKind : uint8_t { check, prepare, check_after_prepare, upgrade, verify, finish };
/// `each_hop`: what stands in it takes place once for each hop on the way, with `hop.from` and `hop.to`.
struct Phase { Span span; PhaseKind kind; Items items; bool each_hop = false; };
/// `crossing 24.1 { check { … } … }`: what a hop that passes this release does besides, once.
struct Crossing { Span span; Version version; std::string title; Items check, items; };

/// One line of a `test`.
struct TestLine {
  enum class What : uint8_t { given, step_runs, step_skipped, step_contains, fail, fail_between, fail_undo, fail_leaving, resource_is, rollback_restores, artifact_contains, before };
  Span span;
  What what;
  std::string subject, other, text;     ///< step or resource; second step or state; text or value
};
struct Test { Span span; std::string title; std::vector<TestLine> lines; };

struct Module {
  PlanDecl plan;
  std::vector<std::unique_ptr<Kind>> kinds;       ///< used ones and the plan's own; built-in ones come first
  std::vector<Variable> variables;                ///< in order of declaration; `from`, `to` among them
  std::vector<Resource> resources;
  std::vector<Phase> phases;                      ///< in the order in which they take place
  core::Route route;
  std::vector<Crossing> crossings;                ///< by release
  std::set<std::string, std::less<>> of_hops;     ///< variables that each hop has anew: captures and outputs of its steps
  std::vector<Test> tests;
  std::map<std::string, int> documents;           ///< how many calls have a document, by its format

  [[nodiscard]] const Variable* variable(std::string_view name) const;
  [[nodiscard]] const Resource* resource(std::string_view name) const;
  [[nodiscard]] const Kind* kind(std::string_view name) const;
};

}  // namespace upg::sema
