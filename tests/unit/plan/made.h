// A module made by hand: a database with a backup, a service that uses it, and the steps of a small upgrade.
#pragma once

#include "compiler/sema/module.h"

namespace upg::made {

using core::Ref;
using core::Tag;
using core::Type;

inline Ref var(const std::string& n, Tag t = Tag::text) { return core::make({}, {t}, core::Var{n}); }
inline Ref param(const std::string& n, Tag t = Tag::text) { return core::make({}, {t}, core::Param{n}); }
inline Ref str(const std::string& s, Tag t = Tag::text) { return core::make({}, {t}, core::Literal{s}); }
inline Ref concat(std::vector<Ref> parts) { return core::make({}, {Tag::text}, core::Concat{std::move(parts)}); }
inline Ref apply(core::Op op, std::vector<Ref> args) { return core::make({}, {Tag::boolean}, core::Apply{op, std::move(args)}); }
inline Ref resource(const std::string& n) { return core::make({}, {Tag::resource}, core::ResourceRef{n}); }

inline core::CommandRef command(std::vector<Ref> words) {
  core::Command c;
  c.pipeline.emplace_back();
  for (auto& w : words) {
    core::Word word;
    const auto t = core::known_text(w);
    if (t) word.pieces.push_back({*t, nullptr, false});
    else word.pieces.push_back({{}, w, false});
    c.pipeline[0].argv.push_back(std::move(word));
  }
  return std::make_shared<const core::Command>(std::move(c));
}
inline Ref command_value(core::CommandRef c) { return core::make({}, {Tag::command}, core::CommandValue{std::move(c)}); }

inline sema::Deed deed(decltype(sema::Deed::node) node) { return {{}, nullptr, std::move(node), {}, {}}; }
inline sema::Deed run(core::CommandRef c) { return deed(sema::RunCommand{std::move(c), {}, {}, {}}); }
inline std::shared_ptr<sema::Deeds> body(sema::Deeds deeds) { return std::make_shared<sema::Deeds>(std::move(deeds)); }
inline sema::Item item(decltype(sema::Item::node) node) { return {{}, std::move(node)}; }

inline std::unique_ptr<sema::Kind> database() {
  auto k = std::make_unique<sema::Kind>();
  k->name = "db";
  k->holds_data = true;
  k->fields = {{{}, "host", {Tag::host}}, {{}, "password", {Tag::text, true, true}}};
  k->identity = concat({str("db://"), param("host")});
  k->needs = {{{}, "dbctl", "10"}};
  k->environment = {{"DBHOST", param("host"), false}, {"DBPASS", param("password"), true}};
  k->asks.push_back({{}, "query", {{{}, "sql", {Tag::text}}}, {Tag::text}, command({str("dbctl"), str("query"), param("sql")})});

  sema::Verb backup;
  backup.name = "backup";
  backup.params = {{{}, "self", {Tag::resource}, nullptr, "", true}, {{}, "dir", {Tag::path}, nullptr, "into"}};
  backup.outputs = {{{}, "dump", {Tag::path}, core::make({}, {Tag::path}, core::Builtin{core::Fn::named, {param("dir"), str("dump")}})}};
  backup.traits.effects = {{{}, sema::EffectKind::saves, "self"}};
  backup.body = body({run(command({str("dbctl"), str("dump"), param("dump")})), deed(sema::Publish{"dump"})});
  k->verbs.push_back(std::move(backup));

  sema::Verb restore;
  restore.name = "restore";
  restore.params = {{{}, "dump", {Tag::path}, nullptr, "from"}};
  restore.traits.effects = {{{}, sema::EffectKind::restores, "self"}};
  restore.traits.idempotent = true;
  restore.body = body({run(command({str("dbctl"), str("load"), param("dump")}))});
  k->verbs.push_back(std::move(restore));

  sema::Verb script;
  script.name = "script";
  script.params = {{{}, "file", {Tag::path}}};
  script.traits.effects = {{{}, sema::EffectKind::changes, "self"}};
  script.traits.once = true;
  script.gives = Type{Tag::text};
  script.body = body({run(command({str("dbctl"), str("run"), param("file")}))});
  k->verbs.push_back(std::move(script));

  sema::Verb rename;
  rename.name = "rename";
  rename.params = {{{}, "to", {Tag::text}, nullptr, "to"}};
  rename.traits.effects = {{{}, sema::EffectKind::changes, "self"}};
  rename.traits.atomic = true;
  rename.traits.done_when = apply(core::Op::succeeds, {command_value(command({str("dbctl"), str("named"), param("to")}))});
  rename.body = body({run(command({str("dbctl"), str("rename"), param("to")}))});
  rename.inverse = body({run(command({str("dbctl"), str("name-back")}))});
  k->verbs.push_back(std::move(rename));
  return k;
}

inline std::unique_ptr<sema::Kind> service() {
  auto k = std::make_unique<sema::Kind>();
  k->name = "service";
  const auto status = apply(core::Op::succeeds, {param("status", Tag::command)});
  const auto of = [](const char* name) { return body({run(command({param(name, Tag::command)}))}); };
  k->states.push_back({{}, "started", of("start"), nullptr, status, true, "uses"});
  k->states.push_back({{}, "stopped", of("stop"), of("start"), core::negate(status), false, ""});
  return k;
}

inline sema::Variable variable(const std::string& name, sema::Variable::Origin origin, Tag tag, Ref value = nullptr) {
  sema::Variable v;
  v.name = name;
  v.origin = origin;
  v.type = {tag};
  v.value = std::move(value);
  return v;
}

inline sema::Deed call(const sema::Module& m, const std::string& verb, std::map<std::string, Ref> args,
                       std::vector<sema::OutputBinding> outputs = {}, const std::string& giving = "") {
  const auto& kind = *m.kinds[0];
  for (const auto& v : kind.verbs)
    if (v.name == verb) return deed(sema::CallVerb{&v, &kind, resource("data"), std::move(args), std::move(outputs), giving});
  return {};
}

inline sema::Step step(const std::string& name, sema::Deeds deeds, Ref guard = nullptr) {
  sema::Step s;
  s.name = name;
  s.title = "The step " + name;
  s.deeds = std::move(deeds);
  s.guard = std::move(guard);
  return s;
}

inline Ref before(const std::string& v) {
  return apply(core::Op::lt, {var("from", Tag::version), str(v, Tag::version)});
}

/// with server stopped { backup; rename; schema when from < 5.4 (undo restore) }; verify answers
inline sema::Module module() {
  using Origin = sema::Variable::Origin;
  sema::Module m;
  m.plan.name = "omero";
  m.plan.from = {{}, "5.3.0", "5.6.17", false};
  m.plan.to = {{}, "5.6.17"};
  m.plan.detect = sema::Detect{{}, command({concat({var("home"), str("/bin/version")})}), std::nullopt};
  m.kinds.push_back(database());
  m.kinds.push_back(service());
  m.variables.push_back(variable("from", Origin::version, Tag::version));
  m.variables.push_back(variable("to", Origin::version, Tag::version));
  m.variables.push_back(variable("root", Origin::input, Tag::path, str("/opt", Tag::path)));
  m.variables.push_back(variable("unused", Origin::input, Tag::text));
  m.variables.push_back(variable("home", Origin::let, Tag::path, concat({var("root"), str("/server")})));
  core::Cases level;
  level.cases.push_back({before("5.3.4"), str("old")});
  level.cases.push_back({nullptr, str("new")});
  m.variables.push_back(variable("level", Origin::let, Tag::text, core::make({}, {Tag::text}, level)));
  auto mode = variable("mode", Origin::choice, Tag::choice);
  mode.names = {"standard", "rolling"};
  m.variables.push_back(mode);
  auto password = variable("password", Origin::secret, Tag::text);
  password.type.secret = true;
  m.variables.push_back(password);
  m.variables.push_back(variable("dump", Origin::output, Tag::path));
  m.variables.push_back(variable("schema.log", Origin::capture, Tag::text));

  sema::Resource data;
  data.name = "data";
  data.kind = m.kinds[0].get();
  data.fields = {{"host", str("localhost")}, {"password", var("password")}};
  m.resources.push_back(data);
  sema::Resource server;
  server.name = "server";
  server.kind = m.kinds[1].get();
  for (const char* f : {"start", "stop", "status"})
    server.fields[f] = command_value(command({concat({var("home"), str("/bin/admin")}), str(f)}));
  server.fields["uses"] = core::make({}, {Tag::list}, core::List{{resource("data")}});
  m.resources.push_back(server);

  sema::Bracket stopped;
  stopped.entries = {{{}, "server", "stopped"}};
  stopped.on_failure.said = true;
  stopped.on_failure.why = "it stays down";
  stopped.items.push_back(item(step("backup", {call(m, "backup", {{"dir", concat({var("root"), str("/backups")})}}, {{"dump", "dump"}})})));
  stopped.items.push_back(item(step("rename", {call(m, "rename", {{"to", str("next")}})})));
  auto schema = step("schema", {call(m, "script", {{"file", concat({var("level"), str(".sql")})}}, {}, "log"),
                                deed(sema::Expect{apply(core::Op::contains, {var("schema.log"), str("OK")})})},
                     before("5.4"));
  const auto asked = core::make({}, {Tag::text}, core::AskCall{resource("data"), "query", {str("select 1")}});
  schema.done_when = apply(core::Op::eq, {asked, str("5.4")});
  schema.undo.how = sema::Undo::How::deeds;
  schema.undo.deeds = {call(m, "restore", {{"dump", var("dump", Tag::path)}})};
  stopped.items.push_back(item(schema));
  sema::Phase upgrade{{}, sema::PhaseKind::upgrade, {}};
  upgrade.items.push_back(item(std::move(stopped)));
  m.phases.push_back(std::move(upgrade));
  sema::Phase verify{{}, sema::PhaseKind::verify, {}};
  const auto status = core::make({}, {Tag::command}, core::FieldOf{resource("server"), "status"});
  verify.items.push_back(item(step("answers", {deed(sema::Wait{apply(core::Op::succeeds, {status}), 5, 180})})));
  m.phases.push_back(std::move(verify));
  return m;
}

}  // namespace upg::made
