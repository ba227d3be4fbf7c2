// From a path to parsed files: the plan, what it imports, and the built-in kinds that any of them mentions.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/driver/files.h"
#include "compiler/driver/sources.h"
#include "compiler/sema/analyze.h"

namespace upg::driver {

inline constexpr size_t import_depth_limit = 16;
inline constexpr size_t import_count_limit = 256;

/// Everything that was read for one compilation. Move-only; `inputs` points into `files`.
struct Loaded {
  support::SourceSet sources;
  std::vector<std::unique_ptr<syntax::File>> files;
  sema::Inputs inputs;
  std::vector<FileId> read_from;  ///< the files on disk, so that no output replaces one
  std::shared_ptr<ReadSources> schemas = std::make_shared<ReadSources>();  ///< grows while documents are checked
  std::string directory;          ///< of the plan as typed: "" or ending in `/`
};

/// Reports UPG1xxx and UPG9xxx; `inputs.plan` is null when the plan itself could not be read.
[[nodiscard]] Loaded load(const std::string& plan_path, diag::Sink& sink);

}  // namespace upg::driver
