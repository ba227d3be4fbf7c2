#include "compiler/parse/screen.h"

namespace upg::parse {

namespace {

constexpr size_t kMostBytes = size_t{8} << 20;
constexpr size_t kLongestLine = size_t{16} << 10;

struct Decoded {
  uint32_t code = 0;
  uint32_t length = 0;  ///< 0: not UTF-8
};

/// One code point at `i`, strictly: no overlong form, no surrogate, nothing above U+10FFFF.
Decoded decode(std::string_view text, size_t i) {
  const auto byte = [&](size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
  const auto tail = [&](size_t k) { return (byte(k) & 0xC0) == 0x80; };
  const uint32_t a = byte(i);
  if (a < 0x80) return {a, 1};
  if (a >= 0xC2 && a <= 0xDF && tail(i + 1)) return {((a & 0x1F) << 6) | (byte(i + 1) & 0x3F), 2};
  if (a >= 0xE0 && a <= 0xEF && tail(i + 1) && tail(i + 2)) {
    const uint32_t code = ((a & 0x0F) << 12) | ((byte(i + 1) & 0x3F) << 6) | (byte(i + 2) & 0x3F);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (a >= 0xF0 && a <= 0xF4 && tail(i + 1) && tail(i + 2) && tail(i + 3)) {
    const uint32_t code = ((a & 0x07) << 18) | ((byte(i + 1) & 0x3F) << 12) | ((byte(i + 2) & 0x3F) << 6) | (byte(i + 3) & 0x3F);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {};
}

bool is_control(uint32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/// Characters that reorder what a reader sees.
bool is_bidi(uint32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0x200E || c == 0x200F;
}

bool is_invisible(uint32_t c) {
  return (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0x00AD || c == 0x180E ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE01EF);
}

class Screen {
 public:
  explicit Screen(Complaints& complaints) : complaints_(complaints), text_(complaints.source().text()) {}

  bool run() {
    if (text_.size() > kMostBytes) {
      diag::FileTooLarge(complaints_.sink(), std::nullopt, text_.size());
      return false;
    }
    if (!byte_order_mark()) return false;
    for (; at_ < text_.size();) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c >= 0x20 && c < 0x7F) {
        ++at_;
        continue;
      }
      if (c == '\n' ? !end_line() : !unusual()) return false;
    }
    if (!end_line()) return false;
    if (returns_ > 0 && returns_ < feeds_) diag::MixedLineEnds(complaints_.sink(), std::nullopt, returns_, feeds_);
    return true;
  }

 private:
  [[nodiscard]] Span here(size_t length) const {
    return {complaints_.source().id(), static_cast<uint32_t>(at_), static_cast<uint32_t>(at_ + length)};
  }

  bool byte_order_mark() {
    const auto start = text_.substr(0, 2);
    if (start == "\xFF\xFE" || start == "\xFE\xFF") {
      diag::Utf16(complaints_.sink(), std::nullopt, start == "\xFF\xFE" ? "UTF-16 (little endian)" : "UTF-16 (big endian)");
      return false;
    }
    if (!text_.starts_with("\xEF\xBB\xBF")) return true;
    diag::ByteOrderMark(complaints_.sink(), here(3)).fix(here(3), "");
    at_ = 3;
    return true;
  }

  /// At a line feed or the end of the text.
  bool end_line() {
    const size_t length = at_ - line_;
    if (length > kLongestLine) {
      diag::LineTooLong(complaints_.sink(),
                        Span{complaints_.source().id(), static_cast<uint32_t>(line_), static_cast<uint32_t>(line_)}, length);
      return false;
    }
    if (at_ < text_.size()) {
      ++feeds_;
      if (at_ > line_ && text_[at_ - 1] == '\r') ++returns_;
    }
    line_ = ++at_;
    return true;
  }

  /// Anything but printable ASCII and a line feed.
  bool unusual() {
    const auto [code, length] = decode(text_, at_);
    if (length == 0) {
      diag::InvalidUtf8(complaints_.sink(), here(1), static_cast<unsigned char>(text_[at_]), static_cast<uint32_t>(at_));
      return false;
    }
    if (code == 0) {
      const auto place = complaints_.source().place(static_cast<uint32_t>(at_));
      diag::NulByte(complaints_.sink(), here(1), place.line, place.column);
      return false;
    }
    suspicious(code, here(length));
    at_ += length;
    return true;
  }

  void suspicious(uint32_t code, Span at) {
    if (code == '\r') {
      if (text_.substr(at.end, 1) != "\n") complaints_.say(diag::LoneCarriageReturn, at);
    } else if (is_control(code)) {
      complaints_.say(diag::ControlCharacter, at, code);
    } else if (is_bidi(code)) {
      if (auto said = complaints_.say(diag::BidiControl, at, code)) said->help("in a text, write `\\u{{{:X}}}`", code);
    } else if (is_invisible(code)) {
      if (auto said = complaints_.say(diag::InvisibleCharacter, at, code)) said->help("in a text, write `\\u{{{:X}}}`", code);
    }
  }

  Complaints& complaints_;
  std::string_view text_;
  size_t at_ = 0;
  size_t line_ = 0;  ///< where the line began
  size_t feeds_ = 0;
  size_t returns_ = 0;
};

}  // namespace

bool screen(Complaints& complaints) { return Screen(complaints).run(); }

}  // namespace upg::parse
