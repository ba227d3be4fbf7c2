#include "tests/support/show.h"

namespace upg::test {

namespace {

using namespace syntax;

template <typename... T>
struct Cases : T... {
  using T::operator()...;
};
template <typename... T>
Cases(T...) -> Cases<T...>;

class Shower {
 public:
  std::string out;

  void lines(const std::vector<Line>& all, size_t depth) {
    for (const auto& l : all) line(l, depth);
  }

  void line(const Line& l, size_t depth) {
    out.append(depth * 2, ' ');
    for (const auto& p : l.patterns) {
      out += "[" + p.op;
      if (p.value) expr(*p.value);
      out += "]";
    }
    if (!l.patterns.empty()) out += "=> ";
    if (l.head) expr(*l.head);
    for (const auto& i : l.items) item(i);
    out += '\n';
    if (!l.body) return;
    lines(l.body->lines, depth + 1);
    out.append(depth * 2, ' ');
    out += "end\n";
  }

  void expr(const Expr& e) {
    std::visit(Cases{
                   [&](const Hole&) { out += "HOLE"; },
                   [&](const NameRef& n) { out += n.name; },
                   [&](const IntLit& n) { out += "int:" + n.digits; },
                   [&](const VersionLit& n) { out += "v:" + n.text; },
                   [&](const QuantityLit& n) { out += "q:" + n.text; },
                   [&](const DateLit& n) { out += "d:" + n.text; },
                   [&](const TextLit& n) {
                     out += n.prose ? "prose" : n.raw ? "raw" : "text", pieces(n.pieces);
                   },
                   [&](const CommandLit& n) { out += "cmd", pieces(n.pieces); },
                   [&](const FenceLit& n) { out += "fence:" + n.language, pieces(n.pieces); },
                   [&](const ListLit& n) { group("[", n.items, "]"); },
                   [&](const Member& n) { expr(*n.of), out += "." + n.name.text; },
                   [&](const Call& n) { call(n); },
                   [&](const Index& n) { expr(*n.of), out += "[", expr(*n.key), out += "]"; },
                   [&](const Binary& n) { out += "(", expr(*n.left), out += " " + n.op + " ", expr(*n.right), out += ")"; },
                   [&](const Unary& n) { out += "(" + n.op + " ", expr(*n.operand), out += ")"; },
                   [&](const MatchExpr& n) { out += "match ", expr(*n.subject), braces(*n.body); },
                   [&](const BraceExpr& n) { braces(*n.body); },
                   [&](const Juxtaposed& n) { group("<", n.parts, ">"); },
               },
               e.node);
  }

 private:
  void group(std::string_view open, const std::vector<ExprPtr>& items, std::string_view close) {
    out += open;
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out += ", ";
      expr(*items[i]);
    }
    out += close;
  }

  void call(const Call& c) {
    expr(*c.callee);
    out += "(";
    for (size_t i = 0; i < c.args.size(); ++i) {
      const auto& a = c.args[i];
      if (i > 0) out += ", ";
      if (a.name) out += a.name->text + "=";
      expr(*a.value);
      if (a.type) out += ":", type(*a.type);
      if (a.default_value) out += "=", expr(*a.default_value);
    }
    out += ")";
  }

  void braces(const Body& b) {
    out += "{\n";
    lines(b.lines, 1);
    out += "}";
  }

  void pieces(const std::vector<Piece>& all) {
    out += "'";
    for (const auto& p : all) {
      if (p.hole)
        out += "${", expr(*p.hole), out += p.spread ? "...}" : "}";
      else
        out += p.text;
    }
    out += "'";
  }

  void type(const TypeRef& t) {
    out += t.name.text;
    for (const auto& a : t.args) out += "<", type(a), out += ">";
    if (t.optional) out += "?";
  }

  void item(const Item& i) {
    std::visit(Cases{
                   [&](const OperandItem& n) { out += " ", expr(*n.value); },
                   [&](const ClauseItem& n) { out += " @" + n.word.text + " ", expr(*n.value); },
                   [&](const TypeItem& n) { out += " : ", type(n.type); },
                   [&](const ValueItem& n) { out += " = ", expr(*n.value); },
               },
               i.node);
  }
};

}  // namespace

std::string show(const File& file) {
  Shower s;
  s.lines(file.lines, 0);
  return std::move(s.out);
}

std::string show(const Expr& e) {
  Shower s;
  s.expr(e);
  return std::move(s.out);
}

}  // namespace upg::test
