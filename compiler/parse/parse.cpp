#include "compiler/parse/parse.h"

namespace upg::parse {

syntax::File parse(const support::SourceFile& source, diag::Sink&) {
  syntax::File file;
  file.source = source.id();
  return file;
}

}  // namespace upg::parse
