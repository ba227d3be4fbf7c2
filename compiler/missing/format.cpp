#include "compiler/syntax/format.h"
namespace upg::syntax {
std::string format(const File&, const support::SourceFile& source) { return std::string(source.text()); }
}  // namespace upg::syntax
