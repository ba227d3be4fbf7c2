// Deeds: what is done, a line each. A verb is found by the first operand that is a resource; the rest is built in.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

const std::vector<std::string_view>& heads() {
  static const std::vector<std::string_view> all{"run", "do", "wait", "expect", "require", "recommend", "let", "notice", "note",
                                                 "warning", "see", "call", "prove", "publish", "match", "when"};
  return all;
}

std::vector<Effect> effects_of(const Deed& d) {
  if (const auto* c = std::get_if<CallVerb>(&d.node)) {
    auto all = c->verb ? c->verb->traits.effects : std::vector<Effect>();
    all.insert(all.end(), c->more.effects.begin(), c->more.effects.end());
    return all;
  }
  if (const auto* r = std::get_if<RunCommand>(&d.node)) return r->traits.effects;
  if (const auto* m = std::get_if<Manual>(&d.node)) return m->traits.effects;
  return {};
}

void choose_when(Env& e, const Line& line, Deed& d) {
  Reader r(e.c, line);
  const auto* x = r.operand();
  if (!x) return r.lacks("a condition");
  Arm arm;
  arm.span = line.span;
  arm.when = condition(e, *x);
  const auto before = e.s.present;
  learn(e.s, arm.when);
  if (const auto* body = r.need_body()) arm.deeds = std::make_shared<Deeds>(deeds(e, *body));
  e.s.present = before;
  r.finish();
  Choose out;
  out.arms.push_back(std::move(arm));
  d.node = std::move(out);
}

void choose_match(Env& e, const Line& line, Deed& d) {
  Reader r(e.c, line);
  const auto* x = r.operand();
  const auto* body = r.need_body();
  if (!x) return r.lacks("what to match");
  r.finish();
  Choose out;
  if (body)
    for (const auto& a : arms(e, x->span, *x, *body)) {
      Arm arm{a.line->span, a.when, std::make_shared<Deeds>(), a.end, a.why};
      const auto before = e.s.present;
      if (a.when) learn(e.s, a.when);
      if (a.end == core::Case::End::value) {
        if (a.line->head) deed(e, *a.line, *arm.deeds);
        else if (a.line->body) *arm.deeds = deeds(e, *a.line->body);
      }
      e.s.present = before;
      out.arms.push_back(std::move(arm));
    }
  d.node = std::move(out);
}

// `reads cache, code`: the comma ended the line. True when that is what happened.
bool listed_without_brackets(Env& e, const Line& line) {
  auto& last = e.c.last_effect;
  const bool beside = last.value.file == line.span.file && last.value.end < line.span.begin && line.span.begin - last.value.end <= 3;
  if (!beside || !line.items.empty() || line.body || !resource_named(e, *line.head)) return false;
  const auto all = last.value.to(line.span);
  const auto list = "[" + last.named + ", " + std::string(line.word()) + "]";
  if (!last.clause.empty())
    report::unknown_head(e.c.sink, line.head->span, line.word(), "of a step").help("several stand in brackets: `{} {}`", last.clause, list).fix(all, list);
  last = {all, "", last.named + ", " + std::string(line.word())};   // one mistake, however long the list
  return true;
}

// A deed that no verb and no built-in word claims.
void unknown_deed(Env& e, const Line& line) {
  if (!line.head || std::holds_alternative<Hole>(line.head->node)) return;
  if (listed_without_brackets(e, line)) return;
  for (const auto& i : line.items)
    if (std::holds_alternative<ValueItem>(i.node) || line.word().empty()) {
      unknown_head(e.c, line, "of a step", heads());
      return;
    }
  auto among = heads();
  for (const auto& k : e.c.module.kinds)
    for (const auto& v : k->verbs) among.push_back(v.name);
  for (const std::string_view w : {"about", "undo", "takes", "timeout", "optional", "skipped", "done", "on", "retry"}) among.push_back(w);
  unknown_head(e.c, line, "of a step", among);
}

void command_deed(Env& e, const Line& line, Deed& d) {
  Reader r(e.c, line);
  RunCommand run;
  run.command = command_with_clauses(e, r, *line.head);
  finish_run(e, r, d, std::move(run));
}

}  // namespace

bool said(const Traits& t) { return !t.effects.empty() || t.unknown_effect; }

