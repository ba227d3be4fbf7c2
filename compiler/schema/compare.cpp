// What changed between two versions of a schema.
#include <algorithm>

#include "compiler/schema/tree.h"
#include "compiler/support/text.h"

namespace upg::schema {
namespace {

class Comparison {
 public:
  std::vector<Change> run(const Schema& before, const Schema& after) {
    both(before.root, after.root);
    for (const auto& [path, field] : gone_) out_.push_back(missing(path));
    return std::move(out_);
  }

 private:
  // A record without keys of its own takes any: what stands in it is the operator's.
  void both(const Type& before, const Type& after) {
    for (const auto& f : after.fields) {
      path_.push_back(f->name);
      const auto* old = before.field(f->name);
      if (f->required && !f->default_value && !(old && old->required))
        put(ChangeKind::newly_required, *f);
      else if (!old)
        put(ChangeKind::added, *f);
      else if (!entries_of(old) || !entries_of(f.get()))
        defaults(*old, *f);
      if (old) both(old->type, f->type);
      path_.pop_back();
    }
    if (after.fields.empty() && after.open) return;
    for (const auto& f : before.fields)
      if (!after.field(f->name)) {
        path_.push_back(f->name);
        gone_.push_back({path_, f.get()});
        path_.pop_back();
      }
  }
  static const Entries* entries_of(const Field* f) { return f->default_value ? entries(*f->default_value) : nullptr; }

  void put(ChangeKind kind, const Field& f) {
    out_.push_back({kind, path_, {}, {}, f.default_value ? shown(*f.default_value) : "", f.type.place});
  }

  void defaults(const Field& old, const Field& now) {
    if (!old.default_value || !now.default_value || *old.default_value == *now.default_value) return;
    out_.push_back(
        {ChangeKind::changed_default, path_, {}, shown(*old.default_value), shown(*now.default_value), now.type.place});
  }

  // The key under its new name: one that is new beside it and spelled alike, or the only new one of that name elsewhere.
  Change missing(const Path& path) const {
    Change out{ChangeKind::removed, path, {}, {}, {}, {}};
    std::vector<std::string_view> beside;
    std::vector<const Path*> elsewhere;
    for (const auto& c : out_) {
      if (c.kind != ChangeKind::added && c.kind != ChangeKind::newly_required) continue;
      if (c.path.size() == path.size() && std::equal(path.begin(), path.end() - 1, c.path.begin()))
        beside.push_back(c.path.back());
      if (c.path.back() == path.back()) elsewhere.push_back(&c.path);
    }
    if (const auto near = support::nearest(path.back(), beside); !near.empty()) {
      out.now = path;
      out.now.back() = near;
    } else if (elsewhere.size() == 1) {
      out.now = *elsewhere.front();
    }
    if (!out.now.empty()) out.kind = ChangeKind::renamed;
    return out;
  }

  Path path_;
  std::vector<Change> out_;
  std::vector<std::pair<Path, const Field*>> gone_;
};

}  // namespace

std::vector<Change> compare(const Schema& before, const Schema& after) { return Comparison().run(before, after); }

}  // namespace upg::schema
