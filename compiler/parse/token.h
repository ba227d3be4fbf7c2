// One word of a plan, small, in bytes; the parser generator sees it as one of its tokens.
#pragma once

#include <Token.h>

#include <string>
#include <vector>

#include "compiler/support/source.h"

namespace upg::parse {

class Tok final : public antlr4::Token {
 public:
  Tok(size_t type, Span span, uint32_t line) : type_(static_cast<uint16_t>(type)), span_(span), line_(line) {}

  [[nodiscard]] size_t type() const { return type_ == kEnd ? antlr4::Token::EOF : type_; }
  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] uint32_t line() const { return line_; }
  void retype(size_t type) { type_ = static_cast<uint16_t>(type); }

  [[nodiscard]] std::string getText() const override { return {}; }
  [[nodiscard]] size_t getType() const override { return type(); }
  [[nodiscard]] size_t getLine() const override { return line_; }
  [[nodiscard]] size_t getCharPositionInLine() const override { return 0; }
  [[nodiscard]] size_t getChannel() const override { return antlr4::Token::DEFAULT_CHANNEL; }
  [[nodiscard]] size_t getTokenIndex() const override { return 0; }
  [[nodiscard]] size_t getStartIndex() const override { return span_.begin; }
  [[nodiscard]] size_t getStopIndex() const override { return span_.end; }
  [[nodiscard]] antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  [[nodiscard]] antlr4::CharStream* getInputStream() const override { return nullptr; }
  [[nodiscard]] std::string toString() const override { return {}; }

 private:
  static constexpr uint16_t kEnd = 0xFFFF;
  uint16_t type_;
  Span span_;
  uint32_t line_;
};

}  // namespace upg::parse
