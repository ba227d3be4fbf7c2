#include "compiler/sema/analyze.h"

#include <algorithm>
#include <functional>

#include "compiler/sema/areas.h"

namespace upg::sema {

using namespace syntax;

namespace {

const std::vector<std::string_view> heads{"plan",   "import",  "input",   "secret", "choice", "let",  "resource", "kind",
                                          "check",  "prepare", "upgrade", "verify", "finish", "test", "upg",  "route",    "crossing"};

bool is_phase(std::string_view w) { return w == "check" || w == "prepare" || w == "upgrade" || w == "verify" || w == "finish"; }

void versions(Context& c) {
  for (const std::string name : {"from", "to"}) {
    c.names.emplace(name, Declared{Declared::What::variable, {}, name, c.module.variables.size()});
    Variable v;
    v.name = name;
    v.origin = Variable::Origin::version;
    v.type = type_of(Tag::version);
    add_variable(c, std::move(v));
  }
}

void target(Context& c) {
  auto& to = c.module.variables[1];
  if (c.module.plan.to.text.empty()) return;
  to.value = core::make(c.module.plan.to.span, type_of(Tag::version), core::Literal{core::Value(c.module.plan.to.text)});
}

void unknown_top(Context& c, const Line& line) {
  const auto w = line.word();
  if (std::find(heads.begin(), heads.end(), w) != heads.end() || !line.head) return;
  const bool step = w == "step" || w == "group" || w == "with";
  if (step) report::wrong_place(c.sink, line.head->span, w, "no phase").help("steps stand in `check`, `prepare`, `upgrade`, `verify` or `finish`");
  else unknown_head(c, line, "of a file", heads);
}

void each_line(const Inputs& in, const std::function<void(const Line&, bool of_plan)>& f) {
  for (const auto* file : in.imports)
    for (const auto& l : file->lines) f(l, false);
  for (const auto& l : in.plan->lines) f(l, true);
}

void read_kinds(Context& c, const Inputs& in) {
  for (const auto* file : in.library)
    for (const auto& l : file->lines)
      if (l.word() == "kind") declare_kind(c, l, true);
  each_line(in, [&](const Line& l, bool) {
    if (l.word() == "kind") declare_kind(c, l, false);
  });
  const auto kinds = extended_first(c);
  for (auto* k : kinds) read_fields(c, *k);
  for (auto* k : kinds) read_signatures(c, *k);
  for (auto* k : kinds) read_kind(c, *k);
  for (auto* k : kinds) inherit_bodies(c, *k);
  no_recursion(c);
}

void read_names(Context& c, const Inputs& in) {
  const Line* plan = nullptr;
  each_line(in, [&](const Line& l, bool of_plan) {
    const auto w = l.word();
    if (!of_plan && (w == "plan" || w == "test" || w == "crossing" || is_phase(w))) diag::PlanInImport(c.sink, l.head->span, w).help("an imported file declares; the plan that imports it acts");
    else if (w == "plan" && plan) report::declared_twice(c.sink, l.head->span, "plan").note(plan->span, "it is declared here first");
    else if (w == "plan") plan = &l;
    else if (w == "route") read_route(c, l);
    else declare_line(c, l);
    unknown_top(c, l);
    if (of_plan && w == "crossing") declare_crossing(c, l);
    if (of_plan && is_phase(w) && l.body) declare_steps(c, *l.body, true);
  });
  if (plan) read_plan(c, *plan);
  else diag::NoPlan(c.sink, Span{in.plan->source, 0, 0}).help("a file that is compiled says `plan NAME \"title\" {{ from = … to = … }}`");
  target(c);
  check_route(c);
}

void read_rest(Context& c, const Inputs& in) {
  for (const auto* file : in.imports) read_declarations(c, *file);
  read_declarations(c, *in.plan);
  each_line(in, [&](const Line& l, bool) {
    if (l.word() == "resource") read_resource(c, l);
  });
  std::vector<const Line*> phases;
  for (const auto& l : in.plan->lines)
    if (is_phase(l.word())) phases.push_back(&l);
  const auto rank = [](const Line* l) {
    const auto w = l->word();
    const bool after = std::any_of(l->items.begin(), l->items.end(), [](const syntax::Item& i) { return std::holds_alternative<ClauseItem>(i.node); });
    if (w == "check") return each_hop(*l) ? 3 : after ? 2 : 0;
    if (w == "verify") return each_hop(*l) ? 5 : 6;
    return w == "prepare" ? 1 : w == "upgrade" ? 4 : 7;
  };
  std::stable_sort(phases.begin(), phases.end(), [&](const Line* a, const Line* b) { return rank(a) < rank(b); });
  const auto upgrade = std::find_if(phases.begin(), phases.end(), [&](const Line* l) { return rank(l) >= 4; });
  for (auto it = phases.begin(); it != upgrade; ++it) read_phase(c, **it);
  read_crossing_checks(c);
  for (auto it = upgrade; it != phases.end(); ++it) read_phase(c, **it);
  crossings_stand_somewhere(c);
  for (const auto& l : in.plan->lines)
    if (l.word() == "test") read_test(c, l);
  const bool some = std::any_of(c.module.phases.begin(), c.module.phases.end(), [](const Phase& p) { return !p.items.empty(); });
  if (!some && !c.sink.has_errors() && !c.module.plan.name.empty())
    diag::PlanWithoutStep(c.sink, c.module.plan.span, c.module.plan.name).help("steps stand in phases: `upgrade {{ step NAME \"title\" {{ … }} }}`");
}

// A value that the detection of `from` needs cannot follow from `from`.
void no_circular_detection(Context& c) {
  const auto& d = c.module.plan.detect;
  if (!d || !d->command) return;
  std::set<std::string> seen;
  std::function<void(const std::string&)> visit = [&](const std::string& name) {
    if (!seen.insert(name).second) return;
    if (name == "from") {
      report::depends_on_itself(c.sink, d->span, "from", "what detects it uses it");
      return;
    }
    if (const auto* v = find_variable(c, name)) core::each_variable(v->value, visit);
  };
  core::each_variable(*d->command, visit);
}

// The library's kinds that nothing mentions take no part.
void drop_unused_kinds(Context& c) {
  std::set<const Kind*> used;
  std::function<void(const core::Type&)> of_type;
  std::function<void(const Kind*)> of_kind = [&](const Kind* k) {
    if (!k || !used.insert(k).second) return;
    for (const auto& f : k->fields) of_type(f.type);
    for (const auto& v : k->verbs)
      for (const auto& p : v.params) of_type(p.type);
    of_kind(k->extends);
  };
  of_type = [&](const core::Type& t) {
    if (t.element) of_type(*t.element);
    of_kind(kind_of(c, t));
  };
  for (const auto& r : c.module.resources) of_kind(r.kind);
  std::erase_if(c.module.kinds, [&](const auto& k) { return c.library.contains(k.get()) && !used.contains(k.get()); });
}

}  // namespace

Module analyze(const Inputs& inputs, diag::Sink& sink) {
  Module module;
  Context c{sink, module};
  c.spent = inputs.spent;
  c.read_source = inputs.read_source;
  versions(c);
  each_line(inputs, [&](const Line& l, bool) {
    if (l.word() == "choice") note_choice(c, l);
  });
  read_kinds(c, inputs);
  read_names(c, inputs);
  read_rest(c, inputs);
  no_circular_detection(c);
  if (!sink.has_errors()) warn_unused(c);
  drop_unused_kinds(c);
  return module;
}

const Variable* Module::variable(std::string_view name) const {
  for (const auto& v : variables)
    if (v.name == name) return &v;
  return nullptr;
}

const Resource* Module::resource(std::string_view name) const {
  for (const auto& r : resources)
    if (r.name == name) return &r;
  return nullptr;
}

const Kind* Module::kind(std::string_view name) const {
  for (const auto& k : kinds)
    if (k->name == name) return k.get();
  return nullptr;
}

}  // namespace upg::sema
