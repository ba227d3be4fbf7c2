#include "compiler/plan/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/text.h"

namespace upg::plan {
namespace {

using core::Op;

// How tightly the words of a condition hold together: parts of an `and` that are an `or` need commas.
enum class Joint : uint8_t { none, conj, disj };

struct Words {
  const Plan& plan;

  static bool is_version(const Ref& e) { return e->type.tag == core::Tag::version; }

  std::string value(const Ref& e) const {
    if (const auto* v = std::get_if<core::Var>(&e->node)) {
      if (v->name == "from") return "the installed version";
      return "`" + v->name + "`";
    }
    if (const auto* o = std::get_if<core::Output>(&e->node)) return "the output of " + tick(template_text(*o->command));
    if (const auto* l = std::get_if<core::List>(&e->node)) {
      std::vector<std::string> items;
      for (const auto& i : l->items) items.push_back(value(i));
      return support::listing(items, "or");
    }
    if (const auto t = core::shown_text(e)) {
      const bool bare = e->type.tag != core::Tag::text && e->type.tag != core::Tag::path;
      return bare ? *t : "“" + *t + "”";
    }
    return tick(template_text(e));
  }

  static std::string tick(const std::string& s) { return s.find('`') == std::string::npos ? "`" + s + "`" : "“" + s + "”"; }

  std::string compared(const core::Apply& a) const {
    const auto left = value(a.args[0]);
    const auto right = a.args.size() > 1 ? value(a.args[1]) : std::string();
    const bool version = is_version(a.args[0]);
    switch (a.op) {
      case Op::eq: return left + " is " + right;
      case Op::ne: return left + " is not " + right;
      case Op::lt: return left + (version ? " is before " : " is less than ") + right;
      case Op::le: return left + (version ? " is " + right + " or before" : " is at most " + right);
      case Op::gt: return left + (version ? " is after " : " is more than ") + right;
      case Op::ge: return left + (version ? " is " + right + " or later" : " is at least " + right);
      case Op::in_range:
      case Op::in_closed_range: {
        const auto high = value(a.args[2]);
        const bool closed = a.op == Op::in_closed_range;
        return left + " is from " + right + (closed ? " to " : " to before ") + high;
      }
      case Op::in_list: return left + " is " + right;
      case Op::contains: return left + " contains " + right;
      case Op::lacks: return left + " does not contain " + right;
      case Op::matches: return left + " matches " + right;
      case Op::starts_with: return left + " starts with " + right;
      case Op::exists: return left + " exists";
      case Op::has: return value(a.args[1]) + " has the key " + value(a.args[2]);
      case Op::empty: return left + " is empty";
      case Op::succeeds: {
        const auto* c = std::get_if<core::CommandValue>(&a.args[0]->node);
        return (c ? tick(template_text(*c->command)) : left) + " succeeds";
      }
      case Op::add:
      case Op::sub:
      case Op::mul:
      case Op::div: return left + " " + std::string(core::spelling(a.op)) + " " + right;
      case Op::conj:
      case Op::disj:
      case Op::neg: break;
    }
    return {};
  }

  std::string denied(const Ref& e) const {
    const auto* a = std::get_if<core::Apply>(&e->node);
    if (!a) return condition(e, Joint::none) + " does not hold";
    switch (a->op) {
      case Op::exists: return value(a->args[0]) + " does not exist";
      case Op::empty: return value(a->args[0]) + " is not empty";
      case Op::has: return value(a->args[1]) + " does not have the key " + value(a->args[2]);
      case Op::starts_with: return value(a->args[0]) + " does not start with " + value(a->args[1]);
      case Op::matches: return value(a->args[0]) + " does not match " + value(a->args[1]);
      case Op::in_list: return value(a->args[0]) + " is not " + value(a->args[1]);
      case Op::succeeds: {
        const auto* c = std::get_if<core::CommandValue>(&a->args[0]->node);
        return (c ? tick(template_text(*c->command)) : value(a->args[0])) + " fails";
      }
      default: return "it is not so that " + condition(e, Joint::none);
    }
  }

  // Two bounds of one value, side by side, are a range.
  std::string between(const Ref& first, const Ref& second) const {
    const auto* a = std::get_if<core::Apply>(&first->node);
    const auto* b = std::get_if<core::Apply>(&second->node);
    if (!a || !b || a->args.size() != 2 || b->args.size() != 2) return "";
    if (a->op == Op::lt && b->op == Op::ge) std::swap(a, b);
    if (a->op != Op::ge || b->op != Op::lt || value(a->args[0]) != value(b->args[0])) return "";
    return value(a->args[0]) + " is from " + value(a->args[1]) + " to before " + value(b->args[1]);
  }

