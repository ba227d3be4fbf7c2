// Any bytes: parsing ends, and what is sound formats to the same text twice.
#include <cstdint>
#include <cstdlib>

#include "compiler/parse/parse.h"
#include "compiler/syntax/format.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  upg::support::SourceSet sources;
  upg::diag::Sink sink;
  const auto& source = sources.add("fuzz.upg", {reinterpret_cast<const char*>(data), size});
  const auto file = upg::parse::parse(source, sink);
  if (sink.has_errors()) return 0;
  const auto& once = sources.add("once.upg", upg::syntax::format(file, source));
  const auto again = upg::parse::parse(once, sink);
  if (sink.has_errors() || upg::syntax::format(again, once) != once.text()) std::abort();
  return 0;
}
