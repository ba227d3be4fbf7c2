#include "backends/runbook/typed.h"

#include <gtest/gtest.h>

#include "tests/unit/runbook/sample.h"

namespace upg::runbook_test {
namespace {

using namespace runbook::sample;
using runbook::sed_program;
using runbook::Typist;
using runbook::Workplace;

class Typed : public testing::Test {
 protected:
  plan::Plan plan_ = whole();
  Workplace place_{plan_};
  Typist typist_{place_};
};

TEST_F(Typed, EnvironmentStandsBeforeTheCommand) {
  EXPECT_EQ(typist_.command(secretly(argv({word("cat"), word(in_root("a b"))}))),
            "TOKENFILE=\"$tokenfile\" PLACE=\"$root\" cat \"$root/a b\"");
  EXPECT_EQ(place_.secret_files.size(), 1U);
}

TEST_F(Typed, APipelineSharesItsEnvironment) {
  auto c = secretly(argv({word("cat")}));
  c.pipeline.push_back({{word("sort")}, {}});
  EXPECT_EQ(typist_.command(c), "(\nexport TOKENFILE=\"$tokenfile\"\nexport PLACE=\"$root\"\ncat | sort\n)");
}

TEST_F(Typed, ADirectoryIsEnteredInASubshell) {
  auto c = argv({word("ls")});
  c.cwd = in_root("x");
  EXPECT_EQ(typist_.command(c), "(cd \"$root/x\" && ls)");
}

TEST_F(Typed, AnotherUserGetsNamedVariablesOnly) {
  auto c = secretly(argv({word("ls"), word(var("root"))}));
  c.user = text("web");
  EXPECT_EQ(typist_.command(c),
            "(export TOKENFILE=\"$tokenfile\" PLACE=\"$root\" && sudo --preserve-env=TOKENFILE,PLACE -u web ls \"$root\")");
}

TEST_F(Typed, SecretInputIsPrintedByTheShellItself) {
  auto c = argv({word("login")});
  c.input = var("token", core::Tag::text);
  EXPECT_EQ(typist_.command(c), "printf '%s\\n' \"$token\" | login");
}

TEST_F(Typed, RedirectionsKeepTheirPlace) {
  auto c = argv({word("sort")});
  c.pipeline[0].redirects.push_back({core::Redirection::in, word(in_root("in"))});
  c.pipeline[0].redirects.push_back({core::Redirection::err_to_out, {}});
  EXPECT_EQ(typist_.command(c), "sort <\"$root/in\" 2>&1");
}

TEST_F(Typed, AKnownListSpreads) {
  const auto list = core::make({}, type(core::Tag::list), core::List{{text("a b"), var("root")}});
  EXPECT_EQ(typist_.command(argv({word("ls"), word({{"--in=", nullptr, false}, {"", list, true}})})), "ls '--in=a b' \"--in=$root\"");
}

TEST_F(Typed, ACaseIsLeftForTheReader) {
  const auto cases = core::make({}, type(core::Tag::text), core::Cases{{{before("5.4"), text("old")}, {nullptr, text("new")}}});
  EXPECT_EQ(typist_.command(argv({word("use"), word(cases)})), "use \"$chosen\"");
  const auto pending = typist_.take_pending();
  ASSERT_EQ(pending.size(), 1U);
  EXPECT_EQ(pending[0].name, "chosen");
}

TEST(SedProgram, ReadsAHole) {
  EXPECT_EQ(sed_program({{"", "version"}, {"-", ""}}, "version"), "s/^\\([^- ][^- ]*\\)-.*/\\1/p");
  EXPECT_EQ(sed_program({{"Version: ", "v"}}, "v"), "s/^.*Version:  *\\(.*\\).*/\\1/p");
}

}  // namespace
}  // namespace upg::runbook_test
