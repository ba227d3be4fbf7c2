// Artifacts on disk: all of them or none.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "backends/kit/backend.h"
#include "compiler/driver/files.h"

namespace upg::driver {

struct Destination {
  std::string directory;          ///< made when it is missing; the way to it may go through symbolic links, nothing in it may
  std::vector<FileId> inputs;     ///< never replaced
  /// What an earlier manifest lists, and the hash that it had then; "": whatever is in it.
  std::map<std::string, std::string> ours;
  bool force = false;             ///< replace files that upg did not make, or that were changed since
  /// On disk, not only in the system's hands, before anything is renamed. What is compiled can be compiled again, and the
  /// manifest's hashes tell when it has to be; waiting for a disk would cost more than the compilation.
  bool durable = false;
};

/// What a file that upg made carries near its beginning.
inline constexpr std::string_view made_by_upg = "enerated by upg";

/// Names an artifact may have: relative, within the directory, the same file on every system. Reports UPG9030, UPG9031.
void check_names(const std::vector<backends::Artifact>& artifacts, diag::Sink& sink);

/// The name of a file that was written, and the hash of its bytes.
struct Written {
  std::string name;
  std::string sha256;
};

/// Files of one directory that are replaced together. Their bytes go to disk beside the targets as they come; nothing has
/// changed before `put_in_place`, and nothing ever does once something was reported.
class Writer {
 public:
  Writer(Destination to, diag::Sink& sink);
  ~Writer();
  /// More bytes of the file that is being written; the first ones begin it.
  void put(std::string_view name, std::string_view bytes);
  /// The rest of that file, or a whole one.
  void finish(const backends::Artifact& artifact);
  [[nodiscard]] const std::vector<Written>& written() const;
  /// Renames all, or none. False when something was reported.
  bool put_in_place();

 private:
  class Replacement;
  std::unique_ptr<Replacement> files_;
};

/// Writes beside the targets, renames. False when something was reported; then nothing has changed.
bool write_all(const std::vector<backends::Artifact>& artifacts, const Destination& to, diag::Sink& sink);

/// Puts `bytes` in the place of one file that the user wrote, durably. False when something was reported.
bool replace_file(const std::string& path, std::string_view bytes, diag::Sink& sink);

}  // namespace upg::driver
