// A plan as analysed, with the kinds that ship, for the tests of this room.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "compiler/diag/codes_sema.h"
#include "compiler/parse/parse.h"
#include "compiler/sema/analyze.h"

namespace upg::sema {

inline std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Analyzed {
  support::SourceSet sources;
  diag::Sink sink;
  std::vector<std::unique_ptr<syntax::File>> files;
  Module module;

  const syntax::File* parsed(std::string name, std::string text) {
    files.push_back(std::make_unique<syntax::File>(parse::parse(sources.add(std::move(name), std::move(text)), sink)));
    return files.back().get();
  }
  /// Code numbers of all that was said, in order of place.
  [[nodiscard]] std::vector<int> codes() const {
    std::vector<int> out;
    for (const auto& d : sink.sorted()) out.push_back(d.code);
    return out;
  }
};

/// With `kinds` in place of the library when they are given.
inline std::unique_ptr<Analyzed> analyzed(const std::string& plan, const std::vector<std::string>& kinds = {}) {
  auto out = std::make_unique<Analyzed>();
  Inputs in;
  in.plan = out->parsed("plan.upg", plan);
  for (const auto& k : kinds) in.imports.push_back(out->parsed("kinds.upg", k));
  if (kinds.empty()) {
    std::vector<std::filesystem::path> paths;
    for (const auto& e : std::filesystem::directory_iterator("templates/kinds")) paths.push_back(e.path());
    std::sort(paths.begin(), paths.end());
    for (const auto& p : paths) in.library.push_back(out->parsed("<kinds>/" + p.filename().string(), content(p)));
  }
  out->module = analyze(in, out->sink);
  return out;
}

/// `lines` in a plan that is sound without them.
inline std::string plan_with(const std::string& lines) {
  return "upg 1\nplan example \"Example\" {\n  from = 1.0 ..< 2.0\n  to = 2.0\n}\n" + lines;
}

}  // namespace upg::sema
