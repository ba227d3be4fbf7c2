#include "compiler/parse/screen.h"

namespace upg::parse {

bool screen(const support::SourceFile&, diag::Sink&) { return true; }

}  // namespace upg::parse
