// What a person sees in a terminal.
#include <algorithm>

#include "compiler/diag/render.h"

namespace upg::diag {
namespace {

constexpr size_t line_width = 160;  // longer source lines are shown as a window around the place

class TextRenderer {
 public:
  TextRenderer(const support::SourceSet& sources, const RenderOptions& options) : sources_(sources), options_(options) {}

  void show(const Diagnostic& d) {
    out_ += paint(tint(d.severity), fmt::format("{}[{}]", word(d.severity), code_text(d.code)));
    out_ += paint(bold, ": " + visible(d.message)) + '\n';
    if (d.span) snippet(*d.span, '^', tint(d.severity));
    for (const auto& note : d.notes) this->note(note);
    if (!d.help.empty()) remark("help", d.help);
    out_ += '\n';
  }

  std::string take() { return std::move(out_); }

  std::string paint(std::string_view style, std::string_view text) const {
    return options_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : std::string(text);
  }

  static std::string_view tint(Severity severity) { return severity == Severity::error ? "1;31" : "1;33"; }

 private:
  static constexpr std::string_view bold = "1";
  static constexpr std::string_view margin_style = "1;34";

  void note(const Note& note) {
    if (!note.span) return remark("note", note.text);
    out_ += paint(bold, "note") + ": " + visible(note.text) + '\n';
    snippet(*note.span, '-', margin_style);
  }

  void remark(std::string_view kind, std::string_view text) {
    std::string_view lead = "   = ";
    while (true) {
      const size_t end = text.find('\n');
      out_ += paint(margin_style, lead) + (lead[3] == '=' ? paint(bold, kind) + ": " : std::string(kind.size() + 2, ' '));
      out_ += visible(text.substr(0, end)) + '\n';
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
      lead = "     ";
    }
  }

  void snippet(Span span, char mark, std::string_view style) {
    const auto& file = sources_.at(span.file);
    const auto where = locate(span, sources_, options_);
    const auto number = std::to_string(where.begin.line);
    const std::string gutter(std::max<size_t>(number.size(), 2), ' ');
    out_ += fmt::format("{}{} {}:{}:{}\n", gutter, paint(margin_style, "-->"), visible(where.file), where.begin.line,
                        where.begin.column);
    const auto line = file.line(where.begin.line);
    const size_t start = static_cast<size_t>(line.data() - file.text().data());
    std::vector<size_t> columns;
    std::string shown = visible(line, &columns);
    const size_t from = columns[std::min<size_t>(span.begin - std::min<size_t>(start, span.begin), line.size())];
    const size_t to = columns[std::min<size_t>(span.end - std::min<size_t>(start, span.end), line.size())];
    const size_t length = std::max<size_t>(to > from ? to - from : 0, 1);
    out_ += paint(margin_style, gutter + " |") + '\n';
    print_marked(shown, from, length, mark, style, fmt::format("{:>{}} |", number, gutter.size()), gutter + " |");
  }

  void print_marked(std::string shown, size_t from, size_t length, char mark, std::string_view style, const std::string& numbered,
                    const std::string& empty) {
    if (shown.size() > line_width) {
      const size_t cut = from > line_width / 2 ? from - line_width / 2 : 0;
      shown = whole_characters(shown, cut);
      length = std::min(length, line_width - (from - cut));
      from -= cut;
    }
    out_ += paint(margin_style, numbered) + (shown.empty() ? "" : " ") + shown + '\n';
    out_ += paint(margin_style, empty) + ' ' + std::string(from, ' ') + paint(style, std::string(length, mark)) + '\n';
  }

  // A window of a long line that begins and ends between characters.
  static std::string whole_characters(const std::string& line, size_t begin) {
    const auto inside = [&](size_t i) { return i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80; };
    size_t end = std::min(line.size(), begin + line_width);
    while (inside(begin)) ++begin;
    while (inside(end)) ++end;
    return line.substr(begin, end - begin);
  }

  const support::SourceSet& sources_;
  const RenderOptions& options_;
  std::string out_;
};

std::string counted(size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

}  // namespace

std::string render_text(const std::vector<Diagnostic>& all, const support::SourceSet& sources, const RenderOptions& options) {
  if (all.empty()) return {};
  TextRenderer renderer(sources, options);
  size_t errors = 0, warnings = 0, left_out = 0;
  for (const auto& d : all) {
    size_t& count = d.severity == Severity::error ? errors : warnings;
    if (++count > options.limit)
      ++left_out;
    else
      renderer.show(d);
  }
  auto out = renderer.take();
  if (left_out) out += fmt::format("and {} more\n", left_out);
  const auto total = errors && warnings ? counted(errors, "error") + ", " + counted(warnings, "warning")
                     : errors           ? counted(errors, "error")
                                        : counted(warnings, "warning");
  return out + renderer.paint(TextRenderer::tint(errors ? Severity::error : Severity::warning), total) + '\n';
}

}  // namespace upg::diag
