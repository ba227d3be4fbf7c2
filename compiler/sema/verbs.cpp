// Verbs of a kind: their parameters, what they say they do, and their bodies.
#include <algorithm>
#include <array>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

constexpr std::array effects{"reads", "changes", "destroys", "saves", "restores"};
constexpr std::array places{"to", "from", "into", "at", "by", "of", "using", "on", "for", "with", "before", "after"};

bool one_of(const auto& table, std::string_view w) { return std::find(table.begin(), table.end(), w) != table.end(); }

// Reads `NAME : type = default` that begins at item `i`; leaves `i` behind it.
Param read_param(Env& e, const Line& line, size_t& i, const syntax::Word& name, std::string clause) {
  Param p;
  p.span = name.span;
  p.name = name.text;
  p.clause = std::move(clause);
  ++i;
  const auto* t = i < line.items.size() ? std::get_if<TypeItem>(&line.items[i].node) : nullptr;
  if (!t) {
    if (!name.text.empty()) report::lacks(e.c.sink, name.span, name.text, "a type: `" + name.text + " : text`");
    return p;
  }
  p.type = resolve(e.c, t->type);
  ++i;
  if (const auto* v = i < line.items.size() ? std::get_if<ValueItem>(&line.items[i].node) : nullptr) {
    p.default_value = expr(e, *v->value, p.type);
    ++i;
  }
  return p;
}

class Signature {
 public:
  Signature(Env& e, Kind& kind, const Line& line) : e_(e), kind_(kind), line_(line) {}

  bool read(Verb& v, VerbLines& extra) {
    const size_t errors = e_.c.sink.errors();
    if (!name(v, extra)) return false;
    while (i_ < line_.items.size()) {
      const syntax::Item& item = line_.items[i_];
      if (const auto* k = std::get_if<ClauseItem>(&item.node)) clause(v, *k);
      else if (const auto* o = std::get_if<OperandItem>(&item.node)) operand(v, *o->value);
      else stray(item);
    }
    if (e_.c.sink.errors() == errors) check(v);
    return true;
  }

 private:
  bool name(Verb& v, VerbLines& extra) {
    const auto* o = line_.items.empty() ? nullptr : std::get_if<OperandItem>(&line_.items[0].node);
    const auto* c = o ? std::get_if<Call>(&o->value->node) : nullptr;
    const auto* n = c ? bare(c->callee.get()) : o ? bare(o->value.get()) : nullptr;
    if (!n || n->empty()) {
      if (!o || !std::holds_alternative<Hole>(o->value->node)) report::lacks(e_.c.sink, line_.span, "verb", "a name");
      return false;
    }
    v.name = *n;
    v.span = c ? c->callee->span : o->value->span;
    i_ = 1;
    if (!c) return true;
    extra.call_form = true;
    for (const auto& a : c->args) add(v, parameter(e_, a));
    return true;
  }

  void add(Verb& v, Param p) {
    if (p.name.empty()) return;
    if (p.name != "self" && e_.s.names.contains(p.name)) {
      const auto& other = e_.s.names[p.name];
      const bool field = std::any_of(kind_.fields.begin(), kind_.fields.end(), [&](const Param& f) { return f.name == p.name; });
      if (field) report::hides(e_.c.sink, p.span, p.name, "a field").note(other.span, "the field is declared here");
      else report::declared_twice(e_.c.sink, p.span, p.name).note(other.span, "it is declared here first");
      return;
    }
    if (p.name != "self") e_.s.names[p.name] = {p.span, p.type, "", false};
    v.params.push_back(std::move(p));
  }

  // `self` as an operand or behind a clause says where the resource stands.
  void self(Verb& v, Span at, std::string clause) {
    Param p;
    p.span = at;
    p.name = "self";
    p.type = type_of(Tag::resource);
    p.type.name = kind_.name;
    p.clause = std::move(clause);
    p.self = true;
    v.params.push_back(std::move(p));
    ++i_;
  }

