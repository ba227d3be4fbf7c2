// Errors of one file while it is read: one a line, and no more than a person reads in one go.
#pragma once

#include <optional>
#include <set>

#include "compiler/diag/codes_syntax.h"
#include "compiler/diag/diag.h"

namespace upg::parse {

class Complaints {
 public:
  Complaints(const support::SourceFile& source, diag::Sink& sink) : source_(source), sink_(sink) {}

  /// Reports `entry` unless the line of `at` had its complaint.
  template <typename Entry, typename... A>
  std::optional<diag::Builder> say(const Entry& entry, Span at, const A&... args) {
    if (!first_on_line(at)) return std::nullopt;
    return entry(sink_, at, args...);
  }
  /// What most mistakes come to: a word where none of its kind is due.
  std::optional<diag::Builder> unexpected(Span at) { return say(diag::UnexpectedWord, at, source_.slice(at)); }
  void open_bracket(Span at) { say(diag::OpenBracket, at, source_.slice(at)); }
  [[nodiscard]] const support::SourceFile& source() const { return source_; }
  [[nodiscard]] diag::Sink& sink() { return sink_; }
  /// So many mistakes that reading on helps nobody.
  [[nodiscard]] bool full() const { return full_; }

 private:
  /// True when nothing was said about this line yet; from now on something was. A mistake costs its line.
  bool first_on_line(Span at);

  static constexpr size_t kMost = 20;
  const support::SourceFile& source_;
  diag::Sink& sink_;
  std::set<uint32_t> lines_;
  bool full_ = false;
};

}  // namespace upg::parse
