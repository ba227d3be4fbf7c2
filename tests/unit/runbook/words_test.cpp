#include "backends/runbook/words.h"

#include <gtest/gtest.h>

namespace upg::runbook {
namespace {

Part text(std::string s) { return {Part::Kind::literal, std::move(s)}; }
Part var(std::string s) { return {Part::Kind::variable, std::move(s)}; }

TEST(Word, IsBareWhereNothingNeedsQuotes) {
  EXPECT_EQ(word("--file=a/b.c"), "--file=a/b.c");
  EXPECT_EQ(word(""), "''");
  EXPECT_EQ(word("a b"), "'a b'");
  EXPECT_EQ(word("it's"), "'it'\\''s'");
  EXPECT_EQ(word("~"), "'~'");
}

TEST(Word, AssignmentsAndReservedWordsAreQuotedWhereACommandIsDue) {
  EXPECT_EQ(word({text("a=b")}, true), "'a=b'");
  EXPECT_EQ(word({text("if")}, true), "'if'");
}

TEST(Word, VariablesStandInDoubleQuotes) {
  EXPECT_EQ(word({text("--file="), var("dump"), text(".part")}), "\"--file=$dump.part\"");
  EXPECT_EQ(word({var("a"), text("_b")}), "\"${a}_b\"");
  EXPECT_EQ(word({text("$x\""), var("a")}), "\"\\$x\\\"$a\"");
}

TEST(Word, AnInteractiveShellReadsNoHistory) {
  EXPECT_EQ(word({text("stop!now "), var("a")}), "'stop!now '\"$a\"");
}

TEST(Word, TabsAreNotTyped) { EXPECT_EQ(word("a\tb"), "'a'\"$(printf '\\011')\"'b'"); }

TEST(Quotes, SingleQuotesAreLeftForAValue) {
  EXPECT_EQ(in_single_quotes({text("it's "), var("x")}), "it'\\''s '\"$x\"'");
}

}  // namespace
}  // namespace upg::runbook
