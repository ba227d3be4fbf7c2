#include "compiler/schema/cfn_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace upg::schema::cfn {
namespace {

constexpr std::array<std::string_view, 11> identifiers{"AWS::EC2::AvailabilityZone::Name",
                                                       "AWS::EC2::Image::Id",
                                                       "AWS::EC2::Instance::Id",
                                                       "AWS::EC2::KeyPair::KeyName",
                                                       "AWS::EC2::SecurityGroup::GroupName",
                                                       "AWS::EC2::SecurityGroup::Id",
                                                       "AWS::EC2::Subnet::Id",
                                                       "AWS::EC2::VPC::Id",
                                                       "AWS::EC2::Volume::Id",
                                                       "AWS::Route53::HostedZone::Id",
                                                       "AWS::SSM::Parameter::Name"};

// `List<X>`, `Name<X>`: what stands in the brackets.
std::optional<std::string_view> inside(std::string_view text, std::string_view name) {
  if (!text.starts_with(name) || text.size() < name.size() + 2 || text[name.size()] != '<' || text.back() != '>')
    return std::nullopt;
  return text.substr(name.size() + 1, text.size() - name.size() - 2);
}

bool read_type(std::string_view text, ParameterType& out) {
  if (const auto stored = inside(text, "AWS::SSM::Parameter::Value")) {
    out.ssm = true;
    ParameterType held;
    const bool known = read_type(*stored, held);
    out.list = held.list;
    out.of = held.of;
    return known && !held.ssm;
  }
  if (text == "CommaDelimitedList") {
    out.list = true;
    return true;
  }
  if (const auto item = inside(text, "List")) {
    out.list = true;
    ParameterType one;
    const bool known = read_type(*item, one);
    out.base = one.base;
    out.of = one.of;
    return known && !one.list && !one.ssm;
  }
  if (text == "String") return true;
  if (text == "Number") {
    out.base = Base::number;
    return true;
  }
  out.base = Base::named;
  out.of = text;
  return std::find(identifiers.begin(), identifiers.end(), text) != identifiers.end();
}

template <class T>
bool number(const Tree& in, std::string_view key, std::optional<T>& out) {
  if (!in.at(key)) return true;
  const auto text = in.scalar(key);
  T value{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  out = value;
  return failed == std::errc() && end == text.data() + text.size();
}

std::optional<Fault> read_parameter(const std::string& name, const Tree& in, Parameter& out) {
  const auto shape = [&](std::string what) {
    return Fault{FaultKind::shape, fmt::format("parameter `{}` {}", name, what), in.line};
  };
  if (in.kind != Tree::Kind::map) return shape("is no mapping");
  out.name = name;
  out.line = in.line;
  out.type.written = in.scalar("Type");
  if (out.type.written.empty()) return shape("has no `Type`");
  if (!read_type(out.type.written, out.type))
    return shape(fmt::format("has the type `{}`, which the service does not know", out.type.written));
  out.description = in.scalar("Description");
  out.pattern = in.scalar("AllowedPattern");
  out.constraint = in.scalar("ConstraintDescription");
  if (const Tree* value = in.at("Default")) {
    if (value->kind != Tree::Kind::scalar) return shape("has a `Default` that is no plain value");
    out.default_value = value->text;
  }
  if (const Tree* allowed = in.at("AllowedValues")) {
    if (allowed->kind != Tree::Kind::list) return shape("has `AllowedValues` that are no list");
    for (const auto& item : allowed->items) out.allowed.push_back(item.text);
  }
  if (!number(in, "MinLength", out.min_length) || !number(in, "MaxLength", out.max_length) ||
      !number(in, "MinValue", out.min_value) || !number(in, "MaxValue", out.max_value))
    return shape("has a bound that is no number");
  const auto hidden = in.scalar("NoEcho");
  out.no_echo = hidden == "true" || hidden == "True" || hidden == "TRUE" || hidden == "yes";
  return std::nullopt;
}

// What needs an acknowledgement; the name that a person chose needs the stronger one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> identities{
    {{"AWS::IAM::AccessKey", ""},
     {"AWS::IAM::Group", "GroupName"},
     {"AWS::IAM::InstanceProfile", "InstanceProfileName"},
     {"AWS::IAM::ManagedPolicy", "ManagedPolicyName"},
     {"AWS::IAM::Policy", ""},
     {"AWS::IAM::Role", "RoleName"},
     {"AWS::IAM::User", "UserName"},
     {"AWS::IAM::UserPolicy", ""},
     {"AWS::IAM::UserToGroupAddition", ""}}};

void need(Template& out, Capability c, std::string_view because) {
  if (out.capabilities.empty() || *out.capabilities.rbegin() < c) out.capability_because = because;
  out.capabilities.insert(c);
}

bool transforms(const Tree& in) {
  if (in.at("Fn::Transform")) return true;
  return std::any_of(in.items.begin(), in.items.end(), transforms) ||
         std::any_of(in.entries.begin(), in.entries.end(), [](const Entry& entry) { return transforms(entry.value); });
}

std::optional<Fault> read_resource(const std::string& name, const Tree& in, Template& out) {
  Resource made;
  made.name = name;
  made.type = in.scalar("Type");
  made.line = in.line;
  if (made.type.empty()) return Fault{FaultKind::shape, fmt::format("resource `{}` has no `Type`", name), in.line};
  made.deletion_policy = in.scalar("DeletionPolicy");
  made.replace_policy = in.scalar("UpdateReplacePolicy");
  made.condition = in.scalar("Condition");
  if (const Tree* properties = in.at("Properties")) made.properties = *properties;
  if (made.type == "AWS::CloudFormation::Stack") out.nested = true;
  for (const auto& [type, chosen] : identities)
    if (made.type == type)
      need(out, !chosen.empty() && made.properties.at(chosen) ? Capability::named_iam : Capability::iam, name);
  out.resources.push_back(std::move(made));
  return std::nullopt;
}

std::optional<Fault> too_many(size_t count, size_t limit, std::string_view what) {
  if (count <= limit) return std::nullopt;
  return Fault{FaultKind::limit, fmt::format("it has {} {}, and the service takes {}", count, what, limit), 0};
}

std::optional<Fault> fill(const Tree& root, Template& out) {
  out.description = root.scalar("Description");
  if (const Tree* parameters = root.at("Parameters")) {
    out.has_parameters = true;
    if (auto fault = too_many(parameters->entries.size(), parameters_limit, "parameters")) return fault;
    for (const auto& [name, value] : parameters->entries) {
      out.parameters.emplace_back();
      if (auto fault = read_parameter(name, value, out.parameters.back())) return fault;
    }
  }
  const Tree* resources = root.at("Resources");
  if (!resources || resources->entries.empty()) return Fault{FaultKind::shape, "it has no `Resources`", 0};
  if (auto fault = too_many(resources->entries.size(), resources_limit, "resources")) return fault;
  for (const auto& [name, value] : resources->entries)
    if (!name.starts_with("Fn::ForEach"))
      if (auto fault = read_resource(name, value, out)) return fault;
  if (root.at("Transform") || transforms(root)) need(out, Capability::auto_expand, "its transform");
  return std::nullopt;
}

}  // namespace

std::string_view spelling(Capability c) {
  switch (c) {
    case Capability::iam: return "CAPABILITY_IAM";
    case Capability::named_iam: return "CAPABILITY_NAMED_IAM";
    case Capability::auto_expand: return "CAPABILITY_AUTO_EXPAND";
  }
  return "";
}

const Parameter* Template::parameter(std::string_view name) const {
  const auto it = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == name; });
  return it == parameters.end() ? nullptr : &*it;
}

const Resource* Template::resource(std::string_view name) const {
  const auto it = std::find_if(resources.begin(), resources.end(), [&](const Resource& r) { return r.name == name; });
  return it == resources.end() ? nullptr : &*it;
}

std::variant<Template, Fault> read_template(std::string_view bytes) {
  auto tree = read_tree(bytes);
  if (auto* fault = std::get_if<Fault>(&tree)) return std::move(*fault);
  Template out;
  if (auto fault = fill(std::get<Tree>(tree), out)) return std::move(*fault);
  return out;
}

}  // namespace upg::schema::cfn
