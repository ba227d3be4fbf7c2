#include <array>

#include "compiler/sema/context.h"
#include "compiler/support/text.h"

namespace upg::sema {
namespace {

struct Named { std::string_view name; Tag tag; };
constexpr std::array<Named, 13> scalars{{{"bool", Tag::boolean}, {"int", Tag::integer}, {"text", Tag::text},
    {"version", Tag::version}, {"duration", Tag::duration}, {"size", Tag::size}, {"percent", Tag::percent},
    {"path", Tag::path}, {"url", Tag::url}, {"host", Tag::host}, {"port", Tag::port}, {"command", Tag::command},
    {"resource", Tag::resource}}};

Type unknown_type(Context& c, const syntax::TypeRef& t) {
  std::vector<std::string_view> among{"secret", "list", "map"};
  for (const auto& s : scalars) among.push_back(s.name);
  for (const auto& [name, kind] : c.kinds) among.push_back(name);
  for (const auto& [name, cases] : c.choices) among.push_back(name);
  report::unknown_type(c.sink, t.name.span, t.name.text).did_you_mean(t.name.span, support::nearest(t.name.text, among));
  return any();
}

}  // namespace

Type list_of(const Type& element) {
  Type t{Tag::list};
  t.element = std::make_shared<const Type>(element);
  return t;
}

Type resolve(Context& c, const syntax::TypeRef& t) {
  const auto& name = t.name.text;
  if (name.empty()) return any();
  Type out;
  if (name == "list" || name == "map") {
    if (t.args.size() != 1) {
      report::lacks(c.sink, t.span, name, "the type of its items: `" + name + "<text>`");
      return any();
    }
    const Type element = resolve(c, t.args[0]);
    if (unknown(element)) return any();
    out = list_of(element);
    if (name == "map") out.tag = Tag::map;
    out.secret = element.secret;
  } else {
    if (!t.args.empty()) {
      report::no_effect_here(c.sink, t.args[0].span, "a type of items", name);
      return any();
    }
    if (name == "secret") {
      out.tag = Tag::text;
      out.secret = true;
    } else if (const auto k = c.kinds.find(name); k != c.kinds.end()) {
      out.tag = Tag::resource;
      out.name = name;
    } else if (c.choices.contains(name)) {
      out.tag = Tag::choice;
      out.name = name;
    } else {
      for (const auto& s : scalars)
        if (s.name == name) out.tag = s.tag;
      if (unknown(out)) return unknown_type(c, t);
    }
  }
  out.optional = t.optional;
  return out;
}

}  // namespace upg::sema
