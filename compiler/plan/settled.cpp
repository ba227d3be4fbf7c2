#include "compiler/plan/settled.h"

#include "compiler/diag/codes_plan.h"
#include "compiler/plan/scope.h"

namespace upg::plan {

void Settled::look(const Ref& written, const Ref& own, const Ref& around, const Ref& all) const {
  if (!sink_ || !written || decided(around) == false) return;
  if (decided(own) == false || (!around && decided(all) == false))
    diag::NeverHolds(*sink_, written->span, "").help("what stands under it is never done: mend the condition, the versions of `from`, or leave it out");
  else if (decided(all) == false)
    diag::NeverHolds(*sink_, written->span, " within the condition around it")
        .note(around->span, "the condition around it")
        .help("what stands under both is never done");
  else if (!own || decided(own) == true)
    diag::AlwaysHolds(*sink_, written->span).help("leave it out, or widen `from`");
}

void Settled::group_undo(Span optional_step, const std::string& group, const std::string& step) const {
  if (sink_) diag::GroupUndoTwice(*sink_, optional_step, group, step).help("give `{}` an undo of its own, or put it behind the others", step);
}

}  // namespace upg::plan
