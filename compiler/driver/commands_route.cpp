// `upg route`: every hop from one release to another, also those that another guide describes, with the reason of each.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compiler/diag/codes_driver.h"
#include "compiler/diag/render.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/load.h"
#include "compiler/driver/output.h"
#include "compiler/driver/report.h"
#include "compiler/plan/bindings.h"
#include "compiler/plan/route.h"

namespace upg::driver {
namespace {

using Strings = std::vector<std::string>;

// Releases whose crossings the hop does.
Strings crossed(const sema::Module& module, const plan::Leg& leg) {
  Strings out;
  for (const auto& c : module.crossings)
    if (core::compare_versions(leg.from, c.version.text) < 0 && core::compare_versions(c.version.text, leg.to) <= 0 &&
        std::find(out.begin(), out.end(), c.version.text) == out.end())
      out.push_back(c.version.text);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return core::compare_versions(a, b) < 0; });
  return out;
}

std::string why_not(const plan::Way& way, const std::string& to) {
  std::string out = fmt::format("no hops lead to {}", to);
  if (!way.why_not.empty()) out += ": " + way.why_not;
  if (!way.nearest.empty()) out += fmt::format("; what comes nearest is {}", way.nearest);
  return out;
}

std::string text(const sema::Module& module, const plan::Way& way, const std::string& from, const std::string& to) {
  std::string out = fmt::format("{}: from {} to {}\n", module.plan.name, from, to);
  size_t a = 0, b = 0;
  for (const auto& leg : way.legs) a = std::max(a, leg.from.size()), b = std::max(b, leg.to.size());
  int n = 0;
  for (const auto& leg : way.legs) {
    out += fmt::format("{:>3}  {:<{}} -> {:<{}}  {}", ++n, leg.from, a, leg.to, b, diag::visible(leg.reason));
    if (const auto passed = crossed(module, leg); !passed.empty()) out += fmt::format("; does what crossing {} asks for", fmt::join(passed, ", "));
    if (!leg.guide.empty()) out += fmt::format("; another guide describes it: {}", leg.guide);
    out += '\n';
  }
  if (!way.arrives) out += why_not(way, to) + "\n";
  else if (way.legs.empty()) out += "nothing to do\n";
  return out;
}

std::string json(const sema::Module& module, const plan::Way& way, const std::string& from, const std::string& to) {
  auto hops = nlohmann::ordered_json::array();
  for (const auto& leg : way.legs) {
    nlohmann::ordered_json hop{{"from", leg.from}, {"to", leg.to}, {"reason", leg.reason}, {"crossings", crossed(module, leg)}};
    if (!leg.guide.empty()) hop["guide"] = leg.guide;
    hops.push_back(std::move(hop));
  }
  nlohmann::ordered_json out{{"plan", module.plan.name}, {"from", from}, {"to", to}, {"arrives", way.arrives}, {"hops", std::move(hops)}};
  if (!way.arrives) out["why"] = way.why_not;
  if (!way.arrives) out["nearest"] = way.nearest;
  return out.dump(2) + "\n";
}

void is_version(const std::string& typed, diag::Sink& sink) {
  if (!plan::read_value({core::Tag::version}, typed)) diag::NoSuchVersion(sink, std::nullopt, typed).help("a version looks like `25.1` or `5.6.0-rc1`");
}

}  // namespace

Exit show_route(const Options& options) {
  diag::Sink sink;
  auto loaded = load(options.files.front(), sink);
  const auto end = [&](Exit otherwise) {
    report(sink, loaded.sources, loaded.directory, sink.has_errors() || options.format != Format::json ? options.format : Format::text);
    return sink.has_errors() ? Exit::errors : otherwise;
  };
  if (sink.has_errors()) return end(Exit::errors);
  const auto module = sema::analyze(loaded.inputs, sink);
  if (sink.has_errors()) return end(Exit::errors);
  const auto& p = module.plan;
  const auto from = options.from.empty() ? p.from.low : options.from;
  const auto to = options.to.empty() ? p.to.text : options.to;
  is_version(from, sink);
  is_version(to, sink);
  if (!module.route.said) diag::PlanWithoutRoute(sink, p.span, p.name).help("say what may follow what: `route {{ releases = [ … ], step through releases }}`");
  if (sink.has_errors()) return end(Exit::errors);
  const auto way = plan::way(module.route, from, to);
  print(options.format == Format::json ? json(module, way, from, to) : text(module, way, from, to));
  return end(way.arrives ? Exit::done : Exit::errors);
}

}  // namespace upg::driver
