// upg.lock: from what the files of a directory were made, and by what.
#pragma once

#include <string>
#include <vector>

#include "compiler/diag/diag.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/output.h"

namespace upg::driver {

inline constexpr std::string_view manifest_name = "upg.lock";

/// JSON: the hashes of every source and output, the versions of the tool and of its kinds, the values that were fixed, and what
/// an artifact could not express (the warnings UPG4xxx in `said`).
[[nodiscard]] backends::Artifact manifest(const Loaded& loaded, const Compiled& compiled,
                                          const std::vector<Written>& outputs, const diag::Sink& said);

/// The outputs that a manifest lists and their hashes, itself among them without one; empty when the text is none.
[[nodiscard]] std::map<std::string, std::string> listed_outputs(std::string_view manifest_text);

}  // namespace upg::driver
