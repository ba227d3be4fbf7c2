// `with R STATE { }`: a step that enters, the steps inside, a step that leaves; each is the other's undo.
#include <algorithm>

#include "compiler/plan/canonical.h"
#include "compiler/plan/guards.h"
#include "compiler/plan/steps.h"

namespace upg::plan {

struct StepMaker::Ways {
  DeedMaker::Made in, out;
  Ref probe, out_probe;   ///< is it in the state; is it out of it
  std::string after;      ///< the state that leaving leads to, when the kind names it
  std::string in_title, out_title;
};

namespace {

std::string text_of(const std::vector<Deed>& deeds) {
  std::string out;
  for (const auto& d : deeds)
    for (const auto& a : d.actions) {
      Deed bare;
      bare.actions.push_back(a);
      out += canonical(bare);
    }
  return out;
}

// Entering or leaving a state is a change of the resource, whoever carries it out; a state's probe says whether it is done.
void as_transition(std::vector<Deed>& deeds, const std::string& resource, const Ref& probe, bool daemonizes,
                   const std::string& title) {
  Deed* last = nullptr;
  int changing = 0;
  for (auto& d : deeds) {
    d.resource = resource;
    if (d.title.empty()) d.title = title;
    const bool acts = std::any_of(d.actions.begin(), d.actions.end(), [](const Action& a) {
      return std::holds_alternative<Run>(a.node) || std::holds_alternative<Manual>(a.node);
    });
    if (!acts) continue;
    if (!alters(d)) {
      d.effects.push_back({EffectKind::changes, resource});
      if (d.again == Again::reads) d.again = Again::once;
    }
    d.daemonizes = d.daemonizes || daemonizes;
    last = &d;
    ++changing;
  }
  if (!last || changing != 1 || !probe || last->again == Again::idempotent) return;
  last->again = Again::probe;
  last->probe = probe;
  last->atomic = true;  // the probe has two answers: in the state or not
}

// The field of the kind that is this way in or out: `stop` of `enter stop`. Empty where it is said in another way.
std::string field_of(const sema::Deeds& way) {
  const auto* run = way.size() == 1 ? std::get_if<sema::RunCommand>(&way[0].node) : nullptr;
  if (!run || run->command->pipeline.size() != 1) return {};
  const auto& argv = run->command->pipeline[0].argv;
  const bool alone = argv.size() == 1 && argv[0].pieces.size() == 1 && argv[0].pieces[0].value;
  const auto* field = alone ? std::get_if<core::Param>(&argv[0].pieces[0].value->node) : nullptr;
  return field ? field->name : std::string();
}

// "Stop server" where the kind has a word for it, "Enter: server stopped" where it has none.
std::string title_of(const sema::Deeds& way, const char* otherwise, const std::string& resource, const std::string& state) {
  std::string verb = field_of(way);
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (verb.empty() || !std::all_of(verb.begin(), verb.end(), letter)) return otherwise + (": " + resource + " " + state);
  verb[0] = static_cast<char>(verb[0] - 'a' + 'A');
  return verb + " " + resource;
}

Undo undo_by(const std::vector<Deed>& deeds) {
  Undo out;
  out.how = Undo::How::deeds;
  out.derived = !deeds.empty();
  int n = 0;
  for (auto d : deeds) {
    d.number = ++n;
    out.deeds.push_back({std::move(d), 0});
  }
  return out;
}

}  // namespace

StepMaker::Ways StepMaker::ways(const sema::Resource& r, const sema::State& s, const Place& place) {
  const Scope scope{&r, {}, {}};
  Ways w;
  if (s.enter) w.in = deeds_.make(*s.enter, place, scope);
  if (s.leave) w.out = deeds_.make(*s.leave, place, scope);
  const sema::Deeds none;
  w.in_title = title_of(s.enter ? *s.enter : none, "Enter", r.name, s.name);
  w.out_title = title_of(s.leave ? *s.leave : none, "Leave", r.name, s.name);
  w.probe = s.probe ? eval_.value(s.probe, scope) : nullptr;
  w.out_probe = w.probe ? core::negate(w.probe) : nullptr;
  bool out_daemonizes = s.daemonizes;
  const auto leave_text = text_of(w.out.deeds);
  for (const auto* k = r.kind; k && !leave_text.empty() && w.after.empty(); k = k->extends)
    for (const auto& other : k->states) {
      if (other.name == s.name || !other.enter) continue;
      if (text_of(deeds_.make(*other.enter, place, scope).deeds) != leave_text) continue;
      w.after = other.name;
      if (other.probe) w.out_probe = eval_.value(other.probe, scope);
      out_daemonizes = out_daemonizes || other.daemonizes;
      if (!other.writes.empty() && !w.out.deeds.empty()) w.out.deeds.back().effects.push_back({EffectKind::may_start, r.name});
      break;
    }
  as_transition(w.in.deeds, r.name, w.probe, s.daemonizes, "with " + r.name + " " + s.name);
  as_transition(w.out.deeds, r.name, w.out_probe, out_daemonizes, "leave " + r.name + " " + s.name);
  return w;
}

void StepMaker::bracket(sema::Bracket& b, const Around& around) {
  const auto guard = within(around.guard, b.guard, b.entries.empty() ? "with" : b.entries.front().resource);
  entry(b, 0, guard, around, decided(guard) == false);
}

void StepMaker::entry(sema::Bracket& b, size_t i, const Ref& guard, const Around& around, bool gone) {
  if (i == b.entries.size()) return items(b.items, around);
  const auto& e = b.entries[i];
  const auto* r = eval_.resource(e.resource);
  const auto* state = r ? find_state(*r->kind, e.state) : nullptr;
  const auto id = unique(path(e.resource + "-" + e.state));
  if (gone || !state) {
    ++number_;
    entry(b, i + 1, guard, around, gone);
    ++number_;
    return;
  }
  const auto behind_hop = id.substr(hop_.empty() ? 0 : hop_.size() + 1);
  const auto short_id = behind_hop.substr(behind_hop.find('.') + 1);
  const Place place{short_id, id, guard};
  auto w = ways(*r, *state, place);
  const int self = static_cast<int>(plan_.brackets.size());
  const auto* failing = b.on_failure.said || !around.on_failure ? &b.on_failure : around.on_failure;
  plan_.brackets.push_back({e.span, e.resource, e.state, w.after, around.bracket, guard, w.probe, id + ".enter", id + ".leave",
                            on_failure(*failing, place)});
  const auto make = [&](StepKind kind, std::string title, const DeedMaker::Made& forth, const DeedMaker::Made& back) {
    Step s;
    s.span = e.span;
    s.number = ++number_;
    s.kind = kind;
    s.name = short_id + (kind == StepKind::enter ? ".enter" : ".leave");
    s.hop = hop_;
    s.id = id + (kind == StepKind::enter ? ".enter" : ".leave");
    s.title = in_hop(std::move(title));
    s.phase = phase_;
    s.bracket = self;
    s.group = around.group;
    s.group_title = around.group_title;
    s.guard = guard;
    s.takes = {b.takes.said, b.takes.unknown, b.takes.low, b.takes.high};
    s.deeds = forth.deeds;
    s.undo = undo_by(back.deeds);
    s.on_failure = plan_.brackets[static_cast<size_t>(self)].on_failure;
    decide(s);
    plan_.steps.push_back(std::move(s));
  };
  make(StepKind::enter, std::move(w.in_title), w.in, w.out);
  Around inner = around;
  inner.bracket = self;
  inner.on_failure = failing;
  entry(b, i + 1, guard, inner, gone);
  make(StepKind::leave, std::move(w.out_title), w.out, w.in);
}

}  // namespace upg::plan
