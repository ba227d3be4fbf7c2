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
#include <utility>

#include "compiler/diag/codes_driver.h"
#include "compiler/support/text.h"

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

constexpr size_t head_size = 4096;

std::string in_directory(const std::string& directory, const std::string& name) {
  return directory == "." ? name : directory + (directory.ends_with('/') ? "" : "/") + name;
}

}  // namespace

/// An open directory, and what is being put into it.
class Writer::Replacement {
  enum class Doubt : uint8_t { none, foreign, edited };

 public:
  Replacement(Destination to, diag::Sink& sink) : to_(std::move(to)), sink_(sink), errors_(sink.errors()) {
    std::error_code failed;
    std::filesystem::create_directories(to_.directory, failed);
    fd_ = ::open(to_.directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd_ < 0) diag::OutputDirectory(sink_, std::nullopt, to_.directory, system_error());
  }
  ~Replacement() {
    if (file_ >= 0) ::close(file_);
    for (const auto& name : temporary_) ::unlinkat(fd_, name.c_str(), 0);
    if (fd_ >= 0) ::close(fd_);
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  void put(std::string_view name, std::string_view bytes) {
    if (!open_) begin(std::string(name));
    hash_.add(bytes);
    if (file_ >= 0 && !write_bytes(file_, bytes)) fail();
  }

  void finish(const Artifact& artifact) {
    put(artifact.name, artifact.bytes);
    open_ = false;
    written_.push_back({artifact.name, hash_.hex()});
    hash_ = {};
    if (file_ < 0) return;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (artifact.executable && ::fchmod(file_, 0777 & ~mask) != 0) return fail();
    if (to_.durable && ::fsync(file_) != 0) return fail();
    if (::close(std::exchange(file_, -1)) != 0) unwritten(artifact.name);
    if (doubt_ != Doubt::none && !same_as_before(written_.back())) complain(shown_name(artifact.name));
  }

  [[nodiscard]] const std::vector<Written>& written() const { return written_; }

  // Renames all; when one fails, those before it are put back.
  bool put_in_place() {
    if (sink_.errors() > errors_) return false;
    for (size_t i = 0; i < written_.size(); ++i) {
      const auto& name = written_[i].name;
      const auto kept = beside(name, "old");
      if (::linkat(fd_, name.c_str(), fd_, kept.c_str(), 0) == 0) temporary_.push_back(kept);
      if (::renameat(fd_, temporary_[i].c_str(), fd_, name.c_str()) == 0) continue;
      unwritten(name);
      put_back(i);
      return false;
    }
    if (to_.durable) ::fsync(fd_);
    return true;
  }

 private:
  void begin(std::string name) {
    open_ = true;
    doubt_ = Doubt::none;
    if (fd_ < 0 || !sound(name)) return;
    name_ = std::move(name);
    if (!admissible()) return;
    const auto temporary = beside(name_, "tmp");
    file_ = ::openat(fd_, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file_ < 0) return fail();
    temporary_.push_back(temporary);
  }

  bool sound(const std::string& name) {
    const auto before = sink_.errors();
    names_.push_back({name, {}, false});
    check_names(names_, sink_);
    if (sink_.errors() == before) return true;
    names_.pop_back();
    return false;
  }

  // May what stands at this name be replaced?
  bool admissible() {
    struct stat status {};
    if (::fstatat(fd_, name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT || unwritten(name_);
    const auto shown = shown_name(name_);
    if (S_ISLNK(status.st_mode)) return refused(diag::OutputSymlink(sink_, std::nullopt, shown));
    if (!S_ISREG(status.st_mode)) return refused(diag::OutputNotRegular(sink_, std::nullopt, shown));
    const FileId id{status.st_dev, status.st_ino};
    if (std::find(to_.inputs.begin(), to_.inputs.end(), id) != to_.inputs.end())
      return refused(diag::OutputIsInput(sink_, std::nullopt, shown));
    if (!to_.force) doubt_ = doubt();
    return true;
  }

  // A manifest knows what the file was; without one, the mark near its beginning says that upg made it.
  [[nodiscard]] Doubt doubt() const {
    if (const auto listed = to_.ours.find(name_); listed != to_.ours.end())
      return listed->second.empty() || same_as_before({name_, listed->second}) ? Doubt::none : Doubt::edited;
    ReadFailure failure;
    const auto old = read_file(shown_name(name_), failure, head_size);
    const bool marked = old && std::string_view(old->bytes).substr(0, head_size).find(made_by_upg) != std::string_view::npos;
    return marked ? Doubt::none : Doubt::foreign;
  }

  void complain(const std::string& shown) {
    if (doubt_ == Doubt::foreign)
      diag::OutputForeign(sink_, std::nullopt, shown).help("`--force` replaces it, another `--out` keeps it");
    else
      diag::OutputEdited(sink_, std::nullopt, shown)
          .help("what is to stay belongs into the plan; `--force` replaces the file, `upg build --check` shows what differs");
  }

  /// What is replaced by its own bytes is not lost.
  [[nodiscard]] bool same_as_before(const Written& file) const {
    ReadFailure failure;
    const auto old = read_file(shown_name(file.name), failure, size_t{1} << 30);
    return old && support::sha256(old->bytes) == file.sha256;
  }

  void fail() {
    unwritten(name_);
    if (file_ >= 0) ::close(std::exchange(file_, -1));
  }
  bool unwritten(const std::string& name) {
    diag::OutputUnwritten(sink_, std::nullopt, shown_name(name), system_error());
    return false;
  }
  static bool refused(const diag::Builder&) { return false; }
  static std::string beside(const std::string& name, std::string_view end) { return fmt::format(".{}.{}.{}", name, ::getpid(), end); }
  [[nodiscard]] std::string shown_name(const std::string& name) const { return in_directory(to_.directory, name); }

  void put_back(size_t count) {
    for (size_t i = 0; i < count; ++i)
      if (::renameat(fd_, beside(written_[i].name, "old").c_str(), fd_, written_[i].name.c_str()) != 0)
        ::unlinkat(fd_, written_[i].name.c_str(), 0);
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

  Destination to_;
  diag::Sink& sink_;
  size_t errors_;
  int fd_ = -1;
  int file_ = -1;           // being written
  bool open_ = false;       // a file was begun, written or not
  Doubt doubt_ = Doubt::none;  // in doubt, a file may be replaced by its own bytes only
  std::string name_;
  support::Sha256 hash_;
  std::vector<Written> written_;
  std::vector<Artifact> names_;         // without their bytes
  std::vector<std::string> temporary_;  // the first ones are the new files, in the order of the artifacts
};

Writer::Writer(Destination to, diag::Sink& sink) : files_(std::make_unique<Replacement>(std::move(to), sink)) {}
Writer::~Writer() = default;
void Writer::put(std::string_view name, std::string_view bytes) { files_->put(name, bytes); }
void Writer::finish(const Artifact& artifact) { files_->finish(artifact); }
const std::vector<Written>& Writer::written() const { return files_->written(); }
bool Writer::put_in_place() { return files_->put_in_place(); }

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
  Writer writer(to, sink);
  for (const auto& artifact : artifacts) writer.finish(artifact);
  return writer.put_in_place();
}

bool replace_file(const std::string& path, std::string_view bytes, diag::Sink& sink) {
  const auto directory = directory_of(path);
  Writer writer({.directory = directory.empty() ? "." : directory, .inputs = {}, .ours = {}, .force = true, .durable = true}, sink);
  writer.finish({leaf_of(path), std::string(bytes), false});
  return writer.put_in_place();
}

}  // namespace upg::driver
