// Values. A function of the library that makes a value takes first the name of the variable that gets it: what passes
// through `$( )` loses its last line ends.
#include <fmt/format.h>

#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

std::string literal_text(const core::Value& value) {
  return std::visit(Visit{[](bool b) { return std::string(b ? "true" : "false"); },
                          [](int64_t n) { return std::to_string(n); }, [](const std::string& s) { return s; }},
                    value);
}

/// The sign of an operator that makes a number; of one that answers, none.
std::string_view arithmetic(core::Op op) {
  switch (op) {
    case core::Op::add: return "+";
    case core::Op::sub: return "-";
    case core::Op::mul: return "*";
    case core::Op::div: return "/";
    case core::Op::eq: case core::Op::ne: case core::Op::lt: case core::Op::le: case core::Op::gt: case core::Op::ge:
    case core::Op::in_range: case core::Op::in_closed_range: case core::Op::in_list: case core::Op::contains:
    case core::Op::lacks: case core::Op::matches: case core::Op::starts_with: case core::Op::conj: case core::Op::disj:
    case core::Op::neg: case core::Op::exists: case core::Op::empty: case core::Op::succeeds: case core::Op::has:
      return {};
  }
  return {};
}

std::string_view function(core::Fn fn) {
  switch (fn) {
    case core::Fn::named: return "upg_named";
    case core::Fn::escaped: return "upg_escaped";
    case core::Fn::file_name: return "upg_file_name";
    case core::Fn::folder: return "upg_folder";
    case core::Fn::joined: return "upg_joined";
    case core::Fn::token: return "upg_token";
    case core::Fn::beside: return "upg_beside";
    case core::Fn::quoted: return "upg_quoted";
  }
  return {};
}

}  // namespace

Statement call(std::string head, std::vector<Word> words, OrElse otherwise) {
  return {Do{Chain{{Call{std::move(head), std::move(words)}}, {}}, otherwise}};
}

// No variable of a plan begins with `_`.
Variable Scope::temporary() {
  const std::string given = fmt::format("_{}{}", family_->prefix, ++family_->temporaries);
  return {Name("V_", upper(given)), given};
}

Word Scope::value(const Ref& e, Block& before) {
  if (!e) return {};
  const auto later = [&] {
    const Variable t = temporary();
    assign({Target::How::temporary, t}, e, before);
    return Word::variable(t.shell);
  };
  const auto nothing = [] { return Word(); };
  return std::visit(
      Visit{
          [&](const core::Missing&) { return nothing(); },
          [&](const core::Literal& n) { return script.literal(literal_text(n.value)); },
          [&](const core::Var& n) { return Word::variable(script.variable(n.name).shell); },
          [&](const core::Param&) { return nothing(); },
          [&](const core::FieldOf&) { return nothing(); },
          [&](const core::AskCall&) { return nothing(); },
          [&](const core::ResourceRef& n) { return script.literal(n.name); },
          [&](const core::Concat& n) {
            Word all;
            for (const auto& part : n.parts) all += value(part, before);
            return all;
          },
          [&](const core::List& n) { return lines(n, before); },
          [&](const core::CommandValue&) { return nothing(); },
          [&](const core::Cases&) { return later(); },
          [&](const core::Output&) { return later(); },
          [&](const core::Apply&) { return later(); },
          [&](const core::Builtin& n) { return made(n, before); },
      },
      e->node);
}

// A list is a text of lines. An item that is not known yet may hold a line end, which would make two of it: the library looks.
Word Scope::lines(const core::List& list, Block& before) {
  Word all;
  std::vector<Word> items;
  bool known = true;
  for (const auto& item : list.items) {
    items.push_back(value(item, before));
    if (items.size() > 1) all += Word::literal("\n");
    all += items.back();
    known = known && core::known(item);
  }
  if (known) return all;
  const Variable t = temporary();
  items.insert(items.begin(), Word::literal(t.given));
  before.push_back(call("upg_list", std::move(items), of_lets));
  return Word::variable(t.shell);
}

// `joined` takes its items as words: those of a list that the plan writes out, or the lines of one that is had later.
Call Scope::call_of(const core::Builtin& f, const Word& target, Block& before) {
  std::vector<Word> all{target};
  if (f.fn != core::Fn::joined) {
    for (const auto& a : f.args) all.push_back(value(a, before));
    const bool list = f.fn == core::Fn::quoted && f.args[0]->type.tag == core::Tag::list;
    return {list ? "upg_quoted_list" : std::string(function(f.fn)), std::move(all)};
  }
  all.push_back(value(f.args[1], before));
  if (const auto* list = std::get_if<core::List>(&f.args[0]->node)) {
    for (const auto& item : list->items) all.push_back(value(item, before));
    return {"upg_joined", std::move(all)};
  }
  all.insert(all.begin(), {value(f.args[0], before), Word::literal("upg_joined")});
  return {"upg_lines", std::move(all)};
}

