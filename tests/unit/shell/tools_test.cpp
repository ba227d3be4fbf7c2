#include "backends/shell/tools.h"

#include <gtest/gtest.h>

#include "tests/unit/shell/plans.h"

namespace upg::shell::test {
namespace {

TEST(Tools, AreThoseThatAlwaysRunByABareName) {
  auto p = plan("tools");
  p.needs = {{"psql", "10"}};
  step(p, "one", {run(line({"curl", "-O"})), run(line({"/opt/bin/helper"})), run(line({"psql", "-X"})), run(line({"curl"}))});
  auto guarded = run(line({"yum", "update"}));
  guarded.guard = core::boolean({}, true);
  step(p, "two", {guarded});
  step(p, "three", {run(line({"apt-get", "update"}))});
  p.steps.back().guard = core::boolean({}, true);
  step(p, "four", {run(line({"snap", "refresh"}))});
  p.steps.back().optional = true;
  std::string names;
  for (const auto& n : tools(p)) names += n.tool + ":" + n.at_least + " ";
  EXPECT_EQ(names, "curl: psql:10 ");
  EXPECT_NE(generated(p).find("\tupg_need curl\n\tupg_need psql 10\n"), std::string::npos);
}

TEST(Tools, OneThatIsMissingIsNamedBeforeAnythingIsDone) {
  const Place place;
  auto p = plan("missing");
  step(p, "first", {run(line({"touch", place.path("touched")}))});
  step(p, "second", {run(line({"no-such-program-here"}))});
  const auto r = execute({"dash", place.write("upgrade.sh", script(p)), "run", "--yes", "--state", place.path("state")});
  EXPECT_EQ(r.status, 72) << r.out;
  EXPECT_NE(r.out.find("no-such-program-here"), std::string::npos) << r.out;
  EXPECT_EQ(execute({"test", "-e", place.path("touched")}).status, 1);
}

}  // namespace
}  // namespace upg::shell::test
