// Deeds that are verbs of a resource: `backup data into "…" as dump`, `run data.script("…")`.
#include <algorithm>
#include <array>

#include "compiler/diag/codes_documents.h"
#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

bool names_things(std::string_view clause) {
  static constexpr std::array not_these{"when", "giving", "as", "shows", "matching", "takes", "timeout", "confirm", "until", "every", "because"};
  return std::find(not_these.begin(), not_these.end(), clause) == not_these.end();
}

// The first operand, or value of a clause, that is a resource.
Ref first_resource(Env& e, const Line& line) {
  for (const auto& i : line.items) {
    const syntax::Expr* x = nullptr;
    if (const auto* o = std::get_if<OperandItem>(&i.node)) x = o->value.get();
    if (const auto* k = std::get_if<ClauseItem>(&i.node); k && names_things(k->word.text)) x = k->value.get();
    if (!x) continue;
    if (Ref r = resource_named(e, *x)) return r;
  }
  return nullptr;
}

std::string clauses_of(const Verb& v) {
  std::vector<std::string> words;
  for (const auto& p : v.params)
    if (!p.clause.empty()) words.push_back("`" + p.clause + "`");
  if (!v.outputs.empty()) words.emplace_back("`as`");
  if (v.gives) words.emplace_back("`giving`");
  return words.empty() ? "no clause but `when`" : support::listing(words);
}

class CallReader {
 public:
  CallReader(Env& e, Reader& r, const Kind& kind, const Verb& verb) : e_(e), r_(r), verb_(verb) {
    out_.verb = &verb;
    out_.kind = &kind;
  }

  void by_clauses() {
    const bool has_self = std::any_of(verb_.params.begin(), verb_.params.end(), [](const Param& p) { return p.self; });
    if (!has_self) out_.resource = self(r_.operand());
    for (const auto& p : verb_.params) {
      const auto* x = p.clause.empty() ? plain_operand() : r_.clause(p.clause);
      if (p.self) out_.resource = self(x);
      else if (x) argument(p, *x);
    }
  }
  void by_arguments(const Ref& resource, const Call& c, Span at) {
    out_.resource = resource;
    std::vector<Param> params;
    for (const auto& p : verb_.params)
      if (!p.self) params.push_back(p);
    const size_t errors = e_.c.sink.errors();
    auto args = arguments(e_, verb_.name, at, c.args, params);
    reported_ = e_.c.sink.errors() > errors;
    for (size_t i = 0; i < params.size(); ++i)
      if (args[i]) out_.args[params[i].name] = args[i];
  }
  void results() {
    size_t i = 0;
    for (const auto* x : r_.clauses("as")) {
      if (i >= verb_.outputs.size()) {
        report::no_such_output(e_.c.sink, x->span, verb_.name, spelled(*x));
        e_.c.refused.insert(spelled(*x));
        return;
      }
      const auto& o = verb_.outputs[i++];
      out_.outputs.push_back({o.name, step_variable(e_, word_of(*x), o.type, Variable::Origin::output, true)});
    }
    const auto* g = r_.clause("giving");
    if (!g) return;
    if (!verb_.gives) {
      diag::NothingToCapture(e_.c.sink, g->span, verb_.name).note(verb_.span, "a verb says `gives text` when there is something");
      return;
    }
    out_.giving = step_variable(e_, word_of(*g), *verb_.gives, Variable::Origin::capture, false);
  }
  void document() {
    if (verb_.document.empty()) return;
    const auto* body = r_.body();
    const auto* decl = find_document(*out_.kind, verb_.document);
    const auto* ref = out_.resource ? std::get_if<core::ResourceRef>(&out_.resource->node) : nullptr;
    const auto* resource = ref ? e_.c.module.resource(ref->name) : nullptr;
    if (!body)
      diag::DocumentMissing(e_.c.sink, r_.line().span, verb_.name, verb_.document).help("write it in braces; `{{ }}` sets nothing").note(verb_.span, "the verb is declared here");
    else if (decl && resource) out_.document = read_document(e_, *body, *decl, *resource);
  }
  void finish(Deed& d) {
    out_.edits = edit_lines(e_, r_, verb_);
    deed_clauses(e_, r_, d);
    if (!e_.s.kind) out_.more = traits(e_, r_);
    document();
    for (const auto& i : r_.line().items)
      if (const auto* k = std::get_if<ClauseItem>(&i.node); k && r_.clause(k->word.text)) {
        report::unknown_clause(e_.c.sink, k->word.span, verb_.name, k->word.text).help("it takes {}", clauses_of(verb_)).note(verb_.span, "the verb is declared here");
        return;
      }
    r_.finish();
    required();
    if (out_.resource) d.node = std::move(out_);
  }

