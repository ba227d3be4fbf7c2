// Types and values of the language.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace upg::core {

enum class Tag : uint8_t {
  error,     ///< already reported; agrees with everything
  boolean, integer, text, version,
  duration,  ///< seconds
  size,      ///< bytes
  percent, path, url, host, port, command, list, map, choice, resource, record
};

struct Type {
  Tag tag = Tag::error;
  bool secret = false;    ///< text that a secret flowed into; `secret` itself is text with this set
  bool optional = false;  ///< `T?`: may be absent
  std::string name;       ///< of a choice or a kind; "" for `resource` of any kind
  std::shared_ptr<const Type> element;  ///< of list and map

  friend bool operator==(const Type& a, const Type& b);
};

/// As the author writes it: `list<text>`, `secret?`, a kind's name.
[[nodiscard]] std::string to_string(const Type& t);
/// Text, path, url, host and choice are all carried as text; this says whether a value of `from` may stand where `to` is due.
/// No implicit conversion but: path, url, host, choice, version, int, port into text when interpolated (that is not this).
[[nodiscard]] bool fits(const Type& from, const Type& to);

/// A known value. Durations in seconds, sizes in bytes; versions, paths, … as their text.
using Value = std::variant<bool, int64_t, std::string>;

/// -1, 0, 1. Dotted numeric fields compare as numbers, missing fields as 0; `-pre` sorts before the release.
[[nodiscard]] int compare_versions(const std::string& a, const std::string& b);
/// "2h 30m"
[[nodiscard]] std::string duration_text(int64_t seconds);
/// `1GiB`, `512MiB`, `1500B`: the largest unit that leaves no rest.
[[nodiscard]] std::string size_text(int64_t bytes);
/// Is a value of it a bare number that people write with a unit?
[[nodiscard]] bool counted(Tag tag);

}  // namespace upg::core
