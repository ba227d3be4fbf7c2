// Predicates in words, with the commands that a person types to learn them.
#include <fmt/format.h>

#include <algorithm>

#include "backends/runbook/lower.h"
#include "compiler/plan/words.h"

namespace upg::runbook {

using core::Op;

bool needs_commands(const plan::Ref& value) {
  if (!value) return false;
  bool found = std::holds_alternative<core::Output>(value->node) || std::holds_alternative<core::CommandValue>(value->node);
  (void)core::transform(value, [&](const plan::Ref& e) {
    found = found || std::holds_alternative<core::Output>(e->node) || std::holds_alternative<core::CommandValue>(e->node);
    if (const auto* a = std::get_if<core::Apply>(&e->node)) found = found || a->op == Op::exists;
    return e;
  });
  return found;
}

std::string stopped(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (!text.empty() && std::string_view(".!?:").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

md::Inlines spoken(std::string_view words) {
  md::Inlines out;
  bool code = false;
  for (size_t at = 0; at <= words.size(); code = !code) {
    const size_t end = std::min(words.find('`', at), words.size());
    if (end > at) {
      if (code) out.push_back(md::Code{std::string(words.substr(at, end - at))});
      else out.push_back(md::Text{std::string(words.substr(at, end - at))});
    }
    at = end + 1;
  }
  return out;
}

std::string Lowering::shown(const plan::Ref& value) {
  if (const auto known = core::shown_text(value)) return *known;
  return in_double_quotes(typist_.value(value));
}

/// Adds the command to what is typed, and says how it is called in the sentence.
md::Inlines Lowering::ran(const core::Command& c, Asked& into, std::string_view what) {
  auto lines = typist_.command(c);
  md::append(into.blocks, typed(lines));
  return {md::Text{std::string(what)}};
}

md::Inlines Lowering::subject(const plan::Ref& value, Asked& into) {
  if (const auto* o = std::get_if<core::Output>(&value->node)) return ran(*o->command, into, "the output");
  if (const auto* v = std::get_if<core::Var>(&value->node)) {
    const auto* known = variable(v->name);
    const auto by = printed_by_.find(v->name);
    if (known != nullptr && known->origin == plan::Origin::capture && typed_captures_.count(v->name) == 0 && by != printed_by_.end())
      return {md::Text{by->second == label_ ? "the output" : "the output of " + by->second}};
    return {md::Code{place_.names.of(v->name)}};
  }
  return {md::Code{shown(value)}};
}

namespace {

std::string_view version_verb(Op op) {
  switch (op) {
    case Op::lt: return "is before";
    case Op::le: return "is at most";
    case Op::gt: return "is after";
    case Op::ge: return "is at least";
    default: return "";
  }
}

Op opposite(Op op) {
  switch (op) {
    case Op::lt: return Op::ge;
    case Op::le: return Op::gt;
    case Op::gt: return Op::le;
    case Op::ge: return Op::lt;
    default: return op;
  }
}

std::string_view verb(Op op, bool negated) {
  switch (op) {
    case Op::eq: return negated ? "is not" : "is";
    case Op::ne: return negated ? "is" : "is not";
    case Op::lt: return negated ? "is not less than" : "is less than";
    case Op::le: return negated ? "is more than" : "is at most";
    case Op::gt: return negated ? "is at most" : "is more than";
    case Op::ge: return negated ? "is less than" : "is at least";
    case Op::contains: return negated ? "lacks" : "contains";
    case Op::lacks: return negated ? "contains" : "lacks";
    case Op::matches: return negated ? "does not match" : "matches";
    case Op::starts_with: return negated ? "does not start with" : "starts with";
    case Op::empty: return negated ? "is not empty" : "is empty";
    case Op::exists: return negated ? "does not exist" : "exists";
    case Op::in_range: case Op::in_closed_range: return negated ? "is not between" : "is between";
    case Op::in_list: return negated ? "is none of" : "is one of";
    default: return "";
  }
}

}  // namespace

md::Inlines Lowering::compared(const core::Apply& a, Asked& into, bool negated) {
  md::Inlines out;
  if (a.op == Op::has) {
    md::append(into.blocks, typed("less " + typist_.word(a.args[1])));
    return {md::Code{shown(a.args[1])}, md::Text{negated ? " does not have the key " : " has the key "}, md::Code{shown(a.args[2])}};
  }
  if (a.op == Op::exists) {
    md::append(into.blocks, typed("ls -ld " + typist_.word(a.args[0])));
    out = {md::Code{shown(a.args[0])}};
  } else {
    out = subject(a.args[0], into);
  }
  const bool version = a.args[0]->type.tag == core::Tag::version;
  const auto by_version = version ? version_verb(negated ? opposite(a.op) : a.op) : "";
  out.push_back(md::Text{fmt::format(" {}", by_version.empty() ? verb(a.op, negated) : by_version)});
  if (a.args.size() < 2) return out;
  out.push_back(md::Text{" "});
  if (const auto* list = std::get_if<core::List>(&a.args[1]->node); list != nullptr && a.op == Op::in_list) {
    for (size_t i = 0; i < list->items.size(); ++i) {
      if (i > 0) out.push_back(md::Text{", "});
      out.push_back(md::Code{shown(list->items[i])});
    }
    return out;
  }
  if (std::holds_alternative<core::Output>(a.args[1]->node)) md::append(out, subject(a.args[1], into));
  else out.push_back(md::Code{shown(a.args[1])});
  if (a.args.size() > 2) {
    out.push_back(md::Text{a.op == Op::in_range ? " (with it) and before " : " and (with it) "});
    out.push_back(md::Code{shown(a.args[2])});
  }
  return out;
}

md::Inlines Lowering::sentence(const plan::Ref& p, Asked& into, bool negated) {
  const auto* a = std::get_if<core::Apply>(&p->node);
  bool about_output = false;
  core::each_variable(p, [&](const std::string& name) {
    const auto* v = variable(name);
    about_output = about_output || (v != nullptr && !v->step.empty());
  });
  if (a == nullptr || (!needs_commands(p) && !about_output)) {
    return spoken((negated ? "it is not so that " : "") + plan::words(plan_, p));
  }
  switch (a->op) {
    case Op::neg: return sentence(a->args[0], into, !negated);
    case Op::conj:
    case Op::disj: {
      md::Inlines out;
      for (const auto& arg : a->args) {
        if (!out.empty()) out.push_back(md::Text{(a->op == Op::conj) != negated ? " and " : " or "});
        md::append(out, sentence(arg, into, negated));
      }
      return out;
    }
    case Op::succeeds: {
      const auto* c = std::get_if<core::CommandValue>(&a->args[0]->node);
      if (c == nullptr) break;
      const auto text = std::string(into.blocks.empty() ? "the command " : "the command above ") + (negated ? "fails" : "succeeds");
      return ran(*c->command, into, text);
    }
    default: return compared(*a, into, negated);
  }
  return spoken(plan::words(plan_, p));
}

Asked Lowering::asked(const plan::Ref& predicate) {
  Asked out;
  out.sentence = sentence(predicate, out);
  return out;
}

md::Inlines Lowering::condition(const plan::Ref& guard, md::Blocks& before) {
  auto a = asked(guard);
  md::append(before, std::move(a.blocks));
  return std::move(a.sentence);
}

}  // namespace upg::runbook
