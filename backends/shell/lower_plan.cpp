// What describes the plan: constants, what it needs, its values, the version that it finds, its locks.
#include <fmt/format.h>

#include <algorithm>

#include "backends/shell/lower.h"
#include "backends/shell/tools.h"
#include "compiler/support/text.h"

namespace upg::shell {
namespace {

void constant(Script& s, std::string_view name, std::string_view value) {
  // A constant that cannot be seen is made by printf like any other.
  const Word word = s.literal(value);
  s.print.line(fmt::format("{}={}", name, print(word, Place::value)));
}

void constants(Script& s) {
  std::string all = s.plan.name + "\n" + s.plan.to + "\n";
  for (const auto& step : s.plan.steps) all += step.id + " " + step.digest + "\n";
  constant(s, "UPG_PLAN", s.plan.name);
  constant(s, "UPG_TITLE", s.plan.title);
  constant(s, "UPG_DIGEST", support::sha256(all));
  constant(s, "UPG_TO", s.plan.to);
  constant(s, "UPG_SOURCE", s.plan.source_name);
  s.print.line(fmt::format("UPG_WINDOW={}", s.plan.window.value_or(0)));
  s.print.blank();
}

std::string input_type(const core::Type& t) {
  switch (t.tag) {
    case core::Tag::list: return "list of " + (t.element ? input_type(*t.element) : "text");
    case core::Tag::boolean: return "bool";
    case core::Tag::integer: return "int";
    case core::Tag::version: return "version";
    case core::Tag::duration: return "duration";
    case core::Tag::size: return "size";
    case core::Tag::percent: return "percent";
    case core::Tag::path: return "path";
    case core::Tag::url: return "url";
    case core::Tag::host: return "host";
    case core::Tag::port: return "port";
    case core::Tag::error: case core::Tag::text: case core::Tag::command: case core::Tag::map:
    case core::Tag::choice: case core::Tag::resource: case core::Tag::record:
      return "text";
  }
  return "text";
}

void needs(Script& s) {
  Scope scope(s, Name("plan_needs"));
  for (const auto& n : tools(s.plan)) {
    std::vector<Word> words{s.literal(n.tool)};
    if (!n.at_least.empty()) words.push_back(s.literal(n.at_least));
    scope.body.push_back(call("upg_need", std::move(words), OrElse::ignore));
  }
  scope.finish();
  Scope files(s, Name("plan_files"));
  for (const auto& [name, digest] : s.options.documents)
    files.body.push_back(call("upg_file", {Word::literal(digest), s.literal(name)}));
  files.finish();
}

// ---- values ----------------------------------------------------------------------------------------------------------

void secret(Scope& scope, const plan::Variable& v, Block& out) {
  Script& s = scope.script;
  std::string_view how;
  Word source = s.literal(v.source_name);
  switch (v.source) {
    case plan::Source::environment: how = "env"; break;
    case plan::Source::file: how = "file"; break;
    case plan::Source::ask: how = "ask"; break;
    case plan::Source::command: {
      how = "command";
      const Name name = scope.helper("cmd_" + s.variable(v.name).given, [&](Scope& inner) {
        std::vector<Word> all = inner.command(*v.source_command, inner.body);
        inner.body.push_back(call("upg_run", std::move(all), OrElse::ignore));
      });
      source = Word::literal(name.str());
      break;
    }
  }
  out.push_back(call("upg_secret", {Word::literal(s.variable(v.name).given), Word::literal(how), source, s.literal(v.title)},
                     OrElse::ignore));
}

// A version besides the plan's own, read from the system when the run opens.
void version(Scope& scope, const plan::Variable& v, Block& out) {
  Script& s = scope.script;
  if (v.name == "from") {
    out.push_back(call("upg_detect", {}, OrElse::ignore));
    return;
  }
  const Variable& own = s.variable(v.name);
  Word found;
  if (v.source_command) {
    std::vector<Word> all = scope.command(*v.source_command, out);
    const Variable text = scope.temporary();
    all.insert(all.begin(), Word::literal(text.given));
    out.push_back(call("upg_ask", std::move(all)));
    found = Word::variable(text.shell);
    if (!v.pattern.empty()) {
      out.push_back(call("upg_pattern", pattern_words(s, found, v.pattern)));
      for (const auto& part : v.pattern) {
        if (!part.hole.empty()) found = Word::variable(s.variable(part.hole).shell);
      }
    }
  }
  out.push_back(call("upg_let", {Word::literal(own.given), found}, OrElse::ignore));
}

void value(Scope& scope, const plan::Variable& v, Block& out) {
  Script& s = scope.script;
  const Word name = s.literal(v.name);
  switch (v.origin) {
    case plan::Origin::input: {
      std::vector<Word> all{name, Word::literal(input_type(v.type)), s.literal(v.title)};
      if (v.value) {
        all.push_back(scope.value(v.value, out));
        // Commas within the only item of a list are its own: a line end says that the lines are there.
        const auto* list = std::get_if<core::List>(&v.value->node);
        if (list && list->items.size() == 1) all.back() += Word::literal("\n");
      } else if (v.type.optional) {
        all.emplace_back();
      }
      if (!v.matching.empty()) all.insert(all.begin(), {s.literal(v.matching), Word::literal("upg_input")});
      out.push_back(call(v.matching.empty() ? "upg_input" : "upg_matching", std::move(all), OrElse::ignore));
      break;
    }
    case plan::Origin::choice: {
      std::string names;
      for (const auto& n : v.names) names += (names.empty() ? "" : " ") + n;
      std::vector<Word> all{name, s.literal(v.title), s.literal(names)};
      if (v.value) all.push_back(scope.value(v.value, out));
      out.push_back(call("upg_choice", std::move(all), OrElse::ignore));
      break;
    }
    case plan::Origin::secret: secret(scope, v, out); break;
    case plan::Origin::let: scope.assign({Target::How::let, s.variable(v.name)}, v.value, out); break;
    case plan::Origin::version: version(scope, v, out); break;
    case plan::Origin::capture: case plan::Origin::output: break;
  }
}

void guarded_value(Scope& scope, const plan::Variable& v) {
  if (!v.guard) return value(scope, v, scope.body);
  Block inside;
  value(scope, v, inside);
  Chain when = scope.sure(v.guard, scope.body);
  Block unset{call("upg_unset", {Word::literal(scope.script.variable(v.name).given)}, OrElse::ignore)};
  scope.body.push_back({If{{{std::move(when), std::make_shared<Block>(std::move(inside))}},
                           std::make_shared<Block>(std::move(unset))}});
}

void values(Script& s) {
  Scope scope(s, Name("plan_values"));
  scope.of_lets = OrElse::ignore;
  bool detected = s.plan.to.empty();
  for (const auto& v : s.plan.variables) {
    if (!v.step.empty()) continue;
    guarded_value(scope, v);
    detected = detected || v.name == "from";
  }
  if (!detected) scope.body.push_back(call("upg_detect", {}, OrElse::ignore));
  for (const auto& step : s.plan.steps) {
    if (step.guard && step.decided == plan::Decided::open) (void)s.guard(step.guard);
  }
  int number = 0;
  for (const auto& guard : s.guards()) {
    scope.body.push_back({Note{plan::words(s.plan, guard)}});
    const Call asked = scope.one_call(guard, scope.body);
    std::vector<Word> all{Word::literal(std::to_string(++number)), Word::literal(asked.head)};
    all.insert(all.end(), asked.words.begin(), asked.words.end());
    scope.body.push_back(call("upg_guard", std::move(all), OrElse::ignore));
  }
  scope.finish({"What is asked, and what follows from it: decided once, when a run opens"});
}

// ---- versions --------------------------------------------------------------------------------------------------------

// It runs before the values are complete: what the command needs is computed here.
void detect(Script& s) {
  Scope scope(s, Name("plan_detect"));
  const auto from = std::find_if(s.plan.variables.begin(), s.plan.variables.end(), [](const auto& v) { return v.name == "from"; });
  if (from == s.plan.variables.end() || !from->source_command) {
    scope.body.push_back(call("upg_not", {Word::literal("upg_true")}, OrElse::ignore));
    scope.finish();
    return;
  }
  std::vector<Word> all = scope.command(*from->source_command, scope.body);
  const Variable text = scope.temporary();
  all.insert(all.begin(), Word::literal(text.given));
  scope.body.push_back(call("upg_ask", std::move(all)));
  Word found = Word::variable(text.shell);
  if (!from->pattern.empty()) {
    scope.body.push_back(call("upg_pattern", pattern_words(s, found, from->pattern)));
    for (const auto& part : from->pattern) {
      if (!part.hole.empty()) found = Word::variable(s.variable(part.hole).shell);
    }
  }
  scope.body.push_back(call("printf", {Word::literal("%s\\n"), found}, OrElse::ignore));
  scope.finish({"Prints the version that is installed"});
}

std::string range_words(const plan::Range& r) {
  if (r.low.empty()) return fmt::format("{} {}", r.closed ? "up to" : "before", r.high);
  if (r.high.empty()) return fmt::format("{} and later", r.low);
  if (r.low == r.high) return r.low;
  return fmt::format("{} up to {}{}", r.low, r.closed ? "" : "but not ", r.high);
}

void in_range(Script& s) {
  Scope scope(s, Name("plan_in_range"));
  std::string words;
  const Word from = Word::variable(s.variable("from").shell);
  for (const auto& r : s.plan.from) {
    Chain chain;
    const auto add = [&](const char* how, const std::string& bound) {
      if (bound.empty()) return;
      if (!chain.calls.empty()) chain.joins.push_back(Chain::Join::both);
      chain.calls.push_back(Call{"upg_version", {from, Word::literal(how), s.literal(bound)}});
    };
    add("ge", r.low);
    add(r.closed ? "le" : "lt", r.high);
    words += (words.empty() ? "" : ", ") + range_words(r);
    if (chain.calls.empty()) chain.calls.push_back(Call{"upg_true", {}});
    chain.joins.push_back(Chain::Join::both);
    chain.calls.push_back(Call{"return", {Word::literal("0")}});
    scope.body.push_back({Do{std::move(chain), OrElse::ignore}});
  }
  scope.body.push_back(call("printf", {Word::literal("%s\\n"), s.literal("this starts from " + words)}, OrElse::ignore));
  scope.body.push_back(call("return", {Word::literal(s.plan.from.empty() ? "0" : "1")}, OrElse::ignore));
  if (s.plan.from.empty()) scope.body = {call("upg_true", {}, OrElse::ignore)};
  scope.finish({"May an upgrade start from the version that was found?"});
}

void refusals(Script& s) {
  Scope scope(s, Name("plan_refusals"));
  for (const auto& r : s.plan.refusals) {
    Chain when = scope.sure(r.when, scope.body);
    Block say{call("printf", {Word::literal("%s\\n"), s.literal(r.why)}, OrElse::ignore)};
    scope.body.push_back({If{{{std::move(when), std::make_shared<Block>(std::move(say))}}, nullptr}});
  }
  scope.finish();
}

// ---- locks -----------------------------------------------------------------------------------------------------------

bool alters(plan::EffectKind kind) {
  switch (kind) {
    case plan::EffectKind::reads: return false;
    case plan::EffectKind::changes: case plan::EffectKind::destroys: case plan::EffectKind::saves:
    case plan::EffectKind::restores: case plan::EffectKind::may_start:
      return true;
  }
  return true;
}

void identities(Script& s) {
  std::set<std::string> changed;
  for (const auto& step : s.plan.steps) {
    for (const auto& d : step.deeds) {
      for (const auto& e : d.effects) {
        if (alters(e.kind)) changed.insert(e.resource);
      }
    }
  }
  for (const auto& b : s.plan.brackets) changed.insert(b.resource);
  Scope scope(s, Name("plan_identities"));
  for (const auto& r : s.plan.resources) {
    if (!r.identity || !changed.contains(r.name)) continue;
    Block line;
    const Word key = scope.value(r.identity, line);
    line.push_back(call("printf", {Word::literal("%s\\n"), key}, OrElse::ignore));
    if (!r.guard) {
      scope.body.insert(scope.body.end(), line.begin(), line.end());
      continue;
    }
    Chain when = scope.sure(r.guard, scope.body);
    scope.body.push_back({If{{{std::move(when), std::make_shared<Block>(std::move(line))}}, nullptr}});
  }
  scope.finish({"What no other run may change meanwhile"});
}

}  // namespace

void descriptions(Script& s) {
  constants(s);
  needs(s);
  values(s);
  detect(s);
  in_range(s);
  refusals(s);
  identities(s);
}

void accepted(Script& s, const prove::Proofs& proofs) {
  std::string all;
  for (const auto& w : proofs.waived) {
    const auto* step = s.plan.step(w.step);
    const auto where = step ? fmt::format("{}, ", step->name) : std::string();
    const auto until = w.until.empty() ? "" : ", until " + w.until;
    all += fmt::format("{}  {}{}: {}: {}", all.empty() ? "" : "\n", where, w.proof + until, w.finding, w.why);
  }
  if (!all.empty()) constant(s, "UPG_ACCEPTED", all);
}

}  // namespace upg::shell
