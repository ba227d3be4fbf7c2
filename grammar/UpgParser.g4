// Lines of words. Which heads, clauses and operands make sense is the checker's business: a new verb needs no grammar.
//
// Every decision is a switch on one token. Before the parser sees them, the words are laid out (compiler/parse/layout.cpp):
// a line end that ends no line is gone (after `( [ { , |` and `and or`, before `) ] } { |`), braces are balanced, and
// `from` or `to` with an operator behind it is a NAME.
parser grammar UpgParser;
options { tokenVocab = UpgLexer; }

file : line? ( ( NL | COMMA ) line? )* EOF ;
body : LBRACE line? ( ( NL | COMMA ) line? )* RBRACE ;

// ---- lines: a head and items, or the pattern of an arm and what it gives ---------------------------------
line : head ( arm | rest )
     | ( LT | LE | GT | GE | NE ) bound arm
     | ( INT | VERSION | DATE | QUANTITY ) arm ;
head : word ( DOT word )* | STRING | RAW | text | shell ;
rest : ( lead item* )? body? ;

arm     : ( ( RANGE | RANGE_LT ) bound )? ( PIPE pattern )* ARROW right ;
pattern : ( LT | LE | GT | GE | NE )? bound ( ( RANGE | RANGE_LT ) bound )? ;
bound   : ( NAME | FROM_TO | CLAUSE | WITH | INT | VERSION | DATE | QUANTITY | STRING | RAW | text ) ( DOT word )* ;
right   : body | expr item* body? ;

// ---- items: what follows a head, side by side -----------------------------------------------------------
// Only the first operand may begin with a bracket: behind an operand a bracket is an index or a call; only the first may be
// a bound of what is left unsaid (`hop < 23.4.1 to 23.4.4`).
lead   : first | below | clause | COLON type | ASSIGN value ;
below  : ( LT | LE | GT | GE ) bound ;
item   : operand | clause | COLON type | ASSIGN value ;
clause : ( CLAUSE | WITH | FROM_TO ) expr ;
type   : word ( LT type ( COMMA type )* GT )? QUESTION? ;
value  : expr | body ;

// ---- expressions: flat, precedence is the builder's; they never begin or go on with `{` -------------------
// Where an operand is due a clause word is a name (`using before`); side by side with others it begins a clause.
expr    : NOT* ( NAME | FROM_TO | CLAUSE | WITH | INT | VERSION | DATE | QUANTITY | STRING | RAW | text | shell | choose | list | paren )
          ( DOT word | args | index )* STATE* operation* ;
first   : NOT* ( NAME | INT | VERSION | DATE | QUANTITY | STRING | RAW | text | shell | choose | list | paren )
          ( DOT word | args | index )* STATE* operation* ;
operand : NOT* ( NAME | INT | VERSION | DATE | QUANTITY | STRING | RAW | text | shell | choose )
          ( DOT word | args | index )* STATE* operation* ;
operation : ( EQ | NE | LT | LE | GT | GE | PLUS | MINUS | STAR | SLASH | RANGE | RANGE_LT | PIPE | AND | OR
            | IS | RELATION | STARTS WITH )
          NOT* ( NAME | FROM_TO | CLAUSE | WITH | INT | VERSION | DATE | QUANTITY | STRING | RAW | text | shell | choose | list | paren )
          ( DOT word | args | index )* STATE* ;
choose : MATCH expr body ;
paren  : LPAREN expr RPAREN ;
index  : LBRACK expr RBRACK ;
list   : LBRACK ( entry ( COMMA entry? )* )? RBRACK ;
entry  : body | expr operand* ;                                  // [a stopped, b stopped]
args   : LPAREN ( arg ( COMMA arg? )* )? RPAREN ;
arg    : value ( COLON type )? ( ASSIGN value )? ;

// ---- texts ----------------------------------------------------------------------------------------------
text  : QUOTE ( TEXT | DOLLAR_BRACE | hole )* STR_END | TRIPLE ( TEXT | DOLLAR_BRACE | hole )* PROSE_END ;
shell : TICK ( TEXT | DOLLAR_BRACE | hole )* TICK_END | ( FENCE3 | FENCE4 ) ( TEXT | DOLLAR_BRACE | hole )* FENCE_END ;
hole  : OPEN expr ELLIPSIS? CLOSE ;

word : NAME | CLAUSE | WITH | FROM_TO | MATCH | ELSE | AND | OR | NOT | IS | RELATION | STARTS | STATE ;
