#include "compiler/diag/diag.h"

#include <embedded_pages.h>

#include <algorithm>

namespace upg::diag {

size_t Sink::add(Diagnostic d) {
  if (d.severity == Severity::error) ++errors_;
  all_.push_back(std::move(d));
  return all_.size() - 1;
}

std::vector<Diagnostic> Sink::sorted() const {
  auto out = all_;
  const auto place = [](const Diagnostic& d) { return d.span ? std::pair(1, *d.span) : std::pair(0, Span{}); };
  std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.code == b.code && a.span == b.span && a.message == b.message;
  };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

Builder& Builder::did_you_mean(Span at, std::string_view suggestion) {
  if (suggestion.empty()) return *this;
  help("did you mean `{}`?", suggestion);
  return fix(at, std::string(suggestion));
}

const std::vector<CatalogLine>& catalog() {
  static const std::vector<CatalogLine> lines = [] {
    std::vector<CatalogLine> all;
#define UPG_ERROR(code, name, text, ...) all.push_back({code, Severity::error, #name, text});
#define UPG_WARNING(code, name, text, ...) all.push_back({code, Severity::warning, #name, text});
#include "compiler/diag/catalog.def"
#undef UPG_ERROR
#undef UPG_WARNING
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    return all;
  }();
  return lines;
}

std::string_view page(uint16_t code) {
  const auto name = fmt::format("UPG{}.md", code);
  for (const auto& [leaf, text] : embedded::pages)
    if (leaf == name) return text;
  return {};
}

}  // namespace upg::diag
