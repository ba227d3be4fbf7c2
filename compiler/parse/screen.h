// The first look at a text, byte by byte, before any word is read: encoding, limits, characters of ill repute.
#pragma once

#include "compiler/parse/complaints.h"

namespace upg::parse {

/// False: not to be read any further; the reason has been reported. One pass, no memory.
[[nodiscard]] bool screen(Complaints& complaints);

}  // namespace upg::parse
