// Names, types and binding times: syntax trees to a typed module.
#pragma once

#include <functional>
#include <map>
#include <span>
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
  /// Called with the line of each step, group and the like once nobody looks into its items and its body again. Who owns the
  /// trees may drop those then, so that trees and module are never both there as a whole. Null: they stay.
  std::function<void(const syntax::Line&)> spent = nullptr;
  /// Reads what a schema is made of: a file, or those `parts` of a directory that are there. `path` is the plan's own spelling,
  /// relative to the plan. Null: documents are not checked.
  std::function<schema::Source(const std::string& path, std::span<const std::string_view> parts)> read_source = nullptr;
};

/// Reports UPG2xxx. The result can be built from only when the sink has no errors.
[[nodiscard]] Module analyze(const Inputs& inputs, diag::Sink& sink);

}  // namespace upg::sema
