#include "backends/runbook/typed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "compiler/plan/words.h"

namespace upg::runbook {

namespace {

Part literal(std::string s) { return {Part::Kind::literal, std::move(s)}; }

/// Names that mean something to the shell or to programs that a command starts.
bool spoken_for(const std::string& name) {
  static constexpr std::array<std::string_view, 15> lower{"path",     "status",      "argv",        "options",   "prompt",
                                                          "cdpath",   "fpath",       "http_proxy",  "no_proxy",  "https_proxy",
                                                          "ftp_proxy", "all_proxy",  "home",        "pipestatus", "signals"};
  if (std::none_of(name.begin(), name.end(), [](unsigned char c) { return std::islower(c) != 0; })) return true;
  return name != "home" && std::find(lower.begin(), lower.end(), name) != lower.end();
}

std::string value_text(const core::Value& v) {
  struct Spell {
    std::string operator()(bool b) const { return b ? "true" : "false"; }
    std::string operator()(int64_t n) const { return std::to_string(n); }
    std::string operator()(const std::string& s) const { return s; }
  };
  return std::visit(Spell{}, v);
}

std::string redirect(const core::Redirect& r, const std::string& target) {
  switch (r.what) {
    case core::Redirection::in: return "<" + target;
    case core::Redirection::out: return ">" + target;
    case core::Redirection::append: return ">>" + target;
    case core::Redirection::err: return "2>" + target;
    case core::Redirection::err_append: return "2>>" + target;
    case core::Redirection::err_to_out: return "2>&1";
  }
  return {};
}

}  // namespace

Names::Names(const plan::Plan& plan) {
  taken_.insert("RUN");
  for (const auto& v : plan.variables) {
    const auto dot = v.name.rfind('.');
    names_.emplace(v.name, fresh(v.step.empty() || dot == std::string::npos ? v.name : v.name.substr(dot + 1)));
  }
}

std::string Names::fresh(const std::string& wish) {
  std::string name;
  for (unsigned char c : wish) name += std::isalnum(c) != 0 && c < 0x80 ? static_cast<char>(c) : '_';
  if (name.empty() || std::isdigit(static_cast<unsigned char>(name[0])) != 0) name.insert(0, "v");
  if (spoken_for(name)) name += "_value";
  std::string unique = name;
  for (int& n = last_.try_emplace(name, 1).first->second; !taken_.insert(unique).second;) unique = fmt::format("{}_{}", name, ++n);
  return unique;
}

std::string Names::of(const std::string& variable) const {
  const auto it = names_.find(variable);
  return it != names_.end() ? it->second : "unknown";
}

std::string secret_key(const core::EnvEntry& entry) { return entry.name + "=" + plan::template_text(entry.value); }

namespace {

std::string sed_literal(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ') {
      if (i == 0 || text[i - 1] != ' ') out += "  *";
      continue;
    }
    if (std::string_view("\\/.*[]^$&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// What a hole may hold: it ends where the next literal begins; one that nothing precedes is a word.
std::string sed_hole(const std::string& next, bool first) {
  if (next.empty()) return first ? "[^ ][^ ]*" : ".*";
  std::string without = next[0] == ']' ? "]" : next[0] == ' ' || next[0] == '^' ? "" : std::string(1, next[0]);
  if (first || next[0] == ' ') without += ' ';
  if (next[0] == '^') without += '^';
  return "[^" + without + "][^" + without + "]*";
}

}  // namespace

std::string sed_program(const plan::Pattern& pattern, const std::string& hole) {
  std::string out = "s/";
  std::vector<std::pair<std::string, std::string>> parts;  // literal, and the hole behind it
  for (const auto& part : pattern) {
    if (parts.empty() || !parts.back().second.empty()) parts.emplace_back();
    parts.back().first += part.literal;
    parts.back().second = part.hole;
  }
  out += parts.empty() || parts.front().first.empty() ? "^" : "^.*";
  bool found = false;
  for (size_t i = 0; i < parts.size(); ++i) {
    out += sed_literal(parts[i].first);
    if (parts[i].second.empty()) continue;
    const auto body = sed_hole(i + 1 < parts.size() ? parts[i + 1].first : "", i == 0 && parts[i].first.empty());
    const bool wanted = parts[i].second == hole && !found;
    out += wanted ? "\\(" + body + "\\)" : body;
    found = found || wanted;
  }
  return out + ".*/\\1/p";
}

std::vector<Pending> Typist::take_pending() { return std::exchange(pending_, {}); }

Parts Typist::later(const plan::Ref& v, const std::string& wish) {
  const auto name = at_->names.fresh(wish);
  pending_.push_back({name, v});
  return {{Part::Kind::variable, name}};
}

Parts Typist::builtin(const core::Builtin& b) {
  const auto first = b.args.empty() ? Parts{} : value(b.args[0]);
  switch (b.fn) {
    case core::Fn::named: {
      Parts out = first;
      out.push_back(literal("/" + at_->plan.name + "-"));
      out.push_back({Part::Kind::variable, "RUN"});
      for (size_t i = 1; i < b.args.size(); ++i) {
        out.push_back(literal("."));
        for (auto& p : value(b.args[i])) out.push_back(std::move(p));
      }
      return out;
    }
    case core::Fn::token: {
      Parts out{literal(at_->plan.name + "-"), {Part::Kind::variable, "RUN"}};
      std::string word = core::known_text(b.args[0]).value_or("");
      for (char& c : word) c = c == '.' || c == '_' ? '-' : c;
      out.push_back(literal("-" + word));
      return out;
    }
    case core::Fn::escaped: {
      const auto chars = b.args.size() > 1 ? core::known_text(b.args[1]).value_or("") : "";
      std::string set;  // within a bracket expression `]` stands first, `^` and `-` last
      for (char c : chars)
        if (c != ']' && c != '^' && c != '-') set += c;
      if (chars.find(']') != std::string::npos) set.insert(0, "]");
      if (chars.find('-') != std::string::npos) set += "-";
      if (chars.find('^') != std::string::npos) set += "^";
      const auto program = runbook::word("s|[" + set + R"(]|\\&|g)");
      return {{Part::Kind::substitution, "printf '%s\\n' " + runbook::word(first) + " | sed " + program}};
    }
    case core::Fn::file_name: return {{Part::Kind::substitution, "basename " + runbook::word(first)}};
    case core::Fn::folder: return {{Part::Kind::substitution, "dirname " + runbook::word(first)}};
    case core::Fn::beside: return first;
    case core::Fn::quoted: {
      Parts out{literal("\"")};
      const std::string program = R"(s/[\"]/\&/g)";
      out.push_back({Part::Kind::substitution, "printf '%s\\n' " + runbook::word(first) + " | sed " + runbook::word(program)});
      out.push_back(literal("\""));
      return out;
    }
    case core::Fn::joined: {
      Parts out;
      const auto* list = std::get_if<core::List>(&b.args[0]->node);
      if (list == nullptr) return {{Part::Kind::substitution, "printf '%s\\n' " + runbook::word(first) + " | paste -s -d " + word(b.args[1]) + " -"}};
      for (size_t i = 0; i < list->items.size(); ++i) {
        if (i > 0)
          for (auto& p : value(b.args[1])) out.push_back(std::move(p));
        for (auto& p : value(list->items[i])) out.push_back(std::move(p));
      }
      return out;
    }
  }
  return {};
}

Parts Typist::operation(const plan::Ref& v, const core::Apply& a) {
  using core::Op;
  const auto sign = a.op == Op::add ? "+" : a.op == Op::sub ? "-" : a.op == Op::mul ? "*" : a.op == Op::div ? "/" : "";
  if (*sign == '\0') return later(v, "decided");
  const auto side = [&](const plan::Ref& r) {
    std::string out;
    for (const auto& p : merged(value(r))) out += p.kind == Part::Kind::arithmetic ? "(" + p.text + ")" : p.text;
    return out;
  };
  return {{Part::Kind::arithmetic, side(a.args[0]) + " " + sign + " " + side(a.args[1])}};
}

Parts Typist::value(const plan::Ref& v) {
  if (!v) return {};
  struct Visit {
    Typist& t;
    const plan::Ref& v;
    Parts operator()(const core::Missing&) const { return {}; }
    Parts operator()(const core::Literal& l) const { return {literal(value_text(l.value))}; }
    Parts operator()(const core::Var& x) const { return {{Part::Kind::variable, t.at_->names.of(x.name)}}; }
    Parts operator()(const core::Param& p) const { return {literal(p.name)}; }
    Parts operator()(const core::FieldOf& f) const { return {literal(f.field)}; }
    Parts operator()(const core::AskCall& c) const { return {literal(c.ask)}; }
    Parts operator()(const core::ResourceRef& r) const { return {literal(r.name)}; }
    Parts operator()(const core::Concat& c) const {
      Parts out;
      for (const auto& part : c.parts)
        for (auto& p : t.value(part)) out.push_back(std::move(p));
      return out;
    }
    Parts operator()(const core::List& l) const {
      Parts out;
      for (size_t i = 0; i < l.items.size(); ++i) {
        if (i > 0) out.push_back(literal("\n"));
        for (auto& p : t.value(l.items[i])) out.push_back(std::move(p));
      }
      return out;
    }
    Parts operator()(const core::CommandValue& c) const { return {{Part::Kind::substitution, t.command(*c.command)}}; }
    Parts operator()(const core::Cases&) const { return t.later(v, "chosen"); }
    Parts operator()(const core::Output& o) const { return {{Part::Kind::substitution, t.command(*o.command)}}; }
    Parts operator()(const core::Apply& a) const { return t.operation(v, a); }
    Parts operator()(const core::Builtin& b) const { return t.builtin(b); }
  };
  return std::visit(Visit{*this, v}, v->node);
}

// ---- commands ------------------------------------------------------------------------------------------------------------

Parts Typist::piece(const core::Piece& p) {
  return p.value ? value(p.value) : Parts{literal(p.text)};
}

std::vector<std::string> Typist::words(const core::Word& w, bool first) {
  const auto* spread = !w.pieces.empty() && w.pieces.back().spread ? &w.pieces.back() : nullptr;
  if (spread == nullptr) {
    Parts all;
    for (const auto& p : w.pieces)
      for (auto& part : piece(p)) all.push_back(std::move(part));
    return {runbook::word(all, first)};
  }
  if (const auto* c = std::get_if<core::CommandValue>(&spread->value->node); c != nullptr && c->command->pipeline.size() == 1) {
    std::vector<std::string> out;
    for (const auto& word : c->command->pipeline[0].argv)
      for (auto& s : words(word, first && out.empty())) out.push_back(std::move(s));
    return out;
  }
  Parts lead;
  for (size_t i = 0; i + 1 < w.pieces.size(); ++i)
    for (auto& part : piece(w.pieces[i])) lead.push_back(std::move(part));
  std::vector<std::string> out;
  if (const auto* list = std::get_if<core::List>(&spread->value->node)) {
    for (const auto& item : list->items) {
      Parts all = lead;
      for (auto& part : value(item)) all.push_back(std::move(part));
      out.push_back(runbook::word(all, first && out.empty()));
    }
    return out;
  }
  // A list that is known only now has a line for each item; the caller has set IFS to a line end.
  const auto text = value(spread->value);
  if (text.size() == 1 && text[0].kind == Part::Kind::variable && lead.empty()) return {"$" + text[0].text};
  const auto prefixed = "printf '%s\\n' " + runbook::word(text) + " | while IFS= read -r item; do printf '%s%s\\n' " + runbook::word(lead) + " \"$item\"; done";
  return {"$(" + (lead.empty() ? "printf '%s\\n' " + runbook::word(text) : prefixed) + ")"};
}

std::string Typist::simple(const core::Simple& s) {
  std::string out;
  for (const auto& w : s.argv)
    for (const auto& spelled : words(w, out.empty())) out += (out.empty() ? "" : " ") + spelled;
  for (const auto& r : s.redirects) {
    const auto target = r.target.pieces.empty() ? std::vector<std::string>{} : words(r.target, false);
    out += " " + redirect(r, target.empty() ? "" : target.front());
  }
  return out;
}

std::string Typist::fence(const core::Command& c) {
  std::string out;
  for (const auto& p : c.fence) {
    if (!p.value) {
      out += p.text;
      continue;
    }
    const auto parts = value(p.value);
    switch (p.place) {
      case core::Quoting::bare: out += runbook::word(parts); break;
      case core::Quoting::single_quotes: out += in_single_quotes(parts); break;
      case core::Quoting::double_quotes: out += in_double_quotes(parts); break;
      case core::Quoting::here_document: out += in_here_document(parts); break;
    }
  }
  return out;
}

std::string Typist::assignment(const core::EnvEntry& e) {
  if (!e.secret_file) return e.name + "=" + word(e.value);
  const auto key = secret_key(e);
  auto it = at_->secret_file_names.find(key);
  if (it == at_->secret_file_names.end()) {
    std::string wish;
    for (unsigned char ch : e.name) wish += static_cast<char>(std::tolower(ch));
    it = at_->secret_file_names.emplace(key, at_->names.fresh(wish)).first;
    at_->secret_files.push_back({it->second, e.value});
  }
  return e.name + "=" + runbook::word(Parts{{Part::Kind::variable, it->second}});
}

/// Without environment, directory and user.
std::string Typist::bare(const core::Command& c) {
  if (!c.fence.empty()) return fence(c);
  std::string out;
  for (const auto& s : c.pipeline) out += (out.empty() ? "" : " | ") + simple(s);
  return out;
}

namespace {

bool spreads_a_variable(const core::Command& c) {
  for (const auto& s : c.pipeline)
    for (const auto& w : s.argv)
      for (const auto& p : w.pieces)
        if (p.spread && !std::holds_alternative<core::List>(p.value->node) && !std::holds_alternative<core::CommandValue>(p.value->node))
          return true;
  return false;
}

std::string listed(const std::vector<std::string>& all, std::string_view between) {
  return fmt::format("{}", fmt::join(all, between));
}

}  // namespace

/// `sudo` clears the environment: what the command or its fence reads is named.
std::string Typist::as_user(const core::Command& c, const std::string& body, std::vector<std::string> env,
                            std::vector<std::string> keep, bool shell) {
  if (shell) {
    core::each_variable(c, [&](const std::string& v) {
      env.push_back(at_->names.of(v));
      keep.push_back(env.back());
    });
  }
  std::string sudo = "sudo " + (keep.empty() ? "" : "--preserve-env=" + listed(keep, ",") + " ") + "-u " + word(c.user) + " ";
  sudo += shell ? "sh -c " + runbook::word(body) : body;
  if (!c.cwd && env.empty()) return sudo;
  const auto cd = c.cwd ? "cd " + word(c.cwd) + " && " : "";
  return "(" + cd + (env.empty() ? "" : "export " + listed(env, " ") + " && ") + sudo + ")";
}

std::string Typist::command(const core::Command& c) {
  std::vector<std::string> env, env_names;
  for (const auto& e : c.env) {
    env.push_back(assignment(e));
    env_names.push_back(e.name);
  }
  const std::string body = bare(c);
  const std::string input = c.input ? "printf '%s\\n' " + word(c.input) + " | " : "";
  const bool spread = spreads_a_variable(c), fenced = !c.fence.empty();
  if (c.user) return input + as_user(c, body, env, env_names, fenced || c.pipeline.size() != 1 || spread);
  if (!fenced && c.pipeline.size() == 1 && !spread) {
    const std::string lead = listed(env, " ");
    const bool wide = lead.size() + body.size() > 100;
    const auto line = input + (lead.empty() ? "" : lead + (wide ? " \\\n  " : " ")) + body;
    return c.cwd ? "(cd " + word(c.cwd) + " && " + line + ")" : line;
  }
  if (!fenced && env.empty() && !c.cwd && !spread) return input + body;
  std::string out = input + "(\n";
  if (spread) out += "set -f; IFS='\n'\n";
  if (c.cwd) out += "cd " + word(c.cwd) + " || exit\n";
  for (const auto& e : env) out += "export " + e + "\n";
  return out + body + "\n)";
}

}  // namespace upg::runbook