Traits traits(Env& e, Reader& r) {
  Traits t;
  struct Named { std::string_view word; EffectKind kind; };
  for (const auto& [word, kind] : {Named{"reads", EffectKind::reads}, Named{"changes", EffectKind::changes}, Named{"destroys", EffectKind::destroys},
                                   Named{"saves", EffectKind::saves}, Named{"restores", EffectKind::restores}})
    for (const auto* x : r.clauses(word)) {
      e.c.last_effect = {x->span, std::string(word), spelled(*x)};
      std::vector<const syntax::Expr*> all{x};
      if (const auto* l = std::get_if<ListLit>(&x->node)) {
        all.clear();
        for (const auto& i : l->items) all.push_back(i.get());
      }
      for (const auto* one : all) {
        Ref res = expr(e, *one, type_of(Tag::resource));
        if (const auto* ref = std::get_if<core::ResourceRef>(&res->node)) t.effects.push_back({one->span, kind, ref->name});
        if (const auto* ref = std::get_if<core::Param>(&res->node)) t.effects.push_back({one->span, kind, ref->name});
      }
    }
  t.idempotent = r.any_word("idempotent");
  t.once = r.any_word("once");
  t.daemonizes = r.any_word("daemonizes");
  if (r.any_word("unknown")) {
    if (r.any_word("effect")) t.unknown_effect = t.once = true;
    else r.lacks("`effect` behind `unknown`");
  }
  if (t.idempotent && t.once) report::traits_clash(e.c.sink, r.line().span, t.unknown_effect ? "unknown effect" : "once", "idempotent");
  if (t.unknown_effect && !t.effects.empty()) report::traits_clash(e.c.sink, r.line().span, "unknown effect", "an effect that is known");
  return t;
}

void reading_only(Env& e, Span at, const std::vector<Effect>& effects, std::string_view what) {
  if (e.s.reading.empty()) return;
  for (const auto& f : effects)
    if (f.kind != EffectKind::reads) {
      report::changes_in_reading(e.c.sink, at, what, e.s.reading)
          .help("move it to `prepare` or `upgrade`")
          .note(f.span, "the effect is declared here");
      return;
    }
}

std::string step_variable(Env& e, const syntax::Word& name, const Type& type, Variable::Origin origin, bool whole_plan) {
  if (name.text.empty()) return "";
  if (e.s.in_verb || e.s.kind) {
    e.s.names[name.text] = {name.span, type, "", false};
    return name.text;
  }
  if (e.s.step.empty()) {
    report::wrong_place(e.c.sink, name.span, "giving", "a place that belongs to no step");
    return "";
  }
  const std::string full = e.s.step + "." + name.text;
  if (whole_plan) {
    const Declared d{Declared::What::output, name.span, origin == Variable::Origin::let ? name.text : full, 0};
    if (origin == Variable::Origin::let) {
      if (!declare(e.c, name, "a value", {Declared::What::variable, name.span, name.text, e.c.module.variables.size()})) return "";
    } else if (!declare(e.c, name, "an output", d)) {
      return "";
    }
    e.c.later.erase(name.text);
  } else {
    if (!check_name(e.c, name, "a capture")) return "";
    if (const auto it = e.c.names.find(name.text); it != e.c.names.end()) {
      report::hides(e.c.sink, name.span, name.text, "a name of the plan").note(it->second.span, "it is declared here");
      return "";
    }
    if (const auto it = e.s.names.find(name.text); it != e.s.names.end()) {
      report::declared_twice(e.c.sink, name.span, name.text).note(it->second.span, "it is declared here first");
      return "";
    }
    e.s.names[name.text] = {name.span, type, full, false};
    e.c.captured[name.text] = e.s.step;
  }
  Variable v;
  v.span = name.span;
  v.name = origin == Variable::Origin::let ? name.text : full;
  v.origin = origin;
  v.type = type;
  const std::string out = v.name;
  add_variable(e.c, std::move(v));
  return out;
}

void deed_clauses(Env& e, Reader& r, Deed& d) {
  r.clause("when");   // read before the rest of the line, for which it holds
  if (const auto* by = r.peek_clause("by"); by && bare(by) && *bare(by) == "hand") {
    r.clause("by");
    if (const auto* t = r.need_text("how it is done by hand, in quotes")) d.by_hand = plain_text(e.c, *t);
  }
  if (const auto* x = r.clause("shows")) d.shows = plain_text(e.c, *x);
}

void read_guard(Env& e, const Line& line, Deed& d) {
  for (const auto& i : line.items)
    if (const auto* k = std::get_if<ClauseItem>(&i.node); k && k->word.text == "when") {
      d.guard = condition(e, *k->value);
      learn(e.s, d.guard);
      return;
    }
}

void deed(Env& e, const Line& line, Deeds& out) {
  Deed d;
  d.span = line.span;
  if (!line.head || std::holds_alternative<Hole>(line.head->node)) return;
  const auto head = line.word();
  const auto before = e.s.present;
  if (head != "when" && head != "match") read_guard(e, line, d);
  bool sound = true;
  if (is_command(*line.head)) command_deed(e, line, d);
  else if (head == "when") choose_when(e, line, d);
  else if (head == "match") choose_match(e, line, d);
  else if (builtin_deed(head)) sound = read_builtin(e, line, 0, d);
  else if (!verb_deed(e, line, d)) {
    unknown_deed(e, line);
    sound = false;
  }
  e.s.present = before;
  if (!sound) return;
  reading_only(e, line.span, effects_of(d), "`" + (head.empty() ? std::string("this command") : std::string(head)) + "`");
  if (const auto* x = std::get_if<Expect>(&d.node); x && x->predicate) learn(e.s, x->predicate);
  out.push_back(std::move(d));
}

Deeds deeds(Env& e, const Body& body) {
  Deeds out;
  for (const auto& line : body.lines) deed(e, line, out);
  return out;
}

}  // namespace upg::sema
