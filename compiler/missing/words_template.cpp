#include "compiler/plan/words.h"
namespace upg::plan {
std::string template_text(const Ref&) { return {}; }
}  // namespace upg::plan
