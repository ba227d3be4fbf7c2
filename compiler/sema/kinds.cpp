// Kinds: fields, identity, tools, environment, states and asks. Verbs are in verbs.cpp.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

const std::vector<std::string_view> heads{"identity", "needs", "environment", "state", "ask", "verb", "document"};

bool is_field(const Line& line) {
  return !line.word().empty() && !line.items.empty() && std::holds_alternative<TypeItem>(line.items.front().node);
}

bool inherited_field(const Kind& kind, const Param& field) {
  if (!kind.extends) return false;
  const auto& all = kind.extends->fields;
  return std::any_of(all.begin(), all.end(), [&](const Param& f) { return f.name == field.name && f.span == field.span; });
}

void read_field(Env& e, Kind& kind, const Line& line) {
  Reader r(e.c, line);
  Param f;
  f.span = line.head->span;
  f.name = line.word();
  f.type = resolve(e.c, *r.type());
  if (f.name == "self" || f.name.size() > 64) {
    report::reserved_name(e.c.sink, f.span, f.name, "a field").help("another name");
    return;
  }
  for (const auto& other : kind.fields)
    if (other.name == f.name && !inherited_field(kind, other)) {
      report::declared_twice(e.c.sink, f.span, f.name).note(other.span, "it is declared here first");
      return;
    }
  if (const auto* x = r.value()) f.default_value = expr(e, *x, f.type);
  if (f.default_value && f.type.secret && core::known(f.default_value)) report::secret_written(e.c.sink, f.default_value->span).help("a plan gives it, from a `secret`");
  if (const auto* t = r.text()) f.doc = plain_text(e.c, *t);
  r.finish();
  if (override_field(e.c, kind, f)) return;
  e.s.names[f.name] = {f.span, f.type, "", false};
  kind.fields.push_back(std::move(f));
}

void read_need(Context& c, Kind& kind, const syntax::Expr& x) {
  Need n{x.span, "", ""};
  const syntax::Expr* tool = &x;
  if (const auto* b = std::get_if<Binary>(&x.node)) {
    tool = b->left.get();
    Scope s;
    Env e{c, s};
    if (b->op != ">=") report::cannot_compare(c.sink, b->op_span, b->op, "a tool").help("`needs [tool >= 1.2]` is the oldest that will do");
    else n.at_least = core::known_text(expr(e, *b->right, type_of(Tag::version))).value_or("");
  }
  if (const auto* name = bare(tool)) n.tool = *name;
  else if (is_text(*tool)) n.tool = plain_text(c, *tool);
  if (n.tool.empty()) {
    if (!std::holds_alternative<Hole>(tool->node)) report::mismatch(c.sink, tool->span, spelled(*tool), "the name of a tool");
    return;
  }
  kind.needs.push_back(std::move(n));
}

void read_needs(Context& c, Kind& kind, const Line& line) {
  Reader r(c, line);
  const auto* x = r.operand();
  if (!x) return r.lacks("a list of tools: `needs [tool >= 10]`");
  if (const auto* l = std::get_if<ListLit>(&x->node)) {
    for (const auto& i : l->items) read_need(c, kind, *i);
  } else {
    read_need(c, kind, *x);
  }
  r.finish();
}

// `enter start`, `enter do "…" confirm "…"`, `enter { deeds }`.
std::shared_ptr<Deeds> way(Env& e, const Line& line) {
  Reader r(e.c, line);
  auto out = std::make_shared<Deeds>();
  if (line.body && line.items.empty()) {
    *out = deeds(e, *r.body());
    return out;
  }
  const auto* first = r.peek();
  if (!first) {
    r.lacks("a command or deeds in braces");
    return out;
  }
  const auto* word = bare(first);
  if (word && builtin_deed(*word)) {
    Deed d;
    d.span = line.span;
    read_guard(e, line, d);
    if (read_builtin(e, line, 1, d)) out->push_back(std::move(d));
    return out;
  }
  r.operand();
  if (word && *word == "automatic") {
    report::later_word(e.c.sink, first->span, "automatic");
    return out;
  }
  if (auto cmd = command(e, *first)) out->push_back(Deed{line.span, nullptr, RunCommand{cmd, {}, "", std::nullopt}, "", ""});
  r.finish();
  return out;
}

