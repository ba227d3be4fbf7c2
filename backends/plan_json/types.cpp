#include "backends/plan_json/types.h"

#include <algorithm>

#include "backends/plan_json/names.h"

namespace upg::plan_json {

std::string type_text(const core::Type& t) {
  std::string out = t.secret ? "secret " : "";
  out += Names<core::Tag>::all[static_cast<size_t>(t.tag)];
  if (!t.name.empty()) out += "(" + t.name + ")";
  if (t.element) out += "<" + type_text(*t.element) + ">";
  if (t.optional) out += "?";
  return out;
}

std::optional<core::Type> read_type(std::string_view text) {
  core::Type out;
  if (text.ends_with('?')) {
    out.optional = true;
    text.remove_suffix(1);
  }
  if (text.starts_with("secret ")) {
    out.secret = true;
    text.remove_prefix(7);
  }
  if (const auto open = text.find('<'); open != std::string_view::npos && text.ends_with('>')) {
    auto element = read_type(text.substr(open + 1, text.size() - open - 2));
    if (!element) return std::nullopt;
    out.element = std::make_shared<const core::Type>(std::move(*element));
    text = text.substr(0, open);
  }
  if (const auto open = text.find('('); open != std::string_view::npos && text.ends_with(')')) {
    out.name = text.substr(open + 1, text.size() - open - 2);
    text = text.substr(0, open);
  }
  const auto& tags = Names<core::Tag>::all;
  const auto it = std::find(tags.begin(), tags.end(), text);
  if (it == tags.end()) return std::nullopt;
  out.tag = static_cast<core::Tag>(it - tags.begin());
  return out;
}

}  // namespace upg::plan_json
