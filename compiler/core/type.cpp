#include "compiler/core/type.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

namespace upg::core {
namespace {

std::string_view tag_name(Tag t) {
  switch (t) {
    case Tag::error: return "?";
    case Tag::boolean: return "bool";
    case Tag::integer: return "int";
    case Tag::text: return "text";
    case Tag::version: return "version";
    case Tag::duration: return "duration";
    case Tag::size: return "size";
    case Tag::percent: return "percent";
    case Tag::path: return "path";
    case Tag::url: return "url";
    case Tag::host: return "host";
    case Tag::port: return "port";
    case Tag::command: return "command";
    case Tag::list: return "list";
    case Tag::map: return "map";
    case Tag::choice: return "choice";
    case Tag::resource: return "resource";
    case Tag::record: return "record";
  }
  return "?";
}

struct VersionParts {
  std::vector<std::string_view> numbers;
  std::string_view pre;
};

std::vector<std::string_view> split_dots(std::string_view s) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t dot = s.find('.');
    out.push_back(s.substr(0, dot));
    if (dot == std::string_view::npos) return out;
    s.remove_prefix(dot + 1);
  }
}

VersionParts parts_of(std::string_view v) {
  const size_t dash = v.find('-');
  return {split_dots(v.substr(0, dash)), dash == std::string_view::npos ? std::string_view() : v.substr(dash + 1)};
}

bool numeric(std::string_view s) { return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos; }

int sign(int n) { return n < 0 ? -1 : n > 0 ? 1 : 0; }

// Numbers of any length as numbers; a number sorts before a word (as in semantic versions).
int compare_fields(std::string_view a, std::string_view b) {
  if (numeric(a) != numeric(b)) return numeric(a) ? -1 : 1;
  if (!numeric(a)) return sign(a.compare(b));
  const auto strip = [](std::string_view s) { return s.substr(std::min(s.find_first_not_of('0'), s.size() - 1)); };
  a = strip(a);
  b = strip(b);
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return sign(a.compare(b));
}

int compare_lists(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b, std::string_view missing) {
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    if (missing.empty() && (i >= a.size() || i >= b.size())) return i >= a.size() ? -1 : 1;
    const int c = compare_fields(i < a.size() ? a[i] : missing, i < b.size() ? b[i] : missing);
    if (c != 0) return c;
  }
  return 0;
}

}  // namespace

bool operator==(const Type& a, const Type& b) {
  if (a.tag != b.tag || a.secret != b.secret || a.optional != b.optional || a.name != b.name) return false;
  if (!a.element || !b.element) return !a.element && !b.element;
  return *a.element == *b.element;
}

std::string to_string(const Type& t) {
  std::string out;
  if (t.tag == Tag::text && t.secret) {
    out = "secret";
  } else if (t.tag == Tag::choice || (t.tag == Tag::resource && !t.name.empty())) {
    out = t.name;
  } else {
    out = tag_name(t.tag);
  }
  if (t.element) out += "<" + to_string(*t.element) + ">";
  return t.optional ? out + "?" : out;
}

bool fits(const Type& from, const Type& to) {
  if (from.tag == Tag::error || to.tag == Tag::error) return true;
  if (from.optional && !to.optional) return false;
  if (from.secret && !to.secret) return false;
  if (from.tag != to.tag) return false;
  if (to.tag == Tag::choice) return from.name == to.name;
  if (to.tag == Tag::resource) return to.name.empty() || from.name == to.name;
  if (to.element && from.element) return fits(*from.element, *to.element);
  return true;
}

int compare_versions(const std::string& a, const std::string& b) {
  const auto pa = parts_of(a), pb = parts_of(b);
  if (const int c = compare_lists(pa.numbers, pb.numbers, "0"); c != 0) return c;
  if (pa.pre.empty() || pb.pre.empty()) return pa.pre.empty() == pb.pre.empty() ? 0 : pa.pre.empty() ? 1 : -1;
  return compare_lists(split_dots(pa.pre), split_dots(pb.pre), "");
}

std::string duration_text(int64_t seconds) {
  if (seconds == 0) return "0s";
  std::string out;
  struct Unit { int64_t size; std::string_view name; };
  for (const auto& [size, name] : std::array<Unit, 4>{{{86400, "d"}, {3600, "h"}, {60, "m"}, {1, "s"}}}) {
    if (seconds < size) continue;
    if (!out.empty()) out += ' ';
    out += fmt::format("{}{}", seconds / size, name);
    seconds %= size;
  }
  return out;
}

std::string size_text(int64_t bytes) {
  for (const auto& [shift, name] : std::array<std::pair<int, std::string_view>, 4>{{{40, "TiB"}, {30, "GiB"}, {20, "MiB"}, {10, "KiB"}}})
    if (bytes != 0 && bytes % (1LL << shift) == 0) return fmt::format("{}{}", bytes >> shift, name);
  return fmt::format("{}B", bytes);
}

bool counted(Tag tag) { return tag == Tag::duration || tag == Tag::size || tag == Tag::percent; }

}  // namespace upg::core
