#include "compiler/plan/guards.h"

#include <algorithm>
#include <set>

#include "compiler/plan/canonical.h"
#include "compiler/plan/scope.h"

namespace upg::plan {
namespace {

using core::Apply;
using core::Op;

// A comparison of a variable with a known value.
struct Comparison {
  std::string name;
  Op op;
  Ref value;
};

std::optional<Comparison> bound_of(const Ref& e) {
  const auto* a = std::get_if<Apply>(&e->node);
  if (!a || a->args.size() != 2 || !core::known(a->args[1])) return std::nullopt;
  const auto* v = std::get_if<core::Var>(&a->args[0]->node);
  const bool ordered = a->op == Op::lt || a->op == Op::le || a->op == Op::gt || a->op == Op::ge;
  if (!v || (!ordered && a->op != Op::eq && a->op != Op::ne)) return std::nullopt;
  return Comparison{v->name, a->op, a->args[1]};
}

bool holds(Op op, const Ref& a, const Ref& b) { return decided(core::fold(core::make(a->span, {core::Tag::boolean}, Apply{op, {a, b}}))) == true; }

bool implies(const Comparison& a, const Comparison& b) {
  if (a.name != b.name) return false;
  switch (b.op) {
    case Op::lt: return (a.op == Op::lt && holds(Op::le, a.value, b.value)) || (a.op == Op::le && holds(Op::lt, a.value, b.value));
    case Op::le: return (a.op == Op::lt || a.op == Op::le) && holds(Op::le, a.value, b.value);
    case Op::gt: return (a.op == Op::gt && holds(Op::ge, a.value, b.value)) || (a.op == Op::ge && holds(Op::gt, a.value, b.value));
    case Op::ge: return (a.op == Op::gt || a.op == Op::ge) && holds(Op::ge, a.value, b.value);
    case Op::ne:
      return (a.op == Op::lt && holds(Op::le, a.value, b.value)) || (a.op == Op::le && holds(Op::lt, a.value, b.value)) ||
             (a.op == Op::gt && holds(Op::ge, a.value, b.value)) || (a.op == Op::ge && holds(Op::gt, a.value, b.value));
    default: return false;
  }
}

// `a` is an upper bound that lies below what `b` asks for.
bool excludes(const Comparison& a, const Comparison& b) {
  if (a.name != b.name || (b.op != Op::gt && b.op != Op::ge)) return false;
  if (a.op == Op::lt) return holds(Op::le, a.value, b.value);
  return a.op == Op::le && holds(b.op == Op::gt ? Op::le : Op::lt, a.value, b.value);
}

std::vector<Ref> parts_of(const Ref& e) {
  const auto* a = std::get_if<Apply>(&e->node);
  return a && a->op == Op::conj ? a->args : std::vector<Ref>{e};
}

Ref conjunction(Span span, std::vector<Ref> parts) {
  Ref out = parts.size() == 1 ? parts[0] : core::fold(core::make(span, {core::Tag::boolean}, Apply{Op::conj, std::move(parts)}));
  return decided(out) == true ? nullptr : out;
}

// What `name is value` says about the others.
void substitute(std::vector<Ref>& parts) {
  for (size_t i = 0; i < parts.size(); ++i) {
    const auto b = bound_of(parts[i]);
    if (!b || b->op != Op::eq) continue;
    for (size_t j = 0; j < parts.size(); ++j)
      if (j != i)
        parts[j] = core::transform(parts[j], [&](const Ref& e) {
          const auto* v = std::get_if<core::Var>(&e->node);
          if (!v || v->name != b->name) return e;
          return core::make(e->span, e->type, b->value->node);
        });
  }
}

}  // namespace

Ref together(const Ref& a, const Ref& b) {
  const Ref all = core::both(decided(a) == true ? nullptr : a, decided(b) == true ? nullptr : b);
  if (!all || decided(all)) return decided(all) == true ? nullptr : all;
  auto parts = parts_of(all);
  if (parts.size() < 2) return all;
  substitute(parts);
  std::vector<std::optional<Comparison>> bounds;
  std::vector<size_t> telling;  // only an order says something about other parts
  for (const auto& p : parts) {
    bounds.push_back(bound_of(p));
    const auto& b = bounds.back();
    if (b && b->op != Op::eq && b->op != Op::ne) telling.push_back(bounds.size() - 1);
  }
  std::set<std::string> seen;
  std::vector<Ref> left;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!seen.insert(canonical(parts[i])).second) continue;
    const auto& own = bounds[i];
    bool needed = true;
    for (const size_t j : telling) {
      if (j == i || !own) continue;
      const auto& other = bounds[j];
      if (excludes(*own, *other)) return core::boolean(all->span, false);
      const bool implied = implies(*other, *own);
      if (implied && (j < i || !implies(*own, *other))) needed = false;
    }
    if (needed) left.push_back(parts[i]);
  }
  return conjunction(all->span, std::move(left));
}

Ref Cascade::take(const Ref& when) {
  if (decided(others_) == false) return others_;
  auto here = when ? together(others_, when) : others_;
  others_ = when ? together(others_, core::negate(when)) : core::boolean({}, false);
  return here;
}

}  // namespace upg::plan
