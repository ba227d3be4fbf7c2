#include "compiler/plan/shared.h"

#include <algorithm>

namespace upg::plan {
namespace {

// Writes down a value of a scope; false when commands that use it are not shared.
struct Key {
  std::string& out;

  bool value(const Ref& e) {
    if (!e) return text("-");
    if (e->type.secret || e->type.element) return false;
    out += static_cast<char>('a' + static_cast<int>(e->type.tag));
    out += e->type.optional ? '?' : static_cast<char>('A' + static_cast<int>(e->node.index()));
    text(e->type.name);
    return std::visit(*this, e->node);
  }
  bool text(const std::string& s) {
    out += std::to_string(s.size());
    out += ':';
    out += s;
    return true;
  }
  bool all(const std::vector<Ref>& refs) {
    out += std::to_string(refs.size());
    return std::all_of(refs.begin(), refs.end(), [&](const Ref& e) { return value(e); });
  }

  bool operator()(const core::Literal& n) {
    if (const auto* s = std::get_if<std::string>(&n.value)) return text(*s);
    if (const auto* i = std::get_if<int64_t>(&n.value)) return text(std::to_string(*i));
    return text(std::get<bool>(n.value) ? "true" : "false");
  }
  bool operator()(const core::Var& n) { return text(n.name); }
  bool operator()(const core::ResourceRef& n) { return text(n.name); }
  bool operator()(const core::Concat& n) { return all(n.parts); }
  bool operator()(const core::Builtin& n) {
    out += static_cast<char>('a' + static_cast<int>(n.fn));
    return all(n.args);
  }
  bool operator()(const core::Missing&) { return text("!"); }
  bool operator()(const core::Param&) { return false; }
  bool operator()(const core::FieldOf&) { return false; }
  bool operator()(const core::AskCall&) { return false; }
  bool operator()(const core::List&) { return false; }
  bool operator()(const core::CommandValue&) { return false; }
  bool operator()(const core::Cases&) { return false; }
  bool operator()(const core::Output&) { return false; }
  bool operator()(const core::Apply&) { return false; }
};

}  // namespace

CommandRef SharedCommands::command(const CommandRef& c, const Scope& scope) {
  if (!c || !scope.resource) return eval_.command(c, scope);
  std::string text;
  Key key{text};
  key.text(scope.resource->name);
  key.text(scope.tag);
  for (const auto& [name, value] : scope.params) {
    key.text(name);
    if (!key.value(value)) return eval_.command(c, scope);
  }
  auto& made = made_[{c.get(), std::move(text)}];
  if (!made) made = eval_.command(c, scope);
  return made;
}

}  // namespace upg::plan
