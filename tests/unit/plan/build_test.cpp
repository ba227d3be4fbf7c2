#include "compiler/plan/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/plan/verify.h"
#include "compiler/plan/words.h"
#include "tests/unit/plan/made.h"

namespace upg::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Plan built(const std::map<std::string, std::string>& values = {}) {
  const auto module = made::module();
  support::SourceSet sources;
  diag::Sink sink;
  auto plan = build(module, sources, {values, ""}, sink);
  for (const auto& d : sink.all()) ADD_FAILURE() << d.message;
  EXPECT_TRUE(plan);
  if (!plan) return {};
  EXPECT_THAT(verify(*plan), IsEmpty());
  return *plan;
}

std::vector<std::string> ids(const Plan& p) {
  std::vector<std::string> out;
  for (const auto& s : p.steps) out.push_back(s.id);
  return out;
}

const Deed& first(const Plan& p, std::string_view id) { return p.step(id)->deeds.at(0); }

std::string command_of(const Action& a) { return template_text(*std::get<plan::Run>(a.node).command); }

TEST(Build, PutsEnteringAndLeavingAroundTheSteps) {
  EXPECT_THAT(ids(built()), ElementsAre("upgrade.server-stopped.enter", "upgrade.backup", "upgrade.rename", "upgrade.schema",
                                        "upgrade.server-stopped.leave", "verify.answers"));
}

TEST(Build, KeepsTheNumbersOfTheGeneralPlan) {
  const auto p = built({{"from", "5.4.1"}});
  EXPECT_EQ(p.step("upgrade.schema"), nullptr);
  EXPECT_EQ(p.step("upgrade.server-stopped.leave")->number, 5);
}

TEST(Build, FoldsWhatABindingDecides) {
  const auto p = built({{"from", "5.3.3"}});
  const auto* s = p.step("upgrade.schema");
  ASSERT_NE(s, nullptr);
  EXPECT_EQ(s->guard, nullptr);
  EXPECT_EQ(s->decided, Decided::never);
  EXPECT_EQ(command_of(s->deeds[0].actions[0]), "dbctl run old.sql");
  EXPECT_EQ(p.variable("level"), nullptr);
  EXPECT_EQ(p.bound.at(0).name, "from");
}

TEST(Build, AConditionThatTheRangeDecidesIsNone) {
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[1].node).guard = made::before("5.6.17");
  std::get<sema::Step>(bracket.items[2].node).guard = made::before("5.3.0");
  support::SourceSet sources;
  diag::Sink sink, general;
  EXPECT_FALSE(build(module, sources, {}, general));  // what no version fulfils is a mistake unless a binding makes it so
  ASSERT_EQ(general.all().size(), 2u);
  EXPECT_EQ(general.all()[0].code, 2511);
  EXPECT_EQ(general.all()[1].code, 2510);
  Bindings bindings;
  bindings.values.emplace("from", "5.3.3");
  const auto p = build(module, sources, bindings, sink);
  ASSERT_TRUE(p);
  EXPECT_EQ(p->step("upgrade.rename")->guard, nullptr);
  EXPECT_EQ(p->step("upgrade.schema"), nullptr);
}

TEST(Build, GivesCommandsOfAVerbTheEnvironmentOfItsResource) {
  const auto p = built();
  const auto& c = *std::get<plan::Run>(first(p, "upgrade.backup").actions[0].node).command;
  ASSERT_EQ(c.env.size(), 2u);
  EXPECT_EQ(c.env[0].name, "DBHOST");
  EXPECT_EQ(core::known_text(c.env[0].value), "localhost");
  EXPECT_TRUE(c.env[1].secret_file);
}

TEST(Build, LeavesOutAnEnvironmentEntryWhoseValueIsAbsent) {
  auto module = made::module();
  module.resources[0].fields.erase("password");
  support::SourceSet sources;
  diag::Sink sink;
  const auto p = build(module, sources, {}, sink);
  ASSERT_TRUE(p);
  EXPECT_EQ(std::get<plan::Run>(first(*p, "upgrade.backup").actions[0].node).command->env.size(), 1u);
  EXPECT_EQ(p->variable("password"), nullptr);
}

TEST(Build, APublishedOutputIsItsOwnProbe) {
  const auto p = built();
  const auto& d = first(p, "upgrade.backup");
  EXPECT_EQ(d.again, Again::probe);
  EXPECT_TRUE(d.atomic);
  EXPECT_EQ(template_text(d.probe), "${dump} exists");
  ASSERT_NE(p.variable("dump"), nullptr);
  EXPECT_EQ(template_text(p.variable("dump")->value), "named(${root}/backups, data.dump)");
  EXPECT_EQ(p.variable("dump")->step, "upgrade.backup");
}

