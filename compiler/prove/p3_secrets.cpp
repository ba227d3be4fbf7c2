// P3: no secret reaches the words of a command, a text shown to people, or a name of a file. What is left are the places
// that may have one: the environment, standard input, a file of mode 0600.
//
// Assumes: a command that is handed a secret keeps it to itself.
#include "compiler/diag/codes_proofs.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

class Secrets {
 public:
  Secrets(Context& c, const std::string& step) : c_(c), step_(step) {}

  void value(const plan::Ref& e, std::string_view place) {
    if (!e) return;
    if (e->type.secret) {
      auto b = diag::SecretLeaks(c_.sink, e->span, secret_in(e), place);
      if (const auto* v = c_.plan.variable(secret_in(e))) b.note(v->span, "the secret is declared here");
      b.help("hand it over in the environment (`with NAME = …`), on standard input, or as a `secret file`");
      return;
    }
    if (const auto* o = std::get_if<core::Output>(&e->node)) command(*o->command);
    if (const auto* o = std::get_if<core::CommandValue>(&e->node)) command(*o->command);
    if (const auto* a = std::get_if<core::Apply>(&e->node))
      for (const auto& arg : a->args)
        if (!arg->type.secret) value(arg, place);
  }

  void command(const core::Command& k) {
    for (const auto& simple : k.pipeline) {
      for (const auto& word : simple.argv) words(word, "a word of a command, which every user of the machine can read");
      for (const auto& r : simple.redirects) words(r.target, "the name of a file");
    }
    for (const auto& piece : k.fence) value(piece.value, "the text of a script");
    value(k.cwd, "the name of a directory");
    value(k.user, "the name of a user");
    for (const auto& e : k.env)
      if (e.value && e.value->type.secret)
        c_.proofs.evidence.push_back({"P3", step_, "`" + secret_in(e.value) + "` goes into " + (e.secret_file ? "a file named by " : "the environment as ") + e.name, {e.value->span}});
  }

 private:
  void words(const core::Word& w, std::string_view place) {
    for (const auto& p : w.pieces) value(p.value, place);
  }
  std::string secret_in(const plan::Ref& e) const {
    std::string found = "a secret";
    core::each_variable(e, [&](const std::string& name) {
      const auto* v = c_.plan.variable(name);
      if (v && v->type.secret) found = name;
    });
    return found;
  }
  Context& c_;
  const std::string& step_;
};

struct ActionSecrets {
  Secrets& s;
  void operator()(const plan::Run& a) const { s.command(*a.command); }
  void operator()(const plan::Prove& a) const { s.command(*a.command); }
  void operator()(const plan::Publish& a) const { s.value(a.path, "the name of a file"); }
  void operator()(const plan::Manual& a) const {
    s.value(a.text, "a text shown to people");
    s.value(a.confirm, "a text shown to people");
  }
  void operator()(const plan::Wait& a) const { s.value(a.until, "a condition"); }
  void operator()(const plan::Expect& a) const { s.value(a.predicate, "a condition"); }
  void operator()(const plan::Say& a) const { s.value(a.text, "a text shown to people"); }
  void operator()(const plan::Set&) const {}
};

void deeds(Secrets& s, const std::vector<plan::Deed>& all) {
  for (const auto& d : all)
    for (const auto& a : d.actions) std::visit(ActionSecrets{s}, a.node);
}

}  // namespace

void prove_secrets(Context& c) {
  for (const auto& step : c.plan.steps) {
    Secrets s(c, step.id);
    deeds(s, step.deeds);
    deeds(s, step.skipped);
    deeds(s, step.on_failure.deeds);
    for (const auto& e : step.undo.deeds)
      for (const auto& a : e.deed.actions) std::visit(ActionSecrets{s}, a.node);
  }
  for (const auto& r : c.plan.resources)
    if (r.identity && r.identity->type.secret) Secrets(c, r.name).value(r.identity, "the identity of a resource");
}

}  // namespace upg::prove
