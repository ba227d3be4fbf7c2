#include "compiler/diag/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace upg::diag {
namespace {

class Render : public testing::Test {
 protected:
  Span span(uint32_t begin, uint32_t end) const { return {0, begin, end}; }
  void source(std::string text) { sources.add("plan.upg", std::move(text)); }
  std::string text(Diagnostic d) const { return render_text({std::move(d)}, sources, options); }

  support::SourceSet sources;
  RenderOptions options;
};

Diagnostic mistake(std::optional<Span> at) { return {2003, Severity::error, at, "unknown step `bakup`", "", {}, {}}; }

TEST_F(Render, ShowsThePlaceWithCarets) {
  source("upg 1\nfail bakup\n");
  EXPECT_EQ(text(mistake(span(11, 16))),
            "error[UPG2003]: unknown step `bakup`\n"
            "  --> plan.upg:2:6\n"
            "   |\n"
            " 2 | fail bakup\n"
            "   |      ^^^^^\n"
            "\n"
            "1 error\n");
}

TEST_F(Render, ShowsNotesAndHelp) {
  source("upg 1\nfail bakup\n");
  auto d = mistake(span(11, 16));
  d.help = "did you mean `backup`?";
  d.notes = {{span(0, 3), "first said here"}, {std::nullopt, "from 5.3.3,\nfailing at `schema`"}};
  EXPECT_EQ(text(d),
            "error[UPG2003]: unknown step `bakup`\n"
            "  --> plan.upg:2:6\n"
            "   |\n"
            " 2 | fail bakup\n"
            "   |      ^^^^^\n"
            "note: first said here\n"
            "  --> plan.upg:1:1\n"
            "   |\n"
            " 1 | upg 1\n"
            "   | ---\n"
            "   = note: from 5.3.3,\n"
            "           failing at `schema`\n"
            "   = help: did you mean `backup`?\n"
            "\n"
            "1 error\n");
}

TEST_F(Render, APlaceWithoutAnExtentGetsOneCaret) {
  source("step {\n");
  EXPECT_NE(text(mistake(span(5, 5))).find(" 1 | step {\n   |      ^\n"), std::string::npos);
}

TEST_F(Render, ASpanOverSeveralLinesIsMarkedOnItsFirst) {
  source("step {\n}\n");
  EXPECT_NE(text(mistake(span(0, 8))).find(" 1 | step {\n   | ^^^^^^\n"), std::string::npos);
}

TEST_F(Render, TheEndOfTheFileCanBeAPlace) {
  source("step {");
  EXPECT_NE(text(mistake(span(6, 6))).find("--> plan.upg:1:7\n"), std::string::npos);
}

TEST_F(Render, CaretsStandUnderWideAndAccentedText) {
  source("é 漢字 x\n");
  EXPECT_NE(text(mistake(span(10, 11))).find(" 1 | é 漢字 x\n   |        ^\n"), std::string::npos);
}

TEST_F(Render, HostileCharactersAreSpelledOut) {
  source("a\x1b[2J \xe2\x80\xae \xff b\n");
  const auto shown = text(mistake(span(11, 12)));
  EXPECT_NE(shown.find(" 1 | a\\u{1B}[2J \\u{202E} \\x{FF} b\n"), std::string::npos) << shown;
}

TEST_F(Render, AMessageCannotCarryControlCharactersEither) {
  auto d = mistake(std::nullopt);
  d.message = "unknown step `\x1b]0;x\x07`";
  EXPECT_EQ(text(d), "error[UPG2003]: unknown step `\\u{1B}]0;x\\u{7}`\n\n1 error\n");
}

TEST_F(Render, ALongLineIsShownAsAWindow) {
  source(std::string(5000, 'x') + "bakup" + std::string(5000, 'y') + "\n");
  const auto shown = text(mistake(span(5000, 5005)));
  EXPECT_LT(shown.size(), 600u);
  EXPECT_NE(shown.find(std::string(80, 'x') + "bakup"), std::string::npos);
  EXPECT_NE(shown.find("   | " + std::string(80, ' ') + "^^^^^\n"), std::string::npos);
}

TEST_F(Render, ManyErrorsAreCounted) {
  source("upg 1\n");
  std::vector<Diagnostic> all(23, mistake(span(0, 3)));
  all.push_back({2004, Severity::warning, span(0, 3), "unused", "", {}, {}});
  const auto shown = render_text(all, sources, options);
  EXPECT_NE(shown.find("and 3 more\n23 errors, 1 warning\n"), std::string::npos) << shown;
}

TEST_F(Render, ColourIsOnlyThereWhenAskedFor) {
  source("upg 1\n");
  EXPECT_EQ(text(mistake(span(0, 3))).find('\x1b'), std::string::npos);
  options.colour = true;
  EXPECT_NE(text(mistake(span(0, 3))).find("\x1b[1;31merror[UPG2003]\x1b[0m"), std::string::npos);
}

TEST_F(Render, FilesAreNamedFromHereButBuiltInOnesAreNot) {
  source("upg 1\n");
  sources.add("<kinds>/service.upg", "upg 1\n");
  options.directory = "plans/";
  EXPECT_EQ(locate({0, 0, 1}, sources, options).file, "plans/plan.upg");
  EXPECT_EQ(locate({1, 0, 1}, sources, options).file, "<kinds>/service.upg");
}

TEST_F(Render, JsonSaysEverything) {
  source("upg 1\nfail bäkup\n");
  auto d = mistake(span(11, 17));
  d.help = "h";
  d.notes = {{span(0, 3), "n"}};
  d.fixes = {{span(11, 17), "backup"}};
  const auto json = nlohmann::json::parse(render_json({d}, sources, options));
  ASSERT_EQ(json.size(), 1u);
  const nlohmann::json want = {
      {"code", "UPG2003"},
      {"severity", "error"},
      {"message", "unknown step `bakup`"},
      {"file", "plan.upg"},
      {"line", 2},
      {"column", 6},
      {"endLine", 2},
      {"endColumn", 11},
      {"help", "h"},
      {"notes", {{{"message", "n"}, {"file", "plan.upg"}, {"line", 1}, {"column", 1}, {"endLine", 1}, {"endColumn", 4}}}},
      {"fixes", {{{"text", "backup"}, {"file", "plan.upg"}, {"line", 2}, {"column", 6}, {"endLine", 2}, {"endColumn", 11}}}}};
  EXPECT_EQ(json[0], want);
}

TEST_F(Render, NothingToSayIsAnEmptyListInJsonAndNothingInText) {
  EXPECT_EQ(render_json({}, sources, options), "[]\n");
  EXPECT_EQ(render_text({}, sources, options), "");
}

TEST_F(Render, JsonSurvivesBrokenBytes) {
  source("upg 1\n");
  auto d = mistake(span(0, 3));
  d.message = "unknown \xff";
  EXPECT_TRUE(nlohmann::json::accept(render_json({d}, sources, options)));
}

TEST_F(Render, AnnotationsCannotBeBrokenOutOf) {
  source("upg 1\n");
  auto d = mistake(span(0, 3));
  d.message = "100%\n::error::forged";
  EXPECT_EQ(render_github({d}, sources, options),
            "::error title=UPG2003,file=plan.upg,line=1,endLine=1,col=1,endColumn=4::100%25%0A::error::forged\n");
}

}  // namespace
}  // namespace upg::diag
