// Words of a fence that bash alone understands; another shell takes them for something else, or stops in the middle.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace upg::shell {

struct Bashism {
  std::string what;          ///< as it stands there
  std::string_view instead;  ///< what every shell understands, or ""
};

/// The first one in `text`, in which a word stands for each hole.
[[nodiscard]] std::optional<Bashism> bashism(std::string_view text);

}  // namespace upg::shell
