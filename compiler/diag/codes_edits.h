// The catalogue's lines of catalog/27_edits.def, as functions that report.
#pragma once

#include "compiler/diag/diag.h"

namespace upg::diag {

#define UPG_ERROR(code, name, text, ...) inline constexpr Entry<__VA_ARGS__> name{code, Severity::error, #name, text};
#define UPG_WARNING(code, name, text, ...) inline constexpr Entry<__VA_ARGS__> name{code, Severity::warning, #name, text};
#include "compiler/diag/catalog/27_edits.def"
#undef UPG_ERROR
#undef UPG_WARNING

}  // namespace upg::diag
