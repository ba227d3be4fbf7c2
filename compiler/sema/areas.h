// The passes over the lines of a file, in the order of analyze(). Private.
#pragma once

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"

namespace upg::sema {

// ---- declare.cpp ----
void declare_line(Context& c, const syntax::Line& line);
void read_plan(Context& c, const syntax::Line& line);
/// Guards and the like of inputs and choices, and every value that nobody needed yet.
void read_declarations(Context& c, const syntax::File& file);

// ---- resources.cpp ----
void declare_resource(Context& c, const syntax::Line& line);
void read_resource(Context& c, const syntax::Line& line);
/// `environment { NAME = value … }`.
[[nodiscard]] std::vector<core::EnvEntry> environment(Env& e, const syntax::Body& body);
[[nodiscard]] core::EnvEntry env_entry(Env& e, Reader& r, const syntax::Word& name, const syntax::Expr* value);

// ---- kinds.cpp, clauses.cpp ----
void declare_kind(Context& c, const syntax::Line& line, bool of_library);
void read_fields(Context& c, Kind& kind);
void read_signatures(Context& c, Kind& kind);
void read_kind(Context& c, Kind& kind);
[[nodiscard]] Scope kind_scope(const Kind& kind);
/// `x` with the clauses of its line: `with NAME = v`, `with stdin = v`, `as USER`.
[[nodiscard]] core::CommandRef command_with_clauses(Env& e, Reader& r, const syntax::Expr& x);
/// A condition whose one command has those clauses.
[[nodiscard]] Ref condition_with_clauses(Env& e, Reader& r, const syntax::Expr& x);
[[nodiscard]] Param parameter(Env& e, const syntax::Arg& a);

// ---- inherit.cpp ----
/// The kinds, each behind the one that it extends.
[[nodiscard]] std::vector<Kind*> extended_first(Context& c);
/// True when the field stands for one that the kind inherits; the two must agree.
bool override_field(Context& c, Kind& kind, const Param& field);
void inherit_signatures(Context& c, Kind& kind);
/// When all kinds are read.
void inherit_bodies(Context& c, Kind& kind);

// ---- verbs.cpp ----
void verb_signature(Env& e, Kind& kind, const syntax::Line& line);
void read_verb(Context& c, Kind& kind, Verb& verb);
[[nodiscard]] Ref read_done_when(Env& e, const syntax::Line& line);
[[nodiscard]] const Verb* find_verb(const Kind& kind, std::string_view name);
void no_recursion(Context& c);

// ---- deeds.cpp, builtins.cpp, calls.cpp ----
/// Reads lines that are deeds; `left` gets the others.
[[nodiscard]] Deeds deeds(Env& e, const syntax::Body& body);
/// One deed; false when the line is none that this place knows (reported).
void deed(Env& e, const syntax::Line& line, Deeds& out);
[[nodiscard]] bool builtin_deed(std::string_view head);
bool read_builtin(Env& e, const syntax::Line& line, size_t from, Deed& d);
/// `backup data into "…" as dump`, `run data.script("…")`; false when no resource is named.
bool verb_deed(Env& e, const syntax::Line& line, Deed& d);
void call_form(Env& e, Reader& r, const syntax::Expr& callee, Deed& d);
/// `reads data`, `changes [a, b]`, `once`, …
[[nodiscard]] Traits traits(Env& e, Reader& r);
[[nodiscard]] bool said(const Traits& t);
/// Declares what a deed makes or captures for its step: `step.name`.
[[nodiscard]] std::string step_variable(Env& e, const syntax::Word& name, const Type& type, Variable::Origin origin, bool whole_plan);
void reading_only(Env& e, Span at, const std::vector<Effect>& effects, std::string_view what);
/// The `when` of a line; what it shows to be there is there for the rest of the line.
void read_guard(Env& e, const syntax::Line& line, Deed& d);
/// The clauses of a command's line: effects, `giving`, `matching`.
void finish_run(Env& e, Reader& r, Deed& d, RunCommand run);
void deed_clauses(Env& e, Reader& r, Deed& d);

// ---- documents.cpp, document_body.cpp ----
/// `document values : chart_values from … to …`, in a kind.
void read_document_decl(Env& e, Kind& kind, const syntax::Line& line);
[[nodiscard]] const DocumentDecl* find_document(const Kind& kind, std::string_view name);
/// The schema that a path of `decl` leads to, for this resource; null when there is none, or when it was reported.
[[nodiscard]] std::shared_ptr<const schema::Schema> schema_of(Env& e, Span at, const DocumentDecl& decl, const Ref& path, const Resource& r);
[[nodiscard]] bool has_field(const Context& c, const Resource& r, const Ref& field);
/// The body of a call, as the document that its verb takes.
[[nodiscard]] std::shared_ptr<const Document> read_document(Env& e, const syntax::Body& body, const DocumentDecl& decl, const Resource& r);
/// What the body leaves out, and what changed beside it.
void check_document(Context& c, Document& d, const Resource& r);
/// A known value as the schemas have it.
[[nodiscard]] std::optional<schema::Datum> datum(const Ref& e);

// ---- edits.cpp ----
/// The lines behind a call of a verb that amends a file; none when the verb does not.
[[nodiscard]] std::vector<EditLine> edit_lines(Env& e, Reader& r, const Verb& verb);
bool read_amend(Env& e, Reader& r, Deed& d);
bool read_revert(Env& e, Reader& r, Deed& d);

// ---- steps.cpp, blocks.cpp, failure.cpp ----
void declare_steps(Context& c, const syntax::Body& body, bool ahead);
struct Shared { std::vector<const syntax::Line*> lines; };   ///< of `every step { }`
void read_step(Env& e, const syntax::Line& line, const Shared& shared, Step& step);
[[nodiscard]] Items items(Env& e, const syntax::Body& body, const Shared& shared);
void read_phase(Context& c, const syntax::Line& line);
void read_accept(Context& c, const syntax::Line& line, std::vector<Accept>& into);
void read_undo(Env& e, const syntax::Line& line, Undo& undo);
void read_on_failure(Env& e, const syntax::Line& line, OnFailure& f);
[[nodiscard]] Estimate estimate(Env& e, const syntax::Expr& x);
[[nodiscard]] int64_t duration(Env& e, const syntax::Expr& x);

/// The same, without the lines that `skip` takes.
[[nodiscard]] Items items_but(Env& e, const syntax::Body& body, const std::function<bool(const syntax::Line&)>& skip);

// ---- routes.cpp ----
void read_route(Context& c, const syntax::Line& line);
/// A target that comes before its release wants `as prerelease` behind it.
void read_pre_release(Context& c, Reader& r, const Version& to);
/// When the plan's target is known: rules that do not agree, releases that are not listed.
void check_route(Context& c);
[[nodiscard]] bool each_hop(const syntax::Line& line);
/// Takes `each hop`; false when it does not stand there.
bool read_each_hop(Reader& r);
void without_route(Context& c, Span at, std::string_view what);
void declare_crossing(Context& c, const syntax::Line& line);
/// What the variables made since `first` belong to.
void note_of_hops(Context& c, size_t first);
void read_crossing_checks(Context& c);
void read_crossing_steps(Env& e);
void crossings_stand_somewhere(Context& c);

// ---- tests.cpp ----
void read_test(Context& c, const syntax::Line& line);

}  // namespace upg::sema
