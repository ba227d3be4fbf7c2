// Arms: `pattern | pattern => what it gives`.
#include "compiler/parse/lower.h"

namespace upg::parse {

using syntax::ExprPtr;

ExprPtr Lowering::bound(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  ExprPtr out = atom(child(context, 0));
  for (size_t i = 1; i < count(context); ++i) {
    if (!child(context, i).is(Grammar::RuleWord)) continue;
    auto member = word(child(context, i).rule);
    const auto all = out->span.to(member.span);
    out = make(all, syntax::Member{std::move(out), std::move(member)});
  }
  return out;
}

ExprPtr Lowering::ranged(ExprPtr left, const Tok& sign, ExprPtr right) {
  const auto all = left->span.to(right->span);
  return make(all, syntax::Binary{std::string(slice(sign.span())), sign.span(), std::move(left), std::move(right)});
}

syntax::Pattern Lowering::pattern(antlr4::ParserRuleContext* context) {
  syntax::Pattern out{span(context), {}, nullptr};
  const Tok* range = nullptr;
  for (size_t i = 0; i < count(context); ++i) {
    const auto part = child(context, i);
    if (part.is(Grammar::RuleBound)) {
      auto side = bound(part.rule);
      out.value = out.value && range != nullptr ? ranged(std::move(out.value), *range, std::move(side)) : std::move(side);
    } else if (part.type() == Grammar::RANGE || part.type() == Grammar::RANGE_LT) {
      range = part.word;
    } else if (part.word != nullptr) {
      out.op = part.type() == Grammar::NE ? "is not" : std::string(slice(part.word->span()));
    }
  }
  if (!out.value) out.value = hole(out.span);
  return out;
}

void Lowering::arm(antlr4::ParserRuleContext* context, syntax::Pattern first, syntax::Line& out) {
  const auto* name = first.value ? std::get_if<syntax::NameRef>(&first.value->node) : nullptr;
  if (name != nullptr && first.op.empty() && name->name == "else") first = {first.span, "else", nullptr};
  out.patterns.push_back(std::move(first));
  const Tok* range = nullptr;
  for (size_t i = 0; i < count(context); ++i) {
    const auto part = child(context, i);
    if (part.type() == Grammar::RANGE || part.type() == Grammar::RANGE_LT) {
      range = part.word;
    } else if (part.is(Grammar::RuleBound) && range != nullptr && out.patterns.back().value) {
      auto& from = out.patterns.back();
      from.value = ranged(std::move(from.value), *range, bound(part.rule));
      from.span = from.span.to(from.value->span);
    } else if (part.is(Grammar::RulePattern)) {
      out.patterns.push_back(pattern(part.rule));
    } else if (part.is(Grammar::RuleRight)) {
      right(part.rule, out);
    }
  }
}

void Lowering::right(antlr4::ParserRuleContext* context, syntax::Line& out) {
  if (context->children.empty()) return;
  const auto first = child(context, 0);
  if (first.is(Grammar::RuleBody)) {
    out.body = body(first.rule);
    out.span.end = out.body->span.begin;
  } else if (first.is(Grammar::RuleExpr)) {
    out.head = expr(first.rule);
    rest(context, 1, out);
  }
}

}  // namespace upg::parse
