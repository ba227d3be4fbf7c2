#include "compiler/driver/options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>

#include "backends/kit/backend.h"
#include "compiler/diag/codes_driver.h"
#include "compiler/driver/report.h"
#include "compiler/support/text.h"

namespace upg::driver {
namespace {

const std::map<std::string, Format> formats = {
    {"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}, {"github", Format::github}};

std::string target_help() {
  std::string out = "make only this artifact; may be repeated:";
  for (const auto& backend : backends::all()) out += fmt::format("\n{}: {}", backend.name, backend.about);
  return out;
}

void format_option(CLI::App* app, Options& o) {
  app->add_option_function<std::string>(
         "--format", [&o](const std::string& name) { o.format = formats.at(name); },
         "how diagnostics are printed: text (default), json, sarif, github")
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}));
}

// What every command that compiles takes.
void plan_options(CLI::App* app, Options& o) {
  app->add_option("plan", o.files, "the plan, a .upg file")->required()->expected(1);
  app->add_option("--from", o.from, "the release that is upgraded from");
  app->add_option("--to", o.to, "the release that is upgraded to");
  app->add_option("--set", o.settings, "give an input or a choice its value: name=value; may be repeated")
      ->expected(1)
      ->take_all();
  app->add_option("--answers", o.answers, "a file of lines `name = value`");
  app->add_option("--target", o.targets, target_help())->expected(1)->take_all();
  format_option(app, o);
}

CLI::App* command(CLI::App& app, Options& o, const char* name, const char* about, Command which) {
  auto* sub = app.add_subcommand(name, about);
  sub->callback([&o, which] { o.command = which; });
  return sub;
}

void declare(CLI::App& app, Options& o) {
  auto* check = command(app, o, "check", "check a plan: syntax, types, proofs, what its artifacts can express", Command::check);
  plan_options(check, o);
  check->add_flag("--explain-proofs", o.explain_proofs, "print what was shown, and from what");
  check->add_option("--as-of", o.as_of, "a date, 2027-01-01: refuse what the plan accepts until a day before it")
      ->check([](const std::string& text) {
        const bool date = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                          text.find_first_not_of("0123456789-") == std::string::npos;
        return date ? std::string() : "a date looks like 2027-01-01";
      });

  auto* build = command(app, o, "build", "write all artifacts of a plan", Command::build);
  plan_options(build, o);
  build->add_option("--out", o.out, "the directory that they are written to (default: here)");
  build->add_option("--flavour", o.flavour, "of the runbook: commonmark (default), github")
      ->check(CLI::IsMember({"commonmark", "github"}));
  build->add_flag("--check", o.check, "write nothing; show what differs from the files on disk, exit 2 if anything does");
  build->add_flag("--force", o.force, "replace files that upg did not make");

  plan_options(command(app, o, "plan", "show what will happen, as a table", Command::plan), o);
  auto* route = command(app, o, "route", "show the hops from one release to another, and why each is the next", Command::route);
  route->add_option("plan", o.files, "the plan, a .upg file")->required()->expected(1);
  route->add_option("--from", o.from, "the release that is upgraded from; any one, the plan's earliest by default");
  route->add_option("--to", o.to, "the release that is upgraded to; any one, the plan's own by default");
  format_option(route, o);
  auto* test = command(app, o, "test", "run the tests that stand in a plan", Command::test);
  plan_options(test, o);
  test->add_flag("--all-failures", o.all_failures, "let each step fail as well, in every combination of what is not given, and say where that leads");

  auto* explain = command(app, o, "explain", "explain the code of a diagnostic", Command::explain);
  explain->add_option("code", o.files, "as printed: UPG2003")->required()->expected(1);

  auto* fmt = command(app, o, "fmt", "bring plans into the one style", Command::fmt);
  fmt->add_option("files", o.files, ".upg files")->required();
  fmt->add_flag("--check", o.check, "write nothing; show what would change, exit 2 if anything would");
  format_option(fmt, o);

  auto* init = command(app, o, "init", "write a small plan to start from", Command::init);
  init->add_option("file", o.files, "its name (default: plan.upg)")->expected(0, 1);

  auto* kinds = command(app, o, "kinds", "list the built-in kinds, or print the source of some", Command::kinds);
  kinds->add_option("names", o.files, "kinds to print");
}

std::vector<std::string> long_names(const CLI::App& app) {
  std::vector<std::string> out;
  for (const auto* option : app.get_options())
    for (const auto& name : option->get_lnames()) out.push_back("--" + name);
  return out;
}

void unknown(diag::Builder said, const std::string& word, const std::vector<std::string>& known, const std::string& list) {
  if (const auto near = support::nearest(word, {known.begin(), known.end()}); !near.empty()) said.help("did you mean `{}`?", near);
  else said.help("`{}` lists what there is", list);
}

// The library of the command line counts words; a person wants to know which one is wrong.
bool knows_all(const CLI::App& app, int argc, char** argv, diag::Sink& sink) {
  const CLI::App* at = &app;
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    const std::string word(argv[i]), name = word.substr(0, word.find('='));
    if (!word.starts_with("--")) {
      if (at != &app || word.starts_with("-")) continue;
      std::vector<std::string> commands;
      for (const auto* sub : app.get_subcommands([](const CLI::App*) { return true; })) commands.push_back(sub->get_name());
      if (std::find(commands.begin(), commands.end(), word) == commands.end())
        unknown(diag::UnknownCommand(sink, std::nullopt, word), word, commands, "upg --help");
      else
        at = app.get_subcommand(word);
    } else if (const auto known = long_names(*at); std::find(known.begin(), known.end(), name) == known.end()) {
      const std::string where = at == &app ? "upg" : "upg " + at->get_name();
      unknown(diag::UnknownOption(sink, std::nullopt, name, where), name, known, where + " --help");
    }
    if (sink.has_errors()) return false;
  }
  return true;
}

}  // namespace

std::variant<Options, Exit> read_command_line(int argc, char** argv) {
  // Answered before anything else is set up: scripts ask this often.
  if (argc == 2 && std::string_view(argv[1]) == "--version") {
    fmt::print("upg {}\n", UPG_VERSION);
    return Exit::done;
  }
  Options options;
  CLI::App app("upg compiles an upgrade procedure into a script, a runbook and more.", "upg");
  app.add_flag_callback(
      "--version", [] { throw CLI::CallForVersion("upg " UPG_VERSION, 0); }, "print the version");
  app.require_subcommand(1);
  app.footer("Exit codes: 0 done, 1 errors, 2 stale files, 3 failed tests, 64 wrong command line, 70 a bug in upg.");
  declare(app, options);
  if (diag::Sink sink; !knows_all(app, argc, argv, sink)) {
    report(sink, Format::text);
    return Exit::usage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    app.exit(help);
    return Exit::done;
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "upg: {}\nRun `upg --help` for what there is.\n", error.what());
    return Exit::usage;
  }
  return options;
}

}  // namespace upg::driver