  std::string condition(const Ref& e, Joint outer) const {
    const auto* a = std::get_if<core::Apply>(&e->node);
    if (!a) {
      if (const auto* v = core::known(e); v && std::holds_alternative<bool>(*v)) return std::get<bool>(*v) ? "always" : "never";
      return value(e) + (e->type.tag == core::Tag::boolean ? " is true" : "");
    }
    if (a->op == Op::neg) return denied(a->args[0]);
    if (a->op != Op::conj && a->op != Op::disj) return compared(*a);
    const auto joint = a->op == Op::conj ? Joint::conj : Joint::disj;
    std::string out;
    for (size_t i = 0; i < a->args.size(); ++i) {
      if (i > 0) out += joint == Joint::conj ? " and " : " or ";
      const auto both = joint == Joint::conj && i + 1 < a->args.size() ? between(a->args[i], a->args[i + 1]) : std::string();
      out += both.empty() ? condition(a->args[i], joint) : both;
      if (!both.empty()) ++i;
    }
    return outer != Joint::none && outer != joint ? (joint == Joint::disj ? "either " : "both ") + out : out;
  }
};

std::string quoted(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// A value within a text: as it is when literal, else in ${ }.
std::string inside(const Ref& e) {
  if (const auto t = core::known_text(e)) return *t;
  if (const auto* v = std::get_if<core::Var>(&e->node)) return "${" + v->name + "}";
  if (const auto* c = std::get_if<core::Concat>(&e->node)) {
    std::string out;
    for (const auto& p : c->parts) out += inside(p);
    return out;
  }
  return "${" + template_text(e) + "}";
}

std::string word_text(const core::Word& w) {
  std::string out;
  bool plain = true;
  for (const auto& p : w.pieces) {
    const auto piece = p.value ? inside(p.value) : p.text;
    if (!p.value || core::known(p.value))
      plain = plain && piece.find_first_of(" \t\n\"'\\|<>`$&;*?()[]{}#~") == std::string::npos;
    out += p.spread ? piece.substr(0, piece.size() - 1) + "...}" : piece;
  }
  return plain && !out.empty() ? out : quoted(out);
}

std::string_view sign(core::Redirection r) {
  switch (r) {
    case core::Redirection::in: return "<";
    case core::Redirection::out: return ">";
    case core::Redirection::append: return ">>";
    case core::Redirection::err: return "2>";
    case core::Redirection::err_append: return "2>>";
    case core::Redirection::err_to_out: return "2>&1";
  }
  return ">";
}

std::string function_text(const core::Builtin& b) {
  static constexpr std::string_view names[] = {"named", "escaped", "file_name", "folder", "joined", "token", "beside", "quoted"};
  std::string out(names[static_cast<size_t>(b.fn)]);
  out += '(';
  for (size_t i = 0; i < b.args.size(); ++i) {
    if (i > 0) out += ", ";
    out += template_text(b.args[i]);
  }
  return out + ")";
}

}  // namespace

std::string words(const Plan& plan, const Ref& condition) {
  return condition ? Words{plan}.condition(condition, Joint::none) : "";
}

std::string words(const Estimate& e) {
  if (!e.said) return "";
  if (e.unknown) return "unknown";
  if (e.low == e.high) return "about " + core::duration_text(e.low);
  return core::duration_text(e.low) + " to " + core::duration_text(e.high);
}

std::string template_text(const Ref& e) {
  if (!e) return "";
  if (core::counted(e->type.tag))
    if (const auto t = core::shown_text(e)) return *t;
  if (const auto* a = std::get_if<core::Apply>(&e->node)) {
    if (a->op == core::Op::has) return template_text(a->args[1]) + " has " + quoted(inside(a->args[2]));
    if (a->args.size() == 1)
      return a->op == Op::neg ? "not " + template_text(a->args[0])
                              : template_text(a->args[0]) + " " + std::string(core::spelling(a->op));
    std::string out;
    for (size_t i = 0; i < a->args.size(); ++i) {
      if (i == 1) out += " " + std::string(core::spelling(a->op)) + " ";
      if (i > 1) out += a->op == Op::in_range ? " ..< " : a->op == Op::in_closed_range ? " .. " : " " + std::string(core::spelling(a->op)) + " ";
      out += template_text(a->args[i]);
    }
    return out;
  }
  if (const auto* b = std::get_if<core::Builtin>(&e->node)) return function_text(*b);
  if (const auto* o = std::get_if<core::Output>(&e->node)) return "`" + template_text(*o->command) + "`";
  if (const auto* c = std::get_if<core::CommandValue>(&e->node)) return "`" + template_text(*c->command) + "`";
  if (const auto* r = std::get_if<core::ResourceRef>(&e->node)) return r->name;
  if (const auto* l = std::get_if<core::List>(&e->node)) {
    std::string out;
    for (const auto& i : l->items) out += (out.empty() ? "" : ", ") + template_text(i);
    return "[" + out + "]";
  }
  if (const auto* cases = std::get_if<core::Cases>(&e->node)) {
    std::string out;
    for (const auto& c : cases->cases)
      out += (out.empty() ? "" : ", ") + (c.when ? template_text(c.when) : std::string("else")) + " => " +
             (c.value ? quoted(inside(c.value)) : "nothing");
    return "match { " + out + " }";
  }
  const bool of_a_text = core::known(e) || std::holds_alternative<core::Var>(e->node) || std::holds_alternative<core::Concat>(e->node);
  return of_a_text ? inside(e) : "?";
}

std::string template_text(const core::Command& c) {
  std::string out;
  for (const auto& p : c.fence) out += p.value ? inside(p.value) : p.text;
  for (size_t i = 0; i < c.pipeline.size(); ++i) {
    if (i > 0) out += " | ";
    bool first = true;
    for (const auto& w : c.pipeline[i].argv) {
      if (!first) out += ' ';
      first = false;
      out += word_text(w);
    }
    for (const auto& r : c.pipeline[i].redirects) {
      out += " " + std::string(sign(r.what));
      if (r.what != core::Redirection::err_to_out) out += " " + word_text(r.target);
    }
  }
  return out;
}

}  // namespace upg::plan
