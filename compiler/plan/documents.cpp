#include "compiler/plan/documents.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/plan/deeds.h"
#include "compiler/plan/guards.h"
#include "compiler/schema/schema.h"

namespace upg::plan {
namespace {

bool all_known(const core::Tree& t) {
  bool known = true;
  core::each_leaf(t, [&](const Ref& e) {
    const auto* list = std::get_if<core::List>(&e->node);
    known = known &&
            (list ? std::all_of(list->items.begin(), list->items.end(), [](const Ref& i) { return core::known(i) != nullptr; })
                  : core::known(e) != nullptr);
  });
  return known;
}

// Grows a text out of pieces; neighbours that are known become one.
class Text {
 public:
  void add(std::string_view known) { known_ += known; }
  void add(Ref later) {
    flush();
    parts_.push_back(std::move(later));
  }
  Ref take() {
    flush();
    if (parts_.empty()) return core::text({}, "");
    if (parts_.size() == 1) return parts_.front();
    core::Type type{core::Tag::text};
    for (const auto& p : parts_) type.secret = type.secret || p->type.secret;
    return core::make({}, type, core::Concat{std::move(parts_)});
  }

 private:
  void flush() {
    if (!known_.empty()) parts_.push_back(core::text({}, std::move(known_)));
    known_.clear();
  }
  std::string known_;
  std::vector<Ref> parts_;
};

std::string known_leaf(const Ref& e) {
  const auto& v = *core::known(e);
  if (const auto* b = std::get_if<bool>(&v)) return *b ? "true" : "false";
  if (const auto* n = std::get_if<int64_t>(&v)) return std::to_string(*n);
  const auto& s = std::get<std::string>(v);
  return e->type.tag == core::Tag::integer ? s : quoted(s);
}

void leaf(const Ref& e, Text& out) {
  if (core::known(e)) return out.add(known_leaf(e));
  if (const auto* list = std::get_if<core::List>(&e->node)) {
    for (size_t i = 0; i < list->items.size(); ++i) out.add(i == 0 ? "[" : ", "), leaf(list->items[i], out);
    return out.add(list->items.empty() ? "[]" : "]");
  }
  const bool bare = e->type.tag == core::Tag::boolean || e->type.tag == core::Tag::integer || e->type.tag == core::Tag::port;
  core::Type text{core::Tag::text, e->type.secret};
  out.add(bare ? e : core::make(e->span, text, core::Builtin{core::Fn::quoted, {e}}));
}

void tree(const core::Tree& t, Text& out) {
  if (const auto* e = std::get_if<Ref>(&t.node)) return leaf(*e, out);
  if (const auto* all = std::get_if<std::vector<core::Tree>>(&t.node)) {
    for (size_t i = 0; i < all->size(); ++i) out.add(i == 0 ? "[" : ", "), tree((*all)[i], out);
    return out.add(all->empty() ? "[]" : "]");
  }
  const auto& entries = std::get<std::vector<core::TreeEntry>>(t.node);
  for (size_t i = 0; i < entries.size(); ++i)
    out.add(i == 0 ? "{" : ", "), out.add(quoted(entries[i].key) + ": "), tree(entries[i].value, out);
  out.add(entries.empty() ? "{}" : "}");
}

struct Node {
  std::string key;
  std::vector<const DocumentEntry*> entries;
  std::vector<Node> inner;
};

void record(const Node& n, Text& out) {
  out.add("{");
  for (const auto& child : n.inner) {
    for (const auto* e : child.entries) {
      Text own;
      own.add(quoted(child.key) + ": ");
      tree(e->value, own);
      own.add(", ");
      Ref text = own.take();
      if (e->guard) {
        core::Cases cases;
        cases.cases.push_back({e->guard, text, core::Case::End::value, ""});
        cases.cases.push_back({nullptr, core::text({}, ""), core::Case::End::value, ""});
        text = core::make(e->span, text->type, std::move(cases));
      }
      out.add(std::move(text));
    }
    if (child.inner.empty()) continue;
    out.add(quoted(child.key) + ": ");
    record(child, out);
    out.add(", ");
  }
  out.add("}");
}

bool below(const schema::Path& whole, const schema::Path& start) {
  return whole.size() >= start.size() && std::equal(start.begin(), start.end(), whole.begin());
}

std::vector<std::string> notices(const sema::Document& d, const Document& made) {
  std::vector<std::string> out;
  if (!d.before || !d.after) return out;
  size_t more = 0;
  constexpr size_t enough = 40;
  for (const auto& c : schema::compare(*d.before, *d.after)) {
    const bool set = std::any_of(made.entries.begin(), made.entries.end(),
                                 [&](const auto& e) { return below(e.path, c.path) || below(c.path, e.path); });
    if (set || c.kind != schema::ChangeKind::changed_default) continue;
    if (out.size() < enough)
      out.push_back(fmt::format("`{}` was {}, and is {}", schema::dotted(c.path), c.before, c.after));
    else
      ++more;
  }
  if (more > 0) out.push_back(fmt::format("and {} more", more));
  return out;
}

}  // namespace

bool DocumentEntry::known() const { return !guard && all_known(value); }

namespace {
// Characters beyond ASCII at which YAML may end a line, or that it takes for no text: the controls from U+0080 on, the line
// and paragraph separators, the byte order mark. How many bytes of `rest` such a one has; 0: there is none.
size_t beyond(std::string_view rest, unsigned& code) {
  if (rest.size() >= 2 && rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0)
    return code = static_cast<unsigned char>(rest[1]), 2;
  if (rest.starts_with("\xE2\x80\xA8")) return code = 0x2028, 3;
  if (rest.starts_with("\xE2\x80\xA9")) return code = 0x2029, 3;
  if (rest.starts_with("\xEF\xBB\xBF")) return code = 0xFEFF, 3;
  return 0;
}
}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    unsigned code = 0;
    if (const auto bytes = beyond(text.substr(i), code); bytes > 0) {
      out += fmt::format("\\u{:04x}", code);
      i += bytes - 1;
      continue;
    }
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (c == '\r')
      out += "\\r";
    else if (u < 0x20 || u == 0x7F)
      out += fmt::format("\\u{:04x}", u);
    else
      out += c;
  }
  return out + "\"";
}

