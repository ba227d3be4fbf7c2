// JSON with the keys of the request, in the order in which the service documents them.
#include <map>
#include <nlohmann/json.hpp>

#include "backends/cloudformation/backend.h"

namespace upg::cloudformation {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const core::Ref& e) {
  const auto* v = core::known(e);
  if (!v) return "";
  if (const auto* b = std::get_if<bool>(v)) return *b ? "true" : "false";
  if (const auto* n = std::get_if<int64_t>(v)) return std::to_string(*n);
  return std::get<std::string>(*v);
}

std::vector<std::string> texts(const core::Tree& t) {
  std::vector<std::string> out;
  core::each_leaf(t, [&](const core::Ref& e) {
    if (const auto* list = std::get_if<core::List>(&e->node))
      for (const auto& i : list->items) out.push_back(text(i));
    else
      out.push_back(text(e));
  });
  return out;
}

/// The values of a parameter are texts, those of a list with commas between them.
std::string joined(const core::Tree& t) {
  std::string out;
  for (const auto& item : texts(t)) out += (out.empty() ? "" : ",") + item;
  return out;
}

bool previous(const core::Tree& t) { return std::holds_alternative<std::vector<core::TreeEntry>>(t.node); }

class Request {
 public:
  Request(const plan::Document& d, const plan::Plan& plan) : d_(d), plan_(plan) {
    for (const auto& e : d.entries)
      if (e.known() && e.path.size() == 1) top_[e.path[0]] = &e;
  }

  Json make() {
    put("StackName", "stack");
    put("TemplateURL", "template");
    if (auto all = parameters(); !all.empty()) out_["Parameters"] = std::move(all);
    list("Capabilities", "capabilities");
    put("RoleARN", "role");
    rollback();
    list("NotificationARNs", "notifications");
    if (auto all = tags(); !all.empty()) out_["Tags"] = std::move(all);
    out_["ChangeSetName"] = name();
    put("Description", "description");
    out_["ChangeSetType"] = "UPDATE";
    if (const auto* e = entry("nested"); e && joined(e->value) == "true") out_["IncludeNestedStacks"] = true;
    return std::move(out_);
  }

 private:
  [[nodiscard]] const plan::DocumentEntry* entry(const std::string& key) const {
    const auto it = top_.find(key);
    return it == top_.end() ? nullptr : it->second;
  }
  void put(const char* name, const std::string& key) {
    if (const auto* e = entry(key)) out_[name] = joined(e->value);
  }
  void list(const char* name, const std::string& key) {
    if (const auto* e = entry(key)) out_[name] = texts(e->value);
  }

  // What is set stands where it is written, in front of what is kept; what is known later has no value yet.
  Json parameters() const {
    std::map<std::string, bool> set;
    Json out = Json::array();
    for (const auto& e : d_.entries) {
      if (e.path.size() != 2 || e.path[0] != "parameters" || previous(e.value) || e.guard) continue;
      set[e.path[1]] = true;
      Json one{{"ParameterKey", e.path[1]}};
      if (e.known()) one["ParameterValue"] = joined(e.value);
      out.push_back(std::move(one));
    }
    for (const auto& e : d_.entries)
      if (e.path.size() == 2 && e.path[0] == "parameters" && previous(e.value) && !set.contains(e.path[1]))
        out.push_back({{"ParameterKey", e.path[1]}, {"UsePreviousValue", true}});
    return out;
  }
  void rollback() {
    Json all;
    if (const auto* e = entry("rollback_triggers"))
      for (const auto& arn : texts(e->value)) all["RollbackTriggers"].push_back({{"Arn", arn}, {"Type", "AWS::CloudWatch::Alarm"}});
    if (const auto* e = entry("monitoring_minutes")) all["MonitoringTimeInMinutes"] = std::stoll(joined(e->value));
    if (!all.is_null()) out_["RollbackConfiguration"] = std::move(all);
  }
  Json tags() const {
    Json out = Json::array();
    for (const auto& e : d_.entries)
      if (e.known() && e.path.size() == 2 && e.path[0] == "tags") out.push_back({{"Key", e.path[1]}, {"Value", joined(e.value)}});
    return out;
  }
  // The script says another on its command line, by which it knows its request again.
  [[nodiscard]] std::string name() const {
    std::string out;
    for (const char c : plan_.name + "-" + d_.resource + "-" + plan_.to)
      out += std::isalnum(static_cast<unsigned char>(c)) ? c : '-';
    return out.substr(0, 128);
  }

  const plan::Document& d_;
  const plan::Plan& plan_;
  std::map<std::string, const plan::DocumentEntry*> top_;
  Json out_ = Json::object();
};

}  // namespace

std::string print(const plan::Document& d, const plan::Plan& plan) { return Request(d, plan).make().dump(2) + "\n"; }

}  // namespace upg::cloudformation
