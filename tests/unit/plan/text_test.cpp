// Plans from texts: what the author writes, and what the plan makes of it.
#include <gmock/gmock.h>

#include "compiler/plan/words.h"
#include "tests/unit/plan/compiled.h"

namespace upg::plan {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view head = R"(upg 1

plan shop "Upgrade the shop" {
  from = 1.0 ..< 2.0
  to   = 2.0
}

kind store "Where things are kept" {
  path : path
  note : text?
  more : list<text> = []
  tool : command
  identity = "store:${path}"
  environment { STORE = path, NOTE = note }
  verb put what : text into self using kept : path = named(path, "kept")  changes self  idempotent {
    run `keep ${what} ${kept}`
    inverse { run `bring ${kept}` }
  }
  verb swap(what : text)  changes self  atomic {
    done when `swapped ${what}`
    run `which ${what}` giving old
    expect old lacks "gone"
    when note exists { run `log ${what}` }
    run `${tool...} swap ${more...}`
    inverse { run `swap-back ${what}` }
  }
  verb save into dir : path as copy : path = named(dir, "copy")  saves self {
    run `save ${copy}.part`
    publish copy
  }
  verb load from copy : path  restores self  idempotent { run `load ${copy}` }
  ask look(what : text) : text { `look ${what}` }
}

choice mode = a | b | c
input root : path = "/srv"
resource one : store { path = "${root}/one", tool = `tool --fast`, more = ["x", "y z"], written by nobody "no one" }
resource two : store { path = "${root}/two", note = "second", tool = `tool`, written by nobody "no one" }
)";

std::string with(const std::string& rest) { return std::string(head) + rest; }

std::vector<std::string> commands(const Deed& d) {
  std::vector<std::string> out;
  for (const auto& a : d.actions)
    if (const auto* r = std::get_if<plan::Run>(&a.node)) out.push_back(template_text(*r->command));
  return out;
}

std::vector<std::string> numbers(const Plan& p) {
  std::vector<std::string> out;
  for (const auto& s : p.steps) out.push_back(std::to_string(s.number) + " " + s.id);
  return out;
}

