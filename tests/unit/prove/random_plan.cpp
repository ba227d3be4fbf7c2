// Random plans for the comparison of the proofs with a slow reference.
#include "tests/unit/prove/random_plan.h"

#include <random>

namespace upg::reference {
namespace {

using core::Op;
using core::Tag;
using plan::EffectKind;
using plan::Ref;

Ref var(const std::string& n, Tag t) { return core::make({}, {t}, core::Var{n}); }
Ref known(const std::string& s, Tag t) { return core::make({}, {t}, core::Literal{s}); }
Ref apply(Op op, std::vector<Ref> args) { return core::make({}, {Tag::boolean}, core::Apply{op, std::move(args)}); }

class Maker {
 public:
  explicit Maker(unsigned seed) : dice_(seed), careful_(seed % 2 == 0) {}

  plan::Plan make() {
    p_.from = {{std::to_string(1 + below(2)) + ".0", std::to_string(3 + below(2)) + ".0", false}};
    choice("mode", {"full", "quick"});
    choice("size", {"small", "large", "huge"});
    resource("data", "", true);
    resource("users", "data", true);
    resource("other", "", true);
    resource("cache", one(4) ? "data" : "", one(2));
    service("app", {"data"});
    service("web", {one(2) ? "users" : "other"});
    if (one(6)) p_.refusals.push_back({{}, condition(), "no"});
    if (careful_)
      with_care();
    else
      for (size_t left = 3 + below(4); left > 0; --left) item(left, -1);
    return std::move(p_);
  }

 private:
  size_t below(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(dice_); }
  bool one(size_t of) { return below(of) == 0; }
  template <typename T>
  const T& any(const std::vector<T>& all) {
    return all[below(all.size())];
  }

  void choice(const std::string& name, std::vector<std::string> names) {
    plan::Variable v;
    v.name = name;
    v.origin = plan::Origin::choice;
    v.type = {Tag::choice};
    v.names = std::move(names);
    p_.variables.push_back(v);
  }
  void resource(const std::string& name, const std::string& whole, bool data) {
    plan::Resource r;
    r.name = name;
    r.kind = "thing";
    r.part_of = whole;
    r.holds_data = data;
    if (one(8)) r.disposable = "made again";
    p_.resources.push_back(std::move(r));
  }
  void service(const std::string& name, std::vector<std::string> writes) {
    plan::Resource r;
    r.name = name;
    r.kind = "service";
    r.states = {{"started", nullptr, true, std::move(writes)}, {"stopped", nullptr, false, {}}};
    p_.resources.push_back(std::move(r));
  }

  Ref simple() {
    const auto version = [&] { return known(std::to_string(1 + below(4)) + ".0", Tag::version); };
    const std::vector<Op> relations{Op::lt, Op::le, Op::gt, Op::ge, Op::eq, Op::ne};
    switch (below(6)) {
      case 0: return apply(any(relations), {var("from", Tag::version), version()});
      case 1: return apply(Op::in_range, {var("from", Tag::version), known("1.0", Tag::version), known("3.0", Tag::version)});
      case 2: return apply(one(2) ? Op::eq : Op::ne, {var("mode", Tag::choice), known(one(2) ? "full" : "quick", Tag::choice)});
      case 3:
        return apply(one(2) ? Op::eq : Op::ne,
                     {var("size", Tag::choice), known(any<std::string>({"small", "large", "huge"}), Tag::choice)});
      case 4: return var("large", Tag::boolean);
      default: return apply(Op::exists, {known("/etc/app", Tag::path)});
    }
  }
  Ref condition() {
    switch (below(6)) {
      case 0: return apply(Op::conj, {simple(), simple()});
      case 1: return apply(Op::disj, {simple(), simple()});
      case 2: return apply(Op::neg, {simple()});
      default: return simple();
    }
  }
  Ref guard() { return one(careful_ ? 10 : 3) ? condition() : nullptr; }

  plan::OnFailure failure() {
    plan::OnFailure f;
    const auto n = below(careful_ ? 15 : 6);
    f.how = n == 0 ? plan::OnFailure::How::go_on : n == 1 ? plan::OnFailure::How::rollback : plan::OnFailure::How::hold;
    if (!one(careful_ ? 25 : 4)) f.why = "look at it";
    return f;
  }

