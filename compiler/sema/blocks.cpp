// Phases, groups, brackets and branches: what steps stand in.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

const std::vector<std::string_view> heads{"step", "group", "with", "match", "when", "every", "crossings"};

/// Reads a line that belongs to the block itself; false when it does not.
using Own = std::function<bool(const Line&)>;

Items read_items(Env& e, const Body& body, const Shared& outer, const Own& own);

bool every_step(const Line& l) {
  const auto* first = l.items.empty() ? nullptr : std::get_if<OperandItem>(&l.items[0].node);
  const auto* word = first ? bare(first->value.get()) : nullptr;
  return l.word() == "every" && word && *word == "step";
}

void add_shared(Context& c, const Line& l, Shared& shared) {
  Reader r(c, l);
  r.operand();
  const auto* body = r.need_body();
  r.finish();
  if (!body) return;
  for (const auto& line : body->lines) {
    const auto w = line.word();
    if (w == "on" || w == "takes" || w == "timeout" || w == "retry" || w == "when" || w == "optional" || w == "undo") shared.lines.push_back(&line);
    else unknown_head(c, line, "of `every step`", {"on failure", "takes", "timeout", "retry", "when", "optional", "undo"});
  }
}

void read_group(Env& e, const Line& line, const Shared& shared, Group& g) {
  Reader r(e.c, line);
  g.name = r.need_name("a name").text;
  if (const auto* t = r.text()) g.title = plain_text(e.c, *t);
  const auto before = e.s.present;
  const auto guard = [&](const syntax::Expr* x) {
    if (!x) return;
    if (g.guard) report::said_twice(e.c.sink, x->span, "when");
    g.guard = condition(e, *x);
    learn(e.s, g.guard);
  };
  guard(r.clause("when"));
  std::vector<const Line*> after;
  if (const auto* body = r.need_body())
    g.items = read_items(e, *body, shared, [&](const Line& l) {
      const auto w = l.word();
      Reader in(e.c, l);
      if (w == "undo") return after.push_back(&l), true;
      if (w == "on") return read_on_failure(e, l, g.on_failure), true;
      if (w == "when" && !l.body) return guard(in.operand()), in.finish(), true;
      if (w != "about") return false;
      if (const auto* x = in.operand()) g.about = plain_text(e.c, *x);
      else in.lacks("a text in quotes");
      in.finish();
      return true;
    });
  for (const auto* l : after) read_undo(e, *l, g.undo);
  e.s.present = before;
  r.finish();
}

void add_entry(Env& e, const syntax::Expr& resource, const syntax::Expr* state, Bracket& b) {
  Ref r = expr(e, resource, type_of(Tag::resource));
  const Kind* kind = kind_of(e.c, r->type);
  if (!kind) return;
  const auto* name = state ? bare(state) : nullptr;
  std::vector<std::string_view> among;
  for (const auto& s : kind->states) among.push_back(s.name);
  if (!name) {
    report::lacks(e.c.sink, resource.span, "with", "a state: `with " + spelled(resource) + " STATE { … }`");
    return;
  }
  const auto s = std::find_if(kind->states.begin(), kind->states.end(), [&](const State& x) { return x.name == *name; });
  if (s == kind->states.end()) {
    report::unknown_state(e.c.sink, state->span, spelled(resource), *name).did_you_mean(state->span, support::nearest(*name, among));
    return;
  }
  if (!s->enter || !s->leave) {
    diag::CannotBracket(e.c.sink, state->span, *name, spelled(resource), s->enter ? "left" : "entered").note(s->span, "the state is declared here");
    return;
  }
  b.entries.push_back({resource.span.to(state->span), spelled(resource), *name});
}

void read_entries(Env& e, Reader& r, Bracket& b) {
  const auto* first = r.operand();
  if (!first) return r.lacks("a resource and a state: `with R STATE { … }`");
  const auto* list = std::get_if<ListLit>(&first->node);
  if (!list) return add_entry(e, *first, r.operand(), b);
  for (const auto& i : list->items) {
    const auto* pair = std::get_if<Juxtaposed>(&i->node);
    if (pair && pair->parts.size() == 2) add_entry(e, *pair->parts[0], pair->parts[1].get(), b);
    else if (!pair) add_entry(e, *i, nullptr, b);
    else report::no_effect_here(e.c.sink, pair->parts[2]->span, "`" + spelled(*pair->parts[2]) + "`", "with");
  }
}

