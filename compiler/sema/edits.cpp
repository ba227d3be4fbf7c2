// `edit R { set KEY = V … }`: lines that say what becomes of the keys of a file. The kind says of which format the file is
// (`amend path as env using kept` in its verb `edit`); what a format cannot hold is refused here, where it is known.
#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/diag/codes_edits.h"
#include "compiler/sema/areas.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;
using core::EditHow;

namespace {

constexpr std::array<std::string_view, 5> formats{"env", "properties", "yaml", "compose", "json"};
const std::vector<std::string_view> heads{"set", "remove", "rename", "replace"};

bool flat(std::string_view format) { return format == "env" || format == "properties"; }

// The line `amend path as env using kept` of a verb, or null.
const Line* amend_line(Context& c, const Verb& verb) {
  const auto it = c.verb_lines.find(&verb);
  if (it == c.verb_lines.end() || !it->second.line || !it->second.line->body) return nullptr;
  for (const auto& line : it->second.line->body->lines)
    if (line.word() == "amend") return &line;
  return nullptr;
}

std::string format_of(Context& c, const Line& line) {
  Reader r(c, line);
  const auto* as = r.clause("as");
  const auto* name = as ? bare(as) : nullptr;
  return name ? *name : "";
}

bool setting_name(std::string_view s) {
  if (s.empty() || std::isdigit(static_cast<unsigned char>(s[0])) || s[0] == '.' || s[0] == '-') return false;
  return std::all_of(s.begin(), s.end(),
                     [](unsigned char ch) { return std::isalnum(ch) || ch == '_' || ch == '.' || ch == '-'; });
}

// One `edit`: reads its lines.
class Edits {
 public:
  Edits(Env& e, std::string format) : e_(e), format_(std::move(format)) {}

  std::vector<EditLine> read(const Body& body) {
    for (const auto& line : body.lines) one(line);
    return std::move(out_);
  }

 private:
  void one(const Line& line) {
    if (!line.head || std::holds_alternative<Hole>(line.head->node)) return;
    const auto head = line.word();
    if (std::find(heads.begin(), heads.end(), head) == heads.end()) return unknown_head(e_.c, line, "of an `edit`", heads);
    Reader r(e_.c, line);
    EditLine out;
    out.span = line.span;
    const size_t errors = e_.c.sink.errors();
    if (head == "set")
      set(r, out);
    else if (head == "remove")
      remove(r, out);
    else if (head == "rename")
      rename(r, out);
    else
      replace(r, out);
    if (e_.c.sink.errors() > errors || !r.finish()) return;
    check(out);
    out_.push_back(std::move(out));
  }

  // A key as it is written: a dotted name, or a text.
  Ref key(const syntax::Expr& x) {
    if (is_text(x)) return expr(e_, x, type_of(Tag::text));
    return core::text(x.span, spelled(x));
  }
  Ref need_key(Reader& r) {
    if (const auto* x = r.operand()) return key(*x);
    r.lacks("a key");
    return nullptr;
  }
  // A value as the text that is written; a number or a truth value is told from a text.
  Ref value(const syntax::Expr& x, bool& raw) {
    Type text = type_of(Tag::text);
    text.secret = true;
    Ref v = expr(e_, x, is_text(x) ? text : any());
    const Tag tag = v->type.tag;
    raw = tag == Tag::integer || tag == Tag::boolean || tag == Tag::port;
    if (tag == Tag::list || tag == Tag::map || tag == Tag::resource || tag == Tag::command || tag == Tag::record)
      return fit(e_, v, text);
    if (v->type.optional) {
      Type there = v->type;
      there.optional = false;
      return fit(e_, v, there);
    }
    return v;
  }

  void set(Reader& r, EditLine& out) {
    out.key = need_key(r);
    out.how = EditHow::set;
    if (r.word("parameter")) {
      out.how = EditHow::parameter;
      if (const auto* x = r.operand())
        out.other = key(*x);
      else
        r.lacks("the name of the parameter: `set KEY parameter NAME = …`");
    } else if (r.word("tag")) {
      out.how = EditHow::tag;
    }
    const auto* x = r.value();
    if (!x) return r.lacks("a value: `set KEY = …`");
    bool raw = false;
    out.value = value(*x, raw);
    if (raw && out.how == EditHow::set) out.how = EditHow::setraw;
  }
  void remove(Reader& r, EditLine& out) {
    out.how = EditHow::remove;
    out.key = need_key(r);
  }
  void rename(Reader& r, EditLine& out) {
    out.how = EditHow::rename;
    out.key = need_key(r);
    const auto* to = r.clause("to");
    if (!to) return r.lacks("the new name: `rename A to B`");
    if (const auto* w = bare(to); w && *w == "settings" && r.peek()) {
      out.how = EditHow::settings;
      to = r.operand();
    }
    out.value = key(*to);
  }
  void replace(Reader& r, EditLine& out) {
    out.how = EditHow::replace;
    bool raw = false;
    if (const auto* x = r.operand()) out.other = value(*x, raw);
    const auto* by = r.clause("by");
    const auto* in = by ? std::get_if<Binary>(&by->node) : nullptr;
    if (!out.other || !in || in->op != "in") return r.lacks("the new value and the key: `replace V by W in KEY`");
    out.value = value(*in->left, raw);
    out.key = key(*in->right);
  }

