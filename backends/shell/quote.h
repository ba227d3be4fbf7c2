// Words of a shell script. A Word can be made only from bytes, which are quoted, or from the name of a variable, which is
// expanded within double quotes: no text of an author or operator ever meets generated text in another way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace upg::shell {

/// A name of the script's own: a variable or a function. Made from any text by folding what a shell does not take.
class Name {
 public:
  Name() = default;
  /// `prefix` must be a name; `-`, `.` and the like in `text` become `_`.
  explicit Name(std::string_view prefix, std::string_view text = {});
  [[nodiscard]] const std::string& str() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  friend auto operator<=>(const Name&, const Name&) = default;

 private:
  std::string text_;
};

class Word {
 public:
  Word() = default;
  [[nodiscard]] static Word literal(std::string_view bytes);
  [[nodiscard]] static Word variable(const Name& name);
  /// `"$@"`: every argument, a word each.
  [[nodiscard]] static Word arguments();
  /// What a function of the script prints: `"$(name)"`.
  [[nodiscard]] static Word output_of(const Name& function);

  Word& operator+=(const Word& other);
  [[nodiscard]] bool empty() const { return parts_.empty(); }
  [[nodiscard]] bool is_literal() const;
  /// The bytes of a word that is_literal().
  [[nodiscard]] std::string bytes() const;

  struct Part {
    bool expansion = false;
    std::string text;  ///< bytes; of an expansion what stands behind its `$`, as `{V_ROOT}`
  };
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  /// A word of one part alone.
  [[nodiscard]] Word part(size_t i) const;

 private:
  std::vector<Part> parts_;
};

/// How a literal is to be printed: an argument may stay bare when nothing in it is special; a value is always quoted, so
/// that nobody takes it for a command or a keyword.
enum class Place : uint8_t { argument, value };

/// The word as it stands in the script. Every byte must be visible (see visible()).
[[nodiscard]] std::string print(const Word& word, Place place = Place::argument);
/// The bytes as they stand within double quotes.
[[nodiscard]] std::string in_double_quotes(std::string_view bytes);

/// Can these bytes stand in a script that people review? Control characters, broken UTF-8 and characters that are not
/// seen or reorder the text cannot: they are made by printf from octal codes instead.
[[nodiscard]] bool visible(std::string_view bytes);

/// The bytes as a format of printf, all of them visible.
[[nodiscard]] std::string octal(std::string_view bytes);

/// The text without what a comment cannot hold: one line, invisible characters as `?`.
[[nodiscard]] std::string comment_text(std::string_view text);

}  // namespace upg::shell