void read_state_line(Env& e, State& s, const Kind& kind, const Line& line, std::map<std::string, Span>& seen) {
  const std::string head(line.word());
  const std::vector<std::string_view> known{"enter", "leave", "probe", "daemonizes", "writes"};
  if (std::find(known.begin(), known.end(), head) == known.end()) return unknown_head(e.c, line, "of a state", known);
  if (const auto [it, fresh] = seen.emplace(head, line.span); !fresh) {
    report::said_twice(e.c.sink, line.head->span, head).note(it->second, "first here");
    return;
  }
  if (head == "enter" || head == "leave") {
    (head == "enter" ? s.enter : s.leave) = way(e, line);
    return;
  }
  Reader r(e.c, line);
  if (head == "daemonizes") s.daemonizes = true;
  if (head == "probe") {
    if (const auto* x = r.operand()) s.probe = condition(e, *x);
    else r.lacks("a condition or a command");
  }
  if (head == "writes") {
    const auto name = r.need_name("the field that lists what is written");
    const auto f = std::find_if(kind.fields.begin(), kind.fields.end(), [&](const Param& p) { return p.name == name.text; });
    if (f == kind.fields.end()) {
      if (!name.text.empty()) report::unknown_field(e.c.sink, name.span, kind.name, name.text);
    } else if (f->type.tag != Tag::list || !f->type.element || f->type.element->tag != Tag::resource) {
      report::mismatch(e.c.sink, name.span, core::to_string(f->type), "list<resource>").note(f->span, "the field is declared here");
    } else {
      s.writes = name.text;
    }
  }
  r.finish();
}

void read_state(Env& e, Kind& kind, const Line& line) {
  Reader r(e.c, line);
  const auto name = r.need_name("a name");
  const auto s = std::find_if(kind.states.begin(), kind.states.end(), [&](const State& x) { return x.span == name.span; });
  const auto* body = r.need_body();
  r.finish();
  if (!body || s == kind.states.end()) return;
  std::map<std::string, Span> seen;
  for (const auto& l : body->lines) read_state_line(e, *s, kind, l, seen);
}

void ask_signature(Env& e, Kind& kind, const Line& line) {
  Reader r(e.c, line);
  Ask a;
  const auto* x = r.operand();
  const auto* c = x ? std::get_if<Call>(&x->node) : nullptr;
  const auto* name = c ? bare(c->callee.get()) : nullptr;
  if (!name) {
    if (!x || !std::holds_alternative<Hole>(x->node)) r.lacks("a name and its arguments: `ask query(sql : text) : text { … }`");
    return;
  }
  a.span = c->callee->span;
  a.name = *name;
  Scope inner = kind_scope(kind);
  Env in{e.c, inner};
  for (const auto& arg : c->args) {
    a.params.push_back(parameter(in, arg));
    inner.names[a.params.back().name] = {a.params.back().span, a.params.back().type, "", false};
  }
  if (const auto* t = r.type()) a.result = resolve(e.c, *t);
  else r.lacks("the type of its answer: `: text`");
  for (const auto& other : kind.asks)
    if (other.name == a.name) {
      report::declared_twice(e.c.sink, a.span, a.name).note(other.span, "it is declared here first");
      return;
    }
  kind.asks.push_back(std::move(a));
}

void read_ask(Context& c, Kind& kind, const Line& line) {
  Reader r(c, line);
  const auto* x = r.operand();
  r.type();
  const auto* call = x ? std::get_if<Call>(&x->node) : nullptr;
  const auto a = std::find_if(kind.asks.begin(), kind.asks.end(), [&](const Ask& k) { return call && k.span == call->callee->span; });
  const auto* body = r.need_body();
  r.finish();
  if (!body || a == kind.asks.end()) return;
  Scope s = kind_scope(kind);
  s.reading = "an `ask`";
  for (const auto& p : a->params) s.names[p.name] = {p.span, p.type, "", false};
  Env e{c, s};
  if (body->lines.size() != 1 || !body->lines[0].head || !is_command(*body->lines[0].head)) {
    report::lacks(c.sink, body->span, "ask", "one command in backticks or one fence");
    return;
  }
  Reader in(c, body->lines[0]);
  a->command = command_with_clauses(e, in, *body->lines[0].head);
  in.finish();
}

}  // namespace

Scope kind_scope(const Kind& kind) {
  Scope s;
  s.kind = &kind;
  s.in_verb = true;
  for (const auto& f : kind.fields) s.names[f.name] = {f.span, f.type, "", false};
  Type self = type_of(Tag::resource);
  self.name = kind.name;
  s.names["self"] = {kind.span, self, "", false};
  return s;
}

Param parameter(Env& e, const Arg& a) {
  Param p;
  p.span = a.span;
  const auto* name = a.value ? bare(a.value.get()) : nullptr;
  if (name) {
    p.name = *name;
    p.span = a.value->span;
  } else if (a.name) {
    p.name = a.name->text;
    p.span = a.name->span;
  }
  if (a.type) p.type = resolve(e.c, *a.type);
  else report::lacks(e.c.sink, a.span, p.name, "a type: `" + p.name + " : text`");
  if (a.default_value) p.default_value = expr(e, *a.default_value, p.type);
  return p;
}

