#include "compiler/schema/cfn_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace upg::schema::cfn {
namespace {

// Short tags and the functions that they stand for; those without `Fn::` are themselves.
constexpr std::array<std::string_view, 18> functions{"Base64",      "Cidr",   "FindInMap", "GetAtt", "GetAZs", "If",
                                                     "ImportValue", "Join",   "Select",    "Split",  "Sub",    "Transform",
                                                     "And",         "Equals", "Not",       "Or",     "Length", "ToJsonString"};
constexpr std::array<std::string_view, 9> themselves{
    "Ref", "Condition", "Contains", "EachMemberEquals", "EachMemberIn", "RefAll", "ValueOf", "ValueOfAll", "Rules"};

std::optional<std::string> function_of(std::string_view tag) {
  if (std::find(functions.begin(), functions.end(), tag) != functions.end()) return "Fn::" + std::string(tag);
  if (std::find(themselves.begin(), themselves.end(), tag) != themselves.end()) return std::string(tag);
  return std::nullopt;
}

Tree text_of(std::string text, int line) {
  Tree out;
  out.text = std::move(text);
  out.line = line;
  return out;
}

// `!GetAtt a.b.c` is [a, b.c].
Tree attribute(const Tree& value) {
  const size_t dot = value.text.find('.');
  if (value.kind != Tree::Kind::scalar || dot == std::string::npos) return value;
  Tree out;
  out.kind = Tree::Kind::list;
  out.line = value.line;
  out.items = {text_of(value.text.substr(0, dot), value.line), text_of(value.text.substr(dot + 1), value.line)};
  return out;
}

class YamlReader {
 public:
  std::variant<Tree, Fault> run(std::string_view bytes) {
    try {
      const auto documents = YAML::LoadAll(std::string(bytes));
      if (documents.size() != 1)
        return Fault{FaultKind::syntax, documents.empty() ? "it is empty" : "it holds more than one document", 0};
      Tree out = tree(documents.front(), 0);
      if (fault_) return *fault_;
      return out;
    } catch (const YAML::Exception& e) { return Fault{FaultKind::syntax, e.msg, e.mark.is_null() ? 0 : e.mark.line + 1}; }
  }

 private:
  Tree fail(FaultKind kind, std::string what, int line) {
    if (!fault_) fault_ = Fault{kind, std::move(what), line};
    return {};
  }
  Tree tree(const YAML::Node& node, int depth) {
    if (fault_) return {};
    const int line = node.Mark().is_null() ? 0 : node.Mark().line + 1;
    if (depth > depth_limit) return fail(FaultKind::limit, fmt::format("it is nested deeper than {}", depth_limit), line);
    if (++nodes_ > nodes_limit) return fail(FaultKind::limit, fmt::format("it holds more than {} values", nodes_limit), line);
    Tree out = plain(node, depth, line);
    const std::string& tag = node.Tag();
    if (!tag.starts_with("!") || tag == "!" || fault_) return out;
    const auto function = function_of(std::string_view(tag).substr(1));
    if (!function) return fail(FaultKind::tag, tag, line);
    Tree call;
    call.kind = Tree::Kind::map;
    call.line = line;
    call.entries.push_back({*function, tag == "!GetAtt" ? attribute(out) : std::move(out)});
    return call;
  }
  Tree plain(const YAML::Node& node, int depth, int line) {
    Tree out = text_of({}, line);
    if (node.IsScalar()) out.text = node.Scalar();
    if (node.IsSequence()) {
      out.kind = Tree::Kind::list;
      for (const auto& item : node) out.items.push_back(tree(item, depth + 1));
    }
    if (node.IsMap()) {
      out.kind = Tree::Kind::map;
      std::set<std::string> keys;
      for (const auto& entry : node) {
        const int at = entry.first.Mark().line + 1;
        if (!entry.first.IsScalar()) return fail(FaultKind::syntax, "a key is no plain text", at);
        if (!keys.insert(entry.first.Scalar()).second)
          return fail(FaultKind::syntax, fmt::format("`{}` stands twice in one place", entry.first.Scalar()), at);
        out.entries.push_back({entry.first.Scalar(), tree(entry.second, depth + 1)});
        out.entries.back().value.line = at;
        if (fault_) return {};
      }
    }
    return out;
  }

  std::optional<Fault> fault_;
  size_t nodes_ = 0;
};

Tree tree_of(const nlohmann::ordered_json& value) {
  Tree out;
  if (value.is_object()) {
    out.kind = Tree::Kind::map;
    for (const auto& [key, member] : value.items()) out.entries.push_back({key, tree_of(member)});
  } else if (value.is_array()) {
    out.kind = Tree::Kind::list;
    for (const auto& item : value) out.items.push_back(tree_of(item));
  } else if (value.is_string()) {
    out.text = value.get<std::string>();
  } else if (!value.is_null()) {
    out.text = value.dump();
  }
  return out;
}

std::variant<Tree, Fault> read_json(std::string_view bytes) {
  std::vector<std::set<std::string>> open;
  std::string twice;
  bool deep = false;
  const auto watch = [&](int depth, nlohmann::ordered_json::parse_event_t event, nlohmann::ordered_json& parsed) {
    using Event = nlohmann::ordered_json::parse_event_t;
    deep = deep || depth > depth_limit;
    if (event == Event::object_start) open.emplace_back();
    if (event == Event::object_end) open.pop_back();
    if (event == Event::key && !open.back().insert(parsed.get<std::string>()).second && twice.empty())
      twice = parsed.get<std::string>();
    return !deep;
  };
  const auto parsed = nlohmann::ordered_json::parse(bytes, watch, false);
  if (deep) return Fault{FaultKind::limit, fmt::format("it is nested deeper than {}", depth_limit), 0};
  if (parsed.is_discarded()) return Fault{FaultKind::syntax, "it begins as JSON and is none", 0};
  if (!twice.empty()) return Fault{FaultKind::syntax, fmt::format("`{}` stands twice in one place", twice), 0};
  return tree_of(parsed);
}

}  // namespace

const Tree* Tree::at(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name == key) return &value;
  return nullptr;
}

std::string_view Tree::scalar(std::string_view key) const {
  const Tree* value = at(key);
  return value && value->kind == Kind::scalar ? std::string_view(value->text) : std::string_view();
}

bool same(const Tree& a, const Tree& b) {
  if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() || a.entries.size() != b.entries.size())
    return false;
  for (size_t i = 0; i < a.items.size(); ++i)
    if (!same(a.items[i], b.items[i])) return false;
  return std::all_of(a.entries.begin(), a.entries.end(), [&](const Entry& entry) {
    const Tree* other = b.at(entry.key);
    return other && same(entry.value, *other);
  });
}

std::variant<Tree, Fault> read_tree(std::string_view bytes) {
  if (bytes.size() > bytes_limit)
    return Fault{FaultKind::limit, fmt::format("it has {} bytes, and the service takes {}", bytes.size(), bytes_limit), 0};
  const size_t first = bytes.find_first_not_of(" \t\r\n");
  auto read = first != std::string_view::npos && bytes[first] == '{' ? read_json(bytes) : YamlReader().run(bytes);
  if (const auto* tree = std::get_if<Tree>(&read); tree && tree->kind != Tree::Kind::map)
    return Fault{FaultKind::shape, "it is no mapping", 0};
  return read;
}

}  // namespace upg::schema::cfn
