#include "compiler/simulate/simulate.h"

#include <gtest/gtest.h>

#include "tests/unit/plan/made.h"

namespace upg::simulate {
namespace {

using What = sema::TestLine::What;

sema::TestLine line(What what, std::string subject, std::string other = {}, std::string text = {}) {
  return {{}, what, std::move(subject), std::move(other), std::move(text)};
}

Result tested(sema::Module module, std::vector<sema::TestLine> lines) {
  module.tests.push_back({{}, "a test", std::move(lines)});
  support::SourceSet sources;
  return run_tests(module, sources, {}, {}).at(0);
}

Result tested(std::vector<sema::TestLine> lines) { return tested(made::module(), std::move(lines)); }

TEST(Simulate, BindsWhatATestGives) {
  EXPECT_TRUE(tested({line(What::given, "from", "", "5.3.3"), line(What::step_contains, "schema", "", "old.sql")}).passed());
  EXPECT_TRUE(tested({line(What::given, "from", "", "5.3.4"), line(What::step_contains, "schema", "", "new.sql")}).passed());
  EXPECT_FALSE(tested({line(What::given, "from", "", "5.3.4"), line(What::step_contains, "schema", "", "old.sql")}).passed());
}

TEST(Simulate, TellsWhichStepsRun) {
  EXPECT_TRUE(tested({line(What::given, "from", "", "5.4"), line(What::step_skipped, "schema")}).passed());
  EXPECT_TRUE(tested({line(What::step_runs, "schema")}).passed());
  EXPECT_FALSE(tested({line(What::step_skipped, "schema")}).passed());
  EXPECT_TRUE(tested({line(What::before, "backup", "schema")}).passed());
  EXPECT_FALSE(tested({line(What::before, "schema", "backup")}).passed());
}

TEST(Simulate, AGivenThatThePlanRefusesIsAReason) {
  const auto r = tested({line(What::given, "from", "", "4.0")});
  ASSERT_EQ(r.reasons.size(), 1u);
  EXPECT_NE(r.reasons[0].text.find("4.0"), std::string::npos);
}

TEST(Simulate, AFailureLeavesTheBracketEntered) {
  EXPECT_TRUE(tested({line(What::fail, "schema"), line(What::resource_is, "server", "stopped")}).passed());
  EXPECT_TRUE(tested({line(What::resource_is, "server", "started")}).passed());
  EXPECT_FALSE(tested({line(What::fail, "schema"), line(What::resource_is, "server", "started")}).passed());
  EXPECT_TRUE(tested({line(What::fail_leaving, "server"), line(What::resource_is, "server", "stopped")}).passed());
  EXPECT_TRUE(tested({line(What::fail_between, "backup", "rename"), line(What::resource_is, "server", "stopped")}).passed());
}

TEST(Simulate, RollbackRestoresWhatUndosRestore) {
  EXPECT_TRUE(tested({line(What::fail, "schema"), line(What::rollback_restores, "data")}).passed());
  EXPECT_FALSE(tested({line(What::fail, "schema"), line(What::fail_undo, "rename"), line(What::rollback_restores, "data")}).passed());
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[2].node).undo = {};
  EXPECT_FALSE(tested(std::move(module), {line(What::fail, "schema"), line(What::rollback_restores, "data")}).passed());
}

TEST(Simulate, AnUndoNeedsWhatItUses) {
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[0].node).optional = true;
  const std::vector<sema::TestLine> lines{line(What::fail, "schema"), line(What::rollback_restores, "data")};
  const auto r = tested(std::move(module), lines);
  ASSERT_FALSE(r.passed());
  EXPECT_NE(r.reasons[0].text.find("`dump`"), std::string::npos);
}

TEST(Simulate, AnOptionalStepIsTakenByAGiven) {
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[1].node).optional = true;
  auto other = made::module();
  std::get<sema::Step>(std::get<sema::Bracket>(other.phases[0].items[0].node).items[1].node).optional = true;
  EXPECT_TRUE(tested(std::move(module), {line(What::step_skipped, "rename")}).passed());
  EXPECT_TRUE(tested(std::move(other), {line(What::given, "rename", "", "yes"), line(What::step_runs, "rename")}).passed());
}

TEST(Simulate, AStepThatDoesNotTakePlaceCannotFail) {
  EXPECT_FALSE(tested({line(What::given, "from", "", "5.4"), line(What::fail, "schema")}).passed());
}

TEST(Simulate, ReadsArtifacts) {
  auto module = made::module();
  module.tests.push_back({{}, "t", {line(What::artifact_contains, "upgrade.sh", "", "psql")}});
  support::SourceSet sources;
  const auto artifact = [](const plan::Plan&, std::string_view) { return std::optional<std::string>("psql"); };
  EXPECT_TRUE(run_tests(module, sources, {}, artifact).at(0).passed());
  EXPECT_FALSE(run_tests(module, sources, {}, {}).at(0).passed());
}

}  // namespace
}  // namespace upg::simulate
