#include "compiler/prove/guards.h"

#include <gtest/gtest.h>

#include <random>

namespace upg::prove {
namespace {

using core::Op;
using plan::Ref;

Ref variable(std::string n, core::Tag t) { return core::make({}, {t}, core::Var{std::move(n)}); }
Ref version(std::string v) { return core::make({}, {core::Tag::version}, core::Literal{core::Value(std::move(v))}); }
Ref apply(Op op, std::vector<Ref> args) { return core::make({}, {core::Tag::boolean}, core::Apply{op, std::move(args)}); }
Ref before(std::string v) { return apply(Op::lt, {variable("from", core::Tag::version), version(std::move(v))}); }
Ref chosen(std::string c, std::string n) { return apply(Op::eq, {variable(std::move(c), core::Tag::choice), core::text({}, std::move(n))}); }
Ref taken(std::string n) { return variable(std::move(n), core::Tag::boolean); }

plan::Step step_with(Ref guard) {
  plan::Step s;
  s.id = s.name = "s";
  s.guard = std::move(guard);
  return s;
}

plan::Plan sample(std::vector<Ref> guards) {
  plan::Plan p;
  p.from = {{"5.3.0", "5.6.17", false}};
  for (const auto* name : {"mode", "size"}) {
    plan::Variable v;
    v.name = name;
    v.origin = plan::Origin::choice;
    v.type = {core::Tag::choice};
    v.names = {"a", "b", "c"};
    p.variables.push_back(v);
  }
  for (auto& g : guards) p.steps.push_back(step_with(std::move(g)));
  return p;
}

TEST(Guards, TheSameConditionIsTheSameId) {
  const auto p = sample({before("5.4")});
  Guards g(p);
  const auto x = g.of(p.steps[0].guard);
  EXPECT_EQ(g.negate(g.negate(x)), x);
  EXPECT_EQ(g.either(x, g.negate(x)), Guards::always);
  EXPECT_EQ(g.both(x, g.negate(x)), Guards::never);
}

TEST(Guards, AnEarlierVersionImpliesALaterBound) {
  const auto p = sample({before("5.3.4"), before("5.4")});
  Guards g(p);
  EXPECT_EQ(g.without(g.of(p.steps[0].guard), g.of(p.steps[1].guard)), Guards::never);
}

TEST(Guards, WhatTheRangeExcludesCannotBe) {
  const auto p = sample({before("5.3.0"), before("5.3.1")});
  Guards g(p);
  EXPECT_FALSE(g.can_be(g.of(p.steps[0].guard)));
  EXPECT_TRUE(g.can_be(g.of(p.steps[1].guard)));
}

TEST(Guards, AWitnessIsAVersionAndTheChoices) {
  const auto p = sample({apply(Op::conj, {before("5.4"), chosen("mode", "b")})});
  Guards g(p);
  EXPECT_EQ(g.witness(g.of(p.steps[0].guard)), "from 5.3.0, mode = b");
}

// Every formula has the value that it has under each assignment by hand.
struct Reference {
  const char* from;
  std::string mode, size;
  bool x, y;

