// How words are written: bare where nothing is special, in single quotes, in double quotes where the text has an expansion.
#include "backends/shell/quote.h"

#include <gtest/gtest.h>

namespace upg::shell::test {
namespace {

std::string literal(const std::string& bytes, Place place = Place::argument) { return print(Word::literal(bytes), place); }

TEST(Quote, PlainWordsStayBareAsArgumentsOnly) {
  EXPECT_EQ(literal("pg_dump"), "pg_dump");
  EXPECT_EQ(literal("/opt/a-b_c.1,2:3@4%5+6"), "/opt/a-b_c.1,2:3@4%5+6");
  EXPECT_EQ(literal("pg_dump", Place::value), "'pg_dump'");
}

TEST(Quote, WhatAShellReadsIsQuoted) {
  EXPECT_EQ(literal(""), "''");
  EXPECT_EQ(literal("a b"), "'a b'");
  EXPECT_EQ(literal("~"), "'~'");
  EXPECT_EQ(literal("=ls"), "'=ls'");
  EXPECT_EQ(literal("it's"), "\"it's\"");
  EXPECT_EQ(literal("$x"), "\"\\$x\"");
  EXPECT_EQ(literal("a\\"), "\"a\\\\\"");
  EXPECT_EQ(literal("a\\b"), "'a\\b'");
}

TEST(Quote, TypographicQuotesStandInSingleQuotes) {
  EXPECT_EQ(literal("“x”"), "'“x”'");
  EXPECT_EQ(literal("“$x”"), "'“'\"\\$\"'x”'");
}

TEST(Quote, TheNameOfAnOptionStandsOutside) {
  Word w = Word::literal("--file=");
  w += Word::variable(Name("V_DUMP"));
  EXPECT_EQ(print(w), "--file=\"$V_DUMP\"");
  w += Word::literal(".part");
  EXPECT_EQ(print(w), "--file=\"${V_DUMP}.part\"");
  EXPECT_EQ(literal("why=it is"), "why='it is'");
  EXPECT_EQ(literal("a b=c d"), "'a b=c d'");
}

TEST(Quote, AVariableIsOneWord) {
  EXPECT_EQ(print(Word::variable(Name("V_ROOT"))), "\"$V_ROOT\"");
  Word w = Word::variable(Name("V_ROOT"));
  w += Word::literal("/a $b");
  EXPECT_EQ(print(w), "\"${V_ROOT}/a \\$b\"");
}

TEST(Quote, WhatCannotBeSeenIsNotPrinted) {
  EXPECT_TRUE(visible("plain\n\ttext é 日本"));
  for (const std::string bytes : {"\x01", "\r", "\x7f", "\xff", "\xc3", "\xed\xa0\x80", "\u202e", "\u200b", "\ufeff", "\u00a0"}) {
    EXPECT_FALSE(visible(bytes));
    EXPECT_TRUE(visible(octal(bytes)));
  }
  EXPECT_EQ(octal("a%\\\r\xff"), "a%%\\\\\\015\\377");
}

TEST(Quote, ACommentIsOneLine) {
  EXPECT_EQ(comment_text("a\nexit 1\r\x01"), "a exit 1??");
}

}  // namespace
}  // namespace upg::shell::test
