#include "compiler/parse/complaints.h"
#include "compiler/diag/codes_syntax.h"

namespace upg::parse {

bool Complaints::first_on(uint32_t line) {
  if (full_ || lines_.contains(line)) return false;
  if (lines_.size() == kMost) {
    full_ = true;
    diag::TooManyErrors(sink_, std::nullopt, source_.name(), kMost);
    return false;
  }
  lines_.insert(line);
  return true;
}

}  // namespace upg::parse
