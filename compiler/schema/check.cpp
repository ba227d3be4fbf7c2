// Does a known value keep to its type?
#include <algorithm>
#include <cstdlib>
#include <regex>

#include "compiler/schema/tree.h"

namespace upg::schema {
namespace {

std::string trimmed(double d) {
  std::string s = std::to_string(d);
  s.erase(s.find_last_not_of('0') + 1);
  if (s.ends_with('.')) s.pop_back();
  return s;
}

std::string alternatives(const std::vector<std::string>& all) {
  std::string out;
  for (size_t i = 0; i < all.size(); ++i) out += (i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") + all[i];
  return out;
}

std::string range_words(const Type& t) {
  std::string out;
  if (t.minimum) out += std::string(t.above_minimum ? "above " : "at least ") + trimmed(*t.minimum);
  if (t.maximum) out += std::string(out.empty() ? "" : " and ") + (t.below_maximum ? "below " : "at most ") + trimmed(*t.maximum);
  return out;
}

std::string length_words(const Type& t, std::string_view unit) {
  std::string out;
  if (t.min_length) out += "at least " + std::to_string(*t.min_length);
  if (t.max_length) out += (out.empty() ? "at most " : " and at most ") + std::to_string(*t.max_length);
  return out + " " + std::string(unit);
}

// A pattern that this library cannot read, and a text that it would need too deep a stack for, are left to the program itself.
bool matches(const std::string& text, const std::string& pattern) {
  constexpr size_t longest = 2000;
  if (text.size() > longest) return true;
  try {
    return std::regex_search(text, std::regex(pattern, std::regex::ECMAScript));
  } catch (const std::regex_error&) { return true; }
}

std::optional<double> number(const Datum& d) {
  if (const auto* n = std::get_if<int64_t>(&d.node)) return static_cast<double>(*n);
  if (const auto* n = std::get_if<Decimal>(&d.node)) return std::strtod(n->text.c_str(), nullptr);
  return std::nullopt;
}

size_t characters(const std::string& s) {
  return static_cast<size_t>(std::count_if(s.begin(), s.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

bool within(const Type& t, size_t length) {
  return (!t.min_length || static_cast<int64_t>(length) >= *t.min_length) &&
         (!t.max_length || static_cast<int64_t>(length) <= *t.max_length);
}

std::optional<Objection> inner(const Type* t, const Datum& value, std::string step) {
  if (!t) return std::nullopt;
  auto found = objection(*t, value);
  if (found) found->path.insert(found->path.begin(), std::move(step));
  return found;
}

}  // namespace

std::string described(const Type& t) {
  if (!t.allowed.empty()) {
    std::vector<std::string> all;
    for (const auto& d : t.allowed) all.push_back("`" + shown(d) + "`");
    return alternatives(all);
  }
  std::vector<std::string> all;
  for (const auto s : t.shapes)
    if (s != Shape::null || t.shapes.size() == 1) all.emplace_back(spelling(s));
  return all.empty() ? "anything" : alternatives(all);
}

std::optional<Objection> objection(const Type& t, const Datum& value) {
  const auto shape = shape_of(value);
  if (!t.allowed.empty() && std::find(t.allowed.begin(), t.allowed.end(), value) == t.allowed.end())
    return Objection{t.allows(shape) ? ObjectionKind::allowed : ObjectionKind::type, {}, described(t)};
  if (!t.allows(shape)) return Objection{ObjectionKind::type, {}, described(t)};
  if (const auto n = number(value)) {
    const bool low = t.minimum && (t.above_minimum ? *n <= *t.minimum : *n < *t.minimum);
    const bool high = t.maximum && (t.below_maximum ? *n >= *t.maximum : *n > *t.maximum);
    if (low || high) return Objection{ObjectionKind::range, {}, range_words(t)};
  }
  if (const auto* s = std::get_if<std::string>(&value.node)) {
    if (!within(t, characters(*s))) return Objection{ObjectionKind::length, {}, length_words(t, "characters")};
    if (!t.pattern.empty() && !matches(*s, t.pattern))
      return Objection{ObjectionKind::pattern, {}, "a text that matches `" + t.pattern + "`"};
  }
  if (const auto* all = items(value)) {
    if (!within(t, all->size())) return Objection{ObjectionKind::length, {}, length_words(t, "items")};
    for (size_t i = 0; i < all->size(); ++i)
      if (auto found = inner(t.items.get(), (*all)[i], std::to_string(i))) return found;
  }
  if (const auto* all = entries(value))
    for (const auto& e : *all) {
      const auto* f = t.field(e.key);
      if (auto found = inner(f ? &f->type : t.others.get(), e.value, e.key)) return found;
    }
  return std::nullopt;
}

}  // namespace upg::schema
