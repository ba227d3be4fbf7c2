// What a mistake in a line costs: the line, and the block that begins there. Wording is ours, never the generator's.
#pragma once

#include <antlr4-runtime.h>

#include "compiler/parse/complaints.h"
#include "compiler/parse/token.h"

namespace upg::parse {

class Recovery final : public antlr4::ANTLRErrorStrategy {
 public:
  explicit Recovery(Complaints& complaints) : complaints_(complaints) {}

  void reset(antlr4::Parser*) override {}
  /// A word that must stand here does not: no word is ever made up or dropped on the spot.
  antlr4::Token* recoverInline(antlr4::Parser* parser) override;
  void recover(antlr4::Parser* parser, std::exception_ptr mistake) override;
  /// Called where a loop goes on; says it when something stands behind a line that is none of its items.
  void sync(antlr4::Parser* parser) override;
  bool inErrorRecoveryMode(antlr4::Parser*) override { return false; }
  void reportMatch(antlr4::Parser*) override {}
  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& mistake) override;

 private:
  void complain(antlr4::Parser* parser, const Tok& found, const Tok& before);
  bool complain_bracket(antlr4::ParserRuleContext* context, const Tok& found);
  void line_ends(const Tok& before, std::string_view due) {
    const auto at = before.span();
    complaints_.say(diag::LineEnds, Span{at.file, at.end, at.end}, due);
  }
  void skip_line(antlr4::Parser* parser);
  [[nodiscard]] std::string_view text(const Tok& word) const { return complaints_.source().slice(word.span()); }

  Complaints& complaints_;
  bool unwinding_ = false;
  size_t brackets_ = 0;  ///< open around the mistake, within its line
};

}  // namespace upg::parse
