// The deeds that the language itself knows.
#include <algorithm>
#include <array>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

Ref shown_text(Env& e, const syntax::Expr& x, std::string_view where) {
  Type text = type_of(Tag::text);
  text.secret = true;
  Ref r = expr(e, x, is_text(x) ? text : any());
  if (!unknown(r->type) && r->type.tag != Tag::text) return fit(e, r, type_of(Tag::text));
  if (!r->type.secret) return fit(e, r, type_of(Tag::text));
  secret_shown(e, r, where);
  return missing(x.span);
}

void capture_holes(Env& e, const OutputPattern& p) {
  for (const auto& part : p.parts)
    if (!part.hole.empty())
      (void)step_variable(e, {p.span, part.hole}, type_of(part.hole == "version" ? Tag::version : Tag::text), Variable::Origin::capture, false);
}

bool read_run(Env& e, Reader& r, Deed& d) {
  const auto* x = r.operand();
  if (!x) {
    r.lacks("a command in backticks, or `RESOURCE.verb(…)`");
    return false;
  }
  if (const auto* c = std::get_if<Call>(&x->node)) {
    call_form(e, r, *x, d);
    (void)c;
    return std::get_if<CallVerb>(&d.node) && std::get<CallVerb>(d.node).verb;
  }
  RunCommand run;
  run.command = command_with_clauses(e, r, *x);
  finish_run(e, r, d, std::move(run));
  return true;
}

bool read_do(Env& e, Reader& r, Deed& d) {
  Manual m;
  if (const auto* t = r.need_text("what to do, in quotes")) m.text = shown_text(e, *t, "the runbook");
  if (const auto* x = r.clause("confirm")) m.confirm = shown_text(e, *x, "the runbook");
  deed_clauses(e, r, d);
  if (const auto* by = r.clause("by")) {
    if (const auto* role = bare(by)) m.by = *role;
    else m.by = plain_text(e.c, *by);
  }
  if (!e.s.in_verb) m.traits = traits(e, r);
  for (const auto* out : r.clauses("as")) {
    const auto name = word_of(*out);
    m.outputs.push_back({name.text, step_variable(e, name, type_of(Tag::path), Variable::Origin::output, true)});
  }
  if (!m.text) return false;
  d.node = std::move(m);
  return r.finish();
}

bool read_wait(Env& e, Reader& r, Deed& d) {
  Wait w;
  const auto* until = r.clause("until");
  if (!until) {
    r.lacks("what it waits for: `wait until … for 3m`");
    return false;
  }
  w.until = condition_with_clauses(e, r, *until);
  const auto* every = r.clause("every");
  const auto* limit = r.clause("for");
  if (every) w.every = duration(e, *every);
  if (limit) w.limit = duration(e, *limit);
  else r.lacks("an end: `for 3m`");
  if (every && limit && w.limit > 0 && w.every > w.limit)
    report::ends_before(e.c.sink, limit->span, "wait", core::duration_text(w.limit), "it asks again only every " + core::duration_text(w.every))
        .note(every->span, "it is said here")
        .help("the time behind `every` is the shorter one: `every 5s for 3m`");
  deed_clauses(e, r, d);
  d.node = std::move(w);
  return r.finish();
}

bool read_expect(Env& e, Reader& r, Deed& d, Expect::How how) {
  Expect x;
  x.how = how;
  const auto* p = r.operand();
  if (!p) {
    r.lacks("a condition");
    return false;
  }
  x.predicate = condition_with_clauses(e, r, *p);
  if (const auto* why = r.text()) x.why = plain_text(e.c, *why);
  else if (how != Expect::How::expect) r.lacks("a reason in quotes");
  deed_clauses(e, r, d);
  d.node = std::move(x);
  return r.finish();
}

bool read_let(Env& e, Reader& r, Deed& d) {
  if (e.s.kind) {
    report::wrong_place(e.c.sink, r.line().span, "let", "a kind").help("a parameter with a default has a name: `using x : path = …`");
    return false;
  }
  const auto name = r.need_name("a name");
  Type want = any();
  if (const auto* t = r.type()) want = resolve(e.c, *t);
  const auto* x = r.value();
  if (!x) {
    r.lacks("a value: `let " + name.text + " = …`");
    return false;
  }
  x = lines_of(r, x, want);
  Type open = want;
  if (open.tag == Tag::text) open.secret = true;
  Ref value = expr(e, *x, open);
  if (!unknown(want)) want.secret = want.secret || value->type.secret;
  Let out{step_variable(e, name, unknown(want) ? value->type : want, Variable::Origin::let, true), value};
  deed_clauses(e, r, d);
  if (out.variable.empty()) return false;
  d.node = std::move(out);
  return r.finish();
}

