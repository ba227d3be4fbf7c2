// Small text helpers that more than one room needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upg::support {

/// The candidate nearest to `word` by edit distance (swaps count one), or empty when none is near enough to suggest.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// Strips the common indentation of a prose block and its first and last blank line.
[[nodiscard]] std::string dedent(std::string_view prose);

/// Lower-case hexadecimal SHA-256 of `bytes`.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// `a`, `a and b`, `a, b and c`.
[[nodiscard]] std::string listing(const std::vector<std::string>& words, std::string_view last = "and");

}  // namespace upg::support
