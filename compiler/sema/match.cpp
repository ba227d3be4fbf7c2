// `match`: its patterns, and that they cover every case.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/sema/context.h"
#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using core::Op;

namespace {

// What of its domain the arms so far have left open. Versions: points and the open stretches between them, by index:
// 0 is before the first cut, 2i+1 is cut i, 2i+2 the stretch behind it.
class Coverage {
 public:
  Coverage(Env& e, const Ref& subject, const Body& body) : type_(subject->type) {
    if (type_.tag == Tag::choice) {
      if (const auto* v = find_variable(e.c, type_.name)) open_names_ = {v->names.begin(), v->names.end()};
    } else if (type_.tag == Tag::boolean) {
      open_names_ = {"true", "false"};
    } else if (type_.tag == Tag::version) {
      versions(e, subject, body);
    }
    countable_ = !open_names_.empty() || type_.tag == Tag::version;
  }

  /// Takes what `test` holds for; false when nothing of it was open.
  bool take_range(const std::string& low, bool low_closed, const std::string& high, bool high_closed) {
    if (type_.tag != Tag::version) return true;
    const size_t first = low.empty() ? 0 : first_from(low, low_closed);
    const size_t end = high.empty() ? 2 * cuts_.size() + 1 : end_at(high, high_closed);
    if (first >= end) return false;
    const auto from = open_.lower_bound(first), to = open_.lower_bound(end);
    const bool any = from != to;
    open_.erase(from, to);
    return any;
  }
  bool take_other_than(const std::string& v) {
    const bool low = take_range("", false, v, false);
    return take_range(v, false, "", false) || low;
  }
  bool take_name(const std::string& name) { return type_.tag == Tag::choice || type_.tag == Tag::boolean ? open_names_.erase(name) > 0 : true; }
  void take_other_names(const std::string& name) {
    const bool had = open_names_.contains(name);
    open_names_.clear();
    if (had) open_names_.insert(name);
  }
  /// A pattern was mistaken: nothing is known of what is left.
  void give_up() { lost_ = all_ = true; }
  [[nodiscard]] bool lost() const { return lost_; }
  bool take_all() {
    const bool any = !countable_ || !open_names_.empty() || !open_.empty();
    open_names_.clear();
    open_.clear();
    all_ = true;
    return any;
  }
  /// What nobody took, in words; "" when nothing is left.
  [[nodiscard]] std::string left() const {
    if (all_) return "";
    if (!countable_) return "`else`";
    if (!open_names_.empty()) {
      std::vector<std::string> words;
      for (const auto& n : open_names_) words.push_back("`" + n + "`");
      return support::listing(words);
    }
    if (open_.empty()) return "";
    const size_t i = *open_.begin();
    if (i % 2) return "`" + cuts_[i / 2] + "`";
    if (i == 0) return "versions before `" + cuts_.front() + "`";
    if (i / 2 == cuts_.size()) return "versions after `" + cuts_.back() + "`";
    return "versions between `" + cuts_[i / 2 - 1] + "` and `" + cuts_[i / 2] + "`";
  }

