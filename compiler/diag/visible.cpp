#include <array>

#include "compiler/diag/render.h"

namespace upg::diag {
namespace {

struct Decoded {
  uint32_t point = 0;
  size_t length = 1;
  bool sound = false;
};

// One code point of well-formed UTF-8, or one broken byte.
Decoded decode(std::string_view s) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const size_t length = first >= 0xF0 && first < 0xF5   ? 4
                        : first >= 0xE0 && first < 0xF0 ? 3
                        : first >= 0xC2 && first < 0xE0 ? 2
                                                        : 0;
  if (length == 0 || s.size() < length) return {first, 1, false};
  uint32_t point = first & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {first, 1, false};
    point = point << 6 | (byte(i) & 0x3F);
  }
  const std::array<uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool sound = point >= least[length] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  return sound ? Decoded{point, length, true} : Decoded{first, 1, false};
}

struct Interval {
  uint32_t low, high;
};

bool among(uint32_t point, std::initializer_list<Interval> list) {
  for (const auto& [low, high] : list)
    if (point >= low && point <= high) return true;
  return false;
}

bool hidden(uint32_t point) {
  return among(point, {{0, 0x1F},
                       {0x7F, 0x9F},
                       {0xAD, 0xAD},
                       {0x61C, 0x61C},
                       {0x200B, 0x200F},
                       {0x2028, 0x202E},
                       {0x2060, 0x206F},
                       {0xFE00, 0xFE0F},
                       {0xFEFF, 0xFEFF},
                       {0xE0000, 0xE0FFF}});
}

size_t width(uint32_t point) {
  if (among(point, {{0x300, 0x36F}})) return 0;
  const bool wide = among(point, {{0x1100, 0x115F},
                                  {0x2E80, 0xA4CF},
                                  {0xAC00, 0xD7A3},
                                  {0xF900, 0xFAFF},
                                  {0xFE30, 0xFE6F},
                                  {0xFF00, 0xFF60},
                                  {0xFFE0, 0xFFE6},
                                  {0x1F300, 0x1FAFF},
                                  {0x20000, 0x3FFFD}});
  return wide ? 2 : 1;
}

}  // namespace

std::string visible(std::string_view text, std::vector<size_t>* columns) {
  std::string out;
  size_t column = 0;
  while (!text.empty()) {
    const auto [point, length, sound] = decode(text);
    std::string shown(text.substr(0, length));
    size_t wide = sound ? width(point) : 0;
    if (!sound || hidden(point)) {
      shown = point == '\t' ? " " : fmt::format("\\{}{{{:X}}}", sound ? 'u' : 'x', point);
      wide = shown.size();
    }
    if (columns) columns->insert(columns->end(), length, column);
    column += wide;
    out += shown;
    text.remove_prefix(length);
  }
  if (columns) columns->push_back(column);
  return out;
}

}  // namespace upg::diag
