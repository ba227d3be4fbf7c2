// A plan by hand, small but with all that a page has to say: what is known only later, a bracket, a backup, an undo.
#pragma once

#include "compiler/plan/plan.h"

namespace upg::runbook::sample {

using core::Op;
using plan::Ref;

inline core::Type type(core::Tag tag) { return {tag, false, false, "", nullptr}; }
inline Ref text(std::string s) { return core::make({}, type(core::Tag::text), core::Literal{std::move(s)}); }
inline Ref version(std::string s) { return core::make({}, type(core::Tag::version), core::Literal{std::move(s)}); }
inline Ref var(std::string name, core::Tag tag = core::Tag::path) { return core::make({}, type(tag), core::Var{std::move(name)}); }
inline Ref join(std::vector<Ref> parts) { return core::make({}, type(core::Tag::path), core::Concat{std::move(parts)}); }
inline Ref apply(Op op, std::vector<Ref> args) { return core::make({}, type(core::Tag::boolean), core::Apply{op, std::move(args)}); }
inline core::Word word(std::vector<core::Piece> pieces) { return {{}, std::move(pieces)}; }
inline core::Word word(std::string s) { return word(std::vector<core::Piece>{{std::move(s), nullptr, false}}); }
inline core::Word word(Ref r) { return word(std::vector<core::Piece>{{"", std::move(r), false}}); }
inline core::Command argv(std::vector<core::Word> words) {
  core::Command c;
  c.pipeline.push_back({std::move(words), {}});
  return c;
}
inline core::CommandRef shared(core::Command c) { return std::make_shared<const core::Command>(std::move(c)); }
inline Ref output(core::Command c) { return core::make({}, type(core::Tag::text), core::Output{shared(std::move(c))}); }
inline Ref succeeds(core::Command c) {
  return apply(Op::succeeds, {core::make({}, type(core::Tag::command), core::CommandValue{shared(std::move(c))})});
}
inline plan::Action run(core::Command c, std::string capture = "") {
  plan::Action a;
  a.node = plan::Run{shared(std::move(c))};
  a.capture = std::move(capture);
  return a;
}
inline plan::Action expect(Ref p) {
  plan::Action a;
  a.node = plan::Expect{std::move(p), plan::Expect::How::expect, ""};
  return a;
}
inline plan::Deed deed(int number, std::string title, std::vector<plan::Action> actions, plan::Again again = plan::Again::idempotent) {
  plan::Deed d;
  d.number = number;
  d.title = std::move(title);
  d.actions = std::move(actions);
  d.again = again;
  return d;
}
inline plan::Step step(int number, std::string id, std::string title, plan::PhaseKind phase, std::vector<plan::Deed> deeds) {
  plan::Step s;
  s.number = number;
  s.id = std::move(id);
  s.name = s.id.substr(s.id.rfind('.') + 1);
  s.title = std::move(title);
  s.phase = phase;
  s.deeds = std::move(deeds);
  return s;
}
inline plan::Undo undone(std::vector<plan::Deed> deeds, int of = 0) {
  plan::Undo u;
  u.how = plan::Undo::How::deeds;
  for (auto& d : deeds) u.deeds.push_back({std::move(d), of});
  return u;
}

inline Ref in_root(std::string leaf) { return join({var("root"), text("/" + leaf)}); }
inline Ref before(std::string v) { return apply(Op::lt, {var("from", core::Tag::version), version(std::move(v))}); }

inline std::vector<plan::Variable> variables() {
  std::vector<plan::Variable> out;
  plan::Variable root;
  root.name = "root";
  root.type = type(core::Tag::path);
  root.value = text("/opt/it's here");
  root.title = "Where it is";
  out.push_back(root);
  plan::Variable secret;
  secret.name = "token";
  secret.origin = plan::Origin::secret;
  secret.type = {core::Tag::text, true, false, "", nullptr};
  secret.source = plan::Source::environment;
  secret.source_name = "SAMPLE_TOKEN";
  out.push_back(secret);
  plan::Variable from;
  from.name = "from";
  from.origin = plan::Origin::version;
  from.type = type(core::Tag::version);
  from.source_command = shared(argv({word("cat"), word(in_root("VERSION"))}));
  from.pattern = {{"", "version"}, {"-", ""}};
  out.push_back(from);
  plan::Variable level;
  level.name = "level";
  level.origin = plan::Origin::let;
  level.type = type(core::Tag::text);
  level.value = core::make({}, level.type, core::Cases{{{before("5.3.4"), text("old")}, {before("5.4"), text("middle")}, {nullptr, text("new")}}});
  out.push_back(level);
  plan::Variable dump;
  dump.name = "backup.dump";
  dump.origin = plan::Origin::output;
  dump.step = "upgrade.backup";
  dump.type = type(core::Tag::path);
  dump.value = core::make({}, dump.type, core::Builtin{core::Fn::named, {in_root("backups"), text("data.dump")}});
  out.push_back(dump);
  plan::Variable log;
  log.name = "schema.log";
  log.origin = plan::Origin::capture;
  log.step = "upgrade.schema";
  log.type = type(core::Tag::text);
  out.push_back(log);
  return out;
}

inline core::Command shell(std::vector<core::FencePiece> pieces) {
  core::Command c;
  c.fence = std::move(pieces);
  return c;
}

inline core::Command secretly(core::Command c) {
  c.env.push_back({"TOKENFILE", var("token", core::Tag::text), true});
  c.env.push_back({"PLACE", var("root"), false});
  return c;
}

inline plan::Step backup() {
  const auto part = join({var("backup.dump"), text(".part")});
  plan::Action prove, publish;
  prove.node = plan::Prove{shared(argv({word("cmp"), word(in_root("data")), word(part)}))};
  publish.node = plan::Publish{var("backup.dump")};
  auto d = deed(1, "backup data into \"${root}/backups\" as dump",
                {run(argv({word("mkdir"), word("-p"), word(in_root("backups"))})), run(argv({word("cp"), word(in_root("data")), word(part)})), prove, publish},
                plan::Again::probe);
  d.atomic = true;
  d.outputs = {"backup.dump"};
  d.probe = apply(Op::exists, {var("backup.dump")});
  d.effects = {{plan::EffectKind::saves, "data"}};
  auto s = step(3, "upgrade.backup", "Back up the data", plan::PhaseKind::upgrade, {d});
  s.bracket = 0;
  s.takes = {true, false, 60, 600};
  return s;
}

inline plan::Step schema() {
  // Reads its token from the file it was given, appends the level, says so.
  auto migrate = secretly(shell({{R"x(test "$(cat "$TOKENFILE")" = 's3cr:et' || exit 9
printf '%s\n' )x"},
                                 {"", var("level", core::Tag::text), core::Quoting::bare},
                                 {" >>\"$PLACE/data\"\necho 'MIGRATED '"},
                                 {"", var("level", core::Tag::text), core::Quoting::bare}}));
  auto d = deed(1, "run data.migrate() giving log",
                {run(migrate, "schema.log"), expect(apply(Op::contains, {var("schema.log", core::Tag::text), text("MIGRATED")}))}, plan::Again::once);
  d.outputs = {"schema.log"};
  auto s = step(4, "upgrade.schema", "Migrate the data", plan::PhaseKind::upgrade, {d});
  s.guard = before("5.4");
  s.decided = plan::Decided::open;
  s.bracket = 0;
  s.about = "      What was # before\n      # comes after.\n";
  s.undo = undone({deed(1, "restore data from dump", {run(argv({word("cp"), word(var("backup.dump")), word(in_root("data"))}))})}, 1);
  s.on_failure.why = "the data may be half migrated";
  return s;
}

inline plan::Plan whole() {
  using plan::PhaseKind;
  plan::Plan p;
  p.name = "sample";
  p.title = "Upgrade <Sample> & Co";
  p.source_name = "sample.upg";
  p.from = {{"5.3.0", "5.6.17", false}};
  p.to = "5.6.17";
  p.variables = variables();
  p.needs = {{"cmp", ""}, {"cp", "8"}};
  p.steps.push_back(step(1, "check.precheck", "Look ahead", PhaseKind::check,
                         {deed(1, "expect", {expect(apply(Op::contains, {output(argv({word("cat"), word(in_root("data"))})), text("data of")}))}, plan::Again::reads)}));
  auto enter = step(2, "upgrade.server-stopped.enter", "Stop server", PhaseKind::upgrade,
                    {deed(1, "enter stopped", {run(argv({word("touch"), word(in_root("stopped"))}))})});
  enter.kind = plan::StepKind::enter;
  enter.bracket = 0;
  enter.undo = undone({deed(1, "leave stopped", {run(argv({word("rm"), word("-f"), word(in_root("stopped"))}))})}, 1);
  p.steps.push_back(enter);
  p.steps.push_back(backup());
  p.steps.push_back(schema());
  auto tidy = step(5, "upgrade.tidy", "Tidy up", PhaseKind::upgrade, {deed(1, "run", {run(argv({word("touch"), word(in_root("tidy!"))}))})});
  tidy.optional = true;
  tidy.bracket = 0;
  tidy.undo.how = plan::Undo::How::nothing;
  tidy.undo.why = "it changes no content";
  p.steps.push_back(tidy);
  auto leave = step(6, "upgrade.server-stopped.leave", "Start server", PhaseKind::upgrade,
                    {deed(1, "leave stopped", {run(argv({word("rm"), word("-f"), word(in_root("stopped"))}))})});
  leave.kind = plan::StepKind::leave;
  leave.bracket = 0;
  leave.undo = undone({deed(1, "enter stopped", {run(argv({word("touch"), word(in_root("stopped"))}))})}, 1);
  p.steps.push_back(leave);
  plan::Action wait;
  wait.node = plan::Wait{apply(Op::neg, {succeeds(argv({word("test"), word("-e"), word(in_root("stopped"))}))}), 1, 10};
  p.steps.push_back(step(7, "verify.answers", "The server answers", PhaseKind::verify, {deed(1, "wait until", {wait}, plan::Again::reads)}));
  plan::Bracket b;
  b.resource = "server";
  b.state = "stopped";
  b.enter = "upgrade.server-stopped.enter";
  b.leave = "upgrade.server-stopped.leave";
  p.brackets.push_back(b);
  return p;
}

}  // namespace upg::runbook::sample
