// Faults that can be switched on in a build made for it, to see whether the tests find them. Any other build has none.
#pragma once

#include <string_view>

namespace upg::prove {

#ifdef UPG_PROOF_MUTANTS
/// Is this the fault that UPG_MUTANT names?
[[nodiscard]] bool broken(std::string_view name);
#else
[[nodiscard]] constexpr bool broken(std::string_view) { return false; }
#endif

}  // namespace upg::prove
