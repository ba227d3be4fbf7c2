#include "compiler/plan/words.h"
namespace upg::plan {
std::string words(const Plan&, const Ref&) { return {}; }
}  // namespace upg::plan
