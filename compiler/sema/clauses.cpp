// The clauses of a command, on the line where it stands: `with NAME = v`, `with stdin = v`, `as USER`.
#include <algorithm>

#include "compiler/sema/areas.h"

namespace upg::sema {

using namespace syntax;

namespace {

void read_clauses(Env& e, Reader& r, core::Command& out) {
  for (const auto* name : r.clauses("with")) {
    const auto* word = bare(name);
    const auto* value = r.value_after(name);
    if (!word || !value) {
      r.lacks("a name and a value: `with NAME = value`");
      continue;
    }
    if (*word == "stdin") {
      Type want = type_of(Tag::text);
      want.secret = true;
      if (out.input) report::said_twice(e.c.sink, name->span, "with stdin");
      out.input = expr(e, *value, want);
      continue;
    }
    out.env.push_back(env_entry(e, r, {name->span, *word}, value));
  }
  const auto* user = r.clause("as");
  if (!user) return;
  const auto* word = bare(user);
  const auto visible = visible_names(e);
  const bool literal = word && std::find(visible.begin(), visible.end(), *word) == visible.end();
  out.user = literal ? core::text(user->span, *word) : expr(e, *user, type_of(Tag::text));
}

const core::CommandRef* command_in(const Ref& r) {
  if (const auto* v = std::get_if<core::CommandValue>(&r->node)) return &v->command;
  if (const auto* v = std::get_if<core::Output>(&r->node)) return &v->command;
  return nullptr;
}

}  // namespace

core::CommandRef command_with_clauses(Env& e, Reader& r, const syntax::Expr& x) {
  auto base = command(e, x);
  core::Command out = base ? *base : core::Command{};
  read_clauses(e, r, out);
  return base ? std::make_shared<const core::Command>(std::move(out)) : nullptr;
}

Ref condition_with_clauses(Env& e, Reader& r, const syntax::Expr& x) {
  Ref out = condition(e, x);
  if (!r.peek_clause("with") && !r.peek_clause("as")) return out;
  int commands = 0;
  (void)core::transform(out, [&](const Ref& n) {
    commands += command_in(n) != nullptr;
    return n;
  });
  if (commands != 1) return out;   // what the clauses would apply to is not one command: they are left, and reported
  core::Command extra;
  read_clauses(e, r, extra);
  return core::transform(out, [&](const Ref& n) {
    const auto* old = command_in(n);
    if (!old) return n;
    core::Command made = **old;
    made.env.insert(made.env.end(), extra.env.begin(), extra.env.end());
    made.user = extra.user;
    made.input = extra.input;
    const auto command = std::make_shared<const core::Command>(std::move(made));
    if (std::holds_alternative<core::Output>(n->node)) return core::make(n->span, n->type, core::Output{command});
    return core::make(n->span, n->type, core::CommandValue{command});
  });
}

}  // namespace upg::sema
