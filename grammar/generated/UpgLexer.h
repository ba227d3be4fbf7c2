
// Generated from UpgLexer.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace upg::grammar {


class  UpgLexer : public antlr4::Lexer {
public:
  enum {
    NL = 1, WS = 2, COMMENT = 3, CLAUSE = 4, WITH = 5, FROM_TO = 6, MATCH = 7, 
    ELSE = 8, AND = 9, OR = 10, NOT = 11, IS = 12, RELATION = 13, STARTS = 14, 
    STATE = 15, NAME = 16, BAD_NAME = 17, INT = 18, VERSION = 19, DATE = 20, 
    QUANTITY = 21, BAD_NUMBER = 22, BAD_VERSION = 23, RAW = 24, STRING = 25, 
    QUOTE = 26, TRIPLE = 27, TICK = 28, FENCE3 = 29, FENCE4 = 30, CURLY_TEXT = 31, 
    BAD_RAW = 32, LBRACE = 33, RBRACE = 34, LPAREN = 35, RPAREN = 36, LBRACK = 37, 
    RBRACK = 38, ARROW = 39, RANGE = 40, RANGE_LT = 41, ELLIPSIS = 42, EQ = 43, 
    NE = 44, LE = 45, GE = 46, LT = 47, GT = 48, ASSIGN = 49, PLUS = 50, 
    MINUS = 51, STAR = 52, SLASH = 53, PIPE = 54, COLON = 55, COMMA = 56, 
    DOT = 57, QUESTION = 58, ERR = 59, STR_END = 60, PROSE_END = 61, TICK_END = 62, 
    TEXT = 63, DOLLAR_BRACE = 64, OPEN = 65, FENCE_END = 66, CLOSE = 67, 
    IL_WS = 68, IB_WS = 69, STR_DOLLAR = 70, STR_ESC = 71
  };

  enum {
    COMMENTS = 2
  };

  enum {
    STR = 1, PROSE = 2, CMD = 3, RAW3 = 4, RAW4 = 5, INLINE = 6, INBLOCK = 7
  };

  UpgLexer(antlr4::CharStream *input);
  ~UpgLexer();

  virtual std::string getGrammarFileName() const override;
  virtual const std::vector<std::string>& getRuleNames() const override;

  virtual const std::vector<std::string>& getChannelNames() const override;
  virtual const std::vector<std::string>& getModeNames() const override;
  virtual const std::vector<std::string>& getTokenNames() const override; // deprecated, use vocabulary instead
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;

  virtual const std::vector<uint16_t> getSerializedATN() const override;
  virtual const antlr4::atn::ATN& getATN() const override;

private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;
  static std::vector<std::string> _channelNames;
  static std::vector<std::string> _modeNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  // Individual action functions triggered by action() above.

  // Individual semantic predicate functions triggered by sempred() above.

  struct Initializer {
    Initializer();
  };
};

}  // namespace upg::grammar
