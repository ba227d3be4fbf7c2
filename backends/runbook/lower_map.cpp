// The map of the plan: a Mermaid flowchart of phases, brackets, steps and the conditions between them.
#include <fmt/format.h>

#include <cctype>

#include "backends/runbook/lower.h"
#include "compiler/plan/words.h"

namespace upg::runbook {

namespace {

/// Renderers stop at a few hundred edges; a larger plan is drawn by its phases.
constexpr size_t most_steps = 150;

std::string label(std::string_view text) {
  std::string out;
  for (unsigned char c : text) {
    if (c < 0x20 || c == 0x7f) out += ' ';
    else if (c >= 0x80 || std::isalnum(c) != 0 || std::string_view(" .,-_()?:/").find(static_cast<char>(c)) != std::string_view::npos)
      out += static_cast<char>(c);
    else out += fmt::format("#{};", static_cast<int>(c));
  }
  return "\"" + out + "\"";
}

class Chart {
 public:
  explicit Chart(const plan::Plan& plan) : plan_(plan) {}

  std::string all() {
    for (const auto& s : plan_.steps) place(s);
    close_brackets(-1);
    if (phase_open_) line("end");
    for (const auto& e : edges_) out_ += "  " + e + "\n";
    return out_;
  }

 private:
  void line(const std::string& text) { out_ += std::string(2 + 2 * (open_.size() + (phase_open_ ? 1 : 0)) - (text == "end" ? 2 : 0), ' ') + text + "\n"; }

  void close_brackets(int keep) {
    while (!open_.empty() && open_.back() != keep) {
      line("end");
      open_.pop_back();
    }
  }

  [[nodiscard]] std::vector<int> chain(int bracket) const {
    std::vector<int> out;
    for (int b = bracket; b >= 0; b = plan_.brackets[static_cast<size_t>(b)].outer) out.insert(out.begin(), b);
    return out;
  }

  void enter_brackets(const plan::Step& s) {
    const auto wanted = chain(s.bracket);
    size_t same = 0;
    while (same < wanted.size() && same < open_.size() && wanted[same] == open_[same]) ++same;
    while (open_.size() > same) {
      line("end");
      open_.pop_back();
    }
    for (size_t i = same; i < wanted.size(); ++i) {
      const auto& b = plan_.brackets[static_cast<size_t>(wanted[i])];
      line(fmt::format("subgraph bracket{}_{}[{}]", wanted[i], s.number, label(b.resource + " " + b.state)));
      open_.push_back(wanted[i]);
    }
  }

  void place(const plan::Step& s) {
    if (chapter_ == nullptr || !same_chapter(*chapter_, s)) {
      close_brackets(-1);
      if (phase_open_) line("end");
      phase_open_ = false;
      line(fmt::format("subgraph phase{}[{}]", ++phases_, label(chapter_title(s))));
      phase_open_ = true;
      chapter_ = &s;
    }
    enter_brackets(s);
    const auto node = fmt::format("s{}", s.number);
    std::string when = needs_commands(s.guard) ? "its condition holds" : plan::words(plan_, s.guard);
    if (s.optional) when = when.empty() ? "you want it" : when + " and you want it";
    if (!when.empty()) {
      line(fmt::format("c{}{{{}}}", s.number, label(when + "?")));
      edges_.push_back(fmt::format("c{} -->|yes| {}", s.number, node));
    }
    line(fmt::format("{}[{}]", node, label(fmt::format("{}. {}", s.number, s.title.empty() ? s.name : s.title))));
    const auto first = when.empty() ? node : fmt::format("c{}", s.number);
    for (const auto& e : ends_) edges_.push_back(e + " " + first);
    ends_ = {node + " -->"};
    if (!when.empty()) ends_.push_back(fmt::format("c{} -->|no|", s.number));
  }

  const plan::Plan& plan_;
  std::string out_ = "flowchart TD\n";
  std::vector<std::string> edges_, ends_;
  std::vector<int> open_;
  bool phase_open_ = false;
  const plan::Step* chapter_ = nullptr;  // a step of the chapter that is open
  int phases_ = 0;
};

std::string phases_only(const plan::Plan& plan) {
  std::string out = "flowchart TD\n";
  int n = 0;
  for (size_t i = 0; i < plan.steps.size();) {
    size_t end = i;
    while (end < plan.steps.size() && same_chapter(plan.steps[end], plan.steps[i])) ++end;
    out += fmt::format("  p{}[{}]\n", ++n, label(fmt::format("{}: steps {} to {}", chapter_title(plan.steps[i]), plan.steps[i].number, plan.steps[end - 1].number)));
    if (n > 1) out += fmt::format("  p{} --> p{}\n", n - 1, n);
    i = end;
  }
  return out;
}

}  // namespace

md::Blocks Lowering::map() {
  if (plan_.steps.empty()) return {};
  const auto chart = plan_.steps.size() > most_steps ? phases_only(plan_) : Chart(plan_).all();
  return {md::heading(2, "Map"), md::fence("mermaid", chart)};
}

}  // namespace upg::runbook
