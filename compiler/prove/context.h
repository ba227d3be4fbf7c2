// What every proof works with, and the walk over a plan that they share.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "compiler/prove/guards.h"
#include "compiler/prove/proofs.h"

namespace upg::prove {

struct Context {
  const plan::Plan& plan;
  Guards& guards;
  diag::Sink& sink;
  Proofs& proofs;
};

/// Sets content aside or replaces it: what P1 and P5 are about.
[[nodiscard]] inline bool alters(plan::EffectKind k) {
  return k == plan::EffectKind::changes || k == plan::EffectKind::destroys;
}

/// The undo of `step` has a deed that turns round deed number `n` of it.
[[nodiscard]] bool inverted(const plan::Step& step, int n);

/// Calls `f` for each deed of the plan in order, with the condition under which it runs.
void each_deed(Context& c, const std::function<void(const plan::Step&, const plan::Deed&, Guards::Id)>& f);

/// " (from 5.3.3, deployment = kubernetes)", or "" when it happens always.
[[nodiscard]] std::string witness_note(Context& c, Guards::Id when);

/// Which states of which services may hold at a point of the walk; tells whether a declared writer of a resource may run.
class Writers {
 public:
  explicit Writers(Context& c);
  /// To be called for each step before its deeds are looked at.
  void pass(const plan::Step& step);
  /// To be called for each deed after it (`may start X`).
  void pass(const plan::Deed& deed, Guards::Id when);
  /// When a declared writer of `resource` may run.
  [[nodiscard]] Guards::Id may_write(const std::string& resource) const;
  /// A writer of that resource, for the message.
  [[nodiscard]] std::string writer_of(const std::string& resource) const;

 private:
  using Key = std::pair<std::string, std::string>;  ///< service, state
  void set(const std::string& service, const std::string& state, Guards::Id when);
  Context& c_;
  std::map<Key, Guards::Id> in_;                    ///< only states in which something is written
  std::map<std::string, std::vector<Key>> writers_; ///< of each resource
};

// The proofs, a file each. Each reports its failures and adds its evidence to `c.proofs`.
void prove_backups(Context& c);    // P1
void prove_brackets(Context& c);   // P2
void prove_secrets(Context& c);    // P3
void prove_rollback(Context& c);   // P5
void prove_purity(Context& c);     // P7
void prove_resume(Context& c);     // P8
void prove_waits(Context& c);      // P10
void prove_supplies(Context& c);   // P11

}  // namespace upg::prove
