// What the service would refuse in a change set, and what nobody wants to find out from it.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/schema/cfn_change_set.h"
#include "compiler/schema/cfn_compare.h"
#include "compiler/support/text.h"

namespace upg::schema::cfn {
namespace {

class Reviewer {
 public:
  explicit Reviewer(const Request& r) : r_(r), after_(*r.after.made_of), before_(r.before ? r.before->made_of.get() : nullptr) {}

  Review run() {
    for (const auto& p : after_.parameters) parameter(p);
    for (const auto& path : r_.kept) kept(path);
    for (const auto& g : r_.set) echoed(g);
    capabilities();
    if (before_) data();
    limits();
    return std::move(out_);
  }

 private:
  static Path path_of(const Parameter& p) { return {"parameters", p.name}; }
  void find(FindingKind kind, Path at, std::string name, std::string what, std::string help) {
    out_.findings.push_back({kind, std::move(at), std::move(name), std::move(what), std::move(help)});
  }
  [[nodiscard]] const Given* given(const Path& path) const {
    const auto it = std::find_if(r_.set.begin(), r_.set.end(), [&](const Given& g) { return g.path == path; });
    return it == r_.set.end() ? nullptr : &*it;
  }
  [[nodiscard]] bool keeps(const Parameter& p) const {
    return std::find(r_.kept.begin(), r_.kept.end(), path_of(p)) != r_.kept.end();
  }

  // One that is not set keeps its value, if the old template has it; else it gets its default.
  void parameter(const Parameter& p) {
    const auto* set = given(path_of(p));
    if (set && set->always) return;
    const auto* was = before_ ? before_->parameter(p.name) : &p;
    if (!was) return added(p);
    Entries previous{{"UsePreviousValue", {true}, {}}};
    out_.more.push_back({p.name, {std::make_shared<const Entries>(std::move(previous))}, {}});
    if (set || keeps(p) || r_.keeps_others || was->default_value == p.default_value || !p.default_value || !was->default_value)
      return;
    find(FindingKind::kept_default, {}, p.name, fmt::format("was \"{}\", and is \"{}\"", *was->default_value, *p.default_value),
         fmt::format("a value that was never chosen is still the old default: set it, or say `keep parameters.{} \"why\"`",
                     p.name));
  }
  void added(const Parameter& p) {
    const auto old = before_ ? old_name(*before_, after_, p) : std::string_view();
    if (!old.empty())
      find(FindingKind::not_given, {}, p.name, fmt::format("seems to be `{}` of the old template", old),
           fmt::format("nothing carries the value over: set `parameters.{}`", p.name));
    else if (!p.default_value)
      find(FindingKind::not_given, {}, p.name, "is new and has no default",
           fmt::format("set `parameters.{}`: {}", p.name, described(p)));
  }
  void kept(const Path& path) {
    const auto* now = path.size() == 2 && path[0] == "parameters" ? after_.parameter(path[1]) : nullptr;
    if (now && (!before_ || before_->parameter(path[1]))) return;
    find(FindingKind::not_kept, path, path.back(),
         now ? "is new: there is no value to keep" : "is no parameter of the new template",
         now ? "set it, or take the line out: it gets its default" : "take the line out");
  }

  void echoed(const Given& g) {
    if (!g.secret) return;
    const auto* p = g.path.size() == 2 && g.path[0] == "parameters" ? after_.parameter(g.path[1]) : nullptr;
    if (p && p->no_echo) return;
    find(FindingKind::echoed, g.path, dotted(g.path), p ? "is not declared `NoEcho`" : "is no parameter",
         "everybody who may look at the stack would read the secret");
  }

  [[nodiscard]] std::vector<std::string> texts(const Path& path) const {
    std::vector<std::string> out;
    const auto* g = given(path);
    if (!g || !g->value) return out;
    if (const auto* all = std::get_if<std::shared_ptr<const Data>>(&g->value->node))
      for (const auto& d : **all)
        if (const auto* s = std::get_if<std::string>(&d.node)) out.push_back(*s);
    return out;
  }
  void capabilities() {
    const auto said = texts({"capabilities"});
    const auto has = [&](Capability c) { return std::find(said.begin(), said.end(), spelling(c)) != said.end(); };
    for (const auto c : after_.capabilities) {
      if (has(c) || (c == Capability::iam && (has(Capability::named_iam) || after_.capabilities.contains(Capability::named_iam))))
        continue;
      find(FindingKind::acknowledgement, {}, std::string(spelling(c)), fmt::format("`{}`", after_.capability_because),
           fmt::format("`capabilities = [\"{}\"]`, once you have read what it makes", spelling(c)));
    }
  }

  void data() {
    const auto allowed = texts({"replaces"});
    const auto risks = compare(*before_, after_).risks;
    for (const auto& risk : risks) {
      if (risk.fate == Fate::deleted && risk.policy.starts_with("Retain")) continue;
      if (std::find(allowed.begin(), allowed.end(), risk.resource) != allowed.end()) continue;
      const auto what = risk.fate == Fate::deleted ? std::string("deleted: the new template does not have it")
                                                   : fmt::format("replaced by an empty one, since `{}` changes", risk.because);
      const auto left = risk.policy.empty() || risk.policy == "Delete" ? "nothing of it would be left"
                        : risk.policy == "Snapshot"                    ? "a snapshot of it would be left"
                                                                       : "the old one would be left beside it";
      find(FindingKind::replaced, {}, risk.resource, what,
           fmt::format("{}; `replaces = [\"{}\"]` says that it is meant", left, risk.resource));
    }
    for (const auto& name : allowed)
      if (std::none_of(risks.begin(), risks.end(), [&](const Risk& risk) { return risk.resource == name; }))
        find(FindingKind::not_replaced, {"replaces"}, name, "", "take it out");
  }

  void limits() {
    size_t tags = 0;
    for (const auto& g : r_.set) tags += g.path.size() == 2 && g.path[0] == "tags" ? 1 : 0;
    const auto most = [&](size_t count, size_t limit, std::string_view what) {
      if (count > limit) find(FindingKind::too_much, {}, fmt::format("{} {}", count, what), fmt::format("{}", limit), "");
    };
    most(tags, tags_limit, "tags");
    most(texts({"notifications"}).size(), notifications_limit, "notifications");
    most(texts({"rollback_triggers"}).size(), triggers_limit, "rollback triggers");
    for (const auto& g : r_.set) {
      const auto* all = g.value && g.path.size() == 2 ? std::get_if<std::shared_ptr<const Data>>(&g.value->node) : nullptr;
      size_t bytes = 0;
      if (all)
        for (const auto& d : **all)
          bytes += std::holds_alternative<std::string>(d.node) ? std::get<std::string>(d.node).size() + 1 : 8;
      most(bytes, value_limit, fmt::format("bytes in `{}`", dotted(g.path)));
    }
  }

  const Request& r_;
  const Template& after_;
  const Template* before_;
  Review out_;
};

}  // namespace

Review review(const Request& request) { return Reviewer(request).run(); }

}  // namespace upg::schema::cfn
