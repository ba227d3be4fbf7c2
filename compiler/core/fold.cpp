// Partial evaluation: what follows from literals alone.
#include <algorithm>
#include <optional>

#include "compiler/core/expr.h"

namespace upg::core {
namespace {

std::optional<bool> known_bool(const Ref& e) {
  const auto* v = known(e);
  const auto* b = v ? std::get_if<bool>(v) : nullptr;
  return b ? std::optional(*b) : std::nullopt;
}

std::optional<int> compare(const Ref& a, const Ref& b) {
  const auto* x = known(a);
  const auto* y = known(b);
  if (!x || !y || x->index() != y->index()) return std::nullopt;
  if (const auto* n = std::get_if<int64_t>(x)) return *n < std::get<int64_t>(*y) ? -1 : *n > std::get<int64_t>(*y) ? 1 : 0;
  if (const auto* n = std::get_if<bool>(x)) return int(*n) - int(std::get<bool>(*y));
  const auto& s = std::get<std::string>(*x);
  const auto& t = std::get<std::string>(*y);
  if (a->type.tag == Tag::version || b->type.tag == Tag::version) return compare_versions(s, t);
  return s < t ? -1 : s > t ? 1 : 0;
}

std::optional<bool> relation(Op op, const std::vector<Ref>& a) {
  switch (op) {
    case Op::in_range:
    case Op::in_closed_range: {
      const auto low = compare(a[0], a[1]), high = compare(a[0], a[2]);
      if (!low || !high) return std::nullopt;
      return *low >= 0 && (op == Op::in_range ? *high < 0 : *high <= 0);
    }
    case Op::in_list: {
      const auto* list = std::get_if<List>(&a[1]->node);
      if (!list) return std::nullopt;
      bool all_known = true;
      for (const auto& item : list->items) {
        const auto c = compare(a[0], item);
        if (c && *c == 0) return true;
        all_known = all_known && c.has_value();
      }
      return all_known ? std::optional(false) : std::nullopt;
    }
    case Op::contains:
    case Op::lacks:
    case Op::starts_with: {
      const auto whole = known_text(a[0]), part = known_text(a[1]);
      if (!whole || !part) return std::nullopt;
      if (op == Op::starts_with) return whole->starts_with(*part);
      return (whole->find(*part) != std::string::npos) == (op == Op::contains);
    }
    default: break;
  }
  const auto c = compare(a[0], a[1]);
  if (!c) return std::nullopt;
  switch (op) {
    case Op::eq: return *c == 0;
    case Op::ne: return *c != 0;
    case Op::lt: return *c < 0;
    case Op::le: return *c <= 0;
    case Op::gt: return *c > 0;
    case Op::ge: return *c >= 0;
    default: return std::nullopt;
  }
}

// and, or: a decided side decides or vanishes; nested ones are spliced so that chains stay flat.
Ref connect(const Ref& e, Op op, const std::vector<Ref>& args) {
  const bool absorbing = op == Op::disj;
  std::vector<Ref> open;
  bool changed = false;
  for (const auto& a : args) {
    if (const auto b = known_bool(a)) {
      if (*b == absorbing) return boolean(e->span, absorbing);
      changed = true;
    } else if (const auto* inner = std::get_if<Apply>(&a->node); inner && inner->op == op) {
      open.insert(open.end(), inner->args.begin(), inner->args.end());
      changed = true;
    } else {
      open.push_back(a);
    }
  }
  if (open.empty()) return boolean(e->span, !absorbing);
  if (open.size() == 1) return open[0];
  return changed ? make(e->span, e->type, Apply{op, std::move(open)}) : e;
}

std::optional<Op> opposite(Op op) {
  switch (op) {
    case Op::eq: return Op::ne;
    case Op::ne: return Op::eq;
    case Op::lt: return Op::ge;
    case Op::ge: return Op::lt;
    case Op::le: return Op::gt;
    case Op::gt: return Op::le;
    case Op::contains: return Op::lacks;
    case Op::lacks: return Op::contains;
    default: return std::nullopt;
  }
}

std::optional<int64_t> arithmetic(Op op, int64_t a, int64_t b) {
  int64_t out = 0;
  switch (op) {
    case Op::add: return __builtin_add_overflow(a, b, &out) ? std::nullopt : std::optional(out);
    case Op::sub: return __builtin_sub_overflow(a, b, &out) ? std::nullopt : std::optional(out);
    case Op::mul: return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional(out);
    case Op::div: return b == 0 ? std::nullopt : std::optional(a / b);
    default: return std::nullopt;
  }
}

Ref apply(const Ref& e, const Apply& n) {
  switch (n.op) {
    case Op::conj:
    case Op::disj: return connect(e, n.op, n.args);
    case Op::neg: {
      if (const auto b = known_bool(n.args[0])) return boolean(e->span, !*b);
      const auto* inner = std::get_if<Apply>(&n.args[0]->node);
      if (!inner) return e;
      if (inner->op == Op::neg) return inner->args[0];
      if (const auto other = opposite(inner->op)) return make(e->span, e->type, Apply{*other, inner->args});
      return e;
    }
    case Op::empty: {
      if (const auto t = known_text(n.args[0])) return boolean(e->span, t->empty());
      const auto* list = std::get_if<List>(&n.args[0]->node);
      return list ? boolean(e->span, list->items.empty()) : e;
    }
    case Op::matches:
    case Op::exists:
    case Op::succeeds:
    case Op::has: return e;
    case Op::add:
    case Op::sub:
    case Op::mul:
    case Op::div: {
      const auto* a = known(n.args[0]);
      const auto* b = known(n.args[1]);
      if (!a || !b || !std::holds_alternative<int64_t>(*a) || !std::holds_alternative<int64_t>(*b)) return e;
      const auto r = arithmetic(n.op, std::get<int64_t>(*a), std::get<int64_t>(*b));
      return r ? make(e->span, e->type, Literal{Value(*r)}) : e;
    }
    default: break;
  }
  const auto r = relation(n.op, n.args);
  return r ? boolean(e->span, *r) : e;
}

Ref concat(const Ref& e, const Concat& n) {
  std::vector<Ref> parts;
  bool changed = false;
  const auto add = [&](const Ref& p, auto&& self) -> void {
    if (const auto* inner = std::get_if<Concat>(&p->node)) {
      changed = true;
      for (const auto& q : inner->parts) self(q, self);
      return;
    }
    const auto t = known_text(p);
    const auto before = parts.empty() ? std::nullopt : known_text(parts.back());
    if (t && before) {
      changed = true;
      parts.back() = text(parts.back()->span, *before + *t);
    } else {
      parts.push_back(p);
    }
  };
  for (const auto& p : n.parts) add(p, add);
  if (parts.empty()) return make(e->span, e->type, Literal{Value(std::string())});
  if (parts.size() == 1)
    if (const auto t = known_text(parts[0])) return make(e->span, e->type, Literal{Value(*t)});
  return changed ? make(e->span, e->type, Concat{std::move(parts)}) : e;
}

Ref cases(const Ref& e, const Cases& n) {
  std::vector<Case> open;
  for (const auto& c : n.cases) {
    const auto b = c.when ? known_bool(c.when) : std::optional(true);
    if (b && !*b) continue;
    open.push_back(c);
    if (b && *b) {
      open.back().when = nullptr;
      break;
    }
  }
  if (open.size() == 1 && !open[0].when && open[0].end == Case::End::value && open[0].value) return open[0].value;
  const bool same = open.size() == n.cases.size() && (open.empty() || open.back().when == n.cases.back().when);
  return same ? e : make(e->span, e->type, Cases{std::move(open)});
}

Ref builtin(const Ref& e, const Builtin& n) {
  const auto t = n.args.empty() ? std::nullopt : known_text(n.args[0]);
  if (!t) return e;
  const auto slash = t->rfind('/');
  const auto literal = [&](std::string s) { return make(e->span, e->type, Literal{Value(std::move(s))}); };
  switch (n.fn) {
    case Fn::named: return e;
    case Fn::escaped: {
      const auto chars = known_text(n.args[1]);
      if (!chars) return e;
      std::string out;
      for (const char c : *t) {
        if (chars->find(c) != std::string::npos) out += '\\';
        out += c;
      }
      return literal(std::move(out));
    }
    case Fn::file_name: return literal(slash == std::string::npos ? *t : t->substr(slash + 1));
    case Fn::folder:
      if (slash == std::string::npos) return literal(".");
      return literal(slash == 0 ? "/" : t->substr(0, slash));
    case Fn::joined: return e;
    case Fn::token: return e;
    case Fn::beside: return e;
    case Fn::quoted: return e;
  }
  return e;
}

}  // namespace

Ref fold(const Ref& e) {
  if (!e) return e;
  if (const auto* n = std::get_if<Apply>(&e->node)) return apply(e, *n);
  if (const auto* n = std::get_if<Concat>(&e->node)) return concat(e, *n);
  if (const auto* n = std::get_if<Cases>(&e->node)) return cases(e, *n);
  if (const auto* n = std::get_if<Builtin>(&e->node)) return builtin(e, *n);
  return e;
}

}  // namespace upg::core
