#include "compiler/plan/route.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace upg::plan {
namespace {

using core::compare_versions;
using core::Route;
using core::RouteRule;
using core::Stepping;

bool later(const std::string& a, const std::string& b) { return compare_versions(a, b) > 0; }
bool same(const std::string& a, const std::string& b) { return compare_versions(a, b) == 0; }
bool pre_release(const std::string& v) { return v.find('-') != std::string::npos; }

// `24.1` of 24.1.3, `24` of it by majors.
std::string line_of(const std::string& version, Stepping stepping) {
  const auto core = version.substr(0, version.find('-'));
  const auto first = core.find('.');
  if (first == std::string::npos || stepping == Stepping::major) return core.substr(0, first);
  return core.substr(0, core.find('.', first + 1));
}

class Finder {
 public:
  Finder(const Route& route, const std::string& from, const std::string& to) : route_(route), to_(to) {
    for (const auto& r : route.releases)
      if (later(r.version, from) && !later(r.version, to)) stops_.push_back(r.version);
  }

  Way find(const std::string& from) {
    Way out;
    if (same(from, to_)) {
      out.arrives = true;
      return out;
    }
    if (later(from, to_)) {
      out.why_not = route_.no_downgrade;
      return out;
    }
    measure();
    const auto next = best(from);
    if (!next) {
      stuck(from, out);
      return out;
    }
    out.arrives = true;
    for (auto at = from; !same(at, to_);) {
      const auto n = *best(at);
      out.legs.push_back(leg(at, stops_[n]));
      at = stops_[n];
    }
    out.nearest = to_;
    return out;
  }

  [[nodiscard]] bool may(const std::string& v, const std::string& r) const {
    if (!later(r, v) || !landable(r) || rule(RouteRule::What::deny, v, r)) return false;
    if (const auto* stop = due(v)) return same(stop->to, r);
    return rule(RouteRule::What::direct, v, r) || steps(v, r);
  }
 private:
  [[nodiscard]] bool never(const std::string& r) const {
    return std::any_of(route_.rules.begin(), route_.rules.end(), [&](const auto& x) { return x.what == RouteRule::What::never && same(x.to, r); });
  }
  [[nodiscard]] bool landable(const std::string& r) const { return !never(r) && (!pre_release(r) || same(r, to_)); }
  [[nodiscard]] const RouteRule* rule(RouteRule::What what, const std::string& v, const std::string& r) const {
    for (const auto& x : route_.rules)
      if (x.what == what && x.from.holds(v) && same(x.to, r)) return &x;
    return nullptr;
  }
  // The stop that is due from here, if it lies on the way.
  [[nodiscard]] const RouteRule* due(const std::string& v) const {
    for (const auto& x : route_.rules)
      if (x.what == RouteRule::What::hop && x.from.holds(v) && !later(x.to, to_)) return &x;
    return nullptr;
  }
  [[nodiscard]] bool steps(const std::string& v, const std::string& r) const {
    const auto first = [&](const auto& holds) {
      return std::find_if(stops_.begin(), stops_.end(), [&](const auto& s) { return later(s, v) && landable(s) && holds(s); });
    };
    switch (route_.stepping) {
      case Stepping::unsaid: return false;
      case Stepping::releases: {
        const auto next = first([](const auto&) { return true; });
        return next != stops_.end() && same(*next, r);
      }
      case Stepping::minor:
      case Stepping::major: {
        const auto line = line_of(v, route_.stepping);
        if (line_of(r, route_.stepping) == line) return true;
        const auto next = first([&](const auto& s) { return line_of(s, route_.stepping) != line; });
        return next != stops_.end() && line_of(*next, route_.stepping) == line_of(r, route_.stepping);
      }
    }
    return false;
  }

  // How many hops each stop is away from the target; -1: it does not lead there.
  void measure() {
    away_.assign(stops_.size(), -1);
    for (size_t i = stops_.size(); i-- > 0;) {
      if (same(stops_[i], to_)) {
        away_[i] = 0;
      } else if (const auto n = best(stops_[i], i + 1)) {
        away_[i] = away_[*n] + 1;
      }
    }
  }
  [[nodiscard]] std::optional<size_t> best(const std::string& v, size_t first = 0) const {
    std::optional<size_t> out;
    for (size_t i = first; i < stops_.size(); ++i)
      if (away_[i] >= 0 && may(v, stops_[i]) && (!out || away_[i] <= away_[*out])) out = i;
    return out;
  }

