// Top level declarations: plan, input, secret, choice, let. Names first, values when they are needed.
#include <algorithm>

#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

void put(Context& c, const syntax::Word& name, std::string_view what, Variable v, const Line& line) {
  v.span = name.span;
  v.name = name.text;
  if (!declare(c, name, what, {Declared::What::variable, name.span, name.text, c.module.variables.size()})) return;
  add_variable(c, std::move(v));
  c.pending.emplace(name.text, Pending{&line, Pending::State::untouched, 0});
}

void choice_names(Context& c, const syntax::Expr& x, std::vector<std::string>& out) {
  if (const auto* b = std::get_if<Binary>(&x.node); b && b->op == "|") {
    choice_names(c, *b->left, out);
    choice_names(c, *b->right, out);
    return;
  }
  const auto* name = bare(&x);
  if (!name) {
    if (!std::holds_alternative<Hole>(x.node)) report::mismatch(c.sink, x.span, spelled(x), "a name");
    return;
  }
  if (std::find(out.begin(), out.end(), *name) != out.end()) report::said_twice(c.sink, x.span, *name);
  else out.push_back(*name);
}

void declare_input(Context& c, const Line& line) {
  Reader r(c, line);
  const auto name = r.need_name("a name");
  Variable v;
  v.origin = Variable::Origin::input;
  if (const auto* t = r.type()) v.type = resolve(c, *t);
  else if (!name.text.empty()) r.lacks("a type: `input " + name.text + " : text`");
  if (v.type.tag == Tag::resource || v.type.tag == Tag::command || v.type.tag == Tag::map) {
    report::cannot_stand_in_text(c.sink, name.span, core::to_string(v.type), "an answer");
    v.type = any();
  }
  put(c, name, "an input", std::move(v), line);
}

void declare_secret(Context& c, const Line& line) {
  Reader r(c, line);
  const auto name = r.need_name("a name");
  Variable v;
  v.origin = Variable::Origin::secret;
  v.type = type_of(Tag::text);
  v.type.secret = true;
  put(c, name, "a secret", std::move(v), line);
}

void declare_choice(Context& c, const Line& line) {
  Reader r(c, line);
  const auto name = r.need_name("a name");
  Variable v;
  v.origin = Variable::Origin::choice;
  v.type = type_of(Tag::choice);
  v.type.name = name.text;
  if (const auto* x = r.value()) choice_names(c, *x, v.names);
  else if (!name.text.empty()) r.lacks("its cases: `choice " + name.text + " = a | b`");
  put(c, name, "a choice", std::move(v), line);
}

void declare_let(Context& c, const Line& line) {
  Reader r(c, line);
  const auto name = r.need_name("a name");
  Variable v;
  v.origin = Variable::Origin::let;
  put(c, name, "a value", std::move(v), line);
}

void read_guard(Env& e, Reader& r, Variable& v) {
  const auto at = static_cast<size_t>(&v - e.c.module.variables.data());
  if (const auto* x = r.clause("when")) {
    Ref guard = condition(e, *x);
    e.c.module.variables[at].guard = std::move(guard);
  }
}

// What an answer must match. The default is an answer too.
void read_matching(Env& e, const syntax::Expr& x, Variable& v) {
  const auto tag = v.type.tag;
  if (tag != Tag::text && tag != Tag::path && tag != Tag::url && tag != Tag::host && tag != Tag::version) {
    if (!unknown(v.type)) report::cannot_compare(e.c.sink, x.span, "matching", core::to_string(v.type)).help("it is for texts, paths, hosts, urls and versions");
    return;
  }
  const auto expression = plain_text(e.c, x);
  if (!is_text(x) || !sound_expression(e, x.span, expression)) return;
  v.matching = expression;
  if (const auto known = v.value ? core::known_text(v.value) : std::nullopt; known && !support::matches(*known, expression))
    diag::DefaultDiffers(e.c.sink, v.value->span, *known, expression).note(x.span, "what answers must match");
}

