// Files as the rest of the driver needs them: whole texts in, all-or-nothing replacements out.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/diag.h"

namespace upg::driver {

/// Two paths are one file when these are equal.
struct FileId {
  dev_t device = 0;
  ino_t inode = 0;
  friend auto operator<=>(const FileId&, const FileId&) = default;
};

struct Contents {
  std::string bytes;
  FileId id;
};

/// Why a file could not be read, in words; `not_regular` for a device, a directory, a pipe.
struct ReadFailure {
  std::string why;
  bool not_regular = false;
};

/// Reads a regular file, at most `limit` bytes of it: what is longer is cut there, and whoever parses it refuses the length.
[[nodiscard]] std::optional<Contents> read_file(const std::string& path, ReadFailure& failure, size_t limit = 16u << 20);
/// The same, with the failure reported (UPG9001, UPG9002).
[[nodiscard]] std::optional<Contents> read_file(const std::string& path, diag::Sink& sink);

/// The directory part as typed, "" or ending in `/`.
[[nodiscard]] std::string directory_of(std::string_view path);
[[nodiscard]] std::string leaf_of(std::string_view path);

/// The text of errno.
[[nodiscard]] std::string system_error();

/// `diff -u` of two texts under the names `a/NAME` and `b/NAME`; "" when they are equal.
[[nodiscard]] std::string unified_diff(const std::string& name, std::string_view before, std::string_view after);

}  // namespace upg::driver
