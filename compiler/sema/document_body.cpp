// The lines of a document: keys found in the schema, values typed by it.
#include <algorithm>
#include <map>

#include "compiler/diag/codes_documents.h"
#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using schema::Datum;
using schema::Path;
using schema::Shape;

namespace {

bool key_path(const syntax::Expr& x, Path& out, bool& quoted) {
  if (const auto* n = std::get_if<NameRef>(&x.node)) return out.push_back(n->name), !n->name.empty();
  if (const auto* m = std::get_if<Member>(&x.node)) {
    if (!key_path(*m->of, out, quoted) || m->name.text.empty()) return false;
    out.push_back(m->name.text);
    return true;
  }
  const auto* t = std::get_if<TextLit>(&x.node);
  if (!t || t->pieces.size() > 1 || (!t->pieces.empty() && t->pieces[0].hole)) return false;
  quoted = true;
  out.push_back(t->pieces.empty() ? "" : t->pieces[0].text);
  return true;
}

Shape shape_of(const Ref& e) {
  switch (e->type.tag) {
    case Tag::boolean: return Shape::boolean;
    case Tag::integer:
    case Tag::port: {
      const auto* known = core::known(e);
      return known && std::holds_alternative<std::string>(*known) ? Shape::number : Shape::integer;
    }
    case Tag::text:
    case Tag::version:
    case Tag::path:
    case Tag::url:
    case Tag::host:
    case Tag::choice: return Shape::text;
    case Tag::list: return Shape::list;
    case Tag::error:
    case Tag::duration:
    case Tag::size:
    case Tag::percent:
    case Tag::command:
    case Tag::map:
    case Tag::resource:
    case Tag::record: return Shape::any;
  }
  return Shape::any;
}

}  // namespace

std::optional<Datum> datum(const Ref& e) {
  if (const auto* list = std::get_if<core::List>(&e->node)) {
    auto all = std::make_shared<schema::Data>();
    for (const auto& i : list->items) {
      auto d = datum(i);
      if (!d) return std::nullopt;
      all->push_back(std::move(*d));
    }
    return Datum{std::shared_ptr<const schema::Data>(std::move(all))};
  }
  const auto* v = core::known(e);
  if (!v) return std::nullopt;
  if (const auto* b = std::get_if<bool>(v)) return Datum{*b};
  if (const auto* n = std::get_if<int64_t>(v)) return Datum{*n};
  const auto& s = std::get<std::string>(*v);
  return shape_of(e) == Shape::number ? Datum{schema::Decimal{s}} : Datum{s};
}

namespace {

struct Seen {
  std::map<Path, Span> set;
};

class BodyReader {
 public:
  BodyReader(Env& e, Document& d) : e_(e), d_(d) {}

  void lines(const Body& body, const Path& under, std::vector<DocumentLine>& out, Seen& seen) {
    for (const auto& l : body.lines) line(l, under, out, seen);
  }

 private:
  void line(const Line& l, const Path& under, std::vector<DocumentLine>& out, Seen& seen) {
    if (!l.head || std::holds_alternative<Hole>(l.head->node)) return;
    const bool sets = std::any_of(l.items.begin(), l.items.end(),
                                  [](const syntax::Item& i) { return std::holds_alternative<ValueItem>(i.node); });
    if (!sets && l.word() == "match") return match(l, under, out, seen);
    if (!sets && l.word() == "when" && !l.items.empty()) return when(l, under, out, seen);
    if (!sets && l.word() == "keep") return keep(l, under);
    Reader r(e_.c, l);
    Path path = under;
    bool quoted = false;
    if (!key_path(*l.head, path, quoted)) return unknown_head(e_.c, l, "of a document", {"match", "when", "keep"});
    if (!sets && l.body) {
      r.body();
      r.finish();
      if (!l.body->lines.empty()) return lines(*l.body, path, out, seen);
      return put(l, {path, core::Tree{std::vector<core::TreeEntry>()}, ""}, quoted, out, seen);
    }
    const auto* x = r.value();
    if (!x) return r.lacks("a value: `" + schema::dotted(path) + " = …`");
    DocumentEntry entry{path, {}, ""};
    if (const auto* t = r.text()) entry.why = plain_text(e_.c, *t);
    if (const auto* brace = std::get_if<BraceExpr>(&x->node); brace && brace->body && !brace->body->lines.empty()) {
      r.finish();
      return lines(*brace->body, path, out, seen);
    }
    const size_t errors = e_.c.sink.errors();
    const auto* type = type_of_key(*l.head, path, quoted);
    if (e_.c.sink.errors() > errors) return;
    entry.value = tree(*x, type, path);
    r.finish();
    if (e_.c.sink.errors() == errors) put(l, std::move(entry), quoted, out, seen);
  }