void read_input(Env& e, size_t at) {
  auto& c = e.c;
  Reader r(c, *c.pending.find(c.module.variables[at].name)->second.line);
  r.name();
  r.type();
  if (const auto* x = r.value()) {
    Ref value = expr(e, *x, c.module.variables[at].type);
    c.module.variables[at].value = std::move(value);
  }
  read_guard(e, r, c.module.variables[at]);
  if (const auto* x = r.clause("matching")) read_matching(e, *x, c.module.variables[at]);
  if (const auto* x = r.any_text()) c.module.variables[at].title = plain_text(c, *x);
  r.finish();
}

void read_secret_source(Env& e, Reader& r, const syntax::Expr& source, Variable& v) {
  const auto at = static_cast<size_t>(&v - e.c.module.variables.data());
  const auto* word = bare(&source);
  const auto from = [&](Source s, std::string_view lacks) {
    e.c.module.variables[at].source = s;
    if (const auto* x = r.text()) {
      if (s == Source::ask) e.c.module.variables[at].title = plain_text(e.c, *x);
      else e.c.module.variables[at].source_name = plain_text(e.c, *x);
    } else {
      r.lacks(lacks);
    }
  };
  if (word && *word == "env") return from(Source::environment, "the name of a variable in quotes");
  if (word && *word == "file") return from(Source::file, "the path of a file in quotes");
  if (word && *word == "ask") return from(Source::ask, "a prompt in quotes");
  if (word && *word == "command") {
    const auto* x = r.operand();
    if (!x || !is_command(*x)) return r.lacks("a command in backticks");
    auto cmd = command(e, *x);
    e.c.module.variables[at].source = Source::command;
    e.c.module.variables[at].source_command = std::move(cmd);
    return;
  }
  if (std::holds_alternative<Hole>(source.node)) return;
  auto d = report::unknown_clause(e.c.sink, source.span, "secret … from", spelled(source));
  if (word) d.did_you_mean(source.span, support::nearest(*word, {"env", "file", "command", "ask"}));
}

void read_secret(Env& e, size_t at) {
  auto& c = e.c;
  Reader r(c, *c.pending.find(c.module.variables[at].name)->second.line);
  r.name();
  if (const auto* x = r.clause("from")) read_secret_source(e, r, *x, c.module.variables[at]);
  read_guard(e, r, c.module.variables[at]);
  if (const auto* x = r.any_text()) c.module.variables[at].title = plain_text(c, *x);
  if (const auto* x = r.value()) report::secret_written(c.sink, x->span).help("say where it is had: `from env \"NAME\"`, `from file \"PATH\"`, `from ask \"prompt\"`");
  r.finish();
}

void read_choice(Env& e, size_t at) {
  auto& c = e.c;
  Reader r(c, *c.pending.find(c.module.variables[at].name)->second.line);
  r.name();
  if (!r.value()) return;   // its cases are missed already
  read_guard(e, r, c.module.variables[at]);
  if (const auto* x = r.any_text()) c.module.variables[at].title = plain_text(c, *x);
  r.finish();
}

// How many bytes of known text a value grows to when what it is made of is put in its place.
size_t grown(Context& c, const Ref& value, size_t repeats = 0) {
  if (!value || repeats > 8) return 0;
  if (const auto t = core::known_text(value)) return t->size();
  if (const auto* v = std::get_if<core::Var>(&value->node)) {
    const auto it = c.pending.find(v->name);
    return it == c.pending.end() ? 0 : it->second.size;
  }
  size_t n = 0;
  if (const auto* all = std::get_if<core::Concat>(&value->node))
    for (const auto& p : all->parts) n += grown(c, p, repeats + 1);
  if (const auto* all = std::get_if<core::List>(&value->node))
    for (const auto& p : all->items) n += grown(c, p, repeats + 1);
  return n;
}

