// Diagnostics as people and programs read them. Each format is one function from the sorted list to the text to print; none
// of them writes anything anywhere.
#pragma once

#include <string>
#include <vector>

#include "compiler/diag/diag.h"

namespace upg::diag {

struct RenderOptions {
  bool colour = false;
  std::string directory;  ///< put before the names of files, so that they can be opened from here: "" or ending in `/`
  size_t limit = 20;      ///< how many errors are shown in full as text; the rest is counted
};

/// `error[UPG2003]: …`, the place, the line with carets, notes and help; a line with the totals at the end.
[[nodiscard]] std::string render_text(const std::vector<Diagnostic>& all, const support::SourceSet& sources,
                                      const RenderOptions& options);
/// A list of objects; lines and columns count from 1, columns in code points, the end is where the text goes on.
[[nodiscard]] std::string render_json(const std::vector<Diagnostic>& all, const support::SourceSet& sources,
                                      const RenderOptions& options);
/// SARIF 2.1.0, one run.
[[nodiscard]] std::string render_sarif(const std::vector<Diagnostic>& all, const support::SourceSet& sources,
                                       const RenderOptions& options);
/// Workflow commands that GitHub shows beside the line concerned.
[[nodiscard]] std::string render_github(const std::vector<Diagnostic>& all, const support::SourceSet& sources,
                                        const RenderOptions& options);

[[nodiscard]] std::string code_text(uint16_t code);      ///< UPG2003
[[nodiscard]] std::string_view word(Severity severity);  ///< error, warning

/// A span in the terms of a reader.
struct Location {
  std::string file;
  support::Place begin, end;
};
[[nodiscard]] Location locate(Span span, const support::SourceSet& sources, const RenderOptions& options);

/// Text that is safe to show on a terminal: control, invisible and reordering characters and broken bytes become
/// `\u{202E}`, `\x{FF}`; a tab becomes a blank. `columns`, when given, gets the column at which each byte is shown, and the
/// width at its end.
[[nodiscard]] std::string visible(std::string_view text, std::vector<size_t>* columns = nullptr);

}  // namespace upg::diag
