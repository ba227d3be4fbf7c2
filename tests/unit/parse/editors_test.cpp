// The editors' files know the words of the grammar, all of them.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace upg {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Editors, KnowTheWordsOfTheGrammar) {
  const auto grammar = read("grammar/UpgLexer.g4");
  const auto vim = read("editors/vim/syntax/upg.vim");
  const auto textmate = read("editors/textmate/upg.tmLanguage.json");
  const std::string words = grammar.substr(grammar.find("CLAUSE"), grammar.find("-- literals") - grammar.find("CLAUSE"));
  static const std::regex kWord("'([a-z]+)'");
  size_t count = 0;
  for (std::sregex_iterator it(words.begin(), words.end(), kWord), end; it != end; ++it, ++count) {
    const auto word = (*it)[1].str();
    EXPECT_TRUE(std::regex_search(vim, std::regex("syntax keyword .*\\b" + word + "\\b"))) << word;
    EXPECT_TRUE(std::regex_search(textmate, std::regex("[(|]" + word + "[)|]"))) << word;
  }
  EXPECT_GT(count, 40u);
}

}  // namespace
}  // namespace upg