 private:
  static bool before(const std::string& a, const std::string& b) { return core::compare_versions(a, b) < 0; }
  /// The first cut that does not lie before `v`, and whether it lies at `v`.
  [[nodiscard]] std::pair<size_t, bool> cut(const std::string& v) const {
    const auto at = std::lower_bound(cuts_.begin(), cuts_.end(), v, before);
    return {static_cast<size_t>(at - cuts_.begin()), at != cuts_.end() && !before(v, *at)};
  }
  /// The first part that lies wholly behind `v` (or at it).
  [[nodiscard]] size_t first_from(const std::string& v, bool closed) const {
    const auto [k, there] = cut(v);
    return 2 * k + (there && !closed ? 2 : 1);
  }
  /// The first part that does not lie wholly before `v` (or at it).
  [[nodiscard]] size_t end_at(const std::string& v, bool closed) const {
    const auto [k, there] = cut(v);
    return 2 * k + (there ? (closed ? 2 : 1) : 0);
  }
  static void collect(const syntax::Expr& x, std::vector<std::string>& out) {
    if (const auto* v = std::get_if<VersionLit>(&x.node)) out.push_back(v->text);
    if (const auto* v = std::get_if<IntLit>(&x.node)) out.push_back(v->digits);
    if (const auto* b = std::get_if<Binary>(&x.node)) {
      collect(*b->left, out);
      collect(*b->right, out);
    }
  }
  void versions(Env& e, const Ref& subject, const Body& body) {
    for (const auto& line : body.lines)
      for (const auto& p : line.patterns)
        if (p.value) collect(*p.value, cuts_);
    const auto* v = std::get_if<core::Var>(&subject->node);
    const auto& from = e.c.module.plan.from;
    const bool bounded = v && v->name == "from" && (!from.low.empty() || !from.high.empty());
    if (bounded && !from.low.empty()) cuts_.push_back(from.low);
    if (bounded && !from.high.empty()) cuts_.push_back(from.high);
    std::sort(cuts_.begin(), cuts_.end(), before);
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end(), [](const auto& a, const auto& b) { return core::compare_versions(a, b) == 0; }), cuts_.end());
    for (size_t i = 0; i <= 2 * cuts_.size(); ++i) open_.insert(open_.end(), i);
    if (!bounded) return;
    if (!from.low.empty()) open_.erase(open_.begin(), open_.lower_bound(first_from(from.low, true)));
    if (!from.high.empty()) open_.erase(open_.lower_bound(end_at(from.high, from.closed)), open_.end());
  }

  Type type_;
  bool countable_ = false, all_ = false, lost_ = false;
  std::set<std::string> open_names_;
  std::vector<std::string> cuts_;
  std::set<size_t> open_;
};

Ref apply(Span span, Op op, std::vector<Ref> args) {
  for (const auto& a : args)
    if (unknown(a->type)) return missing(span);
  return core::make(span, type_of(Tag::boolean), core::Apply{op, std::move(args)});
}

struct Read { Ref when; bool reached = true; };

// Each case is taken where those before it are not: what comes of that grows with the square of their number.
constexpr size_t most_cases = 256;

bool take_relation(Coverage& left, Op op, const std::string& v) {
  switch (op) {
    case Op::lt: return left.take_range("", false, v, false);
    case Op::le: return left.take_range("", false, v, true);
    case Op::gt: return left.take_range(v, false, "", false);
    case Op::ge: return left.take_range(v, true, "", false);
    default: return left.take_range(v, true, v, true);
  }
}

Read pattern(Env& e, const Ref& subject, const Pattern& p, Coverage& left) {
  if (p.op == "else" || !p.value) return {nullptr, left.take_all()};
  Type want = subject->type;
  want.optional = want.secret = false;
  const auto* range = std::get_if<Binary>(&p.value->node);
  if (p.op.empty() && range && (range->op == ".." || range->op == "..<")) {
    Ref low = expr(e, *range->left, want), high = expr(e, *range->right, want);
    const bool closed = range->op == "..";
    const auto l = core::known_text(low), h = core::known_text(high);
    const bool reached = !l || !h || want.tag != Tag::version || left.take_range(*l, true, *h, closed);
    return {apply(p.span, closed ? Op::in_closed_range : Op::in_range, {subject, low, high}), reached};
  }
  static const std::map<std::string, Op, std::less<>> ops{{"", Op::eq}, {"<", Op::lt}, {"<=", Op::le}, {">", Op::gt}, {">=", Op::ge}, {"is not", Op::ne}};
  const auto it = ops.find(p.op);
  const Op op = it == ops.end() ? Op::eq : it->second;
  Ref value = expr(e, *p.value, want);
  if (unknown(value->type)) {
    left.give_up();
    return {value, true};
  }
  if (op != Op::eq && op != Op::ne && (want.tag == Tag::choice || want.tag == Tag::boolean || want.tag == Tag::text)) {
    report::cannot_compare(e.c.sink, p.span, p.op, core::to_string(want));
    return {missing(p.span), true};
  }
  bool reached = true;
  if (const auto v = core::known_text(value)) {
    if (want.tag == Tag::version) reached = op == Op::ne ? left.take_other_than(*v) : take_relation(left, op, *v);
    else if (op == Op::ne) left.take_other_names(*v);
    else if (op == Op::eq) reached = left.take_name(*v);
  }
  return {apply(p.span, op, {subject, value}), reached};
}

