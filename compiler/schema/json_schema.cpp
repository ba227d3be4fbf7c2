// JSON Schema to types. Only what can be told of a value by itself is taken; `if`, `not` and the like leave it open.
#include <algorithm>
#include <cstdlib>

#include "compiler/schema/tree.h"

namespace upg::schema {
namespace {

std::optional<double> number_at(const Datum& d, std::string_view key) {
  const auto* n = at(d, key);
  if (!n) return std::nullopt;
  if (const auto* i = std::get_if<int64_t>(&n->node)) return static_cast<double>(*i);
  if (const auto* f = std::get_if<Decimal>(&n->node)) return std::strtod(f->text.c_str(), nullptr);
  return std::nullopt;
}

std::optional<int64_t> integer_at(const Datum& d, std::string_view key) {
  const auto* n = at(d, key);
  const auto* i = n ? std::get_if<int64_t>(&n->node) : nullptr;
  return i ? std::optional(*i) : std::nullopt;
}

std::optional<Shape> shape_named(const std::string& name) {
  if (name == "null") return Shape::null;
  if (name == "boolean") return Shape::boolean;
  if (name == "integer") return Shape::integer;
  if (name == "number") return Shape::number;
  if (name == "string") return Shape::text;
  if (name == "array") return Shape::list;
  if (name == "object") return Shape::record;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Datum& root, const std::string& file) : root_(root), file_(file) {}

  Type type(const Datum& d, int depth) {
    Type t;
    t.place = {file_, 0};
    if (!entries(d) || depth > depth_limit) return t;  // `true`, and what refers to itself without end
    if (const auto ref = text_at(d, "$ref"); !ref.empty()) {
      const auto* target = referred(ref);
      return target ? type(*target, depth + 1) : t;
    }
    shapes(d, t);
    limits(d, t);
    record(d, t, depth);
    if (const auto* i = at(d, "items"); i && entries(*i)) t.items = std::make_shared<Type>(type(*i, depth + 1));
    t.doc = text_at(d, "description");
    if (const auto* all = at(d, "allOf"); all && items(*all))
      for (const auto& part : *items(*all)) both(t, type(part, depth + 1));
    return t;
  }

 private:
  [[nodiscard]] const Datum* referred(std::string_view ref) const {
    if (!ref.starts_with("#")) return nullptr;
    const Datum* here = &root_;
    ref.remove_prefix(1);
    while (here && !ref.empty()) {
      ref.remove_prefix(1);
      const auto end = std::min(ref.find('/'), ref.size());
      here = at(*here, ref.substr(0, end));
      ref.remove_prefix(end);
    }
    return here;
  }

  static void shapes(const Datum& d, Type& t) {
    const auto add = [&](const Datum& name) {
      const auto* s = std::get_if<std::string>(&name.node);
      if (const auto shape = s ? shape_named(*s) : std::nullopt) t.shapes.push_back(*shape);
    };
    if (const auto* names = at(d, "type")) {
      if (const auto* list = items(*names))
        std::for_each(list->begin(), list->end(), add);
      else
        add(*names);
    }
    if (const auto* all = at(d, "enum"); all && items(*all)) t.allowed = *items(*all);
    if (const auto* only = at(d, "const")) t.allowed = {*only};
  }

  static void limits(const Datum& d, Type& t) {
    t.pattern = text_at(d, "pattern");
    t.minimum = number_at(d, "minimum");
    t.maximum = number_at(d, "maximum");
    if (const auto n = number_at(d, "exclusiveMinimum")) t.minimum = n, t.above_minimum = true;
    if (const auto n = number_at(d, "exclusiveMaximum")) t.maximum = n, t.below_maximum = true;
    t.min_length = integer_at(d, t.allows(Shape::list) && !t.shapes.empty() ? "minItems" : "minLength");
    t.max_length = integer_at(d, t.allows(Shape::list) && !t.shapes.empty() ? "maxItems" : "maxLength");
  }

  void record(const Datum& d, Type& t, int depth) {
    if (const auto* fields = at(d, "properties"); fields && entries(*fields))
      for (const auto& e : *entries(*fields)) {
        auto f = std::make_shared<Field>();
        f->name = e.key;
        f->type = type(e.value, depth + 1);
        if (const auto* value = at(e.value, "default")) f->default_value = *value;
        t.fields.push_back(std::move(f));
      }
    if (const auto* names = at(d, "required"); names && items(*names))
      for (const auto& n : *items(*names))
        if (const auto* s = std::get_if<std::string>(&n.node)) require(t, *s);
    const auto* rest = at(d, "additionalProperties");
    const auto* flag = rest ? std::get_if<bool>(&rest->node) : nullptr;
    t.open = !flag || *flag;
    if (rest && entries(*rest)) t.others = std::make_shared<Type>(type(*rest, depth + 1));
    if (const auto* patterns = at(d, "patternProperties"); patterns && entries(*patterns)) t.open = true;
  }

  static void require(Type& t, const std::string& name) {
    for (auto& f : t.fields)
      if (f->name == name) {
        f->required = true;
        return;
      }
    auto f = std::make_shared<Field>();
    f->name = name;
    f->required = true;
    t.fields.push_back(std::move(f));
  }

  static void both(Type& t, Type more) {
    if (t.shapes.empty()) t.shapes = more.shapes;
    if (t.allowed.empty()) t.allowed = more.allowed;
    if (t.pattern.empty()) t.pattern = more.pattern;
    if (!t.items) t.items = more.items;
    t.open = t.open && more.open;
    for (auto& f : more.fields) {
      const auto same = std::find_if(t.fields.begin(), t.fields.end(), [&](const auto& own) { return own->name == f->name; });
      if (same == t.fields.end())
        t.fields.push_back(std::move(f));
      else
        (*same)->required = (*same)->required || f->required;
    }
  }

  const Datum& root_;
  const std::string& file_;
};

}  // namespace

std::variant<Type, Fault> read_json_schema(const Datum& root, const std::string& file) {
  if (!entries(root)) return Fault{FaultKind::content, {file, 0}, "a schema is an object"};
  return Reader(root, file).type(root, 0);
}

}  // namespace upg::schema