void read_let(Env& e, size_t at) {
  auto& c = e.c;
  auto& pending = c.pending.find(c.module.variables[at].name)->second;
  Reader r(c, *pending.line);
  r.name();
  Type want = any();
  if (const auto* t = r.type()) want = resolve(c, *t);
  Ref value = missing(pending.line->span);
  if (const auto* x = r.value()) {
    x = lines_of(r, x, want);
    value = expr(e, *x, want.tag == Tag::text || unknown(want) ? Type{want.tag, !unknown(want)} : want);
  } else {
    r.lacks("a value: `let " + c.module.variables[at].name + " = …`");
  }
  pending.size = grown(c, value);
  if (pending.size > (1U << 20)) {
    diag::GrowsTooLarge(c.sink, pending.line->span, c.module.variables[at].name);
    pending.size = 0;
    value = missing(pending.line->span);
  }
  if (const auto* x = r.clause("when")) {
    Ref guard = condition(e, *x);
    c.module.variables[at].guard = std::move(guard);
  }
  if (const auto* x = r.any_text()) c.module.variables[at].title = plain_text(c, *x);
  r.finish();
  auto& v = c.module.variables[at];
  v.type = unknown(want) ? value->type : want;
  v.type.secret = v.type.secret || value->type.secret;
  v.type.optional = v.type.optional || value->type.optional;
  v.value = std::move(value);
}

void read_range(Context& c, const syntax::Expr& x, VersionRange& out) {
  Scope s;
  Env e{c, s};
  const auto version = [&](const syntax::Expr& v) { return core::known_text(expr(e, v, type_of(Tag::version))).value_or(""); };
  out.span = x.span;
  const auto* b = std::get_if<Binary>(&x.node);
  if (b && (b->op == ".." || b->op == "..<")) {
    out.low = version(*b->left);
    out.high = version(*b->right);
    out.closed = b->op == "..";
    const int order = core::compare_versions(out.low, out.high);
    if (!out.low.empty() && !out.high.empty() && (order > 0 || (order == 0 && !out.closed)))
      report::empty_range(c.sink, x.span, out.low, out.high).help("the lower version stands first");
    return;
  }
  out.low = out.high = version(x);
  out.closed = true;
}

void read_from(Context& c, const Line& line) {
  Scope s;
  Env e{c, s};
  Reader r(c, line);
  if (const auto* x = r.value()) read_range(c, *x, c.module.plan.from);
  else r.lacks("a range of versions: `from = 5.3.0 ..< 5.6.17`");
  if (const auto* x = r.clause("detect")) {
    Detect d{x->span, is_command(*x) ? command(e, *x) : nullptr, std::nullopt};
    if (!is_command(*x)) report::text_for_command(c.sink, x->span).help("a command stands in backticks");
    if (const auto* m = r.clause("matching")) d.pattern = output_pattern(c, *m);
    const bool has_version = !d.pattern || std::any_of(d.pattern->parts.begin(), d.pattern->parts.end(), [](const auto& p) { return p.hole == "version"; });
    if (!has_version) report::bad_pattern(c.sink, d.pattern->span, "matching", "the version found needs the hole `{version}`");
    c.module.plan.detect = std::move(d);
  }
  r.finish();
}

// from < to: an upgrade does not go down, and the target is no source.
void check_direction(Context& c) {
  const auto& plan = c.module.plan;
  if (plan.to.text.empty() || plan.from.high.empty()) return;
  const int order = core::compare_versions(plan.from.high, plan.to.text);
  if (order < 0 || (order == 0 && !plan.from.closed)) return;
  report::empty_range(c.sink, plan.to.span, plan.from.high, plan.to.text)
      .help("an upgrade goes up: `to` is later than every version of `from`")
      .note(plan.from.span, "`from` reaches to `{}`", plan.from.high);
}

