// The evaluator of the builder: puts values in the place of names. Fields, parameters, asks and environments of kinds,
// bound variables and lets that only name another thing vanish; what is known is folded.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/plan/plan.h"
#include "compiler/sema/module.h"

namespace upg::plan {

/// Where an expression stands: in the plan (no resource), or in the kind of a resource, perhaps within a verb.
/// The lines of the `edit` that is being done, with the caller's values.
using Edits = std::vector<EditLine>;

struct Scope {
  const sema::Resource* resource = nullptr;
  std::map<std::string, Ref> params;
  std::string tag;  ///< tells the files of this call from those of an earlier one: "" or ".2"
  Edits edits = {};
};

/// An optional value that is absent. It takes the word or the environment entry that it stands in with it.
[[nodiscard]] Ref absent(Span span);
[[nodiscard]] bool is_absent(const Ref& e);
/// The boolean that `e` is known to be, if it is.
[[nodiscard]] std::optional<bool> decided(const Ref& e);

class Evaluator {
 public:
  Evaluator(const sema::Module& module, std::map<std::string, core::Value> bound);

  [[nodiscard]] Ref value(const Ref& e, const Scope& scope = {});
  /// As a condition: null for always.
  [[nodiscard]] Ref condition(const Ref& e, const Scope& scope = {});
  [[nodiscard]] CommandRef command(const CommandRef& c, const Scope& scope = {});
  /// A field's value, or an absent one.
  [[nodiscard]] Ref field(const sema::Resource& r, const std::string& name);
  /// What the kind and the resource put into the environment of each of its commands.
  [[nodiscard]] const std::vector<core::EnvEntry>& environment(const sema::Resource& r);

  [[nodiscard]] const sema::Resource* resource(const std::string& name) const;
  [[nodiscard]] const sema::Variable* variable(const std::string& name) const;
  /// The resources that a value refers to: one, or a list of them.
  [[nodiscard]] std::vector<std::string> resources_in(const Ref& e) const;
  /// From now on `name` is this value wherever it is used.
  void learn(const std::string& name, Ref value) { replaced_[name] = std::move(value); }
  /// What is looked at from now on belongs to the hop that reaches this release; "" to none.
  /// `before`: when a comparison with `hop.from` holds, where that is not one version for all of `from`.
  void enter_hop(std::string hop, const Ref& from, const Ref& to, std::function<Ref(const core::Apply&)> before);
  [[nodiscard]] const std::string& hop() const { return hop_; }
  /// A variable that each hop has anew has its release in front: `24.1/schema.log`.
  [[nodiscard]] std::string of_hop(const std::string& name) const;
  /// The plan's versions, narrowed to one when `from` is bound.
  [[nodiscard]] const Range& from() const { return from_; }

 private:
  Ref node(const Ref& e, const Scope& scope);
  Ref variable_value(const Ref& e, const std::string& name);
  Ref param(const Ref& e, const std::string& name, const Scope& scope);
  Ref ask(const Ref& e, const core::AskCall& call);
  Ref compared(const Ref& e, const core::Apply& a);
  Ref by_cases(const Ref& e, const core::Apply& a, const core::Cases& cases);
  [[nodiscard]] CommandRef with_environment(const CommandRef& c, const sema::Resource* r);

  const sema::Module& module_;
  std::unordered_map<std::string, const sema::Resource*> resources_;
  std::unordered_map<std::string, const sema::Variable*> variables_;
  std::unordered_map<std::string, Ref> replaced_;  ///< null: a variable that stays one
  std::unordered_map<std::string, std::vector<core::EnvEntry>> environments_;
  std::unordered_map<std::string, Ref> fields_;
  Range from_;
  std::string hop_;
  Ref hop_from_;
  std::function<Ref(const core::Apply&)> before_;
};

/// Literal pieces become text, commands as words are spliced, absent words vanish. Part of Evaluator; here for its tests.
[[nodiscard]] CommandRef tidy(const CommandRef& c);

/// The kind's member of that name, its own or of one that it extends.
[[nodiscard]] const sema::State* find_state(const sema::Kind& k, std::string_view name);
[[nodiscard]] const sema::Ask* find_ask(const sema::Kind& k, std::string_view name);

}  // namespace upg::plan
