// The command line as a value.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace upg::driver {

enum class Command : uint8_t { check, build, plan, route, test, explain, fmt, init, kinds };
enum class Format : uint8_t { text, json, sarif, github };

struct Options {
  Command command = Command::check;
  std::vector<std::string> files;  ///< the plan; the files of `fmt`; the code of `explain`; the names of `kinds`
  std::string out = ".";
  std::string from, to;
  std::vector<std::string> settings;  ///< `name=value`, as typed
  std::string answers;                ///< a file, or ""
  std::vector<std::string> targets;   ///< names of backends; empty: all that the plan wants
  std::string flavour = "commonmark";
  Format format = Format::text;
  bool check = false;  ///< write nothing, compare
  bool explain_proofs = false;
  bool all_failures = false;  ///< of `test`: lets each step fail
  std::string as_of;  ///< a date, or "": what is accepted until a day before it is an error
  bool force = false;  ///< replace files that upg did not make
};

/// Exit codes: docs/exit-codes.md.
enum class Exit : int { done = 0, errors = 1, stale = 2, tests_failed = 3, usage = 64, bug = 70 };

/// The options, or how to end: after `--help` and `--version`, or when the command line makes no sense (both have printed).
[[nodiscard]] std::variant<Options, Exit> read_command_line(int argc, char** argv);

}  // namespace upg::driver