  [[nodiscard]] Leg leg(const std::string& v, const std::string& r) const {
    if (const auto* stop = due(v)) {
      auto why = stop->why.empty() ? fmt::format("from {} the next hop is to {}", stop->from.spelled(), stop->to) : stop->why;
      return {v, r, std::move(why), stop->guide};
    }
    if (const auto* direct = rule(RouteRule::What::direct, v, r)) return {v, r, direct->why, direct->guide};
    if (route_.stepping == Stepping::releases) return {v, r, "each release in turn", {}};
    const auto line = line_of(v, route_.stepping);
    const auto next = line_of(r, route_.stepping);
    return {v, r, next == line ? fmt::format("within the line {}", line) : fmt::format("from the line {} to the next one, {}", line, next), {}};
  }

  // Nothing leads to the target: how far one comes, and what stands in the way there.
  void stuck(const std::string& from, Way& out) const {
    std::vector<std::pair<std::string, size_t>> reached{{from, 0}};
    for (size_t i = 0; i < stops_.size(); ++i)
      for (size_t k = 0; k < reached.size(); ++k)
        if (may(reached[k].first, stops_[i])) {
          reached.emplace_back(stops_[i], k);
          break;
        }
    for (size_t k = reached.size() - 1; k != 0; k = reached[k].second) out.legs.insert(out.legs.begin(), leg(reached[reached[k].second].first, reached[k].first));
    if (reached.size() > 1) out.nearest = reached.back().first;
    for (const auto& [v, before] : reached)
      for (const auto& x : route_.rules) {
        const bool denied = (x.what == RouteRule::What::deny && x.from.holds(v) && later(x.to, v) && !later(x.to, to_)) ||
                            (x.what == RouteRule::What::never && same(x.to, to_));
        if (denied && !x.why.empty()) out.why_not = x.why;
      }
  }

  const Route& route_;
  std::string to_;
  std::vector<std::string> stops_;
  std::vector<int> away_;
};

// A version between two neighbours.
std::string between(const std::string& low, const std::string& high) {
  if (low.empty()) return "0";
  const auto bare = low.substr(0, low.find('-'));
  std::vector<std::string> tries;
  if (bare != low) tries.push_back(bare);
  const auto dot = bare.rfind('.');
  const auto last = dot == std::string::npos ? bare : bare.substr(dot + 1);
  if (last.size() < 9 && dot != std::string::npos) tries.push_back(bare.substr(0, dot + 1) + std::to_string(std::stoi(last) + 1));
  for (const std::string tail : {".1", ".0.1", ".0.0.1", ".0.0.0.1"}) tries.push_back(low + tail);
  for (const auto& t : tries)
    if (later(t, low) && (high.empty() || later(high, t))) return t;
  return {};
}

}  // namespace

const Leg* Way::elsewhere() const {
  const auto it = std::find_if(legs.begin(), legs.end(), [](const Leg& l) { return !l.guide.empty(); });
  return it == legs.end() ? nullptr : &*it;
}

Way way(const Route& route, const std::string& from, const std::string& to) { return Finder(route, from, to).find(from); }

bool may_hop(const Route& route, const std::string& from, const std::string& to, const std::string& target) {
  return Finder(route, from, target).may(from, to);
}

std::vector<Stretch> stretches(const Route& route, const core::Interval& range, const std::string& to, const std::vector<std::string>& more) {
  std::vector<std::string> points = more;
  points.insert(points.end(), {range.low, range.high, to});
  for (const auto& r : route.releases) {
    points.push_back(r.version);
    if (route.stepping == Stepping::minor || route.stepping == Stepping::major) points.push_back(line_of(r.version, route.stepping));
  }
  for (const auto& x : route.rules) {
    points.push_back(x.from.low);
    points.push_back(x.from.high);
  }
  std::erase(points, "");
  std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return later(b, a); });
  points.erase(std::unique(points.begin(), points.end(), same), points.end());
  std::vector<Stretch> out;
  const auto add = [&](core::Interval i, const std::string& witness) {
    if (!witness.empty() && range.holds(witness)) out.push_back({std::move(i), witness});
  };
  for (size_t i = 0; i < points.size(); ++i) {
    const std::string before = i == 0 ? "" : points[i - 1];
    add({before, points[i], !before.empty(), false}, between(before, points[i]));
    add({points[i], points[i], false, true}, points[i]);
  }
  if (!points.empty()) add({points.back(), "", true, false}, between(points.back(), ""));
  return out;
}

namespace {

enum class Is : uint8_t { no, yes, either };

// The condition on `from` that holds for the stretches with yes and for none with no.
class Conditions {
 public:
  explicit Conditions(const std::vector<Stretch>& all) : all_(all) {}

