// What becomes of values, predicates and tables, where the text of the script is the point.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/shell/plans.h"

namespace upg::shell::test {
namespace {

using core::Op;
using core::Tag;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Lower, AnOrOfUncertainAnswersKeepsTheThirdOne) {
  plan::Plan p = plan();
  step(p, "ask", {expect(apply(Op::disj, {succeeds(share(line({"a"}))), succeeds(share(line({"b"})))}))});
  const std::string s = generated(p);
  EXPECT_THAT(s, HasSubstr("upg_any when_upgrade_ask_1 when_upgrade_ask_1_2 || return $?"));
  EXPECT_THAT(s, Not(HasSubstr("upg_succeeds a ||")));
}

TEST(Lower, TheSecondOperandAsksOnlyWhenItIsReached) {
  plan::Plan p = plan();
  p.variables.push_back(input("root", Tag::path, "/opt"));
  step(p, "ask", {expect(apply(Op::conj, {apply(Op::exists, {var("root")}), apply(Op::eq, {output(share(line({"read-it"}))), text("x")})}))});
  const std::string s = generated(p);
  EXPECT_LT(s.find("upg_ask _1 read-it"), s.find("upg_exists \"$V_ROOT\" && when_upgrade_ask_1"));
}

TEST(Lower, AnEnvironmentOfAResourceIsSaidOnce) {
  plan::Plan p = plan();
  p.variables.push_back(input("host", Tag::host, "localhost"));
  core::Command c = line({"psql"});
  c.env = {{"PGHOST", var("host"), false}, {"PGPORT", text("5432"), false}};
  core::Command more = c;
  more.env.push_back({"PGOPTIONS", text("-c x=y"), false});
  auto& s = step(p, "db", {run(c), run(more)});
  for (auto& d : s.deeds) d.resource = "data";
  const std::string all = generated(p);
  EXPECT_EQ(all.find("upg_env PGHOST"), all.rfind("upg_env PGHOST"));
  EXPECT_THAT(all, HasSubstr("\tenv_data\n\tupg_env PGOPTIONS '-c x=y'\n\tupg_run psql || return $?"));
}

TEST(Lower, ARollbackBehindAWriterIsALoss) {
  plan::Plan p = plan();
  plan::Resource data{{}, "data", "db"};
  plan::Resource server{{}, "server", "service"};
  server.states = {{"started", nullptr, true, {"data"}}, {"stopped", nullptr, false, {}}};
  p.resources = {data, server};
  step(p, "migrate", {run(line({"migrate"}))}).undo.how = plan::Undo::How::deeds;
  plan::Deed restore = p.steps[0].deeds[0];
  restore.effects = {{plan::EffectKind::restores, "data"}};
  p.steps[0].undo.deeds = {{restore, 0}};
  step(p, "leave", {run(line({"start"}))}).kind = plan::StepKind::leave;
  plan::Bracket b;
  b.resource = "server";
  b.state = "stopped";
  b.after = "started";
  b.leave = "upgrade.leave";
  p.brackets = {b};
  EXPECT_THAT(generated(p), HasSubstr("if upg_will_undo upgrade_leave && upg_will_undo upgrade_migrate; then"));
  p.resources[1].states[0].writes.clear();
  EXPECT_THAT(generated(p), Not(HasSubstr("upg_will_undo")));
}

TEST(Lower, NamesThatFoldAlikeStayApart) {
  plan::Plan p = plan();
  p.variables.push_back(input("a_b", Tag::text, "1"));
  p.variables.push_back(input("a.b", Tag::text, "2"));
  p.variables[1].origin = plan::Origin::let;
  step(p, "use", {run(words({word("echo"), word(var("a_b")), word(var("a.b"))}))});
  EXPECT_THAT(generated(p), HasSubstr("upg_run echo \"$V_A_B\" \"$V_A_B_2\""));
}

}  // namespace
}  // namespace upg::shell::test
