// What a name, a member and a call refer to.
#include <algorithm>
#include <array>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

namespace {

constexpr int longest_chain = 200;
constexpr size_t suggested = 20;  // as many errors as are shown in full

const Local* local(const Scope& s, const std::string& name, const Scope** where = nullptr) {
  for (const Scope* at = &s; at; at = at->outer)
    if (const auto it = at->names.find(name); it != at->names.end()) {
      const_cast<Local&>(it->second).used = true;
      if (where) *where = at;
      return &it->second;
    }
  return nullptr;
}

bool is_present(const Scope& s, const std::string& name) {
  for (const Scope* at = &s; at; at = at->outer)
    if (at->present.contains(name)) return true;
  return false;
}

const std::vector<std::string>* names_of_choice(const Context& c, const std::string& choice) {
  const auto it = c.choices.find(choice);
  return it == c.choices.end() ? nullptr : &it->second;
}

Ref choice_value(Env& e, const syntax::Expr& x, const std::string& name, const Type& want) {
  const auto* names = names_of_choice(e.c, want.name);
  if (!names || std::find(names->begin(), names->end(), name) == names->end()) return nullptr;
  return core::make(x.span, want, core::Literal{core::Value(name)});
}

Ref unknown_name(Env& e, const syntax::Expr& x, const std::string& name, const Type& want) {
  if (want.tag == Tag::boolean && (name == "yes" || name == "no" || name == "on" || name == "off")) {
    const std::string value = name == "yes" || name == "on" ? "true" : "false";
    report::yes_or_no(e.c.sink, x.span, name).did_you_mean(x.span, value);
    return missing(x.span);
  }
  if (want.tag == Tag::choice)
    if (const auto* names = names_of_choice(e.c, want.name); names && !names->empty()) {
      const std::vector<std::string_view> among(names->begin(), names->end());
      auto d = diag::NoSuchValue(e.c.sink, x.span, want.name, name);
      const auto near = support::nearest(name, among);
      if (near.empty()) d.help("it is {}", support::listing(*names, "or"));
      else d.did_you_mean(x.span, near);
      return missing(x.span);
    }
  if (e.c.refused.contains(name) && !e.s.kind) return missing(x.span);
  if (const auto it = e.c.later.find(name); it != e.c.later.end()) {
    diag::ComesLater(e.c.sink, x.span, name, it->second.first).note(it->second.second, "it is made here");
    return missing(x.span);
  }
  if (const auto it = e.c.captured.find(name); it != e.c.captured.end()) {
    diag::EndsWithStep(e.c.sink, x.span, name, it->second).help("write `{}.{}`", it->second, name).fix(x.span, it->second + "." + name);
    return missing(x.span);
  }
  if (e.c.steps.contains(name) && !e.s.kind) {
    report::not_a_value(e.c.sink, x.span, "step `" + name + "`").help("what it captured is had by `{}.NAME`", name);
    return missing(x.span);
  }
  auto d = report::unknown_name(e.c.sink, x.span, name);
  // Nobody reads the thousandth suggestion, and each costs as much as there are names.
  if (e.c.sink.errors() <= suggested) d.did_you_mean(x.span, support::nearest(name, visible_names(e)));
  return missing(x.span);
}

Ref variable_ref(Env& e, const syntax::Expr& x, const std::string& full) {
  settle(e.c, full, x.span);
  auto* v = find_variable(e.c, full);
  if (!v) return missing(x.span);
  v->used = true;
  made_in_each_hop(e, x.span, full);
  Type t = v->type;
  if (t.optional && is_present(e.s, full)) t.optional = false;
  return core::make(x.span, t, core::Var{full});
}

// A field of a resource, seen from outside of its kind.
Ref field_of(Env& e, const syntax::Expr& x, const Ref& of, const Member& m) {
  const Kind* kind = kind_of(e.c, of->type);
  if (!kind) {
    if (!unknown(of->type)) report::no_field(e.c.sink, m.name.span, "`" + core::to_string(of->type) + "`", m.name.text);
    return missing(x.span);
  }
  std::vector<std::string_view> among;
  for (const auto& f : kind->fields) {
    if (f.name == m.name.text) return core::make(x.span, f.type, core::FieldOf{of, f.name});
    among.push_back(f.name);
  }
  report::no_field(e.c.sink, m.name.span, "kind `" + kind->name + "`", m.name.text)
      .did_you_mean(m.name.span, support::nearest(m.name.text, among));
  return missing(x.span);
}

struct Function { std::string_view name; core::Fn fn; Tag result; std::vector<Type> params; std::string_view takes; };
const std::vector<Function>& functions() {
  static const Type path = type_of(Tag::path), text = type_of(Tag::text);
  static const std::vector<Function> all{
      {"named", core::Fn::named, Tag::path, {path, text}, "a directory and a word: `named(dir, \"dump\")`"},
      {"escaped", core::Fn::escaped, Tag::text, {text, text}, "a text and the characters to escape"},
      {"file_name", core::Fn::file_name, Tag::text, {path}, "a path"},
      {"folder", core::Fn::folder, Tag::path, {path}, "a path"},
      {"joined", core::Fn::joined, Tag::text, {list_of(text), text}, "a list and what stands between: `joined(xs, \",\")`"},
      {"token", core::Fn::token, Tag::text, {text}, "a word: `token(\"update\")`"}};
  return all;
}

// An argument of a function: secret and absent values flow through into the result.
Ref function_argument(Env& e, const syntax::Expr& x, Type want, Type& result) {
  Ref r = std::holds_alternative<TextLit>(x.node) || std::holds_alternative<ListLit>(x.node) ? nullptr : expr(e, x, any());
  if (!r) {
    want.secret = want.optional = true;
    r = expr(e, x, want);
  }
  Type plain = r->type;
  plain.secret = plain.optional = false;
  want.secret = want.optional = false;
  if (unknown(plain)) return missing(x.span);
  const bool textual = want.tag == Tag::text && (plain.tag == Tag::path || plain.tag == Tag::host || plain.tag == Tag::url);
  if (!textual && !core::fits(plain, want)) return fit(e, core::make(x.span, plain, r->node), want);
  result.secret = result.secret || r->type.secret;
  result.optional = result.optional || r->type.optional;
  return r;
}

Ref function_call(Env& e, const syntax::Expr& x, const Function& f, const Call& c) {
  if (c.args.size() != f.params.size()) {
    report::wrong_arguments(e.c.sink, x.span, f.name, f.takes);
    return missing(x.span);
  }
  core::Builtin out{f.fn, {}};
  Type result = type_of(f.result);
  for (size_t i = 0; i < c.args.size(); ++i) {
    if (c.args[i].name) {
      report::wrong_arguments(e.c.sink, c.args[i].name->span, f.name, "its arguments by their place");
      return missing(x.span);
    }
    out.args.push_back(function_argument(e, *c.args[i].value, f.params[i], result));
    if (unknown(out.args.back()->type)) return missing(x.span);
  }
  return core::make(x.span, result, std::move(out));
}

// `data.query("…")`: what a resource answers.
Ref ask_call(Env& e, const syntax::Expr& x, const Member& m, const Call& c) {
  Ref of = expr(e, *m.of, any());
  const Kind* kind = kind_of(e.c, of->type);
  if (!kind) {
    if (!unknown(of->type)) report::not_a_resource(e.c.sink, m.of->span, spelled(*m.of));
    return missing(x.span);
  }
  std::vector<std::string_view> among;
  for (const Kind* k = kind; k; k = k->extends)
    for (const auto& a : k->asks) {
      among.push_back(a.name);
      if (a.name != m.name.text) continue;
      auto args = arguments(e, a.name, x.span, c.args, a.params);
      return core::make(x.span, a.result, core::AskCall{of, a.name, std::move(args)});
    }
  auto d = diag::UnknownAsk(e.c.sink, m.name.span, spelled(*m.of), m.name.text);
  for (const auto& v : kind->verbs)
    if (v.name == m.name.text) return d.help("`{}` is a verb: a deed does it, on a line of its own", v.name), missing(x.span);
  d.did_you_mean(m.name.span, support::nearest(m.name.text, among));
  return missing(x.span);
}

}  // namespace

