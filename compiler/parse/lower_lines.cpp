#include "compiler/diag/codes_syntax.h"
#include "compiler/parse/lower.h"

namespace upg::parse {

using syntax::ExprPtr;

Child Lowering::child(antlr4::ParserRuleContext* context, size_t i) {
  auto* node = context->children[i];
  if (auto* terminal = dynamic_cast<antlr4::tree::TerminalNode*>(node))
    return {static_cast<const Tok*>(terminal->getSymbol()), nullptr};
  return {nullptr, static_cast<antlr4::ParserRuleContext*>(node)};
}

Span Lowering::span(antlr4::ParserRuleContext* context) const {
  const auto begin = static_cast<const Tok*>(context->getStart())->span();
  const auto* stop = static_cast<const Tok*>(context->getStop());
  if (stop == nullptr || stop->span().end < begin.begin) return {begin.file, begin.begin, begin.begin};
  return {begin.file, begin.begin, stop->span().end};
}

syntax::Word Lowering::word(const Tok& tok) const { return {tok.span(), std::string(slice(tok.span()))}; }

syntax::Word Lowering::word(antlr4::ParserRuleContext* context) const {
  if (context->children.empty()) return {span(context), {}};
  return word(*child(context, 0).word);
}

void Lowering::finished(Grammar::BodyContext* context, std::unique_ptr<syntax::Body> body) {
  bodies_.emplace_back(context, std::move(body));
}

std::unique_ptr<syntax::Body> Lowering::body(antlr4::ParserRuleContext* context) {
  for (auto it = bodies_.rbegin(); it != bodies_.rend(); ++it) {
    if (it->first != context) continue;
    auto found = std::move(it->second);
    bodies_.erase(std::next(it).base());
    return found;
  }
  return std::make_unique<syntax::Body>(syntax::Body{span(context), {}});
}

syntax::Line Lowering::line(Grammar::LineContext* context, bool broken) {
  syntax::Line out;
  out.span = span(context);
  const auto first = context->children.empty() ? Child{} : child(context, 0);
  size_t next = 1;
  if (first.is(Grammar::RuleHead)) {
    out.head = head(first.rule);
  } else if (first.word != nullptr) {
    const auto sign = slice(first.word->span());
    if (first.type() >= Grammar::EQ && first.type() <= Grammar::GT) {
      syntax::Pattern pattern{first.word->span(), first.type() == Grammar::NE ? "is not" : std::string(sign), nullptr};
      if (count(context) > 1 && child(context, 1).is(Grammar::RuleBound))
        pattern.value = bound(child(context, next++).rule);
      else
        pattern.value = hole(first.word->span());
      out.patterns.push_back(std::move(pattern));
    } else {
      out.head = literal(*first.word);
    }
  }
  const auto tail = next < count(context) ? child(context, next) : Child{};
  if (tail.is(Grammar::RuleRest)) {
    rest(tail.rule, 0, out);
  } else if (tail.is(Grammar::RuleArm)) {
    auto pattern =
        out.patterns.empty() ? syntax::Pattern{out.head->span, {}, std::move(out.head)} : std::move(out.patterns.back());
    out.patterns.clear();
    out.head = nullptr;
    arm(tail.rule, std::move(pattern), out);
  }
  if (broken)
    out.items.push_back({out.span, syntax::OperandItem{hole(out.span)}});
  else
    check_items(out);
  bodies_.clear();
  return out;
}

ExprPtr Lowering::head(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  const auto first = child(context, 0);
  if (!first.is(Grammar::RuleWord)) return atom(first);
  const auto name = word(first.rule);
  ExprPtr out = make(name.span, syntax::NameRef{name.text});
  for (size_t i = 1; i < count(context); ++i) {
    if (!child(context, i).is(Grammar::RuleWord)) continue;
    auto member = word(child(context, i).rule);
    const auto all = out->span.to(member.span);
    out = make(all, syntax::Member{std::move(out), std::move(member)});
  }
  return out;
}

void Lowering::rest(antlr4::ParserRuleContext* context, size_t from, syntax::Line& out) {
  out.items.reserve(count(context) - from);
  for (size_t i = from; i < count(context); ++i) {
    const auto part = child(context, i);
    if (part.is(Grammar::RuleLead) || part.is(Grammar::RuleItem))
      item(part.rule, out);
    else if (part.is(Grammar::RuleBody))
      out.body = body(part.rule);
  }
  if (!out.items.empty())
    out.span.end = out.items.back().span.end;
  else if (out.head)
    out.span.end = out.head->span.end;
}

void Lowering::item(antlr4::ParserRuleContext* context, syntax::Line& out) {
  if (context->children.empty()) return;
  const auto at = span(context);
  const auto first = child(context, 0);
  if (first.is(Grammar::RuleFirst) || first.is(Grammar::RuleOperand)) {
    out.items.push_back({at, syntax::OperandItem{expr(first.rule)}});
  } else if (first.is(Grammar::RuleBelow)) {
    auto* below = first.rule;
    auto operand = count(below) > 1 ? bound(child(below, 1).rule) : hole(at);
    out.items.push_back({at, syntax::OperandItem{make(at, syntax::Unary{std::string(slice(child(below, 0).word->span())), std::move(operand)})}});
  } else if (first.is(Grammar::RuleClause)) {
    auto* clause = first.rule;
    auto operand = count(clause) > 1 ? expr(child(clause, 1).rule) : hole(at);
    out.items.push_back({at, syntax::ClauseItem{word(*child(clause, 0).word), std::move(operand)}});
  } else if (first.type() == Grammar::COLON) {
    auto named = count(context) > 1 ? type(child(context, 1).rule) : syntax::TypeRef{at, {at, {}}, {}, false};
    out.items.push_back({at, syntax::TypeItem{std::move(named)}});
  } else if (first.type() == Grammar::ASSIGN) {
    auto given = count(context) > 1 ? value(child(context, 1).rule) : hole(at);
    out.items.push_back({at, syntax::ValueItem{word(*first.word), std::move(given)}});
  }
}

/// `a = 1 b = 2`: the second `=` tells that the line was meant to be two.
void Lowering::check_items(syntax::Line& line) {
  bool has_value = false;
  for (size_t i = 0; i < line.items.size(); ++i) {
    const auto& node = line.items[i].node;
    if (std::holds_alternative<syntax::ClauseItem>(node)) has_value = false;
    const auto* value = std::get_if<syntax::ValueItem>(&node);
    if (value == nullptr) continue;
    const bool behind_operand = i > 0 && std::holds_alternative<syntax::OperandItem>(line.items[i - 1].node);
    if (has_value && behind_operand) {
      const auto at = line.items[i - 1].span;
      if (auto said = complaints_.say(diag::SeparatorMissing, at, slice(at)))
        said->help("write `,` or begin a new line").fix({at.file, at.begin, at.begin}, ", ");
    } else if (has_value) {
      complaints_.unexpected(value->sign.span);
    }
    has_value = true;
  }
}

ExprPtr Lowering::value(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  const auto inner = child(context, 0);
  if (inner.is(Grammar::RuleBody)) return make(span(context), syntax::BraceExpr{body(inner.rule)});
  return expr(inner.rule);
}

syntax::TypeRef Lowering::type(antlr4::ParserRuleContext* context) {
  syntax::TypeRef out{span(context), {span(context), {}}, {}, false};
  for (size_t i = 0; i < count(context); ++i) {
    const auto part = child(context, i);
    if (part.is(Grammar::RuleWord))
      out.name = word(part.rule);
    else if (part.is(Grammar::RuleType))
      out.args.push_back(type(part.rule));
    else if (part.type() == Grammar::QUESTION)
      out.optional = true;
  }
  return out;
}

}  // namespace upg::parse
