// From a template to the keys and types of a change set.
#include <algorithm>
#include <array>

#include "compiler/schema/cfn_change_set.h"
#include "compiler/schema/cfn_template.h"

namespace upg::schema::cfn {
namespace {

// How an identifier of each kind looks. What is not listed may be any text.
struct Look {
  std::string_view of, pattern;
};
constexpr std::array<Look, 8> looks{{{"AWS::EC2::AvailabilityZone::Name", "[a-z]{2}(-[a-z]+)+-[0-9][a-z]"},
                                     {"AWS::EC2::Image::Id", "ami-[0-9a-f]{8,17}"},
                                     {"AWS::EC2::Instance::Id", "i-[0-9a-f]{8,17}"},
                                     {"AWS::EC2::SecurityGroup::Id", "sg-[0-9a-f]{8,17}"},
                                     {"AWS::EC2::Subnet::Id", "subnet-[0-9a-f]{8,17}"},
                                     {"AWS::EC2::VPC::Id", "vpc-[0-9a-f]{8,17}"},
                                     {"AWS::EC2::Volume::Id", "vol-[0-9a-f]{8,17}"},
                                     {"AWS::Route53::HostedZone::Id", "[A-Z0-9]{8,32}"}}};
constexpr std::string_view stored_name = "[A-Za-z0-9_./-]{1,2048}";

// The service matches the whole of a value.
std::string whole(std::string_view pattern) { return "^(" + std::string(pattern) + ")$"; }

Datum allowed_value(const Parameter& p, const std::string& text) {
  if (p.type.base != Base::number) return {text};
  try {
    size_t used = 0;
    const int64_t n = std::stoll(text, &used);
    if (used == text.size()) return {n};
  } catch (const std::exception&) {}
  return {Decimal{text}};
}

Type item_type(const Parameter& p) {
  Type t;
  t.shapes = p.type.base == Base::number ? std::vector{Shape::integer, Shape::number} : std::vector{Shape::text};
  for (const auto& a : p.allowed) t.allowed.push_back(allowed_value(p, a));
  if (!p.pattern.empty()) t.pattern = whole(p.pattern);
  if (p.type.ssm || p.type.of == "AWS::SSM::Parameter::Name")
    t.pattern = whole(stored_name);
  else
    for (const auto& look : looks)
      if (look.of == p.type.of) t.pattern = whole(look.pattern);
  t.minimum = p.min_value;
  t.maximum = p.max_value;
  if (p.type.base == Base::number) return t;
  t.min_length = p.min_length;
  t.max_length = std::min<int64_t>(p.max_length.value_or(value_limit), value_limit);
  return t;
}

std::shared_ptr<Field> field_of(const Parameter& p, const std::string& file) {
  auto f = std::make_shared<Field>();
  f->name = p.name;
  f->type = item_type(p);
  if (p.type.list) {
    auto items = std::make_shared<Type>(std::move(f->type));
    items->place = {file, p.line};
    f->type = {};
    f->type.shapes = {Shape::list};
    f->type.items = std::move(items);
  }
  f->type.place = {file, p.line};
  f->type.doc = p.description;
  f->type.secret = p.no_echo;
  if (p.default_value) f->default_value = Datum{*p.default_value};
  return f;
}

std::shared_ptr<Field> plain(std::string name, Shape shape) {
  auto f = std::make_shared<Field>();
  f->name = std::move(name);
  f->type.shapes = {shape};
  return f;
}
std::shared_ptr<Field> texts(std::string name, const std::vector<std::string>& allowed) {
  auto f = plain(std::move(name), Shape::list);
  auto items = std::make_shared<Type>();
  items->shapes = {Shape::text};
  for (const auto& a : allowed) items->allowed.push_back({a});
  f->type.items = std::move(items);
  return f;
}

Schema schema_of(Template read, const std::string& file) {
  Schema out;
  out.root.shapes = {Shape::record};
  out.root.open = false;
  auto parameters = plain("parameters", Shape::record);
  parameters->type.open = false;
  for (const auto& p : read.parameters) parameters->type.fields.push_back(field_of(p, file));
  auto tags = plain("tags", Shape::record);
  auto tag = std::make_shared<Type>();
  tag->shapes = {Shape::text};
  tag->max_length = 256;
  tags->type.others = std::move(tag);
  auto minutes = plain("monitoring_minutes", Shape::integer);
  minutes->type.minimum = 0;
  minutes->type.maximum = 180;
  auto description = plain("description", Shape::text);
  description->type.max_length = 1024;
  std::vector<std::string> resources;
  for (const auto& r : read.resources) resources.push_back(r.name);
  out.root.fields = {std::move(parameters),
                     texts("capabilities", {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"}),
                     std::move(tags),
                     texts("notifications", {}),
                     texts("rollback_triggers", {}),
                     std::move(minutes),
                     std::move(description),
                     plain("nested", Shape::boolean),
                     texts("replaces", {})};
  out.version = file.substr(file.rfind('/') + 1);
  out.made_of = std::make_shared<const Template>(std::move(read));
  return out;
}

schema::FaultKind kind_of(FaultKind k) {
  switch (k) {
    case FaultKind::syntax: return schema::FaultKind::syntax;
    case FaultKind::tag:
    case FaultKind::shape: return schema::FaultKind::content;
    case FaultKind::limit: return schema::FaultKind::limit;
  }
  return schema::FaultKind::content;
}

}  // namespace

Imported read_change_set(const Source& source) {
  if (source.directory || source.files.empty())
    return schema::Fault{schema::FaultKind::not_found, {source.path, 0}, "it is no file, and a template is one"};
  auto read = read_template(source.files.front().bytes);
  if (const auto* fault = std::get_if<Fault>(&read)) {
    const auto what = fault->kind == FaultKind::tag ? "`" + fault->what + "` is no tag of a template" : fault->what;
    const bool twice = what.find("stands twice") != std::string::npos;
    return schema::Fault{twice ? schema::FaultKind::duplicate_key : kind_of(fault->kind), {source.path, fault->line}, what};
  }
  return schema_of(std::get<Template>(std::move(read)), source.path);
}

}  // namespace upg::schema::cfn
