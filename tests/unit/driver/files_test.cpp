#include "compiler/driver/files.h"

#include <gtest/gtest.h>

#include "compiler/driver/library.h"
#include "compiler/driver/manifest.h"

namespace upg::driver {
namespace {

TEST(UnifiedDiff, IsEmptyForEqualTexts) { EXPECT_EQ(unified_diff("x", "a\n", "a\n"), ""); }

TEST(UnifiedDiff, ShowsHunksAsDiffDoes) {
  EXPECT_EQ(unified_diff("x", "a\nb\nc\n", "a\nB\nc\n"), "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
}

TEST(UnifiedDiff, ALineEndThatIsMissingIsADifference) { EXPECT_NE(unified_diff("x", "a\n", "a"), ""); }

TEST(Paths, ASlashDividesDirectoryAndLeaf) {
  EXPECT_EQ(directory_of("a/b/c.upg"), "a/b/");
  EXPECT_EQ(directory_of("c.upg"), "");
  EXPECT_EQ(leaf_of("a/b/c.upg"), "c.upg");
}

TEST(Library, EveryFileDeclaresAKind) {
  ASSERT_FALSE(library().empty());
  for (const auto& file : library()) EXPECT_FALSE(file.kinds.empty()) << file.name;
  EXPECT_EQ(library_digest().size(), 64u);
}

TEST(Manifest, ListsItsOutputsAndItself) {
  EXPECT_EQ(listed_outputs(R"({"upg.lock": 1, "outputs": {"a": "1", "b": "2"}})"),
            (std::map<std::string, std::string>{{"a", "1"}, {"b", "2"}, {"upg.lock", ""}}));
}

TEST(Manifest, SomethingElseListsNothing) {
  for (const auto* text : {"", "{", "[]", "{}", R"({"upg.lock": 1})", R"({"outputs": {"a": 1}})"})
    EXPECT_TRUE(listed_outputs(text).empty()) << text;
}

}  // namespace
}  // namespace upg::driver