  void item(size_t& left, int bracket) {
    if (bracket < 2 && left > 1 && one(3)) return open(left, bracket);
    p_.steps.push_back(step(bracket));
  }
  void open(size_t& left, int outer) {
    const int self = bracket(one(2) ? "app" : "web", outer);
    edge(plan::StepKind::enter, self);
    for (size_t inside = 1 + below(3); inside > 0 && left > 1; --inside) {
      --left;
      item(left, self);
    }
    edge(plan::StepKind::leave, self);
  }
  int bracket(const std::string& name, int outer) {
    const int self = static_cast<int>(p_.brackets.size());
    plan::Bracket b;
    b.resource = name;
    b.state = "stopped";
    b.after = one(careful_ ? 12 : 4) ? "" : "started";
    b.outer = outer;
    b.guard = guard();
    b.on_failure = failure();
    const auto id = "upgrade.b" + std::to_string(self);
    b.enter = id + ".enter";
    b.leave = id + ".leave";
    p_.brackets.push_back(b);
    return self;
  }
  void edge(plan::StepKind kind, int self) {
    const auto& b = p_.brackets[static_cast<size_t>(self)];
    plan::Step s;
    s.kind = kind;
    s.id = kind == plan::StepKind::enter ? b.enter : b.leave;
    s.name = s.id.substr(s.id.find('.') + 1);
    s.bracket = self;
    s.guard = b.guard;
    s.on_failure = b.on_failure;
    plan::Deed d;
    d.number = 1;
    d.effects = {{EffectKind::changes, b.resource}};
    if (one(careful_ ? 40 : 8)) d.effects.push_back({EffectKind::changes, "other"});
    s.deeds.push_back(std::move(d));
    s.undo.how = plan::Undo::How::deeds;
    p_.steps.push_back(std::move(s));
  }

  // Everything is stopped and saved, and each change has its undo: but for a slip here and there.
  void with_care() {
    int inner = bracket("app", -1);
    edge(plan::StepKind::enter, inner);
    const int outer = inner;
    if (!one(8)) {
      inner = bracket("web", outer);
      edge(plan::StepKind::enter, inner);
    }
    for (const auto* name : {"data", "other"})
      if (!one(10)) p_.steps.push_back(saving(inner, name));
    for (size_t n = 1 + below(4); n > 0; --n)
      p_.steps.push_back(one(10) ? saving(inner, one(2) ? "data" : "other") : changing(inner));
    if (inner != outer) edge(plan::StepKind::leave, inner);
    if (one(4)) p_.steps.push_back(changing(outer));
    edge(plan::StepKind::leave, outer);
    if (one(8)) p_.steps.push_back(changing(-1));
  }
  plan::Step careful_step(int bracket) {
    plan::Step s;
    s.name = "s" + std::to_string(p_.steps.size());
    s.id = "upgrade." + s.name;
    s.bracket = bracket;
    s.optional = one(15);
    s.guard = guard();
    s.on_failure = failure();
    s.undo.how = plan::Undo::How::deeds;
    return s;
  }
  plan::Step saving(int bracket, const std::string& name) {
    auto s = careful_step(bracket);
    plan::Deed d;
    d.number = 1;
    d.again = plan::Again::probe;
    save(s, d, name);
    s.deeds.push_back(std::move(d));
    return s;
  }
  plan::Step changing(int bracket) {
    auto s = careful_step(bracket);
    s.retry_once = one(12);
    if (one(15)) s.undo.how = one(2) ? plan::Undo::How::nothing : plan::Undo::How::irreversible;
    for (int n = 1, last = 1 + static_cast<int>(below(2)); n <= last; ++n) {
      plan::Deed d;
      d.number = n;
      d.again = plan::Again::idempotent;
      if (one(12)) d.guard = condition();
      const auto name = any<std::string>({"data", "users", "other", "cache"});
      d.effects = {{one(5) ? EffectKind::destroys : EffectKind::changes, name}};
      if (one(10)) d.effects.push_back({EffectKind::may_start, one(2) ? "app" : "web"});
      if (one(6)) {
        d.resource = one(2) ? "app" : "web";
        d.needs_state = "stopped";
      }
      act(d, plan::Run{});
      if (!one(10)) s.undo.deeds.push_back(restoring(s, d, name));
      s.deeds.push_back(std::move(d));
    }
    return s;
  }
  plan::Undo::Entry restoring(const plan::Step& s, const plan::Deed& of, const std::string& name) {
    plan::Deed d;
    d.number = static_cast<int>(s.undo.deeds.size()) + 1;
    d.guard = one(10) ? condition() : of.guard;
    d.effects = {{EffectKind::restores, one(12) ? target() : one(3) && name != "other" ? "data" : name}};
    if (one(5)) return {std::move(d), of.number};
    if (outputs_.empty()) return {std::move(d), 0};
    const auto& from = one(10) || outputs_.size() < 2 ? any(outputs_) : outputs_[name == "other" ? 1 : 0];
    act(d, plan::Publish{var(from, Tag::path)});
    return {std::move(d), 0};
  }

