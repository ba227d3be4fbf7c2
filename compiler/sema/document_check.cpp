// What a document leaves out, and what the new version changes beside it.
#include <algorithm>
#include <map>

#include "compiler/diag/codes_documents.h"
#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {
namespace {

using schema::Path;

void each_path(const std::vector<DocumentLine>& lines, const std::function<void(const Path&, Span)>& f) {
  for (const auto& l : lines) {
    if (const auto* e = std::get_if<DocumentEntry>(&l.node)) f(e->path, l.span);
    if (const auto* arms = std::get_if<std::vector<DocumentArm>>(&l.node))
      for (const auto& a : *arms) each_path(a.lines, f);
  }
}

bool below(const Path& whole, const Path& start) {
  return whole.size() >= start.size() && std::equal(start.begin(), start.end(), whole.begin());
}

struct Check {
  Context& c;
  const Document& d;
  const Resource& r;
  std::vector<std::pair<Path, Span>> set;

  [[nodiscard]] bool sets(const Path& p) const {
    return std::any_of(set.begin(), set.end(), [&](const auto& s) { return below(s.first, p) || below(p, s.first); });
  }

  // A key that must be there, in a record that is there: by the defaults of the source, or because something in it is set.
  void required(const schema::Type& t, Path& path) {
    for (const auto& f : t.fields) {
      path.push_back(f->name);
      const bool null = !f->default_value || std::holds_alternative<schema::Null>(f->default_value->node);
      if (f->required && null && !sets(path)) missing(path);
      if (!null || sets(path)) required(f->type, path);
      path.pop_back();
    }
  }
  void missing(const Path& path) {
    const auto name = schema::dotted(path);
    const auto* old = d.before ? schema::find(*d.before, path) : nullptr;
    if (d.before && !(old && old->required))
      diag::KeyNewlyRequired(c.sink, d.span, d.after->path, name, d.before->path).help("set `{}`", name);
    else
      diag::KeyRequired(c.sink, d.span, d.after->path, name).help("set `{}`", name);
  }

  void changes() {
    std::vector<schema::Change> moved, added;
    for (auto& change : schema::compare(*d.before, *d.after)) {
      if (change.kind == schema::ChangeKind::changed_default && !sets(change.path)) moved.push_back(change);
      if (change.kind == schema::ChangeKind::added) added.push_back(change);
    }
    beside(added);
    if (moved.empty()) return;
    const bool one = moved.size() == 1;
    const auto what = one ? "the default of `" + schema::dotted(moved[0].path) + "` changed"
                          : std::to_string(moved.size()) + " defaults changed";
    auto b = diag::DefaultsChanged(c.sink, d.span, what, d.before->path, d.after->path, one ? "it" : "them");
    b.help("set what should stay as it was, or say `keep others \"why\"`");
    constexpr size_t enough = 20;
    for (size_t i = 0; i < std::min(enough, moved.size()); ++i)
      b.note(std::nullopt, "`{}` was {}, and is {}", schema::dotted(moved[i].path), moved[i].before, moved[i].after);
    if (moved.size() > enough) b.note(std::nullopt, "and {} more", moved.size() - enough);
  }
  // New keys of a record in which something is set, told at what is set there first.
  void beside(const std::vector<schema::Change>& added) {
    std::map<Path, std::vector<std::string>> fresh;
    for (const auto& change : added)
      if (change.path.size() > 1 && !sets(change.path))
        fresh[Path(change.path.begin(), change.path.end() - 1)].push_back("`" + change.path.back() + "`");
    for (const auto& [path, span] : set) {
      if (path.size() < 2) continue;
      const auto it = fresh.find(Path(path.begin(), path.end() - 1));
      if (it == fresh.end()) continue;
      const bool one = it->second.size() == 1;
      diag::NewBeside(c.sink, span, d.after->path, support::listing(it->second), one ? "is" : "are", schema::dotted(path))
          .help("look whether {} belongs to it, or say `keep others \"why\"`", one ? "it" : "one");
      fresh.erase(it);
    }
  }
};

}  // namespace

void check_document(Context& c, const Document& d, const Resource& r) {
  if (!d.after) return;
  Check check{c, d, r, {}};
  each_path(d.lines, [&](const Path& p, Span at) { check.set.emplace_back(p, at); });
  Path path;
  if (!has_field(c, r, d.decl->over)) check.required(d.after->root, path);  // the operator's own file may set it
  if (d.before && !d.keeps_others) check.changes();
}

}  // namespace upg::sema
