// Small text helpers that more than one room needs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace upg::support {

/// The candidate nearest to `word` by edit distance (swaps count one), or empty when none is near enough to suggest.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// Does `grep -E` find `expression` in one line of text? False also for an expression that is none.
[[nodiscard]] bool matches(const std::string& text, const std::string& expression);

/// Strips the common indentation of a prose block and its first and last blank line.
[[nodiscard]] std::string dedent(std::string_view prose);

/// SHA-256 of bytes that come in parts.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void add(std::string_view bytes);
  /// Lower-case hexadecimal, of all that was added. Ends it.
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Lower-case hexadecimal SHA-256 of `bytes`.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// `a`, `a and b`, `a, b and c`.
[[nodiscard]] std::string listing(const std::vector<std::string>& words, std::string_view last = "and");

}  // namespace upg::support
