// P1, the rest: a backup does not lie within a directory that the plan alters afterwards, and would take it along.
//
// A resource whose identity is a scheme and a path lies at that path. Paths are compared as they are written: whether two
// inputs name the same directory is not known.
#include <algorithm>

#include "compiler/diag/codes_proofs.h"
#include "compiler/plan/canonical.h"
#include "compiler/prove/context.h"
#include "compiler/prove/mutants.h"

namespace upg::prove {
namespace {

// The path with its lets put in, what is open as a hole of its own.
void spell(const plan::Plan& plan, const plan::Ref& e, std::string& out) {
  if (const auto t = core::known_text(e)) {
    out += *t;
  } else if (const auto* c = std::get_if<core::Concat>(&e->node)) {
    for (const auto& part : c->parts) spell(plan, part, out);
  } else if (const auto* v = std::get_if<core::Var>(&e->node)) {
    const auto* known = plan.variable(v->name);
    if (known && known->origin == plan::Origin::let && known->value) spell(plan, known->value, out);
    else out += '\x01' + v->name + '\x01';
  } else {
    out += '\x01' + plan::canonical(e) + '\x01';
  }
}

// `/backups/` and `/backups` are one place.
std::string plain(std::string path) {
  const auto doubled = [](char a, char b) { return a == '/' && b == '/'; };
  path.erase(std::unique(path.begin(), path.end(), doubled), path.end());
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

bool lies_in(const std::string& path, const std::string& directory) {
  if (directory.empty() || !path.starts_with(directory)) return false;
  return path.size() == directory.size() || path[directory.size()] == '/';
}

struct Lying { std::string output, place; Span span; Guards::Id made; };

// The directory that an output is made in.
std::string place_of(const plan::Plan& plan, const std::string& output) {
  const auto* v = plan.variable(output);
  std::string out;
  if (!v || !v->value) return out;
  const auto* named = std::get_if<core::Builtin>(&v->value->node);
  if (named && named->fn == core::Fn::named && !named->args.empty()) spell(plan, named->args[0], out);
  else spell(plan, v->value, out);
  return plain(std::move(out));
}

std::map<std::string, std::string> directories(const plan::Plan& plan) {
  std::map<std::string, std::string> out;
  for (const auto& r : plan.resources) {
    if (!r.identity) continue;
    std::string text;
    spell(plan, r.identity, text);
    const auto colon = text.find(':');
    if (colon == std::string::npos) continue;
    text.erase(0, colon + 1);
    if (text.starts_with('/') || text.starts_with('\x01')) out[r.name] = plain(std::move(text));
  }
  return out;
}

}  // namespace

void prove_places(Context& c) {
  const auto at = directories(c.plan);
  std::vector<Lying> backups;
  each_deed(c, [&](const plan::Step& step, const plan::Deed& deed, Guards::Id when) {
    for (const auto& e : deed.effects) {
      if (!alters(e.kind) || transition(c.plan, step, e) || !at.contains(e.resource)) continue;
      const auto& altered = at.at(e.resource);
      for (auto& b : backups) {
        if (!lies_in(b.place, altered)) continue;
        const auto both = c.guards.both(c.guards.both(when, b.made), c.guards.possible());
        if (both == Guards::never || broken("p1.places")) continue;
        diag::BackupWithin(c.sink, deed.span, step.name, e.resource, b.output.substr(b.output.rfind('.') + 1), witness_note(c, both))
            .note(b.span, "the backup is made here")
            .help("keep backups outside of what the plan changes");
        b.made = Guards::never;  // said once
      }
    }
    for (const auto& e : deed.effects) {
      if (e.kind != plan::EffectKind::saves) continue;
      for (const auto& output : deed.outputs) backups.push_back({output, place_of(c.plan, output), deed.span, when});
    }
  });
}

}  // namespace upg::prove
