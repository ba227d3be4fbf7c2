#include "compiler/driver/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dtl/dtl.hpp>
#include <sstream>

#include "compiler/diag/codes_driver.h"

namespace upg::driver {
namespace {

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    out.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      out.back() += "\n\\ No newline at end of file";
      break;
    }
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string system_error() { return std::strerror(errno); }

std::optional<Contents> read_file(const std::string& path, ReadFailure& failure, size_t limit) {
  // O_NONBLOCK: a pipe without a writer must not hang us before we know that it is one.
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  struct stat status {};
  if (file.fd < 0 || ::fstat(file.fd, &status) != 0) {
    failure = {system_error(), false};
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    failure = {"it is not a regular file", true};
    return std::nullopt;
  }
  Contents out{{}, {status.st_dev, status.st_ino}};
  std::array<char, 1 << 16> buffer;
  while (out.bytes.size() <= limit) {
    const ssize_t n = ::read(file.fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      failure = {system_error(), false};
      return std::nullopt;
    }
    if (n == 0) break;
    out.bytes.append(buffer.data(), static_cast<size_t>(n));
  }
  return out;
}

std::optional<Contents> read_file(const std::string& path, diag::Sink& sink) {
  ReadFailure failure;
  auto out = read_file(path, failure);
  if (out) return out;
  if (failure.not_regular)
    diag::FileNotRegular(sink, std::nullopt, path);
  else
    diag::FileUnreadable(sink, std::nullopt, path, failure.why);
  return std::nullopt;
}

std::string directory_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash + 1));
}

std::string leaf_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string unified_diff(const std::string& name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  dtl::Diff<std::string> diff(lines_of(before), lines_of(after));
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream out;
  const auto shown = std::string_view(name).substr(std::min(name.find_first_not_of('/'), name.size()));
  out << "--- a/" << shown << "\n+++ b/" << shown << '\n';
  diff.printUnifiedFormat(out);
  return out.str();
}

}  // namespace upg::driver
