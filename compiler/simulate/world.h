// What a run of a plan does under given answers and failures, without running anything.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/plan/plan.h"

namespace upg::simulate {

/// What is known of the values of one run.
class Values {
 public:
  /// Each variable at its default; those without one, captures and outputs of commands stay open.
  explicit Values(const plan::Plan& plan);
  [[nodiscard]] core::Ref value(const core::Ref& e) const;
  [[nodiscard]] core::CommandRef command(const core::CommandRef& c) const;
  /// Nothing when no value here decides it.
  [[nodiscard]] std::optional<bool> holds(const core::Ref& condition) const;

 private:
  std::unordered_map<std::string, core::Ref> known_;
};

/// Failures to inject, by the names of steps or resources.
struct Failures {
  std::set<std::string> steps, undos, leaving;
  struct Gap { std::string after, before; };
  std::vector<Gap> gaps;
};

enum class Fate : uint8_t { ran, skipped, undecided };  ///< undecided: only a run can tell; taken to run

/// How far a run came.
struct World {
  std::map<std::string, std::string> states;     ///< of resources that brackets speak of; "" when not known
  std::map<std::string, std::string> at_first;   ///< the same, before the run
  std::vector<const plan::Step*> begun;          ///< in order; the last one may have failed
  std::set<std::string> done;                    ///< ids
  std::string stopped;                           ///< id of the step that stopped the run, or ""
};

[[nodiscard]] Fate fate(const plan::Step& step, const Values& values, const std::set<std::string>& taken);
/// `taken`: names of optional steps that are answered with yes.
[[nodiscard]] World walk(const plan::Plan& plan, const Values& values, const Failures& failures, const std::set<std::string>& taken);

/// Why a rollback from here does not bring back `resource`; nothing when it does.
[[nodiscard]] std::optional<std::string> not_restored(const plan::Plan& plan, const World& world, const Failures& failures,
                                                      const std::string& resource);
/// Undoes what was begun as far as it can be.
void roll_back(const plan::Plan& plan, World& world, const Failures& failures);

/// A step is meant by its name or its id.
[[nodiscard]] bool is_named(const plan::Step& step, const std::string& name);

}  // namespace upg::simulate
