// Resources of a plan: their kind, their fields, and what is said about the data they hold.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

const Param* field_named(const Kind& kind, std::string_view name) {
  for (const auto& f : kind.fields)
    if (f.name == name) return &f;
  return nullptr;
}

const syntax::Word& resource_name(const Line& line, syntax::Word& into) {
  for (const auto& i : line.items)
    if (const auto* o = std::get_if<OperandItem>(&i.node)) {
      into = word_of(*o->value);
      break;
    }
  return into;
}

void unknown_resource_line(Context& c, const Line& line, const Kind& kind) {
  if (!std::any_of(line.items.begin(), line.items.end(), [](const syntax::Item& i) { return std::holds_alternative<ValueItem>(i.node); }))
    return unknown_head(c, line, "of a resource", {"written", "part", "disposable", "environment"});
  std::vector<std::string_view> among;
  for (const auto& f : kind.fields) among.push_back(f.name);
  auto d = report::unknown_field(c.sink, line.head->span, kind.name, line.word().empty() ? spelled(*line.head) : std::string(line.word()));
  const auto near = support::nearest(line.word(), among);
  if (!near.empty()) {
    d.did_you_mean(line.head->span, near);
    return;
  }
  std::vector<std::string> words;
  for (const auto a : among) words.push_back("`" + std::string(a) + "`");
  d.help("its fields are {}", support::listing(words));
}

void read_field(Env& e, const Line& line, const Kind& kind, Resource& r, std::map<std::string, Span>& seen) {
  const auto* f = line.head ? field_named(kind, line.word()) : nullptr;
  if (!f) return unknown_resource_line(e.c, line, kind);
  if (const auto [it, fresh] = seen.emplace(f->name, line.span); !fresh) {
    report::said_twice(e.c.sink, line.head->span, f->name).note(it->second, "first here");
    return;
  }
  Reader in(e.c, line);
  const auto* x = in.value();
  if (!x) return in.lacks("a value: `" + f->name + " = …`");
  Ref value = expr(e, *x, f->type);
  if (f->type.secret && core::known(value)) {
    report::secret_written(e.c.sink, x->span).help("declare `secret {} from env \"NAME\"` and use it here", f->name);
    value = missing(x->span);
  }
  r.fields[f->name] = std::move(value);
  in.finish();
}

void read_special(Env& e, const Line& line, Resource& r, std::map<std::string, Span>& seen) {
  const std::string head(line.word());
  if (const auto [it, fresh] = seen.emplace(head, line.span); !fresh) {
    report::said_twice(e.c.sink, line.head->span, head).note(it->second, "first here");
    return;
  }
  Reader in(e.c, line);
  if (head == "environment") {
    if (const auto* b = in.need_body()) r.environment = environment(e, *b);
  } else if (head == "disposable") {
    if (const auto* t = in.need_text("a reason in quotes")) r.disposable = plain_text(e.c, *t);
    r.disposable_span = line.span;
  } else if (head == "written") {
    const auto* by = in.clause("by");
    const auto* nobody = bare(by);
    if (!nobody || *nobody != "nobody") return in.lacks("`by nobody \"why\"`; writers say so themselves");
    if (const auto* t = in.need_text("a reason in quotes")) r.written_by_nobody = plain_text(e.c, *t);
  } else if (head == "part") {
    const auto* of = in.clause("of");
    if (!of) return in.lacks("`of RESOURCE`");
    Ref whole = expr(e, *of, type_of(Tag::resource));
    if (const auto* ref = std::get_if<core::ResourceRef>(&whole->node)) {
      r.part_of = ref->name;
      if (ref->name == r.name) report::depends_on_itself(e.c.sink, of->span, r.name, "a part of itself");
    }
  }
  in.finish();
}

bool special(const Line& line) {
  const auto w = line.word();
  if (w != "written" && w != "part" && w != "disposable" && w != "environment") return false;
  return line.body || std::none_of(line.items.begin(), line.items.end(), [](const syntax::Item& i) { return std::holds_alternative<ValueItem>(i.node); });
}

