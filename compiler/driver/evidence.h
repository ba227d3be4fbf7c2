// What the proofs showed, and from which places of the source: `upg check --explain-proofs`.
#pragma once

#include <string>

#include "compiler/prove/proofs.h"

namespace upg::driver {

/// A line a fact, by proof and then in the plan's order: `P1 upgrade.schema: … (omero.upg:108)`.
[[nodiscard]] std::string evidence_text(const prove::Proofs& proofs, const support::SourceSet& sources);
/// The same as a JSON list of objects: proof, step, text, cites (file, line, column, endLine, endColumn).
[[nodiscard]] std::string evidence_json(const prove::Proofs& proofs, const support::SourceSet& sources);

}  // namespace upg::driver
