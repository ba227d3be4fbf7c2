#include "backends/shell/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace upg::shell {
namespace {

bool name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// `=` at the beginning is an expansion of zsh, `~` one of all shells, `#` begins a comment.
bool bare(std::string_view bytes) {
  if (bytes.empty() || bytes[0] == '=') return false;
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return name_byte(c) || std::string_view("-./:,@%+=").find(c) != std::string_view::npos; });
}

struct Character {
  uint32_t code = 0;
  size_t length = 0;  // 0: not UTF-8
};

Character decode(std::string_view s) {
  const auto at = [&](size_t i) { return static_cast<uint8_t>(s[i]); };
  const uint8_t lead = at(0);
  if (lead < 0x80) return {lead, 1};
  const size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || s.size() < length) return {};
  uint32_t code = lead & (0x7fU >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xc0) != 0x80) return {};
    code = code << 6 | (at(i) & 0x3f);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (overlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {};
  return {code, length};
}

bool seen(uint32_t c) {
  if (c < 0x20) return c == '\n' || c == '\t';
  if (c >= 0x7f && c <= 0xa0) return false;
  if (c == 0xad || c == 0x61c || c == 0x180e || c == 0x3000 || c == 0xfeff) return false;
  if (c >= 0x2000 && c <= 0x200f) return false;   // spaces of other widths, joiners, marks of direction
  if (c >= 0x2028 && c <= 0x202f) return false;   // line separators, overrides of direction
  if (c >= 0x205f && c <= 0x206f) return false;   // isolates, invisible operators
  if (c >= 0xfe00 && c <= 0xfe0f) return false;   // variation selectors
  if (c >= 0xfff9 && c <= 0xffff) return false;
  return c < 0xe0000 || c > 0xe0fff;
}

// Typographic quotes within double quotes look like a slip of the keyboard to a reader and to a linter.
bool typographic_quote(std::string_view bytes) { return bytes.find("\xe2\x80") != std::string_view::npos; }

// Single quotes keep every byte but their own; text with an expansion in it, or a backslash before the closing quote,
// reads as a mistake there.
bool single_quotable(std::string_view bytes) {
  return bytes.find_first_of("'$`") == std::string_view::npos && (bytes.empty() || bytes.back() != '\\');
}

std::string quoted(std::string_view bytes) {
  if (single_quotable(bytes)) return fmt::format("'{}'", bytes);
  if (!typographic_quote(bytes)) return fmt::format("\"{}\"", in_double_quotes(bytes));
  // Both kinds: what needs double quotes stands in them, the rest in single quotes.
  std::string out;
  const auto special = [](char c) { return c == '\'' || c == '$' || c == '`' || c == '\\'; };
  for (size_t i = 0; i < bytes.size();) {
    size_t end = i;
    const bool which = special(bytes[i]);
    while (end < bytes.size() && special(bytes[end]) == which) ++end;
    const auto run = bytes.substr(i, end - i);
    out += which ? fmt::format("\"{}\"", in_double_quotes(run)) : fmt::format("'{}'", run);
    i = end;
  }
  return out;
}

}  // namespace

Name::Name(std::string_view prefix, std::string_view text) : text_(prefix) {
  for (const char c : text) text_ += name_byte(c) ? c : '_';
}

Word Word::literal(std::string_view bytes) {
  Word w;
  if (!bytes.empty()) w.parts_.push_back({false, std::string(bytes)});
  return w;
}

Word Word::variable(const Name& name) {
  Word w;
  w.parts_.push_back({true, "{" + name.str() + "}"});
  return w;
}

Word Word::arguments() {
  Word w;
  w.parts_.push_back({true, "@"});
  return w;
}

Word Word::output_of(const Name& function) {
  Word w;
  w.parts_.push_back({true, "(" + function.str() + ")"});
  return w;
}

Word& Word::operator+=(const Word& other) {
  for (const auto& part : other.parts_) {
    if (!part.expansion && !parts_.empty() && !parts_.back().expansion) {
      parts_.back().text += part.text;
    } else {
      parts_.push_back(part);
    }
  }
  return *this;
}

Word Word::part(size_t i) const {
  Word w;
  w.parts_.push_back(parts_[i]);
  return w;
}

bool Word::is_literal() const {
  return std::none_of(parts_.begin(), parts_.end(), [](const Part& p) { return p.expansion; });
}

std::string Word::bytes() const { return parts_.empty() ? std::string() : parts_.front().text; }

std::string in_double_quotes(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    if (c == '"' || c == '$' || c == '`' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// `--file="…"`, `why='…'`: the name of what is given stands outside of the quotes.
size_t name_length(std::string_view bytes) {
  const size_t end = bytes.find('=');
  return end == std::string_view::npos || end == 0 || !bare(bytes.substr(0, end)) ? 0 : end + 1;
}

std::string print(const Word& word, Place place) {
  if (place == Place::argument && !word.parts().empty() && !word.parts()[0].expansion) {
    const std::string& first = word.parts()[0].text;
    const size_t length = name_length(first);
    const bool whole = word.is_literal() && bare(first);
    if (length > 0 && !whole) {
      Word rest = Word::literal(std::string_view(first).substr(length));
      for (size_t i = 1; i < word.parts().size(); ++i) rest += word.part(i);
      return first.substr(0, length) + print(rest, Place::value);
    }
  }
  if (word.is_literal()) {
    const std::string bytes = word.bytes();
    return place == Place::argument && bare(bytes) ? bytes : quoted(bytes);
  }
  const auto& parts = word.parts();
  const bool one = std::none_of(parts.begin(), parts.end(),
                                [](const Word::Part& p) { return !p.expansion && typographic_quote(p.text); });
  std::string out;
  if (one) out += '"';
  for (const auto& part : parts) {
    const bool braces = parts.size() == 1 && part.text.starts_with('{');
    const std::string expansion = "$" + (braces ? part.text.substr(1, part.text.size() - 2) : part.text);
    if (one) {
      out += part.expansion ? expansion : in_double_quotes(part.text);
    } else {
      out += part.expansion ? "\"" + expansion + "\"" : quoted(part.text);
    }
  }
  if (one) out += '"';
  return out;
}

bool visible(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    const auto c = decode(bytes.substr(i));
    if (c.length == 0 || !seen(c.code)) return false;
    i += c.length;
  }
  return true;
}

std::string octal(std::string_view bytes) {
  std::string out;
  for (size_t i = 0; i < bytes.size();) {
    const auto c = decode(bytes.substr(i));
    if (c.length == 1 && c.code >= 0x20 && c.code < 0x7f) {
      if (c.code == '%') out += '%';
      if (c.code == '\\') out += '\\';
      out += bytes[i];
    } else if (c.length > 1 && seen(c.code)) {
      out += bytes.substr(i, c.length);
    } else {
      const size_t length = std::max<size_t>(c.length, 1);
      for (size_t k = 0; k < length; ++k) out += fmt::format("\\{:03o}", static_cast<uint8_t>(bytes[i + k]));
    }
    i += std::max<size_t>(c.length, 1);
  }
  return out;
}

std::string comment_text(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const auto c = decode(text.substr(i));
    const size_t length = std::max<size_t>(c.length, 1);
    if (c.code == '\n' || c.code == '\t') {
      out += ' ';
    } else if (c.length == 0 || !seen(c.code)) {
      out += '?';
    } else {
      out += text.substr(i, length);
    }
    i += length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace upg::shell
