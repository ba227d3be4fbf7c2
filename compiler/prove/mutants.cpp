#include "compiler/prove/mutants.h"

#ifdef UPG_PROOF_MUTANTS
#include <cstdlib>

namespace upg::prove {

bool broken(std::string_view name) {
  const char* chosen = std::getenv("UPG_MUTANT");
  return chosen && name == chosen;
}

}  // namespace upg::prove
#endif
