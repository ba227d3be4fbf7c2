// Visits every expression of a plan's parts. Commands are handed over as the values that they are, so that a visitor needs
// one function only.
#pragma once

#include <functional>

#include "compiler/plan/plan.h"

namespace upg::plan {

using EachRef = std::function<void(const Ref&)>;
void each_ref(const Deed& deed, const EachRef& f);
/// Deeds, undo, failure, skipped, guards and probes of a step; null ones are left out.
void each_ref(const Step& step, const EachRef& f);
/// All steps, resources, brackets, refusals; not the variables.
void each_ref(const Plan& plan, const EachRef& f);
/// Value, guard and source of one variable.
void each_ref(const Variable& variable, const EachRef& f);

/// Calls `f` for `e` and every expression within it, those of its commands included.
void each_inner(const Ref& e, const EachRef& f);

}  // namespace upg::plan