const Kind* kind_of(Context& c, const Type& t) {
  if (t.tag != Tag::resource || t.name.empty()) return nullptr;
  const auto it = c.kinds.find(t.name);
  return it == c.kinds.end() ? nullptr : it->second;
}

namespace {

void too_deep(Context& c, const std::string& name, const Pending& p) {
  diag::DefinesItselfTooDeep(c.sink, p.line->span, name, longest_chain).help("define it by fewer names, one through the other");
}

// The name that is being read uses `p`. Said of the first that is too far, not of those that use it in turn.
void count_chain(Context& c, const Pending& p) {
  if (c.open.empty()) return;
  const auto user = c.pending.find(c.open.back());
  if (user == c.pending.end() || p.through >= longest_chain) return;
  auto& through = user->second.through;
  if (through >= longest_chain || p.through + 1 <= through) return;
  through = p.through + 1;
  if (through >= longest_chain) too_deep(c, user->first, user->second);
}

}  // namespace

void settle(Context& c, const std::string& name, Span use) {
  const auto it = c.pending.find(name);
  if (it == c.pending.end()) return;
  if (it->second.state == Pending::State::done) return count_chain(c, it->second);
  if (it->second.state == Pending::State::open) {
    const auto from = std::find(c.open.begin(), c.open.end(), name);
    std::string cycle;
    for (auto at = from; at != c.open.end(); ++at) cycle += *at + " → ";
    report::depends_on_itself(c.sink, it->second.line->span, name, cycle + name).note(use, "it is used here");
    return;
  }
  if (c.open.size() >= longest_chain) return too_deep(c, name, it->second);
  read_pending(c, name, it->second);
  count_chain(c, it->second);
}

