#include "compiler/simulate/simulate.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/plan/words.h"
#include "compiler/simulate/world.h"

namespace upg::simulate {
namespace {

using What = sema::TestLine::What;

// All that a step says and runs, values in place.
struct Said {
  const Values& values;
  std::string out;

  void line(const std::string& s) { out += s + "\n"; }
  void operator()(const plan::Run& n) { line(plan::template_text(*values.command(n.command))); }
  void operator()(const plan::Prove& n) { line(plan::template_text(*values.command(n.command))); }
  void operator()(const plan::Publish& n) { line(plan::template_text(values.value(n.path))); }
  void operator()(const plan::Manual& n) {
    line(plan::template_text(values.value(n.text)));
    line(plan::template_text(values.value(n.confirm)));
  }
  void operator()(const plan::Wait& n) { line(plan::template_text(values.value(n.until))); }
  void operator()(const plan::Expect& n) { line(plan::template_text(values.value(n.predicate))); }
  void operator()(const plan::Say& n) { line(plan::template_text(values.value(n.text))); }
  void operator()(const plan::Amend& n) {
    for (const auto& l : n.lines) {
      std::string all(core::spelling(l.how));
      for (const auto& e : {l.key, l.other, l.value})
        if (e) all += " " + plan::template_text(values.value(e));
      line(all);
    }
  }
  void operator()(const plan::Revert& n) { line(plan::template_text(values.value(n.path))); }
  void operator()(const plan::Set& n) { line(plan::template_text(values.value(n.value))); }
};

class OneTest {
 public:
  OneTest(const sema::Test& test, const plan::Plan& plan, std::set<std::string> taken, const ArtifactText& artifact)
      : test_(test), plan_(plan), taken_(std::move(taken)), artifact_(artifact), values_(plan) {}

  Result run() {
    result_.span = test_.span;
    result_.title = test_.title;
    world_ = walk(plan_, values_, failures_, taken_);
    for (const auto& line : test_.lines) {
      if (auto why = check(line)) result_.reasons.push_back({line.span, std::move(*why)});
    }
    return std::move(result_);
  }

 private:
  using Why = std::optional<std::string>;

  Why check(const sema::TestLine& l) {
    switch (l.what) {
      case What::given: return std::nullopt;
      case What::step_runs: return fate_is(l.subject, Fate::ran);
      case What::step_skipped: return fate_is(l.subject, Fate::skipped);
      case What::step_contains: return contains(l);
      case What::before: return before(l);
      case What::resource_is: return resource_is(l);
      case What::rollback_restores: return not_restored(plan_, world_, failures_, l.subject);
      case What::artifact_contains: return artifact(l);
      case What::fail:
        failures_.steps.insert(l.subject);
        return again(l.subject);
      case What::fail_between:
        failures_.gaps.push_back({l.subject, l.other});
        return again(l.other);
      case What::fail_undo: failures_.undos.insert(l.subject); return again("");
      case What::fail_leaving: failures_.leaving.insert(l.subject); return again("");
    }
    return std::nullopt;
  }

  // Walks again with what fails now; a failure in a step that does not take place would test nothing.
  Why again(const std::string& step) {
    world_ = walk(plan_, values_, failures_, taken_);
    if (step.empty() || !world_.stopped.empty()) return std::nullopt;
    const auto* s = find(step);
    if (s && std::find(world_.begun.begin(), world_.begun.end(), s) != world_.begun.end()) return std::nullopt;
    return fmt::format("step `{}` does not take place here, so it cannot fail", step);
  }

  const plan::Step* find(const std::string& name) const {
    const auto it = std::find_if(plan_.steps.begin(), plan_.steps.end(), [&](const auto& s) { return is_named(s, name); });
    return it == plan_.steps.end() ? nullptr : &*it;
  }

  Why fate_is(const std::string& name, Fate wanted) const {
    const auto* s = find(name);
    const auto is = s ? fate(*s, values_, taken_) : Fate::skipped;
    if (is == wanted) return std::nullopt;
    if (is == Fate::undecided)
      return wanted == Fate::ran ? std::nullopt : Why(fmt::format("step `{}` runs or not by what only a run can tell: {}", name, plan::words(plan_, s->guard)));
    if (is == Fate::ran) return fmt::format("step `{}` runs", name);
    if (s && s->optional && values_.holds(s->guard) != false) return fmt::format("step `{}` is optional, and nothing here takes it", name);
    return fmt::format("step `{}` is skipped{}", name, s && s->guard ? ": it runs only if " + plan::words(plan_, s->guard) : "");
  }

