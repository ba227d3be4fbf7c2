#include "compiler/support/text.h"

#include <gtest/gtest.h>

#include "compiler/support/source.h"

namespace upg::support {
namespace {

TEST(Nearest, FindsATypingMistake) {
  EXPECT_EQ(nearest("stpe", {"step", "stop", "group"}), "step");
  EXPECT_EQ(nearest("bakup", {"backup", "restore"}), "backup");
}

TEST(Nearest, SuggestsNothingFarFetched) {
  EXPECT_EQ(nearest("xyz", {"step", "backup"}), "");
  EXPECT_EQ(nearest("a", {"b"}), "b");
  EXPECT_EQ(nearest("", {"step"}), "");
}

TEST(Dedent, TakesTheCommonIndentation) { EXPECT_EQ(dedent("\n    a\n      b\n\n    c\n  "), "a\n  b\n\nc"); }

TEST(Dedent, LeavesOneLineAlone) { EXPECT_EQ(dedent("a b"), "a b"); }

TEST(Sha256, IsTheOneOfTheStandard) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Listing, ReadsLikeASentence) {
  EXPECT_EQ(listing({}), "");
  EXPECT_EQ(listing({"a"}), "a");
  EXPECT_EQ(listing({"a", "b"}, "or"), "a or b");
  EXPECT_EQ(listing({"a", "b", "c"}), "a, b and c");
}

TEST(SourceFile, ColumnsCountCodePoints) {
  const SourceFile file(0, "x", "ab\né漢x\n");
  EXPECT_EQ(file.place(0).line, 1u);
  EXPECT_EQ(file.place(8).line, 2u);
  EXPECT_EQ(file.place(8).column, 3u);
  EXPECT_EQ(file.line(2), "é漢x");
}

TEST(SourceFile, APlaceBehindTheEndIsTheEnd) {
  const SourceFile file(0, "x", "ab");
  EXPECT_EQ(file.place(99).column, 3u);
  EXPECT_EQ(file.slice({0, 1, 99}), "b");
  EXPECT_EQ(file.line(7), "");
}

TEST(SourceFile, ACarriageReturnIsNoPartOfALine) { EXPECT_EQ(SourceFile(0, "x", "ab\r\nc").line(1), "ab"); }

}  // namespace
}  // namespace upg::support
