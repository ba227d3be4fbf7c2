// The proofs, one file each; this one only asks them in their order.
#include "compiler/prove/proofs.h"
#include "compiler/prove/rooms.h"

namespace upg::prove {

Proofs prove(const plan::Plan& plan, diag::Sink&) {
  Proofs out;
  out.ways_back = ways_back(plan);
  out.believed = beliefs(plan);
  return out;
}

}  // namespace upg::prove
