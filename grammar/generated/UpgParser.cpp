
// Generated from UpgParser.g4 by ANTLR 4.7.2



#include "UpgParser.h"


using namespace antlrcpp;
using namespace upg::grammar;
using namespace antlr4;

UpgParser::UpgParser(TokenStream *input) : Parser(input) {
  static const Initializer unpacked;
  _interpreter = new atn::ParserATNSimulator(this, _atn, _decisionToDFA, _sharedContextCache);
}

UpgParser::~UpgParser() {
  delete _interpreter;
}

std::string UpgParser::getGrammarFileName() const {
  return "UpgParser.g4";
}

const std::vector<std::string>& UpgParser::getRuleNames() const {
  return _ruleNames;
}

dfa::Vocabulary& UpgParser::getVocabulary() const {
  return _vocabulary;
}


//----------------- FileContext ------------------------------------------------------------------

UpgParser::FileContext::FileContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::FileContext::EOF() {
  return getToken(UpgParser::EOF, 0);
}

std::vector<UpgParser::LineContext *> UpgParser::FileContext::line() {
  return getRuleContexts<UpgParser::LineContext>();
}

UpgParser::LineContext* UpgParser::FileContext::line(size_t i) {
  return getRuleContext<UpgParser::LineContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::FileContext::NL() {
  return getTokens(UpgParser::NL);
}

tree::TerminalNode* UpgParser::FileContext::NL(size_t i) {
  return getToken(UpgParser::NL, i);
}

std::vector<tree::TerminalNode *> UpgParser::FileContext::COMMA() {
  return getTokens(UpgParser::COMMA);
}

tree::TerminalNode* UpgParser::FileContext::COMMA(size_t i) {
  return getToken(UpgParser::COMMA, i);
}


size_t UpgParser::FileContext::getRuleIndex() const {
  return UpgParser::RuleFile;
}


UpgParser::FileContext* UpgParser::file() {
  FileContext *_localctx = _tracker.createInstance<FileContext>(_ctx, getState());
  enterRule(_localctx, 0, UpgParser::RuleFile);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(61);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO)
      | (1ULL << UpgParser::MATCH)
      | (1ULL << UpgParser::ELSE)
      | (1ULL << UpgParser::AND)
      | (1ULL << UpgParser::OR)
      | (1ULL << UpgParser::NOT)
      | (1ULL << UpgParser::IS)
      | (1ULL << UpgParser::RELATION)
      | (1ULL << UpgParser::STARTS)
      | (1ULL << UpgParser::STATE)
      | (1ULL << UpgParser::NAME)
      | (1ULL << UpgParser::INT)
      | (1ULL << UpgParser::VERSION)
      | (1ULL << UpgParser::DATE)
      | (1ULL << UpgParser::QUANTITY)
      | (1ULL << UpgParser::RAW)
      | (1ULL << UpgParser::STRING)
      | (1ULL << UpgParser::QUOTE)
      | (1ULL << UpgParser::TRIPLE)
      | (1ULL << UpgParser::TICK)
      | (1ULL << UpgParser::FENCE3)
      | (1ULL << UpgParser::FENCE4)
      | (1ULL << UpgParser::NE)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT))) != 0)) {
      setState(60);
      line();
    }
    setState(69);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::NL

    || _la == UpgParser::COMMA) {
      setState(63);
      _la = _input->LA(1);
      if (!(_la == UpgParser::NL

      || _la == UpgParser::COMMA)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(65);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
        | (1ULL << UpgParser::WITH)
        | (1ULL << UpgParser::FROM_TO)
        | (1ULL << UpgParser::MATCH)
        | (1ULL << UpgParser::ELSE)
        | (1ULL << UpgParser::AND)
        | (1ULL << UpgParser::OR)
        | (1ULL << UpgParser::NOT)
        | (1ULL << UpgParser::IS)
        | (1ULL << UpgParser::RELATION)
        | (1ULL << UpgParser::STARTS)
        | (1ULL << UpgParser::STATE)
        | (1ULL << UpgParser::NAME)
        | (1ULL << UpgParser::INT)
        | (1ULL << UpgParser::VERSION)
        | (1ULL << UpgParser::DATE)
        | (1ULL << UpgParser::QUANTITY)
        | (1ULL << UpgParser::RAW)
        | (1ULL << UpgParser::STRING)
        | (1ULL << UpgParser::QUOTE)
        | (1ULL << UpgParser::TRIPLE)
        | (1ULL << UpgParser::TICK)
        | (1ULL << UpgParser::FENCE3)
        | (1ULL << UpgParser::FENCE4)
        | (1ULL << UpgParser::NE)
        | (1ULL << UpgParser::LE)
        | (1ULL << UpgParser::GE)
        | (1ULL << UpgParser::LT)
        | (1ULL << UpgParser::GT))) != 0)) {
        setState(64);
        line();
      }
      setState(71);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(72);
    match(UpgParser::EOF);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BodyContext ------------------------------------------------------------------

UpgParser::BodyContext::BodyContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::BodyContext::LBRACE() {
  return getToken(UpgParser::LBRACE, 0);
}

tree::TerminalNode* UpgParser::BodyContext::RBRACE() {
  return getToken(UpgParser::RBRACE, 0);
}

std::vector<UpgParser::LineContext *> UpgParser::BodyContext::line() {
  return getRuleContexts<UpgParser::LineContext>();
}

UpgParser::LineContext* UpgParser::BodyContext::line(size_t i) {
  return getRuleContext<UpgParser::LineContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::BodyContext::NL() {
  return getTokens(UpgParser::NL);
}

tree::TerminalNode* UpgParser::BodyContext::NL(size_t i) {
  return getToken(UpgParser::NL, i);
}

std::vector<tree::TerminalNode *> UpgParser::BodyContext::COMMA() {
  return getTokens(UpgParser::COMMA);
}

tree::TerminalNode* UpgParser::BodyContext::COMMA(size_t i) {
  return getToken(UpgParser::COMMA, i);
}


size_t UpgParser::BodyContext::getRuleIndex() const {
  return UpgParser::RuleBody;
}


UpgParser::BodyContext* UpgParser::body() {
  BodyContext *_localctx = _tracker.createInstance<BodyContext>(_ctx, getState());
  enterRule(_localctx, 2, UpgParser::RuleBody);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(74);
    match(UpgParser::LBRACE);
    setState(76);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO)
      | (1ULL << UpgParser::MATCH)
      | (1ULL << UpgParser::ELSE)
      | (1ULL << UpgParser::AND)
      | (1ULL << UpgParser::OR)
      | (1ULL << UpgParser::NOT)
      | (1ULL << UpgParser::IS)
      | (1ULL << UpgParser::RELATION)
      | (1ULL << UpgParser::STARTS)
      | (1ULL << UpgParser::STATE)
      | (1ULL << UpgParser::NAME)
      | (1ULL << UpgParser::INT)
      | (1ULL << UpgParser::VERSION)
      | (1ULL << UpgParser::DATE)
      | (1ULL << UpgParser::QUANTITY)
      | (1ULL << UpgParser::RAW)
      | (1ULL << UpgParser::STRING)
      | (1ULL << UpgParser::QUOTE)
      | (1ULL << UpgParser::TRIPLE)
      | (1ULL << UpgParser::TICK)
      | (1ULL << UpgParser::FENCE3)
      | (1ULL << UpgParser::FENCE4)
      | (1ULL << UpgParser::NE)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT))) != 0)) {
      setState(75);
      line();
    }
    setState(84);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::NL

    || _la == UpgParser::COMMA) {
      setState(78);
      _la = _input->LA(1);
      if (!(_la == UpgParser::NL

      || _la == UpgParser::COMMA)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(80);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
        | (1ULL << UpgParser::WITH)
        | (1ULL << UpgParser::FROM_TO)
        | (1ULL << UpgParser::MATCH)
        | (1ULL << UpgParser::ELSE)
        | (1ULL << UpgParser::AND)
        | (1ULL << UpgParser::OR)
        | (1ULL << UpgParser::NOT)
        | (1ULL << UpgParser::IS)
        | (1ULL << UpgParser::RELATION)
        | (1ULL << UpgParser::STARTS)
        | (1ULL << UpgParser::STATE)
        | (1ULL << UpgParser::NAME)
        | (1ULL << UpgParser::INT)
        | (1ULL << UpgParser::VERSION)
        | (1ULL << UpgParser::DATE)
        | (1ULL << UpgParser::QUANTITY)
        | (1ULL << UpgParser::RAW)
        | (1ULL << UpgParser::STRING)
        | (1ULL << UpgParser::QUOTE)
        | (1ULL << UpgParser::TRIPLE)
        | (1ULL << UpgParser::TICK)
        | (1ULL << UpgParser::FENCE3)
        | (1ULL << UpgParser::FENCE4)
        | (1ULL << UpgParser::NE)
        | (1ULL << UpgParser::LE)
        | (1ULL << UpgParser::GE)
        | (1ULL << UpgParser::LT)
        | (1ULL << UpgParser::GT))) != 0)) {
        setState(79);
        line();
      }
      setState(86);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(87);
    match(UpgParser::RBRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LineContext ------------------------------------------------------------------

UpgParser::LineContext::LineContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::HeadContext* UpgParser::LineContext::head() {
  return getRuleContext<UpgParser::HeadContext>(0);
}

UpgParser::ArmContext* UpgParser::LineContext::arm() {
  return getRuleContext<UpgParser::ArmContext>(0);
}

UpgParser::RestContext* UpgParser::LineContext::rest() {
  return getRuleContext<UpgParser::RestContext>(0);
}

UpgParser::BoundContext* UpgParser::LineContext::bound() {
  return getRuleContext<UpgParser::BoundContext>(0);
}

tree::TerminalNode* UpgParser::LineContext::LT() {
  return getToken(UpgParser::LT, 0);
}

tree::TerminalNode* UpgParser::LineContext::LE() {
  return getToken(UpgParser::LE, 0);
}

tree::TerminalNode* UpgParser::LineContext::GT() {
  return getToken(UpgParser::GT, 0);
}

tree::TerminalNode* UpgParser::LineContext::GE() {
  return getToken(UpgParser::GE, 0);
}

tree::TerminalNode* UpgParser::LineContext::NE() {
  return getToken(UpgParser::NE, 0);
}

tree::TerminalNode* UpgParser::LineContext::INT() {
  return getToken(UpgParser::INT, 0);
}

tree::TerminalNode* UpgParser::LineContext::VERSION() {
  return getToken(UpgParser::VERSION, 0);
}

tree::TerminalNode* UpgParser::LineContext::DATE() {
  return getToken(UpgParser::DATE, 0);
}

tree::TerminalNode* UpgParser::LineContext::QUANTITY() {
  return getToken(UpgParser::QUANTITY, 0);
}


size_t UpgParser::LineContext::getRuleIndex() const {
  return UpgParser::RuleLine;
}


UpgParser::LineContext* UpgParser::line() {
  LineContext *_localctx = _tracker.createInstance<LineContext>(_ctx, getState());
  enterRule(_localctx, 4, UpgParser::RuleLine);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(100);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO:
      case UpgParser::MATCH:
      case UpgParser::ELSE:
      case UpgParser::AND:
      case UpgParser::OR:
      case UpgParser::NOT:
      case UpgParser::IS:
      case UpgParser::RELATION:
      case UpgParser::STARTS:
      case UpgParser::STATE:
      case UpgParser::NAME:
      case UpgParser::RAW:
      case UpgParser::STRING:
      case UpgParser::QUOTE:
      case UpgParser::TRIPLE:
      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        enterOuterAlt(_localctx, 1);
        setState(89);
        head();
        setState(92);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case UpgParser::ARROW:
          case UpgParser::RANGE:
          case UpgParser::RANGE_LT:
          case UpgParser::PIPE: {
            setState(90);
            arm();
            break;
          }

          case UpgParser::EOF:
          case UpgParser::NL:
          case UpgParser::CLAUSE:
          case UpgParser::WITH:
          case UpgParser::FROM_TO:
          case UpgParser::MATCH:
          case UpgParser::NOT:
          case UpgParser::NAME:
          case UpgParser::INT:
          case UpgParser::VERSION:
          case UpgParser::DATE:
          case UpgParser::QUANTITY:
          case UpgParser::RAW:
          case UpgParser::STRING:
          case UpgParser::QUOTE:
          case UpgParser::TRIPLE:
          case UpgParser::TICK:
          case UpgParser::FENCE3:
          case UpgParser::FENCE4:
          case UpgParser::LBRACE:
          case UpgParser::RBRACE:
          case UpgParser::LPAREN:
          case UpgParser::LBRACK:
          case UpgParser::LE:
          case UpgParser::GE:
          case UpgParser::LT:
          case UpgParser::GT:
          case UpgParser::ASSIGN:
          case UpgParser::COLON:
          case UpgParser::COMMA: {
            setState(91);
            rest();
            break;
          }

        default:
          throw NoViableAltException(this);
        }
        break;
      }

      case UpgParser::NE:
      case UpgParser::LE:
      case UpgParser::GE:
      case UpgParser::LT:
      case UpgParser::GT: {
        enterOuterAlt(_localctx, 2);
        setState(94);
        _la = _input->LA(1);
        if (!((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << UpgParser::NE)
          | (1ULL << UpgParser::LE)
          | (1ULL << UpgParser::GE)
          | (1ULL << UpgParser::LT)
          | (1ULL << UpgParser::GT))) != 0))) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(95);
        bound();
        setState(96);
        arm();
        break;
      }

      case UpgParser::INT:
      case UpgParser::VERSION:
      case UpgParser::DATE:
      case UpgParser::QUANTITY: {
        enterOuterAlt(_localctx, 3);
        setState(98);
        _la = _input->LA(1);
        if (!((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << UpgParser::INT)
          | (1ULL << UpgParser::VERSION)
          | (1ULL << UpgParser::DATE)
          | (1ULL << UpgParser::QUANTITY))) != 0))) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(99);
        arm();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HeadContext ------------------------------------------------------------------

UpgParser::HeadContext::HeadContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<UpgParser::WordContext *> UpgParser::HeadContext::word() {
  return getRuleContexts<UpgParser::WordContext>();
}

