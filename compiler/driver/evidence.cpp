#include "compiler/driver/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

namespace upg::driver {
namespace {

int number(const prove::Evidence& e) { return std::stoi(e.proof.substr(1)); }

std::vector<prove::Evidence> by_proof(const prove::Proofs& proofs) {
  auto out = proofs.evidence;
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return number(a) < number(b); });
  // A secret that several commands of a step are given is one fact.
  std::set<std::tuple<std::string, std::string, std::string>> said;
  std::erase_if(out, [&](const auto& e) { return !said.emplace(e.proof, e.step, e.text).second; });
  return out;
}

std::string places(const std::vector<Span>& all, const support::SourceSet& sources) {
  std::string out;
  std::set<std::string> said;
  for (const auto& span : all) {
    const auto& file = sources.at(span.file);
    const auto place = fmt::format("{}:{}", file.name(), file.place(span.begin).line);
    if (said.insert(place).second) out += (out.empty() ? "" : ", ") + place;
  }
  return out;
}

nlohmann::ordered_json spans(const std::vector<Span>& all, const support::SourceSet& sources) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& span : all) {
    const auto& file = sources.at(span.file);
    const auto begin = file.place(span.begin), end = file.place(span.end);
    out.push_back({{"file", file.name()}, {"line", begin.line}, {"column", begin.column}, {"endLine", end.line}, {"endColumn", end.column}});
  }
  return out;
}

}  // namespace

std::string evidence_text(const prove::Proofs& proofs, const support::SourceSet& sources) {
  std::string out;
  for (const auto& e : by_proof(proofs)) {
    out += fmt::format("{}{}{}: {}", e.proof, e.step.empty() ? "" : " ", e.step, e.text);
    const auto from = places(e.cites, sources), at = places(e.at, sources);
    out += (at.empty() ? "" : " (at " + at + ")") + (from.empty() ? "" : " (from " + from + ")") + "\n";
  }
  return out;
}

std::string evidence_json(const prove::Proofs& proofs, const support::SourceSet& sources) {
  auto out = nlohmann::ordered_json::array();
  for (const auto& e : by_proof(proofs)) {
    out.push_back({{"proof", e.proof}, {"step", e.step}, {"text", e.text}, {"cites", spans(e.cites, sources)}, {"at", spans(e.at, sources)}});
  }
  return out.dump(2) + "\n";
}

}  // namespace upg::driver
