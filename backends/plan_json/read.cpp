#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "backends/plan_json/fields.h"
#include "backends/plan_json/types.h"

namespace upg::plan_json {
namespace {

using nlohmann::json;

class Reader {
 public:
  Reader(const json& at, std::string& error, std::string where) : at_(at), error_(error), where_(std::move(where)) {}

  template <typename T>
  void operator()(std::string_view key, T& v) {
    if (!at_.is_object()) return fail("an object is due");
    const auto it = at_.find(key);
    if (it != at_.end()) get(*it, v, where_ + "/" + std::string(key));
  }
  void format() {
    std::string name;
    (*this)("format", name);
    if (name != format_name) fail(fmt::format("the format is not `{}`", format_name));
  }

 private:
  void fail(std::string_view what) { fail_at(where_, what); }
  void fail_at(std::string_view where, std::string_view what) {
    if (error_.empty()) error_ = fmt::format("{}: {}", where.empty() ? "/" : where, what);
  }

  void get(const json& j, std::string& v, const std::string& where) {
    if (j.is_string()) v = j.get<std::string>();
    else fail_at(where, "a text is due");
  }
  void get(const json& j, bool& v, const std::string& where) {
    if (j.is_boolean()) v = j.get<bool>();
    else fail_at(where, "true or false is due");
  }
  template <std::integral N>
    requires(!std::same_as<N, bool>)
  void get(const json& j, N& v, const std::string& where) {
    if (j.is_number_integer()) v = j.get<N>();
    else fail_at(where, "a whole number is due");
  }
  void get(const json& j, std::optional<int64_t>& v, const std::string& where) { get(j, v.emplace(), where); }
  template <typename E>
    requires std::is_enum_v<E>
  void get(const json& j, E& v, const std::string& where) {
    const auto& names = Names<E>::all;
    const auto it = j.is_string() ? std::find(names.begin(), names.end(), j.get_ref<const std::string&>()) : names.end();
    if (it != names.end()) v = static_cast<E>(it - names.begin());
    else fail_at(where, "not one of its names");
  }
  void get(const json& j, Span& v, const std::string& where) {
    if (!j.is_array() || j.size() != 3) return fail_at(where, "a span is three numbers");
    get(j[0], v.file, where);
    get(j[1], v.begin, where);
    get(j[2], v.end, where);
  }
  void get(const json& j, core::Type& v, const std::string& where) {
    std::string text;
    get(j, text, where);
    if (auto t = read_type(text)) v = std::move(*t);
    else fail_at(where, "not a type");
  }
  void get(const json& j, core::Value& v, const std::string& where) {
    if (j.is_boolean()) v = j.get<bool>();
    else if (j.is_number_integer()) v = j.get<int64_t>();
    else if (j.is_string()) v = j.get<std::string>();
    else fail_at(where, "a value is due");
  }
  template <typename T>
  void get(const json& j, std::vector<T>& v, const std::string& where) {
    if (!j.is_array()) return fail_at(where, "a list is due");
    v.resize(j.size());
    for (size_t i = 0; i < j.size(); ++i) get(j[i], v[i], where + "/" + std::to_string(i));
  }
  template <typename T>
    requires std::is_class_v<T>
  void get(const json& j, T& v, const std::string& where) {
    Reader inner(j, error_, where);
    fields(inner, v);
  }
  void get(const json& j, core::CommandRef& v, const std::string& where) {
    core::Command c;
    get(j, c, where);
    v = std::make_shared<const core::Command>(std::move(c));
  }
  template <size_t I = 0>
  void get_action(const json& j, size_t index, plan::ActionNode& v, const std::string& where) {
    if constexpr (I < std::variant_size_v<plan::ActionNode>) {
      if (I == index) get(j, v.emplace<I>(), where);
      else get_action<I + 1>(j, index, v, where);
    }
  }
  void get(const json& j, plan::ActionNode& v, const std::string& where) {
    if (!j.is_object() || j.size() != 1) return fail_at(where, "an action has one type");
    const auto it = std::find(action_names.begin(), action_names.end(), j.begin().key());
    if (it == action_names.end()) return fail_at(where, "not a type of action");
    get_action(*j.begin(), static_cast<size_t>(it - action_names.begin()), v, where);
  }
  void get(const json& j, core::Word& v, const std::string& where) {
    if (j.is_string()) {
      v.pieces.push_back({j.get<std::string>(), nullptr, false});
      return;
    }
    if (!j.is_array()) return fail_at(where, "a word is a text or a list of pieces");
    for (const auto& piece : j) {
      auto& p = v.pieces.emplace_back();
      if (piece.is_string()) {
        p.text = piece.get<std::string>();
        continue;
      }
      Reader inner(piece, error_, where);
      inner("spread", p.spread);
      inner("value", p.value);
    }
  }

  template <typename Node, typename... Member>
  decltype(core::Expr::node) made(const json& j, const std::string& where, Node node, std::pair<const char*, Member Node::*>... of) {
    Reader inner(j, error_, where);
    (inner(of.first, node.*(of.second)), ...);
    return node;
  }
  void get(const json& j, core::Ref& v, const std::string& where) {
    if (!j.is_object()) return fail_at(where, "an expression is an object");
    core::Type type;
    Reader(j, error_, where)("type", type);
    const auto has = [&](const char* key) { return j.contains(key); };
    const auto of = [](const char* key, auto member) { return std::pair(key, member); };
    decltype(core::Expr::node) node = core::Missing{};
    if (has("var")) node = made(j, where, core::Var{}, of("var", &core::Var::name));
    else if (has("literal")) node = made(j, where, core::Literal{}, of("literal", &core::Literal::value));
    else if (has("resource")) node = made(j, where, core::ResourceRef{}, of("resource", &core::ResourceRef::name));
    else if (has("concat")) node = made(j, where, core::Concat{}, of("concat", &core::Concat::parts));
    else if (has("list")) node = made(j, where, core::List{}, of("list", &core::List::items));
    else if (has("command")) node = made(j, where, core::CommandValue{}, of("command", &core::CommandValue::command));
    else if (has("cases")) node = made(j, where, core::Cases{}, of("cases", &core::Cases::cases));
    else if (has("output")) node = made(j, where, core::Output{}, of("output", &core::Output::command));
    else if (has("op")) node = made(j, where, core::Apply{}, of("op", &core::Apply::op), of("args", &core::Apply::args));
    else if (has("fn")) node = made(j, where, core::Builtin{}, of("fn", &core::Builtin::fn), of("args", &core::Builtin::args));
    else if (!has("missing")) return fail_at(where, "no expression has these keys");
    v = core::make({}, std::move(type), std::move(node));
  }

  const json& at_;
  std::string& error_;
  std::string where_;
};

}  // namespace

std::optional<Document> from_json(std::string_view bytes, std::string& error) {
  error.clear();
  const auto root = json::parse(bytes, nullptr, false);
  if (root.is_discarded()) {
    error = "not JSON";
    return std::nullopt;
  }
  Document out;
  Reader reader(root, error, "");
  fields(reader, out);
  if (!error.empty()) return std::nullopt;
  return out;
}

}  // namespace upg::plan_json
