#include "compiler/parse/complaints.h"

#include "compiler/diag/codes_syntax.h"

namespace upg::parse {

bool Complaints::first_on_line(Span at) {
  const auto line = source_.place(at.begin).line;
  if (full_ || lines_.contains(line)) return false;
  if (lines_.size() == kMost) {
    full_ = true;
    diag::TooManyErrors(sink_, at, kMost);
    return false;
  }
  lines_.insert(line);
  return true;
}

}  // namespace upg::parse
