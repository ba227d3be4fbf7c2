// Commands: words stay words. What holds for one command alone (environment, directory, user, input) is said to the library
// right before it; pipelines, redirections and lists that spread are functions of their own.
#include <fmt/format.h>

#include <algorithm>

#include "backends/shell/lower.h"
#include "compiler/plan/canonical.h"

namespace upg::shell {
namespace {

bool spreads(const core::Word& w) {
  const auto open = [](const core::Piece& p) { return p.spread && p.value && !std::get_if<core::List>(&p.value->node); };
  return std::any_of(w.pieces.begin(), w.pieces.end(), open);
}

Redirect::What what(core::Redirection r) {
  switch (r) {
    case core::Redirection::in: return Redirect::What::in;
    case core::Redirection::out: return Redirect::What::out;
    case core::Redirection::append: return Redirect::What::append;
    case core::Redirection::err: return Redirect::What::err;
    case core::Redirection::err_append: return Redirect::What::err_append;
    case core::Redirection::err_to_out: return Redirect::What::err_to_out;
  }
  return Redirect::What::in;
}

bool names_file(const core::Redirect& r) { return r.what != core::Redirection::err_to_out; }

std::string sign(core::Redirection r) {
  switch (r) {
    case core::Redirection::in: return "<";
    case core::Redirection::out: return ">";
    case core::Redirection::append: return ">>";
    case core::Redirection::err: return "2>";
    case core::Redirection::err_append: return "2>>";
    case core::Redirection::err_to_out: return "2>&1";
  }
  return {};
}

// `exec "$@" >"$0"`: the text of a shell that opens the files that it is told first, then runs the rest.
std::string opener(const std::vector<core::Redirect>& all) {
  std::vector<std::string> files;
  std::string signs;
  for (const auto& r : all) {
    signs += " " + sign(r.what);
    if (!names_file(r)) continue;
    files.push_back(fmt::format("file_{}", files.size()));
    signs += fmt::format("\"${}\"", files.back());
  }
  if (files.size() == 1) {
    signs.replace(signs.find(files[0]), files[0].size(), "0");
    return "exec \"$@\"" + signs;
  }
  std::string text;
  for (size_t i = 0; i < files.size(); ++i) text += fmt::format("{}=${{{}}} ", files[i], i);
  text.back() = ';';
  return fmt::format("{} shift {}; exec \"$@\"{}", text, files.size() - 1, signs);
}

// Values that read nothing from the system may be computed anew by each command that needs them.
bool repeatable(const Ref& e) {
  if (!e || !has_prelude(e)) return true;
  if (const auto* all = std::get_if<core::Concat>(&e->node)) return std::all_of(all->parts.begin(), all->parts.end(), repeatable);
  const auto* f = std::get_if<core::Builtin>(&e->node);
  return f && std::all_of(f->args.begin(), f->args.end(), repeatable);
}

}  // namespace

bool is_function(const core::Command& c) {
  if (!c.fence.empty()) return false;
  if (c.pipeline.size() != 1 || !c.pipeline[0].redirects.empty()) return true;
  const auto& argv = c.pipeline[0].argv;
  return std::any_of(argv.begin(), argv.end(), spreads);
}

Word Scope::word(const core::Word& w, Block& before) {
  Word all;
  for (const auto& piece : w.pieces) all += piece.value ? value(piece.value, before) : script.literal(piece.text);
  return all;
}

// The words of a command whose lists are known. A list of the plan itself is spread here.
std::vector<Word> Scope::words(const std::vector<core::Word>& argv, std::vector<Word> head, Block& before) {
  for (const auto& w : argv) {
    const auto* list = w.pieces.size() == 1 && w.pieces[0].spread ? std::get_if<core::List>(&w.pieces[0].value->node) : nullptr;
    if (!list) {
      head.push_back(word(w, before));
      continue;
    }
    for (const auto& item : list->items) head.push_back(value(item, before));
  }
  return head;
}

// Each list hands its lines on as further words; what stands behind a list is added by the function that gets them.
Call Scope::part(const core::Simple& s, bool other_user, Block& before) {
  std::vector<std::vector<core::Word>> between(1);
  std::vector<Word> lists;
  for (const auto& w : s.argv) {
    if (!spreads(w)) {
      between.back().push_back(w);
      continue;
    }
    lists.push_back(value(w.pieces.back().value, before));
    between.emplace_back();
  }
  std::vector<Word> next{Word::literal("upg_part")};
  for (size_t i = lists.size(); i > 0; --i) {
    std::vector<Word> tail = words(between[i], {}, before);
    if (!tail.empty() || i < lists.size()) {
      const Name name = helper("cmd", [&](Scope& inner) {
        std::vector<Word> all(next.begin() + 1, next.end());
        all.push_back(Word::arguments());
        all.insert(all.end(), tail.begin(), tail.end());
        inner.body.push_back(call(next[0].bytes(), std::move(all), OrElse::ignore));
      });
      next = {Word::literal(name.str())};
    }
    next.insert(next.begin(), lists[i - 1]);
    next.insert(next.begin(), Word::literal("upg_lines"));
  }
  // What another user may read or write, the user that runs the script need not: the files are opened by a shell of theirs.
  const bool opens = std::any_of(s.redirects.begin(), s.redirects.end(), names_file);
  if (other_user && opens) {
    for (const char* w : {"sh", "-c"}) next.push_back(Word::literal(w));
    next.push_back(script.literal(opener(s.redirects)));
    for (const auto& r : s.redirects) {
      if (names_file(r)) next.push_back(word(r.target, before));
    }
  }
  std::vector<Word> all = words(between[0], next, before);
  Call c{all[0].bytes(), {all.begin() + 1, all.end()}};
  if (other_user && opens) return c;
  for (const auto& r : s.redirects) c.redirects.push_back({what(r.what), word(r.target, before)});
  return c;
}

std::vector<Word> Scope::command(const core::Command& c, Block& before) {
  std::vector<Word> all;
  if (!c.fence.empty()) {
    all = fence(c, before);
  } else if (is_function(c)) {
    Chain chain;
    for (const auto& s : c.pipeline) {
      if (!chain.calls.empty()) chain.joins.push_back(Chain::Join::pipe);
      chain.calls.push_back(part(s, c.user != nullptr, before));
    }
    const Name name = helper("cmd", [&](Scope& inner) { inner.body.push_back({Do{chain, OrElse::ignore}}); });
    all = {Word::literal(name.str())};
  } else {
    all = words(c.pipeline[0].argv, {}, before);
  }
  // From here on what is said holds for the next command, so nothing else may run before it.
  Block modifiers;
  const auto say = [&](const char* head, const Ref& e) {
    if (e) modifiers.push_back(call(head, {value(e, before)}, OrElse::ignore));
  };
  say("upg_in", c.cwd);
  say("upg_as", c.user);
  say("upg_stdin", c.input);
  environment(c.env, before);
  before.insert(before.end(), modifiers.begin(), modifiers.end());
  return all;
}

// ---- environments ----------------------------------------------------------------------------------------------------

void Scope::entry(const core::EnvEntry& e, Block& before) {
  Block first;
  const Word text = value(e.value, first);
  before.insert(before.end(), first.begin(), first.end());
  Chain all;
  std::set<std::string> optional;
  core::each_variable(e.value, [&](const std::string& name) {
    const auto* v = script.declared(name);
    if (v && v->type.optional) optional.insert(name);
  });
  for (const auto& name : optional) {
    all.calls.push_back(Call{"upg_empty", {Word::variable(script.variable(name).shell)}});
    all.joins.push_back(Chain::Join::either);
  }
  all.calls.push_back(Call{e.secret_file ? "upg_env_file" : "upg_env", {script.literal(e.name), text}});
  before.push_back({Do{std::move(all), OrElse::ignore}});
}

namespace {

// What the first entries of an environment read like in the script; as many as may be shared. Most commands of a plan have one
// of a few environments, so each is lowered once.
const std::vector<std::string>& texts(Script& script, const std::vector<core::EnvEntry>& env) {
  std::string key;
  for (const auto& e : env) key += fmt::format("{}{}{}\n", e.name, e.secret_file ? ":" : "=", plan::canonical(e.value));
  const auto [it, fresh] = script.environment_texts.try_emplace(std::move(key));
  auto& all = it->second;
  if (!fresh) return all;
  for (const auto& e : env) {
    if (!repeatable(e.value)) break;
    Scope scope(script, Name("env", ""), {}, "env");
    Block block;
    scope.entry(e, block);
    std::string text = all.empty() ? std::string() : all.back();
    Printer(text).block(block, 1);
    all.push_back(std::move(text));
  }
  return all;
}

}  // namespace

void Scope::environment(const std::vector<core::EnvEntry>& env, Block& before) {
  if (env.empty()) return;
  const auto& all = texts(script, env);
  size_t shared = 0;
  Environment* found = nullptr;
  for (size_t n = all.size(); n > 0 && !found; --n) {
    if (const auto it = script.environments.find(all[n - 1]); it != script.environments.end()) {
      found = &it->second;
      shared = n;
    }
  }
  if (found) {
    if (!found->printed) {
      found->printed = true;
      Scope function(script, found->name, {}, "env");
      for (size_t i = 0; i < shared; ++i) function.entry(env[i], function.body);
      function.finish({"environment of " + found->of});
    }
    before.push_back(call(found->name.str(), {}, OrElse::ignore));
  }
  for (size_t i = shared; i < env.size(); ++i) entry(env[i], before);
}

void name_environments(Script& s) {
  std::set<std::string> done;
  const auto look = [&](const plan::Deed& d) {
    if (d.resource.empty() || done.contains(d.resource)) return;
    for (const auto& a : d.actions) {
      const auto* run = std::get_if<plan::Run>(&a.node);
      if (!run || run->command->env.empty()) continue;
      const auto& all = texts(s, run->command->env);
      if (all.empty()) continue;
      s.environments.try_emplace(all.back(), Environment{s.unique(Name("env_", d.resource)), "resource " + d.resource});
      done.insert(d.resource);
      return;
    }
  };
  for (const auto& step : s.plan.steps) {
    for (const auto& d : step.deeds) look(d);
  }
}

// ---- fences ----------------------------------------------------------------------------------------------------------

namespace {

// Names of the holes of one fence, by what they hold. A hole is named after its variable, unless the fence itself has the
// word.
class Holes {
 public:
  explicit Holes(const core::Command& c) {
    for (const auto& p : c.fence) text_ += p.text + " ";
  }

