#include "compiler/simulate/failures.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/plan/made.h"

namespace upg::simulate {
namespace {

FailureWalk walked(const sema::Module& module) {
  support::SourceSet sources;
  return all_failures(module, sources, {});
}

const Result* of(const FailureWalk& w, const std::string& step) {
  const auto it = std::find_if(w.results.begin(), w.results.end(), [&](const auto& r) { return r.title.starts_with("`" + step + "`"); });
  return it == w.results.end() ? nullptr : &*it;
}

TEST(AllFailures, OfASoundPlanLeadBack) {
  const auto w = walked(made::module());
  EXPECT_GT(w.combinations, 1u);
  ASSERT_TRUE(of(w, "upgrade.schema"));
  for (const auto& r : w.results) EXPECT_TRUE(r.passed()) << r.title << ": " << (r.passed() ? "" : r.reasons[0].text);
  EXPECT_NE(of(w, "upgrade.schema")->title.find("`server` stopped"), std::string::npos);
}

TEST(AllFailures, StandInTheOrderOfThePlan) {
  const auto w = walked(made::module());
  EXPECT_LT(of(w, "upgrade.server-stopped.enter"), of(w, "upgrade.schema"));
  EXPECT_LT(of(w, "upgrade.schema"), of(w, "upgrade.server-stopped.leave"));
}

TEST(AllFailures, FindAStepThatNothingBringsBack) {
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[2].node).undo = {};
  const auto w = walked(module);
  ASSERT_TRUE(of(w, "upgrade.schema"));
  ASSERT_FALSE(of(w, "upgrade.schema")->passed());
  EXPECT_NE(of(w, "upgrade.schema")->reasons[0].text.find("does not bring `data` back"), std::string::npos);
  EXPECT_TRUE(of(w, "upgrade.backup")->passed());
}

TEST(AllFailures, PromiseNothingBehindAPointOfNoReturn) {
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  auto& undo = std::get<sema::Step>(bracket.items[2].node).undo;
  undo = {};
  undo.how = sema::Undo::How::irreversible;
  const auto w = walked(module);
  EXPECT_TRUE(of(w, "upgrade.schema")->passed());
  EXPECT_NE(of(w, "upgrade.schema")->title.find("`schema` cannot be undone"), std::string::npos);
}

}  // namespace
}  // namespace upg::simulate
