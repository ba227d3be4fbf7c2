// The words as the generated parser asks for them: one array, no buffering, no look-behind beyond one word.
#pragma once

#include <TokenStream.h>

#include "compiler/parse/token.h"

namespace upg::parse {

class Stream final : public antlr4::TokenStream {
 public:
  explicit Stream(std::vector<Tok>& words) : words_(words) {}

  void consume() override {
    if (at_ + 1 < words_.size()) ++at_;
  }
  size_t LA(ssize_t i) override { return tok(i).type(); }
  antlr4::Token* LT(ssize_t k) override { return &tok(k); }
  antlr4::Token* get(size_t index) const override { return &words_[index]; }
  size_t index() override { return at_; }
  void seek(size_t index) override { at_ = index; }
  size_t size() override { return words_.size(); }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::string getSourceName() const override { return {}; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  Tok& tok(ssize_t k) {
    if (k < 0) return words_[at_ == 0 ? 0 : at_ - 1];
    const size_t index = at_ + static_cast<size_t>(k) - 1;
    return words_[index < words_.size() ? index : words_.size() - 1];
  }
  std::vector<Tok>& words_;
  size_t at_ = 0;
};

}  // namespace upg::parse
