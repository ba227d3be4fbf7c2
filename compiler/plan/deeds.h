// Deeds of the author to deeds of the plan: verbs inlined, classes and effects settled, a `match` turned into guards.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/plan/scope.h"
#include "compiler/plan/shared.h"
#include "compiler/plan/settled.h"
#include "compiler/support/source.h"

namespace upg::plan {

/// Does an effect of this kind leave a resource other than it was?
[[nodiscard]] bool alters(EffectKind kind);
[[nodiscard]] bool alters(const Deed& deed);

/// Where deeds stand: names of captures and refusals depend on it.
struct Place {
  std::string step;  ///< name of the step
  std::string id;    ///< its id
  Ref guard;         ///< under which the step takes place
};

class DeedMaker {
 public:
  DeedMaker(const sema::Module& module, const support::SourceSet& sources, Evaluator& evaluator, Settled settled)
      : module_(module), sources_(sources), eval_(evaluator), commands_(evaluator), settled_(settled) {}

  struct Made {
    std::vector<Deed> deeds;
    std::vector<Undo::Entry> inverses;   ///< in the order of the deeds, to be run in reverse
    bool inverses_missing = false;       ///< some deed that alters a resource has none
  };
  [[nodiscard]] Made make(const sema::Deeds& deeds, const Place& place, const Scope& scope = {});

  /// Variables that deeds made, with the step that makes them; values of outputs.
  struct Born {
    std::string step;
    Ref value;
    core::Type type;
  };
  [[nodiscard]] const std::map<std::string, Born>& born() const { return born_; }
  [[nodiscard]] std::vector<Refusal>& refusals() { return refusals_; }
  [[nodiscard]] std::vector<Document>& documents() { return documents_; }
  /// Full name of a variable that a step calls `name`.
  [[nodiscard]] std::string variable_name(const std::string& name, const std::string& step) const;
  [[nodiscard]] std::vector<Effect> effects(const std::vector<sema::Effect>& effects, const Scope& scope) const;

 private:
  struct Work;
  void put(const sema::Deed& d, const Ref& guard, Work& work);
  void choose(const sema::Choose& c, const Ref& guard, Work& work);
  // What a verb captures is a name of its scope from there on.
  void act(const sema::Deeds& deeds, const Ref& guard, Scope& scope, const Place& place, Deed& into);
  void act(const sema::Deed& d, const Ref& guard, Scope& scope, const Place& place, Deed& into);
  void call(const sema::CallVerb& c, const Ref& guard, const Scope& scope, const Place& place, Deed& into);
  [[nodiscard]] std::string born(const std::string& name, const core::Type& type, Scope& scope, const Place& place);
  [[nodiscard]] Scope enter_verb(const sema::CallVerb& c, const Scope& scope, const Place& place);
  [[nodiscard]] Scope arguments(const sema::CallVerb& c, const Scope& scope, const std::string& tag);
  [[nodiscard]] bool claim(const sema::CallVerb& c, const Scope& inner);
  void classify(Deed& d, const sema::Traits& traits, const Scope& scope);
  void finish(Deed& d) const;
  [[nodiscard]] Undo::Entry inverse(const sema::Verb& verb, const Scope& scope, const Place& place, const Deed& of, size_t own);
  /// Puts what the verb calls by the document's name, and `later`, into `entered`.
  void give_document(const sema::CallVerb& c, const Deed& deed, const Scope& scope, const Place& place, Scope& entered);
  [[nodiscard]] std::string title(const sema::Deed& d) const;
  [[nodiscard]] bool secret_reaches(const Deed& d) const;

  const sema::Module& module_;
  const support::SourceSet& sources_;
  Evaluator& eval_;
  SharedCommands commands_;
  Settled settled_;
  std::map<std::string, Born> born_;
  std::vector<Refusal> refusals_;
  std::vector<Document> documents_;
  std::map<std::string, const sema::CallVerb*> claimed_;  // paths under names of the run, with the call that uses them
  std::map<const sema::CallVerb*, Scope> scopes_;  // of the calls that are being made: entered once each
};

}  // namespace upg::plan