TEST(Text, ParametersFieldsAndSplicedCommands) {
  compiled::Text t(with(R"(
upgrade {
  step both "Both" {
    run one.swap("w")
    run two.swap("v")
  }
}
)"));
  const auto p = t.plan();
  const auto* s = p.step("upgrade.both");
  ASSERT_NE(s, nullptr);
  EXPECT_THAT(commands(s->deeds.at(0)), ElementsAre("which w", "tool --fast swap x \"y z\""));
  EXPECT_THAT(commands(s->deeds.at(1)), ElementsAre("which v", "log v", "tool swap"));
  EXPECT_EQ(s->deeds[0].actions[0].capture, "both.one.old");
  EXPECT_EQ(s->deeds[0].again, Again::probe);
  EXPECT_TRUE(s->deeds[0].atomic);
  EXPECT_EQ(s->deeds[0].title, "run one.swap(\"w\")");
  EXPECT_EQ(std::get<plan::Run>(s->deeds[0].actions[0].node).command->env.size(), 1u);
  EXPECT_EQ(std::get<plan::Run>(s->deeds[1].actions[0].node).command->env.size(), 2u);
}

TEST(Text, TheUndoRunsInversesInReverse) {
  compiled::Text t(with(R"(
upgrade {
  step all "All" {
    put "x" into one
    run two.swap("v")
    put "y" into one
  }
}
)"));
  const auto p = t.plan();
  EXPECT_THAT(commands(p.step("upgrade.all")->deeds[2]), ElementsAre("keep y ${named(${root}/one, one.kept.2)}"));
  const auto& u = p.step("upgrade.all")->undo;
  ASSERT_EQ(u.deeds.size(), 3u);
  EXPECT_EQ(u.deeds[0].of, 3);
  EXPECT_EQ(u.deeds[2].of, 1);
  EXPECT_EQ(u.deeds[1].deed.number, 2);
  EXPECT_EQ(u.deeds[0].deed.again, Again::idempotent);
  EXPECT_EQ(u.deeds[1].deed.again, Again::once);
  EXPECT_THAT(commands(u.deeds[0].deed), ElementsAre("bring ${named(${root}/one, one.kept.2)}"));
  EXPECT_THAT(commands(u.deeds[2].deed), ElementsAre("bring ${named(${root}/one, one.kept)}"));
}

// A kind that calls what it does `stop` gives the step its verb; one that has only a command for it does not.
TEST(Text, BracketsAreTitledByTheirWays) {
  compiled::Text t(with(R"(
kind gate "A gate" {
  stop : command
  go_on : command
  state stopped { enter stop, leave go_on }
  state closed { enter `gatectl close`, leave `gatectl open` }
}
resource gate : gate { stop = `halt gate`, go_on = `go gate` }
upgrade {
  with gate stopped {
    on failure hold "it waits"
    with gate closed {
      on failure hold "it waits"
      step read "Read" { put "x" into one }
    }
  }
}
)"));
  std::vector<std::string> titles;
  for (const auto& s : t.plan().steps) titles.push_back(s.title);
  EXPECT_THAT(titles, ElementsAre("Stop gate", "Enter: gate closed", "Read", "Leave: gate closed", "Leave: gate stopped"));
}

TEST(Text, SecondCallsMakeFilesOfTheirOwn) {
  compiled::Text t(with(R"(
upgrade {
  step first "First" { save one into "/b" as early }
  step second "Second" { save one into "/b" as late }
}
)"));
  const auto p = t.plan();
  std::vector<std::string> paths;
  for (const auto& v : p.variables)
    if (v.origin == Origin::output) paths.push_back(template_text(v.value));
  EXPECT_THAT(paths, ElementsAre("named(/b, one.copy)", "named(/b, one.copy.2)"));
}

TEST(Text, AMatchOverStepsKeepsNumbersAndRefuses) {
  const auto text = with(R"(
upgrade {
  match mode {
    a => { step at_a "A" { put "x" into one } }
    b => { step at_b "B" { put "y" into one } }
    c => unsupported "no way to do c"
  }
  step last "Last" { put "z" into one }
}
)");
  compiled::Text t(text);
  const auto open = t.plan();
  EXPECT_THAT(numbers(open), ElementsAre("1 upgrade.at_a", "2 upgrade.at_b", "3 upgrade.last"));
  EXPECT_EQ(words(open, open.step("upgrade.at_b")->guard), "`mode` is b");
  EXPECT_EQ(open.step("upgrade.at_b")->decided, Decided::open);
  ASSERT_EQ(open.refusals.size(), 1u);
  EXPECT_EQ(words(open, open.refusals[0].when), "`mode` is c");
  EXPECT_THAT(numbers(t.plan({{"mode", "b"}})), ElementsAre("2 upgrade.at_b", "3 upgrade.last"));
  EXPECT_TRUE(t.plan({{"mode", "b"}}).refusals.empty());
  EXPECT_EQ(t.refused({{"mode", "c"}}), 2508);
}

TEST(Text, AMatchOverDeedsBecomesGuardsAndKeepsNumbers) {
  compiled::Text t(with(R"(
upgrade {
  step pick "Pick" {
    match mode {
      a => put "x" into one
      b | c => { put "y" into one, put "yy" into one }
    }
    put "z" into one
  }
}
)"));
  const auto p = t.plan({{"mode", "c"}});
  std::vector<int> n;
  for (const auto& d : p.step("upgrade.pick")->deeds) n.push_back(d.number);
  EXPECT_THAT(n, ElementsAre(2, 3, 4));
  const auto open = t.plan();
  EXPECT_NE(open.step("upgrade.pick")->deeds[0].guard, nullptr);
  EXPECT_EQ(open.step("upgrade.pick")->deeds[3].guard, nullptr);
}

TEST(Text, AGuardOnWhatAStepFindsIsDecidedThere) {
  compiled::Text t(with(R"(
upgrade {
  step ask "Ask" when one.look("at") is "yes" { put "x" into one }
  step file "File" when "${root}/f" exists { put "x" into one }
  step plain "Plain" when from < 1.5 { put "x" into one }
}
)"));
  const auto p = t.plan();
  EXPECT_EQ(p.step("upgrade.ask")->decided, Decided::begin);
  EXPECT_EQ(p.step("upgrade.file")->decided, Decided::begin);
  EXPECT_EQ(p.step("upgrade.plain")->decided, Decided::open);
}

TEST(Text, AValueWithoutACaseRefusesWhereItIsUsed) {
  compiled::Text t(with(R"(
let level = match from { < 1.4 => "old", else => unsupported "nobody has tried" }
upgrade {
  step up "Up" when from < 1.6 { put level into one }
}
)"));
  const auto p = t.plan();
  ASSERT_EQ(p.refusals.size(), 1u);
  EXPECT_EQ(words(p, p.refusals[0].when), "the installed version is from 1.4 to before 1.6");  // not where `up` does not run
}

TEST(Text, AGroupHasOneUndo) {
  compiled::Text t(with(R"(
upgrade {
  step kept "Kept" { save one into "/b" as copy }
  group g "Together" when mode is a {
    about "What they have in common."
    undo { load one from copy }
    step x "X" { run `first` changes one once }
    step y "Y" { run `plain` changes one once }
  }
}
)"));
  const auto p = t.plan();
  EXPECT_EQ(p.step("upgrade.x")->group_title, "Together");
  EXPECT_EQ(words(p, p.step("upgrade.y")->guard), "`mode` is a");
  EXPECT_EQ(p.step("upgrade.x")->about, "What they have in common.");
  EXPECT_EQ(p.step("upgrade.x")->undo.deeds.size(), 1u);
  EXPECT_EQ(p.step("upgrade.y")->undo.how, Undo::How::nothing);
}

TEST(Text, TheUndoOfAGroupRunsOnceWhicheverStepIsFirst) {
  compiled::Text t(with(R"(
upgrade {
  step kept "Kept" { save one into "/b" as copy }
  group g "Together" {
    undo { load one from copy }
    step x "X" when mode is a { put "x" into one }
    step y "Y" when from < 1.5 { put "y" into one }
    step z "Z" { put "z" into one }
  }
}
)"));
  const auto p = t.plan();
  const auto guard = [&](const char* id) { return words(p, p.step(id)->undo.deeds.at(0).deed.guard); };
  EXPECT_EQ(guard("upgrade.x"), "");
  EXPECT_EQ(guard("upgrade.y"), "`mode` is not a and the installed version is before 1.5");
  EXPECT_EQ(guard("upgrade.z"), "`mode` is not a and the installed version is 1.5 or later");
  EXPECT_FALSE(p.step("upgrade.x")->undo.derived);
}

}  // namespace
}  // namespace upg::plan
