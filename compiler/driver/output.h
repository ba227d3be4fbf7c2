// Artifacts on disk: all of them or none.
#pragma once

#include <string>
#include <vector>

#include "backends/kit/backend.h"
#include "compiler/driver/files.h"

namespace upg::driver {

struct Destination {
  std::string directory;          ///< made when it is missing; the way to it may go through symbolic links, nothing in it may
  std::vector<FileId> inputs;     ///< never replaced
  std::vector<std::string> ours;  ///< names that an earlier manifest lists: made by upg whatever is in them
  bool force = false;             ///< replace files that upg did not make
};

/// What a file that upg made carries near its beginning.
inline constexpr std::string_view made_by_upg = "enerated by upg";

/// Names an artifact may have: relative, within the directory, the same file on every system. Reports UPG9030, UPG9031.
void check_names(const std::vector<backends::Artifact>& artifacts, diag::Sink& sink);

/// Writes beside the targets, syncs, renames. False when something was reported; then nothing has changed.
bool write_all(const std::vector<backends::Artifact>& artifacts, const Destination& to, diag::Sink& sink);

/// Puts `bytes` in the place of one file that the user named. False when something was reported.
bool replace_file(const std::string& path, std::string_view bytes, diag::Sink& sink);

}  // namespace upg::driver
