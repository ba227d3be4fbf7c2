// Names: what may be declared, what is taken, what is near.
#include <algorithm>
#include <array>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {
namespace {

// Words of the language and of the shell that runs what comes out.
constexpr std::array<std::string_view, 31> reserved{
    "and", "or",   "not", "is", "true", "false", "match", "else", "nothing", "unsupported", "self", "hop",      "derived", "step", "from", "to",
    "if",  "then", "elif", "fi", "do",  "done",  "case",  "esac", "while",   "until",       "for",  "in",       "function", "select", "time"};
// Commands of the script: beside the name of a step they would be ambiguous.
constexpr std::array<std::string_view, 11> commands{"plan",     "check",     "run",     "resume", "status", "rollback",
                                                    "mark-done", "resolve", "list",   "log",    "help"};

constexpr std::array later{"table", "for", "version", "preview",
                           "checklist", "leaving"};

std::string fold(std::string_view name) {
  std::string out;
  for (const char c : name) out += c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

bool check_name(Context& c, const syntax::Word& name, std::string_view what) {
  if (name.text.empty()) return false;
  if (name.text.size() > 64) {
    diag::NameTooLong(c.sink, name.span, name.text.size());
    return false;
  }
  const auto in = [&](const auto& words) { return std::find(words.begin(), words.end(), name.text) != words.end(); };
  if (!in(reserved) && !(what.ends_with("step") && in(commands))) return true;
  report::reserved_name(c.sink, name.span, name.text, what).help("another name, as `{}_{}`", name.text, what.substr(what.rfind(' ') + 1));
  return false;
}

bool declare(Context& c, const syntax::Word& name, std::string_view what, Declared d) {
  if (!check_name(c, name, what)) {
    c.refused.insert(name.text);
    return false;
  }
  d.span = name.span;
  const bool step = d.what == Declared::What::step || d.what == Declared::What::group;
  auto& names = step ? c.steps : c.names;
  auto& folded = step ? c.folded_steps : c.folded;
  if (const auto it = names.find(name.text); it != names.end()) {
    report::declared_twice(c.sink, name.span, name.text).note(it->second.span, "it is declared here first");
    return false;
  }
  const auto key = fold(name.text);
  if (const auto it = folded.find(key); it != folded.end()) {
    diag::NamesCollide(c.sink, name.span, name.text, it->second.first).note(it->second.second, "`{}` is declared here", it->second.first);
    c.refused.insert(name.text);
    return false;
  }
  folded.emplace(key, std::pair(name.text, name.span));
  names.emplace(name.text, std::move(d));
  return true;
}

Variable* find_variable(Context& c, std::string_view full) {
  const auto it = c.variables.find(full);
  return it == c.variables.end() ? nullptr : &c.module.variables[it->second];
}

Variable& add_variable(Context& c, Variable v) {
  c.variables.emplace(v.name, c.module.variables.size());
  c.module.variables.push_back(std::move(v));
  return c.module.variables.back();
}

std::vector<std::string_view> visible_names(const Env& e) {
  std::vector<std::string_view> out;
  for (const Scope* s = &e.s; s; s = s->outer)
    for (const auto& [name, l] : s->names) out.push_back(name);
  if (e.s.kind) return out;
  for (const auto& [name, d] : e.c.names) out.push_back(name);
  return out;
}

bool later_word(Context& c, const syntax::Line& line) {
  const auto w = line.word();
  if (w.empty() || std::find(later.begin(), later.end(), w) == later.end()) return false;
  report::later_word(c.sink, line.head->span, w).help("`upg explain UPG2002` lists what is compiled");
  return true;
}

void unknown_head(Context& c, const syntax::Line& line, std::string_view where, const std::vector<std::string_view>& heads) {
  if (!line.head || std::holds_alternative<syntax::Hole>(line.head->node)) return;
  if (later_word(c, line)) return;
  const auto word = line.word().empty() ? spelled(*line.head) : std::string(line.word());
  if (word.empty()) return;
  auto d = report::unknown_head(c.sink, line.head->span, word, where);
  const auto near = support::nearest(word, heads);
  if (!near.empty()) {
    d.did_you_mean(line.head->span, near);
    return;
  }
  std::vector<std::string> words;
  for (const auto h : heads) words.push_back("`" + std::string(h) + "`");
  if (words.size() <= 24) d.help("lines {} begin with {}", where, support::listing(words, "or"));
}

namespace {
// "" for what need not be used.
std::string_view described(Variable::Origin o) {
  switch (o) {
    case Variable::Origin::input: return "input";
    case Variable::Origin::secret: return "secret";
    case Variable::Origin::choice: return "choice";
    case Variable::Origin::let: return "let";
    case Variable::Origin::capture: return "capture";
    case Variable::Origin::version:
    case Variable::Origin::output: return "";
  }
  return "";
}
}  // namespace

void warn_unused(Context& c) {
  for (const auto& v : c.module.variables) {
    const auto what = described(v.origin);
    if (!v.used && !what.empty()) diag::NeverUsed(c.sink, v.span, what, v.name.substr(v.name.find('.') + 1));
  }
}

}  // namespace upg::sema
