#include "compiler/parse/recover.h"

#include <UpgParser.h>

#include "compiler/diag/codes_syntax.h"

namespace upg::parse {

namespace {

using upg::grammar::UpgParser;

const Tok& as_tok(antlr4::Token* token) { return *static_cast<const Tok*>(token); }

bool ends_line(size_t type) {
  switch (type) {
    case UpgParser::NL:
    case UpgParser::COMMA:
    case UpgParser::RBRACE:
    case antlr4::Token::EOF: return true;
    default: return false;
  }
}

bool ends_value(size_t type) {
  return ends_line(type) || type == UpgParser::LBRACE || type == UpgParser::RPAREN || type == UpgParser::RBRACK;
}

/// Words that something must follow.
bool wants_more(size_t type) {
  if (type >= UpgParser::EQ && type <= UpgParser::PIPE) return true;
  switch (type) {
    case UpgParser::CLAUSE:
    case UpgParser::WITH:
    case UpgParser::FROM_TO:
    case UpgParser::MATCH:
    case UpgParser::AND:
    case UpgParser::OR:
    case UpgParser::NOT:
    case UpgParser::IS:
    case UpgParser::RELATION:
    case UpgParser::ARROW:
    case UpgParser::RANGE:
    case UpgParser::RANGE_LT:
    case UpgParser::COLON:
    case UpgParser::DOT: return true;
    default: return false;
  }
}

bool is_bracket(size_t rule) {
  switch (rule) {
    case UpgParser::RuleArgs:
    case UpgParser::RuleList:
    case UpgParser::RuleParen:
    case UpgParser::RuleIndex: return true;
    default: return false;
  }
}

size_t brackets_around(antlr4::ParserRuleContext* context) {
  size_t count = 0;
  for (antlr4::RuleContext* c = context; c != nullptr && c->getRuleIndex() != UpgParser::RuleLine;
       c = dynamic_cast<antlr4::RuleContext*>(c->parent))
    if (is_bracket(c->getRuleIndex())) ++count;
  return count;
}

}  // namespace

antlr4::Token* Recovery::recoverInline(antlr4::Parser* parser) { throw antlr4::InputMismatchException(parser); }

void Recovery::reportError(antlr4::Parser* parser, const antlr4::RecognitionException&) {
  if (unwinding_) return;
  unwinding_ = true;
  brackets_ = brackets_around(parser->getContext());
  complain(parser, as_tok(parser->getCurrentToken()), as_tok(parser->getTokenStream()->LT(-1)));
}

void Recovery::recover(antlr4::Parser* parser, std::exception_ptr mistake) {
  switch (parser->getContext()->getRuleIndex()) {
    case UpgParser::RuleLine:
    case UpgParser::RuleBody:
    case UpgParser::RuleFile: break;
    default: std::rethrow_exception(mistake);  // not this rule's to mend: up to the line
  }
  skip_line(parser);
  unwinding_ = false;
}

void Recovery::sync(antlr4::Parser* parser) {
  auto* context = parser->getContext();
  const auto rule = context->getRuleIndex();
  if (rule != UpgParser::RuleBody && rule != UpgParser::RuleFile) return;
  auto& words = *parser->getTokenStream();
  if (ends_line(words.LA(1))) return;
  const auto state = parser->getATN().states[parser->getState()]->getStateType();
  if (state != antlr4::atn::ATNState::STAR_LOOP_ENTRY && state != antlr4::atn::ATNState::STAR_LOOP_BACK) return;
  const auto& found = as_tok(words.LT(1));
  const auto& before = as_tok(words.LT(-1));
  brackets_ = 0;
  if (before.type() == UpgParser::RBRACE && words.index() > 0)
    complaints_.say(diag::LineGoesOn, found.span(), text(found));
  else
    complain(parser, found, before);
  skip_line(parser);
}

void Recovery::skip_line(antlr4::Parser* parser) {
  auto& words = *parser->getTokenStream();
  size_t braces = 0;
  for (;; words.consume()) {
    const auto type = words.LA(1);
    if (type == antlr4::Token::EOF) return;
    if (complaints_.full()) continue;
    if (braces > 0) {
      if (type == UpgParser::RBRACE)
        --braces;
      else if (type == UpgParser::LBRACE)
        ++braces;
      continue;
    }
    if (type == UpgParser::LBRACE)
      ++braces;
    else if (type == UpgParser::NL || type == UpgParser::RBRACE)
      return;
    else if (type == UpgParser::COMMA && brackets_ == 0)
      return;
    else if (type == UpgParser::LPAREN || type == UpgParser::LBRACK)
      ++brackets_;
    else if ((type == UpgParser::RPAREN || type == UpgParser::RBRACK) && brackets_ > 0)
      --brackets_;
  }
}

bool Recovery::complain_bracket(antlr4::ParserRuleContext* context, const Tok& found) {
  const bool runs_out = found.type() == UpgParser::NL || found.type() == antlr4::Token::EOF ||
                        found.type() == UpgParser::RBRACE || found.type() == UpgParser::LBRACE;
  for (antlr4::RuleContext* c = context; runs_out && c != nullptr && c->getRuleIndex() != UpgParser::RuleLine;
       c = dynamic_cast<antlr4::RuleContext*>(c->parent)) {
    if (!is_bracket(c->getRuleIndex())) continue;
    const auto& opener = as_tok(static_cast<antlr4::ParserRuleContext*>(c)->getStart());
    if (opener.span() == found.span()) continue;
    complaints_.open_bracket(opener.span());
    return true;
  }
  return false;
}

void Recovery::complain(antlr4::Parser* parser, const Tok& found, const Tok& before) {
  auto* context = parser->getContext();
  const auto rule = context->getRuleIndex();
  if (found.type() == UpgParser::CLOSE && before.type() == UpgParser::OPEN) {
    complaints_.say(diag::EmptyHole, before.span().to(found.span()));
  } else if (rule == UpgParser::RuleBody && ends_line(found.type())) {
    line_ends(before, "`{`");
  } else if (ends_value(found.type()) && wants_more(before.type())) {
    complaints_.say(diag::NoValue, before.span(), text(before));
  } else if (complain_bracket(context, found)) {
    return;
  } else if (rule == UpgParser::RuleArm &&
             static_cast<antlr4::ParserRuleContext*>(context->parent)->getStart() == parser->getTokenStream()->LT(-1)) {
    if (auto said = complaints_.say(diag::ValueAsHead, before.span(), text(before)))
      said->help("a line begins with a word; an arm of a `match` has `=>` behind its pattern");
  } else if (found.type() == UpgParser::NL || found.type() == antlr4::Token::EOF || found.type() == UpgParser::RBRACE) {
    line_ends(before, rule == UpgParser::RuleArm ? "`=>`" : "more");
  } else {
    auto said = complaints_.unexpected(found.span());
    if (!said) return;
    if (found.type() == UpgParser::EQ)
      said->help("`==` compares; a value is given with `=`");
    else if (found.type() == UpgParser::PIPE && before.type() == UpgParser::PIPE)
      said->help("one of two: `or`");
    else if (found.type() == UpgParser::SLASH || before.type() == UpgParser::SLASH)
      said->help("a comment begins with `//`");
    else if (before.type() == UpgParser::STARTS)
      said->help("`starts with`");
    else if (is_bracket(rule))
      said->help("`,` or the closing bracket is due");
  }
}

}  // namespace upg::parse
