#include "backends/shell/bashisms.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace upg::shell {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array commands{Pair{"[[", "`[ … ]`, or `case`"},
                              Pair{"declare", "a plain assignment"},
                              Pair{"function", "`name() { … }`"},
                              Pair{"let", "`$((…))`"},
                              Pair{"mapfile", "a `while read` loop"},
                              Pair{"popd", "`cd`"},
                              Pair{"pushd", "`cd`"},
                              Pair{"readarray", "a `while read` loop"},
                              Pair{"select", ""},
                              Pair{"shopt", ""},
                              Pair{"source", "`.`"},
                              Pair{"typeset", "a plain assignment"}};
constexpr std::array operators{Pair{"<<<", "`printf … |`"}, Pair{"<(", "a file"}, Pair{">(", "a pipe"},
                               Pair{"&>", "`>file 2>&1`"}, Pair{"|&", "`2>&1 |`"}};
constexpr std::array openers{"if", "then", "else", "elif", "while", "until", "do", "!", "{", "time"};
constexpr std::array variables{"RANDOM",      "SECONDS",  "EUID",       "UID",     "BASHPID",
                               "BASH_SOURCE", "FUNCNAME", "PIPESTATUS", "HOSTNAME"};

bool of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool ends_word(char c) { return std::string_view(" \t\n;&|()<>").find(c) != std::string_view::npos; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<Bashism> scan() {
    while (at_ < text_.size() && !found_) step();
    return found_;
  }

 private:
  [[nodiscard]] bool next_is(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  [[nodiscard]] bool starts_word() const { return at_ == 0 || ends_word(text_[at_ - 1]); }
  void say(std::string_view what, std::string_view instead) { found_ = Bashism{std::string(what), instead}; }

  void step() {
    const char c = text_[at_];
    if (c == '\\') {
      at_ += 2;
    } else if (c == '$') {
      dollar();
    } else if (c == '"') {
      quoted_ = !quoted_;
      ++at_;
    } else if (quoted_) {
      ++at_;
    } else if (c == '\'') {
      at_ = std::min(text_.find('\'', at_ + 1), text_.size() - 1) + 1;
    } else if (c == '#' && starts_word()) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '\n') {
      newline();
    } else if (ends_word(c)) {
      punctuation();
    } else {
      starts_word() ? word() : void(++at_);
    }
  }

  void dollar() {
    if (!quoted_ && (next_is("$'") || next_is("$\""))) return say(text_.substr(at_, 2), "`printf`");
    ++at_;
    if (next_is("((")) return arithmetic();
    const bool braces = next_is("{");
    if (braces) ++at_;
    if (braces && next_is("!")) return say("${!", "`eval`");
    const size_t start = at_;
    while (at_ < text_.size() && of_name(text_[at_])) ++at_;
    const auto name = text_.substr(start, at_ - start);
    if (std::find(variables.begin(), variables.end(), name) != variables.end()) return say(name, "");
    if (braces && !name.empty()) expansion(start);
  }

  // `$((…))` is every shell's; neither `((` nor `<<` is anything else in it.
  void arithmetic() {
    int depth = 0;
    do {
      depth += text_[at_] == '(' ? 1 : text_[at_] == ')' ? -1 : 0;
      ++at_;
    } while (depth > 0 && at_ < text_.size());
  }

  // Behind the name within `${…}`.
  void expansion(size_t start) {
    const std::string_view rest = text_.substr(at_);
    const char c = rest.empty() ? '}' : rest[0];
    const bool part = c == ':' && rest.size() > 1 && (std::isdigit(static_cast<unsigned char>(rest[1])) != 0 || rest[1] == ' ');
    if (part || c == '/' || c == '^' || c == ',' || c == '[' || c == '@') {
      say("${" + std::string(text_.substr(start, at_ - start)) + c, "`${name#…}`, `${name%…}`, or `sed`");
    }
  }

  void newline() {
    ++at_;
    commanding_ = true;
    testing_ = setting_ = false;
    for (const auto& end : std::exchange(documents_, {})) skip_document(end);
  }

  void skip_document(const std::string& end) {
    while (at_ < text_.size()) {
      const size_t stop = std::min(text_.find('\n', at_), text_.size());
      auto line = text_.substr(at_, stop - at_);
      at_ = std::min(stop + 1, text_.size());
      line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
      if (line == end) return;
    }
  }

  void punctuation() {
    for (const auto& [what, instead] : operators) {
      if (next_is(what)) return say(what, instead);
    }
    if (commanding_ && next_is("((")) return say("((", "`[ \"$((…))\" -ne 0 ]`");
    if (next_is("<<")) return here_document();
    if (text_[at_] == ';' || text_[at_] == '&' || text_[at_] == '|' || text_[at_] == '(') {
      commanding_ = true;
      testing_ = setting_ = false;
    }
    ++at_;
  }

  void here_document() {
    at_ += next_is("<<-") ? 3 : 2;
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    std::string end;
    for (; at_ < text_.size() && !ends_word(text_[at_]); ++at_) {
      if (std::string_view("'\"\\").find(text_[at_]) == std::string_view::npos) end += text_[at_];
    }
    documents_.push_back(end);
  }

  void word() {
    size_t stop = at_;
    while (stop < text_.size() && !ends_word(text_[stop]) &&
           std::string_view("'\"$\\").find(text_[stop]) == std::string_view::npos)
      ++stop;
    const auto w = text_.substr(at_, stop - at_);
    if (testing_ && w == "==") return say("==", "`=`");
    if (setting_ && w == "pipefail") return say("pipefail", "a `|` of a command of the plan, whose parts must all succeed");
    if (commanding_) command(w, stop);
    at_ = std::max(stop, at_ + (w.empty() ? 1 : 0));
  }

  void command(std::string_view w, size_t stop) {
    const auto* same = std::find_if(commands.begin(), commands.end(), [&](const Pair& p) { return p.first == w; });
    if (same != commands.end()) return say(same->first, same->second);
    const bool assigns =
        w.ends_with('=') && w.size() > 1 && std::all_of(w.begin(), w.end() - 1, [](char c) { return of_name(c) || c == '+'; });
    if (assigns && stop < text_.size() && text_[stop] == '(') return say("=(", "words behind `set --`");
    if (w.find("+=") != std::string_view::npos) return say("+=", "`x=\"${x}…\"`");
    if (std::find(openers.begin(), openers.end(), w) != openers.end() || w.find('=') != std::string_view::npos) return;
    commanding_ = false;
    testing_ = w == "[" || w == "test";
    setting_ = w == "set";
  }

  std::string_view text_;
  size_t at_ = 0;
  bool quoted_ = false;
  bool commanding_ = true;  ///< the next word is a command
  bool testing_ = false;    ///< within `[ … ]`
  bool setting_ = false;    ///< behind `set`
  std::vector<std::string> documents_;
  std::optional<Bashism> found_;
};

}  // namespace

std::optional<Bashism> bashism(std::string_view text) { return Scanner(text).scan(); }

}  // namespace upg::shell