  void act(plan::Deed& d, decltype(plan::Action::node) node) { d.actions.push_back({{}, std::move(node), nullptr, {}, {}}); }
  void read(plan::Deed& d) {
    if (outputs_.empty()) return;
    const auto e = var(any(outputs_), Tag::path);
    if (one(2))
      act(d, plan::Publish{e});
    else
      act(d, plan::Manual{e, known("done", Tag::text), ""});
  }
  std::string target() { return any<std::string>({"data", "users", "other", "cache", "data"}); }

  void save(const plan::Step& s, plan::Deed& d, const std::string& name) {
    d.effects = {{EffectKind::saves, name}};
    if (!one(careful_ ? 15 : 6)) act(d, plan::Prove{});
    d.outputs = {s.name + ".out" + std::to_string(d.number)};
    plan::Variable v;
    v.name = d.outputs[0];
    v.origin = plan::Origin::output;
    v.type = {Tag::path};
    v.step = s.id;
    p_.variables.push_back(v);
    outputs_.push_back(v.name);
  }
  plan::Deed deed(const plan::Step& s, int number) {
    plan::Deed d;
    d.number = number;
    if (one(4)) d.guard = condition();
    d.again = any<plan::Again>({plan::Again::once, plan::Again::idempotent, plan::Again::probe});
    d.atomic = one(2);
    switch (below(8)) {
      case 0:
      case 1:
      case 2: save(s, d, target()); break;
      case 3: d.effects = {{EffectKind::destroys, target()}}; break;
      case 4: d.effects = {{EffectKind::may_start, one(2) ? "app" : "web"}}; break;
      case 5:
        d.effects = {{EffectKind::restores, target()}};
        read(d);
        break;
      default: d.effects = {{EffectKind::changes, target()}};
    }
    if (one(6)) d.effects.push_back({EffectKind::changes, target()});
    if (one(6)) {
      d.resource = one(2) ? "app" : "web";
      d.needs_state = one(4) ? "started" : "stopped";
    }
    if (one(5)) read(d);
    if (one(2)) act(d, plan::Run{});
    return d;
  }

  plan::Step step(int bracket) {
    plan::Step s;
    s.name = "s" + std::to_string(p_.steps.size());
    s.id = "upgrade." + s.name;
    s.bracket = bracket;
    s.guard = guard();
    s.optional = one(6);
    s.retry_once = one(5);
    s.on_failure = failure();
    for (int n = 1, last = 1 + static_cast<int>(below(2)); n <= last; ++n) s.deeds.push_back(deed(s, n));
    const auto how = below(7);
    s.undo.how = how == 0 ? plan::Undo::How::nothing : how == 1 ? plan::Undo::How::irreversible : plan::Undo::How::deeds;
    if (how < 2) return s;
    if (one(6)) s.undo.believed = {{EffectKind::restores, target()}};
    for (size_t n = below(3); n > 0; --n) s.undo.deeds.push_back(entry(s));
    return s;
  }
  plan::Undo::Entry entry(const plan::Step& s) {
    plan::Deed d;
    d.number = static_cast<int>(s.undo.deeds.size()) + 1;
    if (one(3)) {
      const auto& of = any(s.deeds);
      d.guard = of.guard;
      for (const auto& e : of.effects) d.effects.push_back({EffectKind::restores, e.resource});
      return {std::move(d), of.number};
    }
    if (one(5)) d.guard = condition();
    d.effects = {{one(5) ? EffectKind::changes : EffectKind::restores, target()}};
    read(d);
    return {std::move(d), 0};
  }

  std::mt19937 dice_;
  bool careful_;
  plan::Plan p_;
  std::vector<std::string> outputs_;
};

}  // namespace

plan::Plan random_plan(unsigned seed) { return Maker(seed).make(); }

}  // namespace upg::reference
