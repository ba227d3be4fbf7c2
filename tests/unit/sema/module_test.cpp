// What the module holds of a sound plan.
#include <gtest/gtest.h>

#include "tests/unit/sema/analyzed.h"

namespace upg::sema {
namespace {

const Step& step(const Module& m, const std::string& name) {
  static const Step none;
  const std::function<const Step*(const Items&)> find = [&](const Items& items) -> const Step* {
    for (const auto& i : items) {
      if (const auto* s = std::get_if<Step>(&i.node); s && s->name == name) return s;
      if (const auto* b = std::get_if<Bracket>(&i.node))
        if (const auto* s = find(b->items)) return s;
      if (const auto* g = std::get_if<Group>(&i.node))
        if (const auto* s = find(g->items)) return s;
    }
    return nullptr;
  };
  for (const auto& p : m.phases)
    if (const auto* s = find(p.items)) return *s;
  ADD_FAILURE() << "no step " << name;
  return none;
}

const char* const deeds = R"(
input root : path = "/opt"
secret token from env "TOKEN"
resource data : postgres { host = "localhost", database = "d", user = "u" }
resource old_code : directory { path = root }
resource code : directory { path = "${root}/new" }
upgrade {
  step save "Save" takes 5m .. 2h { backup data into "${root}/backups" as dump }
  step files "Files" {
    copy "etc/x" from "${root}/old" into code
    run `curl -H @- "a b"${root} 2>> log | wc` in root with stdin = token with A = token reads code giving out matching "v{version}-{rest}"
    undo { derived, restore data from dump }
  }
}
)";

TEST(Module, CallsOfVerbsHaveTheirArguments) {
  const auto a = analyzed(plan_with(deeds));
  ASSERT_EQ(a->codes(), (std::vector<int>{2008, 2008, 2008})) << "what is captured is not used";
  const auto& save = std::get<CallVerb>(step(a->module, "save").deeds.at(0).node);
  EXPECT_EQ(save.verb->name, "backup");
  EXPECT_EQ(std::get<core::ResourceRef>(save.resource->node).name, "data");
  EXPECT_EQ(save.args.at("dir")->type.tag, core::Tag::path);
  ASSERT_EQ(save.outputs.size(), 1U);
  EXPECT_EQ(save.outputs[0].output, "dump");
  EXPECT_EQ(save.outputs[0].variable, "save.dump");
}

TEST(Module, TheResourceMayStandBehindAClause) {
  const auto a = analyzed(plan_with(deeds));
  const auto& copy = std::get<CallVerb>(step(a->module, "files").deeds.at(0).node);
  EXPECT_EQ(std::get<core::ResourceRef>(copy.resource->node).name, "code");
  EXPECT_EQ(copy.args.count("file"), 1U);
  EXPECT_EQ(copy.args.count("source"), 1U);
}

TEST(Module, CommandsAreWords) {
  const auto a = analyzed(plan_with(deeds));
  const auto& run = std::get<RunCommand>(step(a->module, "files").deeds.at(1).node);
  const auto& c = *run.command;
  ASSERT_EQ(c.pipeline.size(), 2U);
  ASSERT_EQ(c.pipeline[0].argv.size(), 4U);
  ASSERT_EQ(c.pipeline[0].argv[3].pieces.size(), 2U);
  EXPECT_EQ(c.pipeline[0].argv[3].pieces[0].text, "a b");
  ASSERT_EQ(c.pipeline[0].redirects.size(), 1U);
  EXPECT_EQ(c.pipeline[0].redirects[0].what, core::Redirection::err_append);
  EXPECT_TRUE(c.cwd && c.input);
  ASSERT_EQ(c.env.size(), 1U);
  EXPECT_TRUE(c.env[0].value->type.secret);
  EXPECT_EQ(run.giving, "files.out");
  EXPECT_TRUE(a->module.variable("files.version"));
  EXPECT_EQ(a->module.variable("files.rest")->type.tag, core::Tag::text);
}

TEST(Module, UndoAddsToWhatIsDerived) {
  const auto a = analyzed(plan_with(deeds));
  const auto& undo = step(a->module, "files").undo;
  EXPECT_TRUE(undo.derived_first);
  ASSERT_EQ(undo.deeds.size(), 1U);
  EXPECT_EQ(std::get<core::Var>(std::get<CallVerb>(undo.deeds[0].node).args.at("dump")->node).name, "save.dump");
}

TEST(Module, FencesKnowWhereTheirHolesStand) {
  const auto a = analyzed(plan_with(R"--(
input x : text = "x"
check {
  step s "S" {
    run ```sh
      echo ${x} "${x} $(cat ${x} "${x}")" '${x}' # it's
      cat <<-END
      ${x}
      END
      ```
  }
}
)--"));
  ASSERT_EQ(a->codes(), std::vector<int>{});
  std::vector<core::Quoting> places;
  for (const auto& p : std::get<RunCommand>(step(a->module, "s").deeds.at(0).node).command->fence)
    if (p.value) places.push_back(p.place);
  using core::Quoting;
  EXPECT_EQ(places, (std::vector<Quoting>{Quoting::bare, Quoting::double_quotes, Quoting::bare, Quoting::double_quotes, Quoting::single_quotes,
                                          Quoting::here_document}));
}

TEST(Module, SecretsTaintWhatTheyFlowInto) {
  const auto a = analyzed(plan_with("secret token from env \"TOKEN\"\nlet a = \"x${token}\"\nlet b : text = \"${a}\"\n"
                                    "check { step s \"S\" { run `x` with A = b } }\n"));
  EXPECT_EQ(a->codes(), std::vector<int>{});
  EXPECT_TRUE(a->module.variable("b")->type.secret);
}

TEST(Module, DeclarationsMayStandBelowTheirUse) {
  const auto a = analyzed(plan_with("let b = \"${a}/y\"\nlet a = \"${root}/x\"\ninput root : path = \"/opt\"\n"
                                    "check { step s \"S\" { expect b contains \"x\" } }\n"));
  EXPECT_EQ(a->codes(), std::vector<int>{});
}

TEST(Module, PhasesStandInTheOrderInWhichTheyTakePlace) {
  const auto a = analyzed(plan_with("verify { step v \"V\" { note \"v\" } }\nupgrade { step u \"U\" { note \"u\" } }\n"
                                    "check after prepare { step w \"W\" { note \"w\" } }\ncheck { step c \"C\" { note \"c\" } }\n"));
  ASSERT_EQ(a->codes(), std::vector<int>{});
  std::vector<PhaseKind> kinds;
  for (const auto& p : a->module.phases) kinds.push_back(p.kind);
  EXPECT_EQ(kinds, (std::vector<PhaseKind>{PhaseKind::check, PhaseKind::check_after_prepare, PhaseKind::upgrade, PhaseKind::verify}));
}

TEST(Module, ConditionsShowThatOptionalsAreThere) {
  const auto a = analyzed(plan_with("input unit : text?\ncheck { step s \"S\" { note \"${unit}\" when unit exists\n"
                                    "when unit exists { note \"${unit}\" }\nexpect unit exists and unit is \"x\"\nnote \"${unit}\" } }\n"));
  EXPECT_EQ(a->codes(), std::vector<int>{});
}

TEST(Module, EveryStepGivesWhatAStepDoesNotSay) {
  const auto a = analyzed(plan_with("upgrade {\n  every step { timeout 5m, on failure rollback }\n  step a \"A\" { note \"a\" }\n"
                                    "  step b \"B\" { timeout 1m, note \"b\" }\n}\n"));
  ASSERT_EQ(a->codes(), std::vector<int>{});
  EXPECT_EQ(step(a->module, "a").timeout, 300);
  EXPECT_EQ(step(a->module, "b").timeout, 60);
  EXPECT_EQ(step(a->module, "b").on_failure.how, OnFailure::How::rollback);
}

}  // namespace
}  // namespace upg::sema
