// YAML behind its library. Nothing of it leaves this file.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "compiler/schema/tree.h"

namespace upg::schema {
namespace {

struct Stop {
  Fault fault;
};

bool one_of(std::string_view s, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), s) != all.end();
}

std::optional<int64_t> integer(std::string_view s) {
  std::string digits;
  for (const char c : s)
    if (c != '_') digits += c;
  std::string_view rest = digits;
  const bool minus = rest.starts_with('-');
  if (minus || rest.starts_with('+')) rest.remove_prefix(1);
  int base = 10;
  const auto prefix = [&](std::string_view p, int b) {
    if (base != 10 || !rest.starts_with(p)) return;
    rest.remove_prefix(p.size());
    base = b;
  };
  prefix("0x", 16), prefix("0o", 8), prefix("0b", 2);
  if (base == 10 && rest.size() > 1 && rest[0] == '0') base = 8;
  if (rest.empty()) return std::nullopt;
  int64_t value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, base);
  if (error != std::errc() || end != rest.data() + rest.size()) return std::nullopt;
  return minus ? -value : value;
}

bool decimal(std::string_view s) {
  if (one_of(s, {".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"})) return true;
  if (s.find_first_of("0123456789") == std::string_view::npos || s.find_first_not_of("0123456789+-.eE") != std::string_view::npos)
    return false;
  const char first = s[0] == '+' || s[0] == '-' ? (s.size() > 1 ? s[1] : 'x') : s[0];
  if (first != '.' && (first < '0' || first > '9')) return false;
  double value = 0;
  const auto text = s[0] == '+' ? s.substr(1) : s;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

Datum plain(const std::string& s) {
  if (one_of(s, {"", "~", "null", "Null", "NULL"})) return {Null{}};
  if (one_of(s, {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})) return {true};
  if (one_of(s, {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})) return {false};
  if (const auto n = integer(s)) return {*n};
  if (decimal(s)) return {Decimal{s}};
  return {s};
}

class Reader {
 public:
  explicit Reader(const std::string& name) : name_(name) {}

  Datum value(const YAML::Node& n, int depth) {
    if (++nodes_ > nodes_limit) stop(n, FaultKind::limit, "it stands for more than " + std::to_string(nodes_limit) + " values");
    if (depth > depth_limit) stop(n, FaultKind::limit, "it is nested deeper than " + std::to_string(depth_limit));
    if (n.IsMap()) return record(n, depth);
    if (n.IsSequence()) {
      auto all = std::make_shared<Data>();
      for (const auto& item : n) all->push_back(value(item, depth + 1));
      return {std::shared_ptr<const Data>(std::move(all))};
    }
    if (!n.IsScalar()) return {Null{}};
    if (n.Tag() == "!" || n.Tag().ends_with(":str")) return {n.Scalar()};
    return plain(n.Scalar());
  }

 private:
  Datum record(const YAML::Node& n, int depth) {
    auto all = std::make_shared<Entries>();
    std::set<std::string> seen;
    for (const auto& pair : n) {
      const YAML::Node &key = pair.first, &entry = pair.second;
      if (!key.IsScalar()) stop(key, FaultKind::content, "a key is no text");
      const auto& name = key.Scalar();
      if (key.Tag() == "?" && name == "<<") {
        merged(entry, depth, *all, seen);
        continue;
      }
      if (!seen.insert(name).second) stop(key, FaultKind::duplicate_key, "the key `" + name + "` stands twice");
      all->push_back({name, value(entry, depth + 1), place(key)});
    }
    return {std::shared_ptr<const Entries>(std::move(all))};
  }
  void merged(const YAML::Node& n, int depth, Entries& all, std::set<std::string>& seen) {
    const Datum d = value(n, depth + 1);
    if (const auto* own = entries(d))
      for (const auto& e : *own)
        if (seen.insert(e.key).second) all.push_back(e);
  }
  [[nodiscard]] Place place(const YAML::Node& n) const { return {name_, n.Mark().line + 1}; }
  [[noreturn]] void stop(const YAML::Node& n, FaultKind kind, std::string what) const {
    throw Stop{{kind, place(n), std::move(what)}};
  }

  const std::string& name_;
  size_t nodes_ = 0;
};

}  // namespace

std::variant<Datum, Fault> read_yaml(const File& file) {
  if (file.bytes.size() > bytes_limit) return Fault{FaultKind::limit, {file.name, 0}, "it is larger than 8 MiB"};
  try {
    const auto all = YAML::LoadAll(file.bytes);
    if (all.size() > 1) return Fault{FaultKind::content, {file.name, 0}, "it holds more than one document"};
    return all.empty() ? Datum{Null{}} : Reader(file.name).value(all.front(), 0);
  } catch (const Stop& s) { return s.fault; } catch (const YAML::Exception& e) {
    return Fault{FaultKind::syntax, {file.name, e.mark.line + 1}, e.msg};
  }
}

}  // namespace upg::schema
