// Predicates. Texts, numbers and versions are compared by functions of the library, so that a value which looks like an
// operator is only a value.
#include <fmt/format.h>

#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

using core::Op;

Scope::Test one(std::string head, std::vector<Word> words, bool sure = true) {
  return {Chain{{Call{std::move(head), std::move(words)}}, {}}, sure};
}

enum class Order : uint8_t { text, number, version };

Order order(const Ref& e) {
  switch (e->type.tag) {
    case core::Tag::version: return Order::version;
    case core::Tag::integer: case core::Tag::duration: case core::Tag::size: case core::Tag::percent: case core::Tag::port:
      return Order::number;
    case core::Tag::error: case core::Tag::boolean: case core::Tag::text: case core::Tag::path: case core::Tag::url:
    case core::Tag::host: case core::Tag::command: case core::Tag::list: case core::Tag::map: case core::Tag::choice:
    case core::Tag::resource: case core::Tag::record:
      return Order::text;
  }
  return Order::text;
}

const char* sign(Op op) {
  switch (op) {
    case Op::eq: return "eq";
    case Op::ne: return "ne";
    case Op::lt: return "lt";
    case Op::le: return "le";
    case Op::gt: return "gt";
    case Op::ge: return "ge";
    case Op::in_range: case Op::in_closed_range: case Op::in_list: case Op::contains: case Op::lacks: case Op::matches:
    case Op::starts_with: case Op::conj: case Op::disj: case Op::neg: case Op::exists: case Op::empty: case Op::succeeds: case Op::has:
    case Op::add: case Op::sub: case Op::mul: case Op::div:
      return "";
  }
  return "";
}

Scope::Test measured(Order order, const Word& a, const char* how, const Word& b) {
  return one(order == Order::version ? "upg_version" : "upg_number", {a, Word::literal(how), b});
}

std::vector<Word> as_words(const Call& call) {
  std::vector<Word> all{Word::literal(call.head)};
  all.insert(all.end(), call.words.begin(), call.words.end());
  return all;
}

Scope::Test negated(const Scope::Test& t) { return one("upg_not", as_words(t.chain.calls[0]), t.sure); }

void join(Chain& all, Chain more, Chain::Join how) {
  if (!all.calls.empty()) all.joins.push_back(how);
  all.calls.insert(all.calls.end(), more.calls.begin(), more.calls.end());
  all.joins.insert(all.joins.end(), more.joins.begin(), more.joins.end());
}

}  // namespace

Scope::Test Scope::test(const Ref& e, Block& before) {
  if (!e) return one("upg_true", {});
  const auto held = [&] { return one("upg_is", {value(e, before), Word::literal("true")}); };
  return std::visit(Visit{
                        [&](const core::Missing&) { return one("upg_not", {Word::literal("upg_true")}); },
                        [&](const core::Literal& n) {
                          const bool* b = std::get_if<bool>(&n.value);
                          return b && !*b ? one("upg_not", {Word::literal("upg_true")}) : one("upg_true", {});
                        },
                        [&](const core::Var&) { return held(); },
                        [&](const core::Param&) { return held(); },
                        [&](const core::FieldOf&) { return held(); },
                        [&](const core::AskCall&) { return held(); },
                        [&](const core::ResourceRef&) { return held(); },
                        [&](const core::Concat&) { return held(); },
                        [&](const core::List&) { return held(); },
                        [&](const core::CommandValue& n) { return one("upg_succeeds", command(*n.command, before), false); },
                        [&](const core::Cases&) { return held(); },
                        [&](const core::Output&) { return held(); },
                        [&](const core::Apply& n) { return apply(n, before); },
                        [&](const core::Builtin&) { return held(); },
                    },
                    e->node);
}

