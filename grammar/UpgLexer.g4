// The words of a plan. No predicate, no action; the mode stack is at most three deep: the plan, a text form, a hole.
// The braces of blocks push nothing, so a stray or a missing one cannot derail the words that follow.
lexer grammar UpgLexer;
channels { COMMENTS }

// ---- lines ------------------------------------------------------------------------------------------
NL      : '\r'? '\n' ;
WS      : [ \t\r]+ -> skip ;
COMMENT : '//' ~[\r\n]* -> channel(COMMENTS) ;

// ---- words that the grammar knows; each is an ordinary name behind a dot, as a head, as a key ---------
CLAUSE  : 'into' | 'at' | 'as' | 'by' | 'of' | 'using' | 'until' | 'every' | 'matching' | 'when' | 'takes' | 'timeout'
        | 'detect' | 'because' | 'reads' | 'changes' | 'destroys' | 'saves' | 'restores' | 'giving' | 'confirm'
        | 'while' | 'on' | 'for' | 'batch' | 'after' | 'before' | 'gives' | 'shows' ;
WITH    : 'with' ;
FROM_TO : 'from' | 'to' ;                 // also names where an operand is due
MATCH   : 'match' ;
ELSE    : 'else' ;
AND     : 'and' ;
OR      : 'or' ;
NOT     : 'not' ;
IS      : 'is' ;
RELATION: 'in' | 'contains' | 'lacks' | 'matches' | 'has' ;
STARTS  : 'starts' ;
STATE   : 'exists' | 'empty' | 'succeeds' ;
NAME    : NAME_ ;
BAD_NAME: ( LETTER | FOREIGN ) ( LETTER | FOREIGN | [0-9] | '-' )* ;   // listed behind NAME, which wins a tie