UpgParser::WordContext* UpgParser::HeadContext::word(size_t i) {
  return getRuleContext<UpgParser::WordContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::HeadContext::DOT() {
  return getTokens(UpgParser::DOT);
}

tree::TerminalNode* UpgParser::HeadContext::DOT(size_t i) {
  return getToken(UpgParser::DOT, i);
}

tree::TerminalNode* UpgParser::HeadContext::STRING() {
  return getToken(UpgParser::STRING, 0);
}

tree::TerminalNode* UpgParser::HeadContext::RAW() {
  return getToken(UpgParser::RAW, 0);
}

UpgParser::TextContext* UpgParser::HeadContext::text() {
  return getRuleContext<UpgParser::TextContext>(0);
}

UpgParser::ShellContext* UpgParser::HeadContext::shell() {
  return getRuleContext<UpgParser::ShellContext>(0);
}


size_t UpgParser::HeadContext::getRuleIndex() const {
  return UpgParser::RuleHead;
}


UpgParser::HeadContext* UpgParser::head() {
  HeadContext *_localctx = _tracker.createInstance<HeadContext>(_ctx, getState());
  enterRule(_localctx, 6, UpgParser::RuleHead);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(114);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO:
      case UpgParser::MATCH:
      case UpgParser::ELSE:
      case UpgParser::AND:
      case UpgParser::OR:
      case UpgParser::NOT:
      case UpgParser::IS:
      case UpgParser::RELATION:
      case UpgParser::STARTS:
      case UpgParser::STATE:
      case UpgParser::NAME: {
        enterOuterAlt(_localctx, 1);
        setState(102);
        word();
        setState(107);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == UpgParser::DOT) {
          setState(103);
          match(UpgParser::DOT);
          setState(104);
          word();
          setState(109);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

      case UpgParser::STRING: {
        enterOuterAlt(_localctx, 2);
        setState(110);
        match(UpgParser::STRING);
        break;
      }

      case UpgParser::RAW: {
        enterOuterAlt(_localctx, 3);
        setState(111);
        match(UpgParser::RAW);
        break;
      }

      case UpgParser::QUOTE:
      case UpgParser::TRIPLE: {
        enterOuterAlt(_localctx, 4);
        setState(112);
        text();
        break;
      }

      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        enterOuterAlt(_localctx, 5);
        setState(113);
        shell();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RestContext ------------------------------------------------------------------

UpgParser::RestContext::RestContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::LeadContext* UpgParser::RestContext::lead() {
  return getRuleContext<UpgParser::LeadContext>(0);
}

UpgParser::BodyContext* UpgParser::RestContext::body() {
  return getRuleContext<UpgParser::BodyContext>(0);
}

std::vector<UpgParser::ItemContext *> UpgParser::RestContext::item() {
  return getRuleContexts<UpgParser::ItemContext>();
}

UpgParser::ItemContext* UpgParser::RestContext::item(size_t i) {
  return getRuleContext<UpgParser::ItemContext>(i);
}


size_t UpgParser::RestContext::getRuleIndex() const {
  return UpgParser::RuleRest;
}


UpgParser::RestContext* UpgParser::rest() {
  RestContext *_localctx = _tracker.createInstance<RestContext>(_ctx, getState());
  enterRule(_localctx, 8, UpgParser::RuleRest);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(123);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO)
      | (1ULL << UpgParser::MATCH)
      | (1ULL << UpgParser::NOT)
      | (1ULL << UpgParser::NAME)
      | (1ULL << UpgParser::INT)
      | (1ULL << UpgParser::VERSION)
      | (1ULL << UpgParser::DATE)
      | (1ULL << UpgParser::QUANTITY)
      | (1ULL << UpgParser::RAW)
      | (1ULL << UpgParser::STRING)
      | (1ULL << UpgParser::QUOTE)
      | (1ULL << UpgParser::TRIPLE)
      | (1ULL << UpgParser::TICK)
      | (1ULL << UpgParser::FENCE3)
      | (1ULL << UpgParser::FENCE4)
      | (1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT)
      | (1ULL << UpgParser::ASSIGN)
      | (1ULL << UpgParser::COLON))) != 0)) {
      setState(116);
      lead();
      setState(120);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
        | (1ULL << UpgParser::WITH)
        | (1ULL << UpgParser::FROM_TO)
        | (1ULL << UpgParser::MATCH)
        | (1ULL << UpgParser::NOT)
        | (1ULL << UpgParser::NAME)
        | (1ULL << UpgParser::INT)
        | (1ULL << UpgParser::VERSION)
        | (1ULL << UpgParser::DATE)
        | (1ULL << UpgParser::QUANTITY)
        | (1ULL << UpgParser::RAW)
        | (1ULL << UpgParser::STRING)
        | (1ULL << UpgParser::QUOTE)
        | (1ULL << UpgParser::TRIPLE)
        | (1ULL << UpgParser::TICK)
        | (1ULL << UpgParser::FENCE3)
        | (1ULL << UpgParser::FENCE4)
        | (1ULL << UpgParser::ASSIGN)
        | (1ULL << UpgParser::COLON))) != 0)) {
        setState(117);
        item();
        setState(122);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(126);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::LBRACE) {
      setState(125);
      body();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArmContext ------------------------------------------------------------------

UpgParser::ArmContext::ArmContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ArmContext::ARROW() {
  return getToken(UpgParser::ARROW, 0);
}

UpgParser::RightContext* UpgParser::ArmContext::right() {
  return getRuleContext<UpgParser::RightContext>(0);
}

UpgParser::BoundContext* UpgParser::ArmContext::bound() {
  return getRuleContext<UpgParser::BoundContext>(0);
}

std::vector<tree::TerminalNode *> UpgParser::ArmContext::PIPE() {
  return getTokens(UpgParser::PIPE);
}

tree::TerminalNode* UpgParser::ArmContext::PIPE(size_t i) {
  return getToken(UpgParser::PIPE, i);
}

std::vector<UpgParser::PatternContext *> UpgParser::ArmContext::pattern() {
  return getRuleContexts<UpgParser::PatternContext>();
}

UpgParser::PatternContext* UpgParser::ArmContext::pattern(size_t i) {
  return getRuleContext<UpgParser::PatternContext>(i);
}

tree::TerminalNode* UpgParser::ArmContext::RANGE() {
  return getToken(UpgParser::RANGE, 0);
}

tree::TerminalNode* UpgParser::ArmContext::RANGE_LT() {
  return getToken(UpgParser::RANGE_LT, 0);
}


size_t UpgParser::ArmContext::getRuleIndex() const {
  return UpgParser::RuleArm;
}


UpgParser::ArmContext* UpgParser::arm() {
  ArmContext *_localctx = _tracker.createInstance<ArmContext>(_ctx, getState());
  enterRule(_localctx, 10, UpgParser::RuleArm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(130);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::RANGE

    || _la == UpgParser::RANGE_LT) {
      setState(128);
      _la = _input->LA(1);
      if (!(_la == UpgParser::RANGE

      || _la == UpgParser::RANGE_LT)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(129);
      bound();
    }
    setState(136);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::PIPE) {
      setState(132);
      match(UpgParser::PIPE);
      setState(133);
      pattern();
      setState(138);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(139);
    match(UpgParser::ARROW);
    setState(140);
    right();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PatternContext ------------------------------------------------------------------

UpgParser::PatternContext::PatternContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<UpgParser::BoundContext *> UpgParser::PatternContext::bound() {
  return getRuleContexts<UpgParser::BoundContext>();
}

UpgParser::BoundContext* UpgParser::PatternContext::bound(size_t i) {
  return getRuleContext<UpgParser::BoundContext>(i);
}

tree::TerminalNode* UpgParser::PatternContext::LT() {
  return getToken(UpgParser::LT, 0);
}

tree::TerminalNode* UpgParser::PatternContext::LE() {
  return getToken(UpgParser::LE, 0);
}

tree::TerminalNode* UpgParser::PatternContext::GT() {
  return getToken(UpgParser::GT, 0);
}

tree::TerminalNode* UpgParser::PatternContext::GE() {
  return getToken(UpgParser::GE, 0);
}

tree::TerminalNode* UpgParser::PatternContext::NE() {
  return getToken(UpgParser::NE, 0);
}

tree::TerminalNode* UpgParser::PatternContext::RANGE() {
  return getToken(UpgParser::RANGE, 0);
}

tree::TerminalNode* UpgParser::PatternContext::RANGE_LT() {
  return getToken(UpgParser::RANGE_LT, 0);
}


size_t UpgParser::PatternContext::getRuleIndex() const {
  return UpgParser::RulePattern;
}


UpgParser::PatternContext* UpgParser::pattern() {
  PatternContext *_localctx = _tracker.createInstance<PatternContext>(_ctx, getState());
  enterRule(_localctx, 12, UpgParser::RulePattern);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(143);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::NE)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT))) != 0)) {
      setState(142);
      _la = _input->LA(1);
      if (!((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << UpgParser::NE)
        | (1ULL << UpgParser::LE)
        | (1ULL << UpgParser::GE)
        | (1ULL << UpgParser::LT)
        | (1ULL << UpgParser::GT))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
    }
    setState(145);
    bound();
    setState(148);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::RANGE

    || _la == UpgParser::RANGE_LT) {
      setState(146);
      _la = _input->LA(1);
      if (!(_la == UpgParser::RANGE

      || _la == UpgParser::RANGE_LT)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(147);
      bound();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BoundContext ------------------------------------------------------------------

UpgParser::BoundContext::BoundContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::BoundContext::NAME() {
  return getToken(UpgParser::NAME, 0);
}

tree::TerminalNode* UpgParser::BoundContext::FROM_TO() {
  return getToken(UpgParser::FROM_TO, 0);
}

tree::TerminalNode* UpgParser::BoundContext::CLAUSE() {
  return getToken(UpgParser::CLAUSE, 0);
}

tree::TerminalNode* UpgParser::BoundContext::WITH() {
  return getToken(UpgParser::WITH, 0);
}

tree::TerminalNode* UpgParser::BoundContext::INT() {
  return getToken(UpgParser::INT, 0);
}

tree::TerminalNode* UpgParser::BoundContext::VERSION() {
  return getToken(UpgParser::VERSION, 0);
}

tree::TerminalNode* UpgParser::BoundContext::DATE() {
  return getToken(UpgParser::DATE, 0);
}

tree::TerminalNode* UpgParser::BoundContext::QUANTITY() {
  return getToken(UpgParser::QUANTITY, 0);
}

tree::TerminalNode* UpgParser::BoundContext::STRING() {
  return getToken(UpgParser::STRING, 0);
}

tree::TerminalNode* UpgParser::BoundContext::RAW() {
  return getToken(UpgParser::RAW, 0);
}

UpgParser::TextContext* UpgParser::BoundContext::text() {
  return getRuleContext<UpgParser::TextContext>(0);
}

std::vector<tree::TerminalNode *> UpgParser::BoundContext::DOT() {
  return getTokens(UpgParser::DOT);
}

tree::TerminalNode* UpgParser::BoundContext::DOT(size_t i) {
  return getToken(UpgParser::DOT, i);
}

std::vector<UpgParser::WordContext *> UpgParser::BoundContext::word() {
  return getRuleContexts<UpgParser::WordContext>();
}

UpgParser::WordContext* UpgParser::BoundContext::word(size_t i) {
  return getRuleContext<UpgParser::WordContext>(i);
}


size_t UpgParser::BoundContext::getRuleIndex() const {
  return UpgParser::RuleBound;
}


UpgParser::BoundContext* UpgParser::bound() {
  BoundContext *_localctx = _tracker.createInstance<BoundContext>(_ctx, getState());
  enterRule(_localctx, 14, UpgParser::RuleBound);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(161);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::NAME: {
        setState(150);
        match(UpgParser::NAME);
        break;
      }

      case UpgParser::FROM_TO: {
        setState(151);
        match(UpgParser::FROM_TO);
        break;
      }

      case UpgParser::CLAUSE: {
        setState(152);
        match(UpgParser::CLAUSE);
        break;
      }

      case UpgParser::WITH: {
        setState(153);
        match(UpgParser::WITH);
        break;
      }

      case UpgParser::INT: {
        setState(154);
        match(UpgParser::INT);
        break;
      }

      case UpgParser::VERSION: {
        setState(155);
        match(UpgParser::VERSION);
        break;
      }

      case UpgParser::DATE: {
        setState(156);
        match(UpgParser::DATE);
        break;
      }

      case UpgParser::QUANTITY: {
        setState(157);
        match(UpgParser::QUANTITY);
        break;
      }

      case UpgParser::STRING: {
        setState(158);
        match(UpgParser::STRING);
        break;
      }

      case UpgParser::RAW: {
        setState(159);
        match(UpgParser::RAW);
        break;
      }

      case UpgParser::QUOTE:
      case UpgParser::TRIPLE: {
        setState(160);
        text();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(167);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::DOT) {
      setState(163);
      match(UpgParser::DOT);
      setState(164);
      word();
      setState(169);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RightContext ------------------------------------------------------------------

UpgParser::RightContext::RightContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::BodyContext* UpgParser::RightContext::body() {
  return getRuleContext<UpgParser::BodyContext>(0);
}

UpgParser::ExprContext* UpgParser::RightContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

std::vector<UpgParser::ItemContext *> UpgParser::RightContext::item() {
  return getRuleContexts<UpgParser::ItemContext>();
}

UpgParser::ItemContext* UpgParser::RightContext::item(size_t i) {
  return getRuleContext<UpgParser::ItemContext>(i);
}


size_t UpgParser::RightContext::getRuleIndex() const {
  return UpgParser::RuleRight;
}


UpgParser::RightContext* UpgParser::right() {
  RightContext *_localctx = _tracker.createInstance<RightContext>(_ctx, getState());
  enterRule(_localctx, 16, UpgParser::RuleRight);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(181);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::LBRACE: {
        enterOuterAlt(_localctx, 1);
        setState(170);
        body();
        break;
      }

      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO:
      case UpgParser::MATCH:
      case UpgParser::NOT:
      case UpgParser::NAME:
      case UpgParser::INT:
      case UpgParser::VERSION:
      case UpgParser::DATE:
      case UpgParser::QUANTITY:
      case UpgParser::RAW:
      case UpgParser::STRING:
      case UpgParser::QUOTE:
      case UpgParser::TRIPLE:
      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4:
      case UpgParser::LPAREN:
      case UpgParser::LBRACK: {
        enterOuterAlt(_localctx, 2);
        setState(171);
        expr();
        setState(175);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
          | (1ULL << UpgParser::WITH)
          | (1ULL << UpgParser::FROM_TO)
          | (1ULL << UpgParser::MATCH)
          | (1ULL << UpgParser::NOT)
          | (1ULL << UpgParser::NAME)
          | (1ULL << UpgParser::INT)
          | (1ULL << UpgParser::VERSION)
          | (1ULL << UpgParser::DATE)
          | (1ULL << UpgParser::QUANTITY)
          | (1ULL << UpgParser::RAW)
          | (1ULL << UpgParser::STRING)
          | (1ULL << UpgParser::QUOTE)
          | (1ULL << UpgParser::TRIPLE)
          | (1ULL << UpgParser::TICK)
          | (1ULL << UpgParser::FENCE3)
          | (1ULL << UpgParser::FENCE4)
          | (1ULL << UpgParser::ASSIGN)
          | (1ULL << UpgParser::COLON))) != 0)) {
          setState(172);
          item();
          setState(177);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(179);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == UpgParser::LBRACE) {
          setState(178);
          body();
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LeadContext ------------------------------------------------------------------

UpgParser::LeadContext::LeadContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::FirstContext* UpgParser::LeadContext::first() {
  return getRuleContext<UpgParser::FirstContext>(0);
}

UpgParser::BelowContext* UpgParser::LeadContext::below() {
  return getRuleContext<UpgParser::BelowContext>(0);
}

UpgParser::ClauseContext* UpgParser::LeadContext::clause() {
  return getRuleContext<UpgParser::ClauseContext>(0);
}

tree::TerminalNode* UpgParser::LeadContext::COLON() {
  return getToken(UpgParser::COLON, 0);
}

UpgParser::TypeContext* UpgParser::LeadContext::type() {
  return getRuleContext<UpgParser::TypeContext>(0);
}

tree::TerminalNode* UpgParser::LeadContext::ASSIGN() {
  return getToken(UpgParser::ASSIGN, 0);
}

UpgParser::ValueContext* UpgParser::LeadContext::value() {
  return getRuleContext<UpgParser::ValueContext>(0);
}


size_t UpgParser::LeadContext::getRuleIndex() const {
  return UpgParser::RuleLead;
}


UpgParser::LeadContext* UpgParser::lead() {
  LeadContext *_localctx = _tracker.createInstance<LeadContext>(_ctx, getState());
  enterRule(_localctx, 18, UpgParser::RuleLead);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(190);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::MATCH:
      case UpgParser::NOT:
      case UpgParser::NAME:
      case UpgParser::INT:
      case UpgParser::VERSION:
      case UpgParser::DATE:
      case UpgParser::QUANTITY:
      case UpgParser::RAW:
      case UpgParser::STRING:
      case UpgParser::QUOTE:
      case UpgParser::TRIPLE:
      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4:
      case UpgParser::LPAREN:
      case UpgParser::LBRACK: {
        enterOuterAlt(_localctx, 1);
        setState(183);
        first();
        break;
      }

      case UpgParser::LE:
      case UpgParser::GE:
      case UpgParser::LT:
      case UpgParser::GT: {
        enterOuterAlt(_localctx, 2);
        setState(184);
        below();
        break;
      }

      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO: {
        enterOuterAlt(_localctx, 3);
        setState(185);
        clause();
        break;
      }

      case UpgParser::COLON: {
        enterOuterAlt(_localctx, 4);
        setState(186);
        match(UpgParser::COLON);
        setState(187);
        type();
        break;
      }

      case UpgParser::ASSIGN: {
        enterOuterAlt(_localctx, 5);
        setState(188);
        match(UpgParser::ASSIGN);
        setState(189);
        value();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BelowContext ------------------------------------------------------------------

UpgParser::BelowContext::BelowContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::BoundContext* UpgParser::BelowContext::bound() {
  return getRuleContext<UpgParser::BoundContext>(0);
}

tree::TerminalNode* UpgParser::BelowContext::LT() {
  return getToken(UpgParser::LT, 0);
}

tree::TerminalNode* UpgParser::BelowContext::LE() {
  return getToken(UpgParser::LE, 0);
}

tree::TerminalNode* UpgParser::BelowContext::GT() {
  return getToken(UpgParser::GT, 0);
}

tree::TerminalNode* UpgParser::BelowContext::GE() {
  return getToken(UpgParser::GE, 0);
}


size_t UpgParser::BelowContext::getRuleIndex() const {
  return UpgParser::RuleBelow;
}


UpgParser::BelowContext* UpgParser::below() {
  BelowContext *_localctx = _tracker.createInstance<BelowContext>(_ctx, getState());
  enterRule(_localctx, 20, UpgParser::RuleBelow);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(192);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(193);
    bound();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ItemContext ------------------------------------------------------------------

UpgParser::ItemContext::ItemContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::OperandContext* UpgParser::ItemContext::operand() {
  return getRuleContext<UpgParser::OperandContext>(0);
}

UpgParser::ClauseContext* UpgParser::ItemContext::clause() {
  return getRuleContext<UpgParser::ClauseContext>(0);
}

tree::TerminalNode* UpgParser::ItemContext::COLON() {
  return getToken(UpgParser::COLON, 0);
}

UpgParser::TypeContext* UpgParser::ItemContext::type() {
  return getRuleContext<UpgParser::TypeContext>(0);
}

tree::TerminalNode* UpgParser::ItemContext::ASSIGN() {
  return getToken(UpgParser::ASSIGN, 0);
}

UpgParser::ValueContext* UpgParser::ItemContext::value() {
  return getRuleContext<UpgParser::ValueContext>(0);
}


size_t UpgParser::ItemContext::getRuleIndex() const {
  return UpgParser::RuleItem;
}


UpgParser::ItemContext* UpgParser::item() {
  ItemContext *_localctx = _tracker.createInstance<ItemContext>(_ctx, getState());
  enterRule(_localctx, 22, UpgParser::RuleItem);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(201);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::MATCH:
      case UpgParser::NOT:
      case UpgParser::NAME:
      case UpgParser::INT:
      case UpgParser::VERSION:
      case UpgParser::DATE:
      case UpgParser::QUANTITY:
      case UpgParser::RAW:
      case UpgParser::STRING:
      case UpgParser::QUOTE:
      case UpgParser::TRIPLE:
      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        enterOuterAlt(_localctx, 1);
        setState(195);
        operand();
        break;
      }

      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO: {
        enterOuterAlt(_localctx, 2);
        setState(196);
        clause();
        break;
      }

      case UpgParser::COLON: {
        enterOuterAlt(_localctx, 3);
        setState(197);
        match(UpgParser::COLON);
        setState(198);
        type();
        break;
      }

      case UpgParser::ASSIGN: {
        enterOuterAlt(_localctx, 4);
        setState(199);
        match(UpgParser::ASSIGN);
        setState(200);
        value();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ClauseContext ------------------------------------------------------------------

UpgParser::ClauseContext::ClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::ExprContext* UpgParser::ClauseContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

tree::TerminalNode* UpgParser::ClauseContext::CLAUSE() {
  return getToken(UpgParser::CLAUSE, 0);
}

tree::TerminalNode* UpgParser::ClauseContext::WITH() {
  return getToken(UpgParser::WITH, 0);
}

tree::TerminalNode* UpgParser::ClauseContext::FROM_TO() {
  return getToken(UpgParser::FROM_TO, 0);
}


size_t UpgParser::ClauseContext::getRuleIndex() const {
  return UpgParser::RuleClause;
}


UpgParser::ClauseContext* UpgParser::clause() {
  ClauseContext *_localctx = _tracker.createInstance<ClauseContext>(_ctx, getState());
  enterRule(_localctx, 24, UpgParser::RuleClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(203);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(204);
    expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeContext ------------------------------------------------------------------

UpgParser::TypeContext::TypeContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::WordContext* UpgParser::TypeContext::word() {
  return getRuleContext<UpgParser::WordContext>(0);
}

tree::TerminalNode* UpgParser::TypeContext::LT() {
  return getToken(UpgParser::LT, 0);
}

std::vector<UpgParser::TypeContext *> UpgParser::TypeContext::type() {
  return getRuleContexts<UpgParser::TypeContext>();
}

UpgParser::TypeContext* UpgParser::TypeContext::type(size_t i) {
  return getRuleContext<UpgParser::TypeContext>(i);
}

tree::TerminalNode* UpgParser::TypeContext::GT() {
  return getToken(UpgParser::GT, 0);
}

tree::TerminalNode* UpgParser::TypeContext::QUESTION() {
  return getToken(UpgParser::QUESTION, 0);
}

std::vector<tree::TerminalNode *> UpgParser::TypeContext::COMMA() {
  return getTokens(UpgParser::COMMA);
}

tree::TerminalNode* UpgParser::TypeContext::COMMA(size_t i) {
  return getToken(UpgParser::COMMA, i);
}


size_t UpgParser::TypeContext::getRuleIndex() const {
  return UpgParser::RuleType;
}


UpgParser::TypeContext* UpgParser::type() {
  TypeContext *_localctx = _tracker.createInstance<TypeContext>(_ctx, getState());
  enterRule(_localctx, 26, UpgParser::RuleType);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(206);
    word();
    setState(218);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::LT) {
      setState(207);
      match(UpgParser::LT);
      setState(208);
      type();
      setState(213);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == UpgParser::COMMA) {
        setState(209);
        match(UpgParser::COMMA);
        setState(210);
        type();
        setState(215);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(216);
      match(UpgParser::GT);
    }
    setState(221);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::QUESTION) {
      setState(220);
      match(UpgParser::QUESTION);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ValueContext ------------------------------------------------------------------

UpgParser::ValueContext::ValueContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::ExprContext* UpgParser::ValueContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

UpgParser::BodyContext* UpgParser::ValueContext::body() {
  return getRuleContext<UpgParser::BodyContext>(0);
}


size_t UpgParser::ValueContext::getRuleIndex() const {
  return UpgParser::RuleValue;
}


UpgParser::ValueContext* UpgParser::value() {
  ValueContext *_localctx = _tracker.createInstance<ValueContext>(_ctx, getState());
  enterRule(_localctx, 28, UpgParser::RuleValue);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(225);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO:
      case UpgParser::MATCH:
      case UpgParser::NOT:
      case UpgParser::NAME:
      case UpgParser::INT:
      case UpgParser::VERSION:
      case UpgParser::DATE:
      case UpgParser::QUANTITY:
      case UpgParser::RAW:
      case UpgParser::STRING:
      case UpgParser::QUOTE:
      case UpgParser::TRIPLE:
      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4:
      case UpgParser::LPAREN:
      case UpgParser::LBRACK: {
        enterOuterAlt(_localctx, 1);
        setState(223);
        expr();
        break;
      }

      case UpgParser::LBRACE: {
        enterOuterAlt(_localctx, 2);
        setState(224);
        body();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ExprContext ------------------------------------------------------------------

UpgParser::ExprContext::ExprContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ExprContext::NAME() {
  return getToken(UpgParser::NAME, 0);
}

tree::TerminalNode* UpgParser::ExprContext::FROM_TO() {
  return getToken(UpgParser::FROM_TO, 0);
}

tree::TerminalNode* UpgParser::ExprContext::CLAUSE() {
  return getToken(UpgParser::CLAUSE, 0);
}

tree::TerminalNode* UpgParser::ExprContext::WITH() {
  return getToken(UpgParser::WITH, 0);
}

tree::TerminalNode* UpgParser::ExprContext::INT() {
  return getToken(UpgParser::INT, 0);
}

tree::TerminalNode* UpgParser::ExprContext::VERSION() {
  return getToken(UpgParser::VERSION, 0);
}

tree::TerminalNode* UpgParser::ExprContext::DATE() {
  return getToken(UpgParser::DATE, 0);
}

tree::TerminalNode* UpgParser::ExprContext::QUANTITY() {
  return getToken(UpgParser::QUANTITY, 0);
}

tree::TerminalNode* UpgParser::ExprContext::STRING() {
  return getToken(UpgParser::STRING, 0);
}

tree::TerminalNode* UpgParser::ExprContext::RAW() {
  return getToken(UpgParser::RAW, 0);
}

UpgParser::TextContext* UpgParser::ExprContext::text() {
  return getRuleContext<UpgParser::TextContext>(0);
}

UpgParser::ShellContext* UpgParser::ExprContext::shell() {
  return getRuleContext<UpgParser::ShellContext>(0);
}

UpgParser::ChooseContext* UpgParser::ExprContext::choose() {
  return getRuleContext<UpgParser::ChooseContext>(0);
}

UpgParser::ListContext* UpgParser::ExprContext::list() {
  return getRuleContext<UpgParser::ListContext>(0);
}

UpgParser::ParenContext* UpgParser::ExprContext::paren() {
  return getRuleContext<UpgParser::ParenContext>(0);
}

std::vector<tree::TerminalNode *> UpgParser::ExprContext::NOT() {
  return getTokens(UpgParser::NOT);
}

tree::TerminalNode* UpgParser::ExprContext::NOT(size_t i) {
  return getToken(UpgParser::NOT, i);
}

std::vector<tree::TerminalNode *> UpgParser::ExprContext::DOT() {
  return getTokens(UpgParser::DOT);
}

tree::TerminalNode* UpgParser::ExprContext::DOT(size_t i) {
  return getToken(UpgParser::DOT, i);
}

std::vector<UpgParser::WordContext *> UpgParser::ExprContext::word() {
  return getRuleContexts<UpgParser::WordContext>();
}

UpgParser::WordContext* UpgParser::ExprContext::word(size_t i) {
  return getRuleContext<UpgParser::WordContext>(i);
}

std::vector<UpgParser::ArgsContext *> UpgParser::ExprContext::args() {
  return getRuleContexts<UpgParser::ArgsContext>();
}

UpgParser::ArgsContext* UpgParser::ExprContext::args(size_t i) {
  return getRuleContext<UpgParser::ArgsContext>(i);
}

std::vector<UpgParser::IndexContext *> UpgParser::ExprContext::index() {
  return getRuleContexts<UpgParser::IndexContext>();
}

UpgParser::IndexContext* UpgParser::ExprContext::index(size_t i) {
  return getRuleContext<UpgParser::IndexContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::ExprContext::STATE() {
  return getTokens(UpgParser::STATE);
}

tree::TerminalNode* UpgParser::ExprContext::STATE(size_t i) {
  return getToken(UpgParser::STATE, i);
}

std::vector<UpgParser::OperationContext *> UpgParser::ExprContext::operation() {
  return getRuleContexts<UpgParser::OperationContext>();
}

UpgParser::OperationContext* UpgParser::ExprContext::operation(size_t i) {
  return getRuleContext<UpgParser::OperationContext>(i);
}


size_t UpgParser::ExprContext::getRuleIndex() const {
  return UpgParser::RuleExpr;
}


UpgParser::ExprContext* UpgParser::expr() {
  ExprContext *_localctx = _tracker.createInstance<ExprContext>(_ctx, getState());
  enterRule(_localctx, 30, UpgParser::RuleExpr);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(230);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::NOT) {
      setState(227);
      match(UpgParser::NOT);
      setState(232);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(248);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::NAME: {
        setState(233);
        match(UpgParser::NAME);
        break;
      }

      case UpgParser::FROM_TO: {
        setState(234);
        match(UpgParser::FROM_TO);
        break;
      }

      case UpgParser::CLAUSE: {
        setState(235);
        match(UpgParser::CLAUSE);
        break;
      }

      case UpgParser::WITH: {
        setState(236);
        match(UpgParser::WITH);
        break;
      }

      case UpgParser::INT: {
        setState(237);
        match(UpgParser::INT);
        break;
      }

      case UpgParser::VERSION: {
        setState(238);
        match(UpgParser::VERSION);
        break;
      }

      case UpgParser::DATE: {
        setState(239);
        match(UpgParser::DATE);
        break;
      }

      case UpgParser::QUANTITY: {
        setState(240);
        match(UpgParser::QUANTITY);
        break;
      }

      case UpgParser::STRING: {
        setState(241);
        match(UpgParser::STRING);
        break;
      }

      case UpgParser::RAW: {
        setState(242);
        match(UpgParser::RAW);
        break;
      }

      case UpgParser::QUOTE:
      case UpgParser::TRIPLE: {
        setState(243);
        text();
        break;
      }

      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        setState(244);
        shell();
        break;
      }

      case UpgParser::MATCH: {
        setState(245);
        choose();
        break;
      }

      case UpgParser::LBRACK: {
        setState(246);
        list();
        break;
      }

      case UpgParser::LPAREN: {
        setState(247);
        paren();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(256);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK)
      | (1ULL << UpgParser::DOT))) != 0)) {
      setState(254);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case UpgParser::DOT: {
          setState(250);
          match(UpgParser::DOT);
          setState(251);
          word();
          break;
        }

        case UpgParser::LPAREN: {
          setState(252);
          args();
          break;
        }

        case UpgParser::LBRACK: {
          setState(253);
          index();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(258);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(262);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::STATE) {
      setState(259);
      match(UpgParser::STATE);
      setState(264);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(268);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::AND)
      | (1ULL << UpgParser::OR)
      | (1ULL << UpgParser::IS)
      | (1ULL << UpgParser::RELATION)
      | (1ULL << UpgParser::STARTS)
      | (1ULL << UpgParser::RANGE)
      | (1ULL << UpgParser::RANGE_LT)
      | (1ULL << UpgParser::EQ)
      | (1ULL << UpgParser::NE)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT)
      | (1ULL << UpgParser::PLUS)
      | (1ULL << UpgParser::MINUS)
      | (1ULL << UpgParser::STAR)
      | (1ULL << UpgParser::SLASH)
      | (1ULL << UpgParser::PIPE))) != 0)) {
      setState(265);
      operation();
      setState(270);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FirstContext ------------------------------------------------------------------

UpgParser::FirstContext::FirstContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::FirstContext::NAME() {
  return getToken(UpgParser::NAME, 0);
}

tree::TerminalNode* UpgParser::FirstContext::INT() {
  return getToken(UpgParser::INT, 0);
}

tree::TerminalNode* UpgParser::FirstContext::VERSION() {
  return getToken(UpgParser::VERSION, 0);
}

tree::TerminalNode* UpgParser::FirstContext::DATE() {
  return getToken(UpgParser::DATE, 0);
}

tree::TerminalNode* UpgParser::FirstContext::QUANTITY() {
  return getToken(UpgParser::QUANTITY, 0);
}

tree::TerminalNode* UpgParser::FirstContext::STRING() {
  return getToken(UpgParser::STRING, 0);
}

tree::TerminalNode* UpgParser::FirstContext::RAW() {
  return getToken(UpgParser::RAW, 0);
}

UpgParser::TextContext* UpgParser::FirstContext::text() {
  return getRuleContext<UpgParser::TextContext>(0);
}

UpgParser::ShellContext* UpgParser::FirstContext::shell() {
  return getRuleContext<UpgParser::ShellContext>(0);
}

UpgParser::ChooseContext* UpgParser::FirstContext::choose() {
  return getRuleContext<UpgParser::ChooseContext>(0);
}

UpgParser::ListContext* UpgParser::FirstContext::list() {
  return getRuleContext<UpgParser::ListContext>(0);
}

UpgParser::ParenContext* UpgParser::FirstContext::paren() {
  return getRuleContext<UpgParser::ParenContext>(0);
}

std::vector<tree::TerminalNode *> UpgParser::FirstContext::NOT() {
  return getTokens(UpgParser::NOT);
}

tree::TerminalNode* UpgParser::FirstContext::NOT(size_t i) {
  return getToken(UpgParser::NOT, i);
}

std::vector<tree::TerminalNode *> UpgParser::FirstContext::DOT() {
  return getTokens(UpgParser::DOT);
}

tree::TerminalNode* UpgParser::FirstContext::DOT(size_t i) {
  return getToken(UpgParser::DOT, i);
}

std::vector<UpgParser::WordContext *> UpgParser::FirstContext::word() {
  return getRuleContexts<UpgParser::WordContext>();
}

UpgParser::WordContext* UpgParser::FirstContext::word(size_t i) {
  return getRuleContext<UpgParser::WordContext>(i);
}

std::vector<UpgParser::ArgsContext *> UpgParser::FirstContext::args() {
  return getRuleContexts<UpgParser::ArgsContext>();
}

UpgParser::ArgsContext* UpgParser::FirstContext::args(size_t i) {
  return getRuleContext<UpgParser::ArgsContext>(i);
}

std::vector<UpgParser::IndexContext *> UpgParser::FirstContext::index() {
  return getRuleContexts<UpgParser::IndexContext>();
}

UpgParser::IndexContext* UpgParser::FirstContext::index(size_t i) {
  return getRuleContext<UpgParser::IndexContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::FirstContext::STATE() {
  return getTokens(UpgParser::STATE);
}

tree::TerminalNode* UpgParser::FirstContext::STATE(size_t i) {
  return getToken(UpgParser::STATE, i);
}

std::vector<UpgParser::OperationContext *> UpgParser::FirstContext::operation() {
  return getRuleContexts<UpgParser::OperationContext>();
}

UpgParser::OperationContext* UpgParser::FirstContext::operation(size_t i) {
  return getRuleContext<UpgParser::OperationContext>(i);
}


size_t UpgParser::FirstContext::getRuleIndex() const {
  return UpgParser::RuleFirst;
}


UpgParser::FirstContext* UpgParser::first() {
  FirstContext *_localctx = _tracker.createInstance<FirstContext>(_ctx, getState());
  enterRule(_localctx, 32, UpgParser::RuleFirst);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(274);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::NOT) {
      setState(271);
      match(UpgParser::NOT);
      setState(276);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(289);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::NAME: {
        setState(277);
        match(UpgParser::NAME);
        break;
      }

      case UpgParser::INT: {
        setState(278);
        match(UpgParser::INT);
        break;
      }

      case UpgParser::VERSION: {
        setState(279);
        match(UpgParser::VERSION);
        break;
      }

      case UpgParser::DATE: {
        setState(280);
        match(UpgParser::DATE);
        break;
      }

      case UpgParser::QUANTITY: {
        setState(281);
        match(UpgParser::QUANTITY);
        break;
      }

      case UpgParser::STRING: {
        setState(282);
        match(UpgParser::STRING);
        break;
      }

      case UpgParser::RAW: {
        setState(283);
        match(UpgParser::RAW);
        break;
      }

      case UpgParser::QUOTE:
      case UpgParser::TRIPLE: {
        setState(284);
        text();
        break;
      }

      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        setState(285);
        shell();
        break;
      }

      case UpgParser::MATCH: {
        setState(286);
        choose();
        break;
      }

      case UpgParser::LBRACK: {
        setState(287);
        list();
        break;
      }

      case UpgParser::LPAREN: {
        setState(288);
        paren();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(297);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK)
      | (1ULL << UpgParser::DOT))) != 0)) {
      setState(295);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case UpgParser::DOT: {
          setState(291);
          match(UpgParser::DOT);
          setState(292);
          word();
          break;
        }

        case UpgParser::LPAREN: {
          setState(293);
          args();
          break;
        }

        case UpgParser::LBRACK: {
          setState(294);
          index();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(299);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(303);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::STATE) {
      setState(300);
      match(UpgParser::STATE);
      setState(305);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(309);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::AND)
      | (1ULL << UpgParser::OR)
      | (1ULL << UpgParser::IS)
      | (1ULL << UpgParser::RELATION)
      | (1ULL << UpgParser::STARTS)
      | (1ULL << UpgParser::RANGE)
      | (1ULL << UpgParser::RANGE_LT)
      | (1ULL << UpgParser::EQ)
      | (1ULL << UpgParser::NE)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT)
      | (1ULL << UpgParser::PLUS)
      | (1ULL << UpgParser::MINUS)
      | (1ULL << UpgParser::STAR)
      | (1ULL << UpgParser::SLASH)
      | (1ULL << UpgParser::PIPE))) != 0)) {
      setState(306);
      operation();
      setState(311);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- OperandContext ------------------------------------------------------------------

UpgParser::OperandContext::OperandContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::OperandContext::NAME() {
  return getToken(UpgParser::NAME, 0);
}

tree::TerminalNode* UpgParser::OperandContext::INT() {
  return getToken(UpgParser::INT, 0);
}

tree::TerminalNode* UpgParser::OperandContext::VERSION() {
  return getToken(UpgParser::VERSION, 0);
}

tree::TerminalNode* UpgParser::OperandContext::DATE() {
  return getToken(UpgParser::DATE, 0);
}

tree::TerminalNode* UpgParser::OperandContext::QUANTITY() {
  return getToken(UpgParser::QUANTITY, 0);
}

tree::TerminalNode* UpgParser::OperandContext::STRING() {
  return getToken(UpgParser::STRING, 0);
}

tree::TerminalNode* UpgParser::OperandContext::RAW() {
  return getToken(UpgParser::RAW, 0);
}

UpgParser::TextContext* UpgParser::OperandContext::text() {
  return getRuleContext<UpgParser::TextContext>(0);
}

UpgParser::ShellContext* UpgParser::OperandContext::shell() {
  return getRuleContext<UpgParser::ShellContext>(0);
}

UpgParser::ChooseContext* UpgParser::OperandContext::choose() {
  return getRuleContext<UpgParser::ChooseContext>(0);
}

std::vector<tree::TerminalNode *> UpgParser::OperandContext::NOT() {
  return getTokens(UpgParser::NOT);
}

tree::TerminalNode* UpgParser::OperandContext::NOT(size_t i) {
  return getToken(UpgParser::NOT, i);
}

std::vector<tree::TerminalNode *> UpgParser::OperandContext::DOT() {
  return getTokens(UpgParser::DOT);
}

tree::TerminalNode* UpgParser::OperandContext::DOT(size_t i) {
  return getToken(UpgParser::DOT, i);
}

std::vector<UpgParser::WordContext *> UpgParser::OperandContext::word() {
  return getRuleContexts<UpgParser::WordContext>();
}

UpgParser::WordContext* UpgParser::OperandContext::word(size_t i) {
  return getRuleContext<UpgParser::WordContext>(i);
}

std::vector<UpgParser::ArgsContext *> UpgParser::OperandContext::args() {
  return getRuleContexts<UpgParser::ArgsContext>();
}

UpgParser::ArgsContext* UpgParser::OperandContext::args(size_t i) {
  return getRuleContext<UpgParser::ArgsContext>(i);
}

std::vector<UpgParser::IndexContext *> UpgParser::OperandContext::index() {
  return getRuleContexts<UpgParser::IndexContext>();
}

UpgParser::IndexContext* UpgParser::OperandContext::index(size_t i) {
  return getRuleContext<UpgParser::IndexContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::OperandContext::STATE() {
  return getTokens(UpgParser::STATE);
}

tree::TerminalNode* UpgParser::OperandContext::STATE(size_t i) {
  return getToken(UpgParser::STATE, i);
}

std::vector<UpgParser::OperationContext *> UpgParser::OperandContext::operation() {
  return getRuleContexts<UpgParser::OperationContext>();
}

UpgParser::OperationContext* UpgParser::OperandContext::operation(size_t i) {
  return getRuleContext<UpgParser::OperationContext>(i);
}


size_t UpgParser::OperandContext::getRuleIndex() const {
  return UpgParser::RuleOperand;
}


UpgParser::OperandContext* UpgParser::operand() {
  OperandContext *_localctx = _tracker.createInstance<OperandContext>(_ctx, getState());
  enterRule(_localctx, 34, UpgParser::RuleOperand);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(315);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::NOT) {
      setState(312);
      match(UpgParser::NOT);
      setState(317);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(328);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::NAME: {
        setState(318);
        match(UpgParser::NAME);
        break;
      }

      case UpgParser::INT: {
        setState(319);
        match(UpgParser::INT);
        break;
      }

      case UpgParser::VERSION: {
        setState(320);
        match(UpgParser::VERSION);
        break;
      }

      case UpgParser::DATE: {
        setState(321);
        match(UpgParser::DATE);
        break;
      }

      case UpgParser::QUANTITY: {
        setState(322);
        match(UpgParser::QUANTITY);
        break;
      }

      case UpgParser::STRING: {
        setState(323);
        match(UpgParser::STRING);
        break;
      }

      case UpgParser::RAW: {
        setState(324);
        match(UpgParser::RAW);
        break;
      }

      case UpgParser::QUOTE:
      case UpgParser::TRIPLE: {
        setState(325);
        text();
        break;
      }

      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        setState(326);
        shell();
        break;
      }

      case UpgParser::MATCH: {
        setState(327);
        choose();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(336);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK)
      | (1ULL << UpgParser::DOT))) != 0)) {
      setState(334);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case UpgParser::DOT: {
          setState(330);
          match(UpgParser::DOT);
          setState(331);
          word();
          break;
        }

        case UpgParser::LPAREN: {
          setState(332);
          args();
          break;
        }

        case UpgParser::LBRACK: {
          setState(333);
          index();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(338);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(342);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::STATE) {
      setState(339);
      match(UpgParser::STATE);
      setState(344);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(348);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::AND)
      | (1ULL << UpgParser::OR)
      | (1ULL << UpgParser::IS)
      | (1ULL << UpgParser::RELATION)
      | (1ULL << UpgParser::STARTS)
      | (1ULL << UpgParser::RANGE)
      | (1ULL << UpgParser::RANGE_LT)
      | (1ULL << UpgParser::EQ)
      | (1ULL << UpgParser::NE)
      | (1ULL << UpgParser::LE)
      | (1ULL << UpgParser::GE)
      | (1ULL << UpgParser::LT)
      | (1ULL << UpgParser::GT)
      | (1ULL << UpgParser::PLUS)
      | (1ULL << UpgParser::MINUS)
      | (1ULL << UpgParser::STAR)
      | (1ULL << UpgParser::SLASH)
      | (1ULL << UpgParser::PIPE))) != 0)) {
      setState(345);
      operation();
      setState(350);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- OperationContext ------------------------------------------------------------------

UpgParser::OperationContext::OperationContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::OperationContext::EQ() {
  return getToken(UpgParser::EQ, 0);
}

tree::TerminalNode* UpgParser::OperationContext::NE() {
  return getToken(UpgParser::NE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::LT() {
  return getToken(UpgParser::LT, 0);
}

tree::TerminalNode* UpgParser::OperationContext::LE() {
  return getToken(UpgParser::LE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::GT() {
  return getToken(UpgParser::GT, 0);
}

tree::TerminalNode* UpgParser::OperationContext::GE() {
  return getToken(UpgParser::GE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::PLUS() {
  return getToken(UpgParser::PLUS, 0);
}

tree::TerminalNode* UpgParser::OperationContext::MINUS() {
  return getToken(UpgParser::MINUS, 0);
}

tree::TerminalNode* UpgParser::OperationContext::STAR() {
  return getToken(UpgParser::STAR, 0);
}

tree::TerminalNode* UpgParser::OperationContext::SLASH() {
  return getToken(UpgParser::SLASH, 0);
}

tree::TerminalNode* UpgParser::OperationContext::RANGE() {
  return getToken(UpgParser::RANGE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::RANGE_LT() {
  return getToken(UpgParser::RANGE_LT, 0);
}

tree::TerminalNode* UpgParser::OperationContext::PIPE() {
  return getToken(UpgParser::PIPE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::AND() {
  return getToken(UpgParser::AND, 0);
}

tree::TerminalNode* UpgParser::OperationContext::OR() {
  return getToken(UpgParser::OR, 0);
}

tree::TerminalNode* UpgParser::OperationContext::IS() {
  return getToken(UpgParser::IS, 0);
}

tree::TerminalNode* UpgParser::OperationContext::RELATION() {
  return getToken(UpgParser::RELATION, 0);
}

tree::TerminalNode* UpgParser::OperationContext::STARTS() {
  return getToken(UpgParser::STARTS, 0);
}

std::vector<tree::TerminalNode *> UpgParser::OperationContext::WITH() {
  return getTokens(UpgParser::WITH);
}

tree::TerminalNode* UpgParser::OperationContext::WITH(size_t i) {
  return getToken(UpgParser::WITH, i);
}

tree::TerminalNode* UpgParser::OperationContext::NAME() {
  return getToken(UpgParser::NAME, 0);
}

tree::TerminalNode* UpgParser::OperationContext::FROM_TO() {
  return getToken(UpgParser::FROM_TO, 0);
}

tree::TerminalNode* UpgParser::OperationContext::CLAUSE() {
  return getToken(UpgParser::CLAUSE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::INT() {
  return getToken(UpgParser::INT, 0);
}

tree::TerminalNode* UpgParser::OperationContext::VERSION() {
  return getToken(UpgParser::VERSION, 0);
}

tree::TerminalNode* UpgParser::OperationContext::DATE() {
  return getToken(UpgParser::DATE, 0);
}

tree::TerminalNode* UpgParser::OperationContext::QUANTITY() {
  return getToken(UpgParser::QUANTITY, 0);
}

tree::TerminalNode* UpgParser::OperationContext::STRING() {
  return getToken(UpgParser::STRING, 0);
}

tree::TerminalNode* UpgParser::OperationContext::RAW() {
  return getToken(UpgParser::RAW, 0);
}

UpgParser::TextContext* UpgParser::OperationContext::text() {
  return getRuleContext<UpgParser::TextContext>(0);
}

UpgParser::ShellContext* UpgParser::OperationContext::shell() {
  return getRuleContext<UpgParser::ShellContext>(0);
}

UpgParser::ChooseContext* UpgParser::OperationContext::choose() {
  return getRuleContext<UpgParser::ChooseContext>(0);
}

UpgParser::ListContext* UpgParser::OperationContext::list() {
  return getRuleContext<UpgParser::ListContext>(0);
}

UpgParser::ParenContext* UpgParser::OperationContext::paren() {
  return getRuleContext<UpgParser::ParenContext>(0);
}

std::vector<tree::TerminalNode *> UpgParser::OperationContext::NOT() {
  return getTokens(UpgParser::NOT);
}

tree::TerminalNode* UpgParser::OperationContext::NOT(size_t i) {
  return getToken(UpgParser::NOT, i);
}

std::vector<tree::TerminalNode *> UpgParser::OperationContext::DOT() {
  return getTokens(UpgParser::DOT);
}

tree::TerminalNode* UpgParser::OperationContext::DOT(size_t i) {
  return getToken(UpgParser::DOT, i);
}

std::vector<UpgParser::WordContext *> UpgParser::OperationContext::word() {
  return getRuleContexts<UpgParser::WordContext>();
}

UpgParser::WordContext* UpgParser::OperationContext::word(size_t i) {
  return getRuleContext<UpgParser::WordContext>(i);
}

std::vector<UpgParser::ArgsContext *> UpgParser::OperationContext::args() {
  return getRuleContexts<UpgParser::ArgsContext>();
}

UpgParser::ArgsContext* UpgParser::OperationContext::args(size_t i) {
  return getRuleContext<UpgParser::ArgsContext>(i);
}

std::vector<UpgParser::IndexContext *> UpgParser::OperationContext::index() {
  return getRuleContexts<UpgParser::IndexContext>();
}

UpgParser::IndexContext* UpgParser::OperationContext::index(size_t i) {
  return getRuleContext<UpgParser::IndexContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::OperationContext::STATE() {
  return getTokens(UpgParser::STATE);
}

tree::TerminalNode* UpgParser::OperationContext::STATE(size_t i) {
  return getToken(UpgParser::STATE, i);
}


size_t UpgParser::OperationContext::getRuleIndex() const {
  return UpgParser::RuleOperation;
}


UpgParser::OperationContext* UpgParser::operation() {
  OperationContext *_localctx = _tracker.createInstance<OperationContext>(_ctx, getState());
  enterRule(_localctx, 36, UpgParser::RuleOperation);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(370);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::EQ: {
        setState(351);
        match(UpgParser::EQ);
        break;
      }

      case UpgParser::NE: {
        setState(352);
        match(UpgParser::NE);
        break;
      }

      case UpgParser::LT: {
        setState(353);
        match(UpgParser::LT);
        break;
      }

      case UpgParser::LE: {
        setState(354);
        match(UpgParser::LE);
        break;
      }

      case UpgParser::GT: {
        setState(355);
        match(UpgParser::GT);
        break;
      }

      case UpgParser::GE: {
        setState(356);
        match(UpgParser::GE);
        break;
      }

      case UpgParser::PLUS: {
        setState(357);
        match(UpgParser::PLUS);
        break;
      }

      case UpgParser::MINUS: {
        setState(358);
        match(UpgParser::MINUS);
        break;
      }

      case UpgParser::STAR: {
        setState(359);
        match(UpgParser::STAR);
        break;
      }

      case UpgParser::SLASH: {
        setState(360);
        match(UpgParser::SLASH);
        break;
      }

      case UpgParser::RANGE: {
        setState(361);
        match(UpgParser::RANGE);
        break;
      }

      case UpgParser::RANGE_LT: {
        setState(362);
        match(UpgParser::RANGE_LT);
        break;
      }

      case UpgParser::PIPE: {
        setState(363);
        match(UpgParser::PIPE);
        break;
      }

      case UpgParser::AND: {
        setState(364);
        match(UpgParser::AND);
        break;
      }

      case UpgParser::OR: {
        setState(365);
        match(UpgParser::OR);
        break;
      }

      case UpgParser::IS: {
        setState(366);
        match(UpgParser::IS);
        break;
      }

      case UpgParser::RELATION: {
        setState(367);
        match(UpgParser::RELATION);
        break;
      }

      case UpgParser::STARTS: {
        setState(368);
        match(UpgParser::STARTS);
        setState(369);
        match(UpgParser::WITH);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(375);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::NOT) {
      setState(372);
      match(UpgParser::NOT);
      setState(377);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(393);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::NAME: {
        setState(378);
        match(UpgParser::NAME);
        break;
      }

      case UpgParser::FROM_TO: {
        setState(379);
        match(UpgParser::FROM_TO);
        break;
      }

      case UpgParser::CLAUSE: {
        setState(380);
        match(UpgParser::CLAUSE);
        break;
      }

      case UpgParser::WITH: {
        setState(381);
        match(UpgParser::WITH);
        break;
      }

      case UpgParser::INT: {
        setState(382);
        match(UpgParser::INT);
        break;
      }

      case UpgParser::VERSION: {
        setState(383);
        match(UpgParser::VERSION);
        break;
      }

      case UpgParser::DATE: {
        setState(384);
        match(UpgParser::DATE);
        break;
      }

      case UpgParser::QUANTITY: {
        setState(385);
        match(UpgParser::QUANTITY);
        break;
      }

      case UpgParser::STRING: {
        setState(386);
        match(UpgParser::STRING);
        break;
      }

      case UpgParser::RAW: {
        setState(387);
        match(UpgParser::RAW);
        break;
      }

      case UpgParser::QUOTE:
      case UpgParser::TRIPLE: {
        setState(388);
        text();
        break;
      }

      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        setState(389);
        shell();
        break;
      }

      case UpgParser::MATCH: {
        setState(390);
        choose();
        break;
      }

      case UpgParser::LBRACK: {
        setState(391);
        list();
        break;
      }

      case UpgParser::LPAREN: {
        setState(392);
        paren();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(401);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK)
      | (1ULL << UpgParser::DOT))) != 0)) {
      setState(399);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case UpgParser::DOT: {
          setState(395);
          match(UpgParser::DOT);
          setState(396);
          word();
          break;
        }

        case UpgParser::LPAREN: {
          setState(397);
          args();
          break;
        }

        case UpgParser::LBRACK: {
          setState(398);
          index();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(403);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(407);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == UpgParser::STATE) {
      setState(404);
      match(UpgParser::STATE);
      setState(409);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ChooseContext ------------------------------------------------------------------

UpgParser::ChooseContext::ChooseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ChooseContext::MATCH() {
  return getToken(UpgParser::MATCH, 0);
}

UpgParser::ExprContext* UpgParser::ChooseContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

UpgParser::BodyContext* UpgParser::ChooseContext::body() {
  return getRuleContext<UpgParser::BodyContext>(0);
}


size_t UpgParser::ChooseContext::getRuleIndex() const {
  return UpgParser::RuleChoose;
}


UpgParser::ChooseContext* UpgParser::choose() {
  ChooseContext *_localctx = _tracker.createInstance<ChooseContext>(_ctx, getState());
  enterRule(_localctx, 38, UpgParser::RuleChoose);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(410);
    match(UpgParser::MATCH);
    setState(411);
    expr();
    setState(412);
    body();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ParenContext ------------------------------------------------------------------

UpgParser::ParenContext::ParenContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ParenContext::LPAREN() {
  return getToken(UpgParser::LPAREN, 0);
}

UpgParser::ExprContext* UpgParser::ParenContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

tree::TerminalNode* UpgParser::ParenContext::RPAREN() {
  return getToken(UpgParser::RPAREN, 0);
}


size_t UpgParser::ParenContext::getRuleIndex() const {
  return UpgParser::RuleParen;
}


UpgParser::ParenContext* UpgParser::paren() {
  ParenContext *_localctx = _tracker.createInstance<ParenContext>(_ctx, getState());
  enterRule(_localctx, 40, UpgParser::RuleParen);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(414);
    match(UpgParser::LPAREN);
    setState(415);
    expr();
    setState(416);
    match(UpgParser::RPAREN);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- IndexContext ------------------------------------------------------------------

UpgParser::IndexContext::IndexContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::IndexContext::LBRACK() {
  return getToken(UpgParser::LBRACK, 0);
}

UpgParser::ExprContext* UpgParser::IndexContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

tree::TerminalNode* UpgParser::IndexContext::RBRACK() {
  return getToken(UpgParser::RBRACK, 0);
}


size_t UpgParser::IndexContext::getRuleIndex() const {
  return UpgParser::RuleIndex;
}


UpgParser::IndexContext* UpgParser::index() {
  IndexContext *_localctx = _tracker.createInstance<IndexContext>(_ctx, getState());
  enterRule(_localctx, 42, UpgParser::RuleIndex);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(418);
    match(UpgParser::LBRACK);
    setState(419);
    expr();
    setState(420);
    match(UpgParser::RBRACK);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ListContext ------------------------------------------------------------------

UpgParser::ListContext::ListContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ListContext::LBRACK() {
  return getToken(UpgParser::LBRACK, 0);
}

tree::TerminalNode* UpgParser::ListContext::RBRACK() {
  return getToken(UpgParser::RBRACK, 0);
}

std::vector<UpgParser::EntryContext *> UpgParser::ListContext::entry() {
  return getRuleContexts<UpgParser::EntryContext>();
}

UpgParser::EntryContext* UpgParser::ListContext::entry(size_t i) {
  return getRuleContext<UpgParser::EntryContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::ListContext::COMMA() {
  return getTokens(UpgParser::COMMA);
}

tree::TerminalNode* UpgParser::ListContext::COMMA(size_t i) {
  return getToken(UpgParser::COMMA, i);
}


size_t UpgParser::ListContext::getRuleIndex() const {
  return UpgParser::RuleList;
}


UpgParser::ListContext* UpgParser::list() {
  ListContext *_localctx = _tracker.createInstance<ListContext>(_ctx, getState());
  enterRule(_localctx, 44, UpgParser::RuleList);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(422);
    match(UpgParser::LBRACK);
    setState(433);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO)
      | (1ULL << UpgParser::MATCH)
      | (1ULL << UpgParser::NOT)
      | (1ULL << UpgParser::NAME)
      | (1ULL << UpgParser::INT)
      | (1ULL << UpgParser::VERSION)
      | (1ULL << UpgParser::DATE)
      | (1ULL << UpgParser::QUANTITY)
      | (1ULL << UpgParser::RAW)
      | (1ULL << UpgParser::STRING)
      | (1ULL << UpgParser::QUOTE)
      | (1ULL << UpgParser::TRIPLE)
      | (1ULL << UpgParser::TICK)
      | (1ULL << UpgParser::FENCE3)
      | (1ULL << UpgParser::FENCE4)
      | (1ULL << UpgParser::LBRACE)
      | (1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK))) != 0)) {
      setState(423);
      entry();
      setState(430);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == UpgParser::COMMA) {
        setState(424);
        match(UpgParser::COMMA);
        setState(426);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
          | (1ULL << UpgParser::WITH)
          | (1ULL << UpgParser::FROM_TO)
          | (1ULL << UpgParser::MATCH)
          | (1ULL << UpgParser::NOT)
          | (1ULL << UpgParser::NAME)
          | (1ULL << UpgParser::INT)
          | (1ULL << UpgParser::VERSION)
          | (1ULL << UpgParser::DATE)
          | (1ULL << UpgParser::QUANTITY)
          | (1ULL << UpgParser::RAW)
          | (1ULL << UpgParser::STRING)
          | (1ULL << UpgParser::QUOTE)
          | (1ULL << UpgParser::TRIPLE)
          | (1ULL << UpgParser::TICK)
          | (1ULL << UpgParser::FENCE3)
          | (1ULL << UpgParser::FENCE4)
          | (1ULL << UpgParser::LBRACE)
          | (1ULL << UpgParser::LPAREN)
          | (1ULL << UpgParser::LBRACK))) != 0)) {
          setState(425);
          entry();
        }
        setState(432);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(435);
    match(UpgParser::RBRACK);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- EntryContext ------------------------------------------------------------------

UpgParser::EntryContext::EntryContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

UpgParser::BodyContext* UpgParser::EntryContext::body() {
  return getRuleContext<UpgParser::BodyContext>(0);
}

UpgParser::ExprContext* UpgParser::EntryContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

std::vector<UpgParser::OperandContext *> UpgParser::EntryContext::operand() {
  return getRuleContexts<UpgParser::OperandContext>();
}

UpgParser::OperandContext* UpgParser::EntryContext::operand(size_t i) {
  return getRuleContext<UpgParser::OperandContext>(i);
}


size_t UpgParser::EntryContext::getRuleIndex() const {
  return UpgParser::RuleEntry;
}


UpgParser::EntryContext* UpgParser::entry() {
  EntryContext *_localctx = _tracker.createInstance<EntryContext>(_ctx, getState());
  enterRule(_localctx, 46, UpgParser::RuleEntry);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(445);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::LBRACE: {
        enterOuterAlt(_localctx, 1);
        setState(437);
        body();
        break;
      }

      case UpgParser::CLAUSE:
      case UpgParser::WITH:
      case UpgParser::FROM_TO:
      case UpgParser::MATCH:
      case UpgParser::NOT:
      case UpgParser::NAME:
      case UpgParser::INT:
      case UpgParser::VERSION:
      case UpgParser::DATE:
      case UpgParser::QUANTITY:
      case UpgParser::RAW:
      case UpgParser::STRING:
      case UpgParser::QUOTE:
      case UpgParser::TRIPLE:
      case UpgParser::TICK:
      case UpgParser::FENCE3:
      case UpgParser::FENCE4:
      case UpgParser::LPAREN:
      case UpgParser::LBRACK: {
        enterOuterAlt(_localctx, 2);
        setState(438);
        expr();
        setState(442);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << UpgParser::MATCH)
          | (1ULL << UpgParser::NOT)
          | (1ULL << UpgParser::NAME)
          | (1ULL << UpgParser::INT)
          | (1ULL << UpgParser::VERSION)
          | (1ULL << UpgParser::DATE)
          | (1ULL << UpgParser::QUANTITY)
          | (1ULL << UpgParser::RAW)
          | (1ULL << UpgParser::STRING)
          | (1ULL << UpgParser::QUOTE)
          | (1ULL << UpgParser::TRIPLE)
          | (1ULL << UpgParser::TICK)
          | (1ULL << UpgParser::FENCE3)
          | (1ULL << UpgParser::FENCE4))) != 0)) {
          setState(439);
          operand();
          setState(444);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArgsContext ------------------------------------------------------------------

UpgParser::ArgsContext::ArgsContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ArgsContext::LPAREN() {
  return getToken(UpgParser::LPAREN, 0);
}

tree::TerminalNode* UpgParser::ArgsContext::RPAREN() {
  return getToken(UpgParser::RPAREN, 0);
}

std::vector<UpgParser::ArgContext *> UpgParser::ArgsContext::arg() {
  return getRuleContexts<UpgParser::ArgContext>();
}

UpgParser::ArgContext* UpgParser::ArgsContext::arg(size_t i) {
  return getRuleContext<UpgParser::ArgContext>(i);
}

std::vector<tree::TerminalNode *> UpgParser::ArgsContext::COMMA() {
  return getTokens(UpgParser::COMMA);
}

tree::TerminalNode* UpgParser::ArgsContext::COMMA(size_t i) {
  return getToken(UpgParser::COMMA, i);
}


size_t UpgParser::ArgsContext::getRuleIndex() const {
  return UpgParser::RuleArgs;
}


UpgParser::ArgsContext* UpgParser::args() {
  ArgsContext *_localctx = _tracker.createInstance<ArgsContext>(_ctx, getState());
  enterRule(_localctx, 48, UpgParser::RuleArgs);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(447);
    match(UpgParser::LPAREN);
    setState(458);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO)
      | (1ULL << UpgParser::MATCH)
      | (1ULL << UpgParser::NOT)
      | (1ULL << UpgParser::NAME)
      | (1ULL << UpgParser::INT)
      | (1ULL << UpgParser::VERSION)
      | (1ULL << UpgParser::DATE)
      | (1ULL << UpgParser::QUANTITY)
      | (1ULL << UpgParser::RAW)
      | (1ULL << UpgParser::STRING)
      | (1ULL << UpgParser::QUOTE)
      | (1ULL << UpgParser::TRIPLE)
      | (1ULL << UpgParser::TICK)
      | (1ULL << UpgParser::FENCE3)
      | (1ULL << UpgParser::FENCE4)
      | (1ULL << UpgParser::LBRACE)
      | (1ULL << UpgParser::LPAREN)
      | (1ULL << UpgParser::LBRACK))) != 0)) {
      setState(448);
      arg();
      setState(455);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == UpgParser::COMMA) {
        setState(449);
        match(UpgParser::COMMA);
        setState(451);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
          | (1ULL << UpgParser::WITH)
          | (1ULL << UpgParser::FROM_TO)
          | (1ULL << UpgParser::MATCH)
          | (1ULL << UpgParser::NOT)
          | (1ULL << UpgParser::NAME)
          | (1ULL << UpgParser::INT)
          | (1ULL << UpgParser::VERSION)
          | (1ULL << UpgParser::DATE)
          | (1ULL << UpgParser::QUANTITY)
          | (1ULL << UpgParser::RAW)
          | (1ULL << UpgParser::STRING)
          | (1ULL << UpgParser::QUOTE)
          | (1ULL << UpgParser::TRIPLE)
          | (1ULL << UpgParser::TICK)
          | (1ULL << UpgParser::FENCE3)
          | (1ULL << UpgParser::FENCE4)
          | (1ULL << UpgParser::LBRACE)
          | (1ULL << UpgParser::LPAREN)
          | (1ULL << UpgParser::LBRACK))) != 0)) {
          setState(450);
          arg();
        }
        setState(457);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(460);
    match(UpgParser::RPAREN);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArgContext ------------------------------------------------------------------

UpgParser::ArgContext::ArgContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<UpgParser::ValueContext *> UpgParser::ArgContext::value() {
  return getRuleContexts<UpgParser::ValueContext>();
}

UpgParser::ValueContext* UpgParser::ArgContext::value(size_t i) {
  return getRuleContext<UpgParser::ValueContext>(i);
}

tree::TerminalNode* UpgParser::ArgContext::COLON() {
  return getToken(UpgParser::COLON, 0);
}

UpgParser::TypeContext* UpgParser::ArgContext::type() {
  return getRuleContext<UpgParser::TypeContext>(0);
}

tree::TerminalNode* UpgParser::ArgContext::ASSIGN() {
  return getToken(UpgParser::ASSIGN, 0);
}


size_t UpgParser::ArgContext::getRuleIndex() const {
  return UpgParser::RuleArg;
}


UpgParser::ArgContext* UpgParser::arg() {
  ArgContext *_localctx = _tracker.createInstance<ArgContext>(_ctx, getState());
  enterRule(_localctx, 50, UpgParser::RuleArg);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(462);
    value();
    setState(465);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::COLON) {
      setState(463);
      match(UpgParser::COLON);
      setState(464);
      type();
    }
    setState(469);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::ASSIGN) {
      setState(467);
      match(UpgParser::ASSIGN);
      setState(468);
      value();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TextContext ------------------------------------------------------------------

UpgParser::TextContext::TextContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::TextContext::QUOTE() {
  return getToken(UpgParser::QUOTE, 0);
}

tree::TerminalNode* UpgParser::TextContext::STR_END() {
  return getToken(UpgParser::STR_END, 0);
}

std::vector<tree::TerminalNode *> UpgParser::TextContext::TEXT() {
  return getTokens(UpgParser::TEXT);
}

tree::TerminalNode* UpgParser::TextContext::TEXT(size_t i) {
  return getToken(UpgParser::TEXT, i);
}

std::vector<tree::TerminalNode *> UpgParser::TextContext::DOLLAR_BRACE() {
  return getTokens(UpgParser::DOLLAR_BRACE);
}

tree::TerminalNode* UpgParser::TextContext::DOLLAR_BRACE(size_t i) {
  return getToken(UpgParser::DOLLAR_BRACE, i);
}

std::vector<UpgParser::HoleContext *> UpgParser::TextContext::hole() {
  return getRuleContexts<UpgParser::HoleContext>();
}

UpgParser::HoleContext* UpgParser::TextContext::hole(size_t i) {
  return getRuleContext<UpgParser::HoleContext>(i);
}

tree::TerminalNode* UpgParser::TextContext::TRIPLE() {
  return getToken(UpgParser::TRIPLE, 0);
}

tree::TerminalNode* UpgParser::TextContext::PROSE_END() {
  return getToken(UpgParser::PROSE_END, 0);
}


size_t UpgParser::TextContext::getRuleIndex() const {
  return UpgParser::RuleText;
}


UpgParser::TextContext* UpgParser::text() {
  TextContext *_localctx = _tracker.createInstance<TextContext>(_ctx, getState());
  enterRule(_localctx, 52, UpgParser::RuleText);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(491);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::QUOTE: {
        enterOuterAlt(_localctx, 1);
        setState(471);
        match(UpgParser::QUOTE);
        setState(477);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (((((_la - 63) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 63)) & ((1ULL << (UpgParser::TEXT - 63))
          | (1ULL << (UpgParser::DOLLAR_BRACE - 63))
          | (1ULL << (UpgParser::OPEN - 63)))) != 0)) {
          setState(475);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case UpgParser::TEXT: {
              setState(472);
              match(UpgParser::TEXT);
              break;
            }

            case UpgParser::DOLLAR_BRACE: {
              setState(473);
              match(UpgParser::DOLLAR_BRACE);
              break;
            }

            case UpgParser::OPEN: {
              setState(474);
              hole();
              break;
            }

          default:
            throw NoViableAltException(this);
          }
          setState(479);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(480);
        match(UpgParser::STR_END);
        break;
      }

      case UpgParser::TRIPLE: {
        enterOuterAlt(_localctx, 2);
        setState(481);
        match(UpgParser::TRIPLE);
        setState(487);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (((((_la - 63) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 63)) & ((1ULL << (UpgParser::TEXT - 63))
          | (1ULL << (UpgParser::DOLLAR_BRACE - 63))
          | (1ULL << (UpgParser::OPEN - 63)))) != 0)) {
          setState(485);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case UpgParser::TEXT: {
              setState(482);
              match(UpgParser::TEXT);
              break;
            }

            case UpgParser::DOLLAR_BRACE: {
              setState(483);
              match(UpgParser::DOLLAR_BRACE);
              break;
            }

            case UpgParser::OPEN: {
              setState(484);
              hole();
              break;
            }

          default:
            throw NoViableAltException(this);
          }
          setState(489);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(490);
        match(UpgParser::PROSE_END);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ShellContext ------------------------------------------------------------------

UpgParser::ShellContext::ShellContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::ShellContext::TICK() {
  return getToken(UpgParser::TICK, 0);
}

tree::TerminalNode* UpgParser::ShellContext::TICK_END() {
  return getToken(UpgParser::TICK_END, 0);
}

std::vector<tree::TerminalNode *> UpgParser::ShellContext::TEXT() {
  return getTokens(UpgParser::TEXT);
}

tree::TerminalNode* UpgParser::ShellContext::TEXT(size_t i) {
  return getToken(UpgParser::TEXT, i);
}

std::vector<tree::TerminalNode *> UpgParser::ShellContext::DOLLAR_BRACE() {
  return getTokens(UpgParser::DOLLAR_BRACE);
}

tree::TerminalNode* UpgParser::ShellContext::DOLLAR_BRACE(size_t i) {
  return getToken(UpgParser::DOLLAR_BRACE, i);
}

std::vector<UpgParser::HoleContext *> UpgParser::ShellContext::hole() {
  return getRuleContexts<UpgParser::HoleContext>();
}

UpgParser::HoleContext* UpgParser::ShellContext::hole(size_t i) {
  return getRuleContext<UpgParser::HoleContext>(i);
}

tree::TerminalNode* UpgParser::ShellContext::FENCE_END() {
  return getToken(UpgParser::FENCE_END, 0);
}

tree::TerminalNode* UpgParser::ShellContext::FENCE3() {
  return getToken(UpgParser::FENCE3, 0);
}

tree::TerminalNode* UpgParser::ShellContext::FENCE4() {
  return getToken(UpgParser::FENCE4, 0);
}


size_t UpgParser::ShellContext::getRuleIndex() const {
  return UpgParser::RuleShell;
}


UpgParser::ShellContext* UpgParser::shell() {
  ShellContext *_localctx = _tracker.createInstance<ShellContext>(_ctx, getState());
  enterRule(_localctx, 54, UpgParser::RuleShell);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(513);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case UpgParser::TICK: {
        enterOuterAlt(_localctx, 1);
        setState(493);
        match(UpgParser::TICK);
        setState(499);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (((((_la - 63) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 63)) & ((1ULL << (UpgParser::TEXT - 63))
          | (1ULL << (UpgParser::DOLLAR_BRACE - 63))
          | (1ULL << (UpgParser::OPEN - 63)))) != 0)) {
          setState(497);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case UpgParser::TEXT: {
              setState(494);
              match(UpgParser::TEXT);
              break;
            }

            case UpgParser::DOLLAR_BRACE: {
              setState(495);
              match(UpgParser::DOLLAR_BRACE);
              break;
            }

            case UpgParser::OPEN: {
              setState(496);
              hole();
              break;
            }

          default:
            throw NoViableAltException(this);
          }
          setState(501);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(502);
        match(UpgParser::TICK_END);
        break;
      }

      case UpgParser::FENCE3:
      case UpgParser::FENCE4: {
        enterOuterAlt(_localctx, 2);
        setState(503);
        _la = _input->LA(1);
        if (!(_la == UpgParser::FENCE3

        || _la == UpgParser::FENCE4)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(509);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (((((_la - 63) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 63)) & ((1ULL << (UpgParser::TEXT - 63))
          | (1ULL << (UpgParser::DOLLAR_BRACE - 63))
          | (1ULL << (UpgParser::OPEN - 63)))) != 0)) {
          setState(507);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case UpgParser::TEXT: {
              setState(504);
              match(UpgParser::TEXT);
              break;
            }

            case UpgParser::DOLLAR_BRACE: {
              setState(505);
              match(UpgParser::DOLLAR_BRACE);
              break;
            }

            case UpgParser::OPEN: {
              setState(506);
              hole();
              break;
            }

          default:
            throw NoViableAltException(this);
          }
          setState(511);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(512);
        match(UpgParser::FENCE_END);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HoleContext ------------------------------------------------------------------

UpgParser::HoleContext::HoleContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::HoleContext::OPEN() {
  return getToken(UpgParser::OPEN, 0);
}

UpgParser::ExprContext* UpgParser::HoleContext::expr() {
  return getRuleContext<UpgParser::ExprContext>(0);
}

tree::TerminalNode* UpgParser::HoleContext::CLOSE() {
  return getToken(UpgParser::CLOSE, 0);
}

tree::TerminalNode* UpgParser::HoleContext::ELLIPSIS() {
  return getToken(UpgParser::ELLIPSIS, 0);
}


size_t UpgParser::HoleContext::getRuleIndex() const {
  return UpgParser::RuleHole;
}


UpgParser::HoleContext* UpgParser::hole() {
  HoleContext *_localctx = _tracker.createInstance<HoleContext>(_ctx, getState());
  enterRule(_localctx, 56, UpgParser::RuleHole);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(515);
    match(UpgParser::OPEN);
    setState(516);
    expr();
    setState(518);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == UpgParser::ELLIPSIS) {
      setState(517);
      match(UpgParser::ELLIPSIS);
    }
    setState(520);
    match(UpgParser::CLOSE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- WordContext ------------------------------------------------------------------

UpgParser::WordContext::WordContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* UpgParser::WordContext::NAME() {
  return getToken(UpgParser::NAME, 0);
}

tree::TerminalNode* UpgParser::WordContext::CLAUSE() {
  return getToken(UpgParser::CLAUSE, 0);
}

tree::TerminalNode* UpgParser::WordContext::WITH() {
  return getToken(UpgParser::WITH, 0);
}

tree::TerminalNode* UpgParser::WordContext::FROM_TO() {
  return getToken(UpgParser::FROM_TO, 0);
}

tree::TerminalNode* UpgParser::WordContext::MATCH() {
  return getToken(UpgParser::MATCH, 0);
}

tree::TerminalNode* UpgParser::WordContext::ELSE() {
  return getToken(UpgParser::ELSE, 0);
}

tree::TerminalNode* UpgParser::WordContext::AND() {
  return getToken(UpgParser::AND, 0);
}

tree::TerminalNode* UpgParser::WordContext::OR() {
  return getToken(UpgParser::OR, 0);
}

tree::TerminalNode* UpgParser::WordContext::NOT() {
  return getToken(UpgParser::NOT, 0);
}

tree::TerminalNode* UpgParser::WordContext::IS() {
  return getToken(UpgParser::IS, 0);
}

tree::TerminalNode* UpgParser::WordContext::RELATION() {
  return getToken(UpgParser::RELATION, 0);
}

tree::TerminalNode* UpgParser::WordContext::STARTS() {
  return getToken(UpgParser::STARTS, 0);
}

tree::TerminalNode* UpgParser::WordContext::STATE() {
  return getToken(UpgParser::STATE, 0);
}


size_t UpgParser::WordContext::getRuleIndex() const {
  return UpgParser::RuleWord;
}


UpgParser::WordContext* UpgParser::word() {
  WordContext *_localctx = _tracker.createInstance<WordContext>(_ctx, getState());
  enterRule(_localctx, 58, UpgParser::RuleWord);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(522);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << UpgParser::CLAUSE)
      | (1ULL << UpgParser::WITH)
      | (1ULL << UpgParser::FROM_TO)
      | (1ULL << UpgParser::MATCH)
      | (1ULL << UpgParser::ELSE)
      | (1ULL << UpgParser::AND)
      | (1ULL << UpgParser::OR)
      | (1ULL << UpgParser::NOT)
      | (1ULL << UpgParser::IS)
      | (1ULL << UpgParser::RELATION)
      | (1ULL << UpgParser::STARTS)
      | (1ULL << UpgParser::STATE)
      | (1ULL << UpgParser::NAME))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

// Static vars and initialization.
std::vector<dfa::DFA> UpgParser::_decisionToDFA;
atn::PredictionContextCache UpgParser::_sharedContextCache;

// We own the ATN which in turn owns the ATN states.
atn::ATN UpgParser::_atn;
std::vector<uint16_t> UpgParser::_serializedATN;

std::vector<std::string> UpgParser::_ruleNames = {
  "file", "body", "line", "head", "rest", "arm", "pattern", "bound", "right", 
  "lead", "below", "item", "clause", "type", "value", "expr", "first", "operand", 
  "operation", "choose", "paren", "index", "list", "entry", "args", "arg", 
  "text", "shell", "hole", "word"
};

std::vector<std::string> UpgParser::_literalNames = {
  "", "", "", "", "", "'with'", "", "'match'", "'else'", "'and'", "'or'", 
  "'not'", "'is'", "", "'starts'", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "'{'", "", "", "", "", "", "'=>'", "'..'", 
  "'..<'", "", "'=='", "'!='", "'<='", "'>='", "'<'", "'>'", "", "", "", 
  "'*'", "'/'", "'|'", "':'", "", "", "'?'", "", "", "", "", "", "", "'${'"
};

std::vector<std::string> UpgParser::_symbolicNames = {
  "", "NL", "WS", "COMMENT", "CLAUSE", "WITH", "FROM_TO", "MATCH", "ELSE", 
  "AND", "OR", "NOT", "IS", "RELATION", "STARTS", "STATE", "NAME", "BAD_NAME", 
  "INT", "VERSION", "DATE", "QUANTITY", "BAD_NUMBER", "BAD_VERSION", "RAW", 
  "STRING", "QUOTE", "TRIPLE", "TICK", "FENCE3", "FENCE4", "CURLY_TEXT", 
  "BAD_RAW", "LBRACE", "RBRACE", "LPAREN", "RPAREN", "LBRACK", "RBRACK", 
  "ARROW", "RANGE", "RANGE_LT", "ELLIPSIS", "EQ", "NE", "LE", "GE", "LT", 
  "GT", "ASSIGN", "PLUS", "MINUS", "STAR", "SLASH", "PIPE", "COLON", "COMMA", 
  "DOT", "QUESTION", "ERR", "STR_END", "PROSE_END", "TICK_END", "TEXT", 
  "DOLLAR_BRACE", "OPEN", "FENCE_END", "CLOSE", "IL_WS", "IB_WS", "STR_DOLLAR", 
  "STR_ESC"
};

dfa::Vocabulary UpgParser::_vocabulary(_literalNames, _symbolicNames);

std::vector<std::string> UpgParser::_tokenNames;

UpgParser::Initializer::Initializer() {
	for (size_t i = 0; i < _symbolicNames.size(); ++i) {
		std::string name = _vocabulary.getLiteralName(i);
		if (name.empty()) {
			name = _vocabulary.getSymbolicName(i);
		}

		if (name.empty()) {
			_tokenNames.push_back("<INVALID>");
		} else {
      _tokenNames.push_back(name);
    }
	}

  _serializedATN = {
    0x3, 0x608b, 0xa72a, 0x8133, 0xb9ed, 0x417c, 0x3be7, 0x7786, 0x5964, 
    0x3, 0x49, 0x20f, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7, 
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb, 
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe, 
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4, 
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15, 
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x4, 0x17, 0x9, 0x17, 0x4, 0x18, 0x9, 
    0x18, 0x4, 0x19, 0x9, 0x19, 0x4, 0x1a, 0x9, 0x1a, 0x4, 0x1b, 0x9, 0x1b, 
    0x4, 0x1c, 0x9, 0x1c, 0x4, 0x1d, 0x9, 0x1d, 0x4, 0x1e, 0x9, 0x1e, 0x4, 
    0x1f, 0x9, 0x1f, 0x3, 0x2, 0x5, 0x2, 0x40, 0xa, 0x2, 0x3, 0x2, 0x3, 
    0x2, 0x5, 0x2, 0x44, 0xa, 0x2, 0x7, 0x2, 0x46, 0xa, 0x2, 0xc, 0x2, 0xe, 
    0x2, 0x49, 0xb, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x3, 0x3, 0x3, 0x5, 0x3, 
    0x4f, 0xa, 0x3, 0x3, 0x3, 0x3, 0x3, 0x5, 0x3, 0x53, 0xa, 0x3, 0x7, 0x3, 
    0x55, 0xa, 0x3, 0xc, 0x3, 0xe, 0x3, 0x58, 0xb, 0x3, 0x3, 0x3, 0x3, 0x3, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x5f, 0xa, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x67, 0xa, 0x4, 
    0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 0x7, 0x5, 0x6c, 0xa, 0x5, 0xc, 0x5, 0xe, 
    0x5, 0x6f, 0xb, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 0x5, 0x5, 
    0x75, 0xa, 0x5, 0x3, 0x6, 0x3, 0x6, 0x7, 0x6, 0x79, 0xa, 0x6, 0xc, 0x6, 
    0xe, 0x6, 0x7c, 0xb, 0x6, 0x5, 0x6, 0x7e, 0xa, 0x6, 0x3, 0x6, 0x5, 0x6, 
    0x81, 0xa, 0x6, 0x3, 0x7, 0x3, 0x7, 0x5, 0x7, 0x85, 0xa, 0x7, 0x3, 0x7, 
    0x3, 0x7, 0x7, 0x7, 0x89, 0xa, 0x7, 0xc, 0x7, 0xe, 0x7, 0x8c, 0xb, 0x7, 
    0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x8, 0x5, 0x8, 0x92, 0xa, 0x8, 0x3, 
    0x8, 0x3, 0x8, 0x3, 0x8, 0x5, 0x8, 0x97, 0xa, 0x8, 0x3, 0x9, 0x3, 0x9, 
    0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 
    0x3, 0x9, 0x3, 0x9, 0x5, 0x9, 0xa4, 0xa, 0x9, 0x3, 0x9, 0x3, 0x9, 0x7, 
    0x9, 0xa8, 0xa, 0x9, 0xc, 0x9, 0xe, 0x9, 0xab, 0xb, 0x9, 0x3, 0xa, 0x3, 
    0xa, 0x3, 0xa, 0x7, 0xa, 0xb0, 0xa, 0xa, 0xc, 0xa, 0xe, 0xa, 0xb3, 0xb, 
    0xa, 0x3, 0xa, 0x5, 0xa, 0xb6, 0xa, 0xa, 0x5, 0xa, 0xb8, 0xa, 0xa, 0x3, 
    0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x5, 
    0xb, 0xc1, 0xa, 0xb, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xd, 0x3, 0xd, 
    0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x5, 0xd, 0xcc, 0xa, 0xd, 0x3, 
    0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 
    0xf, 0x7, 0xf, 0xd6, 0xa, 0xf, 0xc, 0xf, 0xe, 0xf, 0xd9, 0xb, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x5, 0xf, 0xdd, 0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0xe0, 0xa, 
    0xf, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 0xe4, 0xa, 0x10, 0x3, 0x11, 0x7, 
    0x11, 0xe7, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 0xea, 0xb, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 
    0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x5, 0x11, 0xfb, 0xa, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x7, 0x11, 0x101, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 0x104, 
    0xb, 0x11, 0x3, 0x11, 0x7, 0x11, 0x107, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 
    0x10a, 0xb, 0x11, 0x3, 0x11, 0x7, 0x11, 0x10d, 0xa, 0x11, 0xc, 0x11, 
    0xe, 0x11, 0x110, 0xb, 0x11, 0x3, 0x12, 0x7, 0x12, 0x113, 0xa, 0x12, 
    0xc, 0x12, 0xe, 0x12, 0x116, 0xb, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 
    0x12, 0x3, 0x12, 0x3, 0x12, 0x5, 0x12, 0x124, 0xa, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x7, 0x12, 0x12a, 0xa, 0x12, 0xc, 0x12, 
    0xe, 0x12, 0x12d, 0xb, 0x12, 0x3, 0x12, 0x7, 0x12, 0x130, 0xa, 0x12, 
    0xc, 0x12, 0xe, 0x12, 0x133, 0xb, 0x12, 0x3, 0x12, 0x7, 0x12, 0x136, 
    0xa, 0x12, 0xc, 0x12, 0xe, 0x12, 0x139, 0xb, 0x12, 0x3, 0x13, 0x7, 0x13, 
    0x13c, 0xa, 0x13, 0xc, 0x13, 0xe, 0x13, 0x13f, 0xb, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 
    0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x14b, 0xa, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x7, 0x13, 0x151, 0xa, 0x13, 0xc, 0x13, 
    0xe, 0x13, 0x154, 0xb, 0x13, 0x3, 0x13, 0x7, 0x13, 0x157, 0xa, 0x13, 
    0xc, 0x13, 0xe, 0x13, 0x15a, 0xb, 0x13, 0x3, 0x13, 0x7, 0x13, 0x15d, 
    0xa, 0x13, 0xc, 0x13, 0xe, 0x13, 0x160, 0xb, 0x13, 0x3, 0x14, 0x3, 0x14, 
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 
    0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x5, 0x14, 0x175, 0xa, 0x14, 
    0x3, 0x14, 0x7, 0x14, 0x178, 0xa, 0x14, 0xc, 0x14, 0xe, 0x14, 0x17b, 
    0xb, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 
    0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x5, 0x14, 0x18c, 0xa, 0x14, 0x3, 0x14, 
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x7, 0x14, 0x192, 0xa, 0x14, 0xc, 0x14, 
    0xe, 0x14, 0x195, 0xb, 0x14, 0x3, 0x14, 0x7, 0x14, 0x198, 0xa, 0x14, 
    0xc, 0x14, 0xe, 0x14, 0x19b, 0xb, 0x14, 0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 
    0x3, 0x15, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x17, 0x3, 
    0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 
    0x5, 0x18, 0x1ad, 0xa, 0x18, 0x7, 0x18, 0x1af, 0xa, 0x18, 0xc, 0x18, 
    0xe, 0x18, 0x1b2, 0xb, 0x18, 0x5, 0x18, 0x1b4, 0xa, 0x18, 0x3, 0x18, 
    0x3, 0x18, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x7, 0x19, 0x1bb, 0xa, 0x19, 
    0xc, 0x19, 0xe, 0x19, 0x1be, 0xb, 0x19, 0x5, 0x19, 0x1c0, 0xa, 0x19, 
    0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x5, 0x1a, 0x1c6, 0xa, 0x1a, 
    0x7, 0x1a, 0x1c8, 0xa, 0x1a, 0xc, 0x1a, 0xe, 0x1a, 0x1cb, 0xb, 0x1a, 
    0x5, 0x1a, 0x1cd, 0xa, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1b, 0x3, 0x1b, 
    0x3, 0x1b, 0x5, 0x1b, 0x1d4, 0xa, 0x1b, 0x3, 0x1b, 0x3, 0x1b, 0x5, 0x1b, 
    0x1d8, 0xa, 0x1b, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x7, 0x1c, 
    0x1de, 0xa, 0x1c, 0xc, 0x1c, 0xe, 0x1c, 0x1e1, 0xb, 0x1c, 0x3, 0x1c, 
    0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x7, 0x1c, 0x1e8, 0xa, 0x1c, 
    0xc, 0x1c, 0xe, 0x1c, 0x1eb, 0xb, 0x1c, 0x3, 0x1c, 0x5, 0x1c, 0x1ee, 
    0xa, 0x1c, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x7, 0x1d, 0x1f4, 
    0xa, 0x1d, 0xc, 0x1d, 0xe, 0x1d, 0x1f7, 0xb, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 
    0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x7, 0x1d, 0x1fe, 0xa, 0x1d, 0xc, 0x1d, 
    0xe, 0x1d, 0x201, 0xb, 0x1d, 0x3, 0x1d, 0x5, 0x1d, 0x204, 0xa, 0x1d, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 0x209, 0xa, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x2, 0x2, 0x20, 0x2, 0x4, 
    0x6, 0x8, 0xa, 0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1a, 0x1c, 0x1e, 
    0x20, 0x22, 0x24, 0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30, 0x32, 0x34, 0x36, 
    0x38, 0x3a, 0x3c, 0x2, 0xa, 0x4, 0x2, 0x3, 0x3, 0x3a, 0x3a, 0x3, 0x2, 
    0x2e, 0x32, 0x3, 0x2, 0x14, 0x17, 0x3, 0x2, 0x2a, 0x2b, 0x3, 0x2, 0x2f, 
    0x32, 0x3, 0x2, 0x6, 0x8, 0x3, 0x2, 0x1f, 0x20, 0x3, 0x2, 0x6, 0x12, 
    0x2, 0x28f, 0x2, 0x3f, 0x3, 0x2, 0x2, 0x2, 0x4, 0x4c, 0x3, 0x2, 0x2, 
    0x2, 0x6, 0x66, 0x3, 0x2, 0x2, 0x2, 0x8, 0x74, 0x3, 0x2, 0x2, 0x2, 0xa, 
    0x7d, 0x3, 0x2, 0x2, 0x2, 0xc, 0x84, 0x3, 0x2, 0x2, 0x2, 0xe, 0x91, 
    0x3, 0x2, 0x2, 0x2, 0x10, 0xa3, 0x3, 0x2, 0x2, 0x2, 0x12, 0xb7, 0x3, 
    0x2, 0x2, 0x2, 0x14, 0xc0, 0x3, 0x2, 0x2, 0x2, 0x16, 0xc2, 0x3, 0x2, 
    0x2, 0x2, 0x18, 0xcb, 0x3, 0x2, 0x2, 0x2, 0x1a, 0xcd, 0x3, 0x2, 0x2, 
    0x2, 0x1c, 0xd0, 0x3, 0x2, 0x2, 0x2, 0x1e, 0xe3, 0x3, 0x2, 0x2, 0x2, 
    0x20, 0xe8, 0x3, 0x2, 0x2, 0x2, 0x22, 0x114, 0x3, 0x2, 0x2, 0x2, 0x24, 
    0x13d, 0x3, 0x2, 0x2, 0x2, 0x26, 0x174, 0x3, 0x2, 0x2, 0x2, 0x28, 0x19c, 
    0x3, 0x2, 0x2, 0x2, 0x2a, 0x1a0, 0x3, 0x2, 0x2, 0x2, 0x2c, 0x1a4, 0x3, 
    0x2, 0x2, 0x2, 0x2e, 0x1a8, 0x3, 0x2, 0x2, 0x2, 0x30, 0x1bf, 0x3, 0x2, 
    0x2, 0x2, 0x32, 0x1c1, 0x3, 0x2, 0x2, 0x2, 0x34, 0x1d0, 0x3, 0x2, 0x2, 
    0x2, 0x36, 0x1ed, 0x3, 0x2, 0x2, 0x2, 0x38, 0x203, 0x3, 0x2, 0x2, 0x2, 
    0x3a, 0x205, 0x3, 0x2, 0x2, 0x2, 0x3c, 0x20c, 0x3, 0x2, 0x2, 0x2, 0x3e, 
    0x40, 0x5, 0x6, 0x4, 0x2, 0x3f, 0x3e, 0x3, 0x2, 0x2, 0x2, 0x3f, 0x40, 
    0x3, 0x2, 0x2, 0x2, 0x40, 0x47, 0x3, 0x2, 0x2, 0x2, 0x41, 0x43, 0x9, 
    0x2, 0x2, 0x2, 0x42, 0x44, 0x5, 0x6, 0x4, 0x2, 0x43, 0x42, 0x3, 0x2, 
    0x2, 0x2, 0x43, 0x44, 0x3, 0x2, 0x2, 0x2, 0x44, 0x46, 0x3, 0x2, 0x2, 
    0x2, 0x45, 0x41, 0x3, 0x2, 0x2, 0x2, 0x46, 0x49, 0x3, 0x2, 0x2, 0x2, 
    0x47, 0x45, 0x3, 0x2, 0x2, 0x2, 0x47, 0x48, 0x3, 0x2, 0x2, 0x2, 0x48, 
    0x4a, 0x3, 0x2, 0x2, 0x2, 0x49, 0x47, 0x3, 0x2, 0x2, 0x2, 0x4a, 0x4b, 
    0x7, 0x2, 0x2, 0x3, 0x4b, 0x3, 0x3, 0x2, 0x2, 0x2, 0x4c, 0x4e, 0x7, 
    0x23, 0x2, 0x2, 0x4d, 0x4f, 0x5, 0x6, 0x4, 0x2, 0x4e, 0x4d, 0x3, 0x2, 
    0x2, 0x2, 0x4e, 0x4f, 0x3, 0x2, 0x2, 0x2, 0x4f, 0x56, 0x3, 0x2, 0x2, 
    0x2, 0x50, 0x52, 0x9, 0x2, 0x2, 0x2, 0x51, 0x53, 0x5, 0x6, 0x4, 0x2, 
    0x52, 0x51, 0x3, 0x2, 0x2, 0x2, 0x52, 0x53, 0x3, 0x2, 0x2, 0x2, 0x53, 
    0x55, 0x3, 0x2, 0x2, 0x2, 0x54, 0x50, 0x3, 0x2, 0x2, 0x2, 0x55, 0x58, 
    0x3, 0x2, 0x2, 0x2, 0x56, 0x54, 0x3, 0x2, 0x2, 0x2, 0x56, 0x57, 0x3, 
    0x2, 0x2, 0x2, 0x57, 0x59, 0x3, 0x2, 0x2, 0x2, 0x58, 0x56, 0x3, 0x2, 
    0x2, 0x2, 0x59, 0x5a, 0x7, 0x24, 0x2, 0x2, 0x5a, 0x5, 0x3, 0x2, 0x2, 
    0x2, 0x5b, 0x5e, 0x5, 0x8, 0x5, 0x2, 0x5c, 0x5f, 0x5, 0xc, 0x7, 0x2, 
    0x5d, 0x5f, 0x5, 0xa, 0x6, 0x2, 0x5e, 0x5c, 0x3, 0x2, 0x2, 0x2, 0x5e, 
    0x5d, 0x3, 0x2, 0x2, 0x2, 0x5f, 0x67, 0x3, 0x2, 0x2, 0x2, 0x60, 0x61, 
    0x9, 0x3, 0x2, 0x2, 0x61, 0x62, 0x5, 0x10, 0x9, 0x2, 0x62, 0x63, 0x5, 
    0xc, 0x7, 0x2, 0x63, 0x67, 0x3, 0x2, 0x2, 0x2, 0x64, 0x65, 0x9, 0x4, 
    0x2, 0x2, 0x65, 0x67, 0x5, 0xc, 0x7, 0x2, 0x66, 0x5b, 0x3, 0x2, 0x2, 
    0x2, 0x66, 0x60, 0x3, 0x2, 0x2, 0x2, 0x66, 0x64, 0x3, 0x2, 0x2, 0x2, 
    0x67, 0x7, 0x3, 0x2, 0x2, 0x2, 0x68, 0x6d, 0x5, 0x3c, 0x1f, 0x2, 0x69, 
    0x6a, 0x7, 0x3b, 0x2, 0x2, 0x6a, 0x6c, 0x5, 0x3c, 0x1f, 0x2, 0x6b, 0x69, 
    0x3, 0x2, 0x2, 0x2, 0x6c, 0x6f, 0x3, 0x2, 0x2, 0x2, 0x6d, 0x6b, 0x3, 
    0x2, 0x2, 0x2, 0x6d, 0x6e, 0x3, 0x2, 0x2, 0x2, 0x6e, 0x75, 0x3, 0x2, 
    0x2, 0x2, 0x6f, 0x6d, 0x3, 0x2, 0x2, 0x2, 0x70, 0x75, 0x7, 0x1b, 0x2, 
    0x2, 0x71, 0x75, 0x7, 0x1a, 0x2, 0x2, 0x72, 0x75, 0x5, 0x36, 0x1c, 0x2, 
    0x73, 0x75, 0x5, 0x38, 0x1d, 0x2, 0x74, 0x68, 0x3, 0x2, 0x2, 0x2, 0x74, 
    0x70, 0x3, 0x2, 0x2, 0x2, 0x74, 0x71, 0x3, 0x2, 0x2, 0x2, 0x74, 0x72, 
    0x3, 0x2, 0x2, 0x2, 0x74, 0x73, 0x3, 0x2, 0x2, 0x2, 0x75, 0x9, 0x3, 
    0x2, 0x2, 0x2, 0x76, 0x7a, 0x5, 0x14, 0xb, 0x2, 0x77, 0x79, 0x5, 0x18, 
    0xd, 0x2, 0x78, 0x77, 0x3, 0x2, 0x2, 0x2, 0x79, 0x7c, 0x3, 0x2, 0x2, 
    0x2, 0x7a, 0x78, 0x3, 0x2, 0x2, 0x2, 0x7a, 0x7b, 0x3, 0x2, 0x2, 0x2, 
    0x7b, 0x7e, 0x3, 0x2, 0x2, 0x2, 0x7c, 0x7a, 0x3, 0x2, 0x2, 0x2, 0x7d, 
    0x76, 0x3, 0x2, 0x2, 0x2, 0x7d, 0x7e, 0x3, 0x2, 0x2, 0x2, 0x7e, 0x80, 
    0x3, 0x2, 0x2, 0x2, 0x7f, 0x81, 0x5, 0x4, 0x3, 0x2, 0x80, 0x7f, 0x3, 
    0x2, 0x2, 0x2, 0x80, 0x81, 0x3, 0x2, 0x2, 0x2, 0x81, 0xb, 0x3, 0x2, 
    0x2, 0x2, 0x82, 0x83, 0x9, 0x5, 0x2, 0x2, 0x83, 0x85, 0x5, 0x10, 0x9, 
    0x2, 0x84, 0x82, 0x3, 0x2, 0x2, 0x2, 0x84, 0x85, 0x3, 0x2, 0x2, 0x2, 
    0x85, 0x8a, 0x3, 0x2, 0x2, 0x2, 0x86, 0x87, 0x7, 0x38, 0x2, 0x2, 0x87, 
    0x89, 0x5, 0xe, 0x8, 0x2, 0x88, 0x86, 0x3, 0x2, 0x2, 0x2, 0x89, 0x8c, 
    0x3, 0x2, 0x2, 0x2, 0x8a, 0x88, 0x3, 0x2, 0x2, 0x2, 0x8a, 0x8b, 0x3, 
    0x2, 0x2, 0x2, 0x8b, 0x8d, 0x3, 0x2, 0x2, 0x2, 0x8c, 0x8a, 0x3, 0x2, 
    0x2, 0x2, 0x8d, 0x8e, 0x7, 0x29, 0x2, 0x2, 0x8e, 0x8f, 0x5, 0x12, 0xa, 
    0x2, 0x8f, 0xd, 0x3, 0x2, 0x2, 0x2, 0x90, 0x92, 0x9, 0x3, 0x2, 0x2, 
    0x91, 0x90, 0x3, 0x2, 0x2, 0x2, 0x91, 0x92, 0x3, 0x2, 0x2, 0x2, 0x92, 
    0x93, 0x3, 0x2, 0x2, 0x2, 0x93, 0x96, 0x5, 0x10, 0x9, 0x2, 0x94, 0x95, 
    0x9, 0x5, 0x2, 0x2, 0x95, 0x97, 0x5, 0x10, 0x9, 0x2, 0x96, 0x94, 0x3, 
    0x2, 0x2, 0x2, 0x96, 0x97, 0x3, 0x2, 0x2, 0x2, 0x97, 0xf, 0x3, 0x2, 
    0x2, 0x2, 0x98, 0xa4, 0x7, 0x12, 0x2, 0x2, 0x99, 0xa4, 0x7, 0x8, 0x2, 
    0x2, 0x9a, 0xa4, 0x7, 0x6, 0x2, 0x2, 0x9b, 0xa4, 0x7, 0x7, 0x2, 0x2, 
    0x9c, 0xa4, 0x7, 0x14, 0x2, 0x2, 0x9d, 0xa4, 0x7, 0x15, 0x2, 0x2, 0x9e, 
    0xa4, 0x7, 0x16, 0x2, 0x2, 0x9f, 0xa4, 0x7, 0x17, 0x2, 0x2, 0xa0, 0xa4, 
    0x7, 0x1b, 0x2, 0x2, 0xa1, 0xa4, 0x7, 0x1a, 0x2, 0x2, 0xa2, 0xa4, 0x5, 
    0x36, 0x1c, 0x2, 0xa3, 0x98, 0x3, 0x2, 0x2, 0x2, 0xa3, 0x99, 0x3, 0x2, 
    0x2, 0x2, 0xa3, 0x9a, 0x3, 0x2, 0x2, 0x2, 0xa3, 0x9b, 0x3, 0x2, 0x2, 
    0x2, 0xa3, 0x9c, 0x3, 0x2, 0x2, 0x2, 0xa3, 0x9d, 0x3, 0x2, 0x2, 0x2, 
    0xa3, 0x9e, 0x3, 0x2, 0x2, 0x2, 0xa3, 0x9f, 0x3, 0x2, 0x2, 0x2, 0xa3, 
    0xa0, 0x3, 0x2, 0x2, 0x2, 0xa3, 0xa1, 0x3, 0x2, 0x2, 0x2, 0xa3, 0xa2, 
    0x3, 0x2, 0x2, 0x2, 0xa4, 0xa9, 0x3, 0x2, 0x2, 0x2, 0xa5, 0xa6, 0x7, 
    0x3b, 0x2, 0x2, 0xa6, 0xa8, 0x5, 0x3c, 0x1f, 0x2, 0xa7, 0xa5, 0x3, 0x2, 
    0x2, 0x2, 0xa8, 0xab, 0x3, 0x2, 0x2, 0x2, 0xa9, 0xa7, 0x3, 0x2, 0x2, 
    0x2, 0xa9, 0xaa, 0x3, 0x2, 0x2, 0x2, 0xaa, 0x11, 0x3, 0x2, 0x2, 0x2, 
    0xab, 0xa9, 0x3, 0x2, 0x2, 0x2, 0xac, 0xb8, 0x5, 0x4, 0x3, 0x2, 0xad, 
    0xb1, 0x5, 0x20, 0x11, 0x2, 0xae, 0xb0, 0x5, 0x18, 0xd, 0x2, 0xaf, 0xae, 
    0x3, 0x2, 0x2, 0x2, 0xb0, 0xb3, 0x3, 0x2, 0x2, 0x2, 0xb1, 0xaf, 0x3, 
    0x2, 0x2, 0x2, 0xb1, 0xb2, 0x3, 0x2, 0x2, 0x2, 0xb2, 0xb5, 0x3, 0x2, 
    0x2, 0x2, 0xb3, 0xb1, 0x3, 0x2, 0x2, 0x2, 0xb4, 0xb6, 0x5, 0x4, 0x3, 
    0x2, 0xb5, 0xb4, 0x3, 0x2, 0x2, 0x2, 0xb5, 0xb6, 0x3, 0x2, 0x2, 0x2, 
    0xb6, 0xb8, 0x3, 0x2, 0x2, 0x2, 0xb7, 0xac, 0x3, 0x2, 0x2, 0x2, 0xb7, 
    0xad, 0x3, 0x2, 0x2, 0x2, 0xb8, 0x13, 0x3, 0x2, 0x2, 0x2, 0xb9, 0xc1, 
    0x5, 0x22, 0x12, 0x2, 0xba, 0xc1, 0x5, 0x16, 0xc, 0x2, 0xbb, 0xc1, 0x5, 
    0x1a, 0xe, 0x2, 0xbc, 0xbd, 0x7, 0x39, 0x2, 0x2, 0xbd, 0xc1, 0x5, 0x1c, 
    0xf, 0x2, 0xbe, 0xbf, 0x7, 0x33, 0x2, 0x2, 0xbf, 0xc1, 0x5, 0x1e, 0x10, 
    0x2, 0xc0, 0xb9, 0x3, 0x2, 0x2, 0x2, 0xc0, 0xba, 0x3, 0x2, 0x2, 0x2, 
    0xc0, 0xbb, 0x3, 0x2, 0x2, 0x2, 0xc0, 0xbc, 0x3, 0x2, 0x2, 0x2, 0xc0, 
    0xbe, 0x3, 0x2, 0x2, 0x2, 0xc1, 0x15, 0x3, 0x2, 0x2, 0x2, 0xc2, 0xc3, 
    0x9, 0x6, 0x2, 0x2, 0xc3, 0xc4, 0x5, 0x10, 0x9, 0x2, 0xc4, 0x17, 0x3, 
    0x2, 0x2, 0x2, 0xc5, 0xcc, 0x5, 0x24, 0x13, 0x2, 0xc6, 0xcc, 0x5, 0x1a, 
    0xe, 0x2, 0xc7, 0xc8, 0x7, 0x39, 0x2, 0x2, 0xc8, 0xcc, 0x5, 0x1c, 0xf, 
    0x2, 0xc9, 0xca, 0x7, 0x33, 0x2, 0x2, 0xca, 0xcc, 0x5, 0x1e, 0x10, 0x2, 
    0xcb, 0xc5, 0x3, 0x2, 0x2, 0x2, 0xcb, 0xc6, 0x3, 0x2, 0x2, 0x2, 0xcb, 
    0xc7, 0x3, 0x2, 0x2, 0x2, 0xcb, 0xc9, 0x3, 0x2, 0x2, 0x2, 0xcc, 0x19, 
    0x3, 0x2, 0x2, 0x2, 0xcd, 0xce, 0x9, 0x7, 0x2, 0x2, 0xce, 0xcf, 0x5, 
    0x20, 0x11, 0x2, 0xcf, 0x1b, 0x3, 0x2, 0x2, 0x2, 0xd0, 0xdc, 0x5, 0x3c, 
    0x1f, 0x2, 0xd1, 0xd2, 0x7, 0x31, 0x2, 0x2, 0xd2, 0xd7, 0x5, 0x1c, 0xf, 
    0x2, 0xd3, 0xd4, 0x7, 0x3a, 0x2, 0x2, 0xd4, 0xd6, 0x5, 0x1c, 0xf, 0x2, 
    0xd5, 0xd3, 0x3, 0x2, 0x2, 0x2, 0xd6, 0xd9, 0x3, 0x2, 0x2, 0x2, 0xd7, 
    0xd5, 0x3, 0x2, 0x2, 0x2, 0xd7, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xd8, 0xda, 
    0x3, 0x2, 0x2, 0x2, 0xd9, 0xd7, 0x3, 0x2, 0x2, 0x2, 0xda, 0xdb, 0x7, 
    0x32, 0x2, 0x2, 0xdb, 0xdd, 0x3, 0x2, 0x2, 0x2, 0xdc, 0xd1, 0x3, 0x2, 
    0x2, 0x2, 0xdc, 0xdd, 0x3, 0x2, 0x2, 0x2, 0xdd, 0xdf, 0x3, 0x2, 0x2, 
    0x2, 0xde, 0xe0, 0x7, 0x3c, 0x2, 0x2, 0xdf, 0xde, 0x3, 0x2, 0x2, 0x2, 
    0xdf, 0xe0, 0x3, 0x2, 0x2, 0x2, 0xe0, 0x1d, 0x3, 0x2, 0x2, 0x2, 0xe1, 
    0xe4, 0x5, 0x20, 0x11, 0x2, 0xe2, 0xe4, 0x5, 0x4, 0x3, 0x2, 0xe3, 0xe1, 
    0x3, 0x2, 0x2, 0x2, 0xe3, 0xe2, 0x3, 0x2, 0x2, 0x2, 0xe4, 0x1f, 0x3, 
    0x2, 0x2, 0x2, 0xe5, 0xe7, 0x7, 0xd, 0x2, 0x2, 0xe6, 0xe5, 0x3, 0x2, 
    0x2, 0x2, 0xe7, 0xea, 0x3, 0x2, 0x2, 0x2, 0xe8, 0xe6, 0x3, 0x2, 0x2, 
    0x2, 0xe8, 0xe9, 0x3, 0x2, 0x2, 0x2, 0xe9, 0xfa, 0x3, 0x2, 0x2, 0x2, 
    0xea, 0xe8, 0x3, 0x2, 0x2, 0x2, 0xeb, 0xfb, 0x7, 0x12, 0x2, 0x2, 0xec, 
    0xfb, 0x7, 0x8, 0x2, 0x2, 0xed, 0xfb, 0x7, 0x6, 0x2, 0x2, 0xee, 0xfb, 
    0x7, 0x7, 0x2, 0x2, 0xef, 0xfb, 0x7, 0x14, 0x2, 0x2, 0xf0, 0xfb, 0x7, 
    0x15, 0x2, 0x2, 0xf1, 0xfb, 0x7, 0x16, 0x2, 0x2, 0xf2, 0xfb, 0x7, 0x17, 
    0x2, 0x2, 0xf3, 0xfb, 0x7, 0x1b, 0x2, 0x2, 0xf4, 0xfb, 0x7, 0x1a, 0x2, 
    0x2, 0xf5, 0xfb, 0x5, 0x36, 0x1c, 0x2, 0xf6, 0xfb, 0x5, 0x38, 0x1d, 
    0x2, 0xf7, 0xfb, 0x5, 0x28, 0x15, 0x2, 0xf8, 0xfb, 0x5, 0x2e, 0x18, 
    0x2, 0xf9, 0xfb, 0x5, 0x2a, 0x16, 0x2, 0xfa, 0xeb, 0x3, 0x2, 0x2, 0x2, 
    0xfa, 0xec, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xed, 0x3, 0x2, 0x2, 0x2, 0xfa, 
    0xee, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xef, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xf0, 
    0x3, 0x2, 0x2, 0x2, 0xfa, 0xf1, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xf2, 0x3, 
    0x2, 0x2, 0x2, 0xfa, 0xf3, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xf4, 0x3, 0x2, 
    0x2, 0x2, 0xfa, 0xf5, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xf6, 0x3, 0x2, 0x2, 
    0x2, 0xfa, 0xf7, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xf8, 0x3, 0x2, 0x2, 0x2, 
    0xfa, 0xf9, 0x3, 0x2, 0x2, 0x2, 0xfb, 0x102, 0x3, 0x2, 0x2, 0x2, 0xfc, 
    0xfd, 0x7, 0x3b, 0x2, 0x2, 0xfd, 0x101, 0x5, 0x3c, 0x1f, 0x2, 0xfe, 
    0x101, 0x5, 0x32, 0x1a, 0x2, 0xff, 0x101, 0x5, 0x2c, 0x17, 0x2, 0x100, 
    0xfc, 0x3, 0x2, 0x2, 0x2, 0x100, 0xfe, 0x3, 0x2, 0x2, 0x2, 0x100, 0xff, 
    0x3, 0x2, 0x2, 0x2, 0x101, 0x104, 0x3, 0x2, 0x2, 0x2, 0x102, 0x100, 
    0x3, 0x2, 0x2, 0x2, 0x102, 0x103, 0x3, 0x2, 0x2, 0x2, 0x103, 0x108, 
    0x3, 0x2, 0x2, 0x2, 0x104, 0x102, 0x3, 0x2, 0x2, 0x2, 0x105, 0x107, 
    0x7, 0x11, 0x2, 0x2, 0x106, 0x105, 0x3, 0x2, 0x2, 0x2, 0x107, 0x10a, 
    0x3, 0x2, 0x2, 0x2, 0x108, 0x106, 0x3, 0x2, 0x2, 0x2, 0x108, 0x109, 
    0x3, 0x2, 0x2, 0x2, 0x109, 0x10e, 0x3, 0x2, 0x2, 0x2, 0x10a, 0x108, 
    0x3, 0x2, 0x2, 0x2, 0x10b, 0x10d, 0x5, 0x26, 0x14, 0x2, 0x10c, 0x10b, 
    0x3, 0x2, 0x2, 0x2, 0x10d, 0x110, 0x3, 0x2, 0x2, 0x2, 0x10e, 0x10c, 
    0x3, 0x2, 0x2, 0x2, 0x10e, 0x10f, 0x3, 0x2, 0x2, 0x2, 0x10f, 0x21, 0x3, 
    0x2, 0x2, 0x2, 0x110, 0x10e, 0x3, 0x2, 0x2, 0x2, 0x111, 0x113, 0x7, 
    0xd, 0x2, 0x2, 0x112, 0x111, 0x3, 0x2, 0x2, 0x2, 0x113, 0x116, 0x3, 
    0x2, 0x2, 0x2, 0x114, 0x112, 0x3, 0x2, 0x2, 0x2, 0x114, 0x115, 0x3, 
    0x2, 0x2, 0x2, 0x115, 0x123, 0x3, 0x2, 0x2, 0x2, 0x116, 0x114, 0x3, 
    0x2, 0x2, 0x2, 0x117, 0x124, 0x7, 0x12, 0x2, 0x2, 0x118, 0x124, 0x7, 
    0x14, 0x2, 0x2, 0x119, 0x124, 0x7, 0x15, 0x2, 0x2, 0x11a, 0x124, 0x7, 
    0x16, 0x2, 0x2, 0x11b, 0x124, 0x7, 0x17, 0x2, 0x2, 0x11c, 0x124, 0x7, 
    0x1b, 0x2, 0x2, 0x11d, 0x124, 0x7, 0x1a, 0x2, 0x2, 0x11e, 0x124, 0x5, 
    0x36, 0x1c, 0x2, 0x11f, 0x124, 0x5, 0x38, 0x1d, 0x2, 0x120, 0x124, 0x5, 
    0x28, 0x15, 0x2, 0x121, 0x124, 0x5, 0x2e, 0x18, 0x2, 0x122, 0x124, 0x5, 
    0x2a, 0x16, 0x2, 0x123, 0x117, 0x3, 0x2, 0x2, 0x2, 0x123, 0x118, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x119, 0x3, 0x2, 0x2, 0x2, 0x123, 0x11a, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x11b, 0x3, 0x2, 0x2, 0x2, 0x123, 0x11c, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x11d, 0x3, 0x2, 0x2, 0x2, 0x123, 0x11e, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x11f, 0x3, 0x2, 0x2, 0x2, 0x123, 0x120, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x121, 0x3, 0x2, 0x2, 0x2, 0x123, 0x122, 0x3, 
    0x2, 0x2, 0x2, 0x124, 0x12b, 0x3, 0x2, 0x2, 0x2, 0x125, 0x126, 0x7, 
    0x3b, 0x2, 0x2, 0x126, 0x12a, 0x5, 0x3c, 0x1f, 0x2, 0x127, 0x12a, 0x5, 
    0x32, 0x1a, 0x2, 0x128, 0x12a, 0x5, 0x2c, 0x17, 0x2, 0x129, 0x125, 0x3, 
    0x2, 0x2, 0x2, 0x129, 0x127, 0x3, 0x2, 0x2, 0x2, 0x129, 0x128, 0x3, 
    0x2, 0x2, 0x2, 0x12a, 0x12d, 0x3, 0x2, 0x2, 0x2, 0x12b, 0x129, 0x3, 
    0x2, 0x2, 0x2, 0x12b, 0x12c, 0x3, 0x2, 0x2, 0x2, 0x12c, 0x131, 0x3, 
    0x2, 0x2, 0x2, 0x12d, 0x12b, 0x3, 0x2, 0x2, 0x2, 0x12e, 0x130, 0x7, 
    0x11, 0x2, 0x2, 0x12f, 0x12e, 0x3, 0x2, 0x2, 0x2, 0x130, 0x133, 0x3, 
    0x2, 0x2, 0x2, 0x131, 0x12f, 0x3, 0x2, 0x2, 0x2, 0x131, 0x132, 0x3, 
    0x2, 0x2, 0x2, 0x132, 0x137, 0x3, 0x2, 0x2, 0x2, 0x133, 0x131, 0x3, 
    0x2, 0x2, 0x2, 0x134, 0x136, 0x5, 0x26, 0x14, 0x2, 0x135, 0x134, 0x3, 
    0x2, 0x2, 0x2, 0x136, 0x139, 0x3, 0x2, 0x2, 0x2, 0x137, 0x135, 0x3, 
    0x2, 0x2, 0x2, 0x137, 0x138, 0x3, 0x2, 0x2, 0x2, 0x138, 0x23, 0x3, 0x2, 
    0x2, 0x2, 0x139, 0x137, 0x3, 0x2, 0x2, 0x2, 0x13a, 0x13c, 0x7, 0xd, 
    0x2, 0x2, 0x13b, 0x13a, 0x3, 0x2, 0x2, 0x2, 0x13c, 0x13f, 0x3, 0x2, 
    0x2, 0x2, 0x13d, 0x13b, 0x3, 0x2, 0x2, 0x2, 0x13d, 0x13e, 0x3, 0x2, 
    0x2, 0x2, 0x13e, 0x14a, 0x3, 0x2, 0x2, 0x2, 0x13f, 0x13d, 0x3, 0x2, 
    0x2, 0x2, 0x140, 0x14b, 0x7, 0x12, 0x2, 0x2, 0x141, 0x14b, 0x7, 0x14, 
    0x2, 0x2, 0x142, 0x14b, 0x7, 0x15, 0x2, 0x2, 0x143, 0x14b, 0x7, 0x16, 
    0x2, 0x2, 0x144, 0x14b, 0x7, 0x17, 0x2, 0x2, 0x145, 0x14b, 0x7, 0x1b, 
    0x2, 0x2, 0x146, 0x14b, 0x7, 0x1a, 0x2, 0x2, 0x147, 0x14b, 0x5, 0x36, 
    0x1c, 0x2, 0x148, 0x14b, 0x5, 0x38, 0x1d, 0x2, 0x149, 0x14b, 0x5, 0x28, 
    0x15, 0x2, 0x14a, 0x140, 0x3, 0x2, 0x2, 0x2, 0x14a, 0x141, 0x3, 0x2, 
    0x2, 0x2, 0x14a, 0x142, 0x3, 0x2, 0x2, 0x2, 0x14a, 0x143, 0x3, 0x2, 
    0x2, 0x2, 0x14a, 0x144, 0x3, 0x2, 0x2, 0x2, 0x14a, 0x145, 0x3, 0x2, 
    0x2, 0x2, 0x14a, 0x146, 0x3, 0x2, 0x2, 0x2, 0x14a, 0x147, 0x3, 0x2, 
    0x2, 0x2, 0x14a, 0x148, 0x3, 0x2, 0x2, 0x2, 0x14a, 0x149, 0x3, 0x2, 
    0x2, 0x2, 0x14b, 0x152, 0x3, 0x2, 0x2, 0x2, 0x14c, 0x14d, 0x7, 0x3b, 
    0x2, 0x2, 0x14d, 0x151, 0x5, 0x3c, 0x1f, 0x2, 0x14e, 0x151, 0x5, 0x32, 
    0x1a, 0x2, 0x14f, 0x151, 0x5, 0x2c, 0x17, 0x2, 0x150, 0x14c, 0x3, 0x2, 
    0x2, 0x2, 0x150, 0x14e, 0x3, 0x2, 0x2, 0x2, 0x150, 0x14f, 0x3, 0x2, 
    0x2, 0x2, 0x151, 0x154, 0x3, 0x2, 0x2, 0x2, 0x152, 0x150, 0x3, 0x2, 
    0x2, 0x2, 0x152, 0x153, 0x3, 0x2, 0x2, 0x2, 0x153, 0x158, 0x3, 0x2, 
    0x2, 0x2, 0x154, 0x152, 0x3, 0x2, 0x2, 0x2, 0x155, 0x157, 0x7, 0x11, 
    0x2, 0x2, 0x156, 0x155, 0x3, 0x2, 0x2, 0x2, 0x157, 0x15a, 0x3, 0x2, 
    0x2, 0x2, 0x158, 0x156, 0x3, 0x2, 0x2, 0x2, 0x158, 0x159, 0x3, 0x2, 
    0x2, 0x2, 0x159, 0x15e, 0x3, 0x2, 0x2, 0x2, 0x15a, 0x158, 0x3, 0x2, 
    0x2, 0x2, 0x15b, 0x15d, 0x5, 0x26, 0x14, 0x2, 0x15c, 0x15b, 0x3, 0x2, 
    0x2, 0x2, 0x15d, 0x160, 0x3, 0x2, 0x2, 0x2, 0x15e, 0x15c, 0x3, 0x2, 
    0x2, 0x2, 0x15e, 0x15f, 0x3, 0x2, 0x2, 0x2, 0x15f, 0x25, 0x3, 0x2, 0x2, 
    0x2, 0x160, 0x15e, 0x3, 0x2, 0x2, 0x2, 0x161, 0x175, 0x7, 0x2d, 0x2, 
    0x2, 0x162, 0x175, 0x7, 0x2e, 0x2, 0x2, 0x163, 0x175, 0x7, 0x31, 0x2, 
    0x2, 0x164, 0x175, 0x7, 0x2f, 0x2, 0x2, 0x165, 0x175, 0x7, 0x32, 0x2, 
    0x2, 0x166, 0x175, 0x7, 0x30, 0x2, 0x2, 0x167, 0x175, 0x7, 0x34, 0x2, 
    0x2, 0x168, 0x175, 0x7, 0x35, 0x2, 0x2, 0x169, 0x175, 0x7, 0x36, 0x2, 
    0x2, 0x16a, 0x175, 0x7, 0x37, 0x2, 0x2, 0x16b, 0x175, 0x7, 0x2a, 0x2, 
    0x2, 0x16c, 0x175, 0x7, 0x2b, 0x2, 0x2, 0x16d, 0x175, 0x7, 0x38, 0x2, 
    0x2, 0x16e, 0x175, 0x7, 0xb, 0x2, 0x2, 0x16f, 0x175, 0x7, 0xc, 0x2, 
    0x2, 0x170, 0x175, 0x7, 0xe, 0x2, 0x2, 0x171, 0x175, 0x7, 0xf, 0x2, 
    0x2, 0x172, 0x173, 0x7, 0x10, 0x2, 0x2, 0x173, 0x175, 0x7, 0x7, 0x2, 
    0x2, 0x174, 0x161, 0x3, 0x2, 0x2, 0x2, 0x174, 0x162, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x163, 0x3, 0x2, 0x2, 0x2, 0x174, 0x164, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x165, 0x3, 0x2, 0x2, 0x2, 0x174, 0x166, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x167, 0x3, 0x2, 0x2, 0x2, 0x174, 0x168, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x169, 0x3, 0x2, 0x2, 0x2, 0x174, 0x16a, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x16b, 0x3, 0x2, 0x2, 0x2, 0x174, 0x16c, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x16d, 0x3, 0x2, 0x2, 0x2, 0x174, 0x16e, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x16f, 0x3, 0x2, 0x2, 0x2, 0x174, 0x170, 0x3, 0x2, 0x2, 
    0x2, 0x174, 0x171, 0x3, 0x2, 0x2, 0x2, 0x174, 0x172, 0x3, 0x2, 0x2, 
    0x2, 0x175, 0x179, 0x3, 0x2, 0x2, 0x2, 0x176, 0x178, 0x7, 0xd, 0x2, 
    0x2, 0x177, 0x176, 0x3, 0x2, 0x2, 0x2, 0x178, 0x17b, 0x3, 0x2, 0x2, 
    0x2, 0x179, 0x177, 0x3, 0x2, 0x2, 0x2, 0x179, 0x17a, 0x3, 0x2, 0x2, 
    0x2, 0x17a, 0x18b, 0x3, 0x2, 0x2, 0x2, 0x17b, 0x179, 0x3, 0x2, 0x2, 
    0x2, 0x17c, 0x18c, 0x7, 0x12, 0x2, 0x2, 0x17d, 0x18c, 0x7, 0x8, 0x2, 
    0x2, 0x17e, 0x18c, 0x7, 0x6, 0x2, 0x2, 0x17f, 0x18c, 0x7, 0x7, 0x2, 
    0x2, 0x180, 0x18c, 0x7, 0x14, 0x2, 0x2, 0x181, 0x18c, 0x7, 0x15, 0x2, 
    0x2, 0x182, 0x18c, 0x7, 0x16, 0x2, 0x2, 0x183, 0x18c, 0x7, 0x17, 0x2, 
    0x2, 0x184, 0x18c, 0x7, 0x1b, 0x2, 0x2, 0x185, 0x18c, 0x7, 0x1a, 0x2, 
    0x2, 0x186, 0x18c, 0x5, 0x36, 0x1c, 0x2, 0x187, 0x18c, 0x5, 0x38, 0x1d, 
    0x2, 0x188, 0x18c, 0x5, 0x28, 0x15, 0x2, 0x189, 0x18c, 0x5, 0x2e, 0x18, 
    0x2, 0x18a, 0x18c, 0x5, 0x2a, 0x16, 0x2, 0x18b, 0x17c, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x17d, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x17e, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x17f, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x180, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x181, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x182, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x183, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x184, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x185, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x186, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x187, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x188, 0x3, 0x2, 0x2, 
    0x2, 0x18b, 0x189, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x18a, 0x3, 0x2, 0x2, 
    0x2, 0x18c, 0x193, 0x3, 0x2, 0x2, 0x2, 0x18d, 0x18e, 0x7, 0x3b, 0x2, 
    0x2, 0x18e, 0x192, 0x5, 0x3c, 0x1f, 0x2, 0x18f, 0x192, 0x5, 0x32, 0x1a, 
    0x2, 0x190, 0x192, 0x5, 0x2c, 0x17, 0x2, 0x191, 0x18d, 0x3, 0x2, 0x2, 
    0x2, 0x191, 0x18f, 0x3, 0x2, 0x2, 0x2, 0x191, 0x190, 0x3, 0x2, 0x2, 
    0x2, 0x192, 0x195, 0x3, 0x2, 0x2, 0x2, 0x193, 0x191, 0x3, 0x2, 0x2, 
    0x2, 0x193, 0x194, 0x3, 0x2, 0x2, 0x2, 0x194, 0x199, 0x3, 0x2, 0x2, 
    0x2, 0x195, 0x193, 0x3, 0x2, 0x2, 0x2, 0x196, 0x198, 0x7, 0x11, 0x2, 
    0x2, 0x197, 0x196, 0x3, 0x2, 0x2, 0x2, 0x198, 0x19b, 0x3, 0x2, 0x2, 
    0x2, 0x199, 0x197, 0x3, 0x2, 0x2, 0x2, 0x199, 0x19a, 0x3, 0x2, 0x2, 
    0x2, 0x19a, 0x27, 0x3, 0x2, 0x2, 0x2, 0x19b, 0x199, 0x3, 0x2, 0x2, 0x2, 
    0x19c, 0x19d, 0x7, 0x9, 0x2, 0x2, 0x19d, 0x19e, 0x5, 0x20, 0x11, 0x2, 
    0x19e, 0x19f, 0x5, 0x4, 0x3, 0x2, 0x19f, 0x29, 0x3, 0x2, 0x2, 0x2, 0x1a0, 
    0x1a1, 0x7, 0x25, 0x2, 0x2, 0x1a1, 0x1a2, 0x5, 0x20, 0x11, 0x2, 0x1a2, 
    0x1a3, 0x7, 0x26, 0x2, 0x2, 0x1a3, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x1a4, 
    0x1a5, 0x7, 0x27, 0x2, 0x2, 0x1a5, 0x1a6, 0x5, 0x20, 0x11, 0x2, 0x1a6, 
    0x1a7, 0x7, 0x28, 0x2, 0x2, 0x1a7, 0x2d, 0x3, 0x2, 0x2, 0x2, 0x1a8, 
    0x1b3, 0x7, 0x27, 0x2, 0x2, 0x1a9, 0x1b0, 0x5, 0x30, 0x19, 0x2, 0x1aa, 
    0x1ac, 0x7, 0x3a, 0x2, 0x2, 0x1ab, 0x1ad, 0x5, 0x30, 0x19, 0x2, 0x1ac, 
    0x1ab, 0x3, 0x2, 0x2, 0x2, 0x1ac, 0x1ad, 0x3, 0x2, 0x2, 0x2, 0x1ad, 
    0x1af, 0x3, 0x2, 0x2, 0x2, 0x1ae, 0x1aa, 0x3, 0x2, 0x2, 0x2, 0x1af, 
    0x1b2, 0x3, 0x2, 0x2, 0x2, 0x1b0, 0x1ae, 0x3, 0x2, 0x2, 0x2, 0x1b0, 
    0x1b1, 0x3, 0x2, 0x2, 0x2, 0x1b1, 0x1b4, 0x3, 0x2, 0x2, 0x2, 0x1b2, 
    0x1b0, 0x3, 0x2, 0x2, 0x2, 0x1b3, 0x1a9, 0x3, 0x2, 0x2, 0x2, 0x1b3, 
    0x1b4, 0x3, 0x2, 0x2, 0x2, 0x1b4, 0x1b5, 0x3, 0x2, 0x2, 0x2, 0x1b5, 
    0x1b6, 0x7, 0x28, 0x2, 0x2, 0x1b6, 0x2f, 0x3, 0x2, 0x2, 0x2, 0x1b7, 
    0x1c0, 0x5, 0x4, 0x3, 0x2, 0x1b8, 0x1bc, 0x5, 0x20, 0x11, 0x2, 0x1b9, 
    0x1bb, 0x5, 0x24, 0x13, 0x2, 0x1ba, 0x1b9, 0x3, 0x2, 0x2, 0x2, 0x1bb, 
    0x1be, 0x3, 0x2, 0x2, 0x2, 0x1bc, 0x1ba, 0x3, 0x2, 0x2, 0x2, 0x1bc, 
    0x1bd, 0x3, 0x2, 0x2, 0x2, 0x1bd, 0x1c0, 0x3, 0x2, 0x2, 0x2, 0x1be, 
    0x1bc, 0x3, 0x2, 0x2, 0x2, 0x1bf, 0x1b7, 0x3, 0x2, 0x2, 0x2, 0x1bf, 
    0x1b8, 0x3, 0x2, 0x2, 0x2, 0x1c0, 0x31, 0x3, 0x2, 0x2, 0x2, 0x1c1, 0x1cc, 
    0x7, 0x25, 0x2, 0x2, 0x1c2, 0x1c9, 0x5, 0x34, 0x1b, 0x2, 0x1c3, 0x1c5, 
    0x7, 0x3a, 0x2, 0x2, 0x1c4, 0x1c6, 0x5, 0x34, 0x1b, 0x2, 0x1c5, 0x1c4, 
    0x3, 0x2, 0x2, 0x2, 0x1c5, 0x1c6, 0x3, 0x2, 0x2, 0x2, 0x1c6, 0x1c8, 
    0x3, 0x2, 0x2, 0x2, 0x1c7, 0x1c3, 0x3, 0x2, 0x2, 0x2, 0x1c8, 0x1cb, 
    0x3, 0x2, 0x2, 0x2, 0x1c9, 0x1c7, 0x3, 0x2, 0x2, 0x2, 0x1c9, 0x1ca, 
    0x3, 0x2, 0x2, 0x2, 0x1ca, 0x1cd, 0x3, 0x2, 0x2, 0x2, 0x1cb, 0x1c9, 
    0x3, 0x2, 0x2, 0x2, 0x1cc, 0x1c2, 0x3, 0x2, 0x2, 0x2, 0x1cc, 0x1cd, 
    0x3, 0x2, 0x2, 0x2, 0x1cd, 0x1ce, 0x3, 0x2, 0x2, 0x2, 0x1ce, 0x1cf, 
    0x7, 0x26, 0x2, 0x2, 0x1cf, 0x33, 0x3, 0x2, 0x2, 0x2, 0x1d0, 0x1d3, 
    0x5, 0x1e, 0x10, 0x2, 0x1d1, 0x1d2, 0x7, 0x39, 0x2, 0x2, 0x1d2, 0x1d4, 
    0x5, 0x1c, 0xf, 0x2, 0x1d3, 0x1d1, 0x3, 0x2, 0x2, 0x2, 0x1d3, 0x1d4, 
    0x3, 0x2, 0x2, 0x2, 0x1d4, 0x1d7, 0x3, 0x2, 0x2, 0x2, 0x1d5, 0x1d6, 
    0x7, 0x33, 0x2, 0x2, 0x1d6, 0x1d8, 0x5, 0x1e, 0x10, 0x2, 0x1d7, 0x1d5, 
    0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1d8, 0x3, 0x2, 0x2, 0x2, 0x1d8, 0x35, 0x3, 
    0x2, 0x2, 0x2, 0x1d9, 0x1df, 0x7, 0x1c, 0x2, 0x2, 0x1da, 0x1de, 0x7, 
    0x41, 0x2, 0x2, 0x1db, 0x1de, 0x7, 0x42, 0x2, 0x2, 0x1dc, 0x1de, 0x5, 
    0x3a, 0x1e, 0x2, 0x1dd, 0x1da, 0x3, 0x2, 0x2, 0x2, 0x1dd, 0x1db, 0x3, 
    0x2, 0x2, 0x2, 0x1dd, 0x1dc, 0x3, 0x2, 0x2, 0x2, 0x1de, 0x1e1, 0x3, 
    0x2, 0x2, 0x2, 0x1df, 0x1dd, 0x3, 0x2, 0x2, 0x2, 0x1df, 0x1e0, 0x3, 
    0x2, 0x2, 0x2, 0x1e0, 0x1e2, 0x3, 0x2, 0x2, 0x2, 0x1e1, 0x1df, 0x3, 
    0x2, 0x2, 0x2, 0x1e2, 0x1ee, 0x7, 0x3e, 0x2, 0x2, 0x1e3, 0x1e9, 0x7, 
    0x1d, 0x2, 0x2, 0x1e4, 0x1e8, 0x7, 0x41, 0x2, 0x2, 0x1e5, 0x1e8, 0x7, 
    0x42, 0x2, 0x2, 0x1e6, 0x1e8, 0x5, 0x3a, 0x1e, 0x2, 0x1e7, 0x1e4, 0x3, 
    0x2, 0x2, 0x2, 0x1e7, 0x1e5, 0x3, 0x2, 0x2, 0x2, 0x1e7, 0x1e6, 0x3, 
    0x2, 0x2, 0x2, 0x1e8, 0x1eb, 0x3, 0x2, 0x2, 0x2, 0x1e9, 0x1e7, 0x3, 
    0x2, 0x2, 0x2, 0x1e9, 0x1ea, 0x3, 0x2, 0x2, 0x2, 0x1ea, 0x1ec, 0x3, 
    0x2, 0x2, 0x2, 0x1eb, 0x1e9, 0x3, 0x2, 0x2, 0x2, 0x1ec, 0x1ee, 0x7, 
    0x3f, 0x2, 0x2, 0x1ed, 0x1d9, 0x3, 0x2, 0x2, 0x2, 0x1ed, 0x1e3, 0x3, 
    0x2, 0x2, 0x2, 0x1ee, 0x37, 0x3, 0x2, 0x2, 0x2, 0x1ef, 0x1f5, 0x7, 0x1e, 
    0x2, 0x2, 0x1f0, 0x1f4, 0x7, 0x41, 0x2, 0x2, 0x1f1, 0x1f4, 0x7, 0x42, 
    0x2, 0x2, 0x1f2, 0x1f4, 0x5, 0x3a, 0x1e, 0x2, 0x1f3, 0x1f0, 0x3, 0x2, 
    0x2, 0x2, 0x1f3, 0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1f3, 0x1f2, 0x3, 0x2, 
    0x2, 0x2, 0x1f4, 0x1f7, 0x3, 0x2, 0x2, 0x2, 0x1f5, 0x1f3, 0x3, 0x2, 
    0x2, 0x2, 0x1f5, 0x1f6, 0x3, 0x2, 0x2, 0x2, 0x1f6, 0x1f8, 0x3, 0x2, 
    0x2, 0x2, 0x1f7, 0x1f5, 0x3, 0x2, 0x2, 0x2, 0x1f8, 0x204, 0x7, 0x40, 
    0x2, 0x2, 0x1f9, 0x1ff, 0x9, 0x8, 0x2, 0x2, 0x1fa, 0x1fe, 0x7, 0x41, 
    0x2, 0x2, 0x1fb, 0x1fe, 0x7, 0x42, 0x2, 0x2, 0x1fc, 0x1fe, 0x5, 0x3a, 
    0x1e, 0x2, 0x1fd, 0x1fa, 0x3, 0x2, 0x2, 0x2, 0x1fd, 0x1fb, 0x3, 0x2, 
    0x2, 0x2, 0x1fd, 0x1fc, 0x3, 0x2, 0x2, 0x2, 0x1fe, 0x201, 0x3, 0x2, 
    0x2, 0x2, 0x1ff, 0x1fd, 0x3, 0x2, 0x2, 0x2, 0x1ff, 0x200, 0x3, 0x2, 
    0x2, 0x2, 0x200, 0x202, 0x3, 0x2, 0x2, 0x2, 0x201, 0x1ff, 0x3, 0x2, 
    0x2, 0x2, 0x202, 0x204, 0x7, 0x44, 0x2, 0x2, 0x203, 0x1ef, 0x3, 0x2, 
    0x2, 0x2, 0x203, 0x1f9, 0x3, 0x2, 0x2, 0x2, 0x204, 0x39, 0x3, 0x2, 0x2, 
    0x2, 0x205, 0x206, 0x7, 0x43, 0x2, 0x2, 0x206, 0x208, 0x5, 0x20, 0x11, 
    0x2, 0x207, 0x209, 0x7, 0x2c, 0x2, 0x2, 0x208, 0x207, 0x3, 0x2, 0x2, 
    0x2, 0x208, 0x209, 0x3, 0x2, 0x2, 0x2, 0x209, 0x20a, 0x3, 0x2, 0x2, 
    0x2, 0x20a, 0x20b, 0x7, 0x45, 0x2, 0x2, 0x20b, 0x3b, 0x3, 0x2, 0x2, 
    0x2, 0x20c, 0x20d, 0x9, 0x9, 0x2, 0x2, 0x20d, 0x3d, 0x3, 0x2, 0x2, 0x2, 
    0x4b, 0x3f, 0x43, 0x47, 0x4e, 0x52, 0x56, 0x5e, 0x66, 0x6d, 0x74, 0x7a, 
    0x7d, 0x80, 0x84, 0x8a, 0x91, 0x96, 0xa3, 0xa9, 0xb1, 0xb5, 0xb7, 0xc0, 
    0xcb, 0xd7, 0xdc, 0xdf, 0xe3, 0xe8, 0xfa, 0x100, 0x102, 0x108, 0x10e, 
    0x114, 0x123, 0x129, 0x12b, 0x131, 0x137, 0x13d, 0x14a, 0x150, 0x152, 
    0x158, 0x15e, 0x174, 0x179, 0x18b, 0x191, 0x193, 0x199, 0x1ac, 0x1b0, 
    0x1b3, 0x1bc, 0x1bf, 0x1c5, 0x1c9, 0x1cc, 0x1d3, 0x1d7, 0x1dd, 0x1df, 
    0x1e7, 0x1e9, 0x1ed, 0x1f3, 0x1f5, 0x1fd, 0x1ff, 0x203, 0x208, 
  };

  atn::ATNDeserializer deserializer;
  _atn = deserializer.deserialize(_serializedATN);

  size_t count = _atn.getNumberOfDecisions();
  _decisionToDFA.reserve(count);
  for (size_t i = 0; i < count; i++) { 
    _decisionToDFA.emplace_back(_atn.getDecisionState(i), i);
  }
}

