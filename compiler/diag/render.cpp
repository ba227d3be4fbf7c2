#include "compiler/diag/render.h"

namespace upg::diag {

std::string code_text(uint16_t code) { return fmt::format("UPG{}", code); }

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
  }
  return {};
}

Location locate(Span span, const support::SourceSet& sources, const RenderOptions& options) {
  const auto& file = sources.at(span.file);
  const bool built_in = file.name().starts_with('<');
  return {(built_in ? "" : options.directory) + file.name(), file.place(span.begin), file.place(span.end)};
}

}  // namespace upg::diag
