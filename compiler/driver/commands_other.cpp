// The commands that compile nothing: explain, fmt, init, kinds.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>

#include "compiler/diag/codes_driver.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/files.h"
#include "compiler/driver/library.h"
#include "compiler/driver/output.h"
#include "compiler/driver/report.h"
#include "compiler/parse/parse.h"
#include "compiler/support/text.h"
#include "compiler/syntax/format.h"

namespace upg::driver {
namespace {

constexpr std::string_view first_plan = R"(upg 1

plan example "Upgrade the example service" {
  from = 1.0 ..< 2.0
  to = 2.0
}

input root : path = "/opt/example" "Directory that holds the service"
input new : path "Directory of the new release, unpacked"

resource code : directory { path = "${root}/current" }

upgrade {
  step binaries "Replace the binaries" takes 1m .. 5m {
    move code to "${root}/previous" as old
  }
}

verify {
  step present "The new release is there" {
    expect new exists
  }
}
)";

Exit ended(const diag::Sink& sink, Format format) {
  report(sink, format);
  return sink.has_errors() ? Exit::errors : Exit::done;
}

// `UPG2003`, `upg2003`, `2003`; 0 when it is none of these.
uint16_t code_of(std::string_view typed) {
  if (typed.size() == 7 && std::toupper(typed[0]) == 'U' && std::toupper(typed[1]) == 'P' && std::toupper(typed[2]) == 'G')
    typed.remove_prefix(3);
  const bool digits =
      typed.size() == 4 && std::all_of(typed.begin(), typed.end(), [](unsigned char c) { return std::isdigit(c); });
  return digits ? static_cast<uint16_t>(std::stoi(std::string(typed))) : 0;
}

// True when the file is, or now is, in the one style.
bool format_one(const std::string& path, const Options& options, diag::Sink& sink, support::SourceSet& sources) {
  auto contents = read_file(path, sink);
  if (!contents) return true;
  const auto& source = sources.add(path, std::move(contents->bytes));
  const size_t before = sink.errors();
  const auto file = parse::parse(source, sink);
  if (sink.errors() > before) return true;
  const auto formatted = syntax::format(file, source);
  if (formatted == source.text()) return true;
  if (!options.check) return replace_file(path, formatted, sink);
  if (options.format == Format::text) print(unified_diff(path, source.text(), formatted));
  return false;
}

}  // namespace

Exit explain(const Options& options) {
  const auto& typed = options.files.front();
  const auto code = code_of(typed);
  const auto page = diag::page(code);
  if (!page.empty()) {
    print(page);
    return Exit::done;
  }
  diag::Sink sink;
  diag::UnknownCode(sink, std::nullopt, typed).help("codes are printed with each error, as in `error[UPG2003]`");
  return ended(sink, options.format);
}

Exit format_files(const Options& options) {
  diag::Sink sink;
  support::SourceSet sources;
  bool styled = true;
  for (const auto& path : options.files) styled = format_one(path, options, sink, sources) && styled;
  report(sink, sources, "", options.format);
  return sink.has_errors() ? Exit::errors : styled ? Exit::done : Exit::stale;
}

Exit init(const Options& options) {
  const std::string path = options.files.empty() ? "plan.upg" : options.files.front();
  diag::Sink sink;
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0)
    diag::FileExists(sink, std::nullopt, path).help("name another file: `upg init NAME.upg`");
  else if (replace_file(path, first_plan, sink))
    print(fmt::format("{}\n", path));
  return ended(sink, options.format);
}

Exit show_kinds(const Options& options) {
  diag::Sink sink;
  std::vector<std::string_view> names;
  for (const auto& file : library()) {
    names.insert(names.end(), file.kinds.begin(), file.kinds.end());
    const bool all = options.files.empty();
    if (all) print(fmt::format("{}\n", fmt::join(file.kinds, "\n")));
    const auto asked = [&](const auto& kind) {
      return std::find(options.files.begin(), options.files.end(), kind) != options.files.end();
    };
    if (!all && std::any_of(file.kinds.begin(), file.kinds.end(), asked)) print(file.text);
  }
  for (const auto& name : options.files) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    auto complaint = diag::UnknownKindName(sink, std::nullopt, name);
    if (const auto near = support::nearest(name, names); !near.empty()) complaint.help("did you mean `{}`?", near);
  }
  return ended(sink, options.format);
}

}  // namespace upg::driver
