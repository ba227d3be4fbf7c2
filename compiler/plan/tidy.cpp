// Commands after their values were put in: what is known becomes text, and a word that is a command becomes its words.
#include "compiler/plan/scope.h"

namespace upg::plan {
namespace {

using core::Piece;
using core::Simple;
using core::Word;

const core::Command* command_in(const Word& w) {
  if (w.pieces.size() != 1 || !w.pieces[0].value) return nullptr;
  const auto* c = std::get_if<core::CommandValue>(&w.pieces[0].value->node);
  return c ? c->command.get() : nullptr;
}

bool holds_absent(const Word& w) {
  for (const auto& p : w.pieces)
    if (is_absent(p.value)) return true;
  return false;
}

Word plain(const Word& w) {
  Word out{w.span, {}};
  const auto text = [&](const std::string& s) {
    if (!out.pieces.empty() && !out.pieces.back().value) out.pieces.back().text += s;
    else out.pieces.push_back({s, nullptr, false});
  };
  const auto value = [&](const Ref& v, bool spread) {
    const auto known = spread ? std::nullopt : core::known_text(v);
    if (known) text(*known);
    else out.pieces.push_back({{}, v, spread});
  };
  for (const auto& p : w.pieces) {
    if (!p.value) {
      text(p.text);
      continue;
    }
    const auto* parts = std::get_if<core::Concat>(&p.value->node);
    if (parts && !p.spread)
      for (const auto& q : parts->parts) value(q, false);
    else value(p.value, p.spread);
  }
  return out;
}

// What an inner command brings along holds where the outer one says nothing.
void adopt(core::Command& outer, const core::Command& inner) {
  std::vector<core::EnvEntry> env;
  for (const auto& e : inner.env) {
    bool said = false;
    for (const auto& o : outer.env) said = said || o.name == e.name;
    if (!said) env.push_back(e);
  }
  env.insert(env.end(), outer.env.begin(), outer.env.end());
  outer.env = std::move(env);
  if (!outer.cwd) outer.cwd = inner.cwd;
  if (!outer.user) outer.user = inner.user;
  if (!outer.input) outer.input = inner.input;
}

void put_word(Simple& into, const Word& w) {
  if (holds_absent(w)) return;
  const auto* list = w.pieces.size() == 1 && w.pieces[0].spread && w.pieces[0].value
                         ? std::get_if<core::List>(&w.pieces[0].value->node)
                         : nullptr;
  if (!list) {
    into.argv.push_back(plain(w));
    return;
  }
  for (const auto& item : list->items) put_word(into, Word{w.span, {{{}, item, false}}});
}

bool is_whole(const core::Command& c) { return c.pipeline.size() == 1 && c.pipeline[0].argv.size() == 1 && c.pipeline[0].redirects.empty(); }

}  // namespace

CommandRef tidy(const CommandRef& c) {
  if (!c) return c;
  core::Command out = *c;
  if (is_whole(out))
    if (const auto* inner = command_in(out.pipeline[0].argv[0]); inner && (inner->pipeline.size() != 1 || !inner->fence.empty())) {
      out.pipeline = inner->pipeline;
      out.fence = inner->fence;
      adopt(out, *inner);
      return std::make_shared<const core::Command>(std::move(out));
    }
  for (auto& simple : out.pipeline) {
    Simple made;
    for (const auto& w : simple.argv) {
      const auto* inner = command_in(w);
      if (!inner) {
        put_word(made, w);
        continue;
      }
      if (inner->pipeline.size() == 1) {
        const auto& s = inner->pipeline[0];
        made.argv.insert(made.argv.end(), s.argv.begin(), s.argv.end());
        made.redirects.insert(made.redirects.end(), s.redirects.begin(), s.redirects.end());
      }
      adopt(out, *inner);
    }
    for (const auto& r : simple.redirects) made.redirects.push_back({r.what, plain(r.target)});
    simple = std::move(made);
  }
  std::erase_if(out.env, [](const core::EnvEntry& e) { return is_absent(e.value); });
  if (is_absent(out.cwd)) out.cwd = nullptr;
  if (is_absent(out.user)) out.user = nullptr;
  if (is_absent(out.input)) out.input = nullptr;
  return std::make_shared<const core::Command>(std::move(out));
}

}  // namespace upg::plan
