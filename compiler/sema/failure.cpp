// What is said about going wrong: undo, on failure, and how long things take.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

int64_t duration(Env& e, const syntax::Expr& x) {
  Ref r = expr(e, x, type_of(Tag::duration));
  const auto* v = core::known(r);
  if (v && std::holds_alternative<int64_t>(*v)) return std::get<int64_t>(*v);
  if (!unknown(r->type)) report::not_a_value(e.c.sink, x.span, "`" + spelled(x) + "`, which is not known when the plan is compiled,");
  return 0;
}

Estimate estimate(Env& e, const syntax::Expr& x) {
  Estimate out;
  out.said = true;
  if (const auto* w = bare(&x); w && *w == "unknown") {
    out.unknown = true;
    return out;
  }
  const auto* range = std::get_if<Binary>(&x.node);
  if (range && (range->op == ".." || range->op == "..<")) {
    out.low = duration(e, *range->left);
    out.high = duration(e, *range->right);
    if (out.low > out.high && out.high > 0)
      report::empty_range(e.c.sink, x.span, spelled(*range->left), spelled(*range->right)).help("the shorter time stands first");
    return out;
  }
  out.low = out.high = duration(e, x);
  return out;
}

namespace {

void believed(Env& e, const syntax::Expr& x, Undo& undo) {
  std::vector<const syntax::Expr*> all{&x};
  if (const auto* l = std::get_if<ListLit>(&x.node)) {
    all.clear();
    for (const auto& i : l->items) all.push_back(i.get());
  }
  for (const auto* one : all) {
    Ref r = expr(e, *one, type_of(Tag::resource));
    if (const auto* ref = std::get_if<core::ResourceRef>(&r->node)) undo.believed.push_back({one->span, EffectKind::restores, ref->name});
  }
}

void undo_deeds(Env& e, const Body& body, Undo& undo) {
  undo.how = Undo::How::deeds;
  for (const auto& line : body.lines) {
    if (line.word() != "derived" || !line.items.empty()) {
      deed(e, line, undo.deeds);
      continue;
    }
    if (!undo.deeds.empty() || undo.derived_first)
      report::wrong_place(e.c.sink, line.span, "derived", "the middle of an undo").help("it stands first: `undo {{ derived, … }}`");
    undo.derived_first = true;
  }
  if (undo.derived_first && undo.deeds.empty()) undo.how = Undo::How::derived;
}

}  // namespace

void read_undo(Env& e, const Line& line, Undo& undo) {
  undo.span = line.span;
  if (!e.s.reading.empty()) {
    diag::UndoInReading(e.c.sink, line.span, e.s.reading);
    return;
  }
  Reader r(e.c, line);
  for (const auto* x : r.clauses("restores")) believed(e, *x, undo);
  if (r.word("nothing")) undo.how = Undo::How::nothing;
  else if (r.word("irreversible")) undo.how = Undo::How::irreversible;
  else if (r.word("derived")) undo.how = Undo::How::derived;
  const bool reasoned = undo.how == Undo::How::nothing || undo.how == Undo::How::irreversible || !undo.believed.empty();
  if (reasoned) {
    if (const auto* why = r.need_text("a reason in quotes")) undo.why = plain_text(e.c, *why);
  }
  if (const auto* how = bare(r.peek()); undo.how == Undo::How::unsaid && undo.believed.empty() && how && !how->empty()) {
    report::unknown_clause(e.c.sink, r.peek()->span, "undo", *how).did_you_mean(r.peek()->span, support::nearest(*how, {"nothing", "irreversible", "derived"}));
    return;
  }
  if (undo.how == Undo::How::unsaid) {
    if (const auto* body = r.need_body()) undo_deeds(e, *body, undo);
  }
  r.finish();
}

void read_on_failure(Env& e, const Line& line, OnFailure& f) {
  f.said = true;
  f.span = line.span;
  Reader r(e.c, line);
  if (!r.word("failure")) return r.lacks("`failure`: `on failure hold \"why\"`");
  if (const auto* body = r.body()) {
    f.how = OnFailure::How::hold;
    for (const auto& l : body->lines) {
      if (l.word() == "hold" && (l.items.empty() || std::holds_alternative<OperandItem>(l.items.front().node))) {
        Reader in(e.c, l);
        if (const auto* why = in.text()) f.why = plain_text(e.c, *why);
        in.finish();
      } else {
        deed(e, l, f.deeds);
      }
    }
    r.finish();
    return;
  }
  const auto how = r.need_name("what then: `hold \"why\"`, `rollback`, `continue` or `automatic \"who\"`");
  if (how.text.empty()) return;
  const std::vector<std::string_view> known{"hold", "rollback", "continue", "automatic"};
  if (how.text == "rollback") f.how = OnFailure::How::rollback;
  else if (how.text == "continue") f.how = OnFailure::How::go_on;
  else if (how.text == "automatic") f.how = OnFailure::How::automatic;
  else if (how.text != "hold") {
    report::unknown_clause(e.c.sink, how.span, "on failure", how.text).did_you_mean(how.span, support::nearest(how.text, known));
    return;
  }
  if (const auto* why = r.text()) f.why = plain_text(e.c, *why);
  else if (f.how == OnFailure::How::automatic) r.lacks("who or what does it, in quotes");
  r.finish();
}

}  // namespace upg::sema
