#include <gtest/gtest.h>

#include "compiler/core/expr.h"

namespace upg::core {
namespace {

Ref version(std::string v) { return make({}, {Tag::version}, Literal{Value(std::move(v))}); }
Ref variable(std::string n, Tag t = Tag::text) { return make({}, {t}, Var{std::move(n)}); }
Ref apply(Op op, std::vector<Ref> args) { return fold(make({}, {Tag::boolean}, Apply{op, std::move(args)})); }

TEST(Versions, DottedFieldsAreNumbers) {
  EXPECT_EQ(compare_versions("5.10", "5.9"), 1);
  EXPECT_EQ(compare_versions("1.10", "1.1"), 1);
  EXPECT_EQ(compare_versions("25.2", "25.2.0"), 0);
  EXPECT_EQ(compare_versions("99999999999999999999.1", "99999999999999999999.2"), -1);
}

TEST(Versions, PreReleasesComeBeforeTheRelease) {
  EXPECT_EQ(compare_versions("5.6.0-rc1", "5.6.0"), -1);
  EXPECT_EQ(compare_versions("5.6.0-rc.2", "5.6.0-rc.10"), -1);
  EXPECT_EQ(compare_versions("5.6.0-1", "5.6.0-rc"), -1);
}

TEST(Fold, VersionsCompareByTheirOrderNotAsText) {
  EXPECT_EQ(std::get<bool>(*known(apply(Op::lt, {version("5.10"), version("5.9")}))), false);
  EXPECT_EQ(std::get<bool>(*known(apply(Op::in_range, {version("5.4"), version("5.3"), version("5.4")}))), false);
}

TEST(Fold, AndDropsWhatHoldsAndStopsAtWhatDoesNot) {
  const auto x = variable("x", Tag::boolean);
  EXPECT_EQ(both(boolean({}, true), x), x);
  EXPECT_EQ(std::get<bool>(*known(both(boolean({}, false), x))), false);
}

TEST(Fold, NotTurnsAComparisonAround) {
  const auto e = negate(apply(Op::lt, {variable("from", Tag::version), version("5.4")}));
  EXPECT_EQ(std::get<Apply>(e->node).op, Op::ge);
}

TEST(Fold, TextsJoin) {
  const auto inner = make({}, {Tag::path}, Concat{{variable("root"), text({}, "/a")}});
  const auto e = fold(make({}, {Tag::path}, Concat{{inner, text({}, "/b")}}));
  EXPECT_EQ(known_text(std::get<Concat>(e->node).parts[1]), "/a/b");
}

TEST(Fold, CasesStopAtTheFirstThatHolds) {
  const auto from = variable("from", Tag::version);
  const auto cases = make({}, {Tag::text}, Cases{{{apply(Op::lt, {from, version("5.3.4")}), text({}, "a")},
                                                  {apply(Op::lt, {from, version("5.4")}), text({}, "b")},
                                                  {nullptr, text({}, "c")}}});
  const auto bound = transform(cases, [](const Ref& e) {
    return std::holds_alternative<Var>(e->node) ? version("5.3.4") : e;
  });
  EXPECT_EQ(known_text(bound), "b");
}

TEST(Transform, LeavesUntouchedTreesShared) {
  const auto e = make({}, {Tag::path}, Concat{{variable("root"), text({}, "/a")}});
  EXPECT_EQ(transform(e, [](const Ref& r) { return r; }), e);
}

TEST(Types, ASecretDoesNotFitWhereTextIsDue) {
  EXPECT_FALSE(fits({Tag::text, true}, {Tag::text}));
  EXPECT_TRUE(fits({Tag::text}, {Tag::text, true}));
  EXPECT_EQ(to_string({Tag::text, true, true}), "secret?");
}

}  // namespace
}  // namespace upg::core