  void put(const Line& l, DocumentEntry entry, bool quoted, std::vector<DocumentLine>& out, Seen& seen) {
    if (const auto* record = std::get_if<std::vector<core::TreeEntry>>(&entry.value.node); record && record->empty()) {
      const size_t errors = e_.c.sink.errors();
      (void)type_of_key(*l.head, entry.path, quoted);
      if (e_.c.sink.errors() > errors) return;
    }
    for (const auto& [path, span] : seen.set) {
      const auto shorter = std::min(path.size(), entry.path.size());
      if (!std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(shorter), entry.path.begin())) continue;
      diag::KeyTwice(e_.c.sink, l.head->span, schema::dotted(entry.path)).note(span, "first here");
      return;
    }
    seen.set.emplace(entry.path, l.head->span);
    out.push_back({l.span, std::move(entry)});
  }

  void keep(const Line& l, const Path& under) {
    Reader r(e_.c, l);
    if (under.empty() && !r.word("others")) return keep_one(r);
    if (!under.empty()) return r.lacks("`keep others \"why\"`, at the top of the document");
    if (d_.keeps_others) report::said_twice(e_.c.sink, l.head->span, "keep others");
    d_.keeps_others = true;
    if (const auto* t = r.text()) d_.keeps_why = plain_text(e_.c, *t);
    r.finish();
  }

  void keep_one(Reader& r) {
    const auto* x = r.operand();
    Path path;
    bool quoted = false;
    if (!x || !key_path(*x, path, quoted)) return r.lacks("what to keep: `keep others \"why\"`, or `keep KEY \"why\"`");
    if (!r.text()) return r.lacks("why it is kept, in quotes");
    if (d_.after && schema::find(*d_.after, path) == nullptr) (void)type_of_key(*x, path, quoted);
    d_.kept.push_back(std::move(path));
    r.finish();
  }

  void when(const Line& l, const Path& under, std::vector<DocumentLine>& out, Seen& seen) {
    Reader r(e_.c, l);
    DocumentArm arm;
    arm.span = l.span;
    arm.when = condition(e_, *r.operand());
    const auto before = e_.s.present;
    learn(e_.s, arm.when);
    if (const auto* body = r.need_body()) lines(*body, under, arm.lines, seen);
    e_.s.present = before;
    r.finish();
    out.push_back({l.span, std::vector<DocumentArm>{std::move(arm)}});
  }

  void match(const Line& l, const Path& under, std::vector<DocumentLine>& out, Seen& seen) {
    Reader r(e_.c, l);
    const auto* x = r.operand();
    const auto* body = r.need_body();
    if (!x) return r.lacks("what to match");
    r.finish();
    if (!body) return;
    std::vector<DocumentArm> all;
    Seen joined = seen;
    for (const auto& a : arms(e_, x->span, *x, *body)) {
      DocumentArm arm{a.line->span, a.when, {}, a.end, a.why};
      Seen own = seen;
      if (a.end == core::Case::End::value) {
        if (a.line->head)
          unknown_head(e_.c, *a.line, "of a case: write its lines in braces,", {});
        else if (a.line->body)
          lines(*a.line->body, under, arm.lines, own);
      }
      joined.set.insert(own.set.begin(), own.set.end());
      all.push_back(std::move(arm));
    }
    seen = std::move(joined);
    out.push_back({l.span, std::move(all)});
  }

