// Random plans: what the proofs find must be what walking through every combination finds.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "compiler/prove/proofs.h"
#include "tests/unit/prove/random_plan.h"
#include "tests/unit/prove/reference.h"

namespace upg {
namespace {

std::multiset<std::string> proved(const plan::Plan& plan) {
  diag::Sink sink;
  const auto proofs = prove::prove(plan, sink);
  std::multiset<std::string> out;
  for (const auto& d : sink.all()) {
    const auto witness = d.message.rfind(" (");
    out.insert(std::to_string(d.code) + " " + (witness == std::string::npos ? d.message : d.message.substr(0, witness)));
  }
  return out;
}

std::string listed(const std::multiset<std::string>& all) {
  std::string out;
  for (const auto& s : all) out += "  " + s + "\n";
  return out;
}

size_t number(const char* name, size_t otherwise) {
  const char* n = std::getenv(name);
  return n ? std::strtoul(n, nullptr, 10) : otherwise;
}

TEST(RandomPlans, AreFoundWrongWhereAWalkThroughAllCombinationsFindsThemWrong) {
  size_t compared = 0, differences = 0, wrong = 0, right = 0, combinations = 0;
  const auto wanted = number("UPG_RANDOM_PLANS", 300);
  for (auto seed = static_cast<unsigned>(number("UPG_RANDOM_SEED", 1)); compared < wanted; ++seed) {
    const auto plan = reference::random_plan(seed);
    const auto reference = reference::find(plan);
    if (reference.too_many) continue;
    ++compared;
    combinations += reference.combinations;
    (reference.said.empty() ? right : wrong) += 1;
    const auto said = proved(plan);
    if (said == reference.said) continue;
    if (++differences <= 3) ADD_FAILURE() << "seed " << seed << "\nproved:\n" << listed(said) << "reference:\n" << listed(reference.said);
  }
  EXPECT_EQ(differences, 0u);
  EXPECT_GT(right, 0u);
  if (const char* file = std::getenv("UPG_RANDOM_OUT"))
    std::ofstream(file) << compared << ' ' << differences << ' ' << wrong << ' ' << right << ' ' << combinations << '\n';
}

}  // namespace
}  // namespace upg
