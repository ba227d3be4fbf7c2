// `route { … }`: releases, and the rules for going from one to the next.
#include <algorithm>

#include "compiler/diag/codes_routes.h"
#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using core::compare_versions;
using core::RouteRule;

namespace {

const std::vector<std::string_view> heads{"releases", "step", "hop", "direct", "deny", "never"};

class RouteReader {
 public:
  explicit RouteReader(Context& c) : c_(c), e_{c, scope_}, route_(c.module.route) {}

  void line(const Line& l) {
    const auto w = l.word();
    if (w == "releases") releases(l);
    else if (w == "step") stepping(l);
    else if (w == "hop") rule(l, RouteRule::What::hop);
    else if (w == "direct") rule(l, RouteRule::What::direct);
    else if (w == "deny") deny(l);
    else if (w == "never") never(l);
    else unknown_head(c_, l, "of a route", heads);
  }

 private:
  std::string version(const syntax::Expr& x) { return core::known_text(expr(e_, x, type_of(Tag::version))).value_or(""); }

  void releases(const Line& l) {
    Reader r(c_, l);
    const auto* x = r.value();
    const auto* list = x ? std::get_if<ListLit>(&x->node) : nullptr;
    if (!list) r.lacks("a list of versions: `releases = [24.1, 24.2]`");
    r.finish();
    if (!list) return;
    if (!route_.releases.empty()) report::said_twice(c_.sink, l.head->span, "releases");
    for (const auto& i : list->items) {
      const auto v = version(*i);
      if (v.empty()) continue;
      if (!route_.releases.empty() && compare_versions(route_.releases.back().version, v) >= 0)
        diag::ReleasesOrder(c_.sink, i->span, v, route_.releases.back().version).help("the earliest release stands first");
      else route_.releases.push_back({i->span, v});
    }
  }

  // `step through releases`, `step through minor lines`
  void stepping(const Line& l) {
    Reader r(c_, l);
    const auto* through = r.operand();
    const auto* what = r.operand();
    const auto* word = through ? bare(through) : nullptr;
    const auto* how = what ? bare(what) : nullptr;
    static constexpr std::string_view lacks = "`through releases`, `through minor lines` or `through major lines`";
    if (!word || *word != "through" || !how) return r.lacks(lacks);
    if (*how == "releases") route_.stepping = core::Stepping::releases;
    else if (*how == "minor" && r.word("lines")) route_.stepping = core::Stepping::minor;
    else if (*how == "major" && r.word("lines")) route_.stepping = core::Stepping::major;
    else return r.lacks(lacks);
    r.finish();
  }

  core::Interval interval(const syntax::Expr& x) {
    core::Interval out;
    if (const auto* u = std::get_if<Unary>(&x.node); u && (u->op == "<" || u->op == "<=" || u->op == ">" || u->op == ">=")) {
      const bool low = u->op[0] == '>';
      (low ? out.low : out.high) = version(*u->operand);
      if (low) out.low_open = u->op == ">";
      else out.high_closed = u->op == "<=";
      return out;
    }
    if (const auto* b = std::get_if<Binary>(&x.node); b && (b->op == ".." || b->op == "..<")) {
      out = {version(*b->left), version(*b->right), false, b->op == ".."};
      const int order = compare_versions(out.low, out.high);
      if (!out.low.empty() && !out.high.empty() && (order > 0 || (order == 0 && !out.high_closed)))
        report::empty_range(c_.sink, x.span, out.low, out.high).help("the lower version stands first");
      return out;
    }
    const auto v = version(x);
    return {v, v, false, true};
  }

  void rule(const Line& l, RouteRule::What what) {
    Reader r(c_, l);
    RouteRule out;
    out.span = l.span;
    out.what = what;
    const auto* from = r.operand();
    if (!from) return r.lacks("from where: `" + std::string(l.word()) + " < 24.1 to 24.1`");
    out.from = interval(*from);
    if (const auto* to = r.clause("to")) out.to = version(*to);
    else r.lacks("where to: `to 24.1`");
    if (const auto* by = r.clause("by")) guide(r, *by, out);
    if (const auto* why = r.any_text()) out.why = plain_text(c_, *why);
    else if (what != RouteRule::What::hop) r.lacks("a reason in quotes");
    r.finish();
    const bool whole = !out.to.empty() && (!out.from.low.empty() || !out.from.high.empty());
    if (whole && goes_up(out)) route_.rules.push_back(std::move(out));
  }

  void guide(Reader& r, const syntax::Expr& by, RouteRule& out) {
    const auto* word = bare(&by);
    const auto* url = word && *word == "guide" ? r.value_after(&by) : nullptr;
    if (!url && word && *word == "guide") url = r.any_text();
    if (url) out.guide = core::known_text(expr(e_, *url, type_of(Tag::url))).value_or("");
    else r.lacks("`guide` and its address: `by guide \"https://…\"`");
  }

