#include "compiler/driver/sources.h"

#include <filesystem>

#include "compiler/driver/files.h"
#include "compiler/support/text.h"

namespace upg::driver {
namespace {

namespace fs = std::filesystem;

bool leads_outside(const std::string& directory, const std::string& path) {
  std::error_code failed;
  const auto root = fs::canonical(directory.empty() ? "." : directory, failed).generic_string();
  const auto real = fs::canonical(directory + path, failed).generic_string();
  return !failed && !real.starts_with(root == "/" ? "/" : root + "/");
}

}  // namespace

std::function<schema::Source(const std::string&, std::span<const std::string_view>)> source_reader(
    std::string directory, std::shared_ptr<ReadSources> read) {
  return [directory = std::move(directory), read = std::move(read)](const std::string& path,
                                                                    std::span<const std::string_view> parts) {
    schema::Source out;
    out.path = path;
    const auto take = [&](const std::string& from, const std::string& name) {
      ReadFailure failure;
      auto contents = read_file(directory + from, failure, schema::bytes_limit + 1);
      if (!contents) return failure.why;
      read->emplace_back(from, support::sha256(contents->bytes));
      out.files.push_back({name, std::move(contents->bytes)});
      return std::string();
    };
    if (leads_outside(directory, path)) {
      out.failure = "a link leads out of the plan's directory";
      return out;
    }
    std::error_code failed;
    out.directory = fs::is_directory(directory + path, failed);
    if (!out.directory) {
      out.failure = take(path, path);
      return out;
    }
    for (const auto part : parts) {
      const auto from = path + (path.ends_with('/') ? "" : "/") + std::string(part);
      if (!fs::exists(directory + from, failed)) continue;
      if (leads_outside(directory, from))
        out.failure = "a link leads out of the plan's directory";
      else
        out.failure = take(from, std::string(part));
      if (!out.failure.empty()) return out;
    }
    return out;
  };
}

}  // namespace upg::driver
