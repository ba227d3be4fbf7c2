// A plan and what was shown about it, as the bytes of plan.json and back.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/plan/plan.h"
#include "compiler/prove/proofs.h"

namespace upg::plan_json {

inline constexpr std::string_view format_name = "upg-plan/1";

struct Document {
  plan::Plan plan;
  prove::Proofs proofs;
  std::vector<std::string> sources;  ///< names of the files that spans point into, in their order; may be empty
};

/// The same, of a plan that stays where it is.
struct View {
  const plan::Plan& plan;
  const prove::Proofs& proofs;
  std::vector<std::string> sources;
};

/// Keys sorted; what is empty, false or absent is left out. Spans of expressions are not kept.
/// `spilled` is called between lines and may take what is there.
[[nodiscard]] std::string to_json(const View& view, const std::function<void(std::string&)>& spilled = nullptr);
/// The reverse: `to_json` of the result gives the same bytes. Nothing, and `error` says where, for any other text.
[[nodiscard]] std::optional<Document> from_json(std::string_view bytes, std::string& error);

}  // namespace upg::plan_json