  void effect(Verb& v, EffectKind kind, const syntax::Expr& x) {
    ++i_;
    if (const auto* l = std::get_if<ListLit>(&x.node)) {
      for (const auto& i : l->items) one_effect(v, kind, *i);
    } else {
      one_effect(v, kind, x);
    }
  }
  void one_effect(Verb& v, EffectKind kind, const syntax::Expr& x) {
    const auto* n = bare(&x);
    if (!n || n->empty()) return;
    const auto p = std::find_if(v.params.begin(), v.params.end(), [&](const Param& q) { return q.name == *n; });
    const bool field = std::any_of(kind_.fields.begin(), kind_.fields.end(), [&](const Param& f) {
      return f.name == *n && (f.type.tag == Tag::resource || (f.type.tag == Tag::list && f.type.element && f.type.element->tag == Tag::resource));
    });
    if (*n == "self" || field || (p != v.params.end() && p->type.tag == Tag::resource)) {
      v.traits.effects.push_back({x.span, kind, *n});
      return;
    }
    if (p != v.params.end()) {
      report::not_a_resource(e_.c.sink, x.span, *n).note(p->span, "it is a `{}`", core::to_string(p->type));
      return;
    }
    std::vector<std::string_view> among{"self"};
    for (const auto& q : v.params) among.push_back(q.name);
    report::unknown_name(e_.c.sink, x.span, *n).did_you_mean(x.span, support::nearest(*n, among));
  }

  void clause(Verb& v, const ClauseItem& k) {
    const auto& w = k.word.text;
    const auto* n = bare(k.value.get());
    static constexpr std::array kinds{EffectKind::reads, EffectKind::changes, EffectKind::destroys, EffectKind::saves, EffectKind::restores};
    for (size_t i = 0; i < effects.size(); ++i)
      if (w == effects[i]) return effect(v, kinds[i], *k.value);
    if (w == "gives") return gives(v, *k.value);
    if (w == "while") return in_state(v, *k.value);
    if (!n) {
      ++i_;
      if (!std::holds_alternative<Hole>(k.value->node)) report::mismatch(e_.c.sink, k.value->span, spelled(*k.value), "a name");
      return;
    }
    if (w == "as") {
      Param p = read_param(e_, line_, i_, word_of(*k.value), "as");
      if (!p.default_value) diag::OutputUnsaid(e_.c.sink, p.span, p.name).help("say what it is: `as {} : path = named(dir, \"{}\")`", p.name, p.name);
      if (e_.s.names.contains(p.name)) {
        report::declared_twice(e_.c.sink, p.span, p.name).note(e_.s.names[p.name].span, "it is declared here first");
        return;
      }
      e_.s.names[p.name] = {p.span, p.type, "", false};
      v.outputs.push_back(std::move(p));
      return;
    }
    if (!one_of(places, w)) {
      ++i_;
      report::unknown_trait(e_.c.sink, k.word.span, w);
      return;
    }
    if (w == "with")
      if (const auto* d = find_document(kind_, *n)) return document(v, *d, k.value->span);
    for (const auto& p : v.params)
      if (p.clause == w) report::said_twice(e_.c.sink, k.word.span, w).note(p.span, "first here");
    if (*n == "self") return self(v, k.value->span, w);
    Param p = read_param(e_, line_, i_, word_of(*k.value), w);
    add(v, std::move(p));
  }

  void document(Verb& v, const DocumentDecl& d, Span at) {
    ++i_;
    if (!v.document.empty()) report::said_twice(e_.c.sink, at, "with");
    v.document = d.name;
  }

  void gives(Verb& v, const syntax::Expr& x) {
    ++i_;
    TypeRef t;
    t.span = x.span;
    t.name = word_of(x);
    if (!t.name.text.empty()) v.gives = resolve(e_.c, t);
  }