void read_bracket(Env& e, const Line& line, const Shared& shared, Bracket& b) {
  Reader r(e.c, line);
  if (!e.s.reading.empty()) report::changes_in_reading(e.c.sink, line.span, "`with`", e.s.reading).help("a bracket changes a state: move it to `prepare` or `upgrade`");
  read_entries(e, r, b);
  if (const auto* x = r.clause("when")) b.guard = condition(e, *x);
  if (const auto* x = r.clause("takes")) b.takes = estimate(e, *x);
  if (const auto* body = r.need_body())
    b.items = read_items(e, *body, shared, [&](const Line& l) {
      if (l.word() == "on") return read_on_failure(e, l, b.on_failure), true;
      if (l.word() != "takes") return false;
      Reader in(e.c, l);
      if (const auto* x = in.operand()) b.takes = estimate(e, *x);
      else in.lacks("how long");
      in.finish();
      return true;
    });
  r.finish();
}

void one_item(Env& e, const Line& line, const Shared& shared, Items& out);

void read_match(Env& e, const Line& line, const Shared& shared, Branch& b) {
  Reader r(e.c, line);
  const auto* x = r.operand();
  const auto* body = r.need_body();
  if (!x) return r.lacks("what to match");
  r.finish();
  if (!body) return;
  for (const auto& a : arms(e, x->span, *x, *body)) {
    b.whens.push_back(a.when);
    b.ends.push_back(a.end);
    b.whys.push_back(a.why);
    Items items;
    const auto before = e.s.present;
    if (a.when) learn(e.s, a.when);
    if (a.end == core::Case::End::value) {
      if (a.line->head) one_item(e, *a.line, shared, items);
      else if (a.line->body) items = read_items(e, *a.line->body, shared, {});
    }
    e.s.present = before;
    b.arms.push_back(std::move(items));
  }
}

void read_when(Env& e, const Line& line, const Shared& shared, Branch& b) {
  Reader r(e.c, line);
  const auto* x = r.operand();
  const auto* body = r.need_body();
  if (!x) return r.lacks("a condition");
  r.finish();
  b.whens.push_back(condition(e, *x));
  b.ends.push_back(core::Case::End::value);
  b.whys.emplace_back();
  const auto before = e.s.present;
  learn(e.s, b.whens.back());
  b.arms.push_back(body ? read_items(e, *body, shared, {}) : Items());
  e.s.present = before;
}

// A line that belongs into a step, or nowhere.
void no_item(Env& e, const Line& line) {
  if (!line.head || std::holds_alternative<Hole>(line.head->node)) return;
  const auto w = line.word();
  if (w == "every") return report::lacks(e.c.sink, line.span, w, "`step`: `every step { … }`"), void();
  const bool verb = std::any_of(e.c.module.kinds.begin(), e.c.module.kinds.end(), [&](const auto& k) { return find_verb(*k, w); });
  if (is_command(*line.head) || builtin_deed(w) || verb) {
    report::wrong_place(e.c.sink, line.head->span, w.empty() ? "a command" : w, "no step").help("deeds stand in a step: `step NAME \"title\" {{ … }}`");
    return;
  }
  unknown_head(e.c, line, "of a phase", heads);
}

void place_crossings(Env& e, const Line& line, Items& out) {
  if (!e.s.each_hop) return report::wrong_place(e.c.sink, line.span, "crossings", "no hop").help("it stands in `upgrade each hop {{ … }}`"), void();
  if (e.c.crossings_placed) return report::said_twice(e.c.sink, line.span, "crossings"), void();
  e.c.crossings_placed = true;
  read_crossing_steps(e);
  out.push_back({line.span, Crossings{}});
}

void one_item(Env& e, const Line& line, const Shared& shared, Items& out) {
  const auto w = line.word();
  if (w == "step") {
    Step s;
    read_step(e, line, shared, s);
    out.push_back({line.span, std::move(s)});
  } else if (w == "group") {
    Group g;
    read_group(e, line, shared, g);
    out.push_back({line.span, std::move(g)});
  } else if (w == "with") {
    Bracket b;
    read_bracket(e, line, shared, b);
    out.push_back({line.span, std::move(b)});
  } else if (w == "match" || w == "when") {
    Branch b;
    if (w == "match") read_match(e, line, shared, b);
    else read_when(e, line, shared, b);
    out.push_back({line.span, std::move(b)});
  } else if (w == "crossings" && line.items.empty() && !line.body) {
    place_crossings(e, line, out);
  } else {
    no_item(e, line);
  }
}