  const std::string& name(const Ref& e, const Word& value) {
    auto [it, fresh] = names_.try_emplace(print(value));
    if (!fresh) return it->second;
    const auto* v = e ? std::get_if<core::Var>(&e->node) : nullptr;
    std::string name = v ? "upg_" + Name("", v->name).str() : fmt::format("upg_{}", names_.size());
    while (text_.find(name) != std::string::npos || taken_.contains(name)) name += "_";
    taken_.insert(name);
    words_.push_back(Word::literal(name + "="));
    words_.back() += value;
    return it->second = name;
  }
  /// `NAME=value` of each hole, in the order of the fence.
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }

 private:
  std::string text_;
  std::map<std::string, std::string> names_;
  std::set<std::string> taken_;
  std::vector<Word> words_;
};

std::string expansion(const std::string& name, core::Quoting place) {
  switch (place) {
    case core::Quoting::bare: return "\"${" + name + "}\"";
    case core::Quoting::single_quotes: return "'\"${" + name + "}\"'";
    case core::Quoting::double_quotes: case core::Quoting::here_document: return "${" + name + "}";
  }
  return {};
}

// Known text that means the same in every place of a fence stands there as it is.
bool plain_in_fence(const std::string& text, core::Quoting place) {
  switch (place) {
    case core::Quoting::bare: return print(Word::literal(text)) == text;
    case core::Quoting::single_quotes: return visible(text) && text.find('\'') == std::string::npos;
    case core::Quoting::double_quotes: return visible(text) && text.find_first_of("\"$`\\") == std::string::npos;
    case core::Quoting::here_document: return visible(text) && text.find_first_of("$`\\\n") == std::string::npos;
  }
  return false;
}

}  // namespace

// The fence is printed as it was written, by a function; the holes are variables of its environment, quoted for the place
// where they stand, so that a value is never read as shell.
std::vector<Word> Scope::fence(const core::Command& c, Block& before) {
  std::string text;
  Holes holes(c);
  for (const auto& p : c.fence) {
    text += p.text;
    if (!p.value) continue;
    if (const auto known = core::known_text(p.value); known && plain_in_fence(*known, p.place)) {
      text += *known;
    } else {
      text += expansion(holes.name(p.value, value(p.value, before)), p.place);
    }
  }
  Word printed;
  if (visible(text)) {
    printed = Word::output_of(helper("fence", [&](Scope& inner) { inner.body.push_back({PrintText{text}}); }));
  } else {
    printed = script.literal(text);
  }
  std::vector<Word> all{Word::literal("upg_fence"), printed};
  all.insert(all.end(), holes.words().begin(), holes.words().end());
  return all;
}

}  // namespace upg::shell
