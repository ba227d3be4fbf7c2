#include "compiler/driver/output.h"

#include <gtest/gtest.h>

namespace upg::driver {
namespace {

std::vector<uint16_t> codes(const std::vector<std::string>& names) {
  std::vector<backends::Artifact> artifacts;
  for (const auto& name : names) artifacts.push_back({name, "", false});
  diag::Sink sink;
  check_names(artifacts, sink);
  std::vector<uint16_t> out;
  for (const auto& d : sink.all()) out.push_back(d.code);
  return out;
}

TEST(OutputNames, OrdinaryOnesPass) {
  EXPECT_EQ(codes({"upgrade.sh", "RUNBOOK.md", "plan.json", "upg.lock", "values-5.6.yaml", "a+b"}), std::vector<uint16_t>{});
}

class HostileName : public testing::TestWithParam<std::string> {};

// UPG9030
TEST_P(HostileName, IsRefused) { EXPECT_EQ(codes({GetParam()}), std::vector<uint16_t>{9030}); }

INSTANTIATE_TEST_SUITE_P(OutputNames, HostileName,
                         testing::Values("", ".", "..", "../x", "/etc/x", "a/../b", "a/b", "a/", ".hidden", "-rf", "a b", "a\nb",
                                         "a\\b", "caf\xc3\xa9", "CON", "con.md", "Aux.txt", "nul", "com1", "LPT9.md", "end.",
                                         "a:b", "a*", std::string("a\0b", 3), std::string(256, 'x')));

// UPG9031
TEST(OutputNames, EqualOnesCollideInAnyCase) {
  EXPECT_EQ(codes({"plan.json", "plan.json"}), std::vector<uint16_t>{9031});
  EXPECT_EQ(codes({"README.md", "readme.md"}), std::vector<uint16_t>{9031});
}

}  // namespace
}  // namespace upg::driver
