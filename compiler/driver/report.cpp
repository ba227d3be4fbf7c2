#include "compiler/driver/report.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "compiler/diag/render.h"

namespace upg::driver {
namespace {

void write(std::FILE* to, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), to);
  std::fflush(to);
}

bool colour_wanted() {
  const char* refused = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) && !(refused && *refused) && !(terminal && std::string_view(terminal) == "dumb");
}

}  // namespace

void print(std::string_view text) { write(stdout, text); }

void report(const diag::Sink& sink, const support::SourceSet& sources, const std::string& directory, Format format) {
  const auto all = sink.sorted();
  const diag::RenderOptions options{.colour = format == Format::text && colour_wanted(), .directory = directory};
  switch (format) {
    case Format::text: return write(stderr, diag::render_text(all, sources, options));
    case Format::json: return print(diag::render_json(all, sources, options));
    case Format::sarif: return print(diag::render_sarif(all, sources, options));
    case Format::github: return print(diag::render_github(all, sources, options));
  }
}

void report(const diag::Sink& sink, Format format) { report(sink, support::SourceSet{}, "", format); }

}  // namespace upg::driver
