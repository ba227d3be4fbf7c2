// Bytes that mean something to some shell, through a whole generated script and out again: argument vectors, environments,
// standard input and the holes of fences hold exactly what the plan says, whichever shell runs it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/unit/shell/plans.h"

namespace upg::shell::test {
namespace {

using core::Quoting;

std::vector<std::string> split(const std::string& bytes) {
  std::vector<std::string> all;
  for (size_t at = 0; at < bytes.size();) {
    const size_t end = bytes.find('\0', at);
    all.push_back(bytes.substr(at, end - at));
    at = end == std::string::npos ? bytes.size() : end + 1;
  }
  return all;
}

// `/usr/bin/printf '%s\0' WORDS >FILE`, which no shell has as a command of its own.
core::Command printed(std::vector<core::Word> words, const std::string& file) {
  words.insert(words.begin(), {word("/usr/bin/printf"), word("%s\\0")});
  core::Command c = test::words(std::move(words));
  c.pipeline[0].redirects.push_back({core::Redirection::out, word(file)});
  return c;
}

// The big list of naughty strings, where `./dev engines` has put it.
std::vector<std::string> naughty_strings() {
  const char* cache = std::getenv("UPG_ENGINES");
  const char* home = std::getenv("HOME");
  const std::string engines = cache != nullptr ? cache : std::string(home != nullptr ? home : "") + "/.cache/upg-engines";
  std::ifstream file(engines + "/naughty-1.0.0/package/blns.json");
  return file ? nlohmann::json::parse(file).get<std::vector<std::string>>() : std::vector<std::string>{};
}

struct Trip {
  plan::Plan plan = test::plan("trip");
  std::vector<std::string> strings = hostile_strings();
  std::string all;
  std::vector<Ref> variables;

  Trip() {
    std::ranges::move(naughty_strings(), std::back_inserter(strings));
    for (const auto& s : strings) all += s + "\n";
    for (size_t i = 0; i < strings.size(); ++i) {
      plan::Variable v = input("s" + std::to_string(i), core::Tag::text, strings[i]);
      v.origin = plan::Origin::let;
      plan.variables.push_back(v);
      variables.push_back(var(v.name));
    }
  }

  void arguments(const Place& place) {
    std::vector<core::Word> literal, composed, of_variables;
    for (size_t i = 0; i < strings.size(); ++i) {
      literal.push_back(word(strings[i]));
      composed.push_back({{}, {{"--x=", nullptr}, {"", variables[i]}, {strings[i], nullptr}}});
      of_variables.push_back(word(variables[i]));
    }
    step(plan, "arguments",
         {run(printed(literal, place.path("literal"))), run(printed(composed, place.path("composed"))),
          run(printed(of_variables, place.path("variables")))});
  }

  void fences(const Place& place) {
    for (const auto& [name, quoting] :
         {std::pair{"bare", Quoting::bare}, {"double", Quoting::double_quotes}, {"single", Quoting::single_quotes}}) {
      const std::string mark = quoting == Quoting::bare ? "" : quoting == Quoting::double_quotes ? "\"" : "'";
      core::Command c;
      std::string before = "/usr/bin/printf '%s\\0' " + mark;
      for (const auto& v : variables) {
        c.fence.push_back({before, v, quoting});
        before = mark + " " + mark;
      }
      c.fence.push_back({mark + " >'" + place.path(name) + "'\n", nullptr});
      step(plan, name, {run(c)});
    }
    core::Command here;
    std::string before = "cat <<END >'" + place.path("here") + "'\n";
    for (const auto& v : variables) {
      here.fence.push_back({before, v, Quoting::here_document});
      before = "\n@\n";
    }
    here.fence.push_back({"\nEND\n", nullptr});
    step(plan, "here", {run(here)});
  }

  void surroundings(const Place& place) {
    core::Command c = line({"/usr/bin/env", "-0"});
    for (size_t i = 0; i < strings.size(); ++i)
      c.env.push_back({"TRIP_" + std::to_string(i), i % 2 ? variables[i] : text(strings[i]), false});
    c.pipeline[0].redirects.push_back({core::Redirection::out, word(place.path("environment"))});
    step(plan, "environment", {run(c)});
    core::Command cat = line({"cat"});
    cat.input = text(all);
    cat.pipeline[0].redirects.push_back({core::Redirection::out, word(place.path("input"))});
    step(plan, "input", {run(cat)});
    core::Command copy;
    copy.env.push_back({"PRIVATE", text(all), true});
    copy.fence.push_back({"cat \"$PRIVATE\" >'" + place.path("file") + "'\n", nullptr});
    step(plan, "file", {run(copy)});
  }
};

// Three argument vectors, three kinds of quotes in a fence, a here-document, environment, input, private file.
constexpr int routes = 10;

void keep_figure(size_t trips, size_t strings, size_t shells) {
  FILE* keeper = popen("python3 tests/shell/figures.py >/dev/null 2>&1", "w");
  if (keeper == nullptr) return;
  fmt::print(keeper,
             "Q1.compiled 0 {} strings altered|{} hostile strings (every byte in four places, naughty ones) through {} routes of "
             "compiled text, on {} shells\n",
             trips, strings, routes, shells);
  pclose(keeper);
}

void compare(const std::vector<std::string>& got, const std::vector<std::string>& due, const std::string& where) {
  ASSERT_EQ(got.size(), due.size()) << where;
  for (size_t i = 0; i < due.size(); ++i) EXPECT_EQ(got[i], due[i]) << where << " " << i;
}

TEST(Hostile, EveryByteArrivesAsItIs) {
  size_t trips = 0;
  size_t ran = 0;
  size_t strings = 0;
  for (auto shell : shells()) {
    const Place place;
    Trip trip;
    trip.arguments(place);
    trip.fences(place);
    trip.surroundings(place);
    const std::string name = shell[0];
    shell.insert(shell.end(), {place.write("upgrade.sh", script(trip.plan)), "run", "--yes", "--state", place.path("state")});
    const auto r = execute(shell);
    ASSERT_EQ(r.status, 0) << name << "\n" << r.out;
    std::vector<std::string> composed;
    std::string here;
    for (const auto& s : trip.strings) {
      composed.push_back("--x=" + s + s);
      here += (here.empty() ? "" : "@\n") + s + "\n";
    }
    compare(split(place.read("literal")), trip.strings, name + " literal");
    compare(split(place.read("composed")), composed, name + " composed");
    compare(split(place.read("variables")), trip.strings, name + " variables");
    for (const char* fence : {"bare", "double", "single"}) compare(split(place.read(fence)), trip.strings, name + " " + fence);
    EXPECT_EQ(place.read("here"), here) << name;
    EXPECT_EQ(place.read("input"), trip.all) << name;
    EXPECT_EQ(place.read("file"), trip.all) << name;
    const auto environment = split(place.read("environment"));
    for (size_t i = 0; i < trip.strings.size(); ++i) {
      const std::string entry = fmt::format("TRIP_{}={}", i, trip.strings[i]);
      EXPECT_NE(std::find(environment.begin(), environment.end(), entry), environment.end()) << name << " environment " << i;
    }
    strings = trip.strings.size();
    trips += strings * routes;
    ++ran;
  }
  EXPECT_GE(strings, 1100U);
  if (!HasFailure()) keep_figure(trips, strings, ran);
}

}  // namespace
}  // namespace upg::shell::test
