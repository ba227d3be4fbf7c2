// What a CloudFormation template says of itself: its parameters as types, and of its resources what an update must know.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/schema/cfn_tree.h"

namespace upg::schema::cfn {

/// What the service holds a value of a parameter to be. `named`: an identifier of the kind in `of`, such as a subnet's.
enum class Base : uint8_t { string, number, named };
struct ParameterType {
  Base base = Base::string;
  bool list = false;    ///< written with commas between the items
  bool ssm = false;     ///< the value is the name of a parameter in the store, which holds the true one
  std::string of;       ///< `AWS::EC2::Subnet::Id`, or ""
  std::string written;  ///< as in the template

  friend bool operator==(const ParameterType& a, const ParameterType& b) { return a.written == b.written; }
};

struct Parameter {
  std::string name;
  ParameterType type;
  std::string description;
  std::optional<std::string> default_value;
  std::vector<std::string> allowed;
  std::string pattern, constraint;  ///< AllowedPattern, ConstraintDescription
  std::optional<int64_t> min_length, max_length;
  std::optional<double> min_value, max_value;
  bool no_echo = false;
  int line = 0;
};

struct Resource {
  std::string name, type, deletion_policy, replace_policy;
  std::string condition;
  Tree properties;
  int line = 0;
};

enum class Capability : uint8_t { iam, named_iam, auto_expand };
[[nodiscard]] std::string_view spelling(Capability c);  ///< `CAPABILITY_IAM`

struct Template {
  std::string description;
  bool has_parameters = false;  ///< a section of that name stands in it
  std::vector<Parameter> parameters;
  std::vector<Resource> resources;
  std::set<Capability> capabilities;  ///< needed by what stands in it; nested stacks may need more
  std::string capability_because;     ///< resource or macro that needs the strongest of them
  bool nested = false;                ///< it has stacks of its own

  [[nodiscard]] const Parameter* parameter(std::string_view name) const;
  [[nodiscard]] const Resource* resource(std::string_view name) const;
};

inline constexpr size_t parameters_limit = 200;
inline constexpr size_t resources_limit = 500;

[[nodiscard]] std::variant<Template, Fault> read_template(std::string_view bytes);

}  // namespace upg::schema::cfn
