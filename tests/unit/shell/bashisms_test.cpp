#include "backends/shell/bashisms.h"

#include <gtest/gtest.h>

namespace upg::shell {
namespace {

std::string said(std::string_view text) {
  const auto found = bashism(text);
  return found ? found->what : "";
}

TEST(Bashisms, ArithmeticIsEveryShells) {
  EXPECT_EQ(said("x=$((1 + 2)) y=$(((1 << 2) + 1))\n[[ x ]]"), "[[");
  EXPECT_EQ(said("echo \"$((1<<2))\"\n2\n"), "");
}

TEST(Bashisms, AreFound) {
  EXPECT_EQ(said("[[ -e x ]]"), "[[");
  EXPECT_EQ(said("if [[ -e x ]]; then :; fi"), "[[");
  EXPECT_EQ(said("cat <<< x"), "<<<");
  EXPECT_EQ(said("diff <(sort a) b"), "<(");
  EXPECT_EQ(said("make &> log"), "&>");
  EXPECT_EQ(said("printf %s $'a\\n'"), "$'");
  EXPECT_EQ(said("a=(1 2)"), "=(");
  EXPECT_EQ(said("a+=x"), "+=");
  EXPECT_EQ(said("set -euo pipefail"), "pipefail");
  EXPECT_EQ(said("[ \"$a\" == b ]"), "==");
  EXPECT_EQ(said("x=1; source ./env"), "source");
  EXPECT_EQ(said("((n = 1))"), "((");
  EXPECT_EQ(said("echo \"${a/b/c}\""), "${a/");
  EXPECT_EQ(said("echo ${a:1:2}"), "${a:");
  EXPECT_EQ(said("echo ${a^^}"), "${a^");
  EXPECT_EQ(said("echo ${a[0]}"), "${a[");
  EXPECT_EQ(said("echo ${!a}"), "${!");
  EXPECT_EQ(said("sleep $RANDOM"), "RANDOM");
  EXPECT_EQ(said("cat <<END\n[[ ]]\nEND\n[[ x ]]"), "[[");
}

TEST(Bashisms, AreNotSeenWhereThereAreNone) {
  for (const char* text : {"echo '[[ a ]]' \"[[ a ]]\"",
                           "# [[ a ]]\ntrue",
                           "grep '[[:space:]]' x",
                           "cat <<END\n[[ a ]] $'x'\nEND\n",
                           "cat <<-'END'\n\tsource x\n\tEND\ntrue",
                           "echo ${a:-b} ${a:=b} ${a:+b} ${a:?b} ${a#b} ${a%%b} ${#a} $((1 << 2))",
                           "awk 'NR == 2 && $1 == \"x\" { print $2 }' f",
                           "psql -c \"select a[1] from b where c == d\"",
                           "echo function select let",
                           "git clone --source x",
                           "case $x in a) b ;; (c) d ;; esac",
                           "echo a==b",
                           "( (a) )",
                           "x=$(cmd 2>&1)",
                           "a=b make",
                           "echo \\[[ x",
                           "echo a#b",
                           "./configure --a=(x",
                           "",
                           "'",
                           "\"",
                           "$",
                           "${",
                           "\\",
                           "<<",
                           "cat <<END"}) {
    EXPECT_EQ(said(text), "") << text;
  }
}

}  // namespace
}  // namespace upg::shell
