#include "compiler/syntax/ast.h"

#include <gtest/gtest.h>

namespace upg::syntax {
namespace {

TEST(Ast, OnlyAHeadOfOneWordIsAWord) {
  Line line;
  EXPECT_EQ(line.word(), "");
  line.head = std::make_unique<Expr>(Expr{{}, NameRef{"step"}});
  EXPECT_EQ(line.word(), "step");
  line.head = std::make_unique<Expr>(Expr{{}, IntLit{"5"}});
  EXPECT_EQ(line.word(), "");
}

}  // namespace
}  // namespace upg::syntax
