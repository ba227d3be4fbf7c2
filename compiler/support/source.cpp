#include "compiler/support/source.h"

#include <algorithm>

namespace upg::support {

SourceFile::SourceFile(uint32_t id, std::string name, std::string text)
    : id_(id), name_(std::move(name)), text_(std::move(text)), starts_{0} {
  for (size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') starts_.push_back(static_cast<uint32_t>(i + 1));
}

std::string_view SourceFile::slice(Span s) const {
  const auto begin = std::min<size_t>(s.begin, text_.size());
  const auto end = std::clamp<size_t>(s.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

Place SourceFile::place(uint32_t offset) const {
  offset = std::min<uint32_t>(offset, static_cast<uint32_t>(text_.size()));
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<uint32_t>(next - starts_.begin());
  uint32_t column = 1;
  for (uint32_t i = starts_[line - 1]; i < offset; ++i)
    if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++column;
  return {line, column};
}

std::string_view SourceFile::line(uint32_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  const size_t begin = starts_[line - 1];
  size_t end = line < starts_.size() ? starts_[line] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return std::string_view(text_).substr(begin, end - begin);
}

const SourceFile& SourceSet::add(std::string name, std::string text) {
  files_.push_back(std::make_unique<SourceFile>(static_cast<uint32_t>(files_.size()), std::move(name), std::move(text)));
  return *files_.back();
}

const SourceFile* SourceSet::find(std::string_view name) const {
  for (const auto& f : files_)
    if (f->name() == name) return f.get();
  return nullptr;
}

}  // namespace upg::support
