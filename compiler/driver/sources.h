// Reads what the schemas of documents are made of: files beside the plan.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "compiler/schema/schema.h"

namespace upg::driver {

/// What was read, by its name, with its digest: for the manifest.
using ReadSources = std::vector<std::pair<std::string, std::string>>;

/// `directory`: of the plan, "" or ending in `/`. What a link leads to outside of it is refused.
[[nodiscard]] std::function<schema::Source(const std::string&, std::span<const std::string_view>)> source_reader(
    std::string directory, std::shared_ptr<ReadSources> read);

}  // namespace upg::driver
