// Literals and their units: each takes the type of its place.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "compiler/sema/context.h"

namespace upg::sema {
namespace {

using core::Literal;
using core::Value;

std::optional<int64_t> number(std::string_view digits) {
  int64_t n = 0;
  const auto r = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (r.ec != std::errc() || r.ptr != digits.data() + digits.size()) return std::nullopt;
  return n;
}

Ref literal(Span span, const Type& want, Tag natural, Value v) {
  Type t = unknown(want) ? type_of(natural) : want;
  t.optional = t.secret = false;
  return core::make(span, std::move(t), Literal{std::move(v)});
}

Ref mismatch(Context& c, Span at, std::string_view found, const Type& want) {
  report::mismatch(c.sink, at, found, core::to_string(want));
  return missing(at);
}

struct Unit { std::string_view name; bool duration; int64_t numerator, denominator; };
constexpr std::array<Unit, 15> units{{{"ms", true, 1, 1000}, {"s", true, 1, 1}, {"m", true, 60, 1}, {"h", true, 3600, 1},
    {"d", true, 86400, 1}, {"w", true, 604800, 1}, {"B", false, 1, 1}, {"KB", false, 1000, 1}, {"kB", false, 1000, 1},
    {"MB", false, 1000000, 1}, {"GB", false, 1000000000, 1}, {"KiB", false, 1LL << 10, 1}, {"MiB", false, 1LL << 20, 1},
    {"GiB", false, 1LL << 30, 1}, {"TiB", false, 1LL << 40, 1}}};

struct Quantity {
  enum class Of : uint8_t { duration, size, percent } of = Of::duration;
  int64_t value = 0;
  bool thousands = false;
  std::string problem;
};

Quantity problem(std::string text) {
  Quantity q;
  q.problem = std::move(text);
  return q;
}

// `1.5` of `unit`, exact: a fraction that is no whole number of seconds or bytes is refused.
std::optional<int64_t> scaled(std::string_view digits, const Unit& unit) {
  const size_t dot = digits.find('.');
  const auto whole = number(digits.substr(0, dot));
  if (!whole) return std::nullopt;
  int64_t out = 0, part = 0, tens = 1;
  if (dot != std::string_view::npos) {
    const auto decimals = digits.substr(dot + 1);
    const auto n = decimals.size() <= 6 ? number(decimals) : std::nullopt;
    if (!n) return std::nullopt;
    part = *n;
    for (size_t i = 0; i < decimals.size(); ++i) tens *= 10;
  }
  int64_t all = 0;
  if (__builtin_mul_overflow(*whole, tens, &all) || __builtin_add_overflow(all, part, &all)) return std::nullopt;
  if (__builtin_mul_overflow(all, unit.numerator, &out)) return std::nullopt;
  const int64_t by = tens * unit.denominator;
  return out % by == 0 ? std::optional(out / by) : std::nullopt;
}

Quantity read_quantity(std::string_view text) {
  Quantity q;
  bool first = true;
  const Unit* last = nullptr;
  while (!text.empty()) {
    const size_t end = text.find_first_not_of("0123456789.");
    const auto digits = text.substr(0, end);
    text.remove_prefix(std::min(end, text.size()));
    const size_t next = text.find_first_of("0123456789");
    const auto name = text.substr(0, next);
    text.remove_prefix(name.size());
    if (name == "%") {
      const auto n = number(digits);
      if (!n || !first || !text.empty()) return problem("a percentage is a whole number");
      q.of = Quantity::Of::percent;
      q.value = *n;
      return q;
    }
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == name; });
    if (unit == units.end()) return problem("`" + std::string(name) + "` is no unit");
    const auto of = unit->duration ? Quantity::Of::duration : Quantity::Of::size;
    if (!first && (of != q.of || of == Quantity::Of::size)) return problem("its units do not go together");
    if (last && last->numerator * unit->denominator <= unit->numerator * last->denominator)
      return problem("its units go from the largest to the smallest, each once");
    last = unit;
    const auto n = scaled(digits, *unit);
    if (!n) return problem("it is no whole number of " + std::string(unit->duration ? "seconds" : "bytes") + " that can be counted");
    if (__builtin_add_overflow(q.value, *n, &q.value)) return problem("it is too big");
    q.of = of;
    q.thousands = q.thousands || (!unit->duration && unit->numerator % 1000 == 0);
    first = false;
  }
  return q;
}

