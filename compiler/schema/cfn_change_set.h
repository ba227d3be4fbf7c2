// A change set as a document: its keys and their types, out of the template that it leads to; and what the service, or whoever
// owns the data in the stack, would mind in it.
#pragma once

#include "compiler/schema/schema.h"

namespace upg::schema::cfn {

inline constexpr size_t value_limit = 4096;  ///< bytes of a parameter
inline constexpr size_t tags_limit = 50;
inline constexpr size_t notifications_limit = 5;
inline constexpr size_t triggers_limit = 5;

/// `parameters` with a key for each, `capabilities`, `tags`, `notifications`, `rollback_triggers`, `monitoring_minutes`,
/// `description`, `nested`, and `replaces`: the resources with data that may be replaced or deleted.
[[nodiscard]] Imported read_change_set(const Source& source);
[[nodiscard]] Review review(const Request& request);

}  // namespace upg::schema::cfn
