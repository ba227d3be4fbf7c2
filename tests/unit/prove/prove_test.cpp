#include "compiler/prove/proofs.h"

#include <gtest/gtest.h>

#include "compiler/plan/build.h"
#include "tests/unit/plan/made.h"

namespace upg::prove {
namespace {

Proofs proved(sema::Module module) {
  support::SourceSet sources;
  diag::Sink sink;
  const auto plan = plan::build(module, sources, {}, sink);
  EXPECT_TRUE(plan);
  return prove(*plan, sink);
}

TEST(WaysBack, AreAChainOfTheStepsThatAlterSomething) {
  const auto p = proved(made::module());
  ASSERT_EQ(p.ways_back.size(), 4u);
  EXPECT_EQ(p.ways_back[0].step, "upgrade.server-stopped.enter");
  EXPECT_EQ(p.ways_back[0].before, "");
  EXPECT_EQ(p.ways_back[1].step, "upgrade.rename");
  EXPECT_EQ(p.ways_back[2].before, "upgrade.rename");
  EXPECT_EQ(p.ways_back[3].point_of_no_return, "");
}

TEST(WaysBack, EndAtAPointOfNoReturn) {
  auto module = made::module();
  auto& bracket = std::get<sema::Bracket>(module.phases[0].items[0].node);
  std::get<sema::Step>(bracket.items[1].node).undo.how = sema::Undo::How::irreversible;
  const auto p = proved(std::move(module));
  EXPECT_EQ(p.ways_back[0].point_of_no_return, "");
  EXPECT_EQ(p.ways_back[1].point_of_no_return, "upgrade.rename");
  EXPECT_EQ(p.ways_back[3].point_of_no_return, "upgrade.rename");
}

TEST(Beliefs, ListWhatConditionsRun) {
  const auto p = proved(made::module());
  bool status = false, query = false, run = false;
  for (const auto& b : p.believed) {
    status = status || (b.step == "verify.answers" && b.text == "${home}/bin/admin status");
    query = query || (b.step == "upgrade.schema" && b.text == "dbctl query \"select 1\"");
    run = run || b.text.starts_with("dbctl run");
  }
  EXPECT_TRUE(status);
  EXPECT_TRUE(query);
  EXPECT_FALSE(run);
}

}  // namespace
}  // namespace upg::prove
