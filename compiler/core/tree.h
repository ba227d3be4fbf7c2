// What a document holds at one place: a value, a list or a record of such.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "compiler/core/expr.h"

namespace upg::core {

struct TreeEntry;
struct Tree {
  std::variant<Ref, std::vector<Tree>, std::vector<TreeEntry>> node;
};
struct TreeEntry {
  std::string key;
  Tree value;
};

/// Calls `f` for each value in it.
template <typename F>
void each_leaf(const Tree& t, const F& f) {
  if (const auto* e = std::get_if<Ref>(&t.node)) return f(*e);
  if (const auto* all = std::get_if<std::vector<Tree>>(&t.node))
    for (const auto& i : *all) each_leaf(i, f);
  if (const auto* all = std::get_if<std::vector<TreeEntry>>(&t.node))
    for (const auto& i : *all) each_leaf(i.value, f);
}

}  // namespace upg::core
