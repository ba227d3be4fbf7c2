// upg: read the command line, do what it says.
#include <fmt/core.h>

#include <cstdio>
#include <exception>

#include "compiler/driver/commands.h"

namespace {

int ended(upg::driver::Exit exit) { return static_cast<int>(exit); }

}  // namespace

int main(int argc, char** argv) {
  using namespace upg::driver;
  try {
    const auto line = read_command_line(argc, argv);
    if (const auto* exit = std::get_if<Exit>(&line)) return ended(*exit);
    return ended(run(std::get<Options>(line)));
  } catch (const std::exception& bug) {
    // Every mistake of a user is a diagnostic; what arrives here is ours.
    fmt::print(stderr, "upg: internal compiler error: {}\nPlease report it, with the plan that causes it.\n", bug.what());
    return ended(Exit::bug);
  }
}
