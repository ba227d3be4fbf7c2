// Edits of a file, as a person makes them: the copy first, then a table of what becomes what.
#include "backends/runbook/lower.h"

namespace upg::runbook {

md::Blocks Lowering::act(const plan::Amend& e) {
  using How = core::EditHow;
  const auto path = typist_.word(e.path);
  const auto kept = typist_.word(e.kept);
  md::Blocks out = typed("test -e " + kept + " || cp -p " + path + " " + kept);
  out.push_back(md::paragraph({md::Text{"Edit "}, md::Code{shown(e.path)},
                               md::Text{". What is there already stays, and so does all that this table does not name:"}}));
  md::Table table{{{md::Text{"Where"}}, {md::Text{"Before"}}, {md::Text{"After"}}}, {}};
  const auto code = [&](const plan::Ref& v) { return md::Inlines{md::Code{shown(v)}}; };
  const auto put = [&](md::Inlines where, md::Inlines before, md::Inlines after) {
    table.rows.push_back({std::move(where), std::move(before), std::move(after)});
  };
  for (const auto& l : e.lines) {
    const md::Inlines whatever{md::Text{"whatever it is, or absent"}};
    switch (l.how) {
      case How::set:
      case How::setraw: put(code(l.key), whatever, code(l.value)); break;
      case How::remove: put(code(l.key), {md::Text{"there or not"}}, {md::Text{"absent"}}); break;
      case How::rename: put({md::Text{"name of the key"}}, code(l.key), code(l.value)); break;
      case How::settings: {
        auto after = code(l.value);
        after.push_back(md::Text{", the rest in capitals, with _ in the place of . and -"});
        put({md::Text{"name of the key"}}, code(l.key), std::move(after));
        break;
      }
      case How::replace: put(code(l.key), code(l.other), code(l.value)); break;
      case How::parameter: {
        auto where = code(l.key);
        where.push_back(md::Text{", parameter "});
        where.push_back(md::Code{shown(l.other)});
        where.push_back(md::Text{" of the URL"});
        put(std::move(where), whatever, code(l.value));
        break;
      }
      case How::tag: {
        auto where = code(l.key);
        where.push_back(md::Text{", tag of the image"});
        put(std::move(where), {md::Text{"whatever it is"}}, code(l.value));
        break;
      }
    }
  }
  out.push_back({std::move(table)});
  out.push_back(md::paragraph({md::Text{"See what changed:"}}));
  md::append(out, typed("diff " + kept + " " + path));
  return out;
}

md::Blocks Lowering::act(const plan::Revert& r) {
  const auto path = typist_.word(r.path);
  const auto kept = typist_.word(r.kept);
  return typed("test ! -e " + kept + " || cp -p " + kept + " " + path);
}

}  // namespace upg::runbook
