// One plan with every shape in it.
#include "tests/unit/shell/plans.h"

namespace upg::shell::test {
namespace {

using core::Op;
using core::Tag;

core::Command with_data(core::Command c, const std::string& hostile) {
  c.env = {{"PGHOST", var("host"), false}, {"PGPORT", typed(Tag::text, "5432"), false}, {"NASTY", text(hostile), false},
           {"PGPASSFILE", concat({text("*:*:*:*:"), core::make({}, {Tag::text, true}, core::Builtin{core::Fn::escaped, {var("password"), text(":\\")}})}), true}};
  return c;
}

void variables(plan::Plan& p, const std::string& hostile) {
  p.variables.push_back(input("root", Tag::path, "/opt/sample"));
  p.variables.push_back(input("host", Tag::host, "localhost"));
  p.variables.push_back(input("nasty", Tag::text, hostile));
  plan::Variable choice = input("mode", Tag::choice, "fast");
  choice.origin = plan::Origin::choice;
  choice.names = {"fast", "slow"};
  p.variables.push_back(choice);
  plan::Variable pause = input("pause", Tag::integer, "3");
  pause.guard = apply(Op::eq, {var("mode"), text("slow")});
  p.variables.push_back(pause);
  plan::Variable password;
  password.name = "password";
  password.origin = plan::Origin::secret;
  password.type = {Tag::text, true};
  password.source = plan::Source::environment;
  password.source_name = "SAMPLE_PASSWORD";
  p.variables.push_back(password);
  plan::Variable from;
  from.name = "from";
  from.origin = plan::Origin::version;
  from.type = {Tag::version};
  from.source = plan::Source::command;
  from.source_command = share(line({"echo", "sample 1.2-x"}));
  from.pattern = {{"sample ", "version"}, {"-", ""}};
  p.variables.push_back(from);
  plan::Variable level;
  level.name = "level";
  level.origin = plan::Origin::let;
  level.type = {Tag::text};
  level.value = core::make({}, {Tag::text},
                           core::Cases{{{apply(Op::lt, {var("from", Tag::version), typed(Tag::version, "1.1")}), text("old")},
                                        {apply(Op::disj, {apply(Op::eq, {var("mode"), text("slow")}), apply(Op::contains, {var("nasty"), text("x")})}), concat({text("mid-"), var("mode")})},
                                        {nullptr, text("new")}}});
  p.variables.push_back(level);
}

void values_and_predicates(plan::Plan& p, const std::string& hostile) {
  const auto ask = output(share(with_data(line({"psql", "-At", "-c", "select 1"}), hostile)));
  const auto version_of = output(share(line({"tool", "--version"})), Tag::version);
  const auto from = var("from", Tag::version);
  step(p, "asks",
       {expect(apply(Op::eq, {ask, text(hostile)})),
        expect(apply(Op::conj, {apply(Op::starts_with, {var("nasty"), text("a")}), apply(Op::ge, {version_of, typed(Tag::version, "2.0")})})),
        expect(apply(Op::disj, {apply(Op::lacks, {ask, text("ERROR")}), apply(Op::in_range, {from, typed(Tag::version, "1.0"), typed(Tag::version, "2")}), succeeds(share(line({"true"})))})),
        expect(apply(Op::neg, {apply(Op::conj, {apply(Op::exists, {concat({var("root"), text("/x y")})}), apply(Op::empty, {var("nasty")})})})),
        expect(apply(Op::in_list, {var("mode"), core::make({}, {Tag::list}, core::List{{text("fast"), text(hostile)}})})),
        expect(apply(Op::conj, {apply(Op::disj, {apply(Op::eq, {var("mode"), text("a")}), apply(Op::ne, {var("mode"), text("b")})}), apply(Op::matches, {var("root"), text("^/[a-z]+'$")})})),
        expect(succeeds(share(with_data(line({"pg_isready"}), hostile))))});
}

void commands(plan::Plan& p, const std::string& hostile) {
  core::Command pipeline = with_data(line({"pg_dump", hostile}), hostile);
  pipeline.pipeline.push_back({{word("gzip"), word("-c")}, {{core::Redirection::out, word(concat({var("root"), text("/" + hostile)}))}, {core::Redirection::err_to_out, {}}}});
  core::Command away = line({"ls"});
  away.cwd = concat({var("root"), text("/sub")});
  away.user = text("nobody");
  away.input = var("password");
  const auto list = core::make({}, {Tag::list}, core::Var{"nasty"});
  core::Command spread = words({word("tool"), word("a"), word(list, true), word("b"), word(list, true)});
  core::Command fence;
  fence.fence = {{"if [ -e ", var("root"), core::Quoting::bare}, {" ]; then\n  echo \"x ", var("nasty"), core::Quoting::double_quotes},
                 {" $HOME\" 'y ", concat({var("root"), text(hostile)}), core::Quoting::single_quotes}, {"'\nfi\n", nullptr}};
  step(p, "commands", {run(pipeline), run(away, "commands.listing"), run(spread), run(fence),
                       {{}, plan::Publish{concat({var("root"), text("/out")})}},
                       {{}, plan::Prove{share(line({"cmp", hostile, "b"}))}}});
}

void people(plan::Plan& p, const std::string& hostile) {
  auto& s = step(p, "people", {{{}, plan::Manual{text("Open " + hostile), text("it is done"), "dba"}},
                               {{}, plan::Wait{succeeds(share(with_data(line({"pg_isready"}), hostile))), 5, 180}},
                               {{}, plan::Say{plan::Say::How::warning, text(hostile), ""}},
                               {{}, plan::Say{plan::Say::How::see, text("the guide"), "https://example.org/"}},
                               {{}, plan::Set{"people.answer", concat({var("root"), text(hostile)})}}});
  s.title = hostile;
  s.optional = true;
  s.guard = apply(Op::lt, {var("from", Tag::version), typed(Tag::version, "2.0")});
  s.decided = plan::Decided::open;
  s.takes = {true, false, 60, 600};
  s.on_failure = {plan::OnFailure::How::hold, hostile, {s.deeds[2]}};
  s.undo.how = plan::Undo::How::deeds;
  plan::Deed undo = s.deeds[0];
  undo.guard = succeeds(share(line({"true"})));
  undo.again = plan::Again::probe;
  undo.probe = apply(Op::exists, {var("root")});
  s.undo.deeds.push_back({undo, 1});
  s.deeds[1].guard = apply(Op::exists, {var("root")});
}

}  // namespace

plan::Plan everything(const std::string& hostile) {
  plan::Plan p = plan("everything");
  p.to = "2.0";
  p.docs = "https://example.org/guide";
  p.from = {{"1.0", "2.0", false}};
  p.needs = {{"psql", "10"}, {"gzip", ""}};
  p.resources.push_back({{}, "data", "postgres", "A database", concat({text("postgres://"), var("host")}), true});
  p.refusals.push_back({{}, apply(Op::eq, {var("mode"), text("slow")}), hostile});
  variables(p, hostile);
  values_and_predicates(p, hostile);
  commands(p, hostile);
  p.steps[1].deeds[0].resource = "data";
  p.steps[1].deeds[0].effects = {{plan::EffectKind::changes, "data"}};
  people(p, hostile);
  return p;
}

}  // namespace upg::shell::test
