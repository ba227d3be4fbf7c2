// The commands that read a plan: check, build, plan, test.
#include "compiler/driver/evidence.h"
#include "compiler/driver/commands.h"

#include "compiler/diag/codes_driver.h"
#include "compiler/diag/codes_proofs.h"
#include "compiler/driver/bindings.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/output.h"
#include "compiler/driver/report.h"
#include "compiler/driver/table.h"
#include "compiler/simulate/failures.h"
#include "compiler/simulate/simulate.h"
#include "compiler/support/text.h"

namespace upg::driver {
namespace {

/// One compilation: what was read, what became of it, what there is to say.
struct Session {
  explicit Session(const Options& o)
      : options(o),
        bindings(read_bindings(o, sink)),
        loaded(load(o.files.front(), sink)),
        compiled(compile(loaded, bindings, o.targets, o.command == Command::test, sink)) {}

  [[nodiscard]] bool text() const { return options.format == Format::text; }
  /// Prints the diagnostics and says how the command ends.
  [[nodiscard]] Exit end(Exit otherwise = Exit::done) const {
    report(sink, loaded.sources, loaded.directory, options.format);
    return sink.has_errors() ? Exit::errors : otherwise;
  }

  const Options& options;
  diag::Sink sink;
  plan::Bindings bindings;
  Loaded loaded;
  std::optional<Compiled> compiled;
};

std::vector<backends::Artifact> artifacts_of(const Session& s) {
  auto out = emit(*s.compiled, s.loaded.sources, s.options.flavour);
  std::vector<Written> outputs;
  for (const auto& artifact : out) outputs.push_back({artifact.name, support::sha256(artifact.bytes)});
  out.push_back(manifest(s.loaded, *s.compiled, outputs, s.sink));
  return out;
}

std::string in_directory(const std::string& directory, const std::string& name) {
  return directory == "." ? name : directory + (directory.ends_with('/') ? "" : "/") + name;
}

// What differs between the artifacts and the files on disk, as a diff; a missing file differs from its first line on.
std::string differences(const std::vector<backends::Artifact>& artifacts, const std::string& directory) {
  std::string out;
  for (const auto& artifact : artifacts) {
    ReadFailure failure;
    const auto path = in_directory(directory, artifact.name);
    const auto old = read_file(path, failure);
    if (!old && artifact.bytes.empty())
      out += fmt::format("missing: {}\n", path);
    else
      out += unified_diff(path, old ? old->bytes : "", artifact.bytes);
  }
  return out;
}

// What a test sees: the artifact as a build with the test's bindings would write it.
std::optional<std::string> artifact_text(const plan::Plan& plan, std::string_view name, const Session& s) {
  diag::Sink unheard;
  const auto proofs = prove::prove(plan, unheard);
  for (const auto* backend : choose(plan, s.options.targets, unheard))
    for (auto& artifact : backend->emit(plan, proofs, {s.options.flavour, &s.loaded.sources}))
      if (artifact.name == name) return std::move(artifact.bytes);
  return std::nullopt;
}

Destination destination(const Session& s) {
  Destination out{s.options.out, s.loaded.read_from, {}, s.options.force};
  ReadFailure failure;
  if (const auto old = read_file(in_directory(s.options.out, std::string(manifest_name)), failure))
    out.ours = listed_outputs(old->bytes);
  return out;
}

// To disk as it is made: no artifact is ever whole in memory.
bool write_artifacts(Session& s) {
  Writer writer(destination(s), s.sink);
  const backends::Options options{s.options.flavour, &s.loaded.sources,
                                  [&](std::string_view name, std::string_view bytes) { writer.put(name, bytes); }};
  emit(*s.compiled, options, [&](const backends::Artifact& artifact) { writer.finish(artifact); });
  writer.finish(manifest(s.loaded, *s.compiled, writer.written(), s.sink));
  if (!writer.put_in_place()) return false;
  if (s.text())
    for (const auto& file : writer.written()) print(in_directory(s.options.out, file.name) + '\n');
  return true;
}

// Compares what would be written with what is there.
bool up_to_date(Session& s) {
  const auto artifacts = artifacts_of(s);
  check_names(artifacts, s.sink);
  const auto stale = differences(artifacts, s.options.out);
  if (s.text()) print(stale);
  return stale.empty();
}

// Never judged by a clock: the same check says the same on every day.
bool expired(Session& s) {
  if (s.options.as_of.empty()) return false;
  for (const auto& w : s.compiled->plan.waivers)
    if (!w.until.empty() && w.until < s.options.as_of)
      diag::AcceptExpired(s.sink, w.span, w.proof, w.until, s.options.as_of).help("mend what it finds, or accept it until a later day");
  return s.sink.has_errors();
}

}  // namespace

Exit check(const Options& options) {
  Session s(options);
  if (!s.compiled || expired(s)) return s.end();
  if (options.explain_proofs && options.format == Format::json) {
    // Alone on standard output; warnings are had by a check without it.
    print(evidence_json(s.compiled->proofs, s.loaded.sources));
    return Exit::done;
  }
  if (options.explain_proofs) print(evidence_text(s.compiled->proofs, s.loaded.sources));
  if (s.text()) print(fmt::format("{}: no errors\n", options.files.front()));
  return s.end();
}

Exit build(const Options& options) {
  Session s(options);
  if (!s.compiled) return s.end();
  if (options.check) return s.end(up_to_date(s) ? Exit::done : Exit::stale);
  write_artifacts(s);
  return s.end();
}

Exit show_plan(const Options& options) {
  const Session s(options);
  if (s.compiled && s.text()) print(table(s.compiled->plan));
  return s.end();
}

Exit run_tests(const Options& options) {
  Session s(options);
  if (!s.compiled) return s.end();
  auto results =
      simulate::run_tests(s.compiled->module, s.loaded.sources, s.bindings,
                          [&](const plan::Plan& plan, std::string_view name) { return artifact_text(plan, name, s); });
  if (s.options.all_failures) {
    auto walked = simulate::all_failures(s.compiled->module, s.loaded.sources, s.bindings);
    if (s.text())
      print(fmt::format("{} combination{}{}\n", walked.combinations, walked.combinations == 1 ? "" : "s", walked.one_at_a_time ? ", one thing varied at a time: all of them are too many" : ""));
    results.insert(results.end(), walked.results.begin(), walked.results.end());
  }
  size_t failed = 0;
  for (const auto& result : results) {
    if (s.text()) print(fmt::format("{} {}\n", result.passed() ? "ok" : "not ok", result.title));
    for (const auto& reason : result.reasons) diag::TestFailed(s.sink, reason.span, reason.text);
    failed += !result.passed();
  }
  if (s.text()) print(fmt::format("{} passed, {} failed\n", results.size() - failed, failed));
  const auto exit = s.end();
  return failed ? Exit::tests_failed : exit;
}

Exit run(const Options& options) {
  switch (options.command) {
    case Command::check: return check(options);
    case Command::build: return build(options);
    case Command::plan: return show_plan(options);
    case Command::route: return show_route(options);
    case Command::test: return run_tests(options);
    case Command::explain: return explain(options);
    case Command::fmt: return format_files(options);
    case Command::init: return init(options);
    case Command::kinds: return show_kinds(options);
  }
  return Exit::bug;
}

}  // namespace upg::driver