void declare_kind(Context& c, const Line& line, bool of_library) {
  Reader r(c, line);
  const auto name = r.need_name("a name");
  if (name.text.empty()) return;
  const bool extends = r.word("extends");
  const auto base = extends ? r.need_name("the kind it extends") : syntax::Word();
  if (const auto it = c.kinds.find(name.text); it != c.kinds.end()) {
    if (c.library.contains(it->second)) {
      diag::BuiltInName(c.sink, name.span, name.text).help("give it a name of its own, as `my_{}`", name.text);
    } else {
      report::declared_twice(c.sink, name.span, name.text).note(it->second->span, "it is declared here first");
    }
    return;
  }
  auto kind = std::make_unique<Kind>();
  kind->span = name.span;
  kind->name = name.text;
  if (const auto* t = r.text()) kind->title = plain_text(c, *t);
  r.need_body();
  r.finish();
  c.kinds.emplace(name.text, kind.get());
  c.kind_lines.emplace(kind.get(), &line);
  if (!base.text.empty()) c.extended.emplace(kind.get(), base);
  if (of_library) c.library.insert(kind.get());
  c.module.kinds.push_back(std::move(kind));
}

void read_fields(Context& c, Kind& kind) {
  const auto* line = c.kind_lines[&kind];
  if (kind.extends) kind.fields = kind.extends->fields;
  if (!line->body) return;
  Scope s = kind_scope(kind);
  Env e{c, s};
  for (const auto& l : line->body->lines)
    if (is_field(l)) read_field(e, kind, l);
}

namespace {
void own_signatures(Context& c, Kind& kind, const Body& body) {
  Scope s = kind_scope(kind);
  Env e{c, s};
  for (const auto& l : body.lines) {
    if (is_field(l)) continue;
    if (l.word() == "state") {
      Reader r(c, l);
      const auto name = r.name();
      const auto twice = std::find_if(kind.states.begin(), kind.states.end(), [&](const State& x) { return x.name == name.text; });
      if (twice != kind.states.end()) report::declared_twice(c.sink, name.span, name.text).note(twice->span, "it is declared here first");
      else if (!name.text.empty()) kind.states.push_back({name.span, name.text, nullptr, nullptr, nullptr, false, ""});
    }
    if (l.word() == "ask") ask_signature(e, kind, l);
    if (l.word() == "document") read_document_decl(e, kind, l);
  }
  for (const auto& l : body.lines)
    if (l.word() == "verb" && !is_field(l)) verb_signature(e, kind, l);
}
}  // namespace

void read_signatures(Context& c, Kind& kind) {
  const auto* line = c.kind_lines[&kind];
  size_t verbs = kind.extends ? kind.extends->verbs.size() : 0;
  if (line->body)
    for (const auto& l : line->body->lines) verbs += l.word() == "verb" && !is_field(l);
  kind.verbs.reserve(verbs);   // addresses of verbs are taken
  if (line->body) own_signatures(c, kind, *line->body);
  inherit_signatures(c, kind);
  for (const auto& v : kind.verbs)
    for (const auto& f : v.traits.effects)
      kind.holds_data = kind.holds_data || (f.target == "self" && f.kind != EffectKind::reads && f.kind != EffectKind::may_start);
}

void read_kind(Context& c, Kind& kind) {
  const auto* line = c.kind_lines[&kind];
  if (!line->body) return;
  Scope s = kind_scope(kind);
  Env e{c, s};
  std::map<std::string, Span> seen;
  for (const auto& l : line->body->lines) {
    const std::string head(l.word());
    if (is_field(l)) continue;
    if (std::find(heads.begin(), heads.end(), head) == heads.end()) {
      unknown_head(c, l, "of a kind", heads);
      continue;
    }
    if (head == "state") read_state(e, kind, l);
    if (head == "ask") read_ask(c, kind, l);
    if (head == "state" || head == "ask" || head == "verb" || head == "document") continue;
    if (const auto [it, fresh] = seen.emplace(head, l.span); !fresh) {
      report::said_twice(c.sink, l.head->span, head).note(it->second, "first here");
      continue;
    }
    Reader r(c, l);
    if (head == "identity") {
      if (const auto* x = r.value()) kind.identity = expr(e, *x, type_of(Tag::text));
      else r.lacks("a text: `identity = \"…\"`");
      r.finish();
    }
    if (head == "needs") read_needs(c, kind, l);
    if (head == "environment") {
      if (const auto* b = r.need_body()) kind.environment = environment(e, *b);
      r.finish();
    }
  }
  for (auto& v : kind.verbs)
    if (!c.verb_lines[&v].inherited) read_verb(c, kind, v);
}

}  // namespace upg::sema
