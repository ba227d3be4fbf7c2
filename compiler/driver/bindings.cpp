#include "compiler/driver/bindings.h"

#include "compiler/diag/codes_driver.h"
#include "compiler/driver/files.h"

namespace upg::driver {
namespace {

std::string_view trimmed(std::string_view s) {
  const size_t begin = s.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1);
}

bool named(std::string_view name) { return !name.empty() && name.find_first_of(" \t\"'") == std::string_view::npos; }

std::string_view unquoted(std::string_view s) {
  const bool quoted = s.size() >= 2 && s.front() == '"' && s.back() == '"';
  return quoted ? s.substr(1, s.size() - 2) : s;
}

// As the generated script reads them: lines `name = value`; the value is the rest of the line without the blanks around it,
// perhaps in double quotes, in which nothing has a meaning. A line of comment begins with `#` or `//`.
void read_answers(const std::string& path, std::string_view text, plan::Bindings& into, diag::Sink& sink) {
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty() || line.starts_with('#') || line.starts_with("//")) continue;
    const size_t sign = line.find('=');
    const auto name = sign == std::string_view::npos ? std::string_view{} : trimmed(line.substr(0, sign));
    if (named(name))
      into.values[std::string(name)] = unquoted(trimmed(line.substr(sign + 1)));
    else
      diag::AnswerShape(sink, std::nullopt, number, path);
  }
}

}  // namespace

plan::Bindings read_bindings(const Options& options, diag::Sink& sink) {
  plan::Bindings out;
  if (!options.answers.empty())
    if (const auto answers = read_file(options.answers, sink)) read_answers(options.answers, answers->bytes, out, sink);
  for (const auto& setting : options.settings) {
    const size_t sign = setting.find('=');
    if (sign == std::string::npos || !named(setting.substr(0, sign)))
      diag::SettingShape(sink, std::nullopt, setting);
    else
      out.values[setting.substr(0, sign)] = setting.substr(sign + 1);
  }
  if (!options.from.empty()) out.values["from"] = options.from;
  if (!options.to.empty()) out.values["to"] = options.to;
  return out;
}

}  // namespace upg::driver