  void in_state(Verb& v, const syntax::Expr& x) {
    ++i_;
    const auto* n = bare(&x);
    if (!n) return;
    v.while_state = *n;
    std::vector<std::string_view> among;
    for (const Kind* k = &kind_; k; k = k->extends)
      for (const auto& s : k->states) {
        if (s.name == *n) return;
        among.push_back(s.name);
      }
    report::unknown_state(e_.c.sink, x.span, kind_.name, *n).did_you_mean(x.span, support::nearest(*n, among));
  }

  void operand(Verb& v, const syntax::Expr& x) {
    const auto* n = bare(&x);
    if (!n) return stray(line_.items[i_]);
    if (*n == "self") return self(v, x.span, "");
    if (*n == "idempotent") return flag(v.traits.idempotent);
    if (*n == "once") return flag(v.traits.once);
    if (*n == "atomic") return flag(v.traits.atomic);
    if (*n == "daemonizes") return flag(v.traits.daemonizes);
    if (*n == "may") return may_start(v);
    if (i_ + 1 < line_.items.size() && std::holds_alternative<TypeItem>(line_.items[i_ + 1].node)) {
      Param p = read_param(e_, line_, i_, word_of(x), "");
      return add(v, std::move(p));
    }
    ++i_;
    report::unknown_trait(e_.c.sink, x.span, *n)
        .did_you_mean(x.span, support::nearest(*n, {"reads", "changes", "destroys", "saves", "restores", "idempotent", "once", "atomic",
                                                    "daemonizes", "gives", "while", "self"}));
  }
  void flag(bool& f) {
    if (f) report::said_twice(e_.c.sink, line_.items[i_].span, spelled(*std::get<OperandItem>(line_.items[i_].node).value));
    f = true;
    ++i_;
  }
  void may_start(Verb& v) {
    const auto word = [&](size_t i) {
      const auto* o = i < line_.items.size() ? std::get_if<OperandItem>(&line_.items[i].node) : nullptr;
      return o ? bare(o->value.get()) : nullptr;
    };
    const auto* start = word(i_ + 1);
    if (!start || *start != "start" || !word(i_ + 2)) {
      report::lacks(e_.c.sink, line_.items[i_].span, "may", "what may start: `may start PARAM`");
      i_ = line_.items.size();
      return;
    }
    i_ += 2;
    effect(v, EffectKind::may_start, *std::get<OperandItem>(line_.items[i_].node).value);
  }
  void stray(const syntax::Item& item) {
    ++i_;
    report::no_effect_here(e_.c.sink, item.span, "this", "verb");
  }

  void check(Verb& v) {
    if (v.traits.effects.empty())
      diag::VerbWithoutEffect(e_.c.sink, v.span, v.name).help("`reads self`, `changes self`, `destroys self`, `saves self` or `restores self`");
    if (v.traits.once && v.traits.idempotent) report::traits_clash(e_.c.sink, v.span, "once", "idempotent");
    if (v.traits.once && v.traits.atomic) report::traits_clash(e_.c.sink, v.span, "once", "atomic");
  }

  Env& e_;
  Kind& kind_;
  const Line& line_;
  size_t i_ = 0;
};

struct BodyLines {
  const Line* done_when = nullptr;
  const Line* inverse = nullptr;
};

bool is_done_when(const Line& l) { return l.word() == "done"; }

Ref done_when(Env& e, const Line& line) {
  Reader r(e.c, line);
  const auto* x = r.clause("when");
  if (!x) {
    r.lacks("a condition: `done when …`");
    return nullptr;
  }
  Ref out = condition_with_clauses(e, r, *x);
  r.finish();
  return out;
}

void read_inverse(Env& e, Verb& v, const Line& line) {
  Reader r(e.c, line);
  const auto* body = r.need_body();
  r.finish();
  if (!body) return;
  v.inverse = std::make_shared<Deeds>();
  for (const auto& l : body->lines) {
    if (is_done_when(l)) v.inverse_done_when = done_when(e, l);
    else deed(e, l, *v.inverse);
  }
}

