// What a script cannot express (UPG40xx).
#pragma once

#include "compiler/diag/diag.h"
#include "compiler/plan/plan.h"
#include "compiler/prove/proofs.h"

namespace upg::shell {
void check(const plan::Plan& plan, const prove::Proofs& proofs, diag::Sink& sink);
}
