
// Generated from UpgParser.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace upg::grammar {


class  UpgParser : public antlr4::Parser {
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
    RuleFile = 0, RuleBody = 1, RuleLine = 2, RuleHead = 3, RuleRest = 4, 
    RuleArm = 5, RulePattern = 6, RuleBound = 7, RuleRight = 8, RuleLead = 9, 
    RuleBelow = 10, RuleItem = 11, RuleClause = 12, RuleType = 13, RuleValue = 14, 
    RuleExpr = 15, RuleFirst = 16, RuleOperand = 17, RuleOperation = 18, 
    RuleChoose = 19, RuleParen = 20, RuleIndex = 21, RuleList = 22, RuleEntry = 23, 
    RuleArgs = 24, RuleArg = 25, RuleText = 26, RuleShell = 27, RuleHole = 28, 
    RuleWord = 29
  };

  UpgParser(antlr4::TokenStream *input);
  ~UpgParser();

  virtual std::string getGrammarFileName() const override;
  virtual const antlr4::atn::ATN& getATN() const override { return _atn; };
  virtual const std::vector<std::string>& getTokenNames() const override { return _tokenNames; }; // deprecated: use vocabulary instead.
  virtual const std::vector<std::string>& getRuleNames() const override;
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;


  class FileContext;
  class BodyContext;
  class LineContext;
  class HeadContext;
  class RestContext;
  class ArmContext;
  class PatternContext;
  class BoundContext;
  class RightContext;
  class LeadContext;
  class BelowContext;
  class ItemContext;
  class ClauseContext;
  class TypeContext;
  class ValueContext;
  class ExprContext;
  class FirstContext;
  class OperandContext;
  class OperationContext;
  class ChooseContext;
  class ParenContext;
  class IndexContext;
  class ListContext;
  class EntryContext;
  class ArgsContext;
  class ArgContext;
  class TextContext;
  class ShellContext;
  class HoleContext;
  class WordContext; 

  class  FileContext : public antlr4::ParserRuleContext {
  public:
    FileContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *EOF();
    std::vector<LineContext *> line();
    LineContext* line(size_t i);
    std::vector<antlr4::tree::TerminalNode *> NL();
    antlr4::tree::TerminalNode* NL(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  FileContext* file();

  class  BodyContext : public antlr4::ParserRuleContext {
  public:
    BodyContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    std::vector<LineContext *> line();
    LineContext* line(size_t i);
    std::vector<antlr4::tree::TerminalNode *> NL();
    antlr4::tree::TerminalNode* NL(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  BodyContext* body();

  class  LineContext : public antlr4::ParserRuleContext {
  public:
    LineContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    HeadContext *head();
    ArmContext *arm();
    RestContext *rest();
    BoundContext *bound();
    antlr4::tree::TerminalNode *LT();
    antlr4::tree::TerminalNode *LE();
    antlr4::tree::TerminalNode *GT();
    antlr4::tree::TerminalNode *GE();
    antlr4::tree::TerminalNode *NE();
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *VERSION();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *QUANTITY();

   
  };

  LineContext* line();

  class  HeadContext : public antlr4::ParserRuleContext {
  public:
    HeadContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *RAW();
    TextContext *text();
    ShellContext *shell();

   
  };

  HeadContext* head();

  class  RestContext : public antlr4::ParserRuleContext {
  public:
    RestContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    LeadContext *lead();
    BodyContext *body();
    std::vector<ItemContext *> item();
    ItemContext* item(size_t i);

   
  };

  RestContext* rest();

  class  ArmContext : public antlr4::ParserRuleContext {
  public:
    ArmContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *ARROW();
    RightContext *right();
    BoundContext *bound();
    std::vector<antlr4::tree::TerminalNode *> PIPE();
    antlr4::tree::TerminalNode* PIPE(size_t i);
    std::vector<PatternContext *> pattern();
    PatternContext* pattern(size_t i);
    antlr4::tree::TerminalNode *RANGE();
    antlr4::tree::TerminalNode *RANGE_LT();

   
  };

  ArmContext* arm();

  class  PatternContext : public antlr4::ParserRuleContext {
  public:
    PatternContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<BoundContext *> bound();
    BoundContext* bound(size_t i);
    antlr4::tree::TerminalNode *LT();
    antlr4::tree::TerminalNode *LE();
    antlr4::tree::TerminalNode *GT();
    antlr4::tree::TerminalNode *GE();
    antlr4::tree::TerminalNode *NE();
    antlr4::tree::TerminalNode *RANGE();
    antlr4::tree::TerminalNode *RANGE_LT();

   
  };

  PatternContext* pattern();

  class  BoundContext : public antlr4::ParserRuleContext {
  public:
    BoundContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *FROM_TO();
    antlr4::tree::TerminalNode *CLAUSE();
    antlr4::tree::TerminalNode *WITH();
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *VERSION();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *QUANTITY();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *RAW();
    TextContext *text();
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    std::vector<WordContext *> word();
    WordContext* word(size_t i);

   
  };

  BoundContext* bound();

  class  RightContext : public antlr4::ParserRuleContext {
  public:
    RightContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    BodyContext *body();
    ExprContext *expr();
    std::vector<ItemContext *> item();
    ItemContext* item(size_t i);

   
  };

  RightContext* right();

  class  LeadContext : public antlr4::ParserRuleContext {
  public:
    LeadContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    FirstContext *first();
    BelowContext *below();
    ClauseContext *clause();
    antlr4::tree::TerminalNode *COLON();
    TypeContext *type();
    antlr4::tree::TerminalNode *ASSIGN();
    ValueContext *value();

   
  };

  LeadContext* lead();

  class  BelowContext : public antlr4::ParserRuleContext {
  public:
    BelowContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    BoundContext *bound();
    antlr4::tree::TerminalNode *LT();
    antlr4::tree::TerminalNode *LE();
    antlr4::tree::TerminalNode *GT();
    antlr4::tree::TerminalNode *GE();

   
  };

  BelowContext* below();

  class  ItemContext : public antlr4::ParserRuleContext {
  public:
    ItemContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    OperandContext *operand();
    ClauseContext *clause();
    antlr4::tree::TerminalNode *COLON();
    TypeContext *type();
    antlr4::tree::TerminalNode *ASSIGN();
    ValueContext *value();

   
  };

  ItemContext* item();

  class  ClauseContext : public antlr4::ParserRuleContext {
  public:
    ClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ExprContext *expr();
    antlr4::tree::TerminalNode *CLAUSE();
    antlr4::tree::TerminalNode *WITH();
    antlr4::tree::TerminalNode *FROM_TO();

   
  };

  ClauseContext* clause();

  class  TypeContext : public antlr4::ParserRuleContext {
  public:
    TypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    WordContext *word();
    antlr4::tree::TerminalNode *LT();
    std::vector<TypeContext *> type();
    TypeContext* type(size_t i);
    antlr4::tree::TerminalNode *GT();
    antlr4::tree::TerminalNode *QUESTION();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  TypeContext* type();

  class  ValueContext : public antlr4::ParserRuleContext {
  public:
    ValueContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ExprContext *expr();
    BodyContext *body();

   
  };

  ValueContext* value();

  class  ExprContext : public antlr4::ParserRuleContext {
  public:
    ExprContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *FROM_TO();
    antlr4::tree::TerminalNode *CLAUSE();
    antlr4::tree::TerminalNode *WITH();
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *VERSION();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *QUANTITY();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *RAW();
    TextContext *text();
    ShellContext *shell();
    ChooseContext *choose();
    ListContext *list();
    ParenContext *paren();
    std::vector<antlr4::tree::TerminalNode *> NOT();
    antlr4::tree::TerminalNode* NOT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    std::vector<ArgsContext *> args();
    ArgsContext* args(size_t i);
    std::vector<IndexContext *> index();
    IndexContext* index(size_t i);
    std::vector<antlr4::tree::TerminalNode *> STATE();
    antlr4::tree::TerminalNode* STATE(size_t i);
    std::vector<OperationContext *> operation();
    OperationContext* operation(size_t i);

   
  };

  ExprContext* expr();

  class  FirstContext : public antlr4::ParserRuleContext {
  public:
    FirstContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *VERSION();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *QUANTITY();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *RAW();
    TextContext *text();
    ShellContext *shell();
    ChooseContext *choose();
    ListContext *list();
    ParenContext *paren();
    std::vector<antlr4::tree::TerminalNode *> NOT();
    antlr4::tree::TerminalNode* NOT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    std::vector<ArgsContext *> args();
    ArgsContext* args(size_t i);
    std::vector<IndexContext *> index();
    IndexContext* index(size_t i);
    std::vector<antlr4::tree::TerminalNode *> STATE();
    antlr4::tree::TerminalNode* STATE(size_t i);
    std::vector<OperationContext *> operation();
    OperationContext* operation(size_t i);

   
  };

  FirstContext* first();

  class  OperandContext : public antlr4::ParserRuleContext {
  public:
    OperandContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *VERSION();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *QUANTITY();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *RAW();
    TextContext *text();
    ShellContext *shell();
    ChooseContext *choose();
    std::vector<antlr4::tree::TerminalNode *> NOT();
    antlr4::tree::TerminalNode* NOT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    std::vector<ArgsContext *> args();
    ArgsContext* args(size_t i);
    std::vector<IndexContext *> index();
    IndexContext* index(size_t i);
    std::vector<antlr4::tree::TerminalNode *> STATE();
    antlr4::tree::TerminalNode* STATE(size_t i);
    std::vector<OperationContext *> operation();
    OperationContext* operation(size_t i);

   
  };

  OperandContext* operand();

  class  OperationContext : public antlr4::ParserRuleContext {
  public:
    OperationContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *EQ();
    antlr4::tree::TerminalNode *NE();
    antlr4::tree::TerminalNode *LT();
    antlr4::tree::TerminalNode *LE();
    antlr4::tree::TerminalNode *GT();
    antlr4::tree::TerminalNode *GE();
    antlr4::tree::TerminalNode *PLUS();
    antlr4::tree::TerminalNode *MINUS();
    antlr4::tree::TerminalNode *STAR();
    antlr4::tree::TerminalNode *SLASH();
    antlr4::tree::TerminalNode *RANGE();
    antlr4::tree::TerminalNode *RANGE_LT();
    antlr4::tree::TerminalNode *PIPE();
    antlr4::tree::TerminalNode *AND();
    antlr4::tree::TerminalNode *OR();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *RELATION();
    antlr4::tree::TerminalNode *STARTS();
    std::vector<antlr4::tree::TerminalNode *> WITH();
    antlr4::tree::TerminalNode* WITH(size_t i);
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *FROM_TO();
    antlr4::tree::TerminalNode *CLAUSE();
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *VERSION();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *QUANTITY();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *RAW();
    TextContext *text();
    ShellContext *shell();
    ChooseContext *choose();
    ListContext *list();
    ParenContext *paren();
    std::vector<antlr4::tree::TerminalNode *> NOT();
    antlr4::tree::TerminalNode* NOT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    std::vector<ArgsContext *> args();
    ArgsContext* args(size_t i);
    std::vector<IndexContext *> index();
    IndexContext* index(size_t i);
    std::vector<antlr4::tree::TerminalNode *> STATE();
    antlr4::tree::TerminalNode* STATE(size_t i);

   
  };

  OperationContext* operation();

  class  ChooseContext : public antlr4::ParserRuleContext {
  public:
    ChooseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *MATCH();
    ExprContext *expr();
    BodyContext *body();

   
  };

  ChooseContext* choose();

  class  ParenContext : public antlr4::ParserRuleContext {
  public:
    ParenContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    ExprContext *expr();
    antlr4::tree::TerminalNode *RPAREN();

   
  };

  ParenContext* paren();

  class  IndexContext : public antlr4::ParserRuleContext {
  public:
    IndexContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACK();
    ExprContext *expr();
    antlr4::tree::TerminalNode *RBRACK();

   
  };

  IndexContext* index();

  class  ListContext : public antlr4::ParserRuleContext {
  public:
    ListContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    std::vector<EntryContext *> entry();
    EntryContext* entry(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  ListContext* list();

  class  EntryContext : public antlr4::ParserRuleContext {
  public:
    EntryContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    BodyContext *body();
    ExprContext *expr();
    std::vector<OperandContext *> operand();
    OperandContext* operand(size_t i);

   
  };

  EntryContext* entry();

  class  ArgsContext : public antlr4::ParserRuleContext {
  public:
    ArgsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    std::vector<ArgContext *> arg();
    ArgContext* arg(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  ArgsContext* args();

  class  ArgContext : public antlr4::ParserRuleContext {
  public:
    ArgContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<ValueContext *> value();
    ValueContext* value(size_t i);
    antlr4::tree::TerminalNode *COLON();
    TypeContext *type();
    antlr4::tree::TerminalNode *ASSIGN();

   
  };

  ArgContext* arg();

  class  TextContext : public antlr4::ParserRuleContext {
  public:
    TextContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *QUOTE();
    antlr4::tree::TerminalNode *STR_END();
    std::vector<antlr4::tree::TerminalNode *> TEXT();
    antlr4::tree::TerminalNode* TEXT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOLLAR_BRACE();
    antlr4::tree::TerminalNode* DOLLAR_BRACE(size_t i);
    std::vector<HoleContext *> hole();
    HoleContext* hole(size_t i);
    antlr4::tree::TerminalNode *TRIPLE();
    antlr4::tree::TerminalNode *PROSE_END();

   
  };

  TextContext* text();

  class  ShellContext : public antlr4::ParserRuleContext {
  public:
    ShellContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *TICK();
    antlr4::tree::TerminalNode *TICK_END();
    std::vector<antlr4::tree::TerminalNode *> TEXT();
    antlr4::tree::TerminalNode* TEXT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> DOLLAR_BRACE();
    antlr4::tree::TerminalNode* DOLLAR_BRACE(size_t i);
    std::vector<HoleContext *> hole();
    HoleContext* hole(size_t i);
    antlr4::tree::TerminalNode *FENCE_END();
    antlr4::tree::TerminalNode *FENCE3();
    antlr4::tree::TerminalNode *FENCE4();

   
  };

  ShellContext* shell();

  class  HoleContext : public antlr4::ParserRuleContext {
  public:
    HoleContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *OPEN();
    ExprContext *expr();
    antlr4::tree::TerminalNode *CLOSE();
    antlr4::tree::TerminalNode *ELLIPSIS();

   
  };

  HoleContext* hole();

  class  WordContext : public antlr4::ParserRuleContext {
  public:
    WordContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *CLAUSE();
    antlr4::tree::TerminalNode *WITH();
    antlr4::tree::TerminalNode *FROM_TO();
    antlr4::tree::TerminalNode *MATCH();
    antlr4::tree::TerminalNode *ELSE();
    antlr4::tree::TerminalNode *AND();
    antlr4::tree::TerminalNode *OR();
    antlr4::tree::TerminalNode *NOT();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *RELATION();
    antlr4::tree::TerminalNode *STARTS();
    antlr4::tree::TerminalNode *STATE();

   
  };

  WordContext* word();


private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  struct Initializer {
    Initializer();
  };
};

}  // namespace upg::grammar
