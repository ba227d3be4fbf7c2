// Scripts as others see them: the linter, the formatter, the shells.
#include <gtest/gtest.h>

#include "tests/unit/shell/plans.h"

namespace upg::shell::test {
namespace {

TEST(Script, EveryShapeIsCleanForLinterAndFormatter) {
  const Place place;
  int n = 0;
  for (const std::string hostile : {"plain", "it's $(x) `y` \"z\" \\", "a\nb\n'c", "-“q” $x", "\x01\xff\r", "日本", ""}) {
    const std::string file = place.write("everything" + std::to_string(n++) + ".sh", generated(everything(hostile)));
    const auto lint = execute({"shellcheck", "-s", "sh", file});
    EXPECT_EQ(lint.status, 0) << hostile << "\n" << lint.out;
    const auto format = execute({"shfmt", "-ln", "posix", "-d", file});
    EXPECT_EQ(format.status, 0) << hostile << "\n" << format.out;
  }
}

TEST(Script, TheWholeFileIsCleanForLinterAndFormatter) {
  const Place place;
  const std::string file = place.write("upgrade.sh", script(everything("it's")));
  const auto lint = execute({"shellcheck", "-s", "sh", file});
  EXPECT_EQ(lint.status, 0) << lint.out;
  const auto format = execute({"shfmt", "-ln", "posix", "-d", file});
  EXPECT_EQ(format.status, 0) << format.out;
}

TEST(Script, EveryShellReadsEveryShape) {
  const Place place;
  for (const auto& hostile : {"plain", "it's $(x) `y` \"z\" \\", "a\nb\n'c"}) {
    const std::string file = place.write("upgrade.sh", script(everything(hostile)));
    for (auto shell : shells()) {
      shell.push_back("-n");
      shell.push_back(file);
      const auto r = execute(shell);
      EXPECT_EQ(r.status, 0) << shell[0] << " " << hostile << "\n" << r.out;
    }
  }
}

}  // namespace
}  // namespace upg::shell::test