  bool goes_up(const RouteRule& rule) {
    if (rule.what == RouteRule::What::deny) return true;
    const auto& i = rule.from;
    const auto highest = i.high.empty() ? "" : i.high;
    if (highest.empty()) {
      diag::HopGoesDown(c_.sink, rule.span, i.spelled(), rule.to).help("give the versions that it starts from an end: `{} ..< {}`", i.low, rule.to);
      return false;
    }
    const int order = compare_versions(highest, rule.to);
    if (order < 0 || (order == 0 && !i.high_closed)) return true;
    diag::HopGoesDown(c_.sink, rule.span, highest, rule.to).help("a hop leads to a later release; going back is what a rollback does");
    return false;
  }

  void deny(const Line& l) {
    Reader r(c_, l);
    if (r.word("downgrade")) {
      const auto* why = r.need_text("what to do instead, in quotes");
      if (why) route_.no_downgrade = plain_text(c_, *why);
      route_.no_downgrade_span = l.span;
      r.finish();
      return;
    }
    rule(l, RouteRule::What::deny);
  }

  void never(const Line& l) {
    Reader r(c_, l);
    RouteRule out;
    out.span = l.span;
    out.what = RouteRule::What::never;
    const auto* land = r.operand();
    const auto* word = land ? bare(land) : nullptr;
    const auto* on = word && *word == "land" ? r.clause("on") : nullptr;
    if (!on) return r.lacks("a release: `never land on 24.2 \"why\"`");
    out.to = version(*on);
    if (const auto* why = r.any_text()) out.why = plain_text(c_, *why);
    else r.lacks("a reason in quotes");
    r.finish();
    if (!out.to.empty()) route_.rules.push_back(std::move(out));
  }

  Context& c_;
  Scope scope_;
  Env e_;
  core::Route& route_;
};

bool listed(const core::Route& route, const std::string& v) {
  return std::any_of(route.releases.begin(), route.releases.end(), [&](const auto& r) { return compare_versions(r.version, v) == 0; });
}

void not_listed(Context& c, Span at, const std::string& v) {
  std::vector<std::string_view> among;
  for (const auto& r : c.module.route.releases) among.push_back(r.version);
  diag::NotARelease(c.sink, at, v).help("put it into `releases`, or name one of {}", among.size() < 12 ? support::listing({among.begin(), among.end()}, "or") : "them");
}

// A version that both hold, or "".
std::string common(const core::Interval& a, const core::Interval& b) {
  std::vector<std::string> tries{a.low, b.low, a.high, b.high};
  for (const auto* i : {&a, &b}) {
    if (i->low.empty()) tries.emplace_back("0");
    else tries.push_back(i->low + ".0.1");
  }
  for (const auto& t : tries)
    if (!t.empty() && a.holds(t) && b.holds(t)) return t;
  return {};
}

void agree(Context& c, const RouteRule& a, const RouteRule& b) {
  if (a.what != RouteRule::What::hop || compare_versions(a.to, b.to) == 0) return;
  const auto v = common(a.from, b.from);
  if (v.empty()) return;
  if (b.what == RouteRule::What::hop)
    diag::TwoHops(c.sink, b.span, v, a.to, b.to).note(a.span, "the other one").help("let the ranges of versions not overlap");
  else if (b.what == RouteRule::What::direct && compare_versions(b.to, a.to) > 0)
    diag::PassesAStop(c.sink, b.span, v, b.to, a.to).note(a.span, "the stop is set here").help("let it begin behind that stop: `direct {} to {}`", a.to, b.to);
}

}  // namespace

void read_route(Context& c, const Line& line) {
  auto& route = c.module.route;
  Reader r(c, line);
  const auto* body = r.need_body();
  r.finish();
  if (route.said) {
    report::declared_twice(c.sink, line.head->span, "route").note(route.span, "it is declared here first");
    return;
  }
  route.said = true;
  route.span = line.span;
  RouteReader in(c);
  if (body)
    for (const auto& l : body->lines) in.line(l);
}

void read_pre_release(Context& c, Reader& r, const Version& to) {
  const auto* as = r.clause("as");
  const auto* word = as ? bare(as) : nullptr;
  if (as && (!word || *word != "prerelease")) report::unknown_clause(c.sink, as->span, "to", spelled(*as));
  if (!as && to.text.find('-') != std::string::npos)
    diag::PreReleaseTarget(c.sink, to.span, to.text).help("if that is meant, write `to = {} as prerelease`", to.text).fix(to.span, to.text + " as prerelease");
}

