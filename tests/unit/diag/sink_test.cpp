#include <gtest/gtest.h>

#include "compiler/diag/codes_driver.h"

namespace upg::diag {
namespace {

Diagnostic at(uint32_t begin, uint16_t code = 2001, Severity severity = Severity::error) {
  return {code, severity, Span{0, begin, begin + 1}, "m", "", {}, {}};
}

TEST(Sink, SortsByPlaceAndPutsWhatHasNoneFirst) {
  Sink sink;
  sink.add(at(9));
  sink.add(at(3));
  sink.add({9001, Severity::error, std::nullopt, "m", "", {}, {}});
  const auto all = sink.sorted();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].code, 9001);
  EXPECT_EQ(all[1].span->begin, 3u);
  EXPECT_EQ(all[2].span->begin, 9u);
}

TEST(Sink, SaysTheSameThingOnce) {
  Sink sink;
  sink.add(at(3));
  sink.add(at(3));
  sink.add(at(3, 2002));
  EXPECT_EQ(sink.sorted().size(), 2u);
}

TEST(Sink, WarningsAreNotErrors) {
  Sink sink;
  sink.add(at(3, 2001, Severity::warning));
  EXPECT_FALSE(sink.has_errors());
  sink.add(at(3));
  EXPECT_EQ(sink.errors(), 1u);
}

TEST(Catalogue, IsSortedByCode) {
  uint16_t last = 0;
  for (const auto& line : catalog()) {
    EXPECT_LE(last, line.code);
    last = line.code;
  }
  EXPECT_GT(last, 9000);
}

TEST(Entry, WordsAndReports) {
  Sink sink;
  FileUnreadable(sink, std::nullopt, std::string("a"), std::string("why"))
      .help("look for `{}`", "b")
      .note(std::nullopt, "n{}", 1);
  const auto& d = sink.all().at(0);
  EXPECT_EQ(d.message, "`a` cannot be read: why");
  EXPECT_EQ(d.help, "look for `b`");
  EXPECT_EQ(d.notes.at(0).text, "n1");
}

TEST(Builder, ASuggestionIsAlsoAFix) {
  Sink sink;
  FileNotRegular(sink, Span{0, 1, 2}, std::string("a")).did_you_mean({0, 1, 2}, "b");
  EXPECT_EQ(sink.all().at(0).help, "did you mean `b`?");
  EXPECT_EQ(sink.all().at(0).fixes.at(0).text, "b");
  FileNotRegular(sink, Span{0, 1, 2}, std::string("a")).did_you_mean({0, 1, 2}, "");
  EXPECT_TRUE(sink.all().at(1).help.empty());
}

}  // namespace
}  // namespace upg::diag
