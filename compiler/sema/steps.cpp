// Steps: what is said about one, and its deeds.
#include <algorithm>
#include <array>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

enum class Part : uint8_t { deed, about, when, takes, timeout, optional, done, undo, on_failure, retry, skipped, accept };

Part part_of(const Line& l) {
  const auto w = l.word();
  if (w == "about") return Part::about;
  if (w == "when" && !l.body) return Part::when;
  if (w == "takes") return Part::takes;
  if (w == "timeout") return Part::timeout;
  if (w == "optional" && l.items.empty()) return Part::optional;
  if (w == "done") return Part::done;
  if (w == "undo") return Part::undo;
  if (w == "on") return Part::on_failure;
  if (w == "retry") return Part::retry;
  if (w == "skipped") return Part::skipped;
  if (w == "accept") return Part::accept;
  return Part::deed;
}

std::string_view spelling(Part p) {
  static constexpr std::array<std::string_view, 12> words{"deed", "about", "when", "takes", "timeout", "optional", "done when", "undo", "on failure", "retry", "skipped", "accept"};
  return words[static_cast<size_t>(p)];
}

class StepReader {
 public:
  StepReader(Env& e, Step& step) : e_(e), step_(step) {}

  void head(Reader& r) {
    if (const auto* t = r.text()) step_.title = plain_text(e_.c, *t);
    if (const auto* x = r.clause("when")) guard(*x);
    if (const auto* x = r.clause("takes")) note(Part::takes, x->span), step_.takes = estimate(e_, *x);
    if (const auto* x = r.clause("timeout")) note(Part::timeout, x->span), step_.timeout = duration(e_, *x);
    if (r.any_word("optional")) note(Part::optional, step_.span), step_.optional = true;
  }

  // Deeds first, so that undo and the like see what they make.
  void body(const std::vector<const Line*>& lines) {
    for (const auto* l : lines) {
      const Part p = part_of(*l);
      if (p == Part::when || p == Part::about || p == Part::takes || p == Part::timeout || p == Part::optional || p == Part::retry) line(p, *l);
      if (p == Part::accept) read_accept(e_.c, *l, step_.accepts);
    }
    for (const auto* l : lines)
      if (part_of(*l) == Part::deed) deed(e_, *l, step_.deeds);
    for (const auto* l : lines) {
      const Part p = part_of(*l);
      if (p == Part::done || p == Part::undo || p == Part::on_failure || p == Part::skipped) line(p, *l);
    }
    if (step_.timeout > 0 && step_.timeout < step_.takes.low)
      report::ends_before(e_.c.sink, seen_[Part::timeout], "timeout", core::duration_text(step_.timeout), "the step takes at least " + core::duration_text(step_.takes.low))
          .note(seen_[Part::takes], "it is said here")
          .help("`takes` is an estimate and ends nothing; `timeout` ends the step, which has then failed");
    if (!step_.skipped.empty() && !step_.optional && !step_.guard)
      report::wrong_place(e_.c.sink, seen_[Part::skipped], "skipped", "a step that is neither `optional` nor has a `when`");
  }
  [[nodiscard]] bool has(Part p) const { return seen_.contains(p); }

 private:
  bool note(Part p, Span at) {
    const auto [it, fresh] = seen_.emplace(p, at);
    if (!fresh) report::said_twice(e_.c.sink, at, spelling(p)).note(it->second, "first here");
    return fresh;
  }
  void guard(const syntax::Expr& x) {
    if (!note(Part::when, x.span)) return;
    step_.guard = condition(e_, x);
    learn(e_.s, step_.guard);
  }