// Would the text be what is due, were it not for its quotes?
bool only_quotes(const std::string& text, Tag want) {
  if (want == Tag::version) return version_shaped(text);
  if (want == Tag::integer || want == Tag::port) return number(text).has_value();
  if (!core::counted(want) || text.empty() || text.front() < '0' || text.front() > '9') return false;
  const auto q = read_quantity(text);
  const Tag natural = q.of == Quantity::Of::duration ? Tag::duration : q.of == Quantity::Of::size ? Tag::size : Tag::percent;
  return q.problem.empty() && natural == want;
}

Ref text_mismatch(Env& e, Span at, const std::string& text, const Type& want) {
  auto said = report::mismatch(e.c.sink, at, "text", core::to_string(want));
  if (only_quotes(text, want.tag)) said.help("without quotes: `{}`", text).fix(at, text);
  return missing(at);
}

bool host_shaped(std::string_view s) {
  return !s.empty() && s.find_first_of(" \t\n/") == std::string_view::npos;
}

Ref url_literal(Env& e, Span span, std::string text, const Type& want) {
  const size_t colon = text.find("://");
  if (colon == 0 || colon == std::string::npos || text.find_first_of(" \t\n") != std::string::npos) {
    diag::BadUrl(e.c.sink, span, text).help("a url begins with its scheme, as in `https://`");
    return missing(span);
  }
  const auto rest = std::string_view(text).substr(colon + 3);
  if (rest.substr(0, rest.find('/')).find('@') != std::string_view::npos) {
    diag::UrlCredentials(e.c.sink, span).help("declare a `secret` and give it to the tool by its environment");
    return missing(span);
  }
  if (text.starts_with("http://")) {
    const std::string better = "https://" + text.substr(7);
    diag::UrlNotSecure(e.c.sink, span, text).help("write `{}` if the server has it", better);
  }
  return literal(span, want, Tag::url, std::move(text));
}

}  // namespace

bool version_shaped(std::string_view t) {
  if (t.empty() || t.front() < '0' || t.front() > '9') return false;
  const auto numbers = t.substr(0, t.find('-'));
  if (numbers.find("..") != std::string_view::npos || numbers.back() == '.') return false;
  if (numbers.find_first_not_of("0123456789.") != std::string_view::npos) return false;
  return t.size() == numbers.size() ||
         (t.size() > numbers.size() + 1 && t.find_first_of(" \t\n/", numbers.size()) == std::string_view::npos);
}

Ref literal_int(Env& e, const syntax::Expr& x, const std::string& digits, const Type& want) {
  const auto n = number(digits);
  if (!n) return missing(x.span);   // reported where the text was read
  switch (want.tag) {
    case Tag::error:
    case Tag::integer: return literal(x.span, want, Tag::integer, *n);
    case Tag::version: return literal(x.span, want, Tag::version, digits);
    case Tag::port:
      if (*n >= 1 && *n <= 65535) return literal(x.span, want, Tag::port, *n);
      diag::BadPort(e.c.sink, x.span, digits).help("ports are 1 to 65535");
      return missing(x.span);
    case Tag::duration:
      report::no_unit(e.c.sink, x.span, digits, "duration").help("write `{0}s`, `{0}m` or `{0}h`", digits).fix(x.span, digits + "s");
      return missing(x.span);
    case Tag::size:
      report::no_unit(e.c.sink, x.span, digits, "size").help("write `{0}MiB` or `{0}GiB`", digits).fix(x.span, digits + "MiB");
      return missing(x.span);
    case Tag::percent:
      report::no_unit(e.c.sink, x.span, digits, "percentage").help("write `{}%`", digits).fix(x.span, digits + "%");
      return missing(x.span);
    case Tag::boolean:
      report::yes_or_no(e.c.sink, x.span, digits).help("write `true` or `false`");
      return missing(x.span);
    case Tag::text: case Tag::path: case Tag::url: case Tag::host: case Tag::command: case Tag::list: case Tag::map:
    case Tag::choice: case Tag::resource: case Tag::record: return mismatch(e.c, x.span, "int", want);
  }
  return missing(x.span);
}

