// What each part of a plan consists of, said once for both directions: an archive either writes the fields or reads them.
// Keys stand in alphabetical order.
#pragma once

#include <concepts>
#include <type_traits>

#include "backends/plan_json/json.h"
#include "backends/plan_json/names.h"

namespace upg::plan_json {

template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <typename A, Is<core::Word> T> void fields(A&, T&) = delete;  // words have a form of their own

template <typename A, Is<core::Redirect> T>
void fields(A& a, T& v) { a("target", v.target); a("what", v.what); }

template <typename A, Is<core::Simple> T>
void fields(A& a, T& v) { a("argv", v.argv); a("redirects", v.redirects); }

template <typename A, Is<core::FencePiece> T>
void fields(A& a, T& v) { a("place", v.place); a("text", v.text); a("value", v.value); }

template <typename A, Is<core::EnvEntry> T>
void fields(A& a, T& v) { a("name", v.name); a("secret_file", v.secret_file); a("value", v.value); }

template <typename A, Is<core::Command> T>
void fields(A& a, T& v) {
  a("cwd", v.cwd); a("env", v.env); a("fence", v.fence); a("input", v.input); a("pipeline", v.pipeline); a("user", v.user);
}

template <typename A, Is<core::Case> T>
void fields(A& a, T& v) { a("end", v.end); a("value", v.value); a("when", v.when); a("why", v.why); }

template <typename A, Is<plan::PatternPart> T>
void fields(A& a, T& v) { a("hole", v.hole); a("literal", v.literal); }

template <typename A, Is<plan::Variable> T>
void fields(A& a, T& v) {
  a("guard", v.guard); a("matching", v.matching); a("name", v.name); a("names", v.names); a("origin", v.origin); a("pattern", v.pattern);
  a("source", v.source); a("source_command", v.source_command); a("source_name", v.source_name); a("span", v.span);
  a("step", v.step); a("title", v.title); a("type", v.type); a("value", v.value);
}

template <typename A, Is<plan::Bound> T>
void fields(A& a, T& v) { a("name", v.name); a("type", v.type); a("value", v.value); }

template <typename A, Is<plan::Range> T>
void fields(A& a, T& v) { a("closed", v.closed); a("high", v.high); a("low", v.low); }

template <typename A, Is<plan::Need> T>
void fields(A& a, T& v) { a("at_least", v.at_least); a("tool", v.tool); }

template <typename A, Is<plan::ResourceState> T>
void fields(A& a, T& v) { a("daemonizes", v.daemonizes); a("name", v.name); a("probe", v.probe); a("writes", v.writes); }

template <typename A, Is<plan::Resource> T>
void fields(A& a, T& v) {
  a("disposable", v.disposable); a("guard", v.guard); a("holds_data", v.holds_data); a("identity", v.identity); a("kind", v.kind);
  a("name", v.name); a("needs", v.needs); a("part_of", v.part_of); a("span", v.span); a("states", v.states); a("title", v.title);
  a("written_by_nobody", v.written_by_nobody);
}

template <typename A, Is<plan::Effect> T>
void fields(A& a, T& v) { a("kind", v.kind); a("resource", v.resource); }

template <typename A, Is<plan::Run> T>
void fields(A& a, T& v) { a("command", v.command); }
template <typename A, Is<plan::Prove> T>
void fields(A& a, T& v) { a("command", v.command); }
template <typename A, Is<plan::Publish> T>
void fields(A& a, T& v) { a("path", v.path); }
template <typename A, Is<plan::Manual> T>
void fields(A& a, T& v) { a("by", v.by); a("confirm", v.confirm); a("text", v.text); }
template <typename A, Is<plan::Wait> T>
void fields(A& a, T& v) { a("every", v.every); a("limit", v.limit); a("until", v.until); }
template <typename A, Is<plan::Expect> T>
void fields(A& a, T& v) { a("how", v.how); a("predicate", v.predicate); a("why", v.why); }
template <typename A, Is<plan::Say> T>
void fields(A& a, T& v) { a("how", v.how); a("text", v.text); a("url", v.url); }
template <typename A, Is<plan::Set> T>
void fields(A& a, T& v) { a("value", v.value); a("variable", v.variable); }

template <typename A, Is<plan::EditLine> T>
void fields(A& a, T& v) { a("how", v.how); a("key", v.key); a("other", v.other); a("span", v.span); a("value", v.value); }
template <typename A, Is<plan::Amend> T>
void fields(A& a, T& v) { a("format", v.format); a("kept", v.kept); a("lines", v.lines); a("path", v.path); }
template <typename A, Is<plan::Revert> T>
void fields(A& a, T& v) { a("kept", v.kept); a("path", v.path); }

template <typename A, Is<plan::Action> T>
void fields(A& a, T& v) { a("capture", v.capture); a("does", v.node); a("guard", v.guard); a("pattern", v.pattern); a("span", v.span); }

template <typename A, Is<plan::Deed> T>
void fields(A& a, T& v) {
  a("actions", v.actions); a("again", v.again); a("atomic", v.atomic); a("by_hand", v.by_hand); a("daemonizes", v.daemonizes);
  a("effects", v.effects); a("guard", v.guard); a("needs_state", v.needs_state); a("number", v.number); a("outputs", v.outputs);
  a("probe", v.probe); a("resource", v.resource); a("secret_output", v.secret_output); a("shows", v.shows); a("span", v.span);
  a("title", v.title);
}

template <typename A, Is<plan::Undo::Entry> T>
void fields(A& a, T& v) { a("deed", v.deed); a("of", v.of); }
template <typename A, Is<plan::Undo> T>
void fields(A& a, T& v) { a("believed", v.believed); a("deeds", v.deeds); a("derived", v.derived); a("how", v.how); a("why", v.why); }
template <typename A, Is<plan::OnFailure> T>
void fields(A& a, T& v) { a("deeds", v.deeds); a("how", v.how); a("why", v.why); }
template <typename A, Is<plan::Estimate> T>
void fields(A& a, T& v) { a("high", v.high); a("low", v.low); a("said", v.said); a("unknown", v.unknown); }

template <typename A, Is<plan::Step> T>
void fields(A& a, T& v) {
  a("about", v.about); a("bracket", v.bracket); a("decided", v.decided); a("deeds", v.deeds); a("digest", v.digest);
  a("group", v.group); a("group_title", v.group_title); a("guard", v.guard); a("hop", v.hop); a("id", v.id); a("kind", v.kind); a("name", v.name);
  a("number", v.number); a("on_failure", v.on_failure); a("optional", v.optional); a("phase", v.phase);
  a("retry_once", v.retry_once); a("skipped", v.skipped); a("span", v.span); a("takes", v.takes); a("timeout", v.timeout);
  a("title", v.title); a("undo", v.undo);
}

template <typename A, Is<plan::Bracket> T>
void fields(A& a, T& v) {
  a("after", v.after); a("enter", v.enter); a("guard", v.guard); a("leave", v.leave); a("on_failure", v.on_failure);
  a("outer", v.outer); a("probe", v.probe); a("resource", v.resource); a("span", v.span); a("state", v.state);
}

template <typename A, Is<plan::Refusal> T>
void fields(A& a, T& v) { a("span", v.span); a("when", v.when); a("why", v.why); }

template <typename A, Is<plan::Hop> T>
void fields(A& a, T& v) { a("from", v.from); a("guard", v.guard); a("to", v.to); }

template <typename A, Is<prove::WayBack> T>
void fields(A& a, T& v) { a("before", v.before); a("point_of_no_return", v.point_of_no_return); a("step", v.step); }
template <typename A, Is<prove::Belief> T>
void fields(A& a, T& v) { a("span", v.span); a("step", v.step); a("text", v.text); }
template <typename A, Is<prove::Evidence> T>
void fields(A& a, T& v) { a("at", v.at); a("cites", v.cites); a("proof", v.proof); a("step", v.step); a("text", v.text); }
template <typename A, Is<prove::Waived> T>
void fields(A& a, T& v) { a("finding", v.finding); a("proof", v.proof); a("step", v.step); a("until", v.until); a("why", v.why); }
template <typename A, Is<prove::Proofs> T>
void fields(A& a, T& v) { a("believed", v.believed); a("evidence", v.evidence); a("waived", v.waived); a("ways_back", v.ways_back); }

template <typename A, typename T>
  requires Is<T, Document> || Is<T, View>
void fields(A& a, T& v) {
  auto& p = v.plan;
  a("bound", p.bound); a("brackets", p.brackets); a("docs", p.docs); a.format(); a("from", p.from); a("hops", p.hops); a("name", p.name);
  a("needs", p.needs); a("proofs", v.proofs); a("refusals", p.refusals); a("resources", p.resources);
  a("source_name", p.source_name); a("sources", v.sources); a("steps", p.steps); a("support", p.support); a("title", p.title);
  a("to", p.to); a("variables", p.variables); a("window", p.window);
}

}  // namespace upg::plan_json
