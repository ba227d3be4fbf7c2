#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backends/plan_json/backend.h"
#include "backends/plan_json/json.h"
#include "backends/plan_json/types.h"
#include "compiler/plan/build.h"
#include "tests/unit/plan/made.h"

namespace upg::plan_json {
namespace {

std::string written() {
  const auto module = made::module();
  support::SourceSet sources;
  sources.add("omero.upg", "upg 1\n");
  diag::Sink sink;
  const auto plan = plan::build(module, sources, {}, sink);
  EXPECT_TRUE(plan);
  const auto proofs = prove::prove(*plan, sink);
  return backend().emit(*plan, proofs, {"commonmark", &sources}).at(0).bytes;
}

void expect_sorted(const nlohmann::ordered_json& j) {
  if (!j.is_structured()) return;
  std::string last;
  for (const auto& item : j.items()) {
    if (j.is_object()) {
      EXPECT_LT(last, item.key());
      last = item.key();
    }
    expect_sorted(item.value());
  }
}

TEST(PlanJson, ComesBackAsTheSameBytes) {
  const auto bytes = written();
  std::string error;
  const auto document = from_json(bytes, error);
  ASSERT_TRUE(document) << error;
  EXPECT_EQ(to_json({document->plan, document->proofs, document->sources}), bytes);
  EXPECT_EQ(document->plan.steps.size(), 6u);
  EXPECT_EQ(document->sources, std::vector<std::string>{"omero.upg"});
}

TEST(PlanJson, HasItsFormatAndSortedKeys) {
  const auto j = nlohmann::ordered_json::parse(written());
  EXPECT_EQ(j["format"], "upg-plan/1");
  expect_sorted(j);
}

TEST(PlanJson, EscapesWhatJsonMust) {
  Document d;
  d.plan.title = "a\"b\\c\n\t\x01é";
  const auto j = nlohmann::json::parse(to_json({d.plan, d.proofs, d.sources}));
  EXPECT_EQ(j["title"], d.plan.title);
}

TEST(PlanJson, SaysWhereATextIsNoPlan) {
  std::string error;
  EXPECT_FALSE(from_json("{", error));
  EXPECT_EQ(error, "not JSON");
  EXPECT_FALSE(from_json("{}", error));
  EXPECT_FALSE(from_json(R"({"format": "upg-plan/1", "steps": [{"number": "one"}]})", error));
  EXPECT_EQ(error, "/steps/0/number: a whole number is due");
  EXPECT_FALSE(from_json(R"({"format": "upg-plan/1", "steps": [{"kind": "begin"}]})", error));
  EXPECT_FALSE(from_json("[]", error));
}

TEST(PlanJson, TypesComeBack) {
  for (const char* t : {"text", "secret text?", "list<path>", "choice(mode)", "list<resource(db)>?", "bool"}) {
    const auto type = read_type(t);
    ASSERT_TRUE(type) << t;
    EXPECT_EQ(type_text(*type), t);
  }
  EXPECT_FALSE(read_type("txt"));
}

}  // namespace
}  // namespace upg::plan_json
