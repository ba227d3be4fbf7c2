// What comes before the first step: what one must know and have, the values that later commands use, the checklist.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "backends/runbook/lower.h"
#include "compiler/plan/words.h"
#include "compiler/support/text.h"

namespace upg::runbook {

using plan::Origin;

namespace {

md::Blocks item(md::Inlines inlines) { return {md::paragraph(std::move(inlines))}; }

/// Each word once, in the order in which they came.
struct Distinct {
  std::vector<std::string> words;
  std::set<std::string> seen;
  void add(const std::string& w) {
    if (seen.insert(w).second) words.push_back(w);
  }
};

struct Total { int64_t low = 0, high = 0; std::vector<std::string> open; };

template <typename Wanted>
Total total(const plan::Plan& plan, Wanted wanted) {
  Total out;
  for (const auto& s : plan.steps) {
    if (!wanted(s)) continue;
    if (!s.takes.said || s.takes.unknown) {
      if (s.kind == plan::StepKind::normal && !s.deeds.empty()) out.open.push_back(std::to_string(s.number));
      continue;
    }
    out.low += s.optional || s.guard ? 0 : s.takes.low;
    out.high += s.takes.high;
  }
  return out;
}

std::string words(const Total& t) {
  std::string out = t.high == 0 ? "no estimate" : t.low == t.high ? core::duration_text(t.high) : core::duration_text(t.low) + " to " + core::duration_text(t.high);
  if (!t.open.empty()) out += fmt::format(", and the time of {} {}, which is not known", t.open.size() == 1 ? "step" : "steps", support::listing(t.open));
  return out;
}

std::string versions(const std::vector<plan::Range>& ranges) {
  std::vector<std::string> all;
  for (const auto& r : ranges) {
    if (r.low == r.high && !r.low.empty()) all.push_back(r.low);
    else if (r.high.empty()) all.push_back(r.low + " or later");
    else if (r.low.empty()) all.push_back((r.closed ? "up to " : "any before ") + r.high);
    else all.push_back(r.low + (r.closed ? " to " : " or later, but before ") + r.high);
  }
  return support::listing(all, "or");
}

}  // namespace

md::Blocks Lowering::facts() {
  md::List list;
  const auto fact = [&](std::string what, std::string text) {
    list.items.push_back(item({md::Strong{what + ":"}, md::Text{" " + stopped(std::move(text))}}));
  };
  if (!plan_.from.empty()) fact("From", versions(plan_.from));
  if (!plan_.to.empty()) fact("To", plan_.to);
  fact("Time", words(total(plan_, [](const plan::Step&) { return true; })));
  if (!plan_.brackets.empty()) {
    Distinct states;
    for (const auto& b : plan_.brackets) states.add(b.resource + " " + b.state);
    const auto t = total(plan_, [](const plan::Step& s) { return s.bracket >= 0; });
    fact("Of it with " + support::listing(states.words), words(t) + (plan_.window ? "; the window is " + core::duration_text(*plan_.window) : ""));
  }
  Distinct people;
  for (const auto& s : plan_.steps)
    for (const auto& d : s.deeds)
      for (const auto& a : d.actions)
        if (const auto* m = std::get_if<plan::Manual>(&a.node); m != nullptr && !m->by.empty()) people.add(m->by);
  fact("People", people.words.empty() ? "you, at a terminal" : "you, at a terminal, and " + support::listing(people.words));
  md::Inlines tools{md::Strong{"Tools:"}, md::Text{" "}, md::Code{"bash"}};
  for (const auto& n : plan_.needs) {
    tools.push_back(md::Text{", "});
    tools.push_back(md::Code{n.tool});
    if (!n.at_least.empty()) tools.push_back(md::Text{" " + n.at_least + " or later"});
  }
  tools.push_back(md::Text{"."});
  list.items.push_back(item(std::move(tools)));
  return {{std::move(list)}};
}

md::Inlines Lowering::refusal(const plan::Refusal& r) {
  md::Inlines out = spoken("Do not begin if " + plan::words(plan_, r.when));
  md::append(out, spoken(". " + stopped(r.why)));
  return out;
}

md::Blocks Lowering::before_you_start() {
  md::Blocks out{md::heading(2, "Before you start")};
  md::append(out, facts());
  std::vector<const plan::Step*> fatal;
  for (const auto& s : plan_.steps)
    if (s.undo.how == plan::Undo::How::irreversible) fatal.push_back(&s);
  for (const auto* s : fatal)
    out.push_back({md::Alert{md::Alert::Kind::caution, {md::paragraph({md::Text{"Point of no return: "}, step_link(*s), md::Text{". " + stopped(s->undo.why)}})}}});
  for (const auto& r : plan_.refusals)
    out.push_back({md::Alert{md::Alert::Kind::caution, {md::paragraph(refusal(r))}}});
  md::List sources;
  if (!plan_.docs.empty()) sources.items.push_back(item({md::Link{"The documents this plan follows", plan_.docs}}));
  if (!plan_.support.empty()) sources.items.push_back(item({md::Link{"Where to ask for help", plan_.support}}));
  if (!sources.items.empty()) {
    out.push_back(md::paragraph({md::Text{"Read and keep at hand:"}}));
    out.push_back({std::move(sources)});
  }
  if (!proofs_.waived.empty()) {
    md::List list;
    for (const auto& w : proofs_.waived) {
      const auto* s = step_of(w.step);
      md::Inlines line;
      if (s != nullptr) line = {step_link(*s), md::Text{": "}};
      const auto until = w.until.empty() ? "" : " (until " + w.until + ")";
      const auto text = spoken(w.finding + ". " + stopped(w.why) + until);
      line.insert(line.end(), text.begin(), text.end());
      list.items.push_back(item(std::move(line)));
    }
    out.push_back(md::paragraph({md::Text{"This is known, and accepted by whoever wrote the plan:"}}));
    out.push_back({std::move(list)});
  }
  if (!proofs_.believed.empty()) {
    out.push_back(md::paragraph({md::Text{"These commands are taken to change nothing, because they stand where only reading is allowed:"}}));
    md::List list;
    for (const auto& b : proofs_.believed) {
      const auto* s = step_of(b.step);
      md::Inlines line{md::Code{b.text}};
      if (s != nullptr) line.insert(line.end(), {md::Text{" in "}, step_link(*s)});
      list.items.push_back(item(std::move(line)));
    }
    out.push_back({std::move(list)});
  }
  return out;
}

// ---- inputs ----------------------------------------------------------------------------------------------------------------

namespace {

// The commands of the page count: an answer is a bare number, and lines where it is a list.
void counted(const plan::Variable& v, md::Inlines& line) {
  const auto& one = v.type.element ? *v.type.element : v.type;
  if (v.type.element) line.push_back(md::Text{"; one on a line"});
  if (one.tag == core::Tag::percent) line.push_back(md::Text{"; a number, without the `%`"});
  if (one.tag != core::Tag::duration && one.tag != core::Tag::size) return;
  line.push_back(md::Text{one.tag == core::Tag::duration ? "; in seconds" : "; in bytes"});
  if (const auto shown = v.value && !v.type.element ? core::shown_text(v.value) : std::nullopt) {
    line.push_back(md::Text{", this is "});
    line.push_back(md::Code{*shown});
  }
}

}  // namespace

md::Blocks Lowering::answer(const plan::Variable& v, const std::string& title) {
  md::Inlines line{md::Code{v.name}, md::Text{title.empty() ? "" : ": " + title}};
  const bool ends = !title.empty() && std::string_view(".?!").find(title.back()) != std::string_view::npos;
  if (!v.names.empty()) {
    line.push_back(md::Text{"; one of "});
    for (size_t i = 0; i < v.names.size(); ++i) {
      if (i > 0) line.push_back(md::Text{", "});
      line.push_back(md::Code{v.names[i]});
    }
  }
  counted(v, line);
  if (!v.matching.empty()) line.insert(line.end(), {md::Text{"; it must match the regular expression "}, md::Code{v.matching}});
  if (!v.value) line.push_back(md::Text{"; write it between the quotes"});
  if (!ends || line.size() > 2) line.push_back(md::Text{"."});
  md::Blocks out{md::paragraph(std::move(line))};
  const auto value = typist_.value(v.value);
  const auto known = merged(value);
  const bool plain = known.size() == 1 && known[0].kind == Part::Kind::literal;
  auto word = runbook::word(value);
  if (plain && !word.starts_with('\'')) word = "'" + word + "'";
  md::append(out, typed("export " + place_.names.of(v.name) + "=" + word));
  return out;
}

md::Blocks Lowering::input(const plan::Variable& v) { return guarded(v.guard, answer(v, v.title)); }

md::Blocks Lowering::secret(const plan::Variable& v) {
  const auto name = place_.names.of(v.name);
  const auto title = v.title.empty() ? v.name : v.title;
  const auto ask = fmt::format("printf '%s: ' {}; stty -echo; IFS= read -r {}; stty echo; echo", runbook::word(title), name);
  md::Inlines line{md::Code{v.name}, md::Text{v.title.empty() ? "" : ": " + v.title}, md::Text{". It is secret: "}};
  std::string lines;
  switch (v.source) {
    case plan::Source::environment:
      line.insert(line.end(), {md::Text{"it is taken from the variable "}, md::Code{v.source_name}, md::Text{", or else you type it and it is not shown."}});
      lines = fmt::format("{0}=${{{1}-}}; if [ -z \"${0}\" ]; then {2}; fi", name, v.source_name, ask);
      break;
    case plan::Source::file:
      line.insert(line.end(), {md::Text{"it is read from the file "}, md::Code{v.source_name}, md::Text{"."}});
      lines = name + "=$(cat " + runbook::word(v.source_name) + ")";
      break;
    case plan::Source::command:
      line.push_back(md::Text{"a command gives it."});
      lines = name + "=$(" + (v.source_command ? typist_.command(*v.source_command) : "") + ")";
      break;
    case plan::Source::ask:
      line.push_back(md::Text{"you type it and it is not shown."});
      lines = ask;
      break;
  }
  md::Blocks out{md::paragraph(std::move(line))};
  md::append(out, typed(lines));
  return guarded(v.guard, std::move(out));
}

/// A version that a command tells, or else the reader.
md::Blocks Lowering::version(const plan::Variable& v) {
  const auto name = place_.names.of(v.name);
  md::Blocks out;
  if (v.source_command) {
    auto line = typist_.command(*v.source_command);
    out.push_back(md::paragraph({md::Text{v.name == "from" ? "Find out the installed version, " : "Find out the version "}, md::Code{v.name}, md::Text{":"}}));
    std::string hole = "version";
    for (const auto& p : v.pattern)
      if (!p.hole.empty()) hole = p.hole;
    const auto filter = v.pattern.empty() ? "" : " | sed -n " + runbook::word(sed_program(v.pattern, hole)) + " | sed -n 1p";
    md::append(out, typed(fmt::format("{0}=$({1}{2}{3}); echo \"${0}\"", name, line.starts_with('(') ? " " : "", line, filter)));
    out.push_back(md::paragraph({md::Text{"If it prints no version, find out by other means and type "}, md::Code{name + "=…"}, md::Text{" with it."}}));
  } else {
    md::append(out, answer(v, v.title.empty() ? "the installed version" : v.title));
  }
  if (v.name != "from") return guarded(v.guard, std::move(out));
  if (!plan_.from.empty())
    out.push_back(md::paragraph({md::Strong{"Required:"}, md::Text{" "}, md::Code{name}, md::Text{" is " + versions(plan_.from) + ". If it is not, this page is not for you: stop here."}}));
  if (!plan_.to.empty())
    out.push_back(md::paragraph({md::Text{"If it is "}, md::Code{plan_.to}, md::Text{" already, there is nothing to upgrade: go to the steps that verify."}}));
  return out;
}

md::Blocks Lowering::computed(const std::vector<plan::Variable>& variables, bool made) {
  md::Blocks out;
  std::string lines;
  const auto flush = [&] {
    if (!lines.empty()) out.push_back(md::fence("sh", lines));
    lines.clear();
  };
  for (const auto& v : variables) {
    if (!v.value || (made ? v.origin != Origin::output : v.origin != Origin::let || !v.step.empty())) continue;
    const auto name = place_.names.of(v.name);
    if (const auto* cases = std::get_if<core::Cases>(&v.value->node)) {
      flush();
      md::append(out, chosen(name, *cases));
      continue;
    }
    auto line = fmt::format("{}={}\n", name, typist_.word(v.value));
    if (auto first = pending(); !first.empty()) {
      flush();
      md::append(out, std::move(first));
    }
    lines += line;
  }
  flush();
  return out;
}

md::Blocks Lowering::secret_files() {
  md::Blocks out;
  if (place_.secret_files.empty()) return out;
  out.push_back(md::paragraph({md::Text{"Files that only you can read, for the programs that take a secret from a file. The last section removes them; remove them also if you stop before."}}));
  const auto files = place_.secret_files;  // spelling a value adds none
  for (const auto& f : files) {
    const auto word = typist_.word(f.value);
    md::append(out, typed(fmt::format("{0}=$(umask 077 && mktemp) && printf '%s\\n' {1} >\"${0}\"", f.name, word)));
  }
  return out;
}

md::Blocks Lowering::inputs() {
  md::Blocks out{md::heading(2, "Inputs")};
  out.push_back(md::paragraph({md::Text{"Work in one terminal, with "}, md::Code{"bash"}, md::Text{", on the machine that is upgraded. Paste the blocks of this page one after the other; change the values of this section where yours differ. Every command must end without an error ("}, md::Code{"echo $?"}, md::Text{" right after it prints 0) unless the page says otherwise. When one does not, stop and read what the step says about failing."}}));
  out.push_back(md::paragraph({md::Text{"This run has a name of its own; write it down. Names of backups have it."}}));
  out.push_back(md::fence("sh", "RUN=$(date -u +%Y%m%dT%H%M%SZ); echo \"$RUN\""));
  out.push_back(md::paragraph({md::Text{"A command behind a pipe must not hide that one before it failed, and no pager may hold back what is printed:"}}));
  out.push_back(md::fence("sh", "set -o pipefail; export PAGER=cat"));
  if (!plan_.bound.empty()) {
    md::List list;
    for (const auto& b : plan_.bound) {
      md::Inlines line{md::Code{b.name}, md::Text{" is "}};
      line.push_back(md::Code{shown(core::make({}, b.type, core::Literal{b.value}))});
      list.items.push_back(item(std::move(line)));
    }
    out.push_back(md::paragraph({md::Text{"This page was made for:"}}));
    out.push_back({std::move(list)});
  }
  std::vector<plan::Variable> lets;
  for (const auto& v : plan_.variables) {
    if (!v.step.empty()) continue;
    if (v.origin == Origin::let) {
      lets.push_back(v);
      continue;
    }
    if (!lets.empty()) md::append(out, computed(std::exchange(lets, {}), false));
    if (v.origin == Origin::input || v.origin == Origin::choice) md::append(out, input(v));
    if (v.origin == Origin::secret) md::append(out, secret(v));
    if (v.origin == Origin::version) md::append(out, version(v));
  }
  md::append(out, computed(lets, false));
  if (auto made = computed(plan_.variables, true); !made.empty()) {
    out.push_back(md::paragraph({md::Text{"Where this run keeps what it makes:"}}));
    md::append(out, std::move(made));
  }
  md::append(out, secret_files());
  out.push_back(md::paragraph({md::Text{"If the terminal is lost, open another, paste this section again with the same "}, md::Code{"RUN"}, md::Text{" and, where it was found out, the same version as the first time; then go on at the first step that is not ticked."}}));
  return out;
}

md::Blocks Lowering::checklist() {
  md::Blocks out{md::heading(2, "Checklist")};
  md::List list{md::Mark::task, {}};
  for (const auto& s : plan_.steps) {
    md::Inlines line{step_link(s)};
    if (s.optional) line.push_back(md::Text{" (optional)"});
    if (s.guard && !needs_commands(s.guard)) md::append(line, spoken(", only if " + plan::words(plan_, s.guard)));
    list.items.push_back(item(std::move(line)));
  }
  out.push_back({std::move(list)});
  return out;
}

}  // namespace upg::runbook
