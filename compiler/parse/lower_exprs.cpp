#include <utility>

#include "compiler/diag/codes_syntax.h"
#include "compiler/parse/lower.h"

namespace upg::parse {

using syntax::ExprPtr;

namespace {

constexpr size_t kMostParts = 256;

/// How tightly an operator binds; the grammar's expressions are flat.
int binding(std::string_view op) {
  if (op == "|") return 1;
  if (op == "or") return 2;
  if (op == "and") return 3;
  if (op == ".." || op == "..<") return 6;
  if (op == "+" || op == "-") return 7;
  if (op == "*" || op == "/") return 8;
  return 5;  // comparisons
}
constexpr int kNot = 4;

}  // namespace

/// The parts of one flat expression, and the tree that precedence makes of them.
class Flat {
 public:
  explicit Flat(Lowering& lowering) : lowering_(lowering) {}

  void operand(antlr4::ParserRuleContext* context, size_t from) {
    Part part;
    for (size_t i = from; i < Lowering::count(context); ++i) {
      const auto child = Lowering::child(context, i);
      if (child.type() == Grammar::NOT) {
        part.nots.push_back(child.word->span());
      } else if (child.is(Grammar::RuleOperation)) {
        if (parts_.size() == ops_.size()) close(std::exchange(part, {}), context);
        operation(child.rule);
      } else if (!part.value) {
        part.value = lowering_.atom(child);
      } else if (child.type() == Grammar::DOT) {
        continue;
      } else if (child.type() == Grammar::STATE) {
        const auto all = part.value->span.to(child.word->span());
        part.value = Lowering::make(all, syntax::Unary{std::string(lowering_.slice(child.word->span())), std::move(part.value)});
      } else if (child.rule != nullptr) {
        part.value = lowering_.suffix(std::move(part.value), child.rule);
      }
    }
    if (parts_.size() == ops_.size()) close(std::move(part), context);
  }

  ExprPtr build() {
    if (parts_.size() > kMostParts) return nullptr;
    return climb(0);
  }

 private:
  struct Part {
    std::vector<Span> nots;
    ExprPtr value;
  };
  struct Op {
    std::string text;
    Span span;
  };

  void close(Part part, antlr4::ParserRuleContext* context) {
    if (!part.value) part.value = Lowering::hole(lowering_.span(context));
    if (parts_.size() <= kMostParts) parts_.push_back(std::move(part));
  }

  void operation(antlr4::ParserRuleContext* context) {
    if (parts_.size() > kMostParts || context->children.empty()) return;
    auto span = Lowering::child(context, 0).word->span();
    std::string text(lowering_.slice(span));
    size_t next = 1;
    if (next < Lowering::count(context)) {
      const auto second = Lowering::child(context, next);
      if ((text == "is" && second.type() == Grammar::NOT) || (text == "starts" && second.type() == Grammar::WITH)) {
        text += text == "is" ? " not" : " with";
        span = span.to(second.word->span());
        ++next;
      }
    }
    ops_.push_back({std::move(text), span});
    operand(context, next);
  }

  ExprPtr prefix() {
    auto& part = parts_[at_];
    if (part.nots.empty()) return std::move(parts_[at_++].value);
    const auto span = part.nots.front();
    part.nots.erase(part.nots.begin());
    auto inner = climb(kNot + 1);
    const auto all = span.to(inner->span);
    return Lowering::make(all, syntax::Unary{"not", std::move(inner)});
  }

  ExprPtr climb(int least) {
    auto left = prefix();
    while (at_ <= ops_.size() && at_ > 0 && at_ < parts_.size()) {
      const size_t index = at_ - 1;  // the operator behind the part that was taken last
      const int level = binding(ops_[index].text);
      if (level < least) break;
      auto right = climb(level + 1);
      const auto all = left->span.to(right->span);
      left =
          Lowering::make(all, syntax::Binary{std::move(ops_[index].text), ops_[index].span, std::move(left), std::move(right)});
    }
    return left;
  }