// ---- literals ---------------------------------------------------------------------------------------
INT         : D ;
VERSION     : VERSION_ ;
DATE        : [0-9][0-9][0-9][0-9] '-' [0-9][0-9] '-' [0-9][0-9] ;
QUANTITY    : QUANTITY_ ;
BAD_NUMBER  : [0-9] ( [0-9A-Za-z_] | '.' [0-9A-Za-z_] )+ ;   // 5.3.x, 007_1, 0x1f: one token, one message
BAD_VERSION : 'v' D ('.' D)+ ;
RAW         : '\'' ~['\r\n]* '\'' ;       // no escape, no hole: regular expressions, and texts inside a hole
STRING      : '"' CH* '$'* '"' ;          // a text without a hole: one token
QUOTE       : '"' -> pushMode(STR) ;
TRIPLE      : '"""' -> pushMode(PROSE) ;
TICK        : '`' -> pushMode(CMD) ;
FENCE3      : '```'  [A-Za-z0-9_-]* [ \t]* -> pushMode(RAW3) ;
FENCE4      : '````' [A-Za-z0-9_-]* [ \t]* -> pushMode(RAW4) ;
CURLY_TEXT  : [\u201C\u201D\u201E] ~[\u201C\u201D\u201E"\r\n]* [\u201C\u201D"]? ;
BAD_RAW     : '\'' ~['\r\n]* ;

// ---- signs ------------------------------------------------------------------------------------------
LBRACE:'{'; RBRACE:'}'; LPAREN:'('; RPAREN:')'; LBRACK:'['; RBRACK:']';
ARROW:'=>'; RANGE:'..'; RANGE_LT:'..<'; ELLIPSIS:'...';
EQ:'=='; NE:'!='; LE:'<='; GE:'>='; LT:'<'; GT:'>'; ASSIGN:'=';
PLUS:'+'; MINUS:'-'; STAR:'*'; SLASH:'/'; PIPE:'|'; COLON:':'; COMMA:','; DOT:'.'; QUESTION:'?';
ERR : . ;

fragment D : [0-9]+ ;
fragment LETTER : [A-Za-z_] ;
fragment FOREIGN : [\u00AA-\u1FFF\u2C00-\uD7FF\uF900-\uFFEF\u{10000}-\u{10FFFF}] ;
fragment NAME_ : LETTER [A-Za-z0-9_]* ( '-' [A-Za-z0-9_]+ )* ;
fragment VERSION_ : D ('.' D)+ ( '-' [A-Za-z0-9]+ ('.' [A-Za-z0-9]+)* )? ;
fragment QUANTITY_ : ( D ('.' D)? [A-Za-z]+ )+ | D ('.' D)? '%' ;
fragment CH : ~["\\$\r\n] | '\\' ~[\r\n] | '$'+ ( ~[${"\\\r\n] | '\\' ~[\r\n] ) | '$' '$'+ '{' ;

// ---- "text ${x}" ------------------------------------------------------------------------------------
mode STR;
STR_END    : '"' -> popMode ;
STR_TEXT   : ( ~["\\$\r\n] | '\\' ~[\r\n] )+ -> type(TEXT) ;
STR_DOLLAR : '$' -> type(TEXT) ;
STR_ESC    : '$${' -> type(DOLLAR_BRACE) ;
STR_OPEN   : '${' -> type(OPEN), pushMode(INLINE) ;
STR_NL     : '\r'? '\n' -> type(NL), popMode ;           // not closed: ends with its line
STR_ERR    : . -> type(TEXT) ;

// ---- """prose ${x}""" -------------------------------------------------------------------------------
mode PROSE;
PROSE_END    : '"""' -> popMode ;
PROSE_TEXT   : ~["$]+ -> type(TEXT) ;
PROSE_QUOTE  : '"' -> type(TEXT) ;
PROSE_DOLLAR : '$' -> type(TEXT) ;
PROSE_ESC    : '$${' -> type(DOLLAR_BRACE) ;
PROSE_OPEN   : '${' -> type(OPEN), pushMode(INBLOCK) ;

// ---- `command ${x}` ---------------------------------------------------------------------------------
mode CMD;
TICK_END   : '`' -> popMode ;
TEXT       : ( ~[`\\$\r\n] | '\\' ~[\r\n] )+ ;
CMD_DOLLAR : '$' -> type(TEXT) ;
DOLLAR_BRACE : '$${' ;
OPEN       : '${' -> pushMode(INLINE) ;
CMD_NL     : '\r'? '\n' -> type(NL), popMode ;
CMD_ERR    : . -> type(TEXT) ;

// ---- ```sh fences: closed by the same number of ticks, first on a line --------------------------------
mode RAW3;
FENCE_END  : '\r'? '\n' [ \t]* '```' -> popMode ;
RAW3_LINE  : '\r'? '\n' -> type(TEXT) ;
RAW3_TEXT  : ~[$\r\n]+ -> type(TEXT) ;
RAW3_ONE   : [$\r] -> type(TEXT) ;
RAW3_ESC   : '$${' -> type(DOLLAR_BRACE) ;
RAW3_OPEN  : '${' -> type(OPEN), pushMode(INBLOCK) ;

mode RAW4;
RAW4_END   : '\r'? '\n' [ \t]* '````' -> type(FENCE_END), popMode ;
RAW4_LINE  : '\r'? '\n' -> type(TEXT) ;
RAW4_TEXT  : ~[$\r\n]+ -> type(TEXT) ;
RAW4_ONE   : [$\r] -> type(TEXT) ;
RAW4_ESC   : '$${' -> type(DOLLAR_BRACE) ;
RAW4_OPEN  : '${' -> type(OPEN), pushMode(INBLOCK) ;

// ---- inside ${ } of a one-line form: a line's end or the form's own end closes both --------------------
mode INLINE;
CLOSE      : '}' -> popMode ;
IL_NL      : '\r'? '\n' -> type(NL), popMode, popMode ;
IL_QUOTE   : '"' -> type(STR_END), popMode, popMode ;
IL_TICK    : '`' -> type(TICK_END), popMode, popMode ;
IL_WS      : [ \t\r]+ -> skip ;
IL_SPREAD  : '...' -> type(ELLIPSIS) ;
IL_DOT     : '.' -> type(DOT) ;
IL_COMMA   : ',' -> type(COMMA) ;
IL_LP      : '(' -> type(LPAREN) ;
IL_RP      : ')' -> type(RPAREN) ;
IL_LB      : '[' -> type(LBRACK) ;
IL_RB      : ']' -> type(RBRACK) ;
IL_ASSIGN  : '=' -> type(ASSIGN) ;
IL_PLUS    : '+' -> type(PLUS) ;
IL_MINUS   : '-' -> type(MINUS) ;
IL_INT     : D -> type(INT) ;
IL_VERSION : VERSION_ -> type(VERSION) ;
IL_QTY     : QUANTITY_ -> type(QUANTITY) ;
IL_RAW     : '\'' ~['\r\n]* '\'' -> type(RAW) ;
IL_NAME    : NAME_ -> type(NAME) ;                        // no word of the grammar in here: ${to}, ${from}
IL_ERR     : . -> type(ERR) ;

// ---- inside ${ } of a fence or prose: the same, but a line's end falls back into the text ----------------
mode INBLOCK;
IB_CLOSE   : '}' -> type(CLOSE), popMode ;
IB_NL      : '\r'? '\n' -> type(TEXT), popMode ;
IB_WS      : [ \t\r]+ -> skip ;
IB_SPREAD  : '...' -> type(ELLIPSIS) ;
IB_DOT     : '.' -> type(DOT) ;
IB_COMMA   : ',' -> type(COMMA) ;
IB_LP      : '(' -> type(LPAREN) ;
IB_RP      : ')' -> type(RPAREN) ;
IB_LB      : '[' -> type(LBRACK) ;
IB_RB      : ']' -> type(RBRACK) ;
IB_ASSIGN  : '=' -> type(ASSIGN) ;
IB_PLUS    : '+' -> type(PLUS) ;
IB_MINUS   : '-' -> type(MINUS) ;
IB_INT     : D -> type(INT) ;
IB_VERSION : VERSION_ -> type(VERSION) ;
IB_QTY     : QUANTITY_ -> type(QUANTITY) ;
IB_RAW     : '\'' ~['\r\n]* '\'' -> type(RAW) ;
IB_NAME    : NAME_ -> type(NAME) ;
IB_ERR     : . -> type(ERR) ;
