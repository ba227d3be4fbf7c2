// Plans with words taken out, doubled, swapped and put in: the parser always ends, says something sensible about it, and what
// it accepts keeps its tree through the formatter.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "compiler/parse/parse.h"
#include "compiler/syntax/format.h"
#include "tests/support/show.h"

namespace upg {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

class Mutator {
 public:
  explicit Mutator(std::string text) : text_(std::move(text)) {
    support::SourceSet sources;
    diag::Sink sink;
    const auto& source = sources.add("seed.upg", text_);
    for (const auto& token : parse::parse(source, sink).tokens) words_.emplace_back(source.slice(token.span));
  }

  std::string mutant(std::mt19937& random) {
    static const std::vector<std::string> kSigns = {"{",    "}",   "(",  ")",  "[", "]", "\"",   "`",   "```", "\"\"\"",
                                                    "${",   "=",   "=>", "|",  ",", ":", ".",    "..",  "not", "match",
                                                    "from", "5.3", "\n", "\r", "é", "'", "else", "with"};
    auto words = words_;
    const auto pick = [&](size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(random); };
    for (size_t edits = 1 + pick(3); edits > 0; --edits) {
      const auto at = words.begin() + static_cast<std::ptrdiff_t>(pick(words.size()));
      switch (pick(4)) {
        case 0: words.erase(at); break;
        case 1: words.insert(at, kSigns[pick(kSigns.size())]); break;
        case 2: *at = kSigns[pick(kSigns.size())]; break;
        default: std::swap(*at, words[pick(words.size())]); break;
      }
    }
    std::string out;
    for (const auto& word : words) out += word + (word == "\n" ? "" : " ");
    return out;
  }

 private:
  std::string text_;
  std::vector<std::string> words_;
};

void expect_sane(const std::string& text) {
  support::SourceSet sources;
  diag::Sink sink;
  const auto& source = sources.add("mutant.upg", text);
  const auto file = parse::parse(source, sink);
  EXPECT_LE(sink.errors(), 21u);
  for (const auto& d : sink.all()) {
    if (!d.span) continue;
    EXPECT_LE(d.span->begin, d.span->end) << text;
    EXPECT_LE(d.span->end, text.size()) << text;
    EXPECT_EQ(d.message.find("Rule"), std::string::npos);
  }
  const auto tree = test::show(file);
  if (sink.has_errors()) return;
  EXPECT_EQ(tree.find("HOLE"), std::string::npos) << text;
  const auto& once = sources.add("once.upg", syntax::format(file, source));
  const auto again = parse::parse(once, sink);
  ASSERT_FALSE(sink.has_errors()) << text << "\nformatted:\n" << once.text();
  EXPECT_EQ(tree, test::show(again)) << text;
  EXPECT_EQ(syntax::format(again, once), once.text()) << text;
}

class Mutants : public testing::TestWithParam<std::string> {};

TEST_P(Mutants, AreReadToTheirEnd) {
  Mutator mutator(read(GetParam()));
  std::mt19937 random(17);
  for (int i = 0; i < 150; ++i) {
    expect_sane(mutator.mutant(random));
    if (testing::Test::HasFailure()) return;
  }
}
INSTANTIATE_TEST_SUITE_P(Plans, Mutants,
                         testing::Values("examples/omero/omero.upg", "templates/kinds/postgres.upg", "templates/kinds/file.upg"));

TEST(Hostile, IsReadInBoundedDepth) {
  const auto many = [](std::string_view part, size_t times) {
    std::string out;
    for (size_t i = 0; i < times; ++i) out += part;
    return out;
  };
  for (const auto& text :
       {many("(", 15000), many("a {", 5000), many("a {\n", 100000), many("x = match ", 1600), "x : " + many("a<", 8000),
        "x = " + many("a.", 8000) + "b", "x = a" + many("\n | b", 100000), "x = f" + many("(\n)", 100000),
        "x = " + many("not ", 4000) + "a", many("\"${", 5000), many(")\n", 200000), many("}\n", 200000), many("```\n", 9999),
        "x = [" + many("a\n,", 50000) + "]", "x = a" + many(" is not", 2000) + " b", "a => " + many("b => ", 2000)})
    expect_sane(text);
}

}  // namespace
}  // namespace upg
