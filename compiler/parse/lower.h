// From the generator's tree to ours, one line at a time: a line is lowered as soon as it was read, and its tree dropped.
// Total: what a mistake cut short becomes a Hole.
#pragma once

#include <UpgParser.h>
#include <antlr4-runtime.h>

#include "compiler/parse/complaints.h"
#include "compiler/parse/token.h"
#include "compiler/syntax/ast.h"

namespace upg::parse {

using Grammar = upg::grammar::UpgParser;

/// A child of a context: a word or a rule, never both.
struct Child {
  const Tok* word = nullptr;
  antlr4::ParserRuleContext* rule = nullptr;

  [[nodiscard]] size_t type() const { return word != nullptr ? word->type() : 0; }
  [[nodiscard]] bool is(size_t rule_index) const { return rule != nullptr && rule->getRuleIndex() == rule_index; }
};

class Lowering {
 public:
  Lowering(Complaints& complaints) : complaints_(complaints) {}

  // lines
  syntax::Line line(Grammar::LineContext* context, bool broken);
  /// The lines of a body, ready before the line that the body belongs to.
  void finished(Grammar::BodyContext* context, std::unique_ptr<syntax::Body> body);

  [[nodiscard]] Span span(antlr4::ParserRuleContext* context) const;

 private:
  // lines
  syntax::ExprPtr head(antlr4::ParserRuleContext* context);
  void rest(antlr4::ParserRuleContext* context, size_t from, syntax::Line& out);
  void arm(antlr4::ParserRuleContext* context, syntax::Pattern first, syntax::Line& out);
  void right(antlr4::ParserRuleContext* context, syntax::Line& out);
  syntax::Pattern pattern(antlr4::ParserRuleContext* context);
  syntax::ExprPtr bound(antlr4::ParserRuleContext* context);
  syntax::ExprPtr ranged(syntax::ExprPtr left, const Tok& sign, syntax::ExprPtr right);
  void item(antlr4::ParserRuleContext* context, syntax::Line& out);
  void check_items(syntax::Line& line);
  syntax::ExprPtr value(antlr4::ParserRuleContext* context);
  std::unique_ptr<syntax::Body> body(antlr4::ParserRuleContext* context);
  syntax::TypeRef type(antlr4::ParserRuleContext* context);
  syntax::Word word(const Tok& tok) const;
  syntax::Word word(antlr4::ParserRuleContext* context) const;

  // expressions
  friend class Flat;
  syntax::ExprPtr expr(antlr4::ParserRuleContext* context);
  syntax::ExprPtr atom(const Child& child);
  syntax::ExprPtr suffix(syntax::ExprPtr of, antlr4::ParserRuleContext* context);
  syntax::Arg arg(antlr4::ParserRuleContext* context);
  syntax::ExprPtr list(antlr4::ParserRuleContext* context);
  syntax::ExprPtr entry(antlr4::ParserRuleContext* context);

  // texts
  syntax::ExprPtr literal(const Tok& tok);
  syntax::ExprPtr text(antlr4::ParserRuleContext* context);
  syntax::ExprPtr shell(antlr4::ParserRuleContext* context);
  std::vector<syntax::Piece> pieces(antlr4::ParserRuleContext* context);
  std::string decode(std::string_view written, uint32_t at);
  void escape(std::string_view written, size_t& i, uint32_t at, std::string& out);

  [[nodiscard]] std::string_view slice(Span s) const { return complaints_.source().slice(s); }
  static Child child(antlr4::ParserRuleContext* context, size_t i);
  static size_t count(antlr4::ParserRuleContext* context) { return context->children.size(); }
  template <typename Node>
  static syntax::ExprPtr make(Span span, Node node) {
    return std::make_unique<syntax::Expr>(syntax::Expr{span, std::move(node)});
  }
  static syntax::ExprPtr hole(Span span) { return make(span, syntax::Hole{}); }

  Complaints& complaints_;
  std::vector<std::pair<antlr4::ParserRuleContext*, std::unique_ptr<syntax::Body>>> bodies_;
};

}  // namespace upg::parse