Ref later_text(const Document& d) {
  Node root;
  for (const auto& e : d.entries) {
    if (e.known()) continue;
    Node* here = &root;
    for (const auto& key : e.path) {
      auto it = std::find_if(here->inner.begin(), here->inner.end(), [&](const Node& n) { return n.key == key; });
      if (it == here->inner.end()) it = here->inner.insert(it, {key, {}, {}});
      here = &*it;
    }
    here->entries.push_back(&e);
  }
  Text out;
  record(root, out);
  return out.take();
}

namespace {
// What a value must be, for whoever gets it when the script runs.
std::string rules(const schema::Type* t) {
  std::string out;
  const auto add = [&](std::string_view name, const std::string& value) {
    out += (out.empty() ? "" : ", ") + quoted(name) + ": " + value;
  };
  if (!t) return "{}";
  if (!t->allowed.empty()) {
    std::string all;
    for (const auto& a : t->allowed) all += (all.empty() ? "" : ", ") + schema::shown(a);
    add("allowed", "[" + all + "]");
  }
  if (!t->pattern.empty()) add("pattern", quoted(t->pattern));
  if (t->minimum) add("minimum", fmt::format("{}", *t->minimum));
  if (t->maximum) add("maximum", fmt::format("{}", *t->maximum));
  if (t->min_length) add("shortest", fmt::format("{}", *t->min_length));
  if (t->max_length) add("longest", fmt::format("{}", *t->max_length));
  if (t->items) add("items", rules(t->items.get()));
  return "{" + out + "}";
}
}  // namespace

Ref later_lines(const Document& d, const schema::Schema* after) {
  Text out;
  for (const auto& e : d.entries) {
    if (e.known()) continue;
    Text own;
    std::string path;
    for (const auto& key : e.path) path += (path.empty() ? "" : ", ") + quoted(key);
    own.add("{\"path\": [" + path + "], \"rules\": " + rules(after ? schema::type_at(*after, e.path) : nullptr) + ", \"value\": ");
    tree(e.value, own);
    own.add("}\n");
    Ref text = own.take();
    if (e.guard) {
      core::Cases cases;
      cases.cases.push_back({e.guard, text, core::Case::End::value, ""});
      cases.cases.push_back({nullptr, core::text({}, ""), core::Case::End::value, ""});
      text = core::make(e.span, text->type, std::move(cases));
    }
    out.add(std::move(text));
  }
  return out.take();
}