  Why contains(const sema::TestLine& l) const {
    if (auto why = fate_is(l.subject, Fate::ran)) return why;
    Said said{values_, {}};
    for (const auto& d : find(l.subject)->deeds)
      if (values_.holds(d.guard) != false)
        for (const auto& a : d.actions)
          if (values_.holds(a.guard) != false) std::visit(said, a.node);
    if (said.out.find(l.text) != std::string::npos) return std::nullopt;
    return fmt::format("step `{}` has no `{}`; it does\n{}", l.subject, l.text, said.out);
  }

  // An order holds whether an optional step is taken or not.
  Why before(const sema::TestLine& l) const {
    for (const auto& name : {l.subject, l.other}) {
      const auto* s = find(name);
      if (!s || values_.holds(s->guard) == false) return fate_is(name, Fate::ran);
    }
    return find(l.subject) < find(l.other) ? std::nullopt : Why(fmt::format("step `{}` comes after `{}`", l.subject, l.other));
  }

  Why resource_is(const sema::TestLine& l) const {
    const auto it = world_.states.find(l.subject);
    if (it == world_.states.end() || it->second.empty()) return fmt::format("the plan does not say in which state `{}` is", l.subject);
    return it->second == l.other ? std::nullopt : Why(fmt::format("`{}` is {}", l.subject, it->second));
  }

  Why artifact(const sema::TestLine& l) const {
    const auto text = artifact_ ? artifact_(plan_, l.subject) : std::nullopt;
    if (!text) return fmt::format("there is no artifact `{}`", l.subject);
    return text->find(l.text) != std::string::npos ? std::nullopt : Why(fmt::format("`{}` does not contain `{}`", l.subject, l.text));
  }

  const sema::Test& test_;
  const plan::Plan& plan_;
  std::set<std::string> taken_;
  const ArtifactText& artifact_;
  Values values_;
  Failures failures_;
  World world_;
  Result result_;
};

void gather_optional(const sema::Items& items, std::set<std::string>& names) {
  for (const auto& item : items) {
    if (const auto* s = std::get_if<sema::Step>(&item.node); s && s->optional) names.insert(s->name);
    if (const auto* g = std::get_if<sema::Group>(&item.node)) gather_optional(g->items, names);
    if (const auto* b = std::get_if<sema::Bracket>(&item.node)) gather_optional(b->items, names);
    if (const auto* b = std::get_if<sema::Branch>(&item.node))
      for (const auto& arm : b->arms) gather_optional(arm, names);
  }
}

// What a test gives has its value already; a binding is read with its unit.
std::string with_unit(const sema::Module& module, const sema::TestLine& l) {
  const auto v = std::find_if(module.variables.begin(), module.variables.end(), [&](const auto& x) { return x.name == l.subject; });
  if (v == module.variables.end()) return l.text;
  if (v->type.tag == core::Tag::duration) return l.text + "s";
  if (v->type.tag == core::Tag::size) return l.text + "B";
  if (v->type.tag == core::Tag::percent) return l.text + "%";
  return l.text;
}

Result one(const sema::Test& test, const sema::Module& module, const support::SourceSet& sources, plan::Bindings bindings,
           const std::set<std::string>& optional, const ArtifactText& artifact) {
  std::set<std::string> taken;
  std::optional<Span> given;
  for (const auto& l : test.lines) {
    if (l.what != What::given) continue;
    given = given ? given : std::optional(l.span);
    if (!optional.count(l.subject)) bindings.values[l.subject] = with_unit(module, l);
    else if (l.text == "true" || l.text == "yes") taken.insert(l.subject);
  }
  diag::Sink sink;
  const auto plan = plan::build(module, sources, bindings, sink);
  if (plan) return OneTest(test, *plan, std::move(taken), artifact).run();
  Result out{test.span, test.title, {}};
  for (const auto& d : sink.sorted()) out.reasons.push_back({given.value_or(test.span), d.message});
  return out;
}

}  // namespace

std::vector<Result> run_tests(const sema::Module& module, const support::SourceSet& sources, const plan::Bindings& bindings,
                              const ArtifactText& artifact) {
  std::set<std::string> optional;
  for (const auto& p : module.phases) gather_optional(p.items, optional);
  std::vector<Result> out;
  for (const auto& t : module.tests) out.push_back(one(t, module, sources, bindings, optional, artifact));
  return out;
}

}  // namespace upg::simulate
