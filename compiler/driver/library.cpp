#include "compiler/driver/library.h"

#include <embedded_kinds.h>

#include <algorithm>

#include "compiler/support/text.h"

namespace upg::driver {
namespace {

// Declarations stand at the beginning of a line in the library's one style.
std::vector<std::string_view> declared_kinds(std::string_view text) {
  constexpr std::string_view head = "kind ";
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (line.starts_with(head)) {
      line.remove_prefix(head.size());
      out.push_back(line.substr(0, line.find_first_of(" {")));
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<LibraryFile> library() {
  std::vector<LibraryFile> out;
  for (const auto& [name, text] : embedded::kinds) out.push_back({name, text, declared_kinds(text)});
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

std::string library_digest() {
  std::string all;
  for (const auto& file : library()) {
    all += file.name;
    all += '\0';
    all += file.text;
    all += '\0';
  }
  return support::sha256(all);
}

}  // namespace upg::driver
