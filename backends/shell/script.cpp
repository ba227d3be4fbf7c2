// Names, places and constants of a script while it is made.
#include <fmt/format.h>

#include <cctype>

#include "backends/shell/lower.h"
#include "compiler/plan/canonical.h"

namespace upg::shell {
namespace {

std::string folded(std::string_view text, bool upper) {
  std::string out(text);
  for (char& c : out) {
    const auto u = static_cast<unsigned char>(c);
    c = !std::isalnum(u) || u > 0x7e ? '_' : static_cast<char>(upper ? std::toupper(u) : std::tolower(u));
  }
  return out;
}

}  // namespace

Script::Script(const plan::Plan& p, const Options& o, std::string& out) : plan(p), options(o), print(out) {
  for (const auto& v : plan.variables) {
    (void)variable(v.name);
    declared_.emplace(v.name, &v);
    if (v.origin == plan::Origin::output && v.value) outputs_[v.step].push_back(&v);
  }
  for (const auto& st : plan.steps) steps_.emplace(st.id, &st);
}

const plan::Variable* Script::declared(const std::string& name) const {
  const auto it = declared_.find(name);
  return it == declared_.end() ? nullptr : it->second;
}

const plan::Step* Script::step(const std::string& id) const {
  const auto it = steps_.find(id);
  return it == steps_.end() ? nullptr : it->second;
}

const std::vector<const plan::Variable*>& Script::outputs(const plan::Step& st) const {
  static const std::vector<const plan::Variable*> none;
  const auto it = outputs_.find(st.id);
  return it == outputs_.end() ? none : it->second;
}

std::string upper(std::string_view text) { return folded(text, true); }

const Variable& Script::variable(const std::string& name) {
  const auto [it, fresh] = variables_.try_emplace(name);
  if (fresh) {
    std::string given = Name("", name).str();
    while (!folded_.insert(upper(given)).second) given += "_2";
    it->second = {Name("V_", upper(given)), given};
  }
  return it->second;
}

std::string Script::place(Span span) const {
  if (!options.sources || span.file >= options.sources->size() || span.end == 0) return {};
  const auto& file = options.sources->at(span.file);
  return fmt::format("{}:{}", file.name(), file.place(span.begin).line);
}

Word Script::literal(std::string_view bytes) {
  if (visible(bytes)) return Word::literal(bytes);
  const auto [it, fresh] = constants_.try_emplace(std::string(bytes));
  if (fresh) {
    it->second = Name("UPG_BYTES_", std::to_string(constants_.size()));
    // The last byte keeps `$( )` from taking line ends away.
    print.line(fmt::format("{}=$(printf {})", it->second.str(), shell::print(Word::literal(octal(bytes) + "."), Place::value)));
    print.line(fmt::format("{0}=${{{0}%.}}", it->second.str()));
    print.blank();
  }
  return Word::variable(it->second);
}

// The operator sees what the variables hold; no secret is among them.
Word Script::message(const std::string& words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words.compare(i, 3, "\xe2\x80\x9c") == 0 || words.compare(i, 3, "\xe2\x80\x9d") == 0) {
      text += '"';
      i += 2;
    } else if (words[i] != '`') {
      text += words[i];
    }
  }
  Word all;
  size_t done = 0;
  for (size_t at = text.find("${"); at != std::string::npos; at = text.find("${", at + 1)) {
    const size_t end = text.find('}', at);
    if (end == std::string::npos) break;
    const auto* v = declared(text.substr(at + 2, end - at - 2));
    if (!v || v->type.secret || v->origin == plan::Origin::secret || v->origin == plan::Origin::capture) continue;
    all += literal(text.substr(done, at - done));
    all += Word::variable(variable(v->name).shell);
    done = end + 1;
  }
  all += literal(text.substr(done));
  return all;
}

Name Script::unique(const Name& wanted) {
  Name name = wanted;
  for (int n = 2; !taken_.insert(name).second; ++n) name = Name(wanted.str(), fmt::format("_{}", n));
  return name;
}

const std::string& Script::suffix(const plan::Step& step) {
  const auto [it, fresh] = suffixes_.try_emplace(&step);
  if (fresh) it->second = unique(Name("step_", folded(step.id, false))).str().substr(5);
  return it->second;
}

int Script::guard(const Ref& e) {
  const auto [it, fresh] = guard_numbers_.try_emplace(plan::canonical(e));
  if (fresh) {
    guards_.push_back(e);
    it->second = static_cast<int>(guards_.size());
  }
  return it->second;
}

// `step_upgrade_copy_2` calls `cmd_upgrade_copy_2`.
Name Scope::helper(std::string_view what, const std::function<void(Scope&)>& fill) {
  std::string base = name_.str();
  for (const std::string_view prefix : {"step_", "cmd_", "when_"}) {
    if (base.starts_with(prefix)) base.erase(0, prefix.size());
  }
  Scope inner(*this, script.unique(Name(fmt::format("{}_{}", what, base), "")));
  fill(inner);
  inner.finish();
  return inner.name_;
}

void Scope::finish(const std::vector<std::string>& comments) {
  script.print.function({comments, name_, std::move(body)});
  script.print.blank();
}

}  // namespace upg::shell
