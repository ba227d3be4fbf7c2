// The proofs, one file each; this one only asks them in their order.
#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"
#include "compiler/prove/mutants.h"
#include "compiler/prove/rooms.h"
#include "compiler/support/text.h"

namespace upg::prove {
namespace {

std::string asked(const Guards& guards) {
  constexpr size_t shown = 8;
  std::vector<std::string> names;
  for (const auto& q : guards.questions()) {
    if (names.size() == shown) break;
    names.push_back("`" + q + "`");
  }
  if (guards.questions().size() > shown) names.push_back("others");
  return support::listing(names);
}

}  // namespace

Proofs prove(const plan::Plan& plan, diag::Sink& sink) {
  Proofs out;
  out.ways_back = ways_back(plan);
  out.believed = beliefs(plan);
  Guards guards(plan);
  diag::Sink found;
  Context c{plan, guards, found, out};
  prove_backups(c);
  prove_brackets(c);
  prove_secrets(c);
  prove_versions(c);
  prove_rollback(c);
  prove_purity(c);
  prove_resume(c);
  prove_choices(c);
  prove_waits(c);
  prove_supplies(c);
  if (guards.too_complex() && !broken("guards.too-complex")) {
    // Nothing that was found or shown with a diagram that gave up is worth anything.
    diag::TooComplex(sink, std::nullopt, Guards::limit, asked(guards));
    out.evidence.clear();
    return out;
  }
  waive(plan, found, out, sink);
  return out;
}

}  // namespace upg::prove
