// change-set.json: a request as `aws cloudformation create-change-set --cli-input-json` takes it, for each stack.
#pragma once

#include "backends/kit/backend.h"

namespace upg::cloudformation {
[[nodiscard]] backends::Backend backend();

/// The file of one document. What is known only when the script runs is not in it.
[[nodiscard]] std::string print(const plan::Document& document, const plan::Plan& plan);
}  // namespace upg::cloudformation