  // ---- values ----

  core::Tree tree(const syntax::Expr& x, const schema::Type* type, const Path& path) {
    if (const auto* l = std::get_if<ListLit>(&x.node)) {
      if (type && !type->allows(Shape::list)) return wrong(x.span, *type, path, "a list"), core::Tree{missing(x.span)};
      std::vector<core::Tree> all;
      for (const auto& i : l->items) all.push_back(tree(*i, type ? type->items.get() : nullptr, path));
      return {std::move(all)};
    }
    if (const auto* b = std::get_if<BraceExpr>(&x.node)) return record(x, *b, type, path);
    Ref value = leaf(x, type);
    if (!unknown(value->type) && type) check(x.span, value, *type, path);
    if (!unknown(value->type) && shape_of(value) == Shape::any)
      report::mismatch(e_.c.sink, x.span, core::to_string(value->type), "a value of a document")
          .help("write it in quotes, as the chart spells it");
    return {std::move(value)};
  }

  core::Tree record(const syntax::Expr& x, const BraceExpr& b, const schema::Type* type, const Path& path) {
    if (type && !type->allows(Shape::record)) return wrong(x.span, *type, path, "a record"), core::Tree{missing(x.span)};
    std::vector<core::TreeEntry> all;
    if (b.body)
      for (const auto& l : b.body->lines) {
        Path key;
        bool quoted = false;
        Reader r(e_.c, l);
        const auto* value = l.head && key_path(*l.head, key, quoted) && key.size() == 1 ? r.value() : nullptr;
        if (!value) {
          unknown_head(e_.c, l, "of a record", {});
          continue;
        }
        const auto* f = type ? type->field(key[0]) : nullptr;
        if (type && !f && !type->others && !type->open) unknown_key(l.head->span, key, *type, key[0]);
        all.push_back({key[0], tree(*value, f ? &f->type : type ? type->others.get() : nullptr, path)});
        r.finish();
      }
    return {std::move(all)};
  }

  Ref leaf(const syntax::Expr& x, const schema::Type* type) {
    if (const auto* v = std::get_if<VersionLit>(&x.node))
      if (type && !type->shapes.empty() && type->allows(Shape::number) && !type->allows(Shape::text))
        return core::make(x.span, type_of(Tag::integer), core::Literal{v->text});  // a number as it was written
    Type want = any();
    if (std::holds_alternative<TextLit>(x.node)) {
      want = type_of(Tag::text);
      want.secret = true;
    }
    return expr(e_, x, want);
  }

  void check(Span at, const Ref& value, const schema::Type& type, const Path& path) {
    const auto shape = shape_of(value);
    if (shape == Shape::any) return;
    const auto known = datum(value);
    if (!known) {
      if (!type.allows(shape)) wrong(at, type, path, shape == Shape::boolean ? "`true` or `false`" : schema::spelling(shape));
      return;
    }
    const auto o = schema::objection(type, *known);
    if (!o) return;
    const auto name = schema::dotted(path), shown = schema::shown(*known);
    switch (o->kind) {
      case schema::ObjectionKind::type:
        return wrong(at, type, path, shape == Shape::boolean ? "`" + shown + "`" : schema::spelling(shape));
      case schema::ObjectionKind::allowed: {
        auto b = diag::KeyNotAllowed(e_.c.sink, at, name, o->why, "`" + shown + "`");
        std::vector<std::string> texts;
        for (const auto& a : type.allowed)
          if (const auto* s = std::get_if<std::string>(&a.node)) texts.push_back(*s);
        const auto* own = std::get_if<std::string>(&known->node);
        const auto near = own ? support::nearest(*own, {texts.begin(), texts.end()}) : std::string_view();
        if (!near.empty()) b.did_you_mean(at, "\"" + std::string(near) + "\"");
        break;
      }
      case schema::ObjectionKind::pattern: diag::KeyPattern(e_.c.sink, at, name, o->why, "`" + shown + "`"); break;
      case schema::ObjectionKind::range:
      case schema::ObjectionKind::length: diag::KeyRange(e_.c.sink, at, name, o->why, "`" + shown + "`"); break;
    }
  }

