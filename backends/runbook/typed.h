// Values and commands as a person types them into one terminal, where inputs, answers and paths are shell variables.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "backends/runbook/words.h"
#include "compiler/plan/plan.h"

namespace upg::runbook {

/// The shell variables of the page: one for each variable of the plan, and for each file that holds a secret.
class Names {
 public:
  explicit Names(const plan::Plan& plan);
  /// The shell's name for a variable of the plan.
  [[nodiscard]] std::string of(const std::string& variable) const;
  /// A name that nothing else has, after `wish`.
  std::string fresh(const std::string& wish);

 private:
  std::map<std::string, std::string> names_;
  std::set<std::string> taken_;
  std::map<std::string, int> last_;  ///< number that was given last to a wish
};

/// A file that holds a secret while the page is followed: `pgpassfile` for PGPASSFILE.
struct SecretFile { std::string name; plan::Ref value; };

/// A value that the reader works out before the commands that use it: it depends on a condition.
struct Pending { std::string name; plan::Ref cases; };

/// What the page's commands need beyond the plan.
struct Workplace {
  const plan::Plan& plan;
  Names names;
  std::vector<SecretFile> secret_files;
  std::map<std::string, std::string> secret_file_names;  ///< by key
  explicit Workplace(const plan::Plan& p) : plan(p), names(p) {}
};

/// Spells values and commands. What must be decided first is left in `pending`.
class Typist {
 public:
  explicit Typist(Workplace& at) : at_(&at) {}

  [[nodiscard]] Parts value(const plan::Ref& v);
  [[nodiscard]] std::string word(const plan::Ref& v) { return runbook::word(value(v)); }
  /// One or more lines, to be typed as they are; the status is that of the command (of each part of a pipeline).
  [[nodiscard]] std::string command(const core::Command& c);
  [[nodiscard]] std::vector<Pending> take_pending();

 private:
  Parts builtin(const core::Builtin& b);
  Parts operation(const plan::Ref& v, const core::Apply& a);
  Parts later(const plan::Ref& v, const std::string& wish);
  Parts piece(const core::Piece& p);
  std::vector<std::string> words(const core::Word& w, bool first);
  std::string simple(const core::Simple& s);
  std::string fence(const core::Command& c);
  std::string assignment(const core::EnvEntry& e);
  std::string bare(const core::Command& c);
  std::string as_user(const core::Command& c, const std::string& body, std::vector<std::string> env,
                      std::vector<std::string> keep, bool shell);

  Workplace* at_;
  std::vector<Pending> pending_;
};

/// A key under which equal secret files are one.
[[nodiscard]] std::string secret_key(const core::EnvEntry& entry);
/// Reads the first hole `hole` of `pattern` out of text: a `sed` program, as one literal.
[[nodiscard]] std::string sed_program(const plan::Pattern& pattern, const std::string& hole);

}  // namespace upg::runbook
