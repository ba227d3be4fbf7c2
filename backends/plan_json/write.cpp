#include <fmt/format.h>

#include "backends/plan_json/fields.h"
#include "backends/plan_json/types.h"

namespace upg::plan_json {
namespace {

// Steps, deeds and the like have a line a field, so that a changed plan gives a small diff; values stand in one line.
class Writer {
 public:
  explicit Writer(const std::function<void(std::string&)>& spilled) : spilled_(spilled) {}
  std::string take() && { return std::move(out_); }

  template <typename T>
  void operator()(std::string_view key, const T& v) {
    if (empty(v)) return;
    this->key(key);
    put(v);
  }
  void format() {
    key("format");
    put(format_name);
  }

  template <typename T>
  void object(const T& v) {
    open('{');
    fields(*this, v);
    close('}');
  }

 private:
  static bool empty(const std::string& s) { return s.empty(); }
  static bool empty(bool b) { return !b; }
  static bool empty(const core::Ref& e) { return !e; }
  static bool empty(const core::CommandRef& c) { return !c; }
  static bool empty(const std::optional<int64_t>& n) { return !n; }
  static bool empty(const core::Word& w) { return w.pieces.empty(); }
  template <typename T>
  static bool empty(const std::vector<T>& v) { return v.empty(); }
  template <typename T>
  static bool empty(const T&) { return false; }

  void open(char c) {
    out_ += c;
    first_ = true;
    ++depth_;
  }
  void close(char c) {
    --depth_;
    if (!first_) line();
    out_ += c;
    first_ = false;
  }
  void line() {
    if (flat_ > 0) return;
    if (spilled_) spilled_(out_);
    out_ += '\n';
    out_.append(static_cast<size_t>(depth_), ' ');
  }
  void next() {
    if (!first_) out_ += flat_ > 0 ? ", " : ",";
    first_ = false;
    line();
  }
  void key(std::string_view k) {
    next();
    put(k);
    out_ += ": ";
  }

  void put(std::string_view s) {
    static constexpr std::string_view hex = "0123456789abcdef";
    out_ += '"';
    for (const char ch : s) {
      const auto c = static_cast<unsigned char>(ch);
      if (ch == '"' || ch == '\\') (out_ += '\\') += ch;
      else if (ch == '\n') out_ += "\\n";
      else if (ch == '\t') out_ += "\\t";
      else if (c < 0x20 || c == 0x7f) ((out_ += "\\u00") += hex[c >> 4]) += hex[c & 15];
      else out_ += ch;
    }
    out_ += '"';
  }
  void put(const std::string& s) { put(std::string_view(s)); }
  void put(const char* s) { put(std::string_view(s)); }
  void put(bool b) { out_ += b ? "true" : "false"; }
  template <std::integral N>
    requires(!std::same_as<N, bool>)
  void put(N n) { out_ += std::to_string(n); }
  void put(const std::optional<int64_t>& n) { put(*n); }
  template <typename E>
    requires std::is_enum_v<E>
  void put(E e) { put(Names<E>::all[static_cast<size_t>(e)]); }
  void put(const Span& s) { out_ += fmt::format("[{}, {}, {}]", s.file, s.begin, s.end); }
  void put(const core::Type& t) { put(type_text(t)); }
  void put(const core::Value& v) {
    std::visit([this](const auto& x) { put(x); }, v);
  }
  template <typename T>
  void put(const std::vector<T>& all) {
    open('[');
    for (const auto& v : all) {
      next();
      put(v);
    }
    close(']');
  }
  template <typename T>
    requires std::is_class_v<T>
  void put(const T& v) { object(v); }

  void put(const core::CommandRef& c) {
    ++flat_;
    object(*c);
    --flat_;
  }
  void put(const plan::ActionNode& n) {
    open('{');
    key(action_names[n.index()]);
    std::visit([this](const auto& a) { object(a); }, n);
    close('}');
  }
  // A word of letters only is a text; any other is the list of its pieces.
  void put(const core::Word& w) {
    if (w.pieces.size() == 1 && !w.pieces[0].value) return put(w.pieces[0].text);
    open('[');
    for (const auto& p : w.pieces) {
      next();
      if (!p.value) {
        put(p.text);
        continue;
      }
      open('{');
      (*this)("spread", p.spread);
      (*this)("value", p.value);
      close('}');
    }
    close(']');
  }

  void put(const core::Ref& e) {
    ++flat_;
    open('{');
    std::visit([this](const auto& n) { before_type(n); }, e->node);
    (*this)("type", e->type);
    if (const auto* v = std::get_if<core::Var>(&e->node)) (*this)("var", v->name);
    close('}');
    --flat_;
  }
  void before_type(const core::Missing&) { (*this)("missing", true); }
  void before_type(const core::Literal& n) {
    key("literal");
    put(n.value);
  }
  void before_type(const core::Var&) {}
  void before_type(const core::Param& n) { (*this)("param", n.name); }
  void before_type(const core::FieldOf& n) {
    (*this)("field", n.field);
    (*this)("of", n.of);
  }
  void before_type(const core::AskCall& n) {
    (*this)("args", n.args);
    (*this)("ask", n.ask);
    (*this)("of", n.of);
  }
  void before_type(const core::ResourceRef& n) { (*this)("resource", n.name); }
  void before_type(const core::Concat& n) { whole("concat", n.parts); }
  void before_type(const core::List& n) { whole("list", n.items); }
  void before_type(const core::CommandValue& n) { (*this)("command", n.command); }
  void before_type(const core::Cases& n) { whole("cases", n.cases); }
  void before_type(const core::Output& n) { (*this)("output", n.command); }
  void before_type(const core::Apply& n) {
    (*this)("args", n.args);
    (*this)("op", n.op);
  }
  void before_type(const core::Builtin& n) {
    whole("args", n.args);
    (*this)("fn", n.fn);
  }
  // The key says which expression it is, so it stands there even when the list is empty.
  template <typename T>
  void whole(std::string_view k, const std::vector<T>& v) {
    key(k);
    put(v);
  }

  const std::function<void(std::string&)>& spilled_;
  std::string out_;
  int depth_ = 0;
  int flat_ = 0;
  bool first_ = true;
};

}  // namespace

std::string to_json(const View& view, const std::function<void(std::string&)>& spilled) {
  Writer w(spilled);
  w.object(view);
  return std::move(w).take() + "\n";
}

}  // namespace upg::plan_json
