// Diagnostics: what the compiler tells a person. A complaint is worded once, as a line of catalog/*.def, with typed
// arguments; rooms report it into a Sink. Rendering (text, JSON, …) is another file's business.
//
//   diag::UnknownStep(sink, span, name).help("did you mean `{}`?", other).fix(span, other);
//
// Wording: lower case, no full stop, code in backticks, the observed fact first; a hint goes into help().
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/source.h"

namespace upg::diag {

enum class Severity : uint8_t { error, warning };

/// A second place that explains the first.
struct Note {
  std::optional<Span> span;  ///< none: about the whole (a witness, a flow)
  std::string text;
};

/// An edit that mends the mistake: replace `span` by `text`.
struct Fix {
  Span span;
  std::string text;
};

struct Diagnostic {
  uint16_t code = 0;  ///< 3104 for UPG3104
  Severity severity = Severity::error;
  std::optional<Span> span;  ///< none: the complaint is about the command line or a file as a whole
  std::string message;
  std::string help;  ///< empty: none
  std::vector<Note> notes;
  std::vector<Fix> fixes;
};

/// Collects the diagnostics of one compilation.
class Sink {
 public:
  size_t add(Diagnostic d);
  [[nodiscard]] Diagnostic& at(size_t i) { return all_[i]; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] size_t errors() const { return errors_; }
  /// By place; diagnostics without a place first; equal ones (code, place, message) once.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
};

/// Adds to a diagnostic that is already in its sink.
class Builder {
 public:
  Builder(Sink& sink, size_t index) : sink_(&sink), index_(index) {}
  template <typename... A>
  Builder& help(fmt::format_string<A...> text, A&&... args) {
    sink_->at(index_).help = fmt::format(text, std::forward<A>(args)...);
    return *this;
  }
  template <typename... A>
  Builder& note(std::optional<Span> at, fmt::format_string<A...> text, A&&... args) {
    sink_->at(index_).notes.push_back({at, fmt::format(text, std::forward<A>(args)...)});
    return *this;
  }
  Builder& fix(Span at, std::string text) {
    sink_->at(index_).fixes.push_back({at, std::move(text)});
    return *this;
  }
  /// help "did you mean `x`?" and the fix, when `suggestion` is not empty.
  Builder& did_you_mean(Span at, std::string_view suggestion);

 private:
  Sink* sink_;
  size_t index_;
};

/// One line of the catalogue; calling it reports. The lines themselves stand in codes_AREA.h, so that a new one touches only
/// the rooms that speak of it.
template <typename... A>
struct Entry {
  uint16_t code;
  Severity severity;
  std::string_view name;
  std::string_view format;

  Builder operator()(Sink& sink, std::optional<Span> at, const A&... args) const {
    return {sink, sink.add({code, severity, at, fmt::format(fmt::runtime(format), args...), {}, {}, {}})};
  }
};


struct CatalogLine {
  uint16_t code;
  Severity severity;
  std::string_view name;
  std::string_view format;
};
/// Every line of the catalogue, by code.
[[nodiscard]] const std::vector<CatalogLine>& catalog();
/// The page of a code (Markdown), or empty.
[[nodiscard]] std::string_view page(uint16_t code);

}  // namespace upg::diag
