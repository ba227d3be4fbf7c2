// `test "…" { }`: what is given, what is expected, what fails.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using What = TestLine::What;

namespace {

std::string step_name(Context& c, const syntax::Word& name) {
  if (name.text.empty()) return "";
  const auto it = c.steps.find(name.text);
  if (it != c.steps.end() && it->second.what == Declared::What::step) return name.text;
  std::vector<std::string_view> among;
  for (const auto& [s, d] : c.steps)
    if (d.what == Declared::What::step) among.push_back(s);
  diag::NoSuchStep(c.sink, name.span, name.text).did_you_mean(name.span, support::nearest(name.text, among));
  return name.text;
}

std::string step_in(Context& c, Reader& r, const syntax::Expr& x) {
  const auto name = word_of(x);
  if (name.text.empty() && !std::holds_alternative<Hole>(x.node)) r.lacks("a step where `" + spelled(x) + "` stands");
  return step_name(c, name);
}

const Step* find_step(const Items& items, std::string_view name) {
  for (const auto& item : items) {
    const Step* found = nullptr;
    if (const auto* s = std::get_if<Step>(&item.node)) found = s->name == name ? s : nullptr;
    if (const auto* g = std::get_if<Group>(&item.node)) found = find_step(g->items, name);
    if (const auto* b = std::get_if<Bracket>(&item.node)) found = find_step(b->items, name);
    if (const auto* b = std::get_if<Branch>(&item.node))
      for (size_t i = 0; i < b->arms.size() && !found; ++i) found = find_step(b->arms[i], name);
    if (found) return found;
  }
  return nullptr;
}

// `given vacuum = yes`: an optional step is taken.
void given_step(Context& c, Reader& r, const syntax::Word& name, const syntax::Expr& x, TestLine out, Test& t) {
  const Step* step = nullptr;
  for (const auto& p : c.module.phases) step = step ? step : find_step(p.items, name.text);
  if (!step) return;   // its own mistakes were told
  if (!step->optional) {
    report::mismatch(c.sink, name.span, "the step `" + name.text + "`, which is not optional,", "the name of an optional step, an input, a choice or `from`").note(step->span, "it is declared here");
    return;
  }
  const auto* word = bare(&x);
  const bool yes = word && (*word == "yes" || *word == "true"), no = word && (*word == "no" || *word == "false");
  if (!yes && !no) {
    report::yes_or_no(c.sink, x.span, spelled(x)).help("an optional step is taken or not: `given {} = yes`", name.text);
    return;
  }
  out.subject = name.text;
  out.text = yes ? "yes" : "no";
  t.lines.push_back(std::move(out));
  r.finish();
}

// What a test may give a value; reports what is none.
bool givable(Context& c, const syntax::Word& name) {
  const auto it = c.names.find(name.text);
  const auto* v = it != c.names.end() && it->second.what == Declared::What::variable ? &c.module.variables[it->second.index] : nullptr;
  if (v && (v->origin == Variable::Origin::input || v->origin == Variable::Origin::choice || name.text == "from")) return true;
  constexpr std::string_view due = "the name of an input, a choice, `from` or an optional step";
  if (v || it != c.names.end()) {
    report::mismatch(c.sink, name.span, "`" + name.text + "`, which takes its value from the plan,", due);
    return false;
  }
  if (c.refused.contains(name.text)) return false;
  std::vector<std::string_view> among;
  for (const auto& x : c.module.variables)
    if (x.origin == Variable::Origin::input || x.origin == Variable::Origin::choice || x.name == "from") among.push_back(x.name);
  for (const auto& [s, d] : c.steps) among.push_back(s);
  report::unknown_name(c.sink, name.span, name.text).did_you_mean(name.span, support::nearest(name.text, among));
  return false;
}

// A version that the plan does not start from has no run to test.
bool starts_from(Context& c, const syntax::Expr& x, const std::string& version) {
  const auto& from = c.module.plan.from;
  const int high = from.high.empty() ? -1 : core::compare_versions(version, from.high);
  const bool low = from.low.empty() || core::compare_versions(version, from.low) >= 0;
  if (version.empty() || (low && (high < 0 || (from.closed && high == 0)))) return true;
  const std::string range = from.low == from.high ? from.low : from.low + (from.closed ? " .. " : " ..< ") + from.high;
  diag::GivenFrom(c.sink, x.span, version, range).note(from.span, "`from` is declared here");
  return false;
}

const Resource* resource_of(Context& c, const syntax::Expr& x) {
  Scope s;
  Env e{c, s};
  Ref r = expr(e, x, type_of(Tag::resource));
  const auto* ref = std::get_if<core::ResourceRef>(&r->node);
  return ref ? c.module.resource(ref->name) : nullptr;
}

void read_given(Context& c, Reader& r, Test& t) {
  TestLine out{r.line().span, What::given, "", "", ""};
  const auto name = r.need_name("a name and a value: `given from = 5.3.3`");
  const auto* x = r.value();
  if (name.text.empty()) return;
  if (!x) return r.lacks("a value: `given " + name.text + " = …`");
  for (const auto& l : t.lines)
    if (l.what == What::given && l.subject == name.text) {
      report::said_twice(c.sink, name.span, name.text).note(l.span, "first here");
      return;
    }
  if (!c.names.contains(name.text) && c.steps.contains(name.text)) return given_step(c, r, name, *x, std::move(out), t);
  if (!givable(c, name)) return;
  Scope s;
  Env e{c, s};
  syntax::Expr ref{name.span, NameRef{name.text}};
  Ref subject = expr(e, ref, any());
  if (unknown(subject->type)) return;
  Type want = subject->type;
  want.secret = want.optional = false;
  Ref value = expr(e, *x, want);
  const auto text = core::known_text(value);
  if (!text && !unknown(value->type)) report::not_a_value(c.sink, x->span, "`" + spelled(*x) + "`, which a test does not know,");
  if (name.text == "from" && !starts_from(c, *x, text.value_or(""))) return;
  out.subject = name.text;
  out.text = text.value_or("");
  t.lines.push_back(std::move(out));
  r.finish();
}

void read_fail(Context& c, Reader& r, Test& t) {
  TestLine out{r.line().span, What::fail, "", "", ""};
  if (r.word("between")) {
    out.what = What::fail_between;
    const auto* both = r.operand();
    const auto* pair = both ? std::get_if<Binary>(&both->node) : nullptr;
    if (!pair || pair->op != "and") return r.lacks("two steps: `fail between S and T`");
    out.subject = step_in(c, r, *pair->left);
    out.other = step_in(c, r, *pair->right);
  } else if (r.word("leaving")) {
    out.what = What::fail_leaving;
    const auto* x = r.operand();
    if (!x) return r.lacks("a resource: `fail leaving R`");
    if (const auto* res = resource_of(c, *x)) out.subject = res->name;
  } else {
    if (r.word("undo")) out.what = What::fail_undo;
    out.subject = step_name(c, r.need_name("a step"));
  }
  t.lines.push_back(std::move(out));
  r.finish();
}

void expect_step(Context& c, Reader& r, TestLine& out) {
  const auto name = r.need_name("a step");
  out.subject = step_name(c, name);
  const auto how = r.peek();
  // `runs contains "…"` is one expression
  const auto* b = how ? std::get_if<Binary>(&how->node) : nullptr;
  if (b && b->op == "contains" && bare(b->left.get()) && *bare(b->left.get()) == "runs") {
    r.operand();
    out.what = What::step_contains;
    out.text = plain_text(c, *b->right);
  } else if (r.word("runs")) {
    out.what = What::step_runs;
  } else if (r.word("skipped")) {
    out.what = What::step_skipped;
  } else {
    r.lacks("`runs`, `skipped` or `runs contains \"…\"`");
  }
}

void expect_artifact(Context& c, Reader& r, TestLine& out) {
  out.what = What::artifact_contains;
  const auto* x = r.operand();
  const auto* b = x ? std::get_if<Binary>(&x->node) : nullptr;
  if (!b || b->op != "contains") return r.lacks("`NAME contains \"text\"`");
  out.subject = is_text(*b->left) ? plain_text(c, *b->left) : spelled(*b->left);
  out.text = plain_text(c, *b->right);
}

void expect_state(Context& c, const Binary& b, TestLine& out) {
  out.what = What::resource_is;
  const auto* res = resource_of(c, *b.left);
  if (!res || !res->kind) return;
  out.subject = res->name;
  const auto* state = bare(b.right.get());
  std::vector<std::string_view> among;
  for (const auto& s : res->kind->states) {
    among.push_back(s.name);
    if (state && s.name == *state) out.other = *state;
  }
  if (out.other.empty())
    report::unknown_state(c.sink, b.right->span, res->name, spelled(*b.right)).did_you_mean(b.right->span, state ? support::nearest(*state, among) : std::string_view());
}

void read_expect(Context& c, Reader& r, Test& t) {
  TestLine out{r.line().span, What::step_runs, "", "", ""};
  if (r.word("step")) {
    expect_step(c, r, out);
  } else if (r.word("artifact")) {
    expect_artifact(c, r, out);
  } else if (r.word("rollback")) {
    out.what = What::rollback_restores;
    const auto* x = r.clause("restores");
    if (!x) return r.lacks("`restores R`");
    if (const auto* res = resource_of(c, *x)) out.subject = res->name;
  } else if (const auto* b = r.peek() ? std::get_if<Binary>(&r.peek()->node) : nullptr; b && b->op == "is") {
    r.operand();
    expect_state(c, *b, out);
  } else if (const auto* before = r.clause("before")) {
    out.what = What::before;
    out.subject = step_name(c, r.need_name("a step"));
    out.other = step_in(c, r, *before);
  } else {
    return r.lacks("`step S runs`, `R is STATE`, `rollback restores R`, `S before T` or `artifact NAME contains \"…\"`");
  }
  t.lines.push_back(std::move(out));
  r.finish();
}

}  // namespace

void read_test(Context& c, const Line& line) {
  Reader r(c, line);
  Test t;
  t.span = line.span;
  if (const auto* title = r.need_text("a title in quotes")) t.title = plain_text(c, *title);
  const auto* body = r.need_body();
  r.finish();
  if (!body) return;
  for (const auto& l : body->lines) {
    Reader in(c, l);
    if (l.word() == "given") read_given(c, in, t);
    else if (l.word() == "fail") read_fail(c, in, t);
    else if (l.word() == "expect") read_expect(c, in, t);
    else unknown_head(c, l, "of a test", {"given", "expect", "fail"});
  }
  for (const auto& other : c.module.tests)
    if (other.title == t.title) report::declared_twice(c.sink, line.span, t.title).note(other.span, "it is declared here first");
  c.module.tests.push_back(std::move(t));
}

}  // namespace upg::sema
