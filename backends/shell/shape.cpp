// What a predicate will look like, so that lowering decides once and makes each part once.
#include <algorithm>

#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

using core::Op;

bool any_prelude(const std::vector<Ref>& all) {
  return std::any_of(all.begin(), all.end(), [](const Ref& e) { return has_prelude(e); });
}

bool has_prelude(const core::Word& w) {
  return std::any_of(w.pieces.begin(), w.pieces.end(), [](const core::Piece& p) { return shell::has_prelude(p.value); });
}

Shape shape_of(const core::Apply& a) {
  switch (a.op) {
    case Op::eq: case Op::ne: case Op::lt: case Op::le: case Op::gt: case Op::ge: case Op::in_list: case Op::contains:
    case Op::lacks: case Op::matches: case Op::starts_with: case Op::exists: case Op::empty:
      return {any_prelude(a.args), true, true};
    case Op::in_range: case Op::in_closed_range: return {any_prelude(a.args), true, false};
    case Op::has: return {any_prelude(a.args), false, true};
    case Op::succeeds: return shape(a.args[0]);
    case Op::neg: {
      const Shape inner = shape(a.args[0]);
      return inner.single ? inner : lifted(inner);
    }
    case Op::conj: {
      Shape all{false, true, false};
      for (size_t i = 0; i < a.args.size(); ++i) {
        const Shape s = stands_apart(a.args[i], i == 0) ? lifted(shape(a.args[i])) : shape(a.args[i]);
        all.prelude = all.prelude || s.prelude;
        all.sure = all.sure && s.sure;
      }
      return all;
    }
    case Op::disj: return shape_of_either(a);
    case Op::add: case Op::sub: case Op::mul: case Op::div: return {};
  }
  return {};
}

}  // namespace

Shape lifted(Shape s) { return {false, s.sure && !s.prelude, true}; }

bool stands_apart(const Ref& operand, bool first) {
  const Shape s = shape(operand);
  if (s.prelude && !first) return true;
  const auto* apply = operand ? std::get_if<core::Apply>(&operand->node) : nullptr;
  return apply && apply->op == Op::disj && !s.single;
}

Shape shape_of_either(const core::Apply& a) {
  bool plain = true;
  Shape functions{false, true, true};
  for (size_t i = 0; i < a.args.size(); ++i) {
    const Shape s = shape(a.args[i]);
    plain = plain && s.sure && s.single && !(i > 0 && s.prelude);
    functions.sure = functions.sure && lifted(s).sure;
  }
  if (!plain) return functions;
  return {!a.args.empty() && shape(a.args[0]).prelude, true, false};
}

bool has_prelude(const Ref& e) {
  if (!e) return false;
  return std::visit(Visit{
                        [](const core::Missing&) { return false; }, [](const core::Literal&) { return false; },
                        [](const core::Var&) { return false; }, [](const core::Param&) { return false; },
                        [](const core::FieldOf&) { return false; }, [](const core::AskCall&) { return false; },
                        [](const core::ResourceRef&) { return false; },
                        [](const core::Concat& n) { return any_prelude(n.parts); },
                        [](const core::List& n) {
                          const auto later = [](const Ref& item) { return !core::known(item); };
                          return any_prelude(n.items) || std::any_of(n.items.begin(), n.items.end(), later);
                        },
                        [](const core::CommandValue& n) { return has_prelude(*n.command); },
                        [](const core::Cases&) { return true; }, [](const core::Output&) { return true; },
                        [](const core::Apply&) { return true; }, [](const core::Builtin&) { return true; },
                    },
                    e->node);
}

bool has_prelude(const core::Command& c) {
  if (!c.env.empty() || c.cwd || c.user || c.input) return true;
  if (!c.fence.empty()) {
    return std::any_of(c.fence.begin(), c.fence.end(), [](const core::FencePiece& p) { return has_prelude(p.value); });
  }
  if (is_function(c)) return true;
  const auto& argv = c.pipeline[0].argv;
  return std::any_of(argv.begin(), argv.end(), [](const core::Word& w) { return has_prelude(w); });
}

Shape shape(const Ref& e) {
  if (!e) return {};
  const auto held = [&] { return Shape{has_prelude(e), true, true}; };
  return std::visit(Visit{
                        [&](const core::Missing&) { return Shape{}; }, [&](const core::Literal&) { return Shape{}; },
                        [&](const core::Var&) { return Shape{}; }, [&](const core::Param&) { return Shape{}; },
                        [&](const core::FieldOf&) { return Shape{}; }, [&](const core::AskCall&) { return Shape{}; },
                        [&](const core::ResourceRef&) { return Shape{}; }, [&](const core::Concat&) { return held(); },
                        [&](const core::List&) { return held(); },
                        [&](const core::CommandValue& n) { return Shape{has_prelude(*n.command), false, true}; },
                        [&](const core::Cases&) { return held(); }, [&](const core::Output&) { return held(); },
                        [&](const core::Apply& n) { return shape_of(n); }, [&](const core::Builtin&) { return held(); },
                    },
                    e->node);
}

}  // namespace upg::shell
