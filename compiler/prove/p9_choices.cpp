// P9: a `match` has an arm for whatever there may be, or says what is unsupported: such a run is refused before it begins.
// That no case is left out, nor reached by none, the analysis has seen already (UPG2123, UPG2124): here it is listed.
//
// Not shown: that what a case does is right for it.
#include <set>

#include "compiler/plan/walk.h"
#include "compiler/plan/words.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

class Choices {
 public:
  explicit Choices(Context& c) : c_(c) {}

  void run() {
    for (const auto& v : c_.plan.variables) within(v.step, v.value, "`" + v.name + "`");
    for (const auto& step : c_.plan.steps) plan::each_ref(step, [&](const plan::Ref& e) { within(step.id, e, "the value"); });
    for (const auto& r : c_.plan.refusals)
      c_.proofs.evidence.push_back(
          {"P9", "", "refused before it begins, if " + plan::words(c_.plan, r.when) + ": " + r.why, {}, {r.span}});
  }

 private:
  void within(const std::string& step, const plan::Ref& e, const std::string& what) {
    plan::each_inner(e, [&](const plan::Ref& inner) {
      const auto* cases = std::get_if<core::Cases>(&inner->node);
      if (!cases || !seen_.insert({inner->span, step}).second) return;
      const bool open = !cases->cases.empty() && !cases->cases.back().when;
      c_.proofs.evidence.push_back({"P9",
                                    step,
                                    what + " has a case for whatever there may be" + (open ? ", the last for the rest" : ""),
                                    {},
                                    {inner->span}});
    });
  }

  Context& c_;
  std::set<std::pair<Span, std::string>> seen_;
};

}  // namespace

void prove_choices(Context& c) { Choices(c).run(); }

}  // namespace upg::prove