// `sound`: no line of the body was mistaken, so that what is absent is not what was misspelt.
void check_fields(Context& c, const Line& line, const Kind& kind, Resource& r, bool sound) {
  std::vector<std::string> absent;
  for (const auto& f : kind.fields) {
    if (r.fields.contains(f.name)) continue;
    if (f.default_value) r.fields[f.name] = f.default_value;
    else if (!f.type.optional) absent.push_back("`" + f.name + "`");
  }
  if (!absent.empty() && sound) diag::MissingField(c.sink, line.span, r.name, support::listing(absent));
}

}  // namespace

core::EnvEntry env_entry(Env& e, Reader& r, const syntax::Word& name, const syntax::Expr* value) {
  core::EnvEntry out{name.text, nullptr, false};
  const auto* word = bare(value);
  Type want = type_of(Tag::text);
  want.secret = want.optional = true;
  if (word && *word == "secret" && r.word("file")) {
    out.secret_file = true;
    if (const auto* t = r.text()) out.value = expr(e, *t, want);
    else r.lacks("the content of the file in quotes");
    return out;
  }
  Ref v = is_text(*value) ? expr(e, *value, want) : expr(e, *value, any());
  const Tag t = v->type.tag;
  if (t == Tag::list || t == Tag::map || t == Tag::resource || t == Tag::command || t == Tag::record) {
    report::cannot_stand_in_text(e.c.sink, value->span, core::to_string(v->type), "an environment variable");
    v = missing(value->span);
  }
  out.value = std::move(v);
  return out;
}

std::vector<core::EnvEntry> environment(Env& e, const Body& body) {
  std::vector<core::EnvEntry> out;
  std::map<std::string, Span> seen;
  for (const auto& line : body.lines) {
    const std::string name(line.word());
    Reader r(e.c, line);
    const auto* value = r.value();
    if (name.empty() || !value) {
      report::lacks(e.c.sink, line.span, name.empty() ? "environment" : name, "a name and a value: `NAME = value`");
      continue;
    }
    if (name.find('-') != std::string::npos) {
      report::reserved_name(e.c.sink, line.head->span, name, "an environment variable").help("the shell knows letters, digits and `_` in such a name");
      continue;
    }
    if (const auto [it, fresh] = seen.emplace(name, line.span); !fresh) {
      report::said_twice(e.c.sink, line.head->span, name).note(it->second, "first here");
      continue;
    }
    out.push_back(env_entry(e, r, {line.head->span, name}, value));
    r.finish();
  }
  return out;
}

void declare_resource(Context& c, const Line& line) {
  Reader r(c, line);
  const auto name = r.need_name("a name");
  if (name.text.empty()) return;
  const auto* type = r.type();
  Resource out;
  out.span = name.span;
  out.name = name.text;
  if (!type) {
    r.lacks("a kind: `resource " + name.text + " : KIND { }`");
  } else if (const auto it = c.kinds.find(type->name.text); it != c.kinds.end()) {
    out.kind = it->second;
  } else if (!type->name.text.empty()) {
    std::vector<std::string_view> among;
    for (const auto& [kind, k] : c.kinds) among.push_back(kind);
    report::unknown_type(c.sink, type->name.span, type->name.text).did_you_mean(type->name.span, support::nearest(type->name.text, among));
  }
  if (!declare(c, name, "a resource", {Declared::What::resource, name.span, name.text, c.module.resources.size()})) return;
  c.module.resources.push_back(std::move(out));
}

void read_resource(Context& c, const Line& line) {
  syntax::Word name;
  const auto it = c.names.find(resource_name(line, name).text);
  if (it == c.names.end() || it->second.what != Declared::What::resource || !(it->second.span == name.span)) return;
  auto& res = c.module.resources[it->second.index];
  Scope s;
  Env e{c, s};
  Reader r(c, line);
  r.name();
  r.type();
  if (const auto* x = r.clause("when")) res.guard = condition(e, *x);
  const auto* body = r.body();
  if (!res.kind) return;   // told already, and what stands there may be the kind
  r.finish();
  std::map<std::string, Span> seen;
  const size_t errors = c.sink.errors();
  if (body)
    for (const auto& l : body->lines) {
      if (special(l)) read_special(e, l, res, seen);
      else read_field(e, l, *res.kind, res, seen);
    }
  check_fields(c, line, *res.kind, res, c.sink.errors() == errors);
}

}  // namespace upg::sema
