// JSON behind its library.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "compiler/schema/tree.h"

namespace upg::schema {
namespace {

using Json = nlohmann::ordered_json;

// Where a byte stands.
int line_of(std::string_view text, size_t byte) {
  return 1 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size())), '\n'));
}

Datum datum(const Json& j, const std::string& file) {
  switch (j.type()) {
    case Json::value_t::boolean: return {j.get<bool>()};
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: return {j.get<int64_t>()};
    case Json::value_t::number_float: return {Decimal{j.dump()}};
    case Json::value_t::string: return {j.get<std::string>()};
    case Json::value_t::array: {
      auto all = std::make_shared<Data>();
      for (const auto& item : j) all->push_back(datum(item, file));
      return {std::shared_ptr<const Data>(std::move(all))};
    }
    case Json::value_t::object: {
      auto all = std::make_shared<Entries>();
      for (const auto& [key, value] : j.items()) all->push_back({key, datum(value, file), {file, 0}});
      return {std::shared_ptr<const Entries>(std::move(all))};
    }
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded: return {Null{}};
  }
  return {Null{}};
}

}  // namespace

std::variant<Datum, Fault> read_json(const File& file) {
  if (file.bytes.size() > bytes_limit) return Fault{FaultKind::limit, {file.name, 0}, "it is larger than 8 MiB"};
  std::vector<std::set<std::string>> open;
  std::string twice;
  bool deep = false;
  const auto look = [&](int depth, Json::parse_event_t event, Json& value) {
    deep = deep || depth > depth_limit;
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end && !open.empty()) open.pop_back();
    if (event == Json::parse_event_t::key && !open.empty() && !open.back().insert(value.get<std::string>()).second &&
        twice.empty())
      twice = value.get<std::string>();
    return !deep;
  };
  try {
    const Json all = Json::parse(file.bytes, look);
    if (deep) return Fault{FaultKind::limit, {file.name, 0}, "it is nested deeper than " + std::to_string(depth_limit)};
    if (!twice.empty()) return Fault{FaultKind::duplicate_key, {file.name, 0}, "the key `" + twice + "` stands twice"};
    return datum(all, file.name);
  } catch (const Json::parse_error& e) {
    return Fault{FaultKind::syntax, {file.name, line_of(file.bytes, e.byte)}, "it is no JSON"};
  }
}

}  // namespace upg::schema
