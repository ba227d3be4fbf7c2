// What is typed, read and done in a step.
#include <fmt/format.h>

#include <algorithm>

#include "backends/runbook/lower.h"
#include "compiler/plan/words.h"

namespace upg::runbook {

namespace {

md::Inlines sentence_of(std::string lead, md::Inlines rest, std::string end) {
  md::Inlines out{md::Strong{std::move(lead)}, md::Text{" "}};
  md::append(out, std::move(rest));
  out.push_back(md::Text{std::move(end)});
  return out;
}

}  // namespace

bool only_says(const plan::Deed& d) {
  return !d.actions.empty() && std::all_of(d.actions.begin(), d.actions.end(), [](const plan::Action& a) { return std::holds_alternative<plan::Say>(a.node); });
}

/// A block to type, after what must be decided before it.
md::Blocks Lowering::typed(const std::string& lines) {
  md::Blocks out = pending();
  out.push_back(md::fence("sh", lines));
  return out;
}

md::Blocks Lowering::pending() {
  md::Blocks out;
  for (const auto& p : typist_.take_pending()) {
    if (const auto* cases = std::get_if<core::Cases>(&p.cases->node)) {
      md::append(out, chosen(p.name, *cases));
      continue;
    }
    core::Cases both{{{p.cases, core::text(p.cases->span, "true")}, {nullptr, core::text(p.cases->span, "false")}}};
    md::append(out, chosen(p.name, both));
  }
  return out;
}

/// One assignment a case, for the reader to pick from.
md::Blocks Lowering::chosen(const std::string& name, const core::Cases& cases) {
  md::Blocks before;
  md::List list;
  for (const auto& c : cases.cases) {
    md::Inlines when;
    const bool first = list.items.empty();
    if (c.when) when = sentence_of(first ? "If" : "Otherwise, if", condition(c.when, before), ":");
    else when = {md::Strong{first ? "Always:" : "Otherwise:"}};
    md::Blocks item{md::paragraph(std::move(when))};
    if (c.end == core::Case::End::value) {
      auto line = name + "=" + typist_.word(c.value);
      md::append(item, typed(line));
    } else {
      const bool bad = c.end == core::Case::End::unsupported;
      item.push_back(md::paragraph({md::Text{(bad ? "Not supported. " : "Nothing. ") + stopped(c.why) + (bad ? " Stop here." : "")}}));
    }
    list.items.push_back(std::move(item));
  }
  before.push_back(md::paragraph({md::Text{"Set "}, md::Code{name}, md::Text{" by the first case that holds:"}}));
  before.push_back({std::move(list)});
  return before;
}

/// `body` under a condition: an item of a list, so that one sees where it ends.
md::Blocks Lowering::guarded(const plan::Ref& guard, md::Blocks body) {
  if (!guard) return body;
  md::Blocks out;
  auto when = condition(guard, out);
  md::Blocks item{md::paragraph(sentence_of("Only if", std::move(when), ":"))};
  md::append(item, std::move(body));
  out.push_back({md::List{md::Mark::bullet, {std::move(item)}}});
  return out;
}

md::Blocks Lowering::deed(const plan::Deed& d, const std::string& label) {
  label_ = label;
  md::Blocks out;
  md::Inlines head;
  if (!label.empty()) head = {md::Strong{label}, md::Text{" "}};
  if (!d.title.empty() && !only_says(d)) head.push_back(md::Code{d.title});
  if (!only_says(d) && !head.empty()) out.push_back(md::paragraph(std::move(head)));
  md::Blocks body;
  for (const auto& a : d.actions) md::append(body, action(a, d));
  if (d.secret_output)
    body.push_back({md::Alert{md::Alert::Kind::caution, {md::paragraph({md::Text{"What this prints is secret: keep it out of logs and notes."}})}}});
  if (!d.shows.empty()) {
    body.push_back(md::paragraph({md::Text{"It looks like this:"}}));
    body.push_back(md::fence("text", d.shows));
  }
  if (!d.by_hand.empty()) {
    body.push_back(md::paragraph({md::Strong{"By hand instead:"}}));
    body.push_back({md::Prose{d.by_hand}});
  }
  md::append(out, guarded(d.guard, std::move(body)));
  return out;
}

md::Blocks Lowering::action(const plan::Action& a, const plan::Deed& d) {
  struct Visit {
    Lowering& l;
    const plan::Action& a;
    const plan::Deed& d;
    md::Blocks operator()(const plan::Run& x) const { return l.act(x, a, d); }
    md::Blocks operator()(const plan::Prove& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Publish& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Manual& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Wait& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Expect& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Say& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Set& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Amend& x) const { return l.act(x); }
    md::Blocks operator()(const plan::Revert& x) const { return l.act(x); }
  };
  return guarded(a.guard, std::visit(Visit{*this, a, d}, a.node));
}

md::Blocks Lowering::act(const plan::Run& r, const plan::Action& a, const plan::Deed& d) {
  const auto line = typist_.command(*r.command);
  if (!a.capture.empty()) printed_by_[a.capture] = label_;
  const bool kept = !a.pattern.empty() || typed_captures_.count(a.capture) > 0;
  if (!kept) return typed(line);
  const auto name = a.capture.empty() ? place_.names.fresh("output") : place_.names.of(a.capture);
  auto out = typed(name + "=$(" + (line.starts_with('(') ? " " : "") + line + ")" + (d.secret_output ? "" : " && printf '%s\\n' \"$" + name + "\""));
  for (const auto& part : a.pattern) {
    if (part.hole.empty()) continue;
    md::append(out, typed(fmt::format("{}=$(printf '%s\\n' \"${}\" | sed -n {} | sed -n 1p)", place_.names.of(part.hole), name,
                                      runbook::word(sed_program(a.pattern, part.hole)))));
  }
  return out;
}

md::Blocks Lowering::act(const plan::Prove& p) {
  auto out = typed(typist_.command(*p.command));
  out.push_back(md::paragraph({md::Text{"This proves what was made: if it fails, what was made is not to be used."}}));
  return out;
}

md::Blocks Lowering::act(const plan::Publish& p) {
  auto part = typist_.value(p.path);
  const auto path = runbook::word(part);
  part.push_back({Part::Kind::literal, ".part"});
  return typed("test ! -e " + path + " && sync && mv " + runbook::word(part) + " " + path);
}

/// The author's line of Markdown; values stand in it as code.
md::Inlines Lowering::author(const plan::Ref& text) {
  md::Inlines out;
  if (!text) return out;
  bool in_code = false;
  const auto add = [&](const plan::Ref& part) {
    if (const auto known = core::known_text(part)) {
      std::string line = md::tamed(*known);
      while (line.ends_with('\n')) line.pop_back();
      if (known->ends_with(' ') && !line.ends_with(' ')) line += ' ';
      if (known->starts_with(' ') && !line.starts_with(' ')) line.insert(0, " ");
      for (char& c : line) {
        if (c == '`') in_code = !in_code;
        if (c == '\n') c = ' ';
      }
      out.push_back(md::Author{line});
    } else if (in_code) {
      out.push_back(md::Author{shown(part)});
    } else {
      out.push_back(md::Code{shown(part)});
    }
  };
  if (const auto* c = std::get_if<core::Concat>(&text->node))
    for (const auto& p : c->parts) add(p);
  else add(text);
  return out;
}

md::Blocks Lowering::act(const plan::Manual& m) {
  auto what = author(m.text);
  md::Blocks out = pending();
  out.push_back(md::paragraph(sentence_of("Do:", std::move(what), m.by.empty() ? "" : " (by " + m.by + ")")));
  if (m.confirm) out.push_back(md::paragraph(sentence_of("Go on when:", author(m.confirm), "")));
  return out;
}

md::Blocks Lowering::act(const plan::Wait& w) {
  auto a = asked(w.until);
  const auto rest = fmt::format(". Ask again every {}; after {} this step has failed.", core::duration_text(w.every), core::duration_text(w.limit));
  a.blocks.push_back(md::paragraph(sentence_of("Wait until:", std::move(a.sentence), rest)));
  return std::move(a.blocks);
}

md::Blocks Lowering::act(const plan::Expect& e) {
  using How = plan::Expect::How;
  auto a = asked(e.predicate);
  const auto lead = e.how == How::expect ? "Expect:" : e.how == How::require ? "Required:" : "Recommended:";
  auto line = sentence_of(lead, std::move(a.sentence), ".");
  if (!e.why.empty()) md::append(line, spoken(" Why: " + stopped(e.why)));
  if (e.how == How::recommend) line.push_back(md::Text{" You may go on without."});
  a.blocks.push_back(md::paragraph(std::move(line)));
  return std::move(a.blocks);
}

md::Blocks Lowering::act(const plan::Say& s) {
  using How = plan::Say::How;
  auto text = author(s.text);
  auto before = pending();
  if (s.how == How::see) {
    before.push_back(md::paragraph({md::Text{"See "}, md::Link{core::known_text(s.text).value_or(s.url), s.url}, md::Text{"."}}));
    return before;
  }
  const auto kind = s.how == How::warning ? md::Alert::Kind::warning : s.how == How::notice ? md::Alert::Kind::tip : md::Alert::Kind::note;
  before.push_back({md::Alert{kind, {md::paragraph(std::move(text))}}});
  return before;
}

md::Blocks Lowering::act(const plan::Set& s) {
  return typed(place_.names.of(s.variable) + "=" + typist_.word(s.value));
}

}  // namespace upg::runbook
