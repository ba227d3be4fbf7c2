// The resources of a plan, and which of them belong together.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "compiler/plan/plan.h"

namespace upg::reference {

class Things {
 public:
  explicit Things(const plan::Plan& plan) : plan_(plan) {}

  const plan::Resource& resource(const std::string& name) const {
    return *std::find_if(plan_.resources.begin(), plan_.resources.end(), [&](const auto& r) { return r.name == name; });
  }
  std::set<std::string> wholes(const std::string& name) const {
    std::set<std::string> out;
    for (auto at = name; !at.empty() && out.insert(at).second;) at = resource(at).part_of;
    return out;
  }
  bool in(const std::string& part, const std::string& whole) const { return wholes(part).contains(whole); }
  bool kin(const std::string& a, const std::string& b) const { return in(a, b) || in(b, a); }
  std::vector<std::string> family(const std::string& name) const {
    std::vector<std::string> out{name};
    for (const auto& r : plan_.resources)
      if (r.name != name && in(r.name, name)) out.push_back(r.name);
    return out;
  }
  bool data(const std::string& name) const { return resource(name).holds_data && resource(name).disposable.empty(); }
  static bool forward(plan::EffectKind k) {
    return k == plan::EffectKind::changes || k == plan::EffectKind::destroys || k == plan::EffectKind::restores;
  }
  /// What a step does when it fails, is passed over or undone, but for restoring. No inverse belongs to these.
  static std::vector<plan::Deed> aside(const plan::Step& s) {
    std::vector<plan::Deed> out = s.on_failure.deeds;
    out.insert(out.end(), s.skipped.begin(), s.skipped.end());
    for (const auto& u : s.undo.deeds)
      if (u.of == 0) out.push_back(u.deed);
    for (auto& d : out) {
      d.number = -1;
      std::erase_if(d.effects, [](const auto& e) { return e.kind == plan::EffectKind::restores; });
    }
    return out;
  }

 protected:
  const plan::Plan& plan_;
};

}  // namespace upg::reference
