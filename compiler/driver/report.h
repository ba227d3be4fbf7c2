// The diagnostics of one command, printed in the format that was asked for.
#pragma once

#include "compiler/diag/diag.h"
#include "compiler/driver/options.h"

namespace upg::driver {

/// Prints all of them: text to standard error, in colour when that is a terminal and NO_COLOR is not set; any other format
/// alone to standard output, also when there are none.
void report(const diag::Sink& sink, const support::SourceSet& sources, const std::string& directory, Format format);

/// The same for a command that reads no sources.
void report(const diag::Sink& sink, Format format);

/// Text to standard output, in one piece.
void print(std::string_view text);

}  // namespace upg::driver