Ref name_ref(Env& e, const syntax::Expr& x, const std::string& name, const Type& want) {
  if (name.empty()) return missing(x.span);
  if (want.tag == Tag::choice)
    if (Ref r = choice_value(e, x, name, want)) return r;
  if (name == "true" || name == "false") return core::boolean(x.span, name == "true");
  if (const auto* l = local(e.s, name)) {
    if (!l->variable.empty()) return variable_ref(e, x, l->variable);
    Type t = l->type;
    if (t.optional && is_present(e.s, name)) t.optional = false;
    return core::make(x.span, t, core::Param{name});
  }
  if (e.s.kind) return unknown_name(e, x, name, want);
  const auto it = e.c.names.find(name);
  if (it == e.c.names.end()) return unknown_name(e, x, name, want);
  switch (it->second.what) {
    case Declared::What::variable: return variable_ref(e, x, name);
    case Declared::What::output: return variable_ref(e, x, it->second.full);
    case Declared::What::resource: {
      Type t{Tag::resource};
      const auto& r = e.c.module.resources[it->second.index];
      t.name = r.kind ? r.kind->name : "";
      if (!r.kind) return missing(x.span);
      return core::make(x.span, t, core::ResourceRef{name});
    }
    case Declared::What::step:
    case Declared::What::group: break;
  }
  return missing(x.span);
}

Ref member(Env& e, const syntax::Expr& x, const Member& m) {
  if (const auto* hop = bare(m.of.get()); hop && *hop == "hop" && !e.s.kind) return hop_version(e, x, m);
  if (const auto* step = bare(m.of.get()); step && !local(e.s, *step) && !e.s.kind) {
    const auto it = e.c.steps.find(*step);
    if (it != e.c.steps.end() && it->second.what == Declared::What::step && !e.c.names.contains(*step)) {
      const std::string full = *step + "." + m.name.text;
      if (find_variable(e.c, full)) return variable_ref(e, x, full);
      report::no_field(e.c.sink, m.name.span, "step `" + *step + "`", m.name.text).help("a step keeps what a deed captured with `giving`");
      return missing(x.span);
    }
  }
  if (m.name.text.empty()) return missing(x.span);
  Ref of = expr(e, *m.of, any());
  if (const auto* p = std::get_if<core::Param>(&of->node); p && p->name == "self" && e.s.kind)
    for (const auto& f : e.s.kind->fields)
      if (f.name == m.name.text) return core::make(x.span, f.type, core::Param{f.name});
  return field_of(e, x, of, m);
}

Ref call(Env& e, const syntax::Expr& x, const Call& c) {
  if (const auto* m = std::get_if<Member>(&c.callee->node)) return ask_call(e, x, *m, c);
  const auto* name = bare(c.callee.get());
  std::vector<std::string_view> among;
  for (const auto& f : functions()) {
    if (name && f.name == *name) return function_call(e, x, f, c);
    among.push_back(f.name);
  }
  if (name && name->empty()) return missing(x.span);
  diag::NotAFunction(e.c.sink, c.callee->span, spelled(*c.callee))
      .did_you_mean(c.callee->span, name ? support::nearest(*name, among) : std::string_view());
  return missing(x.span);
}

Ref resource_named(Env& e, const syntax::Expr& x) {
  const auto* name = bare(&x);
  if (!name) return nullptr;
  if (const auto* l = local(e.s, *name)) {
    if (l->type.tag != Tag::resource) return nullptr;
    return core::make(x.span, l->type, core::Param{*name});
  }
  if (e.s.kind) return nullptr;
  const auto it = e.c.names.find(*name);
  if (it == e.c.names.end() || it->second.what != Declared::What::resource) return nullptr;
  return name_ref(e, x, *name, any());
}

std::vector<Ref> arguments(Env& e, std::string_view what, Span at, const std::vector<Arg>& args, const std::vector<Param>& params) {
  std::vector<Ref> out(params.size());
  size_t next = 0;
  for (const auto& a : args) {
    size_t i = next;
    if (a.name) {
      i = static_cast<size_t>(std::find_if(params.begin(), params.end(), [&](const Param& p) { return p.name == a.name->text; }) - params.begin());
      if (i == params.size()) {
        std::vector<std::string_view> among;
        for (const auto& p : params) among.push_back(p.name);
        report::unknown_clause(e.c.sink, a.name->span, what, a.name->text).did_you_mean(a.name->span, support::nearest(a.name->text, among));
        continue;
      }
    } else {
      ++next;
    }
    if (i >= params.size()) {
      report::wrong_arguments(e.c.sink, a.span, what, params.empty() ? "no arguments" : fmt::format("{} at most", params.size()));
      return out;
    }
    if (out[i]) report::said_twice(e.c.sink, a.span, params[i].name);
    out[i] = expr(e, *a.value, params[i].type);
  }
  for (size_t i = 0; i < params.size(); ++i)
    if (!out[i] && !params[i].default_value && !params[i].type.optional) {
      report::missing_argument(e.c.sink, at, what, "`" + params[i].name + "`");
      break;
    }
  return out;
}

}  // namespace upg::sema
