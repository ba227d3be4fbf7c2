// Deeds: what one line of the author does, action by action.
#include "backends/shell/lower.h"

namespace upg::shell {
namespace {

class ActionLowering {
 public:
  ActionLowering(Scope& scope, const plan::Deed& deed, const plan::Action& action, Block& out)
      : scope_(scope), script_(scope.script), deed_(deed), action_(action), out_(out) {}

  void operator()(const plan::Run& n) {
    std::vector<Word> all = scope_.command(*n.command, out_);
    if (deed_.daemonizes) out_.push_back(call("upg_daemon", {}, OrElse::ignore));
    if (action_.capture.empty() && action_.pattern.empty()) {
      // A fence is a call of its own.
      const bool fence = all[0].is_literal() && all[0].bytes() == "upg_fence";
      if (fence) all.erase(all.begin());
      out_.push_back(call(fence ? "upg_fence" : "upg_run", std::move(all)));
      return;
    }
    const Variable v = action_.capture.empty() ? scope_.temporary() : script_.variable(action_.capture);
    all.insert(all.begin(), Word::literal(v.given));
    out_.push_back(call("upg_capture", std::move(all)));
    holes(v);
  }

  void operator()(const plan::Prove& n) {
    std::vector<Word> all = scope_.command(*n.command, out_);
    out_.push_back(call("upg_prove", std::move(all)));
  }

  void operator()(const plan::Publish& n) { out_.push_back(call("upg_publish", {scope_.value(n.path, out_)})); }

  void operator()(const plan::Amend& n) {
    std::vector<Word> all{Word::literal(n.format), scope_.value(n.path, out_), scope_.value(n.kept, out_)};
    for (const auto& l : n.lines) {
      all.push_back(Word::literal(core::spelling(l.how)));
      for (const auto& e : {l.key, l.value, l.other}) all.push_back(e ? scope_.value(e, out_) : Word());
    }
    out_.push_back(call(scope_.preview ? "upg_edit_preview" : "upg_edit", std::move(all)));
  }

  void operator()(const plan::Revert& n) {
    out_.push_back(call("upg_edit_back", {scope_.value(n.path, out_), scope_.value(n.kept, out_)}));
  }

  void operator()(const plan::Manual& n) {
    std::vector<Word> all{scope_.value(n.text, out_), scope_.value(n.confirm, out_), script_.literal(n.by)};
    while (all.size() > 1 && all.back().empty()) all.pop_back();
    out_.push_back(call("upg_manual", std::move(all)));
  }

  void operator()(const plan::Wait& n) {
    condition("upg_wait", {Word::literal(std::to_string(n.every)), Word::literal(std::to_string(n.limit)), said(n.until)},
              n.until, true);
  }

  void operator()(const plan::Expect& n) {
    switch (n.how) {
      case plan::Expect::How::expect: {
        Word what = said(n.predicate);
        if (!n.why.empty()) what += script_.literal(": " + n.why);
        condition("upg_expect", {what}, n.predicate, false);
        break;
      }
      case plan::Expect::How::require: condition("upg_require", {said(n.predicate), script_.literal(n.why)}, n.predicate, false); break;
      case plan::Expect::How::recommend:
        condition("upg_recommend", {said(n.predicate), script_.literal(n.why)}, n.predicate, false);
        break;
    }
  }

  void operator()(const plan::Say& n) {
    const Word text = scope_.value(n.text, out_);
    switch (n.how) {
      case plan::Say::How::notice: out_.push_back(call("upg_say", {Word::literal("notice"), text})); break;
      case plan::Say::How::note: out_.push_back(call("upg_say", {Word::literal("note"), text})); break;
      case plan::Say::How::warning: out_.push_back(call("upg_say", {Word::literal("warning"), text})); break;
      case plan::Say::How::see: out_.push_back(call("upg_see", {text, script_.literal(n.url)})); break;
    }
  }

  void operator()(const plan::Set& n) { scope_.assign({Target::How::let, script_.variable(n.variable)}, n.value, out_); }

 private:
  Word said(const Ref& predicate) { return script_.message(plan::words(script_.plan, predicate)); }

  void condition(const char* head, std::vector<Word> words, const Ref& predicate, bool again) {
    const Call asked = scope_.one_call(predicate, out_, again);
    words.push_back(Word::literal(asked.head));
    words.insert(words.end(), asked.words.begin(), asked.words.end());
    out_.push_back(call(head, std::move(words)));
  }

  // What the pattern finds in the output is kept as the output is.
  void holes(const Variable& text) {
    if (action_.pattern.empty()) return;
    out_.push_back(call("upg_pattern", pattern_words(script_, Word::variable(text.shell), action_.pattern)));
    for (const auto& part : action_.pattern) {
      if (part.hole.empty()) continue;
      const Variable& v = script_.variable(part.hole);
      out_.push_back(call("upg_output", {Word::literal(v.given), Word::variable(v.shell)}));
    }
  }

  Scope& scope_;
  Script& script_;
  const plan::Deed& deed_;
  const plan::Action& action_;
  Block& out_;
};

void action(Scope& scope, const plan::Deed& d, const plan::Action& a) {
  if (!a.guard) {
    std::visit(ActionLowering(scope, d, a, scope.body), a.node);
    return;
  }
  Block inside;
  std::visit(ActionLowering(scope, d, a, inside), a.node);
  Chain when = scope.sure(a.guard, scope.body);
  scope.body.push_back({If{{{std::move(when), std::make_shared<Block>(std::move(inside))}}, nullptr}});
}

// A verb that asks for a state of its resource looks first.
void state(Scope& scope, const plan::Deed& d) {
  const auto* resource = d.needs_state.empty() ? nullptr : scope.script.plan.resource(d.resource);
  if (!resource) return;
  for (const auto& s : resource->states) {
    if (s.name != d.needs_state || !s.probe) continue;
    const Call asked = scope.one_call(s.probe, scope.body);
    std::vector<Word> words{scope.script.literal(d.resource + " is " + s.name), Word::literal(asked.head)};
    words.insert(words.end(), asked.words.begin(), asked.words.end());
    scope.body.push_back(call("upg_expect", std::move(words)));
  }
}

}  // namespace

std::vector<Word> pattern_words(Script& s, Word text, const plan::Pattern& pattern) {
  std::vector<Word> all{std::move(text)};
  std::string literal;
  bool named = false;
  for (const auto& part : pattern) {
    literal += part.literal;
    if (part.hole.empty()) continue;
    all.push_back(s.literal(literal));
    all.push_back(Word::literal(s.variable(part.hole).given));
    literal.clear();
    named = true;
  }
  if (!literal.empty() || !named) all.push_back(s.literal(literal));
  return all;
}

void deed(Scope& scope, const plan::Deed& d) {
  state(scope, d);
  for (const auto& a : d.actions) action(scope, d, a);
}

}  // namespace upg::shell
