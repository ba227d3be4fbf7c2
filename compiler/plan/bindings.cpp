#include "compiler/plan/bindings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "compiler/support/text.h"
#include "compiler/diag/codes_plan.h"

namespace upg::plan {
namespace {

using core::Tag;
using core::Value;
using Origin = sema::Variable::Origin;

std::optional<int64_t> whole(std::string_view s) {
  int64_t n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  return error == std::errc() && end == s.data() + s.size() && !s.empty() ? std::optional(n) : std::nullopt;
}

struct Unit { std::string_view name; int64_t size; };
constexpr Unit duration_units[] = {{"ms", 0}, {"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}};
constexpr Unit size_units[] = {{"B", 1},           {"kB", 1000},          {"KB", 1000},         {"MB", 1000000},
                               {"GB", 1000000000}, {"TB", 1000000000000}, {"KiB", 1LL << 10}, {"MiB", 1LL << 20},
                               {"GiB", 1LL << 30}, {"TiB", 1LL << 40}};

// `2h30m`, `1.5GiB`: numbers with units, side by side.
template <size_t N>
std::optional<int64_t> quantity(std::string_view s, const Unit (&units)[N]) {
  if (s.empty()) return std::nullopt;
  double sum = 0;
  while (!s.empty()) {
    double n = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n, std::chars_format::fixed);
    if (error != std::errc() || n < 0) return std::nullopt;
    s.remove_prefix(static_cast<size_t>(end - s.data()));
    const auto length = std::min(s.find_first_of("0123456789"), s.size());
    const auto unit = std::find_if(std::begin(units), std::end(units), [&](const Unit& u) { return u.name == s.substr(0, length); });
    if (unit == std::end(units) || unit->size == 0) return std::nullopt;
    sum += n * static_cast<double>(unit->size);
    s.remove_prefix(length);
  }
  return sum < 9e15 ? std::optional(static_cast<int64_t>(std::llround(sum))) : std::nullopt;
}

bool is_version(const std::string& s) {
  if (s.empty() || s.front() < '0' || s.front() > '9') return false;
  return std::all_of(s.begin(), s.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' || c == '+';
  });
}

bool is_host(const std::string& s) {
  if (s.empty() || s.front() == '-') return false;
  return std::all_of(s.begin(), s.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view(".:_%-").find(c) != std::string_view::npos;
  });
}

// Commas separate the items of a list, as in an answer to the script; what is kept has a line an item.
std::optional<Value> items(const core::Type& element, std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    const auto first = text.find_first_not_of(' '), last = text.substr(0, end).find_last_not_of(' ');
    if (first < end) {
      const std::string item(text.substr(first, last + 1 - first));
      if (!read_value(element, item)) return std::nullopt;  // its text stays: what is bound reads it again
      out += (out.empty() ? "" : "\n") + item;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return Value(out);
}

std::string_view form_of(Tag tag) {
  switch (tag) {
    case Tag::boolean: return "write `true` or `false`";
    case Tag::integer: return "write a whole number, such as `8`";
    case Tag::version: return "write a version, such as `5.3.0`";
    case Tag::duration: return "write a duration, such as `5m` or `2h30m`";
    case Tag::size: return "write a size, such as `20GiB`";
    case Tag::percent: return "write a share, such as `80%`";
    case Tag::port: return "write a number from 1 to 65535";
    case Tag::path: return "write an absolute path, such as `/opt/example`";
    case Tag::url: return "write a url, such as `https://example.org/`";
    case Tag::host: return "write the name of a machine, such as `db.example.org`";
    case Tag::list: return "write the items with commas between them, such as `web, worker`";
    default: return "write a text without line ends";
  }
}

std::string shown(const Range& r) {
  return (r.low.empty() ? "" : r.low) + (r.closed ? " .. " : " ..< ") + (r.high.empty() ? "" : r.high);
}

bool within(const std::string& version, const sema::VersionRange& r) {
  if (!r.low.empty() && core::compare_versions(version, r.low) < 0) return false;
  if (r.high.empty()) return true;
  const int c = core::compare_versions(version, r.high);
  return c < 0 || (r.closed && c == 0);
}

class Checker {
 public:
  Checker(const sema::Module& module, diag::Sink& sink) : module_(module), sink_(sink) {
    for (const auto& v : module.variables) by_name_.emplace(v.name, &v);
  }

  std::optional<Value> check(const std::string& name, const std::string& text) {
    const auto it = by_name_.find(name);
    const auto* v = it == by_name_.end() ? nullptr : it->second;
    if (name == "from" || name == "to") return version(name, text);
    if (!v) return unknown(name);
    switch (v->origin) {
      case Origin::input:
      case Origin::choice:
      case Origin::version: break;
      case Origin::secret:
        diag::BoundSecret(sink_, v->span, name).help("the script reads it where the plan says; take it out of the command line or the answers");
        return std::nullopt;
      case Origin::let:
      case Origin::capture:
      case Origin::output:
        diag::BoundComputed(sink_, v->span, name).help("bind the inputs that it is made of");
        return std::nullopt;
    }
    if (v->origin == Origin::choice) return choice(*v, text);
    auto value = typed(v->type, v->span, name, text);
    if (!value || v->matching.empty() || support::matches(text, v->matching)) return value;
    diag::BoundDiffers(sink_, v->span, name, text, v->matching).help("the plan says behind `matching` what an answer looks like");
    return std::nullopt;
  }

 private:
  std::optional<Value> typed(const core::Type& type, std::optional<Span> at, const std::string& name, const std::string& text) {
    auto value = read_value(type, text);
    if (!value) diag::BoundType(sink_, at, name, core::to_string(type), text).help("{}", form_of(type.tag));
    return value;
  }

  std::optional<Value> unknown(const std::string& name) {
    std::vector<std::string_view> names{"from"};
    for (const auto& [n, v] : by_name_)
      if (v->origin == Origin::input || v->origin == Origin::choice) names.push_back(n);
    const auto near = support::nearest(name, names);
    auto d = diag::BoundUnknown(sink_, std::nullopt, name, module_.plan.name);
    if (!near.empty()) d.help("did you mean `{}`?", near);
    return std::nullopt;
  }

  std::optional<Value> version(const std::string& name, const std::string& text) {
    const auto& p = module_.plan;
    auto value = typed({Tag::version}, std::nullopt, name, text);
    if (!value) return value;
    if (name == "to" && core::compare_versions(text, p.to.text) != 0) {
      diag::BoundTo(sink_, p.to.span, p.to.text, text);
      return std::nullopt;
    }
    if (name == "from" && !within(text, p.from)) {
      diag::BoundFrom(sink_, p.from.span, text, shown({p.from.low, p.from.high, p.from.closed}))
          .help("upgrade to a version in this range first, or widen `from`");
      return std::nullopt;
    }
    return value;
  }

  std::optional<Value> choice(const sema::Variable& v, const std::string& text) {
    if (std::find(v.names.begin(), v.names.end(), text) != v.names.end()) return Value(text);
    auto d = diag::BoundChoice(sink_, v.span, v.name, text);
    const auto near = support::nearest(text, {v.names.begin(), v.names.end()});
    if (!near.empty()) d.help("did you mean `{}`?", near);
    else d.help("it is {}", support::listing(v.names, "or"));
    return std::nullopt;
  }

  const sema::Module& module_;
  diag::Sink& sink_;
  std::map<std::string, const sema::Variable*> by_name_;
};

}  // namespace

std::optional<Value> read_value(const core::Type& type, const std::string& text) {
  if (text.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos) return std::nullopt;
  const auto number = [](std::optional<int64_t> n) { return n ? std::optional<Value>(*n) : std::nullopt; };
  switch (type.tag) {
    case Tag::boolean:
      if (text == "true" || text == "yes") return Value(true);
      if (text == "false" || text == "no") return Value(false);
      return std::nullopt;
    case Tag::integer: return number(whole(text));
    case Tag::port: {
      const auto n = whole(text);
      return n && *n >= 1 && *n <= 65535 ? number(n) : std::nullopt;
    }
    case Tag::duration: return number(quantity(text, duration_units));
    case Tag::size: return number(quantity(text, size_units));
    case Tag::percent: return text.ends_with('%') ? number(whole(std::string_view(text).substr(0, text.size() - 1))) : std::nullopt;
    case Tag::version: return is_version(text) ? std::optional<Value>(text) : std::nullopt;
    case Tag::error:
    case Tag::text:
    case Tag::choice: return Value(text);
    case Tag::path: return text.starts_with('/') ? std::optional<Value>(text) : std::nullopt;
    case Tag::url: return text.find("://") != std::string::npos ? std::optional<Value>(text) : std::nullopt;
    case Tag::host: return is_host(text) ? std::optional<Value>(text) : std::nullopt;
    case Tag::list: return items(*type.element, text);
    case Tag::command:
    case Tag::map:
    case Tag::resource:
    case Tag::record: return std::nullopt;
  }
  return std::nullopt;
}

std::map<std::string, Value> check_bindings(const sema::Module& module, const Bindings& bindings, diag::Sink& sink) {
  std::map<std::string, Value> out;
  Checker checker(module, sink);
  for (const auto& [name, text] : bindings.values) {
    auto value = checker.check(name, text);
    if (value && name != "to") out.emplace(name, std::move(*value));
  }
  return out;
}

}  // namespace upg::plan
