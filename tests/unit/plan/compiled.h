// A plan from a text, with the kinds that the text declares.
#pragma once

#include <gtest/gtest.h>

#include <list>

#include "compiler/parse/parse.h"
#include "compiler/plan/build.h"
#include "compiler/plan/verify.h"
#include "compiler/sema/analyze.h"

namespace upg::compiled {

struct Text {
  support::SourceSet sources;
  diag::Sink sink;
  sema::Module module;

  explicit Text(const std::string& text) {
    const auto& source = sources.add("plan.upg", text);
    const auto file = parse::parse(source, sink);
    sema::Inputs inputs;
    inputs.plan = &file;
    module = sema::analyze(inputs, sink);
    complain(sink);
  }
  plan::Plan plan(const std::map<std::string, std::string>& values = {}) {
    diag::Sink own;
    auto out = plan::build(module, sources, {values, ""}, own);
    EXPECT_TRUE(out);
    complain(own);
    if (!out) return {};
    for (const auto& broken : plan::verify(*out)) ADD_FAILURE() << broken;
    return *out;
  }
  int refused(const std::map<std::string, std::string>& values) {
    diag::Sink own;
    EXPECT_FALSE(plan::build(module, sources, {values, ""}, own));
    return own.all().empty() ? 0 : own.all().front().code;
  }

 private:
  void complain(const diag::Sink& all) const {
    for (const auto& d : all.all())
      if (d.severity == diag::Severity::error)
        ADD_FAILURE() << "UPG" << d.code << ": " << d.message << " at line " << (d.span ? sources.at(0).place(d.span->begin).line : 0);
  }
};

}  // namespace upg::compiled