// The same words give the same value: it is made once in a function, if that was done on every way to here.
Word Scope::made(const core::Builtin& f, Block& before) {
  const Call unnamed = call_of(f, {}, before);
  const std::string key = print(Chain{{unnamed}, {}});
  if (const auto it = made_.find(key); it != made_.end()) return it->second;
  const Variable t = temporary();
  Call named = unnamed;
  named.words[f.fn == core::Fn::joined && named.head == "upg_lines" ? 2 : 0] = Word::literal(t.given);
  before.push_back({Do{{{std::move(named)}, {}}, OrElse::give_back}});
  const Word word = Word::variable(t.shell);
  if (&before == &body) made_.emplace(std::move(key), word);
  return word;
}

void Scope::give(const Target& target, const Word& word, Block& before) {
  const auto kept = [&](const char* head, OrElse otherwise = OrElse::give_back) {
    before.push_back(call(head, {Word::literal(target.variable.given), word}, otherwise));
  };
  switch (target.how) {
    // By name, as the library's functions set them: one way, which a linter can follow.
    case Target::How::temporary: kept("upg_set", OrElse::ignore); break;
    case Target::How::let: kept("upg_let", of_lets); break;
    case Target::How::output: kept("upg_output"); break;
  }
}

void Scope::assign(const Target& target, const Ref& e, Block& before) {
  const auto plain = [&] { give(target, value(e, before), before); };
  // The library's function fills a temporary, which is given on.
  const auto filled = [&](const std::function<void(const Word&)>& fill) {
    const bool direct = target.how == Target::How::temporary;
    const Variable t = direct ? target.variable : temporary();
    fill(Word::literal(t.given));
    if (!direct) give(target, Word::variable(t.shell), before);
  };
  if (!e) return give(target, {}, before);
  std::visit(
      Visit{
          [&](const core::Missing&) { plain(); },
          [&](const core::Literal&) { plain(); },
          [&](const core::Var&) { plain(); },
          [&](const core::Param&) { plain(); },
          [&](const core::FieldOf&) { plain(); },
          [&](const core::AskCall&) { plain(); },
          [&](const core::ResourceRef&) { plain(); },
          [&](const core::Concat&) { plain(); },
          [&](const core::List&) { plain(); },
          [&](const core::CommandValue&) { plain(); },
          [&](const core::Cases& n) { cases(target, n, before); },
          [&](const core::Output& n) {
            filled([&](const Word& name) {
              std::vector<Word> all = command(*n.command, before);
              all.insert(all.begin(), name);
              before.push_back(call("upg_ask", std::move(all)));
            });
          },
          [&](const core::Apply& n) {
            filled([&](const Word& name) {
              if (const auto sign = arithmetic(n.op); !sign.empty()) {
                before.push_back(
                    call("upg_calc", {name, value(n.args[0], before), Word::literal(sign), value(n.args[1], before)}));
                return;
              }
              const Call asked = one_call(e, before);
              std::vector<Word> all{name, Word::literal(asked.head)};
              all.insert(all.end(), asked.words.begin(), asked.words.end());
              before.push_back(call("upg_truth", std::move(all)));
            });
          },
          [&](const core::Builtin& n) {
            // These keep their value by themselves.
            const bool keeps = n.fn == core::Fn::named || n.fn == core::Fn::token;
            if (!keeps || target.how != Target::How::output) return give(target, made(n, before), before);
            std::vector<Word> all{Word::literal(target.variable.given)};
            for (const auto& a : n.args) all.push_back(value(a, before));
            before.push_back(call(std::string(function(n.fn)), std::move(all)));
          },
      },
      e->node);
}

// What a later case needs before it can be asked is had only when the earlier ones did not hold: then an `if` stands in
// the `else` of the one before.
void Scope::cases(const Target& target, const core::Cases& all, Block& before) {
  Block* out = &before;
  std::shared_ptr<Block> nested;
  If open;
  const auto close = [&] {
    if (!open.arms.empty()) out->push_back({std::move(open)});
    open = {};
  };
  const auto otherwise = [&](Block block) {
    if (open.arms.empty()) {
      out->insert(out->end(), block.begin(), block.end());
      return;
    }
    open.otherwise = std::make_shared<Block>(std::move(block));
    close();
  };
  for (const auto& c : all.cases) {
    Block arm;
    switch (c.end) {
      case core::Case::End::value: assign(target, c.value, arm); break;
      case core::Case::End::nothing: give(target, {}, arm); break;
      case core::Case::End::unsupported: unsupported(target, c.why, arm); break;
    }
    if (!c.when) return otherwise(std::move(arm));
    Block first;
    Chain when = sure(c.when, first);
    if (!open.arms.empty() && !first.empty()) {
      nested = std::make_shared<Block>();
      open.otherwise = nested;
      close();
      out = nested.get();
    }
    out->insert(out->end(), first.begin(), first.end());
    open.arms.push_back({std::move(when), std::make_shared<Block>(std::move(arm))});
  }
  Block none;
  unsupported(target, "no case of the plan holds", none);
  otherwise(std::move(none));
}

// Values that a run opens with are looked at as a whole: plan_refusals says what is unsupported.
void Scope::unsupported(const Target& target, const std::string& why, Block& out) {
  if (target.how == Target::How::let) return give(target, {}, out);
  out.push_back(call("upg_unsupported", {script.literal(why)}));
}

}  // namespace upg::shell
