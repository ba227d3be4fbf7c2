// No compiler can see that a command reads only. Where the language says that only reading commands may stand, the author
// is believed, and what is believed is listed.
#include <set>

#include "compiler/plan/walk.h"
#include "compiler/plan/words.h"
#include "compiler/prove/rooms.h"

namespace upg::prove {
namespace {

class Beliefs {
 public:
  explicit Beliefs(const plan::Plan& plan) : plan_(plan) {}

  std::vector<Belief> gather() {
    for (const auto& v : plan_.variables) {
      if (v.source_command) believe(v.step, *v.source_command);
      within(v.step, v.value);
      within(v.step, v.guard);
    }
    for (const auto& b : plan_.brackets) within(b.enter, b.probe);
    for (const auto& s : plan_.steps) step(s);
    return std::move(out_);
  }

 private:
  void step(const plan::Step& s) {
    within(s.id, s.guard);
    for (const auto& d : s.deeds) {
      within(s.id, d.guard);
      within(s.id, d.probe);
      for (const auto& a : d.actions) action(s, d, a);
    }
    for (const auto& u : s.undo.deeds) within(s.id, u.deed.probe);
  }

  void action(const plan::Step& s, const plan::Deed& d, const plan::Action& a) {
    within(s.id, a.guard);
    if (const auto* r = std::get_if<plan::Run>(&a.node); r && d.effects.empty()) believe(s.id, *r->command);
    if (const auto* w = std::get_if<plan::Wait>(&a.node)) within(s.id, w->until);
    if (const auto* e = std::get_if<plan::Expect>(&a.node)) within(s.id, e->predicate);
    if (const auto* v = std::get_if<plan::Set>(&a.node)) within(s.id, v->value);
  }

  void within(const std::string& step, const core::Ref& e) {
    plan::each_inner(e, [&](const core::Ref& inner) {
      if (const auto* o = std::get_if<core::Output>(&inner->node)) believe(step, *o->command);
      if (const auto* c = std::get_if<core::CommandValue>(&inner->node)) believe(step, *c->command);
    });
  }

  void believe(const std::string& step, const core::Command& c) {
    auto text = plan::template_text(c);
    if (seen_.insert(step + "\n" + text).second) out_.push_back({step, c.span, std::move(text)});
  }

  const plan::Plan& plan_;
  std::vector<Belief> out_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<Belief> beliefs(const plan::Plan& plan) { return Beliefs(plan).gather(); }

}  // namespace upg::prove
