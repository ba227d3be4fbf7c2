#include "compiler/driver/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <map>

#include "compiler/diag/codes_driver.h"

namespace upg::driver {
namespace {

using backends::Artifact;

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

// Names that some system takes for a device.
bool reserved(std::string_view name) {
  auto stem = folded(name.substr(0, name.find('.')));
  if (stem.size() == 4 && stem[3] >= '1' && stem[3] <= '9') stem[3] = '1';
  constexpr std::array<std::string_view, 6> list = {"con", "prn", "aux", "nul", "com1", "lpt1"};
  return std::find(list.begin(), list.end(), stem) != list.end();
}

std::string name_fault(std::string_view name) {
  const auto plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("._-+").find(c) != std::string_view::npos;
  };
  if (name.empty()) return "is empty";
  if (name.starts_with('/')) return "is absolute";
  if (name.find('/') != std::string_view::npos || name == "." || name == "..") return "leaves the output directory";
  if (name.size() > 200) return "is longer than 200 bytes";
  if (name.starts_with('.') || name.starts_with('-')) return fmt::format("begins with `{}`", name[0]);
  if (!std::all_of(name.begin(), name.end(), plain)) return "holds more than letters, digits and `._-+`";
  if (name.ends_with('.')) return "ends in a full stop";
  if (reserved(name)) return "is a device on some systems";
  return {};
}

/// An open directory in which a set of files is replaced together.
class Replacement {
 public:
  Replacement(const Destination& to, diag::Sink& sink) : to_(to), sink_(sink) {}
  ~Replacement() {
    for (const auto& name : temporary_) ::unlinkat(fd_, name.c_str(), 0);
    if (fd_ >= 0) ::close(fd_);
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  bool open() {
    std::error_code failed;
    std::filesystem::create_directories(to_.directory, failed);
    fd_ = ::open(to_.directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd_ >= 0) return true;
    diag::OutputDirectory(sink_, std::nullopt, to_.directory, system_error());
    return false;
  }

  // May what stands at this name be replaced?
  bool admissible(const Artifact& artifact) {
    struct stat status {};
    if (::fstatat(fd_, artifact.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) return true;
      return unwritten(artifact.name);
    }
    const auto shown = shown_name(artifact.name);
    if (S_ISLNK(status.st_mode)) return refused(diag::OutputSymlink(sink_, std::nullopt, shown));
    if (!S_ISREG(status.st_mode)) return refused(diag::OutputNotRegular(sink_, std::nullopt, shown));
    const FileId id{status.st_dev, status.st_ino};
    if (std::find(to_.inputs.begin(), to_.inputs.end(), id) != to_.inputs.end())
      return refused(diag::OutputIsInput(sink_, std::nullopt, shown));
    if (to_.force || ours(artifact)) return true;
    return refused(diag::OutputForeign(sink_, std::nullopt, shown).help("`--force` replaces it, another `--out` keeps it"));
  }

  bool write_beside(const Artifact& artifact) {
    const auto name = fmt::format(".{}.{}.tmp", artifact.name, ::getpid());
    const int file =
        ::openat(fd_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, artifact.executable ? 0777 : 0666);
    if (file < 0) return unwritten(artifact.name);
    temporary_.push_back(name);
    const bool written = write_bytes(file, artifact.bytes) && ::fsync(file) == 0;
    if (!written) unwritten(artifact.name);
    return (::close(file) == 0 || unwritten(artifact.name)) && written;
  }

  // Renames all; when one fails, those before it are put back.
  bool put_in_place(const std::vector<Artifact>& artifacts) {
    for (size_t i = 0; i < artifacts.size(); ++i) {
      const auto kept = kept_name(artifacts[i].name);
      if (::linkat(fd_, artifacts[i].name.c_str(), fd_, kept.c_str(), 0) == 0) temporary_.push_back(kept);
      if (::renameat(fd_, temporary_[i].c_str(), fd_, artifacts[i].name.c_str()) == 0) continue;
      unwritten(artifacts[i].name);
      put_back(artifacts, i);
      return false;
    }
    ::fsync(fd_);
    return true;
  }

 private:
  static std::string kept_name(const std::string& name) { return fmt::format(".{}.{}.old", name, ::getpid()); }
  [[nodiscard]] std::string shown_name(const std::string& name) const {
    return to_.directory == "." ? name : to_.directory + (to_.directory.ends_with('/') ? "" : "/") + name;
  }
  static bool refused(const diag::Builder&) { return false; }

  bool unwritten(const std::string& name) {
    diag::OutputUnwritten(sink_, std::nullopt, shown_name(name), system_error());
    return false;
  }

  void put_back(const std::vector<Artifact>& artifacts, size_t count) {
    for (size_t i = 0; i < count; ++i)
      if (::renameat(fd_, kept_name(artifacts[i].name).c_str(), fd_, artifacts[i].name.c_str()) != 0)
        ::unlinkat(fd_, artifacts[i].name.c_str(), 0);
  }

  static bool write_bytes(int file, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t n = ::write(file, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return false;
      bytes.remove_prefix(static_cast<size_t>(n));
    }
    return true;
  }

  bool ours(const Artifact& artifact) {
    if (std::find(to_.ours.begin(), to_.ours.end(), artifact.name) != to_.ours.end()) return true;
    ReadFailure failure;
    const auto old = read_file(shown_name(artifact.name), failure);
    return old && (old->bytes == artifact.bytes ||
                   std::string_view(old->bytes).substr(0, 4096).find(made_by_upg) != std::string_view::npos);
  }

  const Destination& to_;
  diag::Sink& sink_;
  int fd_ = -1;
  std::vector<std::string> temporary_;  // the first ones are the new files, in the order of the artifacts
};

}  // namespace

void check_names(const std::vector<Artifact>& artifacts, diag::Sink& sink) {
  std::map<std::string, std::string> seen;
  for (const auto& artifact : artifacts) {
    if (const auto fault = name_fault(artifact.name); !fault.empty()) diag::OutputName(sink, std::nullopt, artifact.name, fault);
    const auto [other, fresh] = seen.emplace(folded(artifact.name), artifact.name);
    if (!fresh) diag::OutputCollision(sink, std::nullopt, other->second, artifact.name);
  }
}

bool write_all(const std::vector<Artifact>& artifacts, const Destination& to, diag::Sink& sink) {
  const size_t before = sink.errors();
  check_names(artifacts, sink);
  if (sink.errors() > before) return false;
  Replacement replacement(to, sink);
  if (!replacement.open()) return false;
  for (const auto& artifact : artifacts) replacement.admissible(artifact);
  if (sink.errors() > before) return false;
  for (const auto& artifact : artifacts)
    if (!replacement.write_beside(artifact)) return false;
  return replacement.put_in_place(artifacts);
}

bool replace_file(const std::string& path, std::string_view bytes, diag::Sink& sink) {
  const auto directory = directory_of(path);
  const Destination to{.directory = directory.empty() ? "." : directory, .inputs = {}, .ours = {}, .force = true};
  const std::vector<Artifact> one = {{leaf_of(path), std::string(bytes), false}};
  Replacement replacement(to, sink);
  return replacement.open() && replacement.admissible(one[0]) && replacement.write_beside(one[0]) &&
         replacement.put_in_place(one);
}

}  // namespace upg::driver
