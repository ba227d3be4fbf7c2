// Names, types and binding times: syntax trees to a typed module.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/sema/module.h"
#include "compiler/syntax/ast.h"

namespace upg::sema {

/// The files of one compilation, as the driver loaded them.
struct Inputs {
  const syntax::File* plan = nullptr;
  /// Imported files (kinds and more declarations), each once, dependencies first; cycles were refused by the driver.
  std::vector<const syntax::File*> imports;
  /// The library that ships with the compiler, as parsed files; a name in it may be redefined by no one.
  std::vector<const syntax::File*> library;
};

/// Reports UPG2xxx. The result can be built from only when the sink has no errors.
[[nodiscard]] Module analyze(const Inputs& inputs, diag::Sink& sink);

}  // namespace upg::sema