  void wrong(Span at, const schema::Type& type, const Path& path, std::string_view found) {
    auto b = diag::KeyType(e_.c.sink, at, schema::dotted(path), schema::described(type), found);
    if (!type.place.file.empty() && type.place.line > 0) b.note(std::nullopt, "see {}:{}", type.place.file, type.place.line);
  }

  // ---- keys ----

  // Null: anything may stand there.
  const schema::Type* type_of_key(const syntax::Expr& head, const Path& path, bool quoted) {
    if (!d_.after) return nullptr;
    const schema::Type* t = &d_.after->root;
    for (size_t i = 0; i < path.size(); ++i) {
      if (!t->allows(Shape::record)) {
        Path so_far(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i));
        wrong(head.span, *t, so_far, "a record");
        return nullptr;
      }
      const auto* f = t->field(path[i]);
      if (!f && t->open && (t->others || t->fields.empty() || quoted)) {
        if (!t->others) return nullptr;
        t = t->others.get();
        continue;
      }
      if (!f) return unknown_key(head.span, path, *t, path[i]), nullptr;
      t = &f->type;
    }
    return t;
  }

  void unknown_key(Span at, const Path& path, const schema::Type& in, const std::string& part) {
    const auto name = schema::dotted(path);
    if (d_.before && schema::find(*d_.before, path)) return gone(at, path);
    auto b = diag::UnknownKey(e_.c.sink, at, name, d_.after->path);
    std::vector<std::string_view> among;
    for (const auto& f : in.fields) among.push_back(f->name);
    const auto near = support::nearest(part, among);
    if (!near.empty()) {
      Path better = path;
      std::replace(better.begin(), better.end(), part, std::string(near));
      b.did_you_mean(at, schema::dotted(better));
    } else if (in.open) {
      b.help("if the chart reads it all the same, write the last part in quotes");
    }
  }

  void gone(Span at, const Path& path) {
    const auto name = schema::dotted(path), before = d_.before->path, after = d_.after->path;
    for (const auto& c : schema::compare(*d_.before, *d_.after)) {
      if (c.kind != schema::ChangeKind::renamed || c.path.size() > path.size() ||
          !std::equal(c.path.begin(), c.path.end(), path.begin()))
        continue;
      Path now = c.now;
      now.insert(now.end(), path.begin() + static_cast<std::ptrdiff_t>(c.path.size()), path.end());
      diag::KeyRenamed(e_.c.sink, at, name, after, schema::dotted(now)).help("did you mean `{}`?", schema::dotted(now));
      return;
    }
    diag::KeyRemoved(e_.c.sink, at, name, before, after).help("take the line out");
  }

  Env& e_;
  Document& d_;
};

}  // namespace

std::shared_ptr<const Document> read_document(Env& e, const Body& body, const DocumentDecl& decl, const Resource& r) {
  auto out = std::make_shared<Document>();
  out->span = body.span;
  out->decl = &decl;
  const size_t errors = e.c.sink.errors();
  out->after = schema_of(e, body.span, decl, decl.after, r);
  out->before = schema_of(e, body.span, decl, decl.before, r);
  Seen seen;
  if (e.c.sink.errors() == errors) BodyReader(e, *out).lines(body, {}, out->lines, seen);
  if (e.c.sink.errors() == errors) check_document(e.c, *out, r);
  ++e.c.module.documents[decl.format];
  return out;
}

}  // namespace upg::sema