TEST(Build, DoneWhenOfAStepIsTheProbeOfItsOneChange) {
  const auto p = built();
  const auto* s = p.step("upgrade.schema");
  EXPECT_EQ(s->deeds[0].again, Again::probe);
  EXPECT_FALSE(s->deeds[0].atomic);
  EXPECT_EQ(template_text(s->deeds[0].probe), "`dbctl query \"select 1\"` is 5.4");
  EXPECT_EQ(s->deeds[0].actions[0].capture, "schema.log");
  EXPECT_EQ(s->deeds[1].again, Again::reads);
}

TEST(Build, DerivesTheUndoFromInverses) {
  const auto p = built();
  const auto& u = p.step("upgrade.rename")->undo;
  EXPECT_EQ(u.how, Undo::How::deeds);
  EXPECT_TRUE(u.derived);
  ASSERT_EQ(u.deeds.size(), 1u);
  EXPECT_EQ(u.deeds[0].of, 1);
  EXPECT_EQ(command_of(u.deeds[0].deed.actions[0]), "dbctl name-back");
  EXPECT_EQ(u.deeds[0].deed.effects[0].kind, EffectKind::restores);
  EXPECT_EQ(p.step("upgrade.backup")->undo.how, Undo::How::not_needed);
}

TEST(Build, EnteringAndLeavingUndoEachOther) {
  const auto p = built();
  const auto* enter = p.step("upgrade.server-stopped.enter");
  const auto* leave = p.step("upgrade.server-stopped.leave");
  EXPECT_EQ(command_of(enter->deeds[0].actions[0]), "${home}/bin/admin stop");
  EXPECT_EQ(command_of(enter->undo.deeds[0].deed.actions[0]), "${home}/bin/admin start");
  EXPECT_EQ(command_of(leave->deeds[0].actions[0]), "${home}/bin/admin start");
  EXPECT_EQ(command_of(leave->undo.deeds[0].deed.actions[0]), "${home}/bin/admin stop");
  EXPECT_TRUE(leave->deeds[0].daemonizes);
  EXPECT_EQ(p.brackets.at(0).after, "started");
  EXPECT_EQ(template_text(leave->deeds[0].probe), "`${home}/bin/admin status` succeeds");
  EXPECT_EQ(p.step("upgrade.backup")->on_failure.why, "it stays down");
  EXPECT_EQ(p.resource("server")->states[0].writes, std::vector<std::string>{"data"});
}

TEST(Build, KeepsOnlyTheVariablesInUse) {
  std::vector<std::string> names;
  for (const auto& v : built().variables) names.push_back(v.name);
  EXPECT_THAT(names, ElementsAre("root", "home", "from", "level", "password", "dump", "schema.log"));
}

TEST(Build, DigestsFollowDeedsNotProse) {
  const auto a = built();
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[0].node).title = "Other words";
  std::get<sema::Step>(bracket.items[1].node).deeds = {made::call(module, "rename", {{"to", made::str("other")}})};
  support::SourceSet sources;
  diag::Sink sink;
  const auto b = build(module, sources, {}, sink);
  ASSERT_TRUE(b);
  EXPECT_EQ(a.step("upgrade.backup")->digest, b->step("upgrade.backup")->digest);
  EXPECT_NE(a.step("upgrade.rename")->digest, b->step("upgrade.rename")->digest);
}

struct Refused {
  const char* name;
  const char* value;
  int code;
};

class Bindings25 : public ::testing::TestWithParam<Refused> {};

TEST_P(Bindings25, AreRefused) {
  const auto module = made::module();
  support::SourceSet sources;
  diag::Sink sink;
  EXPECT_FALSE(build(module, sources, {{{GetParam().name, GetParam().value}}, ""}, sink));
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].code, GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(All, Bindings25,
                         ::testing::Values(Refused{"rot", "/x", 2501}, Refused{"from", "yes", 2502}, Refused{"from", "5.6.17", 2503},
                                           Refused{"from", "5.2", 2503}, Refused{"mode", "rollin", 2504}, Refused{"to", "6", 2505},
                                           Refused{"password", "x", 2506}, Refused{"home", "/x", 2507},
                                           Refused{"root", "a\nb", 2502}));

TEST(Words, SayAConditionInEnglish) {
  const auto p = built();
  EXPECT_EQ(words(p, p.step("upgrade.schema")->guard), "the installed version is before 5.4");
  EXPECT_EQ(words(Estimate{true, false, 300, 7200}), "5m to 2h");
  EXPECT_EQ(words(Estimate{true, false, 300, 300}), "about 5m");
  EXPECT_EQ(words(Estimate{true, true, 0, 0}), "unknown");
}

}  // namespace
}  // namespace upg::plan
