#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "backends/runbook/backend.h"
#include "backends/runbook/typed.h"
#include "tests/unit/runbook/sample.h"

namespace upg::runbook {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const plan::Plan& plan, const std::string& flavour = "commonmark") {
  backends::Options options;
  options.flavour = flavour;
  const auto made = backend().emit(plan, {}, options);
  return made.at(0).bytes;
}

TEST(Runbook, IsTheSameFile) {
  const std::string path = "tests/golden/runbook/sample.md";
  const auto got = page(sample::whole());
  if (std::getenv("UPG_GOLDEN") != nullptr) std::ofstream(path) << got;
  std::ifstream file(path);
  const std::string want((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(got, want) << "UPG_GOLDEN=1 writes " << path;
}

TEST(Runbook, SecretsAreAskedForAndNeverShown) {
  const auto text = page(sample::whole());
  EXPECT_THAT(text, HasSubstr("IFS= read -r token; stty echo"));
  EXPECT_THAT(text, HasSubstr("tokenfile=$(umask 077 && mktemp) && printf '%s\\n' \"$token\" >\"$tokenfile\""));
  EXPECT_THAT(text, HasSubstr("rm -f \"$tokenfile\""));
}

TEST(Runbook, ValuesThatDependOnTheVersionAreSetByTheReader) {
  const auto text = page(sample::whole());
  EXPECT_THAT(text, HasSubstr("**If** the installed version is before 5.3.4:\n\n  ```sh\n  level=old\n  ```"));
  EXPECT_THAT(text, HasSubstr("**Otherwise:**\n\n  ```sh\n  level=new\n  ```"));
}

TEST(Runbook, PathsNameTheRun) { EXPECT_THAT(page(sample::whole()), HasSubstr("dump=\"$root/backups/sample-$RUN.data.dump\"")); }

TEST(Runbook, RollbackIsLinear) {
  const auto text = page(sample::whole());
  EXPECT_THAT(text, HasSubstr("**Then:** [Back from step 4](#back-from-step-4)."));
  EXPECT_THAT(text, HasSubstr("**Then:** [Back from step 2](#back-from-step-2)."));
}

TEST(Runbook, GitHubHasAlerts) {
  auto plan = sample::whole();
  plan.steps[3].undo.how = plan::Undo::How::irreversible;
  plan.steps[3].undo.why = "nothing keeps what was there";
  EXPECT_THAT(page(plan, "github"), HasSubstr("> [!CAUTION]"));
  EXPECT_THAT(page(plan), HasSubstr("> **Caution:** Point of no return: "));
}

TEST(Names, AreThoseOfNoProgram) {
  plan::Plan plan;
  for (const auto* n : {"PATH", "path", "a-b", "a_b", "http_proxy", "RUN"}) {
    plan::Variable v;
    v.name = n;
    plan.variables.push_back(v);
  }
  const Names names(plan);
  EXPECT_EQ(names.of("PATH"), "PATH_value");
  EXPECT_EQ(names.of("path"), "path_value");
  EXPECT_EQ(names.of("a-b"), "a_b");
  EXPECT_EQ(names.of("a_b"), "a_b_2");
  EXPECT_EQ(names.of("http_proxy"), "http_proxy_value");
  EXPECT_EQ(names.of("RUN"), "RUN_value");
}

}  // namespace
}  // namespace upg::runbook
