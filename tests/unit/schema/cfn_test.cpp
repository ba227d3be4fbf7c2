#include <fstream>
#include <sstream>

#include "compiler/schema/cfn_change_set.h"
#include "compiler/schema/cfn_compare.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace upg::schema::cfn {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Template made(std::string_view text) {
  auto read = read_template(text);
  if (const auto* fault = std::get_if<Fault>(&read)) ADD_FAILURE() << fault->what;
  return std::get_if<Template>(&read) ? std::get<Template>(std::move(read)) : Template();
}
Fault fault(std::string_view text) {
  auto read = read_template(text);
  if (std::holds_alternative<Template>(read)) ADD_FAILURE() << "read";
  return std::holds_alternative<Fault>(read) ? std::get<Fault>(read) : Fault();
}
schema::Schema schema_of(std::string text) {
  auto read = read_change_set({"t.yaml", {{"t.yaml", std::move(text)}}, false, ""});
  if (const auto* fault = std::get_if<schema::Fault>(&read)) ADD_FAILURE() << fault->what;
  return std::get<schema::Schema>(std::move(read));
}
std::string example(const std::string& name) {
  std::ostringstream out;
  out << std::ifstream("examples/codeocean/templates/" + name).rdbuf();
  return out.str();
}

constexpr std::string_view bucket = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n";
std::string with(std::string_view parameters) { return "Parameters:\n" + std::string(parameters) + std::string(bucket); }

TEST(Cfn, ReadsParametersOfTheExample) {
  const auto t = made(example("3.1.0.yaml"));
  EXPECT_EQ(t.parameters.size(), 25U);
  EXPECT_EQ(t.parameter("SubnetIds")->type.of, "AWS::EC2::Subnet::Id");
  EXPECT_TRUE(t.parameter("SubnetIds")->type.list);
  EXPECT_TRUE(t.parameter("ImageId")->type.ssm);
  EXPECT_TRUE(t.parameter("AdminPassword")->no_echo);
  EXPECT_EQ(t.parameter("WebPorts")->type.base, Base::number);
  EXPECT_EQ(t.parameter("AnalyticsRdsAllocatedStorage")->max_value, 65536);
  EXPECT_EQ(t.capabilities, std::set{Capability::iam});
  EXPECT_EQ(made(example("role-3.1.0.yaml")).capabilities, std::set{Capability::named_iam});
}

TEST(Cfn, ShortTagsAndJsonGiveTheSameTree) {
  const auto yaml = read_tree("A: !GetAtt B.C.D\nE: !If [F, !Ref G, 1]\nH: !Sub \"x\"\n");
  const auto json = read_tree(R"({"A": {"Fn::GetAtt": ["B", "C.D"]}, "E": {"Fn::If": ["F", {"Ref": "G"}, 1]}, "H": {"Fn::Sub": "x"}})");
  EXPECT_TRUE(same(std::get<Tree>(yaml), std::get<Tree>(json)));
}

TEST(Cfn, SaysWhyATextIsNoTemplate) {
  EXPECT_EQ(fault("a: [").kind, FaultKind::syntax);
  EXPECT_EQ(fault("{\"a\": ").kind, FaultKind::syntax);
  EXPECT_EQ(fault("").kind, FaultKind::syntax);
  EXPECT_EQ(fault("just text").kind, FaultKind::shape);
  EXPECT_THAT(fault("a: 1\na: 2\n").what, HasSubstr("stands twice"));
  EXPECT_THAT(fault(R"({"a": 1, "a": 2})").what, HasSubstr("stands twice"));
  EXPECT_EQ(fault("A: !Reff B\n").kind, FaultKind::tag);
  EXPECT_EQ(fault("A: !Reff B\n").line, 1);
  EXPECT_THAT(fault("Parameters: {}\n").what, HasSubstr("Resources"));
  EXPECT_THAT(fault(with("  A: {Type: Strin}\n")).what, HasSubstr("`Strin`"));
  EXPECT_EQ(fault(with("  A: {Type: Strin}\n")).line, 2);
  EXPECT_THAT(fault(with("  A: {Type: List<List<Number>>}\n")).what, HasSubstr("type"));
  EXPECT_THAT(fault(with("  A: {Type: Number, MinValue: few}\n")).what, HasSubstr("bound"));
}

