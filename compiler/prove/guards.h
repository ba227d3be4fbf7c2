// Conditions as shared decision diagrams over version intervals, choices and other decisions. Two conditions are the same
// exactly when their ids are the same; combining two costs the product of their sizes, not of the combinations.
//
// Questions are asked in one order: `from`, then each choice, then everything else that a condition asks (an optional step
// taken or not, a captured text, a file that exists), in order of first appearance. Two different such conditions are taken
// to be independent: a proof then covers at least every real combination.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/plan/plan.h"

namespace upg::prove {

class Guards {
 public:
  using Id = uint32_t;
  static constexpr Id never = 0, always = 1;
  /// Past so many nodes nothing is decided any more, nor past so many edges between them: see too_complex().
  static constexpr size_t limit = 10'000;
  static constexpr size_t edge_limit = 2'000'000;

  explicit Guards(const plan::Plan& plan);

  /// Null stands for always. What only the moment can answer (a file exists, a command succeeds) may have another answer in
  /// another step; within one it is taken to have one. Enter and leave of a bracket ask once.
  [[nodiscard]] Id of(const plan::Ref& condition) { return of(condition, ""); }
  [[nodiscard]] Id of(const plan::Ref& condition, const plan::Step& asking);
  [[nodiscard]] Id of(const plan::Ref& condition, const plan::Bracket& asking);
  /// Whether a person takes this optional step.
  [[nodiscard]] Id taken(const plan::Step& step);
  /// When the deeds of the step run: its guard, and taken when it is optional.
  [[nodiscard]] Id runs(const plan::Step& step);
  /// When they have run to their end and the plan goes on: a step with `on failure continue` may have failed.
  [[nodiscard]] Id done(const plan::Step& step);
  [[nodiscard]] Id both(Id a, Id b);
  [[nodiscard]] Id either(Id a, Id b);
  [[nodiscard]] Id negate(Id a);
  [[nodiscard]] Id without(Id a, Id b) { return both(a, negate(b)); }
  /// What the declared versions allow, and no case that is declared unsupported.
  [[nodiscard]] Id possible() const { return possible_; }
  /// Can it happen from a version that the plan is for?
  [[nodiscard]] bool can_be(Id a) { return both(a, possible_) != never; }

  /// One way in which `a` comes true: "from 5.3.3, deployment = kubernetes, `vacuum` taken"; "" when it always does.
  [[nodiscard]] std::string witness(Id a);
  /// A diagram grew past the limit; the answers since are worthless and nothing may pass.
  [[nodiscard]] bool too_complex() const { return too_complex_; }
  [[nodiscard]] size_t nodes() const { return nodes_.size(); }
  /// The questions asked, for the message about complexity.
  [[nodiscard]] const std::vector<std::string>& questions() const { return labels_; }

 private:
  struct Node { uint32_t question; std::vector<Id> next; };  ///< next: one for each answer
  enum class Join : uint8_t { both, either };

  Id of(const plan::Ref& e, const std::string& at);
  [[nodiscard]] bool of_the_moment(const plan::Ref& e);
  Id node(uint32_t question, std::vector<Id> next);
  Id join(Join how, Id a, Id b);
  [[nodiscard]] bool depends_on_from(Id a) const;
  Id join_all(Join how, std::vector<Id> parts);
  Id relation(const plan::Ref& e, const core::Apply& a, const std::string& at);
  Id versions(const core::Apply& a);
  Id choice(uint32_t question, core::Op op, const std::vector<plan::Ref>& names);
  Id opaque(const plan::Ref& e, const std::string& at);
  uint32_t ask(const std::string& key, std::string label, std::vector<std::string> answers);
  /// The interval of `from` in which a version lies, and whether it is that interval's own version.
  [[nodiscard]] size_t interval(const std::string& version) const;
  void collect_versions(const plan::Plan& plan);
  void find_possible(const plan::Plan& plan);

  // `from` as intervals: point k is answer 2k+1, what lies between points k-1 and k is answer 2k.
  std::vector<std::string> points_;
  std::vector<std::string> labels_;                  ///< of each question
  std::vector<std::vector<std::string>> answers_;    ///< of each question, as a witness says them
  std::unordered_map<std::string, uint32_t> asked_;
  std::map<std::string, std::vector<std::string>> choices_;
  std::vector<Node> nodes_;
  size_t edges_ = 0;
  std::map<std::pair<uint32_t, std::vector<Id>>, Id> unique_;
  std::map<std::tuple<Join, Id, Id>, Id> joined_;
  std::unordered_map<Id, Id> negated_;
  std::map<std::pair<const core::Expr*, std::string>, std::pair<plan::Ref, Id>> known_;
  std::unordered_map<const core::Expr*, bool> of_the_moment_;
  std::unordered_map<std::string, plan::Ref> lets_;  ///< conditions that have a name
  Id versions_ = always, possible_ = always;
  bool too_complex_ = false;
};

}  // namespace upg::prove