void no_output_missing(Context& c, const Verb& v, const Deeds& body) {
  for (const auto& d : body)
    if (const auto* p = std::get_if<Publish>(&d.node))
      if (std::none_of(v.outputs.begin(), v.outputs.end(), [&](const Param& o) { return o.name == p->output; }))
        report::no_such_output(c.sink, d.span, v.name, p->output).help("what a verb makes stands behind `as`: `as {} : path = …`", p->output);
}

}  // namespace

Ref read_done_when(Env& e, const Line& line) { return done_when(e, line); }

void verb_signature(Env& e, Kind& kind, const Line& line) {
  Scope s = kind_scope(kind);
  Env in{e.c, s};
  Verb v;
  VerbLines extra{&line, false, VerbLines::State::untouched};
  if (!Signature(in, kind, line).read(v, extra)) return;
  for (const auto& other : kind.verbs)
    if (other.name == v.name) {
      report::declared_twice(e.c.sink, v.span, v.name).note(other.span, "it is declared here first");
      return;
    }
  if (!line.body) report::lacks(e.c.sink, line.span, "verb", "a body in braces");
  kind.verbs.push_back(std::move(v));
  e.c.verb_lines[&kind.verbs.back()] = extra;
}

void read_verb(Context& c, Kind& kind, Verb& v) {
  const auto* line = c.verb_lines[&v].line;
  if (!line->body) return;
  Scope s = kind_scope(kind);
  s.in_verb = true;
  for (const auto& p : v.params)
    if (!p.self) s.names[p.name] = {p.span, p.type, "", false};
  for (const auto& o : v.outputs) s.names[o.name] = {o.span, o.type, "", false};
  if (!v.document.empty()) {
    Type later = type_of(Tag::text);
    later.secret = true;
    s.names[v.document] = {v.span, type_of(Tag::path), "", false};
    s.names["later"] = {v.span, later, "", false};
  }
  Env e{c, s};
  v.body = std::make_shared<Deeds>();
  BodyLines seen;
  for (const auto& l : line->body->lines) {
    const bool done = is_done_when(l), inverse = l.word() == "inverse";
    if (!done && !inverse) {
      deed(e, l, *v.body);
      continue;
    }
    const auto*& first = done ? seen.done_when : seen.inverse;
    if (first) report::said_twice(c.sink, l.span, l.word()).note(first->span, "first here");
    first = &l;
    if (done) v.traits.done_when = done_when(e, l);
    else read_inverse(e, v, l);
  }
  no_output_missing(c, v, *v.body);
}

const Verb* find_verb(const Kind& kind, std::string_view name) {
  for (const Kind* k = &kind; k; k = k->extends)
    for (const auto& v : k->verbs)
      if (v.name == name) return &v;
  return nullptr;
}

namespace {
void each_called(const Deeds& all, const std::function<void(const Verb*)>& f) {
  for (const auto& d : all) {
    if (const auto* c = std::get_if<CallVerb>(&d.node)) f(c->verb);
    if (const auto* c = std::get_if<Choose>(&d.node))
      for (const auto& a : c->arms)
        if (a.deeds) each_called(*a.deeds, f);
  }
}
}  // namespace

// A verb that reaches itself would be inlined without end.
void no_recursion(Context& c) {
  std::function<bool(const Verb*)> visit = [&](const Verb* v) {
    if (!v) return true;
    auto& state = c.verb_lines[v].state;
    if (state == VerbLines::State::done) return true;
    if (state == VerbLines::State::open) {
      diag::VerbCallsItself(c.sink, v->span, v->name);
      return false;
    }
    state = VerbLines::State::open;
    bool sound = true;
    const auto follow = [&](const Verb* w) { sound = sound && visit(w); };
    if (v->body) each_called(*v->body, follow);
    if (v->inverse) each_called(*v->inverse, follow);
    c.verb_lines[v].state = VerbLines::State::done;
    return sound;
  };
  for (const auto& k : c.module.kinds)
    for (const auto& v : k->verbs) visit(&v);
}

}  // namespace upg::sema
