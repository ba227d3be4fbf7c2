// Source texts and places in them. Everything inside the compiler counts bytes; lines and columns exist only where a
// person or an editor reads them (LineIndex).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace upg::support {

/// Half-open byte range [begin, end) in one source. `file` is the index in its SourceSet.
struct Span {
  uint32_t file = 0;
  uint32_t begin = 0;
  uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
  /// The smallest span that holds both; both must be of one file.
  [[nodiscard]] Span to(Span other) const {
    return {file, begin < other.begin ? begin : other.begin, end > other.end ? end : other.end};
  }
};

/// A place as a person counts: both from 1; the column counts code points.
struct Place {
  uint32_t line = 1;
  uint32_t column = 1;
};

class SourceFile {
 public:
  SourceFile(uint32_t id, std::string name, std::string text);
  [[nodiscard]] uint32_t id() const { return id_; }
  /// As shown in messages: relative to the plan's directory, never absolute; `<kinds>/postgres.upg` for built-in kinds.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view slice(Span s) const;
  [[nodiscard]] Place place(uint32_t offset) const;
  /// The text of line `line` (from 1) without its line end.
  [[nodiscard]] std::string_view line(uint32_t line) const;
  [[nodiscard]] Span all() const { return {id_, 0, static_cast<uint32_t>(text_.size())}; }

 private:
  uint32_t id_;
  std::string name_;
  std::string text_;
  std::vector<uint32_t> starts_;  // offset of each line's first byte
};

/// Owns the sources of one compilation; addresses stay valid as it grows.
class SourceSet {
 public:
  const SourceFile& add(std::string name, std::string text);
  [[nodiscard]] const SourceFile& at(uint32_t id) const { return *files_[id]; }
  [[nodiscard]] size_t size() const { return files_.size(); }
  /// The source with this shown name, or null.
  [[nodiscard]] const SourceFile* find(std::string_view name) const;

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
};

}  // namespace upg::support

namespace upg {
using support::Span;
}
