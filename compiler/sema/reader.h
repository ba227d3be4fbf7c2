// Reads the items of one line. What nobody took has no effect, and is reported: no word is ignored in silence.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/sema/context.h"

namespace upg::sema {

class Reader {
 public:
  Reader(Context& c, const syntax::Line& line, size_t from = 0) : c_(c), line_(line), taken_(line.items.size(), false) {
    for (size_t i = 0; i < from && i < taken_.size(); ++i) taken_[i] = true;
  }
  [[nodiscard]] const syntax::Line& line() const { return line_; }
  [[nodiscard]] std::string_view head() const { return line_.word(); }

  /// The next operand that was not taken, or null.
  [[nodiscard]] const syntax::Expr* peek() const;
  const syntax::Expr* operand();
  /// Takes the next operand when it is the bare word `w`.
  bool word(std::string_view w);
  /// Takes the bare word `w` wherever among the operands it stands.
  bool any_word(std::string_view w);
  /// Takes the next operand that is a bare name; its text is empty when there is none.
  syntax::Word name();
  /// Takes the next operand when it is a text.
  const syntax::Expr* text();
  /// Takes the first text among the operands.
  const syntax::Expr* any_text();
  const syntax::Expr* clause(std::string_view w);
  [[nodiscard]] const syntax::Expr* peek_clause(std::string_view w) const;
  /// All of that word, in order.
  std::vector<const syntax::Expr*> clauses(std::string_view w);
  const syntax::TypeRef* type();
  const syntax::Expr* value();
  /// The value right behind clause `w`, as in `with NAME = v`.
  const syntax::Expr* value_after(const syntax::Expr* clause);
  const syntax::Body* body();

  /// Reports `lacks` and gives null when there is none.
  const syntax::Expr* need_text(std::string_view lacks);
  const syntax::Body* need_body();
  syntax::Word need_name(std::string_view lacks);
  void lacks(std::string_view what);

  /// Reports the first item that nobody took. False when there was one.
  bool finish();

 private:
  template <typename T>
  const T* next() const;
  Context& c_;
  const syntax::Line& line_;
  std::vector<bool> taken_;
  bool body_taken_ = false;
  bool reported_ = false;
};

[[nodiscard]] const std::string* bare(const syntax::Expr* e);
[[nodiscard]] bool is_text(const syntax::Expr& e);
[[nodiscard]] syntax::Word word_of(const syntax::Expr& e);

}  // namespace upg::sema
