// values.yaml: what a plan sets of the values of a chart, and is known when the plan is compiled.
#pragma once

#include "backends/kit/backend.h"

namespace upg::helm {
[[nodiscard]] backends::Backend backend();

/// The file of one document. Every text is double-quoted, so that `no`, `010` and `1.10` stay what they are.
[[nodiscard]] std::string print(const plan::Document& document, const plan::Plan& plan);
}  // namespace upg::helm
