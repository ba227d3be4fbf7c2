#include "compiler/plan/guards.h"

#include <gtest/gtest.h>

#include "compiler/plan/scope.h"
#include "compiler/plan/words.h"
#include "tests/unit/plan/made.h"

namespace upg::plan {
namespace {

using core::Op;

Ref bound(Op op, const std::string& v) { return made::apply(op, {made::var("from", core::Tag::version), made::str(v, core::Tag::version)}); }
Ref mode(Op op, const std::string& v) { return made::apply(op, {made::var("mode", core::Tag::choice), made::str(v, core::Tag::choice)}); }
std::string text(const Ref& e) { return e ? template_text(e) : "always"; }

TEST(Together, AlwaysAndNever) {
  const auto yes = core::boolean({}, true), no = core::boolean({}, false);
  EXPECT_EQ(together(nullptr, nullptr), nullptr);
  EXPECT_EQ(together(yes, yes), nullptr);
  EXPECT_EQ(together(nullptr, yes), nullptr);
  EXPECT_EQ(decided(together(bound(Op::lt, "1"), no)), false);
}

TEST(Together, KeepsTheNarrowerBound) {
  EXPECT_EQ(text(together(bound(Op::lt, "5.4"), bound(Op::lt, "5.3.4"))), "${from} < 5.3.4");
  EXPECT_EQ(text(together(bound(Op::ge, "5.3"), bound(Op::gt, "5.3"))), "${from} > 5.3");
  EXPECT_EQ(text(together(bound(Op::lt, "5.4"), bound(Op::lt, "5.4"))), "${from} < 5.4");
  EXPECT_EQ(text(together(bound(Op::lt, "5.4"), bound(Op::ge, "5.3"))), "${from} < 5.4 and ${from} >= 5.3");
}

TEST(Together, FindsContradictions) {
  EXPECT_EQ(decided(together(bound(Op::lt, "5.3"), bound(Op::ge, "5.3"))), false);
  EXPECT_EQ(decided(together(bound(Op::ge, "5.4"), bound(Op::le, "5.3"))), false);
  EXPECT_EQ(decided(together(mode(Op::eq, "a"), mode(Op::eq, "b"))), false);
  EXPECT_NE(decided(together(bound(Op::le, "5.3"), bound(Op::ge, "5.3"))), false);
}

TEST(Cascade, ACaseAsksNothingThatTheCasesBeforeItDecide) {
  Cascade c(nullptr);
  EXPECT_EQ(text(c.take(mode(Op::eq, "a"))), "${mode} is a");
  EXPECT_EQ(text(c.take(mode(Op::eq, "b"))), "${mode} is b");
  EXPECT_EQ(text(c.take(nullptr)), "${mode} is not a and ${mode} is not b");
  EXPECT_EQ(decided(c.take(nullptr)), false);
}

TEST(Cascade, OfVersionsIsTheRanges) {
  Cascade c(nullptr);
  EXPECT_EQ(text(c.take(bound(Op::lt, "5.3.4"))), "${from} < 5.3.4");
  const auto second = c.take(bound(Op::lt, "5.4"));
  EXPECT_EQ(words({}, second), "the installed version is from 5.3.4 to before 5.4");
  EXPECT_EQ(text(c.take(nullptr)), "${from} >= 5.4");
}

}  // namespace
}  // namespace upg::plan
