// Documents of a kind: where their schemas lie, and what comes of reading them.
#include <algorithm>

#include "compiler/diag/codes_documents.h"
#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

// A field of the resource, or of a resource that a field names: the value that the plan gives it.
Ref resolved(const Context& c, const Ref& e, const Resource& r) {
  return core::transform(e, [&](const Ref& n) -> Ref {
    const Resource* of = nullptr;
    std::string name;
    if (const auto* p = std::get_if<core::Param>(&n->node)) {
      of = &r;
      name = p->name;
    } else if (const auto* f = std::get_if<core::FieldOf>(&n->node)) {
      const auto* ref = f->of ? std::get_if<core::ResourceRef>(&f->of->node) : nullptr;
      of = ref ? c.module.resource(ref->name) : nullptr;
      name = f->field;
    } else if (const auto* v = std::get_if<core::Var>(&n->node)) {
      const auto* let = c.module.variable(v->name);
      return let && let->origin == Variable::Origin::let && let->value ? let->value : n;
    }
    if (!of) return n;
    const auto it = of->fields.find(name);
    return it == of->fields.end() || !it->second ? n : resolved(c, it->second, *of);
  });
}

bool absent_field(const Context& c, const Ref& e, const Resource& r) {
  const Ref value = resolved(c, e, r);
  return std::holds_alternative<core::Param>(value->node) || std::holds_alternative<core::FieldOf>(value->node);
}

void report_fault(Context& c, Span at, const std::string& path, const schema::Fault& f) {
  const auto file = f.place.file.empty() ? path : f.place.file + (f.place.line > 0 ? ":" + std::to_string(f.place.line) : "");
  switch (f.kind) {
    case schema::FaultKind::not_found:
      diag::SchemaNotFound(c.sink, at, file, f.what).help("it lies beside the plan, as a directory or packaged");
      return;
    case schema::FaultKind::syntax:
    case schema::FaultKind::content: diag::SchemaUnreadable(c.sink, at, file, f.what); return;
    case schema::FaultKind::duplicate_key: diag::SchemaKeyTwice(c.sink, at, file, f.what); return;
    case schema::FaultKind::limit: diag::SchemaTooLarge(c.sink, at, file, f.what); return;
  }
}

std::shared_ptr<const schema::Schema> import(Context& c, Span at, const DocumentDecl& decl, const std::string& path) {
  const auto key = decl.format + ":" + path;
  if (const auto it = c.schemas.find(key); it != c.schemas.end()) return it->second;
  auto& out = c.schemas[key];
  const auto* importer = schema::importer(decl.format);
  if (!importer || !c.read_source) return out;
  const auto source = c.read_source(path, importer->parts);
  if (!source.failure.empty()) {
    diag::SchemaNotFound(c.sink, at, path, source.failure).help("the path is relative to the plan's directory");
    return out;
  }
  auto read = importer->read(source);
  auto* sound = std::get_if<schema::Schema>(&read);
  if (const auto* fault = std::get_if<schema::Fault>(&read)) report_fault(c, at, path, *fault);
  if (sound == nullptr) return out;
  sound->path = path;
  out = std::make_shared<const schema::Schema>(std::move(*sound));
  return out;
}

}  // namespace

const DocumentDecl* find_document(const Kind& kind, std::string_view name) {
  for (const Kind* k = &kind; k; k = k->extends)
    for (const auto& d : k->documents)
      if (d.name == name) return &d;
  return nullptr;
}

bool has_field(const Context& c, const Resource& r, const Ref& field) { return field && !absent_field(c, field, r); }

std::shared_ptr<const schema::Schema> schema_of(Env& e, Span at, const DocumentDecl& decl, const Ref& path, const Resource& r) {
  if (!has_field(e.c, r, path)) return nullptr;
  const Ref value = resolved(e.c, path, r);
  const auto text = core::known_text(value);
  if (!text) {
    if (!unknown(value->type))
      diag::SchemaPathUnknown(e.c.sink, value->span, std::string(r.name)).help("write the path in quotes");
    return nullptr;
  }
  const bool outside = text->starts_with("/") || *text == ".." || text->starts_with("../") ||
                       text->find("/../") != std::string::npos || text->ends_with("/..") ||
                       text->find("://") != std::string::npos;
  if (outside) {
    diag::SchemaOutside(e.c.sink, value->span, *text).help("a build reads nothing but files beside the plan: copy it there");
    return nullptr;
  }
  return import(e.c, value->span.end > 0 ? value->span : at, decl, *text);
}

void read_document_decl(Env& e, Kind& kind, const Line& line) {
  Reader r(e.c, line);
  DocumentDecl d;
  const auto name = r.need_name("a name: `document values : FORMAT to PATH`");
  d.span = name.span;
  d.name = name.text;
  if (const auto* t = r.type()) {
    d.format = t->name.text;
    std::vector<std::string_view> among;
    for (const auto& i : schema::importers()) among.push_back(i.format);
    if (std::find(among.begin(), among.end(), d.format) == among.end())
      diag::UnknownFormat(e.c.sink, t->span, d.format).did_you_mean(t->span, support::nearest(d.format, among));
  } else {
    r.lacks("a format: `document " + d.name + " : FORMAT to PATH`");
  }
  Type path = type_of(Tag::path);
  path.optional = true;
  if (const auto* x = r.clause("from")) d.before = expr(e, *x, path);
  if (const auto* x = r.clause("to"))
    d.after = expr(e, *x, path);
  else
    r.lacks("where its schema lies: `to PATH`");
  if (const auto* x = r.clause("with")) d.over = expr(e, *x, path);
  if (const auto* body = r.body())
    for (const auto& l : body->lines) {
      Reader given(e.c, l);
      const auto* x = l.word().empty() ? nullptr : given.value();
      if (x)
        d.given.emplace_back(std::string(l.word()), expr(e, *x, any()));
      else
        unknown_head(e.c, l, "of a document", {});
      given.finish();
    }
  r.finish();
  for (const auto& other : kind.documents)
    if (other.name == d.name) {
      report::declared_twice(e.c.sink, d.span, d.name).note(other.span, "it is declared here first");
      return;
    }
  if (!d.name.empty()) kind.documents.push_back(std::move(d));
}

}  // namespace upg::sema
