// P3: where each secret goes. That it goes nowhere else is the work of the types: text that a secret flowed into does not
// fit into a word of a command, a text for people or a name of a file (UPG2208), so a plan that reaches this proof has
// secrets only in environments, on standard input and in files of mode 0600.
//
// Assumes: a command that is handed a secret keeps it to itself.
#include "compiler/plan/walk.h"
#include "compiler/prove/context.h"

namespace upg::prove {
namespace {

std::string secret_in(const plan::Plan& plan, const plan::Ref& e) {
  std::string found = "a secret";
  core::each_variable(e, [&](const std::string& name) {
    const auto* v = plan.variable(name);
    if (v && v->type.secret) found = name;
  });
  return found;
}

void command(Context& c, const std::string& step, const core::Command& k) {
  const auto goes = [&](const plan::Ref& value, const std::string& where) {
    if (value && value->type.secret)
      c.proofs.evidence.push_back({"P3", step, "`" + secret_in(c.plan, value) + "` goes " + where, {}, {value->span}});
  };
  for (const auto& e : k.env) goes(e.value, (e.secret_file ? "into a private file named by " : "into the environment as ") + e.name);
  goes(k.input, "to the standard input of a command");
}

}  // namespace

void prove_secrets(Context& c) {
  for (const auto& step : c.plan.steps)
    plan::each_ref(step, [&](const plan::Ref& e) {
      plan::each_inner(e, [&](const plan::Ref& inner) {
        if (const auto* o = std::get_if<core::Output>(&inner->node)) command(c, step.id, *o->command);
        if (const auto* v = std::get_if<core::CommandValue>(&inner->node)) command(c, step.id, *v->command);
      });
    });
}

}  // namespace upg::prove