Items read_items(Env& e, const Body& body, const Shared& outer, const Own& own) {
  Items out;
  Shared shared;
  for (const auto& l : body.lines)
    if (every_step(l)) add_shared(e.c, l, shared);
  shared.lines.insert(shared.lines.end(), outer.lines.begin(), outer.lines.end());
  for (const auto& l : body.lines) {
    if (every_step(l) || (own && own(l))) continue;
    one_item(e, l, shared, out);
    if (e.c.spent) e.c.spent(l);
  }
  return out;
}

std::optional<PhaseKind> phase_kind(Reader& r) {
  const auto w = r.head();
  if (w == "check") {
    const auto* after = bare(r.clause("after"));
    if (!after) return PhaseKind::check;
    if (*after == "prepare") return PhaseKind::check_after_prepare;
    r.lacks("`prepare` behind `after`");
    return std::nullopt;
  }
  if (w == "prepare") return PhaseKind::prepare;
  if (w == "upgrade") return PhaseKind::upgrade;
  if (w == "verify") return PhaseKind::verify;
  return PhaseKind::finish;
}

void declare_step(Context& c, const Line& line, bool group) {
  for (const auto& i : line.items)
    if (const auto* o = std::get_if<OperandItem>(&i.node)) {
      const auto name = word_of(*o->value);
      if (!name.text.empty())
        (void)declare(c, name, group ? "a group" : "a step", {group ? Declared::What::group : Declared::What::step, name.span, name.text, 0});
      return;
    }
}

// What the deeds of a step make, so that a use before it can be told.
void declare_outputs(Context& c, const Body& body, const std::string& step) {
  for (const auto& l : body.lines) {
    for (const auto& i : l.items)
      if (const auto* k = std::get_if<ClauseItem>(&i.node); k && k->word.text == "as" && l.word() != "run" && bare(k->value.get()))
        c.later.emplace(*bare(k->value.get()), std::pair(step, k->value->span));
    if (l.body) declare_outputs(c, *l.body, step);
  }
}

}  // namespace

void declare_steps(Context& c, const Body& body, bool ahead) {
  for (const auto& l : body.lines) {
    const auto w = l.word();
    if (w == "step" || w == "group") declare_step(c, l, w == "group");
    if (w == "step" && l.body && !l.items.empty())
      if (const auto* o = std::get_if<OperandItem>(&l.items[0].node); o && bare(o->value.get())) declare_outputs(c, *l.body, *bare(o->value.get()));
    if (w != "step" && l.body) declare_steps(c, *l.body, ahead);
  }
}

Items items(Env& e, const Body& body, const Shared& shared) { return read_items(e, body, shared, {}); }
Items items_but(Env& e, const Body& body, const std::function<bool(const Line&)>& skip) { return read_items(e, body, {}, skip); }

void read_phase(Context& c, const Line& line) {
  Reader r(c, line);
  const bool each = read_each_hop(r);
  const auto kind = phase_kind(r);
  const auto* body = r.need_body();
  r.finish();
  if (!kind || !body) return;
  for (const auto& p : c.module.phases)
    if (p.kind == *kind && (p.each_hop == each || *kind == PhaseKind::upgrade)) {
      report::declared_twice(c.sink, line.head->span, line.word()).note(p.span, "the phase stands here first");
      return;
    }
  Scope s;
  if (*kind == PhaseKind::check || *kind == PhaseKind::check_after_prepare) s.reading = "`check`";
  if (*kind == PhaseKind::verify) s.reading = "`verify`";
  s.each_hop = each;
  if (each && !c.module.route.said) without_route(c, line.head->span, "`each hop`");
  if (each && *kind != PhaseKind::check && *kind != PhaseKind::upgrade && *kind != PhaseKind::verify)
    report::wrong_place(c.sink, line.span, "each hop", "`" + std::string(line.word()) + "`").help("`check`, `upgrade` and `verify` can be done for each hop");
  Env e{c, s};
  Phase out{line.span, *kind, {}, each};
  const auto first = c.module.variables.size();
  out.items = items(e, *body, {});
  if (each) note_of_hops(c, first);
  c.module.phases.push_back(std::move(out));
}

}  // namespace upg::sema
