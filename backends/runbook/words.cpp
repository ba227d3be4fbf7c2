#include "backends/runbook/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace upg::runbook {

namespace {

bool name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool safe(char c) { return name_char(c) || std::string_view("@%+=:,./-").find(c) != std::string_view::npos; }
bool control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f; }

bool reserved(std::string_view w) {
  static constexpr std::array<std::string_view, 21> words{"if",   "then", "else", "elif",   "fi",       "do",   "done",
                                                          "case", "esac", "for",  "while",  "until",    "in",   "time",
                                                          "select", "function", "coproc", "repeat", "foreach", "end", "nocorrect"};
  return std::find(words.begin(), words.end(), w) != words.end();
}

bool bare(std::string_view s, bool first) {
  if (s.empty() || !std::all_of(s.begin(), s.end(), safe)) return false;
  if (s.front() == '=' || s.find(":~") != std::string_view::npos) return false;
  return !first || (s.find('=') == std::string_view::npos && !reserved(s));
}

std::string single(std::string_view s) {
  std::string out = "'";
  for (char c : s) {
    if (c == '\'') out += "'\\''";
    else if (control(c)) out += fmt::format("'\"$(printf '\\{:03o}')\"'", static_cast<unsigned char>(c));
    else out += c;
  }
  return out + "'";
}

std::string expansion(const Part& p, std::string_view next) {
  switch (p.kind) {
    case Part::Kind::variable:
      return !next.empty() && name_char(next.front()) ? "${" + p.text + "}" : "$" + p.text;
    case Part::Kind::substitution: return (p.text.starts_with('(') ? "$( " : "$(") + p.text + ")";
    case Part::Kind::arithmetic: return "$((" + p.text + "))";
    case Part::Kind::literal: break;
  }
  return p.text;
}

bool literal(const Part& p) { return p.kind == Part::Kind::literal; }

std::string escaped(std::string_view s, std::string_view which) {
  std::string out;
  for (char c : s) {
    if (which.find(c) != std::string_view::npos) out += '\\';
    if (control(c)) out += fmt::format("$(printf '\\{:03o}')", static_cast<unsigned char>(c));
    else out += c;
  }
  return out;
}

std::string spelled(const Parts& parts, std::string_view escapes) {
  const Parts all = merged(parts);
  std::string out;
  for (size_t i = 0; i < all.size(); ++i) {
    const bool follows = i + 1 < all.size() && literal(all[i + 1]);
    out += literal(all[i]) ? escaped(all[i].text, escapes) : expansion(all[i], follows ? all[i + 1].text : std::string_view{});
  }
  return out;
}

}  // namespace

Parts merged(Parts parts) {
  Parts out;
  for (auto& p : parts) {
    if (literal(p) && p.text.empty()) continue;
    if (literal(p) && !out.empty() && literal(out.back())) out.back().text += p.text;
    else out.push_back(std::move(p));
  }
  return out;
}

std::string in_double_quotes(const Parts& parts) { return spelled(parts, "\\\"$`"); }
std::string in_here_document(const Parts& parts) { return spelled(parts, "\\$`"); }

std::string in_single_quotes(const Parts& parts) {
  std::string out;
  for (const auto& p : merged(parts)) {
    if (literal(p)) {
      const auto quoted = single(p.text);
      out += quoted.substr(1, quoted.size() - 2);
    } else {
      out += "'\"" + expansion(p, {}) + "\"'";
    }
  }
  return out;
}

std::string word(const Parts& given, bool first) {
  const Parts parts = merged(given);
  if (parts.empty()) return "''";
  if (parts.size() == 1 && literal(parts[0])) return bare(parts[0].text, first) ? parts[0].text : single(parts[0].text);
  const bool in_double = std::none_of(parts.begin(), parts.end(), [](const Part& p) {
    return literal(p) && std::any_of(p.text.begin(), p.text.end(), [](char c) { return c == '!' || control(c); });
  });
  if (in_double) return "\"" + in_double_quotes(parts) + "\"";
  std::string out;
  for (const auto& p : parts) {
    if (!literal(p)) out += "\"" + expansion(p, {}) + "\"";
    else out += bare(p.text, first) ? p.text : single(p.text);
  }
  return out;
}

std::string word(std::string_view text) { return word(Parts{{Part::Kind::literal, std::string(text)}}); }

}  // namespace upg::runbook
