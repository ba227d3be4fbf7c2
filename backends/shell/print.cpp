// Layout. A line that grows too long is continued, words are never broken.
#include "backends/kit/visit.h"
#include "backends/shell/model.h"

namespace upg::shell {
namespace {

constexpr size_t line_width = 110;
constexpr size_t tab_width = 4;

std::string print(const Redirect& r) {
  switch (r.what) {
    case Redirect::What::in: return "<" + print(r.target);
    case Redirect::What::out: return ">" + print(r.target);
    case Redirect::What::append: return ">>" + print(r.target);
    case Redirect::What::err: return "2>" + print(r.target);
    case Redirect::What::err_append: return "2>>" + print(r.target);
    case Redirect::What::err_to_out: return "2>&1";
  }
  return {};
}

std::vector<std::string> words(const Call& call) {
  std::vector<std::string> out;
  out.push_back(call.head);
  for (const auto& w : call.words) out.push_back(print(w));
  for (const auto& r : call.redirects) out.push_back(print(r));
  return out;
}

// Words on one line as long as they fit. A word with a line end in it starts counting anew.
std::string layout(const std::vector<std::string>& all, size_t column, int depth) {
  const std::string next = " \\\n" + std::string(static_cast<size_t>(depth) + 1, '\t');
  std::string out;
  size_t at = column;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto& word = all[i];
    const size_t end = word.find('\n');
    const size_t first = end == std::string::npos ? word.size() : end;
    if (i > 0) {
      if (at + 1 + first > line_width && i > 1) {
        out += next;
        at = (static_cast<size_t>(depth) + 1) * tab_width;
      } else {
        out += ' ';
        ++at;
      }
    }
    out += word;
    at = end == std::string::npos ? at + first : word.size() - word.rfind('\n') - 1;
  }
  return out;
}

std::string layout(const Chain& chain, size_t column, int depth) {
  std::string out;
  for (size_t i = 0; i < chain.calls.size(); ++i) {
    if (i > 0) {
      switch (chain.joins[i - 1]) {
        case Chain::Join::pipe: out += " | "; break;
        case Chain::Join::both: out += " && "; break;
        case Chain::Join::either: out += " || "; break;
      }
    }
    const size_t start = out.rfind('\n') == std::string::npos ? column + out.size() : out.size() - out.rfind('\n') - 1;
    out += layout(words(chain.calls[i]), start, depth);
  }
  return out;
}

// Ends the text as a line of its own. No line of the text begins with it, not even behind blanks: that would look like the end.
std::string delimiter(std::string_view text) {
  std::string name = "END";
  const auto begins_a_line = [&] {
    for (size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      const auto before = text.substr(0, at).find_last_not_of(" \t");
      if (before == std::string_view::npos || text[before] == '\n') return true;
    }
    return false;
  };
  while (begins_a_line()) name += "_";
  return name;
}

}  // namespace

std::string print(const Chain& chain) { return layout(chain, 0, 0); }

void Printer::indent(int depth) { out_.append(static_cast<size_t>(depth), '\t'); }

void Printer::line(std::string_view text, int depth) {
  indent(depth);
  out_ += text;
  out_ += '\n';
}

void Printer::blank() { out_ += '\n'; }

void Printer::comment(std::string_view text, int depth) {
  const std::string words = comment_text(text);
  line(words.empty() ? "#" : "# " + words, depth);
}

void Printer::block(const Block& b, int depth) {
  for (const auto& s : b) statement(s, depth);
}

void Printer::function(const Function& f) {
  std::string body;
  Printer(body).block(f.body, 1);
  function(f.comments, f.name, body);
}

void Printer::function(const std::vector<std::string>& comments, const Name& name, std::string_view body) {
  for (const auto& c : comments) comment(c);
  line(name.str() + "() {");
  if (body.empty()) line(":", 1);
  out_ += body;
  line("}");
}

void Printer::statement(const Statement& s, int depth) {
  const size_t column = static_cast<size_t>(depth) * tab_width;
  const auto put = [&](const std::string& text) { line(text, depth); };
  std::visit(
      backends::kit::Visit{
          [&](const Do& n) {
            put(layout(n.chain, column, depth) + (n.otherwise == OrElse::give_back ? " || return $?" : ""));
          },
          [&](const If& n) {
            for (size_t i = 0; i < n.arms.size(); ++i) {
              put((i == 0 ? "if " : "elif ") + layout(n.arms[i].when, column + 5, depth) + "; then");
              block(*n.arms[i].body, depth + 1);
            }
            if (n.otherwise) {
              put("else");
              block(*n.otherwise, depth + 1);
            }
            put("fi");
          },
          [&](const PrintText& n) {
            const std::string end = delimiter(n.text);
            put("cat <<'" + end + "'");
            out_ += n.text;
            if (!n.text.ends_with('\n')) out_ += '\n';
            out_ += end + "\n";
          },
          [&](const Note& n) { comment(n.text, depth); },
      },
      s.node);
}

}  // namespace upg::shell
