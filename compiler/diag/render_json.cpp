// What editors and scripts read: JSON of our own, SARIF, GitHub's annotations.
#include <nlohmann/json.hpp>

#include "compiler/diag/render.h"

namespace upg::diag {
namespace {

using Json = nlohmann::ordered_json;

// Broken bytes of a source must not make the report unreadable.
std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

void put_place(Json& into, const std::optional<Span>& span, const support::SourceSet& sources, const RenderOptions& options) {
  const auto at = span ? locate(*span, sources, options) : Location{"", {0, 0}, {0, 0}};
  into["file"] = at.file;
  into["line"] = at.begin.line;
  into["column"] = at.begin.column;
  into["endLine"] = at.end.line;
  into["endColumn"] = at.end.column;
}

Json region(const Location& at) {
  return {{"startLine", at.begin.line}, {"startColumn", at.begin.column}, {"endLine", at.end.line}, {"endColumn", at.end.column}};
}

Json physical(Span span, const support::SourceSet& sources, const RenderOptions& options) {
  const auto at = locate(span, sources, options);
  return {{"physicalLocation", {{"artifactLocation", {{"uri", at.file}}}, {"region", region(at)}}}};
}

Json sarif_result(const Diagnostic& d, const support::SourceSet& sources, const RenderOptions& options) {
  Json result{{"ruleId", code_text(d.code)}, {"level", word(d.severity)}};
  result["message"]["text"] = d.help.empty() ? d.message : d.message + "\nhelp: " + d.help;
  if (d.span) result["locations"] = Json::array({physical(*d.span, sources, options)});
  for (const auto& note : d.notes) {
    Json related = note.span ? physical(*note.span, sources, options) : Json::object();
    related["message"]["text"] = note.text;
    result["relatedLocations"].push_back(std::move(related));
  }
  for (const auto& fix : d.fixes) {
    const auto at = locate(fix.span, sources, options);
    Json replacement{{"deletedRegion", region(at)}, {"insertedContent", {{"text", fix.text}}}};
    Json change{{"artifactLocation", {{"uri", at.file}}}, {"replacements", Json::array({std::move(replacement)})}};
    result["fixes"].push_back({{"artifactChanges", Json::array({std::move(change)})}});
  }
  return result;
}

// In a workflow command a line end or a separator would begin something else.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

}  // namespace

std::string render_json(const std::vector<Diagnostic>& all, const support::SourceSet& sources, const RenderOptions& options) {
  Json list = Json::array();
  for (const auto& d : all) {
    Json object{{"code", code_text(d.code)}, {"severity", word(d.severity)}, {"message", d.message}};
    put_place(object, d.span, sources, options);
    object["help"] = d.help;
    object["notes"] = Json::array();
    for (const auto& note : d.notes) {
      Json n{{"message", note.text}};
      put_place(n, note.span, sources, options);
      object["notes"].push_back(std::move(n));
    }
    object["fixes"] = Json::array();
    for (const auto& fix : d.fixes) {
      Json f = Json::object();
      put_place(f, fix.span, sources, options);
      f["text"] = fix.text;
      object["fixes"].push_back(std::move(f));
    }
    list.push_back(std::move(object));
  }
  return dump(list);
}

std::string render_sarif(const std::vector<Diagnostic>& all, const support::SourceSet& sources, const RenderOptions& options) {
  Json rules = Json::array();
  uint16_t last = 0;
  for (const auto& line : catalog()) {
    const bool used = std::any_of(all.begin(), all.end(), [&](const auto& d) { return d.code == line.code; });
    if (used && line.code != last) rules.push_back({{"id", code_text(line.code)}, {"name", line.name}});
    last = line.code;
  }
  Json results = Json::array();
  for (const auto& d : all) results.push_back(sarif_result(d, sources, options));
  Json driver{{"name", "upg"}, {"version", UPG_VERSION}, {"rules", std::move(rules)}};
  Json run{{"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return dump({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
               {"version", "2.1.0"},
               {"runs", Json::array({std::move(run)})}});
}

std::string render_github(const std::vector<Diagnostic>& all, const support::SourceSet& sources, const RenderOptions& options) {
  std::string out;
  for (const auto& d : all) {
    out += fmt::format("::{} title={}", word(d.severity), code_text(d.code));
    if (d.span) {
      const auto at = locate(*d.span, sources, options);
      out += fmt::format(",file={},line={},endLine={},col={},endColumn={}", escaped(at.file, true), at.begin.line, at.end.line,
                         at.begin.column, at.end.column);
    }
    out += fmt::format("::{}\n", escaped(d.help.empty() ? d.message : d.message + "\nhelp: " + d.help, false));
  }
  return out;
}

}  // namespace upg::diag