bool read_say(Env& e, Reader& r, Deed& d, Say::How how) {
  Say s;
  s.how = how;
  if (const auto* t = r.need_text("a text in quotes")) s.text = shown_text(e, *t, "the runbook");
  if (how == Say::How::see) {
    if (const auto* url = r.text()) {
      Ref u = expr(e, *url, type_of(Tag::url));
      s.url = core::known_text(u).value_or("");
    } else {
      r.lacks("a url in quotes behind the title");
    }
  }
  deed_clauses(e, r, d);
  if (!s.text) return false;
  d.node = std::move(s);
  return r.finish();
}

bool only_in_verbs(Env& e, Reader& r) {
  if (e.s.in_verb) return true;
  report::wrong_place(e.c.sink, r.line().span, r.head(), "a step").help("it stands in the verb of a kind; a step says `expect`");
  return false;
}

bool read_prove(Env& e, Reader& r, Deed& d) {
  if (!only_in_verbs(e, r)) return false;
  const auto* x = r.operand();
  if (!x) {
    r.lacks("a command in backticks");
    return false;
  }
  Prove p{command_with_clauses(e, r, *x)};
  deed_clauses(e, r, d);
  d.node = std::move(p);
  return r.finish();
}

bool read_publish(Env& e, Reader& r, Deed& d) {
  if (!only_in_verbs(e, r)) return false;
  const auto name = r.need_name("the output it makes");
  deed_clauses(e, r, d);
  d.node = Publish{name.text};
  return r.finish() && !name.text.empty();
}

}  // namespace

void finish_run(Env& e, Reader& r, Deed& d, RunCommand run) {
  const size_t errors = e.c.sink.errors();
  if (!e.s.in_verb) run.traits = traits(e, r);
  const bool told = e.c.sink.errors() > errors;   // what it says is mistaken already
  if (const auto* x = r.clause("giving")) {
    const auto name = word_of(*x);
    run.giving = step_variable(e, name, type_of(Tag::text), Variable::Origin::capture, false);
  }
  if (const auto* x = r.clause("matching")) {
    run.matching = output_pattern(e.c, *x);
    if (run.matching) capture_holes(e, *run.matching);
  }
  deed_clauses(e, r, d);
  const bool sound = r.finish() && run.command;
  if (sound && !told && !e.s.in_verb && e.s.reading.empty() && !said(run.traits))
    diag::EffectUnsaid(e.c.sink, d.span)
        .help("add `reads {0}`, `changes {0}`, `destroys {0}`, `saves {0}` or `restores {0}`{1}, or `unknown effect`",
              e.c.module.resources.empty() ? "R" : e.c.module.resources.front().name,
              e.c.module.resources.size() == 1 ? "" : " with the resource that is meant")
        .fix({d.span.file, d.span.end, d.span.end}, " unknown effect");
  if (run.traits.unknown_effect && !e.s.reading.empty())
    report::changes_in_reading(e.c.sink, d.span, "an unknown effect", e.s.reading).help("move it to `prepare` or `upgrade`");
  d.node = std::move(run);
}

bool builtin_deed(std::string_view head) {
  static constexpr std::array all{"run", "do", "wait", "expect", "require", "recommend", "let", "notice", "note", "warning", "see", "call", "prove", "publish", "amend", "revert"};
  return std::find(all.begin(), all.end(), head) != all.end();
}

// `from`: how many items stand before the deed on its line (`enter do "…"`): the deed's own word is the last of them.
bool read_builtin(Env& e, const Line& line, size_t from, Deed& d) {
  std::string head(line.word());
  if (from > 0) head = *bare(std::get<OperandItem>(line.items[from - 1].node).value.get());
  Reader r(e.c, line, from);
  if (head == "run") return read_run(e, r, d);
  if (head == "call") {
    if (const auto* x = r.operand(); x && std::holds_alternative<Call>(x->node)) call_form(e, r, *x, d);
    else r.lacks("a resource, a verb and its arguments: `call data.backup(…)`");
    return std::get_if<CallVerb>(&d.node) && std::get<CallVerb>(d.node).verb;
  }
  if (head == "do") return read_do(e, r, d);
  if (head == "wait") return read_wait(e, r, d);
  if (head == "expect") return read_expect(e, r, d, Expect::How::expect);
  if (head == "require") return read_expect(e, r, d, Expect::How::require);
  if (head == "recommend") return read_expect(e, r, d, Expect::How::recommend);
  if (head == "let") return read_let(e, r, d);
  if (head == "notice") return read_say(e, r, d, Say::How::notice);
  if (head == "note") return read_say(e, r, d, Say::How::note);
  if (head == "warning") return read_say(e, r, d, Say::How::warning);
  if (head == "see") return read_say(e, r, d, Say::How::see);
  if (head == "prove") return read_prove(e, r, d);
  if (head == "amend") return only_in_verbs(e, r) && read_amend(e, r, d);
  if (head == "revert") return only_in_verbs(e, r) && read_revert(e, r, d);
  return read_publish(e, r, d);
}

}  // namespace upg::sema
