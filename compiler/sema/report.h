// Complaints that more than one area makes, each worded and reported in one place. Private.
#pragma once

#include "compiler/diag/codes_sema.h"

namespace upg::sema::report {

using diag::Builder;
using diag::Sink;
using At = std::optional<Span>;
using Text = std::string_view;

inline Builder later_word(Sink& sink, At at, Text a) { return diag::LaterWord(sink, at, a); }
inline Builder unknown_head(Sink& sink, At at, Text a, Text b) { return diag::UnknownHead(sink, at, a, b); }
inline Builder unknown_name(Sink& sink, At at, Text a) { return diag::UnknownName(sink, at, a); }
inline Builder declared_twice(Sink& sink, At at, Text a) { return diag::DeclaredTwice(sink, at, a); }
inline Builder reserved_name(Sink& sink, At at, Text a, Text b) { return diag::ReservedName(sink, at, a, b); }
inline Builder hides(Sink& sink, At at, Text a, Text b) { return diag::Hides(sink, at, a, b); }
inline Builder lacks(Sink& sink, At at, Text a, Text b) { return diag::Lacks(sink, at, a, b); }
inline Builder no_effect_here(Sink& sink, At at, Text a, Text b) { return diag::NoEffectHere(sink, at, a, b); }
inline Builder said_twice(Sink& sink, At at, Text a) { return diag::SaidTwice(sink, at, a); }
inline Builder depends_on_itself(Sink& sink, At at, Text a, Text b) { return diag::DependsOnItself(sink, at, a, b); }
inline Builder wrong_place(Sink& sink, At at, Text a, Text b) { return diag::WrongPlace(sink, at, a, b); }
inline Builder unknown_type(Sink& sink, At at, Text a) { return diag::UnknownType(sink, at, a); }
/// A type or a piece of source in backticks, a description (`a name`) as it is.
inline std::string quoted(Text t) {
  return t.starts_with("a ") || t.starts_with("the ") || t.starts_with("`") ? std::string(t) : "`" + std::string(t) + "`";
}
inline Builder mismatch(Sink& sink, At at, Text found, Text due) { return diag::Mismatch(sink, at, quoted(found), quoted(due)); }
inline Builder no_unit(Sink& sink, At at, Text a, Text b) { return diag::NoUnit(sink, at, a, b); }
inline Builder cannot_compare(Sink& sink, At at, Text a, Text b) { return diag::CannotCompare(sink, at, a, quoted(b)); }
inline Builder yes_or_no(Sink& sink, At at, Text a) { return diag::YesOrNo(sink, at, a); }
inline Builder bad_version(Sink& sink, At at, Text a) { return diag::BadVersion(sink, at, a); }
inline Builder empty_range(Sink& sink, At at, Text a, Text b) { return diag::EmptyRange(sink, at, a, b); }
inline Builder may_be_absent(Sink& sink, At at, Text a) { return diag::MayBeAbsent(sink, at, a); }
inline Builder no_field(Sink& sink, At at, Text a, Text b) { return diag::NoField(sink, at, a, b); }
inline Builder wrong_arguments(Sink& sink, At at, Text a, Text b) { return diag::WrongArguments(sink, at, a, b); }
inline Builder cannot_stand_in_text(Sink& sink, At at, Text a, Text b) { return diag::CannotStandInText(sink, at, a, b); }
inline Builder spread_misplaced(Sink& sink, At at, Text a) { return diag::SpreadMisplaced(sink, at, a); }
inline Builder not_a_value(Sink& sink, At at, Text a) { return diag::NotAValue(sink, at, a); }
inline Builder empty_command(Sink& sink, At at) { return diag::EmptyCommand(sink, at); }
inline Builder open_quote(Sink& sink, At at, Text a) { return diag::OpenQuote(sink, at, a); }
inline Builder text_for_command(Sink& sink, At at) { return diag::TextForCommand(sink, at); }
inline Builder changes_in_reading(Sink& sink, At at, Text a, Text b) { return diag::ChangesInReading(sink, at, a, b); }
inline Builder secret_written(Sink& sink, At at) { return diag::SecretWritten(sink, at); }
inline Builder unknown_field(Sink& sink, At at, Text a, Text b) { return diag::UnknownField(sink, at, a, b); }
inline Builder unknown_verb(Sink& sink, At at, Text a, Text b) { return diag::UnknownVerb(sink, at, a, b); }
inline Builder unknown_clause(Sink& sink, At at, Text a, Text b) { return diag::UnknownClause(sink, at, a, b); }
inline Builder missing_argument(Sink& sink, At at, Text a, Text b) { return diag::MissingArgument(sink, at, a, b); }
inline Builder unknown_state(Sink& sink, At at, Text a, Text b) { return diag::UnknownState(sink, at, a, b); }
inline Builder unknown_trait(Sink& sink, At at, Text a) { return diag::UnknownTrait(sink, at, a); }
inline Builder no_such_output(Sink& sink, At at, Text a, Text b) { return diag::NoSuchOutput(sink, at, a, b); }
inline Builder not_a_resource(Sink& sink, At at, Text a) { return diag::NotAResource(sink, at, a); }
inline Builder traits_clash(Sink& sink, At at, Text a, Text b) { return diag::TraitsClash(sink, at, a, b); }
/// A time that is over before anything can have happened in it.
inline Builder ends_before(Sink& sink, At at, Text what, const std::string& after, const std::string& but) { return diag::EndsBefore(sink, at, what, after, but); }
inline Builder bad_pattern(Sink& sink, At at, Text a, Text b) { return diag::BadPattern(sink, at, a, b); }

}  // namespace upg::sema::report