void check_route(Context& c) {
  const auto& route = c.module.route;
  const auto& to = c.module.plan.to;
  if (!route.said || to.text.empty()) return;
  for (const auto& rule : route.rules)
    if (!listed(route, rule.to)) not_listed(c, rule.span, rule.to);
  if (!listed(route, to.text)) not_listed(c, to.span, to.text);
  for (size_t i = 0; i < route.rules.size(); ++i) {
    for (size_t k = 0; k < route.rules.size(); ++k)
      if (k > i || (k < i && route.rules[k].what == RouteRule::What::direct)) agree(c, route.rules[i], route.rules[k]);
    if (route.rules[i].what == RouteRule::What::never && compare_versions(route.rules[i].to, to.text) == 0)
      diag::TargetDenied(c.sink, to.span, to.text).note(route.rules[i].span, "it is denied here").help("lead the plan to another release, or take the line out");
  }
}

// ---- what takes place in each hop -------------------------------------------------------------------------------------

bool each_hop(const Line& line) {
  const auto* first = line.items.empty() ? nullptr : std::get_if<OperandItem>(&line.items[0].node);
  const auto* word = first ? bare(first->value.get()) : nullptr;
  return word && *word == "each";
}

bool read_each_hop(Reader& r) {
  if (!r.word("each")) return false;
  if (!r.word("hop")) r.lacks("`hop` behind `each`");
  return true;
}

void without_route(Context& c, Span at, std::string_view what) {
  diag::NoRoute(c.sink, at, what).help("say what may follow what: `route {{ releases = [ … ], step through releases }}`");
}

Ref hop_version(Env& e, const syntax::Expr& x, const Member& m) {
  const auto full = "hop." + m.name.text;
  if (m.name.text != "from" && m.name.text != "to") {
    report::no_field(e.c.sink, m.name.span, "`hop`", m.name.text).help("a hop has `hop.from` and `hop.to`");
    return missing(x.span);
  }
  if (!e.s.each_hop) {
    diag::OutsideHops(e.c.sink, x.span, full).help("it stands in `upgrade each hop {{ … }}`, `check each hop`, `verify each hop` or a `crossing`");
    return missing(x.span);
  }
  if (!find_variable(e.c, full)) {
    Variable v;
    v.name = full;
    v.origin = Variable::Origin::version;
    v.type = type_of(Tag::version);
    add_variable(e.c, std::move(v));
  }
  return core::make(x.span, type_of(Tag::version), core::Var{full});
}

void made_in_each_hop(Env& e, Span at, const std::string& full) {
  if (!e.s.each_hop && e.c.module.of_hops.contains(full))
    diag::OfEachHop(e.c.sink, at, full.substr(full.find('.') + 1)).help("use it in `upgrade each hop` or `verify each hop`");
}

void note_of_hops(Context& c, size_t first) {
  for (size_t i = first; i < c.module.variables.size(); ++i) {
    const auto& v = c.module.variables[i];
    if (v.origin != Variable::Origin::version) c.module.of_hops.insert(v.name);
  }
}

// `crossing 24.1 "title" { check { … } … }`
void declare_crossing(Context& c, const Line& line) {
  if (line.body) declare_steps(c, *line.body, true);
  c.crossing_lines.push_back(&line);
}

namespace {

bool crossing_check(const Line& l) { return l.word() == "check" && l.body; }

}  // namespace

void read_crossing_checks(Context& c) {
  for (const auto* line : c.crossing_lines) {
    Reader r(c, *line);
    Scope s;
    Env e{c, s};
    Crossing out;
    out.span = line->span;
    if (const auto* x = r.operand()) out.version = {x->span, core::known_text(expr(e, *x, type_of(Tag::version))).value_or("")};
    else r.lacks("a release: `crossing 24.1 { … }`");
    if (const auto* t = r.text()) out.title = plain_text(c, *t);
    const auto* body = r.need_body();
    r.finish();
    if (!c.module.route.said) without_route(c, line->head->span, "`crossing`");
    s.each_hop = true;
    s.reading = "`check`";
    const auto first = c.module.variables.size();
    if (body)
      for (const auto& l : body->lines)
        if (crossing_check(l)) {
          Reader(c, l).body();
          auto more = items(e, *l.body, {});
          std::move(more.begin(), more.end(), std::back_inserter(out.check));
        }
    note_of_hops(c, first);
    c.module.crossings.push_back(std::move(out));
  }
}

void read_crossing_steps(Env& e) {
  for (size_t i = 0; i < e.c.crossing_lines.size() && i < e.c.module.crossings.size(); ++i) {
    const auto* body = e.c.crossing_lines[i]->body.get();
    if (body) e.c.module.crossings[i].items = items_but(e, *body, crossing_check);
  }
}

void crossings_stand_somewhere(Context& c) {
  for (const auto* line : c.crossing_lines)
    if (!c.crossings_placed && line->body && std::any_of(line->body->lines.begin(), line->body->lines.end(), [](const Line& l) { return !crossing_check(l); })) {
      diag::CrossingsUnplaced(c.sink, line->span).help("write `crossings` where they take place in `upgrade each hop {{ … }}`");
      return;
    }
}

}  // namespace upg::sema