  void line(Part p, const Line& l) {
    if (p == Part::when) {
      Reader r(e_.c, l);
      if (const auto* x = r.operand()) guard(*x);
      else r.lacks("a condition");
      r.finish();
      return;
    }
    if (!note(p, l.span)) return;
    if (p == Part::undo) return read_undo(e_, l, step_.undo);
    if (p == Part::on_failure) return read_on_failure(e_, l, step_.on_failure);
    if (p == Part::done) {
      step_.done_when = read_done_when(e_, l);
      return;
    }
    Reader r(e_.c, l);
    const auto* x = p == Part::optional || p == Part::skipped ? nullptr : r.operand();
    if (p == Part::optional) step_.optional = true;
    else if (p == Part::skipped) skipped(r);
    else if (!x) r.lacks(p == Part::about ? "a text in quotes" : p == Part::retry ? "`once`" : "how long");
    else if (p == Part::about) step_.about = plain_text(e_.c, *x);
    else if (p == Part::takes) step_.takes = estimate(e_, *x);
    else if (p == Part::timeout) step_.timeout = duration(e_, *x);
    else retry(*x);
    r.finish();
  }
  void skipped(Reader& r) {
    if (const auto* body = r.need_body()) step_.skipped = deeds(e_, *body);
  }
  void retry(const syntax::Expr& x) {
    const auto* w = bare(&x);
    if (w && *w == "once") step_.retry_once = true;
    else report::unknown_clause(e_.c.sink, x.span, "retry", spelled(x)).help("`retry once` is what there is");
  }

  Env& e_;
  Step& step_;
  std::map<Part, Span> seen_;
};

}  // namespace

namespace {

bool alters(const std::vector<Effect>& effects) {
  return std::any_of(effects.begin(), effects.end(), [](const Effect& f) {
    return f.kind == EffectKind::changes || f.kind == EffectKind::destroys || f.kind == EffectKind::restores;
  });
}

const Traits* traits_of(const Deed& d) {
  if (const auto* v = std::get_if<CallVerb>(&d.node)) return v->verb ? &v->verb->traits : nullptr;
  if (const auto* v = std::get_if<RunCommand>(&d.node)) return &v->traits;
  if (const auto* v = std::get_if<Manual>(&d.node)) return &v->traits;
  return nullptr;
}

void altering(const Deeds& deeds, std::vector<const Traits*>& out) {
  for (const auto& d : deeds) {
    if (const auto* choose = std::get_if<Choose>(&d.node))
      for (const auto& arm : choose->arms)
        if (arm.deeds) altering(*arm.deeds, out);
    if (const auto* t = traits_of(d); t && (t->unknown_effect || alters(t->effects))) out.push_back(t);
  }
}

// A `done when` decides on the one deed of its step that must not simply be done again.
void check_done_when(Env& e, const Step& step) {
  if (!step.done_when) return;
  std::vector<const Traits*> all;
  altering(step.deeds, all);
  const auto wrong = [&](std::string_view where) {
    return report::wrong_place(e.c.sink, step.done_when->span, "done when", where);
  };
  if (all.empty()) wrong("a step that changes nothing").help("leave it out: the step is simply done again");
  else if (all.size() > 1) wrong("a step that changes something in more than one deed").help("give each of them a step of its own");
  else if (all.front()->idempotent) wrong("a step whose deed is `idempotent`").help("leave it out: the deed is simply done again");
}

}  // namespace

void read_step(Env& outer, const Line& line, const Shared& shared, Step& step) {
  auto& c = outer.c;
  Reader r(c, line);
  const auto name = r.need_name("a name");
  step.span = line.span;
  step.name = name.text;
  Scope s;
  s.step = name.text;
  s.reading = outer.s.reading;
  s.each_hop = outer.s.each_hop;
  s.present = outer.s.present;
  Env e{c, s};
  const size_t errors = c.sink.errors();
  StepReader in(e, step);
  in.head(r);
  std::vector<const Line*> lines;
  if (const auto* body = r.need_body()) {
    for (const auto& l : body->lines) lines.push_back(&l);
    for (const auto* l : shared.lines) {
      const Part p = part_of(*l);
      const bool own = p != Part::deed && std::any_of(body->lines.begin(), body->lines.end(), [&](const Line& m) { return part_of(m) == p; });
      if (!own && !in.has(p)) lines.push_back(l);
    }
  }
  r.finish();
  in.body(lines);
  if (c.sink.errors() == errors) check_done_when(e, step);
  if (line.body && step.deeds.empty() && c.sink.errors() == errors) diag::EmptyStep(c.sink, line.span, name.text);
}

}  // namespace upg::sema
