// `accept P5 because "…" until 2027-01-01`: a finding of a proof that the author knows and puts up with.
#include <algorithm>

#include "compiler/diag/codes_sema.h"
#include "compiler/sema/areas.h"

namespace upg::sema {

using namespace syntax;

namespace {

// Months and days as a calendar has them, near enough: a date is only ever compared.
bool is_date(std::string_view t) {
  if (t.size() != 10) return false;
  const auto number = [&](size_t at) { return (t[at] - '0') * 10 + (t[at + 1] - '0'); };
  return number(5) >= 1 && number(5) <= 12 && number(8) >= 1 && number(8) <= 31;
}

}  // namespace

void read_accept(Context& c, const Line& line, std::vector<Accept>& into) {
  static const std::vector<std::string_view> proofs{"P1", "P2", "P5", "P8", "P11"};
  Reader r(c, line);
  Accept out;
  out.span = line.span;
  const auto proof = r.need_name("which proof: `accept P5 because \"why\"`");
  out.proof = proof.text;
  if (!proof.text.empty() && std::find(proofs.begin(), proofs.end(), proof.text) == proofs.end())
    diag::NotAccepted(c.sink, proof.span, proof.text).help("`P1`, `P2`, `P5`, `P8` and `P11` can be accepted");
  const size_t errors = c.sink.errors();
  if (const auto* why = r.clause("because")) out.why = plain_text(c, *why);
  if (out.why.empty() && !proof.text.empty() && c.sink.errors() == errors) r.lacks("a reason: `because \"why\"`");
  if (const auto* until = r.clause("until")) {
    const auto* date = std::get_if<DateLit>(&until->node);
    if (date && is_date(date->text)) out.until = date->text;
    else report::lacks(c.sink, until->span, "until", "a date: `until 2027-01-01`");
  }
  r.finish();
  into.push_back(std::move(out));
}

}  // namespace upg::sema