Scope::Test Scope::apply(const core::Apply& a, Block& before) {
  const auto texts = [&](const char* head) {
    std::vector<Word> all;
    for (const auto& arg : a.args) all.push_back(value(arg, before));
    return one(head, std::move(all));
  };
  switch (a.op) {
    case Op::eq: case Op::ne: case Op::lt: case Op::le: case Op::gt: case Op::ge: return compare(a, before);
    case Op::in_range: case Op::in_closed_range: {
      const Order by = order(a.args[0]);
      const Word what = value(a.args[0], before);
      Test low = measured(by, what, "ge", value(a.args[1], before));
      join(low.chain, measured(by, what, a.op == Op::in_range ? "lt" : "le", value(a.args[2], before)).chain, Chain::Join::both);
      return low;
    }
    case Op::in_list: return member(a, before);
    case Op::contains: return a.args[0]->type.tag == core::Tag::list ? texts("upg_has_line") : texts("upg_contains");
    case Op::lacks: {
      const Test t = a.args[0]->type.tag == core::Tag::list ? texts("upg_has_line") : texts("upg_contains");
      return negated(t);
    }
    case Op::matches: return texts("upg_matches");
    case Op::starts_with: return texts("upg_starts");
    case Op::exists: return texts("upg_exists");
    case Op::empty: return texts("upg_empty");
    case Op::has: {
      Test t = texts("upg_edit_has");
      t.sure = false;
      return t;
    }
    case Op::succeeds: return test(a.args[0], before);
    case Op::conj: case Op::disj: return joined(a, before);
    case Op::neg: return negated(shape(a.args[0]).single ? test(a.args[0], before) : lifted(a.args[0]));
    case Op::add: case Op::sub: case Op::mul: case Op::div: return one("upg_not", {Word::literal("upg_true")});
  }
  return one("upg_not", {Word::literal("upg_true")});
}

Scope::Test Scope::compare(const core::Apply& a, Block& before) {
  const Order by = order(a.args[0]);
  const Word left = value(a.args[0], before);
  const Word right = value(a.args[1], before);
  if (by != Order::text) return measured(by, left, sign(a.op), right);
  const Test same = one("upg_is", {left, right});
  return a.op == Op::ne ? negated(same) : same;
}

Scope::Test Scope::member(const core::Apply& a, Block& before) {
  const Word what = value(a.args[0], before);
  const auto* list = std::get_if<core::List>(&a.args[1]->node);
  if (!list) return one("upg_has_line", {value(a.args[1], before), what});
  std::vector<Word> all{what};
  for (const auto& item : list->items) all.push_back(value(item, before));
  return one("upg_in_list", std::move(all));
}

// `&&` keeps the third answer, `||` would lose it. What a later operand needs must not happen before the earlier ones were
// asked, so such an operand is a function.
Scope::Test Scope::joined(const core::Apply& a, Block& before) {
  Test all;
  if (a.op == Op::conj) {
    for (size_t i = 0; i < a.args.size(); ++i) {
      Test t = stands_apart(a.args[i], i == 0) ? lifted(a.args[i]) : test(a.args[i], before);
      all.sure = all.sure && t.sure;
      join(all.chain, std::move(t.chain), Chain::Join::both);
    }
    return all;
  }
  if (shape_of_either(a).single) {
    std::vector<Word> functions;
    for (const auto& arg : a.args) {
      const Test t = lifted(arg);
      all.sure = all.sure && t.sure;
      functions.push_back(Word::literal(t.chain.calls[0].head));
    }
    return one("upg_any", std::move(functions), all.sure);
  }
  for (const auto& arg : a.args) join(all.chain, test(arg, before).chain, Chain::Join::either);
  return all;
}

Scope::Test Scope::lifted(const Ref& e) {
  const Shape s = shape(e);
  const Name name = helper("when", [&](Scope& inner) { inner.answer(e); });
  return one(name.str(), {}, s.sure && !s.prelude);
}

Call Scope::one_call(const Ref& e, Block& before, bool again) {
  const Shape s = shape(e);
  return (s.single && !(again && s.prelude) ? test(e, before) : lifted(e)).chain.calls[0];
}

Chain Scope::sure(const Ref& e, Block& before) {
  if (shape(e).sure) return test(e, before).chain;
  const Variable decided = temporary();
  std::vector<Word> all = as_words(one_call(e, before));
  all.insert(all.begin(), Word::literal(decided.given));
  before.push_back(call("upg_truth", std::move(all)));
  return Chain{{Call{"upg_is", {Word::variable(decided.shell), Word::literal("true")}}}, {}};
}

void Scope::answer(const Ref& e) {
  Test t = test(e, body);
  body.push_back({Do{std::move(t.chain), OrElse::ignore}});
}

}  // namespace upg::shell
