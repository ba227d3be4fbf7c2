// What a plan takes along from its module once its steps are known: variables in use, resources, tools, refusals.
#pragma once

#include "compiler/plan/deeds.h"

namespace upg::plan {

/// `from` is kept when a script has to find it out, even when a binding has fixed it: it must turn out to be that version.
void gather_variables(Plan& plan, const sema::Module& module, Evaluator& evaluator, const DeedMaker& deeds);
void gather_resources(Plan& plan, const sema::Module& module, Evaluator& evaluator);
/// Adds what a value's `unsupported` refuses, wherever a step would use that value.
void gather_refusals(Plan& plan);

}  // namespace upg::plan