  void check(const EditLine& l) {
    const auto key = core::known_text(l.key);
    for (const auto& part : {l.key, l.value, l.other})
      if (const auto known = core::known_text(part); known && known->find('\n') != std::string::npos)
        diag::EditLineEnd(e_.c.sink, part->span, known->substr(0, known->find('\n')))
            .help("a key and its value stand in one line of the file");
    if (!key) return;
    star(l, *key);
    if (format_ == "env") {
      if (l.how != EditHow::rename && l.how != EditHow::settings)
        name(l.key, *key, false);
      else
        name(l.value, core::known_text(l.value).value_or("x"), true);
    }
    for (const auto& other : out_)
      if (core::known_text(other.key) == key && l.how != EditHow::parameter && l.how != EditHow::replace && other.how == l.how)
        diag::EditedTwice(e_.c.sink, l.key->span, *key).note(other.key->span, "here first");
  }

  void star(const EditLine& l, const std::string& key) {
    const bool many = key.find('*') != std::string::npos;
    const bool renames = l.how == EditHow::rename || l.how == EditHow::settings;
    const auto to = renames ? core::known_text(l.value) : std::nullopt;
    const bool to_many = to && to->ends_with('*');
    if (l.how == EditHow::settings && !many) {
      diag::StarMisplaced(e_.c.sink, l.key->span, key, "`to settings` takes all keys with a prefix")
          .help("end both names with `*`");
    } else if (many && !flat(format_)) {
      diag::StarMisplaced(e_.c.sink, l.key->span, key, "only files of lines have keys with a common prefix")
          .help("name each key");
    } else if (many && !renames && l.how != EditHow::remove) {
      diag::StarMisplaced(e_.c.sink, l.key->span, key, "only `rename` and `remove` take several keys").help("name each key");
    } else if (many && (key.find('*') + 1 != key.size() || key.size() == 1)) {
      diag::StarMisplaced(e_.c.sink, l.key->span, key, "`*` stands for the end of a key").help("write `PREFIX*`");
    } else if (renames && to && many != to_many) {
      diag::StarMisplaced(e_.c.sink, l.value->span, *to, "`*` ends both names or none").help("end both names with `*`");
    }
  }

  void name(const Ref& at, std::string text, bool may_end_in_star) {
    if (may_end_in_star && text.ends_with('*')) text.pop_back();
    if (text.ends_with('*') || setting_name(text)) return;
    diag::NoSettingName(e_.c.sink, at->span, text).help("letters, digits, `_`, `-` and `.`");
  }

  Env& e_;
  std::string format_;
  std::vector<EditLine> out_;
};

}  // namespace

std::vector<EditLine> edit_lines(Env& e, Reader& r, const Verb& verb) {
  const auto* line = amend_line(e.c, verb);
  if (!line) return {};
  const auto* body = r.need_body();
  if (!body) return {};
  auto out = Edits(e, format_of(e.c, *line)).read(*body);
  if (out.empty() && body->lines.empty())
    r.lacks("what to edit: `set KEY = …`, `remove KEY`, `rename A to B` or `replace V by W in KEY`");
  return out;
}

bool read_amend(Env& e, Reader& r, Deed& d) {
  Amend out;
  const auto* path = r.operand();
  const auto* as = r.clause("as");
  const auto* kept = r.clause("using");
  if (!path || !as || !kept) {
    r.lacks("a path, a format and where the old file is kept: `amend path as env using kept`");
    return false;
  }
  out.path = expr(e, *path, type_of(Tag::path));
  out.kept = expr(e, *kept, type_of(Tag::path));
  out.format = word_of(*as).text;
  if (!out.format.empty() && std::find(formats.begin(), formats.end(), out.format) == formats.end()) {
    auto b = diag::UnknownFileFormat(e.c.sink, as->span, out.format);
    const auto near = support::nearest(out.format, std::vector<std::string_view>(formats.begin(), formats.end()));
    if (!near.empty())
      b.did_you_mean(as->span, near);
    else
      b.help("the formats are `env`, `properties`, `yaml`, `compose` and `json`");
  }
  deed_clauses(e, r, d);
  d.node = std::move(out);
  return r.finish();
}

bool read_revert(Env& e, Reader& r, Deed& d) {
  const auto* path = r.operand();
  const auto* kept = r.clause("from");
  if (!path || !kept) {
    r.lacks("a path and what was kept: `revert path from kept`");
    return false;
  }
  Revert out{expr(e, *path, type_of(Tag::path)), expr(e, *kept, type_of(Tag::path))};
  deed_clauses(e, r, d);
  d.node = std::move(out);
  return r.finish();
}

Ref has_key(Env& e, const syntax::Expr& x, const Binary& b) {
  Ref of = expr(e, *b.left, type_of(Tag::resource));
  const Kind* kind = kind_of(e.c, of->type);
  if (!kind) return missing(x.span);
  const Verb* verb = find_verb(*kind, "edit");
  const Line* line = verb ? amend_line(e.c, *verb) : nullptr;
  const auto* field = line && !line->items.empty() ? std::get_if<OperandItem>(&line->items.front().node) : nullptr;
  const auto* name = field ? bare(field->value.get()) : nullptr;
  if (!name) {
    diag::NotEditable(e.c.sink, b.left->span, spelled(*b.left))
        .help("env files, properties, YAML, JSON and Compose files have keys that can be asked for");
    return missing(x.span);
  }
  const Ref key = is_text(*b.right) ? expr(e, *b.right, type_of(Tag::text)) : core::text(b.right->span, spelled(*b.right));
  if (unknown(key->type)) return missing(x.span);
  const Ref path = core::make(x.span, type_of(Tag::path), core::FieldOf{of, *name});
  return core::make(x.span, type_of(Tag::boolean),
                    core::Apply{core::Op::has, {core::text(x.span, format_of(e.c, *line)), path, key}});
}

}  // namespace upg::sema
