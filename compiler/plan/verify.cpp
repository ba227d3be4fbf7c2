#include "compiler/plan/verify.h"

#include <fmt/format.h>

#include <set>

#include "compiler/plan/walk.h"

namespace upg::plan {
namespace {

class Verifier {
 public:
  explicit Verifier(const Plan& plan) : plan_(plan) {}

  std::vector<std::string> run() {
    for (const auto& r : plan_.resources) resources_.insert(r.name);
    variables();
    each_ref(plan_, [&](const Ref& e) { expression(e, "the plan"); });
    brackets();
    steps();
    return std::move(found_);
  }

 private:
  template <typename... A>
  void say(fmt::format_string<A...> text, A&&... args) {
    found_.push_back(fmt::format(text, std::forward<A>(args)...));
  }

  void variables() {
    bool of_steps = false;
    for (const auto& v : plan_.variables) {
      each_ref(v, [&](const Ref& e) { expression(e, v.name); });
      if (!defined_.insert(v.name).second) say("variable {} is there twice", v.name);
      if (v.step.empty() && of_steps) say("variable {} stands behind those of steps", v.name);
      of_steps = of_steps || !v.step.empty();
    }
  }

  void expression(const Ref& e, std::string_view where) {
    each_inner(e, [&](const Ref& inner) {
      if (const auto* n = std::get_if<core::Param>(&inner->node)) say("parameter {} is left in {}", n->name, where);
      if (const auto* n = std::get_if<core::FieldOf>(&inner->node)) say("field {} is left in {}", n->field, where);
      if (const auto* n = std::get_if<core::AskCall>(&inner->node)) say("ask {} is left in {}", n->ask, where);
      if (const auto* n = std::get_if<core::Var>(&inner->node); n && !defined_.count(n->name))
        say("variable {} is used in {} before it is defined", n->name, where);
      if (std::holds_alternative<core::Missing>(inner->node)) say("a value is missing in {}", where);
    });
  }

  void brackets() {
    for (size_t i = 0; i < plan_.brackets.size(); ++i) {
      const auto& b = plan_.brackets[i];
      if (b.outer >= static_cast<int>(i)) say("bracket {} stands in a later one", b.enter);
      if (!resources_.count(b.resource)) say("bracket {} is of no resource", b.enter);
    }
  }

  void deeds(const Step& s, const std::vector<Deed>& deeds) {
    int last = 0;
    for (const auto& d : deeds) {
      if (d.number <= last) say("deed {} of {} is out of order", d.number, s.id);
      last = d.number;
      if (d.again == Again::probe && !d.probe) say("deed {} of {} has no probe", d.number, s.id);
      for (const auto& e : d.effects)
        if (!resources_.count(e.resource)) say("{} has an effect on {}, which is no resource", s.id, e.resource);
    }
  }

  void steps() {
    std::set<std::string> ids;
    int last = 0;
    for (const auto& s : plan_.steps) {
      if (!ids.insert(s.id).second) say("step {} is there twice", s.id);
      if (s.number <= last) say("step {} has the number {} after {}", s.id, s.number, last);
      last = s.number;
      if ((s.decided == Decided::never) != !s.guard) say("step {} does not say when its guard is decided", s.id);
      if (s.bracket >= static_cast<int>(plan_.brackets.size())) say("step {} stands in no bracket", s.id);
      deeds(s, s.deeds);
      deeds(s, s.skipped);
      deeds(s, s.on_failure.deeds);
      std::vector<Deed> undo;
      for (const auto& u : s.undo.deeds) undo.push_back(u.deed);
      deeds(s, undo);
    }
    for (const auto& b : plan_.brackets)
      if (!ids.count(b.enter) || !ids.count(b.leave)) say("bracket {} is not both entered and left", b.enter);
    for (const auto& v : plan_.variables)
      if (!v.step.empty() && !ids.count(v.step)) say("variable {} is of no step", v.name);
  }

  const Plan& plan_;
  std::vector<std::string> found_;
  std::set<std::string> defined_, resources_;
};

}  // namespace

std::vector<std::string> verify(const Plan& plan) { return Verifier(plan).run(); }

}  // namespace upg::plan
