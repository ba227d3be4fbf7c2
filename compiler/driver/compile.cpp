#include "compiler/driver/compile.h"

#include <algorithm>

#include "compiler/diag/codes_driver.h"
#include "compiler/support/text.h"

namespace upg::driver {
namespace {

const backends::Backend* backend_named(const std::string& name, diag::Sink& sink) {
  std::vector<std::string_view> names;
  for (const auto& backend : backends::all()) {
    if (backend.name == name || backend.name == name + "_json") return &backend;  // the plan as data is called `plan` too
    names.push_back(backend.name);
  }
  auto complaint = diag::UnknownTarget(sink, std::nullopt, name);
  if (const auto near = support::nearest(name, names); !near.empty())
    complaint.help("did you mean `{}`?", near);
  else
    complaint.help("the targets are {}", support::listing({names.begin(), names.end()}));
  return nullptr;
}

}  // namespace

std::vector<const backends::Backend*> choose(const plan::Plan& plan, const std::vector<std::string>& names, diag::Sink& sink) {
  std::vector<const backends::Backend*> named, out;
  for (const auto& name : names) named.push_back(backend_named(name, sink));
  for (const auto& backend : backends::all()) {
    const bool chosen = names.empty() ? backend.wanted(plan) : std::find(named.begin(), named.end(), &backend) != named.end();
    if (chosen) out.push_back(&backend);
  }
  return out;
}

std::optional<Compiled> compile(Loaded& loaded, const plan::Bindings& bindings, const std::vector<std::string>& targets,
                                bool again, diag::Sink& sink) {
  if (sink.has_errors()) return std::nullopt;
  Compiled out;
  loaded.inputs.spent = [](const syntax::Line& line) {
    auto& own = const_cast<syntax::Line&>(line);  // a line of one of the files of `loaded`
    std::vector<syntax::Item>().swap(own.items);
    own.body.reset();
  };
  out.module = sema::analyze(loaded.inputs, sink);
  loaded.inputs = {};
  loaded.files.clear();
  if (sink.has_errors()) return std::nullopt;
  auto plan = again ? plan::build(out.module, loaded.sources, bindings, sink)
                    : plan::build(std::move(out.module), loaded.sources, bindings, sink);
  if (!plan || sink.has_errors()) return std::nullopt;
  out.plan = std::move(*plan);
  out.proofs = prove::prove(out.plan, sink);
  out.targets = choose(out.plan, targets, sink);
  if (sink.has_errors()) return std::nullopt;
  for (const auto* backend : out.targets) backend->check(out.plan, out.proofs, sink);
  if (sink.has_errors()) return std::nullopt;
  return out;
}

namespace {
// Whoever names the files of documents must know what is in them, wanted or not.
std::vector<std::pair<std::string, std::string>> documents_of(const Compiled& compiled) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& backend : backends::all())
    if (backend.makes_documents && backend.wanted(compiled.plan))
      for (const auto& file : backend.emit(compiled.plan, compiled.proofs, {})) out.emplace_back(file.name, support::sha256(file.bytes));
  return out;
}
}  // namespace

void emit(const Compiled& compiled, const backends::Options& given, const std::function<void(const backends::Artifact&)>& made) {
  auto options = given;
  options.documents = documents_of(compiled);
  for (const auto* backend : compiled.targets)
    for (const auto& artifact : backend->emit(compiled.plan, compiled.proofs, options)) made(artifact);
}

std::vector<backends::Artifact> emit(const Compiled& compiled, const support::SourceSet& sources, const std::string& flavour) {
  std::vector<backends::Artifact> out;
  emit(compiled, {flavour, &sources}, [&](const backends::Artifact& artifact) { out.push_back(artifact); });
  return out;
}

}  // namespace upg::driver
