// The kinds that ship inside the binary, as texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upg::driver {

struct LibraryFile {
  std::string_view name;  ///< `postgres.upg`
  std::string_view text;
  std::vector<std::string_view> kinds;  ///< the kinds that it declares
};

/// In the order of their names.
[[nodiscard]] std::vector<LibraryFile> library();
/// One hash over all of them: the library's version.
[[nodiscard]] std::string library_digest();

}  // namespace upg::driver
