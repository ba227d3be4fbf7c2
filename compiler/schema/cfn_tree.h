// The text of a CloudFormation template as a tree of plain values: YAML with CloudFormation's short tags, or JSON. A tag is
// written out as the function it stands for (`!Ref A` is {Ref: A}), so that both forms of a template give the same tree.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace upg::schema::cfn {

/// Numbers, booleans and null are text as they stand: the service takes each of them for a string.
struct Entry;
struct Tree {
  enum class Kind : uint8_t { scalar, list, map } kind = Kind::scalar;
  std::string text;
  std::vector<Tree> items;
  std::vector<Entry> entries;  ///< in the order written; no key twice
  int line = 0;                ///< from 1; 0: not known (JSON)

  /// The entry of a map, or null.
  [[nodiscard]] const Tree* at(std::string_view key) const;
  /// Its text when it is a scalar, "" otherwise.
  [[nodiscard]] std::string_view scalar(std::string_view key) const;
};
struct Entry {
  std::string key;
  Tree value;
};
/// The same values, wherever they stand.
[[nodiscard]] bool same(const Tree& a, const Tree& b);

enum class FaultKind : uint8_t { syntax, tag, shape, limit };
/// Why a text is no template; `what` in words.
struct Fault {
  FaultKind kind = FaultKind::syntax;
  std::string what;
  int line = 0;
};

inline constexpr size_t bytes_limit = 1 << 20;  ///< of a template in S3, the larger of the service's two limits
inline constexpr size_t nodes_limit = 200'000;  ///< a few aliases can stand for any number of values
inline constexpr int depth_limit = 64;

[[nodiscard]] std::variant<Tree, Fault> read_tree(std::string_view bytes);

}  // namespace upg::schema::cfn