  bool holds(const Ref& e) const {
    if (const auto* v = std::get_if<core::Var>(&e->node)) return v->name == "x" ? x : y;
    const auto& a = std::get<core::Apply>(e->node);
    if (a.op == Op::neg) return !holds(a.args[0]);
    if (a.op == Op::conj) return holds(a.args[0]) && holds(a.args[1]);
    if (a.op == Op::disj) return holds(a.args[0]) || holds(a.args[1]);
    const auto right = *core::known_text(a.args[1]);
    const auto& name = std::get<core::Var>(a.args[0]->node).name;
    if (a.op == Op::lt) return core::compare_versions(from, right) < 0;
    return (name == "mode" ? mode : size) == right;
  }
};

Ref random_formula(std::mt19937& random, int depth) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  if (depth == 0 || pick(4) == 0) {
    const char* names[] = {"a", "b", "c"};
    const char* versions[] = {"5.3.4", "5.4", "5.5", "5.6.1"};
    switch (pick(4)) {
      case 0: return before(versions[pick(4)]);
      case 1: return chosen("mode", names[pick(3)]);
      case 2: return chosen("size", names[pick(3)]);
      default: return taken(pick(2) ? "x" : "y");
    }
  }
  if (pick(3) == 0) return apply(Op::neg, {random_formula(random, depth - 1)});
  return apply(pick(2) ? Op::conj : Op::disj, {random_formula(random, depth - 1), random_formula(random, depth - 1)});
}

TEST(Guards, AgreeWithEveryAssignment) {
  std::mt19937 random(20);
  for (int round = 0; round < 400; ++round) {
    const auto a = random_formula(random, 5), b = random_formula(random, 5);
    const auto p = sample({a, b});
    Guards g(p);
    bool a_ever = false, a_without_b = false;
    for (const char* from : {"5.3.0", "5.3.4", "5.3.9", "5.4", "5.4.2", "5.5", "5.5.9", "5.6.1", "5.6.9"})
      for (const char* mode : {"a", "b", "c"})
        for (const char* size : {"a", "b", "c"})
          for (int bits = 0; bits < 4; ++bits) {
            const Reference r{from, mode, size, (bits & 1) != 0, (bits & 2) != 0};
            a_ever = a_ever || r.holds(a);
            a_without_b = a_without_b || (r.holds(a) && !r.holds(b));
          }
    EXPECT_EQ(g.can_be(g.of(a)), a_ever) << "round " << round;
    EXPECT_EQ(g.can_be(g.without(g.of(a), g.of(b))), a_without_b) << "round " << round;
  }
}

TEST(Guards, TwentyIndependentChoicesStaySmall) {
  plan::Plan p;
  Ref all;
  for (int i = 0; i < 20; ++i) {
    plan::Variable v;
    v.name = "c" + std::to_string(i);
    v.origin = plan::Origin::choice;
    v.names = {"a", "b"};
    p.variables.push_back(v);
    all = core::both(all, chosen(v.name, "a"));
  }
  p.steps.push_back(step_with(all));
  Guards g(p);
  EXPECT_TRUE(g.can_be(g.of(all)));
  EXPECT_LT(g.nodes(), 50u);
}

TEST(Guards, EachRelationHoldsWhereItsWordsSay) {
  const struct { Op op; const char* when; } relations[] = {
      {Op::eq, "from 5.4"}, {Op::lt, "from 5.3.0"}, {Op::le, "from 5.3.0"}, {Op::gt, "from 5.5"}, {Op::ge, "from 5.4"}};
  for (const auto& r : relations) {
    const auto p = sample({apply(r.op, {variable("from", core::Tag::version), version("5.4")}), before("5.5")});
    Guards g(p);
    EXPECT_EQ(g.witness(g.of(p.steps[0].guard)), r.when) << static_cast<int>(r.op);
  }
  // What one relation leaves out, its opposite has.
  for (const auto& [op, opposite] : {std::pair(Op::lt, Op::ge), std::pair(Op::gt, Op::le), std::pair(Op::eq, Op::ne)}) {
    const auto p = sample({apply(op, {variable("from", core::Tag::version), version("5.4")}),
                           apply(opposite, {variable("from", core::Tag::version), version("5.4")})});
    Guards g(p);
    EXPECT_EQ(g.of(p.steps[0].guard), g.negate(g.of(p.steps[1].guard)));
  }
}

// Pairs of choices that must agree, asked in the worst order: the diagram doubles with each pair.
TEST(Guards, SaysWhenItIsTooComplexAndLetsNothingPass) {
  plan::Plan p;
  for (int side = 0; side < 2; ++side)
    for (int i = 0; i < 16; ++i) {
      plan::Variable v;
      v.name = (side ? "r" : "l") + std::to_string(i);
      v.origin = plan::Origin::choice;
      v.names = {"a", "b"};
      p.variables.push_back(v);
    }
  Ref all;
  for (int i = 0; i < 16; ++i) {
    const auto l = chosen("l" + std::to_string(i), "a"), r = chosen("r" + std::to_string(i), "a");
    const auto same = apply(Op::disj, {apply(Op::conj, {l, r}), apply(Op::conj, {apply(Op::neg, {l}), apply(Op::neg, {r})})});
    all = all ? apply(Op::conj, {all, same}) : same;
  }
  p.steps.push_back(step_with(all));
  Guards g(p);
  (void)g.of(all);
  EXPECT_TRUE(g.too_complex());
}

}  // namespace
}  // namespace upg::prove
