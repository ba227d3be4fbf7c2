// Names, places and constants of a script while it is made.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "backends/shell/lower.h"
#include "compiler/plan/canonical.h"

namespace upg::backends::shell {
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

const Variable& Script::variable(const std::string& name) {
  const auto [it, fresh] = variables_.try_emplace(name);
  if (fresh) it->second = {Name("V_", folded(name, true)), Name("", name).str()};
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

Name Scope::helper(std::string_view what, const std::function<void(Scope&)>& fill) {
  ++family_->helpers;
  Scope inner(*this, script.unique(Name(name_.str(), fmt::format("_{}", what))));
  fill(inner);
  inner.finish();
  return inner.name_;
}

void Scope::finish(const std::vector<std::string>& comments) {
  script.print.function({comments, name_, std::move(body)});
  script.print.blank();
}

}  // namespace upg::backends::shell
