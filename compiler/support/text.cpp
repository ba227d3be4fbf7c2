#include "compiler/support/text.h"

// The functions for one hash alone, without the library's set-up at each start of the program; OpenSSL 3 prefers the latter.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <regex.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace upg::support {
namespace {

// Optimal string alignment distance; when it is not below `limit`, any number that is not.
size_t distance(std::string_view a, std::string_view b, size_t limit, std::array<std::vector<size_t>, 3>& rows) {
  auto& [before, last, now] = rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  size_t least_before = 0;
  for (size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (std::min(least, least_before) >= limit) return limit;  // no row after these is lower
    least_before = least;
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

bool blank(std::string_view s) { return s.find_first_not_of(" \t\r") == std::string_view::npos; }

std::vector<std::string_view> lines_of(std::string_view s) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t nl = s.find('\n');
    out.push_back(s.substr(0, nl));
    if (nl == std::string_view::npos) return out;
    s.remove_prefix(nl + 1);
  }
}

}  // namespace

bool matches(const std::string& text, const std::string& expression) {
  regex_t compiled;
  if (::regcomp(&compiled, expression.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
  const bool found = ::regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
  ::regfree(&compiled);
  return found;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  size_t best_distance = word.size() < 4 ? 2 : word.size() / 3 + 2;  // exclusive limit
  std::array<std::vector<size_t>, 3> rows;
  for (const auto c : candidates) {
    if (c.size() >= word.size() + best_distance || word.size() >= c.size() + best_distance) continue;
    const size_t d = distance(word, c, best_distance, rows);
    if (d < best_distance) {
      best = c;
      best_distance = d;
    }
  }
  return best;
}

std::string dedent(std::string_view prose) {
  auto lines = lines_of(prose);
  if (!lines.empty() && blank(lines.front())) lines.erase(lines.begin());
  while (!lines.empty() && blank(lines.back())) lines.pop_back();
  size_t indent = std::string_view::npos;
  for (const auto l : lines)
    if (!blank(l)) indent = std::min(indent, l.find_first_not_of(" \t"));
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i) out += '\n';
    if (!blank(lines[i])) out += lines[i].substr(indent);
  }
  return out;
}

struct Sha256::State { SHA256_CTX context; };

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256_Init(&state_->context); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  SHA256_Update(&state_->context, bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  std::array<uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &state_->context);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const uint8_t b : digest) {
    out += digits[b >> 4];
    out += digits[b & 15];
  }
  return out;
}

std::string sha256(std::string_view bytes) {
  Sha256 all;
  all.add(bytes);
  return all.hex();
}

std::string listing(const std::vector<std::string>& words, std::string_view last) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i) out += i + 1 == words.size() ? " " + std::string(last) + " " : std::string(", ");
    out += words[i];
  }
  return out;
}

}  // namespace upg::support