// `unsupported "why"` and `nothing "why"` end an arm without a value.
void read_end(Env& e, const Line& line, ReadArm& arm) {
  const auto word = line.word();
  if (word != "unsupported" && word != "nothing") return;
  Reader r(e.c, line);
  if (const auto* why = r.need_text("a reason in quotes")) arm.why = plain_text(e.c, *why);
  r.finish();
  arm.end = word == "nothing" ? core::Case::End::nothing : core::Case::End::unsupported;
}

}  // namespace

std::vector<ReadArm> arms(Env& e, Span at, const syntax::Expr& subject_expr, const Body& body) {
  std::vector<ReadArm> out;
  Ref subject = expr(e, subject_expr, any());
  if (unknown(subject->type)) return out;
  if (body.lines.size() > most_cases) {
    diag::TooManyCases(e.c.sink, at, body.lines.size(), most_cases).help("put versions that are treated alike into ranges: `1.0 ..< 2.0 => …`");
    return out;
  }
  Coverage left(e, subject, body);
  for (const auto& line : body.lines) {
    if (line.patterns.empty()) {
      report::lacks(e.c.sink, line.span, line.word().empty() ? "this case" : line.word(), "a pattern and `=>`");
      left.give_up();
      continue;
    }
    ReadArm arm{&line, nullptr, core::Case::End::value, ""};
    bool reached = false, otherwise = false;
    for (const auto& p : line.patterns) {
      Read r = pattern(e, subject, p, left);
      reached = reached || r.reached;
      otherwise = otherwise || !r.when;
      if (r.when) arm.when = arm.when ? apply(arm.when->span, Op::disj, {arm.when, r.when}) : r.when;
    }
    if (otherwise) arm.when = nullptr;
    if (!reached && !left.lost()) diag::NeverReached(e.c.sink, line.patterns.front().span).help("the cases above cover it, or it lies outside `from`");
    read_end(e, line, arm);
    out.push_back(std::move(arm));
  }
  if (const auto rest = left.left(); !rest.empty())
    diag::MatchMisses(e.c.sink, at, rest).help("add the case, or `else => unsupported \"why\"`");
  return out;
}

Ref match_value(Env& e, const syntax::Expr& x, const MatchExpr& m, const Type& want) {
  core::Cases out;
  Type type = want;
  type.secret = false;  // it may take a secret; whether one is there the values say
  if (!m.body) return missing(x.span);
  for (const auto& arm : arms(e, m.subject->span, *m.subject, *m.body)) {
    core::Case c{arm.when, nullptr, arm.end, arm.why};
    if (arm.end == core::Case::End::value) {
      if (!arm.line->head) {
        report::lacks(e.c.sink, arm.line->span, "=>", "a value");
        continue;
      }
      c.value = expr(e, *arm.line->head, unknown(want) ? type : want);
      if (unknown(type)) type = c.value->type;
      type.secret = type.secret || c.value->type.secret;
      Reader(e.c, *arm.line).finish();
    }
    out.cases.push_back(std::move(c));
  }
  return out.cases.empty() ? missing(x.span) : core::make(x.span, type, std::move(out));
}

}  // namespace upg::sema
