#include "compiler/syntax/format.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler/parse/parse.h"
#include "tests/support/show.h"

namespace upg {
namespace {

struct Formatted {
  support::SourceSet sources;
  diag::Sink sink;
  std::string tree;
  std::string text;
  explicit Formatted(std::string in) {
    const auto& source = sources.add("t.upg", std::move(in));
    const auto file = parse::parse(source, sink);
    tree = test::show(file);
    text = syntax::format(file, source);
  }
};

std::string formatted(const std::string& in) {
  const Formatted once(in);
  EXPECT_FALSE(once.sink.has_errors()) << in;
  const Formatted twice(once.text);
  EXPECT_EQ(once.text, twice.text) << "not idempotent";
  EXPECT_EQ(once.tree, twice.tree) << once.text;
  return once.text;
}

TEST(Format, SpacesAndIndentation) {
  EXPECT_EQ(formatted("a   =1\nb:list< map<text> >?=[ x,y ]"), "a = 1\nb : list<map<text>>? = [x, y]\n");
  EXPECT_EQ(formatted("step x\n{\n    run `a`\n\twith E=1\n}"), "step x {\n  run `a`\n  with E = 1\n}\n");
  EXPECT_EQ(formatted("x = a.b( c,d ) [ e ]"), "x = a.b(c, d)[e]\n");
  EXPECT_EQ(formatted("needs[a>=1]\nexpect(a or b)and c"), "needs [a >= 1]\nexpect (a or b) and c\n");
  EXPECT_EQ(formatted("verb f(x:path)once{ }"), "verb f(x : path) once { }\n");
  EXPECT_EQ(formatted("match x{<5.4=>\"a\",else=>\"b\"}"), "match x { < 5.4 => \"a\", else => \"b\" }\n");
  EXPECT_EQ(formatted("from=5.3..<5.4"), "from = 5.3 ..< 5.4\n");
}

TEST(Format, LinesAndBrackets) {
  EXPECT_EQ(formatted("x = [\na,\n  b\n]\ny = f(\na\n)"), "x = [\n  a,\n  b\n]\ny = f(\n  a\n)\n");
  EXPECT_EQ(formatted("x = a\n| b |\nc"), "x = a\n  | b |\n  c\n");
  EXPECT_EQ(formatted("x = f([\na\n])"), "x = f([\n  a\n])\n");
}

TEST(Format, KeepsCommentsAndOneBlankLine) {
  EXPECT_EQ(formatted("// top\n\n\n\na = 1 // one   \n{\n\n// in\nb\n\n}\n\n"), "// top\n\na = 1  // one\n{\n  // in\n  b\n}\n");
}

TEST(Format, LeavesTextsAlone) {
  EXPECT_EQ(formatted("about   \"\"\"\n      x   y\n   \"\"\"\nrun ```sh\n\t a  b\n  ```\r\n"),
            "about \"\"\"\n      x   y\n   \"\"\"\nrun ```sh\n\t a  b\n  ```\n");
}

TEST(Format, EveryPlanOfTheProjectKeepsItsTree) {
  size_t seen = 0;
  for (const std::string root : {"examples", "templates", "tests", "docs"}) {
    if (!std::filesystem::exists(root)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() != ".upg" || entry.is_symlink()) continue;
      std::ifstream in(entry.path());
      std::stringstream text;
      text << in.rdbuf();
      const Formatted once(text.str());
      if (once.sink.has_errors()) continue;
      const Formatted twice(once.text);
      EXPECT_EQ(once.text, twice.text) << entry.path();
      EXPECT_EQ(once.tree, twice.tree) << entry.path();
      ++seen;
    }
  }
  EXPECT_GT(seen, 5u);
}

}  // namespace
}  // namespace upg