TEST(Cfn, IsBounded) {
  EXPECT_EQ(fault(std::string(bytes_limit + 1, ' ')).kind, FaultKind::limit);
  std::string deep = "A: " + std::string(70, '[') + std::string(70, ']') + "\n";
  EXPECT_EQ(fault(deep).kind, FaultKind::limit);
  EXPECT_EQ(fault("{\"A\":" + std::string(5000, '[')).kind, FaultKind::limit);
  std::string laughs = "A0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    laughs += "A" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) laughs += (k ? ", *a" : "*a") + std::to_string(i - 1);
    laughs += "]\n";
  }
  EXPECT_EQ(fault(laughs).kind, FaultKind::limit);
  std::string many;
  for (int i = 0; i < 201; ++i) many += "  P" + std::to_string(i) + ": {Type: String}\n";
  EXPECT_THAT(fault(with(many)).what, HasSubstr("201 parameters"));
}

TEST(Cfn, ValuesOfEachType) {
  const auto t = schema_of(with("  S: {Type: String, MinLength: 2, MaxLength: 4, AllowedPattern: '[a-z]*'}\n"
                                "  N: {Type: Number, MinValue: 20, MaxValue: 100}\n"
                                "  L: {Type: List<Number>}\n"
                                "  V: {Type: 'AWS::EC2::VPC::Id'}\n"
                                "  I: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'}\n"
                                "  A: {Type: String, AllowedValues: [x, y, 7]}\n"
                                "  P: {Type: String, NoEcho: true}\n"));
  const auto refused = [&](const char* name, Datum value) { return objection(find(t, {"parameters", name})->type, value).has_value(); };
  const auto numbers = [](std::vector<Datum> all) { return Datum{std::make_shared<const Data>(std::move(all))}; };
  EXPECT_FALSE(refused("S", {"abc"}));
  EXPECT_TRUE(refused("S", {"a"}));
  EXPECT_TRUE(refused("S", {"abcde"}));
  EXPECT_TRUE(refused("S", {"ABC"}));
  EXPECT_TRUE(refused("S", {"ab1"}));  // the whole of it must match
  EXPECT_TRUE(refused("N", {int64_t{12}}));
  EXPECT_FALSE(refused("N", {int64_t{20}}));
  EXPECT_TRUE(refused("N", {int64_t{101}}));
  EXPECT_TRUE(refused("N", {"50"}));
  EXPECT_FALSE(refused("L", numbers({{int64_t{80}}, {int64_t{443}}})));
  EXPECT_TRUE(refused("L", numbers({{"http"}})));
  EXPECT_FALSE(refused("V", {"vpc-0123456789abcdef0"}));
  EXPECT_TRUE(refused("V", {"subnet-01234567"}));
  EXPECT_FALSE(refused("I", {"/aws/service/image"}));
  EXPECT_TRUE(refused("I", {"ami 1"}));
  EXPECT_TRUE(refused("A", {"z"}));
  EXPECT_FALSE(refused("A", {"7"}));
  EXPECT_TRUE(refused("P", {std::string(4097, 'x')}));
  EXPECT_TRUE(find(t, {"parameters", "P"})->type.secret);
}

TEST(Cfn, ComparesTheExample) {
  const auto c = compare(made(example("3.1.0.yaml")), made(example("3.2.0.yaml")));
  std::vector<std::string> seen;
  for (const auto& p : c.parameters) seen.push_back(p.name + ":" + std::to_string(static_cast<int>(p.what)));
  EXPECT_THAT(seen, ElementsAre("ServicesInstanceType:4", "ServicesInstanceType:5", "WorkersMax:5", "SmtpHostname:2", "SecurityContact:0", "SessionIdleMinutes:0",
                                "SearchReplicas:1"));
  EXPECT_TRUE(c.risks.empty());
}

TEST(Cfn, FindsWhatWouldBeReplacedOrDeleted) {
  const auto before = made(
      "Resources:\n"
      "  D: {Type: 'AWS::RDS::DBInstance', Properties: {DBName: a, AllocatedStorage: 20}}\n"
      "  B: {Type: 'AWS::S3::Bucket', DeletionPolicy: Retain}\n"
      "  T: {Type: 'AWS::SNS::Topic'}\n");
  const auto after = made(
      "Resources:\n"
      "  D: {Type: 'AWS::RDS::DBInstance', UpdateReplacePolicy: Snapshot, Properties: {DBName: b, AllocatedStorage: 40}}\n");
  const auto c = compare(before, after);
  ASSERT_EQ(c.risks.size(), 2U);
  EXPECT_EQ(c.risks[0].fate, Fate::replaced);
  EXPECT_EQ(c.risks[0].because, "DBName");
  EXPECT_EQ(c.risks[0].policy, "Snapshot");
  EXPECT_EQ(c.risks[1].fate, Fate::deleted);
  EXPECT_EQ(c.risks[1].policy, "Retain");
}

}  // namespace
}  // namespace upg::schema::cfn