 private:
  const syntax::Expr* plain_operand() { return r_.operand(); }
  Ref self(const syntax::Expr* x) {
    Type want = type_of(Tag::resource);
    want.name = out_.kind->name;
    if (x) return expr(e_, *x, want);
    report::missing_argument(e_.c.sink, r_.line().span, verb_.name, "the resource it is done to");
    reported_ = true;
    return nullptr;
  }
  void argument(const Param& p, const syntax::Expr& x) {
    Ref value = expr(e_, x, p.type);
    if (p.type.secret && core::known(value)) report::secret_written(e_.c.sink, x.span).help("declare `secret {} from env \"NAME\"` and use it here", p.name);
    out_.args[p.name] = std::move(value);
  }
  void required() {
    if (reported_) return;
    for (const auto& p : verb_.params) {
      if (p.self || p.default_value || p.type.optional || out_.args.contains(p.name)) continue;
      const auto what = p.clause.empty() ? "`" + p.name + "`" : "`" + p.clause + " …`, its " + p.name;
      report::missing_argument(e_.c.sink, r_.line().span, verb_.name, what).note(verb_.span, "the verb is declared here");
      return;
    }
  }

  Env& e_;
  Reader& r_;
  const Verb& verb_;
  CallVerb out_;
  bool reported_ = false;
};

std::string spelled_name(const Ref& resource) {
  if (const auto* r = std::get_if<core::ResourceRef>(&resource->node)) return r->name;
  if (const auto* p = std::get_if<core::Param>(&resource->node)) return p->name;
  return "it";
}

std::string verbs_of(const Kind& kind) {
  std::vector<std::string> words;
  for (const auto& v : kind.verbs) words.push_back("`" + v.name + "`");
  return support::listing(words);
}

// A verb that some kind has, on a line that names no resource: what its first operand is tells more than the verb.
bool lone_verb(Env& e, const Line& line) {
  const bool known = std::any_of(e.c.module.kinds.begin(), e.c.module.kinds.end(), [&](const auto& k) { return find_verb(*k, line.word()); });
  if (!known) return false;
  Reader r(e.c, line);
  const auto* x = r.peek();
  if (!x) {
    report::missing_argument(e.c.sink, line.span, line.word(), "the resource it is done to");
    return true;
  }
  std::vector<std::string_view> among;
  for (const auto& res : e.c.module.resources) among.push_back(res.name);
  if (std::holds_alternative<Hole>(x->node)) return true;
  const auto* name = bare(x);
  const bool exists = name && (e.c.names.contains(*name) || e.s.names.contains(*name));
  if (name && !exists) report::unknown_name(e.c.sink, x->span, *name).did_you_mean(x->span, support::nearest(*name, among));
  else report::not_a_resource(e.c.sink, x->span, spelled(*x));
  return true;
}

}  // namespace

bool verb_deed(Env& e, const Line& line, Deed& d) {
  const auto head = line.word();
  if (head.empty()) return false;
  d.node = CallVerb{};
  Ref first = first_resource(e, line);
  const Kind* kind = first ? kind_of(e.c, first->type) : nullptr;
  if (!kind) {
    if (!first || !unknown(first->type)) return lone_verb(e, line);
    return true;
  }
  const Verb* verb = find_verb(*kind, head);
  if (!verb) {
    std::vector<std::string_view> among{"run", "expect", "wait", "undo"};
    for (const auto& v : kind->verbs) among.push_back(v.name);
    if (later_word(e.c, line)) return true;
    auto b = report::unknown_verb(e.c.sink, line.head->span, spelled_name(first), head);
    const auto near = support::nearest(head, among);
    if (!near.empty()) b.did_you_mean(line.head->span, near);
    else if (!kind->verbs.empty()) b.help("its verbs are {}", verbs_of(*kind));
    return true;
  }
  Reader r(e.c, line);
  if (e.c.verb_lines[verb].call_form) {
    report::wrong_arguments(e.c.sink, line.head->span, head, "its arguments in parentheses").help("write `run {}.{}(…)`", spelled_name(first), head);
    return true;
  }
  CallReader call(e, r, *kind, *verb);
  call.by_clauses();
  call.results();
  call.finish(d);
  return true;
}

void call_form(Env& e, Reader& r, const syntax::Expr& x, Deed& d) {
  d.node = CallVerb{};
  const auto& c = std::get<Call>(x.node);
  const auto* m = std::get_if<Member>(&c.callee->node);
  if (!m) {
    report::lacks(e.c.sink, x.span, r.head(), "a resource: `" + std::string(r.head()) + " RESOURCE.verb(…)`");
    return;
  }
  Ref resource = expr(e, *m->of, type_of(Tag::resource));
  const Kind* kind = kind_of(e.c, resource->type);
  if (!kind) return;
  const Verb* verb = find_verb(*kind, m->name.text);
  if (!verb) {
    std::vector<std::string_view> among;
    for (const auto& v : kind->verbs) among.push_back(v.name);
    auto b = report::unknown_verb(e.c.sink, m->name.span, spelled(*m->of), m->name.text);
    const auto near = support::nearest(m->name.text, among);
    if (!near.empty()) b.did_you_mean(m->name.span, near);
    else if (!kind->verbs.empty()) b.help("its verbs are {}", verbs_of(*kind));
    return;
  }
  if (r.head() == "run" && !e.c.verb_lines[verb].call_form) {
    report::wrong_arguments(e.c.sink, m->name.span, verb->name, "its operands in words").help("write `{} {} …`, or `call {}.{}(…)`", verb->name, spelled(*m->of), spelled(*m->of), verb->name);
    return;
  }
  CallReader call(e, r, *kind, *verb);
  call.by_arguments(resource, c, x.span);
  call.results();
  call.finish(d);
}

}  // namespace upg::sema