  Lowering& lowering_;
  std::vector<Part> parts_;
  std::vector<Op> ops_;
  size_t at_ = 0;  ///< the next part; ops_[i] stands between parts i and i + 1
};

ExprPtr Lowering::expr(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  if (context->children.size() > kMostParts) {
    complaints_.say(diag::ExpressionTooLong, span(context), kMostParts);
    return hole(span(context));
  }
  if (context->children.size() == 1) return atom(child(context, 0));
  Flat flat(*this);
  flat.operand(context, 0);
  return flat.build();
}

ExprPtr Lowering::atom(const Child& part) {
  if (part.word != nullptr) return literal(*part.word);
  auto* rule = part.rule;
  switch (rule->getRuleIndex()) {
    case Grammar::RuleText: return text(rule);
    case Grammar::RuleShell: return shell(rule);
    case Grammar::RuleList: return list(rule);
    case Grammar::RuleParen:
      return count(rule) > 1 && child(rule, 1).rule != nullptr ? expr(child(rule, 1).rule) : hole(span(rule));
    case Grammar::RuleChoose: {
      syntax::MatchExpr out;
      for (size_t i = 1; i < count(rule); ++i) {
        const auto inner = child(rule, i);
        if (inner.is(Grammar::RuleExpr))
          out.subject = expr(inner.rule);
        else if (inner.is(Grammar::RuleBody))
          out.body = body(inner.rule);
      }
      if (!out.subject) out.subject = hole(span(rule));
      if (!out.body) out.body = std::make_unique<syntax::Body>(syntax::Body{span(rule), {}});
      return make(span(rule), std::move(out));
    }
    default: return hole(span(rule));
  }
}

ExprPtr Lowering::suffix(ExprPtr of, antlr4::ParserRuleContext* context) {
  const auto all = of->span.to(span(context));
  switch (context->getRuleIndex()) {
    case Grammar::RuleWord: return make(all, syntax::Member{std::move(of), word(context)});
    case Grammar::RuleIndex: {
      auto key = count(context) > 1 && child(context, 1).rule != nullptr ? expr(child(context, 1).rule) : hole(span(context));
      return make(all, syntax::Index{std::move(of), std::move(key)});
    }
    case Grammar::RuleArgs: {
      syntax::Call call{std::move(of), {}};
      for (size_t i = 0; i < count(context); ++i)
        if (child(context, i).is(Grammar::RuleArg)) call.args.push_back(arg(child(context, i).rule));
      return make(all, std::move(call));
    }
    default: return of;
  }
}

syntax::Arg Lowering::arg(antlr4::ParserRuleContext* context) {
  syntax::Arg out{span(context), std::nullopt, nullptr, nullptr, nullptr};
  ExprPtr given;
  for (size_t i = 0; i < count(context); ++i) {
    const auto part = child(context, i);
    if (part.is(Grammar::RuleValue))
      (i == 0 ? out.value : given) = value(part.rule);
    else if (part.is(Grammar::RuleType))
      out.type = std::make_unique<syntax::TypeRef>(type(part.rule));
  }
  if (!out.value) out.value = hole(out.span);
  if (!given) return out;
  if (out.type) {
    out.default_value = std::move(given);
  } else {
    if (const auto* name = std::get_if<syntax::NameRef>(&out.value->node))
      out.name = syntax::Word{out.value->span, name->name};
    else
      complaints_.say(diag::ArgumentName, out.value->span);
    out.value = std::move(given);
  }
  return out;
}

ExprPtr Lowering::list(antlr4::ParserRuleContext* context) {
  syntax::ListLit out;
  for (size_t i = 0; i < count(context); ++i)
    if (child(context, i).is(Grammar::RuleEntry)) out.items.push_back(entry(child(context, i).rule));
  return make(span(context), std::move(out));
}

ExprPtr Lowering::entry(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  if (count(context) == 1) return value(context);
  syntax::Juxtaposed out;
  for (size_t i = 0; i < count(context); ++i)
    if (child(context, i).rule != nullptr) out.parts.push_back(expr(child(context, i).rule));
  return make(span(context), std::move(out));
}

}  // namespace upg::parse