  [[nodiscard]] Ref of(const std::vector<Is>& wanted) const {
    std::vector<Ref> runs;
    for (size_t i = 0; i < wanted.size();) {
      size_t end = i;
      bool any = false;
      for (; end < wanted.size() && wanted[end] != Is::no; ++end) any = any || wanted[end] == Is::yes;
      if (any) {
        auto run = between(i, end);
        if (!run) return nullptr;
        runs.push_back(std::move(run));
      }
      i = std::max(end, i + 1);
    }
    if (runs.empty()) return core::boolean({}, false);
    return runs.size() == 1 ? runs.front() : core::fold(core::make({}, {core::Tag::boolean}, core::Apply{core::Op::disj, std::move(runs)}));
  }

  [[nodiscard]] static Ref version(std::string v) { return core::make({}, {core::Tag::version}, core::Literal{core::Value(std::move(v))}); }
  [[nodiscard]] static Ref installed() { return core::make({}, {core::Tag::version}, core::Var{"from"}); }

 private:
  [[nodiscard]] Ref between(size_t first, size_t end) const {
    const auto compare = [](core::Op op, const std::string& v) {
      return core::make({}, {core::Tag::boolean}, core::Apply{op, {installed(), version(v)}});
    };
    const auto& low = all_[first].versions;
    const auto& high = all_[end - 1].versions;
    Ref out;
    if (first > 0) out = compare(low.low_open ? core::Op::gt : core::Op::ge, low.low);
    if (end < all_.size()) out = core::both(out, compare(high.high_closed ? core::Op::le : core::Op::lt, high.high));
    return out;
  }
  const std::vector<Stretch>& all_;
};

std::string refusal(const Way& w, const std::string& to) {
  if (const auto* leg = w.elsewhere()) return fmt::format("go to {} first, as {} says", leg->to, leg->guide);
  return fmt::format("no hops lead from here to {}: {}", to, w.why_not);
}

}  // namespace

Ref when_before(const Route& route, const core::Interval& range, const std::string& to, const std::string& hop,
                const std::vector<std::string>& bounds, const std::function<bool(const std::string&)>& asked) {
  const auto all = stretches(route, range, to, bounds);
  std::vector<Is> is(all.size(), Is::either);
  bool no = false, yes = false;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto w = way(route, all[i].witness, to);
    if (!w.arrives || w.elsewhere()) continue;
    for (const auto& leg : w.legs)
      if (same(leg.to, hop)) is[i] = asked(leg.from) ? Is::yes : Is::no;
    yes = yes || is[i] == Is::yes;
    no = no || is[i] == Is::no;
  }
  if (!no || !yes) return core::boolean({}, yes);
  return Conditions(all).of(is);
}

Hops hops(const Route& route, const core::Interval& range, const std::string& to) {
  const auto all = stretches(route, range, to);
  const Conditions conditions(all);
  std::vector<Way> ways;
  for (const auto& s : all) ways.push_back(way(route, s.witness, to));
  const auto taken = [&](size_t i) { return ways[i].arrives && !ways[i].elsewhere(); };
  Hops out;
  std::map<std::string, std::vector<Is>> refused;
  for (size_t i = 0; i < all.size(); ++i)
    if (!taken(i) && (ways[i].elsewhere() || !ways[i].why_not.empty())) refused.try_emplace(refusal(ways[i], to), all.size(), Is::no).first->second[i] = Is::yes;
  for (auto& [why, where] : refused) out.refusals.push_back({conditions.of(where), why});
  for (const auto& r : route.releases) {
    std::vector<Is> on(all.size(), Is::no);
    std::map<std::string, std::vector<size_t>> before;  // "" is the version that is installed
    for (size_t i = 0; i < all.size(); ++i) {
      if (!taken(i)) on[i] = Is::either;
      for (size_t k = 0; taken(i) && k < ways[i].legs.size(); ++k)
        if (same(ways[i].legs[k].to, r.version)) {
          on[i] = Is::yes;
          before[k == 0 ? "" : ways[i].legs[k].from].push_back(i);
        }
    }
    if (before.empty()) continue;
    RouteHop hop{r.version, conditions.of(on), nullptr};
    core::Cases cases;
    for (const auto& [version, where] : before) {
      std::vector<Is> here(all.size(), Is::either);
      for (size_t i = 0; i < all.size(); ++i)
        if (on[i] == Is::yes) here[i] = std::find(where.begin(), where.end(), i) == where.end() ? Is::no : Is::yes;
      cases.cases.push_back({conditions.of(here), version.empty() ? Conditions::installed() : Conditions::version(version)});
    }
    if (cases.cases.size() > 1) cases.cases.back().when = nullptr;
    hop.from = cases.cases.size() == 1 ? cases.cases.front().value : core::make({}, {core::Tag::version}, std::move(cases));
    out.hops.push_back(std::move(hop));
  }
  return out;
}

}  // namespace upg::plan