Ref literal_version(Env& e, const syntax::Expr& x, const std::string& text, const Type& want) {
  if (!unknown(want) && want.tag != Tag::version) return mismatch(e.c, x.span, "version", want);
  if (!version_shaped(text)) {
    report::bad_version(e.c.sink, x.span, text).help("a version is numbers with dots between, perhaps `-` and a word behind");
    return missing(x.span);
  }
  return literal(x.span, want, Tag::version, text);
}

Ref literal_quantity(Env& e, const syntax::Expr& x, const std::string& text, const Type& want) {
  const auto q = read_quantity(text);
  if (!q.problem.empty()) {
    diag::BadQuantity(e.c.sink, x.span, text, q.problem).help("durations: `30s`, `5m`, `2h30m`, `1d`; sizes: `512MiB`, `1.5GiB`; shares: `80%`");
    return missing(x.span);
  }
  const Tag natural = q.of == Quantity::Of::duration ? Tag::duration : q.of == Quantity::Of::size ? Tag::size : Tag::percent;
  if (!unknown(want) && want.tag != natural) return mismatch(e.c, x.span, core::to_string(type_of(natural)), want);
  if (natural == Tag::percent && q.value > 100) {
    diag::BadPercent(e.c.sink, x.span, text);
    return missing(x.span);
  }
  if (natural == Tag::duration && q.value == 0) {
    diag::ZeroDuration(e.c.sink, x.span).help("leave it out, or say how long");
    return missing(x.span);
  }
  if (natural == Tag::duration && q.value > 7 * 86400) diag::LongDuration(e.c.sink, x.span, text);
  if (q.thousands) {
    auto binary = text;
    binary.insert(binary.size() - 1, "i");
    diag::AmbiguousSize(e.c.sink, x.span, text).help("`{}` is counted in 1024s, as tools that say `GB` often do", binary);
  }
  return literal(x.span, want, natural, q.value);
}

Ref literal_text(Env& e, Span span, std::string text, const Type& want) {
  switch (want.tag) {
    case Tag::error:
    case Tag::text: return literal(span, want, Tag::text, std::move(text));
    case Tag::path:
      if (text.empty() || text.find('\n') != std::string::npos) {
        diag::BadPath(e.c.sink, span, text.empty() ? "is empty" : "holds a line break");
        return missing(span);
      }
      return literal(span, want, Tag::path, std::move(text));
    case Tag::host:
      if (!host_shaped(text)) return mismatch(e.c, span, "\"" + text + "\"", want);
      return literal(span, want, Tag::host, std::move(text));
    case Tag::url: return url_literal(e, span, std::move(text), want);
    case Tag::version:
      if (!version_shaped(text)) {
        report::bad_version(e.c.sink, span, text).help("write a version as it is, without quotes: `5.6.17`");
        return missing(span);
      }
      return text_mismatch(e, span, text, want);
    case Tag::boolean:
      report::yes_or_no(e.c.sink, span, "\"" + text + "\"").help("write `true` or `false`, without quotes");
      return missing(span);
    case Tag::command:
      report::text_for_command(e.c.sink, span).help("a command stands in backticks, where `${{x}}` is one argument whatever it holds");
      return missing(span);
    case Tag::integer: case Tag::duration: case Tag::size: case Tag::percent: case Tag::port: case Tag::list: case Tag::map:
    case Tag::choice: case Tag::resource: case Tag::record: return text_mismatch(e, span, text, want);
  }
  return missing(span);
}

}  // namespace upg::sema
