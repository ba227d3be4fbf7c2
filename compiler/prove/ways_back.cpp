// A failure in a step undoes that step, then takes the way back of the step before it: so each way is one link of a chain,
// and the whole stays linear. A step that cannot be undone cuts the chain for itself and all that follow.
#include <algorithm>

#include "compiler/prove/mutants.h"
#include "compiler/prove/rooms.h"

namespace upg::prove {

std::vector<WayBack> ways_back(const plan::Plan& plan) {
  std::vector<WayBack> out;
  std::string before, cut;
  for (const auto& s : plan.steps) {
    const bool alters = std::any_of(s.deeds.begin(), s.deeds.end(), [](const plan::Deed& d) {
      return std::any_of(d.effects.begin(), d.effects.end(), [](const plan::Effect& e) {
        return e.kind == plan::EffectKind::changes || e.kind == plan::EffectKind::destroys || e.kind == plan::EffectKind::restores;
      });
    });
    if (!alters) continue;
    if (s.undo.how == plan::Undo::How::irreversible && !broken("ways.point")) cut = s.id;
    out.push_back({s.id, before, cut});
    before = s.id;
  }
  return out;
}

}  // namespace upg::prove
