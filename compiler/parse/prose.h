// The three quotes of a prose, one of them missing: read on, and every line of the prose would be a mistake.
#pragma once

#include "compiler/parse/complaints.h"

namespace upg::parse {

/// False when a prose lacks a quote at one of its ends; that was reported, and reading on would say it again in many ways.
[[nodiscard]] bool prose_quotes(Complaints& complaints);

}  // namespace upg::parse
