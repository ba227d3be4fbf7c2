// In which states the resources may be at a point of the walk over a plan, and so who may write what.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/prove/context.h"

namespace upg::prove {

class States {
 public:
  explicit States(Context& c);
  /// To be called before the deeds of a step are looked at, and after them.
  void before(const plan::Step& step);
  void after(const plan::Step& step);
  /// To be called for each deed after it (`may start X`).
  void pass(const plan::Deed& deed, Guards::Id when);
  /// When a declared writer of `resource`, of a part of it or of what it is part of may run.
  [[nodiscard]] Guards::Id may_write(const std::string& resource);
  /// When `resource` may be in another state than this.
  [[nodiscard]] Guards::Id may_be_other(const std::string& resource, const std::string& state) const;
  /// A writer of that resource, for the message.
  [[nodiscard]] std::string writer_of(const std::string& resource) const;
  /// The bracket around the step that keeps a declared writer of `resource` from running, or null: none, or more than one.
  [[nodiscard]] const plan::Bracket* keeper(const plan::Step& step, const std::string& resource) const;
  /// Grows with every change of a state, so that nobody looks twice at the same.
  [[nodiscard]] size_t changes() const { return changes_; }

 private:
  void set(const std::string& resource, const std::string& state, Guards::Id when);
  Context& c_;
  size_t changes_ = 0;
  std::map<std::string, std::map<std::string, Guards::Id>> may_;  ///< resource, state; "" is a state without a name
  struct Writer { std::string resource, state; std::vector<std::string> writes; };
  std::vector<Writer> writers_;
  std::map<std::string, std::pair<size_t, Guards::Id>> asked_;    ///< may_write, as of that number of changes
};

}  // namespace upg::prove