// ---- making them ---------------------------------------------------------------------------------------------------

namespace {

struct Lines {
  Evaluator& eval;
  const Scope& scope;
  const Ref& around;  ///< of the step
  Document& into;
  std::vector<Refusal>& refusals;

  core::Tree value(const core::Tree& t) const {
    if (const auto* e = std::get_if<Ref>(&t.node)) return {eval.value(*e, scope)};
    if (const auto* all = std::get_if<std::vector<core::Tree>>(&t.node)) {
      std::vector<core::Tree> out;
      for (const auto& i : *all) out.push_back(value(i));
      return {std::move(out)};
    }
    std::vector<core::TreeEntry> out;
    for (const auto& i : std::get<std::vector<core::TreeEntry>>(t.node)) out.push_back({i.key, value(i.value)});
    return {std::move(out)};
  }

  void put(const std::vector<sema::DocumentLine>& lines, const Ref& guard) const {
    for (const auto& l : lines) {
      if (const auto* e = std::get_if<sema::DocumentEntry>(&l.node))
        into.entries.push_back({l.span, e->path, value(e->value), guard, e->why});
      else
        choose(std::get<std::vector<sema::DocumentArm>>(l.node), guard);
    }
  }
  void choose(const std::vector<sema::DocumentArm>& arms, const Ref& guard) const {
    Cascade cascade(guard);
    for (const auto& arm : arms) {
      const auto here = cascade.take(arm.when ? eval.value(arm.when, scope) : nullptr);
      if (decided(here) == false) continue;
      if (arm.end == core::Case::End::unsupported)
        refusals.push_back({arm.span, together(around, here), arm.why});
      else
        put(arm.lines, here);
    }
  }
};

}  // namespace

void DeedMaker::give_document(const sema::CallVerb& c, const Deed& deed, const Scope& scope, const Place& place, Scope& entered) {
  const auto& body = *c.document;
  Document d;
  d.span = body.span;
  d.format = body.decl->format;
  d.resource = entered.resource ? entered.resource->name : "";
  d.step = place.id;
  d.deed = deed.number;
  if (body.before) d.before = body.before->version;
  if (body.after) d.after = body.after->version;
  if (body.decl->over)
    if (const auto over = eval_.value(body.decl->over, entered); over && !is_absent(over))
      d.over = core::known_text(over).value_or("a file of yours");
  Lines{eval_, scope, place.guard, d, refusals_}.put(body.lines, nullptr);
  for (const auto& [key, given] : body.decl->given)
    if (Ref value = eval_.value(given, entered); value && !is_absent(value)) d.entries.push_back({body.decl->span, {key}, {std::move(value)}, nullptr, ""});
  d.notices = notices(body, d);
  const auto* importer = schema::importer(d.format);
  const std::string whole(importer ? importer->artifact : "document");
  const bool partial = importer && importer->partial && !std::all_of(d.entries.begin(), d.entries.end(), [](const auto& e) { return e.known(); });
  const auto dot = std::min(whole.find('.'), whole.size());
  const auto named = [&](const std::string& more) { return whole.substr(0, dot) + more + whole.substr(dot); };
  const auto taken = [&](const std::string& name) {
    return std::any_of(documents_.begin(), documents_.end(), [&](const Document& other) { return other.artifact == name; });
  };
  const auto counted = module_.documents.find(d.format);
  d.artifact = counted != module_.documents.end() && counted->second > 1 ? named("-" + d.resource) : whole;
  std::string of_step = "-" + d.resource + "-" + place.id;
  std::replace(of_step.begin(), of_step.end(), '/', '-');
  if (taken(d.artifact)) d.artifact = named(of_step);
  for (int n = 2; taken(d.artifact); ++n) d.artifact = named(of_step + "-" + std::to_string(n));
  if (partial) d.artifact += ".partial";
  entered.params[body.decl->name] =
      core::make(body.span, {core::Tag::path}, core::Builtin{core::Fn::beside, {core::text(body.span, d.artifact)}});
  entered.params["later"] = importer && importer->partial ? later_lines(d, body.after.get()) : later_text(d);
  documents_.push_back(std::move(d));
}

}  // namespace upg::plan
