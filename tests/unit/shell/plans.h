// Plans put together by hand, and scripts made of them.
#pragma once

#include <string>
#include <vector>

#include "backends/shell/backend.h"
#include "compiler/core/expr.h"
#include "compiler/plan/plan.h"

namespace upg::shell::test {

using core::Ref;

[[nodiscard]] Ref text(const std::string& s);
[[nodiscard]] Ref typed(core::Tag tag, const std::string& s);
[[nodiscard]] Ref var(const std::string& name, core::Tag tag = core::Tag::text);
[[nodiscard]] Ref concat(std::vector<Ref> parts);
[[nodiscard]] Ref apply(core::Op op, std::vector<Ref> args);
[[nodiscard]] Ref output(const core::CommandRef& c, core::Tag tag = core::Tag::text);
[[nodiscard]] Ref succeeds(const core::CommandRef& c);
[[nodiscard]] core::Word word(const std::string& s);
[[nodiscard]] core::Word word(const Ref& value, bool spread = false);
/// One command of these words.
[[nodiscard]] core::Command words(std::vector<core::Word> argv);
[[nodiscard]] core::Command line(const std::vector<std::string>& argv);
[[nodiscard]] core::CommandRef share(core::Command c);

[[nodiscard]] plan::Plan plan(const std::string& name = "sample");
[[nodiscard]] plan::Variable input(const std::string& name, core::Tag tag, const std::string& value);
[[nodiscard]] plan::Action run(core::Command c, const std::string& capture = {});
[[nodiscard]] plan::Action expect(Ref predicate);
/// Adds a step of the upgrade with one deed for each action.
plan::Step& step(plan::Plan& p, const std::string& name, std::vector<plan::Action> actions);

/// A plan that uses every kind of value, command, deed and policy once.
[[nodiscard]] plan::Plan everything(const std::string& hostile);

[[nodiscard]] std::string script(const plan::Plan& p);
/// What stands behind the library, which is what a linter can read in a moment; a line uses what only the library uses.
[[nodiscard]] std::string generated(const plan::Plan& p);
[[nodiscard]] std::vector<std::string> hostile_strings();

struct Outcome {
  int status = 0;
  std::string out;
};
/// Runs a program with nothing to read; standard error comes with the output.
[[nodiscard]] Outcome execute(const std::vector<std::string>& argv);
/// A directory that is removed at the end.
class Place {
 public:
  Place();
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] std::string path(const std::string& name) const { return dir_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::string dir_;
};
/// Shells that are installed, each with its options.
[[nodiscard]] std::vector<std::vector<std::string>> shells();

}  // namespace upg::shell::test
