// A section for each step, the way back from each, and what is left at the end.
#include <fmt/format.h>

#include <algorithm>

#include "backends/runbook/lower.h"
#include "compiler/plan/words.h"
#include "compiler/support/text.h"

namespace upg::runbook {

using plan::Again;

namespace {

md::Block say(std::string lead, const std::string& text) {
  md::Inlines out{md::Strong{std::move(lead)}};
  md::append(out, spoken(" " + text));
  return md::paragraph(std::move(out));
}

bool changes(const plan::Deed& d) { return d.again != Again::reads; }

std::string about_time(const plan::Step& s) {
  auto out = plan::words(s.takes);
  if (!out.empty()) out = "takes " + out;
  if (s.timeout > 0) out += (out.empty() ? "" : "; ") + fmt::format("end it yourself after {}: then it has failed", core::duration_text(s.timeout));
  return out;
}

}  // namespace

const prove::WayBack* Lowering::way_from(const plan::Step& s) const {
  const auto it = way_at_.find(s.id);
  return it != way_at_.end() ? it->second : nullptr;
}

void Lowering::steps(md::Page& page) {
  const plan::Step* before = nullptr;
  for (const auto& s : plan_.steps) {
    md::Blocks out;
    if (before == nullptr || !same_chapter(*before, s)) {
      out.push_back(md::heading(2, chapter_title(s)));
      if (!s.hop.empty()) md::append(out, hop_head(s.hop));
      if (s.phase == plan::PhaseKind::check) out.push_back(md::paragraph({md::Text{"These steps only read. Do them days before, and again right before you begin."}}));
      if (s.phase == plan::PhaseKind::finish) out.push_back(md::paragraph({md::Text{"These steps discard what was kept for the way back. Do them when you are sure."}}));
    }
    md::append(out, step(s));
    page.add(out);
    before = &s;
  }
}

/// Who needs this hop, and where its way back ends.
md::Blocks Lowering::hop_head(const std::string& hop) {
  const auto it = std::find_if(plan_.hops.begin(), plan_.hops.end(), [&](const plan::Hop& h) { return h.to == hop; });
  md::Blocks out;
  if (it == plan_.hops.end()) return out;
  if (it->guard) {
    md::Inlines text{md::Strong{"Only if"}, md::Text{" "}};
    md::append(text, condition(it->guard, out));
    text.push_back(md::Text{". Otherwise skip this chapter."});
    out.push_back(md::paragraph(std::move(text)));
  }
  out.push_back(md::paragraph({md::Text{"Each hop is done and verified before the next begins. When something fails here, the way back ends at the beginning of this chapter: what the hops before it did stays."}}));
  return out;
}

md::Inlines Lowering::meanwhile(const plan::Bracket& b) {
  md::Inlines out{md::Code{b.resource}, md::Text{" is " + b.state + " meanwhile"}};
  if (b.guard) md::append(out, spoken(", if " + plan::words(plan_, b.guard)));
  out.push_back(md::Text{"."});
  return out;
}

/// What one must know before the first command: id, why, when, how long, in which state.
md::Blocks Lowering::step_head(const plan::Step& s) {
  md::Blocks out{md::heading(3, step_heading(s))};
  md::Inlines line{md::Code{s.id}};
  if (!s.group_title.empty() || !s.group.empty()) line.push_back(md::Text{", part of " + (s.group_title.empty() ? s.group : s.group_title)});
  if (const auto time = about_time(s); !time.empty()) line.push_back(md::Text{"; " + time});
  line.push_back(md::Text{"."});
  out.push_back(md::paragraph(std::move(line)));
  if (!s.about.empty()) out.push_back({md::Prose{support::dedent(s.about)}});
  if (s.bracket >= 0) {
    const auto& b = plan_.brackets[static_cast<size_t>(s.bracket)];
    if (const auto* last = step_of(b.leave); s.kind == plan::StepKind::enter && last != nullptr)
      out.push_back(md::paragraph({md::Text{"From here to "}, step_link(*last), md::Text{" "}, md::Code{b.resource}, md::Text{" is " + b.state + "."}}));
    else if (s.kind == plan::StepKind::normal)
      out.push_back(md::paragraph(meanwhile(b)));
  }
  if (s.guard) {
    auto when = condition(s.guard, out);
    md::Inlines text{md::Strong{"Only if"}, md::Text{" "}};
    md::append(text, std::move(when));
    text.push_back(md::Text{". Otherwise skip this step."});
    out.push_back(md::paragraph(std::move(text)));
  }
  if (s.optional) out.push_back(say("Optional.", "Unless you want it, skip this step."));
  return out;
}

md::Blocks Lowering::step(const plan::Step& s) {
  auto out = step_head(s);
  for (const auto& d : s.deeds) md::append(out, deed(d, fmt::format("{}.{}", s.number, d.number)));
  if (s.deeds.empty()) out.push_back(md::paragraph({md::Text{"There is nothing to type here."}}));
  if (!s.skipped.empty()) {
    out.push_back(md::heading(4, fmt::format("If you skip step {}", s.number)));
    for (const auto& d : s.skipped) md::append(out, deed(d, ""));
  }
  md::append(out, failure(s));
  return out;
}

md::Blocks Lowering::failure(const plan::Step& s) {
  if (std::all_of(s.deeds.begin(), s.deeds.end(), only_says)) return {};
  md::Blocks out{md::heading(4, fmt::format("If step {} fails", s.number))};
  if (s.retry_once) out.push_back(md::paragraph({md::Text{"Try it once more."}}));
  const auto* way = way_from(s);
  const auto* at = way != nullptr ? step_of(way->step) : nullptr;
  const auto link = [&](std::string lead, const std::string& text) {
    md::Inlines line{md::Strong{std::move(lead)}};
    md::append(line, spoken(text + " "));
    if (at != nullptr) line.insert(line.end(), {md::Link{back_heading(*at), md::anchor(back_heading(*at))}, md::Text{"."}});
    return md::paragraph(std::move(line));
  };
  const auto why = s.on_failure.why.empty() ? "" : " " + stopped(s.on_failure.why);
  switch (s.on_failure.how) {
    case plan::OnFailure::How::hold:
      if (at == nullptr) out.push_back(say("Stop.", "Nothing has been changed yet." + why + " Mend the cause and begin the step again."));
      else out.push_back(link("Stop.", why + " Mend the cause and begin the step again, or go back:"));
      break;
    case plan::OnFailure::How::rollback: out.push_back(link("Go back.", why)); break;
    case plan::OnFailure::How::go_on: out.push_back(say("Go on", "with the next step." + why)); break;
    case plan::OnFailure::How::automatic: out.push_back(say("Wait.", "It mends itself." + why)); break;
  }
  for (const auto& d : s.on_failure.deeds) md::append(out, deed(d, ""));
  md::append(out, doubt(s));
  return out;
}

/// The terminal was lost in the middle: how to learn whether a deed was done.
md::Blocks Lowering::doubt(const plan::Step& s) {
  md::Blocks out;
  for (const auto& d : s.deeds) {
    if (!changes(d)) continue;
    const auto name = fmt::format("{}.{}", s.number, d.number);
    switch (d.again) {
      case Again::reads: break;
      case Again::idempotent: out.push_back(md::paragraph({md::Text{"If "}, md::Strong{name}, md::Text{" was interrupted, do it again."}})); break;
      case Again::once:
        out.push_back(md::paragraph({md::Text{"If "}, md::Strong{name}, md::Text{" was interrupted, do not simply repeat it: look whether it took effect, and go back if you cannot tell."}}));
        break;
      case Again::probe: {
        if (!d.probe) break;
        auto a = asked(d.probe);
        md::Inlines text{md::Text{"If "}, md::Strong{name}, md::Text{" was interrupted: it is done if "}};
        if (!a.blocks.empty()) {
          out.push_back(md::paragraph({md::Text{"If "}, md::Strong{name}, md::Text{" was interrupted, look first:"}}));
          md::append(out, std::move(a.blocks));
          text = {md::Text{"It is done if "}};
        }
        md::append(text, std::move(a.sentence));
        text.push_back(md::Text{d.atomic ? "; otherwise do it again." : "; otherwise it may be half done: go back."});
        out.push_back(md::paragraph(std::move(text)));
        break;
      }
    }
  }
  return out;
}

// ---- rollback ------------------------------------------------------------------------------------------------------------

md::Blocks Lowering::undo(const plan::Step& s) {
  md::Blocks out;
  switch (s.undo.how) {
    case plan::Undo::How::not_needed: out.push_back(md::paragraph({md::Text{"There is nothing to undo here."}})); break;
    case plan::Undo::How::nothing: out.push_back(md::paragraph(spoken("There is nothing to undo here. " + stopped(s.undo.why)))); break;
    case plan::Undo::How::irreversible:
      out.push_back({md::Alert{md::Alert::Kind::caution, {md::paragraph(spoken("There is no way back from here. " + stopped(s.undo.why)))}}});
      break;
    case plan::Undo::How::deeds:
      if (!s.undo.why.empty()) out.push_back(md::paragraph(spoken("That this brings back what was changed is believed: " + stopped(s.undo.why))));
      for (const auto& e : s.undo.deeds) {
        const auto part = s.undo.deeds.size() > 1 ? fmt::format(", part {}", e.deed.number) : "";
        auto body = deed(e.deed, e.of > 0 ? fmt::format("Undo of {}.{}", s.number, e.of) : fmt::format("Undo of step {}{}", s.number, part));
        if (e.of == 0) {
          md::append(out, std::move(body));
          continue;
        }
        md::Blocks item{md::paragraph({md::Strong{"Only if"}, md::Text{fmt::format(" you have begun {}.{}:", s.number, e.of)}})};
        md::append(item, std::move(body));
        out.push_back({md::List{md::Mark::bullet, {std::move(item)}}});
      }
  }
  return out;
}

md::Blocks Lowering::way_back(const prove::WayBack& w) {
  const auto* s = step_of(w.step);
  if (s == nullptr) return {};
  md::Blocks out{md::heading(3, back_heading(*s))};
  md::Inlines head{md::Text{"What you have begun of "}, step_link(*s), md::Text{" is undone here. If you never began it, go on below."}};
  out.push_back(md::paragraph(std::move(head)));
  md::append(out, undo(*s));
  const auto* before = step_of(w.before);
  if (s->undo.how == plan::Undo::How::irreversible) return out;
  if (before != nullptr) out.push_back(md::paragraph({md::Strong{"Then:"}, md::Text{" "}, md::Link{back_heading(*before), md::anchor(back_heading(*before))}, md::Text{"."}}));
  else out.push_back(md::paragraph({md::Strong{"Then:"}, md::Text{" you are back where you began."}}));
  return out;
}

void Lowering::rollback(md::Page& page) {
  md::Blocks out{md::heading(2, "Rollback")};
  if (ways_.empty()) {
    out.push_back(md::paragraph({md::Text{"No step changes anything, so there is nothing to undo."}}));
    return page.add(out);
  }
  out.push_back(md::paragraph({md::Text{"Begin at the last step that you have begun and follow the links from there: each section undoes one step and names the next. Work in the same terminal, or paste the section on inputs again with the same "}, md::Code{"RUN"}, md::Text{"."}}));
  bool restores = false;
  for (const auto& s : plan_.steps)
    for (const auto& e : s.undo.deeds)
      for (const auto& f : e.deed.effects) restores = restores || f.kind == plan::EffectKind::restores;
  for (const auto& s : plan_.steps) {
    const bool starts = std::any_of(s.deeds.begin(), s.deeds.end(), [](const plan::Deed& d) {
      return std::any_of(d.effects.begin(), d.effects.end(), [](const plan::Effect& f) { return f.kind == plan::EffectKind::may_start; });
    });
    if (restores && (s.kind == plan::StepKind::leave || starts))
      out.push_back({md::Alert{md::Alert::Kind::warning, {md::paragraph({md::Text{"What was written after "}, step_link(s), md::Text{" is lost when a backup from before is restored. Ask those whose data it is before you go back from there."}})}}});
  }
  page.add(out);
  for (auto w = ways_.rbegin(); w != ways_.rend(); ++w) page.add(way_back(*w));
}

// ---- the end ---------------------------------------------------------------------------------------------------------------

md::Blocks Lowering::ending() {
  md::Blocks out{md::heading(2, "When you are done")};
  if (!place_.secret_files.empty()) {
    std::string line = "rm -f";
    for (const auto& f : place_.secret_files) line += " \"$" + f.name + "\"";
    out.push_back(md::paragraph({md::Text{"Remove the files with secrets, whether you went forward or back:"}}));
    out.push_back(md::fence("sh", line));
  }
  std::vector<std::string> kept;
  for (const auto& v : plan_.variables)
    if (v.origin == plan::Origin::output) kept.push_back(place_.names.of(v.name));
  if (!kept.empty()) {
    md::List list;
    for (const auto& name : kept) list.items.push_back({md::paragraph({md::Code{"$" + name}})});
    out.push_back(md::paragraph({md::Text{"What this run may have left for the way back; keep it as long as you may need it:"}}));
    out.push_back({std::move(list)});
  }
  out.push_back(md::paragraph({md::Text{"Close the terminal: it holds the values of this page."}}));
  return out;
}

md::Blocks Lowering::limits() {
  md::Blocks out{md::heading(2, "What this page cannot do")};
  md::List list;
  const auto add = [&](std::string text) { list.items.push_back({md::paragraph({md::Text{std::move(text)}})}); };
  add("It takes no lock: see to it that nobody else works on the same system.");
  add("It keeps no journal: tick the checklist as you go, and note when you stop.");
  add("It ends no command that takes too long: watch the clock.");
  add("It does not compare what a command printed with what is expected: read it.");
  std::vector<std::string> resources;
  for (const auto& r : plan_.resources)
    if (r.identity && !needs_commands(r.identity)) resources.push_back(shown(r.identity));
  out.push_back({std::move(list)});
  if (resources.empty()) return out;
  out.push_back(md::paragraph({md::Text{"What nobody else may change meanwhile:"}}));
  md::List what;
  std::sort(resources.begin(), resources.end());
  resources.erase(std::unique(resources.begin(), resources.end()), resources.end());
  for (auto& r : resources) what.items.push_back({md::paragraph({md::Code{std::move(r)}})});
  out.push_back({std::move(what)});
  return out;
}

}  // namespace upg::runbook
