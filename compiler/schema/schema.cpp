#include "compiler/schema/schema.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include "compiler/schema/tree.h"

namespace upg::schema {

const Entries* entries(const Datum& d) {
  const auto* e = std::get_if<std::shared_ptr<const Entries>>(&d.node);
  return e ? e->get() : nullptr;
}

const Data* items(const Datum& d) {
  const auto* e = std::get_if<std::shared_ptr<const Data>>(&d.node);
  return e ? e->get() : nullptr;
}

const Datum* at(const Datum& d, std::string_view key) {
  if (const auto* all = entries(d))
    for (const auto& e : *all)
      if (e.key == key) return &e.value;
  return nullptr;
}

std::string text_at(const Datum& d, std::string_view key) {
  const auto* v = at(d, key);
  const auto* s = v ? std::get_if<std::string>(&v->node) : nullptr;
  if (s) return *s;
  const auto* n = v ? std::get_if<Decimal>(&v->node) : nullptr;
  return n ? n->text : "";
}

bool operator==(const Datum& a, const Datum& b) {
  if (a.node.index() != b.node.index()) return false;
  if (const auto* x = items(a)) {
    const auto* y = items(b);
    return std::equal(x->begin(), x->end(), y->begin(), y->end());
  }
  if (const auto* x = entries(a)) {
    const auto* y = entries(b);
    return x->size() == y->size() && std::all_of(x->begin(), x->end(), [&](const Entry& e) {
             const auto* other = at(b, e.key);
             return other && *other == e.value;
           });
  }
  return a.node == b.node;
}

namespace {
std::string quoted(const std::string& s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

void show(const Datum& d, std::string& out) {
  constexpr size_t enough = 200;
  if (out.size() > enough) return;
  struct {
    std::string& out;
    void operator()(const Null&) { out += "null"; }
    void operator()(bool b) { out += b ? "true" : "false"; }
    void operator()(int64_t n) { out += std::to_string(n); }
    void operator()(const Decimal& n) { out += n.text; }
    void operator()(const std::string& s) { out += quoted(s); }
    void operator()(const std::shared_ptr<const Data>& all) {
      out += "[";
      for (size_t i = 0; i < all->size(); ++i) out += i ? ", " : "", show((*all)[i], out);
      out += "]";
    }
    void operator()(const std::shared_ptr<const Entries>& all) {
      out += "{";
      for (size_t i = 0; i < all->size(); ++i) out += (i ? ", " : "") + (*all)[i].key + ": ", show((*all)[i].value, out);
      out += "}";
    }
  } visit{out};
  std::visit(visit, d.node);
}
}  // namespace

std::string shown(const Datum& d) {
  constexpr size_t width = 60;
  std::string out;
  show(d, out);
  if (out.size() <= width) return out;
  size_t cut = width;
  while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) --cut;
  return out.substr(0, cut) + "…";
}

std::string_view spelling(Shape s) {
  switch (s) {
    case Shape::any: return "anything";
    case Shape::null: return "nothing";
    case Shape::boolean: return "`true` or `false`";
    case Shape::integer: return "an integer";
    case Shape::number: return "a number";
    case Shape::text: return "a text";
    case Shape::list: return "a list";
    case Shape::record: return "a record";
  }
  return "";
}

Shape shape_of(const Datum& d) {
  static constexpr Shape shapes[]{Shape::null, Shape::boolean, Shape::integer, Shape::number,
                                  Shape::text, Shape::list,    Shape::record};
  return shapes[d.node.index()];
}

bool Type::allows(Shape s) const {
  if (shapes.empty()) return true;
  return std::any_of(shapes.begin(), shapes.end(),
                     [&](Shape own) { return own == s || own == Shape::any || (own == Shape::number && s == Shape::integer); });
}

const Field* Type::field(std::string_view name) const {
  for (const auto& f : fields)
    if (f->name == name) return f.get();
  return nullptr;
}

std::string dotted(const Path& path) {
  std::string out;
  for (const auto& key : path) {
    const bool name = !key.empty() && std::all_of(key.begin(), key.end(),
                                                  [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
    out += (out.empty() ? "" : ".") + (name ? key : quoted(key));
  }
  return out;
}

const Field* find(const Schema& s, const Path& path) {
  const Type* t = &s.root;
  const Field* f = nullptr;
  for (const auto& key : path) {
    f = t ? t->field(key) : nullptr;
    if (!f) return nullptr;
    t = &f->type;
  }
  return f;
}

const Type* type_at(const Schema& s, const Path& path) {
  const Type* t = &s.root;
  for (const auto& key : path) {
    if (!t) return nullptr;
    const auto* f = t->field(key);
    t = f ? &f->type : t->others.get();
  }
  return t;
}

}  // namespace upg::schema
