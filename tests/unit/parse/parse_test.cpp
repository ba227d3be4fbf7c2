#include "compiler/parse/parse.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "tests/support/show.h"

namespace upg {
namespace {

struct Parsed {
  support::SourceSet sources;
  diag::Sink sink;
  syntax::File file;
  explicit Parsed(std::string text) { file = parse::parse(sources.add("t.upg", std::move(text)), sink); }
  [[nodiscard]] std::string tree() const { return test::show(file); }
};

/// The tree of one sound line.
std::string tree(const std::string& text) {
  Parsed p(text);
  EXPECT_TRUE(p.sink.all().empty()) << text << ": " << p.sink.all()[0].message;
  return p.tree();
}

TEST(Parse, LinesOfHeadsAndItems) {
  EXPECT_EQ(tree("a = 1"), "a = int:1\n");
  EXPECT_EQ(tree("host : host = \"localhost\", port : port = 5432"), "host : host = text'localhost'\nport : port = int:5432\n");
  EXPECT_EQ(tree("copy \"x\" from old into new"), "copy text'x' @from old @into new\n");
  EXPECT_EQ(tree("a.b.step = 1"), "a.b.step = int:1\n");
  EXPECT_EQ(tree("\"a key\" = 1"), "text'a key' = int:1\n");
  EXPECT_EQ(tree("uses : list<resource>? = []"), "uses : list<resource>? = []\n");
}

TEST(Parse, EveryWordIsAHeadAFieldAndAMember) {
  for (const std::string word : {"step", "into", "with", "from",   "to",     "match", "else", "and",  "or",    "not",
                                 "is",   "in",   "has",  "starts", "exists", "on",    "when", "plan", "input", "contains"}) {
    EXPECT_EQ(tree(word + " = 1"), word + " = int:1\n");
    EXPECT_EQ(tree(word + " : text"), word + " : text\n");
    EXPECT_EQ(tree("x = a." + word), "x = a." + word + "\n");
    EXPECT_EQ(tree("run `echo ${" + word + "}`"), "run cmd'echo ${" + word + "}'\n");
  }
}

TEST(Parse, FromAndToAreNamesWhereAnOperandIsDue) {
  EXPECT_EQ(tree("expect from < 5.4"), "expect (from < v:5.4)\n");
  EXPECT_EQ(tree("given from = 5.3.3"), "given from = v:5.3.3\n");
  EXPECT_EQ(tree("move x when to is 5.4 to y"), "move x @when (to is v:5.4) @to y\n");
  EXPECT_EQ(tree("match from { else => 1 }"), "match from\n  [else]=> int:1\nend\n");
  EXPECT_EQ(tree("x = [from, to]"), "x = [from, to]\n");
  EXPECT_EQ(tree("secret p from env \"X\""), "secret p @from env text'X'\n");
}

TEST(Parse, Precedence) {
  EXPECT_EQ(tree("x = a | b or c and not d is e + f * g"), "x = (a | (b or (c and (not (d is (e + (f * g)))))))\n");
  EXPECT_EQ(tree("x = a - b - c"), "x = ((a - b) - c)\n");
  EXPECT_EQ(tree("x = v in 5.3 ..< 5.4 and b"), "x = ((v in (v:5.3 ..< v:5.4)) and b)\n");
  EXPECT_EQ(tree("x = a is not b"), "x = (a is not b)\n");
  EXPECT_EQ(tree("x = a is not not b"), "x = (a is not (not b))\n");
  EXPECT_EQ(tree("x = t starts with \"a\""), "x = (t starts with text'a')\n");
  EXPECT_EQ(tree("x = not dest exists"), "x = (not (exists dest))\n");
  EXPECT_EQ(tree("x = not not a"), "x = (not (not a))\n");
  EXPECT_EQ(tree("x = (a or b) and c"), "x = ((a or b) and c)\n");
  EXPECT_EQ(tree("x = a and not b or c"), "x = ((a and (not b)) or c)\n");
}

TEST(Parse, BracketsBehindAHeadAreAnOperand) {
  EXPECT_EQ(tree("needs [psql >= 10, pg_dump]"), "needs [(psql >= int:10), pg_dump]\n");
  EXPECT_EQ(tree("with [a stopped, b stopped] when x { }"), "with [<a, stopped>, <b, stopped>] @when x\nend\n");
  EXPECT_EQ(tree("x = a[b](c, into = d)"), "x = a[b](c, into=d)\n");
  EXPECT_EQ(tree("expect (a or b) and c"), "expect ((a or b) and c)\n");
  EXPECT_EQ(tree("verb script(file : path = \"x\") once"), "verb script(file:path=text'x') once\n");
}

TEST(Parse, Arms) {
  EXPECT_EQ(tree("match x { a | b => run `c`\n 5.3 ..< 5.4 => { d }\n else => nothing \"why\" }"),
            "match x\n  [a][b]=> run cmd'c'\n  [(v:5.3 ..< v:5.4)]=> \n    d\n  end\n  [else]=> nothing text'why'\nend\n");
  EXPECT_EQ(tree("let l = match v { < 5.4 => \"a\", != 6 => a.b(c), else => 1 + 2 }"),
            "let l = match v{\n  [<v:5.4]=> text'a'\n  [is notint:6]=> a.b(c)\n  [else]=> (int:1 + int:2)\n}\n");
}

TEST(Parse, ANewlineEndsALineButForTheBracketsAndJoiners) {
  EXPECT_EQ(tree("x = [\n a,\n b\n]\n\n// note\ny = a and\n b\nz = a\n | b\nw\n{\n v = 1,\n u = 2\n}\n"),
            "x = [a, b]\ny = (a and b)\nz = (a | b)\nw\n  v = int:1\n  u = int:2\nend\n");
}

TEST(Parse, Texts) {
  EXPECT_EQ(tree(R"(x = "a\n\"\u{e9}$${b} $c")"), "x = text'a\n\"é${b} $c'\n");
  EXPECT_EQ(tree(R"(x = "a${b.c}d$")"), "x = text'a${b.c}d$'\n");
  EXPECT_EQ(tree(R"(x = '\d+ "x"')"), "x = raw'\\d+ \"x\"'\n");
  EXPECT_EQ(tree(R"(run `echo "a \"b\"" ${xs...} $HOME $${y} \`z\``)"),
            "run cmd'echo \"a \\\"b\\\"\" ${xs...} $HOME ${y} `z`'\n");
  EXPECT_EQ(tree("run\n```sh\na ${b}\n  $c\n```\nx"), "run\nfence:sh'a ${b}\n  $c'\nx\n");
  EXPECT_EQ(tree("about \"\"\"\n  a \"b\" ${c}\n  \"\"\"\n"), "about prose'\n  a \"b\" ${c}\n  '\n");
  EXPECT_EQ(tree("x = \"\""), "x = text''\n");
}

TEST(Parse, SpansAreBytes) {
  Parsed p("a = \"é\"\nb = `ü${c}`\n");
  ASSERT_EQ(p.file.lines.size(), 2u);
  const auto& text = p.sources.at(0);
  EXPECT_EQ(text.slice(p.file.lines[0].span), "a = \"é\"");
  EXPECT_EQ(text.slice(p.file.lines[1].span), "b = `ü${c}`");
}

TEST(Parse, TheGeneratedParserDecidesOnOneToken) {
  std::ifstream in("grammar/generated/UpgParser.cpp");
  std::stringstream text;
  text << in.rdbuf();
  ASSERT_GT(text.str().size(), 1000u);
  EXPECT_EQ(text.str().find("adaptivePredict"), std::string::npos);
}

}  // namespace
}  // namespace upg
