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

// What is set, for the review of the format.
std::optional<schema::Datum> known(const core::Tree& t) {
  if (const auto* e = std::get_if<Ref>(&t.node)) return datum(*e);
  const auto* list = std::get_if<std::vector<core::Tree>>(&t.node);
  if (!list) return std::nullopt;
  auto all = std::make_shared<schema::Data>();
  for (const auto& i : *list) {
    auto d = known(i);
    if (!d) return std::nullopt;
    all->push_back(std::move(*d));
  }
  return schema::Datum{std::shared_ptr<const schema::Data>(std::move(all))};
}
void each_given(const std::vector<DocumentLine>& lines, bool always, std::vector<schema::Given>& out) {
  for (const auto& l : lines) {
    if (const auto* e = std::get_if<DocumentEntry>(&l.node)) {
      bool secret = false;
      core::each_leaf(e->value, [&](const Ref& leaf) { secret = secret || leaf->type.secret; });
      out.push_back({e->path, known(e->value), secret, always});
    } else {
      for (const auto& a : std::get<std::vector<DocumentArm>>(l.node)) each_given(a.lines, false, out);
    }
  }
}

void say(Context& c, const schema::Finding& f, Span at) {
  const auto hint = [&](diag::Builder b) {
    if (!f.help.empty()) b.help("{}", f.help);
  };
  switch (f.kind) {
    case schema::FindingKind::not_given: return hint(diag::ParameterNotGiven(c.sink, at, f.name, f.what));
    case schema::FindingKind::not_kept: return hint(diag::NothingToKeep(c.sink, at, f.name, f.what));
    case schema::FindingKind::kept_default: return hint(diag::KeepsOldDefault(c.sink, at, f.name, f.what));
    case schema::FindingKind::echoed: return hint(diag::SecretEchoed(c.sink, at, f.name, f.what));
    case schema::FindingKind::acknowledgement: return hint(diag::NotAcknowledged(c.sink, at, f.what, f.name));
    case schema::FindingKind::replaced: return hint(diag::DataReplaced(c.sink, at, f.name, f.what));
    case schema::FindingKind::not_replaced: return hint(diag::NotReplaced(c.sink, at, f.name));
    case schema::FindingKind::too_much: return hint(diag::TooMuch(c.sink, at, f.name, f.what));
  }
}

void review(Context& c, Document& d, const schema::Importer& importer) {
  schema::Request request{d.before.get(), *d.after, {}, d.kept, d.keeps_others};
  each_given(d.lines, true, request.set);
  std::vector<std::pair<Path, Span>> places;
  each_path(d.lines, [&](const Path& p, Span at) { places.emplace_back(p, at); });
  auto review = importer.review(request);
  for (const auto& f : review.findings) {
    const auto it = std::find_if(places.begin(), places.end(), [&](const auto& p) { return !f.at.empty() && p.first == f.at; });
    say(c, f, it == places.end() ? d.span : it->second);
  }
  std::vector<DocumentLine> more;
  for (const auto& e : review.more)
    more.push_back({d.span, DocumentEntry{{"parameters", e.key}, core::Tree{std::vector<core::TreeEntry>{{"UsePreviousValue", {core::boolean(d.span, true)}}}}, ""}});
  d.lines.insert(d.lines.begin(), more.begin(), more.end());
}

}  // namespace

void check_document(Context& c, Document& d, const Resource& r) {
  if (!d.after) return;
  if (const auto* importer = schema::importer(d.decl->format); importer && importer->review) return review(c, d, *importer);
  Check check{c, d, r, {}};
  each_path(d.lines, [&](const Path& p, Span at) { check.set.emplace_back(p, at); });
  Path path;
  if (!has_field(c, r, d.decl->over)) check.required(d.after->root, path);  // the operator's own file may set it
  if (d.before && !d.keeps_others) check.changes();
}

}  // namespace upg::sema
