#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "backends/runbook/model.h"

namespace upg::runbook::md {
namespace {

using testing::HasSubstr;

std::string printed(const Blocks& blocks, Flavour flavour = Flavour::commonmark) {
  Page page(flavour);
  page.add(blocks);
  std::string out;
  for (const auto& piece : page.take()) out += piece;
  return out;
}

TEST(Print, EscapesWhatMarkdownWouldRead) {
  EXPECT_EQ(print(Inlines{Text{"a *b* [c](d) <e> `f` #g &amp;"}}), "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` \\#g \\&amp;");
  EXPECT_EQ(print(Inlines{Text{"5. five"}}), "5\\. five");
  EXPECT_EQ(print(Inlines{Text{"- no list"}}), "\\- no list");
  EXPECT_EQ(print(Inlines{Text{"from 5.3.4, a well-known one (see below)."}}), "from 5.3.4, a well-known one (see below).");
}

TEST(Print, FenceIsLongerThanAnyRunOfTicksInIt) {
  EXPECT_EQ(printed({fence("sh", "a\n````\nb")}), "`````sh\na\n````\nb\n`````\n");
}

TEST(Print, CodeSpanKeepsTicks) {
  EXPECT_EQ(print(Inlines{Code{"a`b"}}), "``a`b``");
  EXPECT_EQ(print(Inlines{Code{"`"}}), "`` ` ``");
}

TEST(Print, ListsSideBySideStayApart) {
  const List one{Mark::bullet, {{paragraph({Text{"a"}})}}};
  EXPECT_EQ(printed({{one}, {one}}), "- a\n\n<!-- -->\n\n- a\n");
}

TEST(Print, ItemsHoldBlocks) {
  const List one{Mark::bullet, {{paragraph({Text{"If so:"}}), fence("sh", "x")}}};
  EXPECT_EQ(printed({{one}}), "- If so:\n\n  ```sh\n  x\n  ```\n");
}

TEST(Print, AlertsAreSpelledByFlavour) {
  const Blocks alert{{Alert{Alert::Kind::warning, {paragraph({Text{"mind"}})}}}};
  EXPECT_EQ(printed(alert, Flavour::github), "> [!WARNING]\n> mind\n");
  EXPECT_EQ(printed(alert), "> **Warning:** mind\n");
}

TEST(Tamed, ProseStaysInItsPlace) {
  EXPECT_EQ(tamed("# Title\n===\n<script>\n"), "\\# Title\n\\===\n\\<script>\n");
  EXPECT_EQ(tamed("a\n```\nopen\n"), "a\n\n```text\nopen\n```\n");
  EXPECT_EQ(tamed("a  \n\n\n* b\n"), "a\n\n- b\n");
}

TEST(Anchor, IsThatOfTheRenderers) {
  EXPECT_EQ(anchor("Step 3: Back up the database"), "#step-3-back-up-the-database");
  EXPECT_EQ(anchor("Step 4: A_b-c (d)!"), "#step-4-a_b-c-d");
}

}  // namespace
}  // namespace upg::runbook::md
