// Nothing of a product is known here: kinds, verbs and fields by other names give the same module.
#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "tests/unit/sema/analyzed.h"

namespace upg::sema {
namespace {

const char* const kinds = R"(upg 1
kind postgres "A database" {
  host : host = "localhost", database : text, password : secret?
  identity = "db://${host}/${database}"
  environment { PGHOST = host, PGPASSFILE = secret file "${password}" }
  verb backup into dir : path as dump : path = named(dir, "dump")  saves self { run `save ${dump}.part` publish_dump }
  verb restore from dump : path  restores self  idempotent { run `load ${dump}` }
  ask query(sql : text) : text { `ask ${sql}` }
}
)";
const char* const plan = R"(
secret password from env "P"
resource data : postgres { database = "d", password = password }
upgrade {
  step one "One" { backup data into "/b" as dump }
  step two "Two" { run `x` changes data
    undo { restore data from dump }
    done when data.query("q") is "1" }
}
)";

std::string renamed(std::string text) {
  constexpr std::array names{std::pair{"postgres", "qrstuvwx"}, std::pair{"backup", "keepit"}, std::pair{"restore ", "bringup "},
                             std::pair{"database", "datenbnk"}, std::pair{"query", "frage"}};
  for (const auto& [from, to] : names)
    for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += std::string_view(to).size())
      text.replace(at, std::string_view(from).size(), to);
  return text;
}

std::string sound_kinds() {
  std::string text = kinds;
  const std::string_view line = " publish_dump";
  return text.replace(text.find(line), line.size(), "\n    publish dump");
}

TEST(Rename, KindsAndVerbsByOtherNamesGiveTheSame) {
  const auto a = analyzed(plan_with(plan), {sound_kinds()});
  const auto b = analyzed(renamed(plan_with(plan)), {renamed(sound_kinds())});
  ASSERT_EQ(a->codes(), std::vector<int>{});
  ASSERT_EQ(b->codes(), std::vector<int>{});
  const auto& k = *a->module.kinds.at(0);
  const auto& l = *b->module.kinds.at(0);
  EXPECT_EQ(renamed(k.name), l.name);
  EXPECT_EQ(k.holds_data, l.holds_data);
  ASSERT_EQ(k.verbs.size(), l.verbs.size());
  for (size_t i = 0; i < k.verbs.size(); ++i) {
    EXPECT_EQ(k.verbs[i].params.size(), l.verbs[i].params.size());
    EXPECT_EQ(k.verbs[i].traits.effects.size(), l.verbs[i].traits.effects.size());
    EXPECT_EQ(k.verbs[i].traits.idempotent, l.verbs[i].traits.idempotent);
    EXPECT_EQ(k.verbs[i].body->size(), l.verbs[i].body->size());
  }
  ASSERT_EQ(a->module.variables.size(), b->module.variables.size());
  for (size_t i = 0; i < a->module.variables.size(); ++i) EXPECT_EQ(a->module.variables[i].name, b->module.variables[i].name);
}

}  // namespace
}  // namespace upg::sema
