#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/schema/schema.h"

namespace upg::schema {
namespace {

Imported read(std::string values, std::string rules = "") {
  Source s{"charts/1.0",
           {{"Chart.yaml", "apiVersion: v2\nname: c\nversion: \"1.10\"\n"}, {"values.yaml", std::move(values)}},
           true,
           ""};
  if (!rules.empty()) s.files.push_back({"values.schema.json", std::move(rules)});
  return importer("chart_values")->read(s);
}
Schema chart(std::string values, std::string rules = "") { return std::get<Schema>(read(std::move(values), std::move(rules))); }
Fault fault(std::string values, std::string rules = "") { return std::get<Fault>(read(std::move(values), std::move(rules))); }

TEST(Chart, KeysOfTheValuesFileAreFieldsWithDefaultsAndPlaces) {
  const auto s = chart("image:\n  tag: 1.10\nreplicas: 2\nextra: {}\n");
  EXPECT_EQ(s.version, "1.10");
  ASSERT_NE(find(s, {"image", "tag"}), nullptr);
  EXPECT_EQ(shown(*find(s, {"image", "tag"})->default_value), "1.10");
  EXPECT_EQ(find(s, {"image", "tag"})->type.place.line, 2);
  EXPECT_TRUE(find(s, {"extra"})->type.fields.empty());
}

TEST(Chart, ScalarsAreReadAsTheProgramsReadThem) {
  const auto s = chart("a: no\nb: \"no\"\nc: 0o17\nd: ~\ne: 1e3\nf: 010\n");
  EXPECT_EQ(shown(*find(s, {"a"})->default_value), "false");
  EXPECT_EQ(shown(*find(s, {"b"})->default_value), "\"no\"");
  EXPECT_EQ(shown(*find(s, {"c"})->default_value), "15");
  EXPECT_EQ(shown(*find(s, {"d"})->default_value), "null");
  EXPECT_EQ(shown(*find(s, {"e"})->default_value), "1e3");
  EXPECT_EQ(shown(*find(s, {"f"})->default_value), "8");
}

TEST(Chart, TheSchemaSaysTypesLimitsAndWhatMustBeThere) {
  const auto s = chart("mode: LOCAL\n", R"({"type":"object","additionalProperties":false,"required":["mode"],"properties":{
    "mode":{"enum":["LOCAL","AMAZON"]},"port":{"type":"integer","maximum":65535},"name":{"$ref":"#/definitions/n"}},
    "definitions":{"n":{"type":"string","pattern":"^[a-z]+$"}}})");
  EXPECT_FALSE(s.root.open);
  EXPECT_TRUE(find(s, {"mode"})->required);
  EXPECT_EQ(objection(find(s, {"mode"})->type, {std::string("LOKAL")})->why, "`\"LOCAL\"` or `\"AMAZON\"`");
  EXPECT_EQ(objection(find(s, {"port"})->type, {int64_t{70000}})->kind, ObjectionKind::range);
  EXPECT_EQ(objection(find(s, {"name"})->type, {std::string("A")})->kind, ObjectionKind::pattern);
  EXPECT_EQ(objection(find(s, {"name"})->type, {true})->kind, ObjectionKind::type);
}

TEST(Chart, WhatCannotBeReadIsAFault) {
  EXPECT_EQ(fault("a: 1\na: 2\n").kind, FaultKind::duplicate_key);
  EXPECT_EQ(fault("a: [\n").kind, FaultKind::syntax);
  EXPECT_EQ(fault("- a\n").kind, FaultKind::content);
  EXPECT_EQ(fault("a: 1\n", "{").kind, FaultKind::syntax);
  EXPECT_EQ(fault("a: 1\n", R"({"type":"object","type":"object"})").kind, FaultKind::duplicate_key);
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'j'; ++c)
    bomb += fmt::format("{0}: &{0} [*{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}]\n", c, static_cast<char>(c - 1));
  EXPECT_EQ(fault(bomb).kind, FaultKind::limit);
}

TEST(Compare, WhatChangedBetweenTwoVersions) {
  const auto changes = compare(chart("a: 1\ngone: x\noldName: 2\ndeep: {moved: 1}\n"),
                               chart("a: 2\nnewName: 2\nfresh: {b: 1}\ndeep: {}\nother: {moved: 1}\n"));
  std::vector<std::string> told;
  for (const auto& c : changes) told.push_back(fmt::format("{} {} {}", static_cast<int>(c.kind), dotted(c.path), dotted(c.now)));
  EXPECT_EQ(told[0], "3 a ");
  EXPECT_EQ(changes[0].before, "1");
  EXPECT_EQ(changes[0].after, "2");
  EXPECT_NE(std::find(told.begin(), told.end(), "0 gone "), told.end());
}

TEST(Compare, ARenamedKeyIsTold) {
  const auto changes = compare(chart("db: {pg_bouncer: 1}\n"), chart("db: {pgbouncer: 1}\n"));
  EXPECT_EQ(changes.back().kind, ChangeKind::renamed);
  EXPECT_EQ(dotted(changes.back().now), "db.pgbouncer");
}

TEST(Chart, AnythingButAPackagedChartIsAFault) {
  EXPECT_EQ(std::get<Fault>(importer("chart_values")->read({"c.tgz", {{"c.tgz", "no archive"}}, false, ""})).kind,
            FaultKind::syntax);
}

}  // namespace
}  // namespace upg::schema