void read_plan_line(Context& c, const Line& line, std::map<std::string, Span, std::less<>>& seen) {
  const std::string head(line.word());
  static const std::vector<std::string_view> heads{"from", "to", "docs", "support", "window", "accept"};
  if (std::find(heads.begin(), heads.end(), head) == heads.end()) return unknown_head(c, line, "of a plan", heads);
  if (head == "accept") return read_accept(c, line, c.module.plan.accepts);
  if (const auto [it, fresh] = seen.emplace(head, line.span); !fresh) {
    report::said_twice(c.sink, line.head->span, head).note(it->second, "first here");
    return;
  }
  if (head == "from") return read_from(c, line);
  Scope s;
  Env e{c, s};
  Reader r(c, line);
  const auto* x = r.value();
  if (!x) return r.lacks("a value: `" + head + " = …`");
  auto& plan = c.module.plan;
  if (head == "to") {
    plan.to = {x->span, core::known_text(expr(e, *x, type_of(Tag::version))).value_or("")};
    read_pre_release(c, r, plan.to);
  }
  if (head == "docs") plan.docs = core::known_text(expr(e, *x, type_of(Tag::url))).value_or("");
  if (head == "support") plan.support = plain_text(c, *x);
  if (head == "window") plan.window = duration(e, *x);
  r.finish();
}

}  // namespace

void declare_line(Context& c, const Line& line) {
  const auto head = line.word();
  if (head == "input") declare_input(c, line);
  else if (head == "secret") declare_secret(c, line);
  else if (head == "choice") declare_choice(c, line);
  else if (head == "let") declare_let(c, line);
  else if (head == "resource") declare_resource(c, line);
}

namespace {
void case_names(const syntax::Expr& x, std::vector<std::string>& out) {
  if (const auto* b = std::get_if<Binary>(&x.node); b && b->op == "|") {
    case_names(*b->left, out);
    case_names(*b->right, out);
  } else if (const auto* name = bare(&x)) {
    out.push_back(*name);
  }
}
}  // namespace

void note_choice(Context& c, const Line& line) {
  Reader r(c, line);
  const auto name = r.name();
  const auto* cases = r.value();
  if (name.text.empty() || c.choices.contains(name.text)) return;
  auto& out = c.choices[name.text];
  if (cases) case_names(*cases, out);
}

const syntax::Expr* lines_of(Reader& r, const syntax::Expr* value, Type& want) {
  const auto* word = bare(value);
  const auto* of = word && *word == "lines" ? r.clause("of") : nullptr;
  if (!of) return value;
  if (unknown(want)) want = list_of(type_of(Tag::text));
  return of;
}

void read_pending(Context& c, const std::string& name, Pending& p) {
  p.state = Pending::State::open;
  c.open.push_back(name);
  Scope s;
  Env e{c, s};
  const size_t at = c.names.find(name)->second.index;
  switch (c.module.variables[at].origin) {
    case Variable::Origin::input: read_input(e, at); break;
    case Variable::Origin::secret: read_secret(e, at); break;
    case Variable::Origin::choice: read_choice(e, at); break;
    case Variable::Origin::let: read_let(e, at); break;
    case Variable::Origin::version:
    case Variable::Origin::capture:
    case Variable::Origin::output: break;
  }
  c.open.pop_back();
  p.state = Pending::State::done;
}

void read_plan(Context& c, const Line& line) {
  auto& plan = c.module.plan;
  Reader r(c, line);
  plan.span = line.span;
  plan.name = r.need_name("a name").text;
  if (const auto* t = r.text()) plan.title = plain_text(c, *t);
  std::map<std::string, Span, std::less<>> seen;
  if (const auto* body = r.need_body())
    for (const auto& l : body->lines) read_plan_line(c, l, seen);
  r.finish();
  if (line.body && !seen.contains("from")) report::lacks(c.sink, line.span, "plan", "the versions it starts from: `from = 1.0 ..< 2.0`");
  if (line.body && !seen.contains("to")) report::lacks(c.sink, line.span, "plan", "the version it leads to: `to = 2.0`");
  check_direction(c);
}

void read_declarations(Context& c, const File& file) {
  for (const auto& line : file.lines) {
    const auto head = line.word();
    if (head != "input" && head != "secret" && head != "choice" && head != "let") continue;
    for (const auto& i : line.items) {
      const auto* o = std::get_if<OperandItem>(&i.node);
      const auto* name = o ? bare(o->value.get()) : nullptr;
      if (name) {
        const auto it = c.pending.find(*name);
        if (it != c.pending.end() && it->second.line == &line) settle(c, *name, line.span);
      }
      break;
    }
  }
}

}  // namespace upg::sema
