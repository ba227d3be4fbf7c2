// Gzipped tar archives, as packaged charts are: read whole, in memory, bounded.
#include <zlib.h>

#include <algorithm>

#include "compiler/schema/tree.h"

namespace upg::schema {
namespace {

std::optional<std::string> inflated(const std::string& packed) {
  z_stream z{};
  if (inflateInit2(&z, 16 + MAX_WBITS) != Z_OK) return std::nullopt;
  std::string out, chunk(1 << 16, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // the library reads only
  z.avail_in = static_cast<uInt>(packed.size());
  int state = Z_OK;
  while (state == Z_OK && out.size() <= bytes_limit) {
    z.next_out = reinterpret_cast<Bytef*>(chunk.data());
    z.avail_out = static_cast<uInt>(chunk.size());
    state = inflate(&z, Z_NO_FLUSH);
    out.append(chunk, 0, chunk.size() - z.avail_out);
  }
  inflateEnd(&z);
  return state == Z_STREAM_END || out.size() > bytes_limit ? std::optional(out) : std::nullopt;
}

std::string field(std::string_view block, size_t at, size_t size) {
  auto part = block.substr(at, size);
  return std::string(part.substr(0, part.find('\0')));
}

size_t octal(std::string_view text) {
  size_t n = 0;
  for (const char c : text)
    if (c >= '0' && c <= '7') n = n * 8 + static_cast<size_t>(c - '0');
  return n;
}

}  // namespace

std::variant<std::vector<File>, Fault> unpack(const File& archive) {
  constexpr size_t block = 512;
  const auto tar = inflated(archive.bytes);
  if (!tar) return Fault{FaultKind::syntax, {archive.name, 0}, "it is no gzipped archive"};
  if (tar->size() > bytes_limit) return Fault{FaultKind::limit, {archive.name, 0}, "it unpacks to more than 8 MiB"};
  std::vector<File> out;
  for (size_t at = 0; at + block <= tar->size() && (*tar)[at] != '\0';) {
    const std::string_view head(tar->data() + at, block);
    const auto size = octal(field(head, 124, 12));
    if (head.substr(257, 5) != "ustar" || size > tar->size() - at - block)
      return Fault{FaultKind::syntax, {archive.name, 0}, "it is no archive of files"};
    auto name = field(head, 345, 155);
    name = name.empty() ? field(head, 0, 100) : name + "/" + field(head, 0, 100);
    const char kind = head[156];
    const auto slash = name.find('/');
    if ((kind == '0' || kind == '\0') && slash != std::string::npos)
      out.push_back({name.substr(slash + 1), tar->substr(at + block, size)});
    at += block + (size + block - 1) / block * block;
  }
  return out;
}

}  // namespace upg::schema
