// Plans with a word taken out, doubled or exchanged: whatever is said, the analysis ends, and says it once.
#include <gtest/gtest.h>

#include <random>

#include "tests/unit/sema/analyzed.h"

namespace upg::sema {
namespace {

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    const bool was = !out.back().empty() && (out.back().back() == ' ' || out.back().back() == '\n');
    if (!out.back().empty() && blank != was) out.emplace_back();
    out.back() += c;
  }
  return out;
}

std::string mutated(const std::string& text, std::mt19937& random) {
  auto w = words(text);
  const auto any = [&] { return random() % w.size(); };
  for (auto edits = 1 + random() % 3; edits > 0; --edits) switch (random() % 3) {
      case 0: w.erase(w.begin() + static_cast<long>(any())); break;
      case 1: w.insert(w.begin() + static_cast<long>(any()), w[any()]); break;
      default: std::swap(w[any()], w[any()]); break;
    }
  std::string out;
  for (const auto& part : w) out += part;
  return out;
}

TEST(Mutation, EveryPlanIsAnalysedToItsEnd) {
  std::mt19937 random(20);
  std::vector<std::string> plans{content("examples/omero/omero.upg")};
  for (const auto& e : std::filesystem::directory_iterator("tests/golden/sema"))
    if (e.path().extension() == ".upg" && e.file_size() < 4000) plans.push_back(content(e.path()));
  std::sort(plans.begin(), plans.end());
  for (const auto& p : plans)
    for (int i = 0; i < 3; ++i) {
      const auto text = mutated(p, random);
      SCOPED_TRACE(text);
      const auto a = analyzed(text);
      ASSERT_LT(a->sink.errors(), 400U);
    }
}

TEST(Mutation, KindsAreAnalysedToTheirEnd) {
  std::mt19937 random(21);
  for (const auto& e : std::filesystem::directory_iterator("templates/kinds"))
    for (int i = 0; i < 60; ++i) (void)analyzed(plan_with(""), {mutated(content(e.path()), random)});
}

}  // namespace
}  // namespace upg::sema
