// The syntax tree of one .upg file: plain data, span first, nothing verified. The grammar is deliberately small: a file is
// a list of lines, a line is a head word and items, perhaps with a body of lines. Which heads, clauses and operands make
// sense is sema's business, so every complaint about them is worded by us and a new verb needs no grammar.
//
//   step backup "Back up" when from < 5.4 takes 5m .. 2h { … }
//   head `step`, items: expr backup, text, clause when (from < 5.4), clause takes (5m .. 2h), body
//   host : host = "localhost"        head `host`, items: type, value
//   from = 5.3.0 ..< 5.6.17          head `from`, items: value
//   < 5.4 => "OMERO5.3__1"           arm (in the body of a match)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compiler/support/source.h"

namespace upg::syntax {

/// A word where it stands. Empty text: recovery left a hole here; the mistake has been reported.
struct Word {
  Span span;
  std::string text;
};

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

/// A stretch of a text, command or fence: literal (escapes decoded) or a hole `${expr}`, `${expr...}`.
struct Piece {
  Span span;
  std::string text;     ///< literal bytes, when `hole` is null
  ExprPtr hole;
  bool spread = false;  ///< `...`
};

struct NameRef { std::string name; };
struct IntLit { std::string digits; };
struct VersionLit { std::string text; };                  ///< 5.3.4, 5.6.0-rc1
struct QuantityLit { std::string text; };                 ///< 5m, 2h30m, 1.5GiB, 80%
struct DateLit { std::string text; };                     ///< 2027-01-01
struct TextLit { std::vector<Piece> pieces; bool prose = false; bool raw = false; };  ///< "…", """…""" (not dedented), '…'
struct CommandLit { std::vector<Piece> pieces; };         ///< `…`
struct FenceLit { std::string language; std::vector<Piece> pieces; };  ///< ``` … ```, content without first and last line end
struct ListLit { std::vector<ExprPtr> items; };
struct Member { ExprPtr of; Word name; };                 ///< a.b
struct TypeRef;
struct Arg { Span span; std::optional<Word> name; ExprPtr value; std::unique_ptr<TypeRef> type; ExprPtr default_value; };
/// f(a, n = b). In a declaration an argument is a parameter: `value` is its NameRef, `type` its type.
struct Call { ExprPtr callee; std::vector<Arg> args; };
struct Index { ExprPtr of; ExprPtr key; };
/// A binary operator, spelled as in the source: == != < <= > >= + - * / .. ..< in is "is not" contains lacks matches
/// "starts with" has and or. Lower-precedence operators are nearer the root.
struct Binary { std::string op; Span op_span; ExprPtr left, right; };
/// not; and postfix: exists, empty, succeeds. Behind a head also < <= > >= with nothing on their left: `hop < 23.4.1 to …`.
struct Unary { std::string op; ExprPtr operand; };
struct Line;
struct Body;
struct MatchExpr { ExprPtr subject; std::unique_ptr<Body> body; };
struct BraceExpr { std::unique_ptr<Body> body; };         ///< a record, as a value
struct Juxtaposed { std::vector<ExprPtr> parts; };        ///< two or more side by side in a list: [a stopped, b stopped]
struct Hole {};                                           ///< recovery; sema gives it the error type in silence

struct Expr {
  Span span;
  std::variant<Hole, NameRef, IntLit, VersionLit, QuantityLit, DateLit, TextLit, CommandLit, FenceLit, ListLit, Member,
               Call, Index, Binary, Unary, MatchExpr, BraceExpr, Juxtaposed>
      node;
};

struct TypeRef {  ///< list<text>?, map<T>
  Span span;
  Word name;
  std::vector<TypeRef> args;
  bool optional = false;
};

/// What follows a head word, in the order written.
struct OperandItem { ExprPtr value; };                    ///< one operand; several stand side by side
struct ClauseItem { Word word; ExprPtr value; };          ///< `to x`, `when p`, `takes 5m .. 2h`; closed list of words
struct TypeItem { TypeRef type; };                        ///< `: path`
struct ValueItem { Word sign; ExprPtr value; };           ///< `= x`
using ItemNode = std::variant<OperandItem, ClauseItem, TypeItem, ValueItem>;
struct Item {
  Span span;
  ItemNode node;
};

/// The left side of `=>`: `else`, values, comparisons, ranges, joined by `|`.
struct Pattern {
  Span span;
  std::string op;   ///< "", "<", "<=", ">", ">=", "is not"; "else" for else
  ExprPtr value;    ///< null for else
};

struct Line {
  Span span;                       ///< without the body's inside: head to the last item
  std::vector<Pattern> patterns;   ///< not empty: an arm; the rest of the line is its right side
  ExprPtr head;                    ///< NameRef, or Member chain (data keys `a.b = 1`), or any value on an arm's right side;
                                   ///< TextLit for a quoted key; null for an arm whose right side is only a body
  std::vector<Item> items;
  std::unique_ptr<Body> body;

  /// The head as a single word, or "" when it is not one.
  [[nodiscard]] std::string_view word() const;
};

struct Body {
  Span span;   ///< with the braces
  std::vector<Line> lines;
};

/// A token for the formatter and the editor: what stands between two tokens is theirs to choose.
struct Token {
  enum class Kind : uint8_t { word, keyword, number, text, command, punct, newline, comment };
  Kind kind = Kind::word;
  Span span;
};

struct File {
  uint32_t source = 0;
  std::vector<Line> lines;        ///< lines[0] is `upg 1` when the file is sound
  std::vector<Token> tokens;      ///< in order, comments included; a text, command or fence is one token
};

}  // namespace upg::syntax
