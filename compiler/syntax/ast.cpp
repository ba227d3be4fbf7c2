#include "compiler/syntax/ast.h"

namespace upg::syntax {

std::string_view Line::word() const {
  if (!head) return {};
  const auto* name = std::get_if<NameRef>(&head->node);
  return name ? std::string_view(name->name) : std::string_view();
}

}  // namespace upg::syntax
