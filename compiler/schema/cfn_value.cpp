#include "compiler/schema/cfn_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <regex>

#include "compiler/support/text.h"

namespace upg::schema::cfn {
namespace {

// How an identifier of each kind looks. What is not listed may be any text.
struct Look {
  std::string_view of, pattern, sample;
};
constexpr std::array<Look, 8> looks{{{"AWS::EC2::AvailabilityZone::Name", "[a-z]{2}(-[a-z]+)+-[0-9][a-z]", "eu-west-1a"},
                                     {"AWS::EC2::Image::Id", "ami-[0-9a-f]{8,17}", "ami-0123456789abcdef0"},
                                     {"AWS::EC2::Instance::Id", "i-[0-9a-f]{8,17}", "i-0123456789abcdef0"},
                                     {"AWS::EC2::SecurityGroup::Id", "sg-[0-9a-f]{8,17}", "sg-0123456789abcdef0"},
                                     {"AWS::EC2::Subnet::Id", "subnet-[0-9a-f]{8,17}", "subnet-0123456789abcdef0"},
                                     {"AWS::EC2::VPC::Id", "vpc-[0-9a-f]{8,17}", "vpc-0123456789abcdef0"},
                                     {"AWS::EC2::Volume::Id", "vol-[0-9a-f]{8,17}", "vol-0123456789abcdef0"},
                                     {"AWS::Route53::HostedZone::Id", "[A-Z0-9]{8,32}", "Z23ABC4XYZL05B"}}};

constexpr std::string_view stored_name = "[A-Za-z0-9_./-]{1,2048}";

Objection wrong(std::string why) { return {ObjectionKind::type, std::move(why)}; }
Objection outside(std::string why) { return {ObjectionKind::constraint, std::move(why)}; }

// True as well where the expression is beyond this library: the service judges then.
bool matches(std::string_view text, std::string_view pattern) {
  try {
    return std::regex_match(text.begin(), text.end(), std::regex(pattern.begin(), pattern.end()));
  } catch (const std::regex_error&) { return true; }
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(',', at), text.size());
    auto item = text.substr(at, end - at);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    out.emplace_back(item);
    at = end + 1;
  }
  return out;
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Objection> of_type(const Parameter& p, std::string_view item) {
  if (p.type.base == Base::number && !number(item)) return wrong("a number");
  if (p.type.ssm || p.type.of == "AWS::SSM::Parameter::Name")
    return matches(item, stored_name) ? std::nullopt
                                      : std::optional(wrong("the name of a stored parameter: letters, digits and `_.-/`"));
  if (p.type.base != Base::named) return std::nullopt;
  for (const auto& look : looks)
    if (look.of == p.type.of && !matches(item, look.pattern))
      return wrong(fmt::format("an `{}`, such as `{}`", look.of, look.sample));
  return item.empty() ? std::optional(wrong(fmt::format("an `{}`", p.type.of))) : std::nullopt;
}

std::string listed(const std::vector<std::string>& values) {
  std::vector<std::string> words;
  for (const auto& value : values) words.push_back("`" + value + "`");
  return support::listing(words, "or");
}

std::optional<Objection> bounds(const Parameter& p, std::string_view item) {
  const auto length = static_cast<int64_t>(item.size());
  if (p.min_length && length < *p.min_length) return outside(fmt::format("{} characters at least", *p.min_length));
  if (p.max_length && length > *p.max_length) return outside(fmt::format("{} characters at most", *p.max_length));
  const auto value = p.min_value || p.max_value ? number(item) : std::nullopt;
  if (value && p.min_value && *value < *p.min_value) return outside(fmt::format("{} at least", *p.min_value));
  if (value && p.max_value && *value > *p.max_value) return outside(fmt::format("{} at most", *p.max_value));
  return std::nullopt;
}

std::optional<Objection> of_constraints(const Parameter& p, std::string_view item) {
  if (!p.allowed.empty() && std::find(p.allowed.begin(), p.allowed.end(), item) == p.allowed.end())
    return outside(listed(p.allowed));
  if (auto found = bounds(p, item)) return found;
  if (p.pattern.empty() || matches(item, p.pattern)) return std::nullopt;
  return outside(p.constraint.empty() ? fmt::format("a text that matches `{}`", p.pattern) : p.constraint);
}

}  // namespace

std::optional<Objection> objection(const Parameter& p, std::string_view value) {
  if (value.size() > value_limit) return Objection{ObjectionKind::limit, fmt::format("{} bytes at most", value_limit)};
  for (const auto& item : p.type.list ? split(value) : std::vector<std::string>{std::string(value)}) {
    if (auto found = of_type(p, item)) return found;
    if (auto found = of_constraints(p, item)) return found;
  }
  return std::nullopt;
}

}  // namespace upg::schema::cfn
