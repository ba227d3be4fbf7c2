#include "compiler/sema/reader.h"
#include "compiler/support/text.h"

namespace upg::sema {

using namespace syntax;

const std::string* bare(const Expr* e) {
  const auto* n = e ? std::get_if<NameRef>(&e->node) : nullptr;
  return n ? &n->name : nullptr;
}

bool is_text(const Expr& e) { return std::holds_alternative<TextLit>(e.node); }

syntax::Word word_of(const Expr& e) {
  const auto* n = bare(&e);
  return {e.span, n ? *n : std::string()};
}

const Expr* Reader::peek() const {
  for (size_t i = 0; i < taken_.size(); ++i) {
    if (taken_[i]) continue;
    if (const auto* o = std::get_if<OperandItem>(&line_.items[i].node)) return o->value.get();
  }
  return nullptr;
}

const Expr* Reader::operand() {
  for (size_t i = 0; i < taken_.size(); ++i) {
    if (taken_[i]) continue;
    if (const auto* o = std::get_if<OperandItem>(&line_.items[i].node)) {
      taken_[i] = true;
      return o->value.get();
    }
  }
  return nullptr;
}

bool Reader::word(std::string_view w) {
  const auto* n = bare(peek());
  if (!n || *n != w) return false;
  operand();
  return true;
}

bool Reader::any_word(std::string_view w) {
  for (size_t i = 0; i < taken_.size(); ++i) {
    const auto* o = std::get_if<OperandItem>(&line_.items[i].node);
    const auto* n = o && !taken_[i] ? bare(o->value.get()) : nullptr;
    if (n && *n == w) return taken_[i] = true;
  }
  return false;
}

syntax::Word Reader::name() {
  const auto* e = peek();
  if (!bare(e)) return {line_.span, ""};
  operand();
  return word_of(*e);
}

const Expr* Reader::text() {
  const auto* e = peek();
  return e && is_text(*e) ? operand() : nullptr;
}

const Expr* Reader::any_text() {
  for (size_t i = 0; i < taken_.size(); ++i) {
    const auto* o = std::get_if<OperandItem>(&line_.items[i].node);
    if (!o || taken_[i] || !is_text(*o->value)) continue;
    taken_[i] = true;
    return o->value.get();
  }
  return nullptr;
}

const Expr* Reader::peek_clause(std::string_view w) const {
  for (size_t i = 0; i < taken_.size(); ++i) {
    const auto* k = std::get_if<ClauseItem>(&line_.items[i].node);
    if (k && !taken_[i] && k->word.text == w) return k->value.get();
  }
  return nullptr;
}

const Expr* Reader::clause(std::string_view w) {
  for (size_t i = 0; i < taken_.size(); ++i) {
    const auto* k = std::get_if<ClauseItem>(&line_.items[i].node);
    if (!k || taken_[i] || k->word.text != w) continue;
    taken_[i] = true;
    return k->value.get();
  }
  return nullptr;
}

std::vector<const Expr*> Reader::clauses(std::string_view w) {
  std::vector<const Expr*> out;
  while (const auto* e = clause(w)) out.push_back(e);
  return out;
}

const TypeRef* Reader::type() {
  for (size_t i = 0; i < taken_.size(); ++i) {
    const auto* t = std::get_if<TypeItem>(&line_.items[i].node);
    if (!t || taken_[i]) continue;
    taken_[i] = true;
    return &t->type;
  }
  return nullptr;
}

const Expr* Reader::value() {
  for (size_t i = 0; i < taken_.size(); ++i) {
    const auto* v = std::get_if<ValueItem>(&line_.items[i].node);
    if (!v || taken_[i]) continue;
    taken_[i] = true;
    return v->value.get();
  }
  return nullptr;
}

const Expr* Reader::value_after(const Expr* clause) {
  for (size_t i = 0; i + 1 < taken_.size(); ++i) {
    const auto* k = std::get_if<ClauseItem>(&line_.items[i].node);
    if (!k || k->value.get() != clause) continue;
    const auto* v = std::get_if<ValueItem>(&line_.items[i + 1].node);
    if (!v || taken_[i + 1]) return nullptr;
    taken_[i + 1] = true;
    return v->value.get();
  }
  return nullptr;
}

const Body* Reader::body() {
  body_taken_ = true;
  return line_.body.get();
}

void Reader::lacks(std::string_view what) {
  if (!reported_) report::lacks(c_.sink, line_.span, head(), what);
  reported_ = true;
}

const Expr* Reader::need_text(std::string_view what) {
  const auto* e = any_text();
  if (!e) lacks(what);
  return e;
}

const Body* Reader::need_body() {
  const auto* b = body();
  if (!b) lacks("a body in braces");
  return b;
}

syntax::Word Reader::need_name(std::string_view what) {
  auto w = name();
  if (w.text.empty()) {
    const auto* e = peek();
    if (e && std::holds_alternative<Hole>(e->node)) reported_ = true;
    if (e && std::holds_alternative<Index>(e->node)) {
      report::later_word(c_.sink, e->span, "[ ]");   // a family
      reported_ = true;
    }
    // `step before "…"`: a word that begins a clause stands where the name is due.
    const auto* clause = line_.items.empty() ? nullptr : std::get_if<ClauseItem>(&line_.items.front().node);
    if (clause && !reported_ && what == "a name" && clause->value && is_text(*clause->value)) {
      report::reserved_name(c_.sink, clause->word.span, clause->word.text, "a " + std::string(head()))
          .help("another name, as `{}_{}`", clause->word.text, head());
      reported_ = true;
    }
    lacks(what);
  }
  return w;
}

namespace {
std::string described(const ItemNode& n) {
  if (const auto* o = std::get_if<OperandItem>(&n)) return "`" + spelled(*o->value) + "`";
  if (const auto* k = std::get_if<ClauseItem>(&n)) return "`" + k->word.text + "`";
  if (const auto* t = std::get_if<TypeItem>(&n)) return "type `" + t->type.name.text + "`";
  const auto& v = std::get<ValueItem>(n);
  return "`" + v.sign.text + " " + spelled(*v.value) + "`";
}
bool holed(const ItemNode& n) {
  const auto* o = std::get_if<OperandItem>(&n);
  const auto* k = std::get_if<ClauseItem>(&n);
  const auto* v = std::get_if<ValueItem>(&n);
  const Expr* e = o ? o->value.get() : k ? k->value.get() : v ? v->value.get() : nullptr;
  return e && std::holds_alternative<Hole>(e->node);
}
}  // namespace

namespace {
// What a misspelt word behind a head may have been meant to be.
const std::vector<std::string_view>& item_words() {
  static const std::vector<std::string_view> all{"to", "from", "into", "using", "until", "every", "matching", "when", "takes", "timeout",
      "detect", "reads", "changes", "destroys", "saves", "restores", "giving", "confirm", "while", "shows", "optional", "idempotent",
      "once", "daemonizes", "unknown", "effect", "runs", "skipped"};
  return all;
}
}  // namespace

bool Reader::finish() {
  if (reported_) return false;
  const std::string where = head().empty() ? "this line" : std::string(head());
  for (size_t i = 0; i < taken_.size(); ++i) {
    if (taken_[i] || holed(line_.items[i].node)) continue;
    if (const auto* k = std::get_if<ClauseItem>(&line_.items[i].node); k && (k->word.text == "on" || k->word.text == "batch")) {
      report::later_word(c_.sink, k->word.span, k->word.text);   // hosts and loops
      return false;
    }
    auto d = report::no_effect_here(c_.sink, line_.items[i].span, described(line_.items[i].node), where);
    const auto* o = std::get_if<OperandItem>(&line_.items[i].node);
    if (const auto* word = o ? bare(o->value.get()) : nullptr)
      if (const auto near = support::nearest(*word, item_words()); near != *word) d.did_you_mean(line_.items[i].span, near);
    return false;
  }
  if (line_.body && !body_taken_) {
    report::no_effect_here(c_.sink, line_.body->span, "a body in braces", where);
    return false;
  }
  return true;
}

}  // namespace upg::sema
