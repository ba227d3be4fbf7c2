// A Markdown document as a tree. Text enters it only as Text (escaped by the printer), code only as Code or Fence; what
// an author wrote as Markdown stands in Prose and Author.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace upg::runbook::md {

struct Text { std::string text; };
struct Strong { std::string text; };
struct Code { std::string text; };
struct Author { std::string markdown; };                  ///< one line of Markdown by the author
struct Link { std::string text; std::string target; };    ///< target: a heading's anchor (`#x`) or a URL
using Inline = std::variant<Text, Strong, Code, Author, Link>;
using Inlines = std::vector<Inline>;

struct Block;
using Blocks = std::vector<Block>;

struct Heading { int level = 1; std::string text; };
struct Paragraph { Inlines inlines; };
struct Fence { std::string language; std::string text; };
enum class Mark : unsigned char { bullet, number, task };
struct List { Mark mark = Mark::bullet; std::vector<Blocks> items; };
struct Table { std::vector<Inlines> head; std::vector<std::vector<Inlines>> rows; };
struct Prose { std::string markdown; };                   ///< blocks of Markdown by the author
struct Comment { std::string text; };                     ///< seen in the source alone
struct Alert { enum class Kind : unsigned char { note, tip, warning, caution } kind = Kind::note; Blocks blocks; };

struct Block { std::variant<Heading, Paragraph, Fence, List, Prose, Comment, Alert, Table> node; };

/// The anchor that renderers give to a heading, with `#`. Headings of one document must differ.
[[nodiscard]] std::string anchor(std::string_view heading);

enum class Flavour : unsigned char { commonmark, github };
/// A document that is printed as it grows, so that no more of its tree is kept than is being made.
class Page {
 public:
  explicit Page(Flavour flavour) : flavour_(flavour) {}
  void add(const Blocks& blocks);
  /// What was printed elsewhere; it begins with a heading.
  void add(Page other);
  /// What was printed since the last time, in pieces: one text would be copied whenever it outgrows its place.
  [[nodiscard]] std::vector<std::string> take();

 private:
  void part(bool apart);
  std::string text_;
  std::vector<std::string> pieces_;  ///< before `text_`
  Flavour flavour_;
  bool begun_ = false;
  std::optional<size_t> last_;  ///< which shape the last block has
};
/// What stands for `inlines` in the source of the document.
[[nodiscard]] std::string print(const Inlines& inlines);
/// The author's prose without what would leave its place: headings, raw HTML, a fence that is not closed.
[[nodiscard]] std::string tamed(std::string_view markdown);

// Makers, so that lowering reads as what it writes.
inline Block heading(int level, std::string text) { return {Heading{level, std::move(text)}}; }
inline Block paragraph(Inlines inlines) { return {Paragraph{std::move(inlines)}}; }
inline Block fence(std::string language, std::string text) { return {Fence{std::move(language), std::move(text)}}; }
inline void append(Blocks& to, Blocks from) {
  for (auto& b : from) to.push_back(std::move(b));
}
inline void append(Inlines& to, Inlines from) {
  for (auto& i : from) to.push_back(std::move(i));
}

}  // namespace upg::runbook::md
