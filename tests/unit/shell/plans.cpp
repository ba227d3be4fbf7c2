#include "tests/unit/shell/plans.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace upg::shell::test {

Ref text(const std::string& s) { return core::text({}, s); }
Ref typed(core::Tag tag, const std::string& s) { return core::make({}, {tag}, core::Literal{s}); }
Ref var(const std::string& name, core::Tag tag) { return core::make({}, {tag}, core::Var{name}); }
Ref concat(std::vector<Ref> parts) { return core::make({}, {core::Tag::text}, core::Concat{std::move(parts)}); }
Ref apply(core::Op op, std::vector<Ref> args) { return core::make({}, {core::Tag::boolean}, core::Apply{op, std::move(args)}); }
Ref output(const core::CommandRef& c, core::Tag tag) { return core::make({}, {tag}, core::Output{c}); }
Ref succeeds(const core::CommandRef& c) {
  return apply(core::Op::succeeds, {core::make({}, {core::Tag::command}, core::CommandValue{c})});
}
core::Word word(const std::string& s) { return {{}, {{s, nullptr, false}}}; }
core::Word word(const Ref& value, bool spread) { return {{}, {{"", value, spread}}}; }

core::Command words(std::vector<core::Word> argv) {
  core::Command c;
  c.pipeline.push_back({std::move(argv), {}});
  return c;
}

core::Command line(const std::vector<std::string>& argv) {
  std::vector<core::Word> all;
  for (const auto& a : argv) all.push_back(word(a));
  return words(std::move(all));
}

core::CommandRef share(core::Command c) { return std::make_shared<const core::Command>(std::move(c)); }

plan::Plan plan(const std::string& name) {
  plan::Plan p;
  p.name = name;
  p.title = "Upgrade the " + name;
  p.source_name = name + ".upg";
  return p;
}

plan::Variable input(const std::string& name, core::Tag tag, const std::string& value) {
  plan::Variable v;
  v.name = name;
  v.type = {tag};
  v.title = "The " + name;
  v.value = typed(tag, value);
  return v;
}

plan::Action run(core::Command c, const std::string& capture) { return {{}, plan::Run{share(std::move(c))}, nullptr, capture, {}}; }
plan::Action expect(Ref predicate) { return {{}, plan::Expect{std::move(predicate)}, nullptr, {}, {}}; }

plan::Step& step(plan::Plan& p, const std::string& name, std::vector<plan::Action> actions) {
  plan::Step s;
  s.id = "upgrade." + name;
  s.name = name;
  s.title = "Step " + name;
  s.number = static_cast<int>(p.steps.size()) + 1;
  s.digest = "d" + std::to_string(s.number);
  s.undo.how = plan::Undo::How::nothing;
  for (auto& a : actions) {
    plan::Deed d;
    d.number = static_cast<int>(s.deeds.size()) + 1;
    d.title = "deed " + std::to_string(d.number) + " of " + name;
    d.again = plan::Again::idempotent;
    d.actions.push_back(std::move(a));
    s.deeds.push_back(std::move(d));
  }
  p.steps.push_back(std::move(s));
  return p.steps.back();
}

std::string script(const plan::Plan& p) {
  const auto files = backend().emit(p, {}, {});
  return files.at(0).bytes;
}

std::string generated(const plan::Plan& p) {
  const std::string all = script(p);
  const size_t at = all.find("# ==== ", all.rfind("# ==== for all processes") + 1);
  const std::string used = "#!/bin/sh\n: \"$UPG_PLAN$UPG_TITLE$UPG_DIGEST$UPG_TO$UPG_SOURCE$UPG_WINDOW\"\n\n";
  return at == std::string::npos ? all : used + all.substr(at);
}

std::vector<std::string> hostile_strings() {
  std::vector<std::string> all{
      "", " ", "'", "''", "it's", "\"", "\\", "\\\\", "a\\", "\\'", "'\\''", "$", "$x", "${x}", "$(echo x)", "`echo x`",
      "$((1+1))", "a\nb", "a\n", "\n", "\n\n", "\t", "a b", " a ", "-n", "-e", "--", "-", "--help", "*", "?", "[a-z]", "~",
      "~root", "!", "!!", "#", "#x", "a#b", ";", "&", "&&", "|", "||", "<", ">", "(", ")", "{", "}", "{a,b}", "=", "=ls", "a=b",
      "%", "%s", "%n", "\\n", "\\0", "\\c", "if", "then", "fi", "done", "!x", "^a^b", "x'y\"z\\w$v`u", "'$'\"\"`'", "\r", "a\rb",
      "a\r\n", "\x01", "\x7f", "\x1b[31m", "\xff", "\xc3", "\xc3\x28", "\xed\xa0\x80", "é", "日本語", "“quoted”", "‘x’ $y",
      "’\\", "a\u00a0b", "\u202e", "\u200b", "\ufeff", "\U0001f600", "END", "\nEND\n", "x\nEND\ny", "EOF", "$@", "$*", "$1", "$$",
      "$?", "$!", "\\$x", "\\`x`", "a\\\nb", "\\\n", "'\n'", "\"\n\"", "$'x'", "$\"x\"", "`", "``", "-a", "-o", "=", "!=", "1 = 1",
      "NUL", "/dev/null", "../..", "a/b c/d", std::string(3000, 'x'), std::string(300, '\''), std::string(300, '\\')};
  for (int b = 1; b < 256; ++b) {
    const std::string byte(1, static_cast<char>(b));
    all.insert(all.end(), {byte, "a" + byte + "'z", "$" + byte, "\\" + byte});
  }
  std::string every;
  for (int b = 1; b < 256; ++b) every += static_cast<char>(b);
  all.push_back(every);
  return all;
}

Outcome execute(const std::vector<std::string>& argv) {
  std::array<int, 2> pipe_ends{};
  if (pipe(pipe_ends.data()) != 0) return {127, "no pipe"};
  const pid_t child = fork();
  if (child == 0) {
    const int null = open("/dev/null", O_RDONLY);
    dup2(null, 0);
    dup2(pipe_ends[1], 1);
    dup2(pipe_ends[1], 2);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    std::vector<char*> raw;
    for (const auto& a : argv) raw.push_back(const_cast<char*>(a.c_str()));
    raw.push_back(nullptr);
    execvp(raw[0], raw.data());
    _exit(127);
  }
  close(pipe_ends[1]);
  Outcome result;
  std::array<char, 65536> buffer{};
  for (ssize_t n = 0; (n = read(pipe_ends[0], buffer.data(), buffer.size())) > 0;) result.out.append(buffer.data(), static_cast<size_t>(n));
  close(pipe_ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

Place::Place() {
  std::string name = (std::filesystem::temp_directory_path() / "upg-shell-XXXXXX").string();
  dir_ = mkdtemp(name.data());
}
Place::~Place() {
  std::error_code ignored;
  std::filesystem::remove_all(dir_, ignored);
}
std::string Place::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(path(name), std::ios::binary) << bytes;
  return path(name);
}
std::string Place::read(const std::string& name) const {
  std::ostringstream all;
  all << std::ifstream(path(name), std::ios::binary).rdbuf();
  return all.str();
}

std::vector<std::vector<std::string>> shells() {
  std::vector<std::vector<std::string>> all;
  for (const std::vector<std::string>& s : {std::vector<std::string>{"dash"}, {"busybox", "sh"}, {"bash", "--posix"}, {"mksh"}, {"zsh", "--emulate", "sh"}}) {
    if (execute({"sh", "-c", "command -v " + s[0]}).status == 0) all.push_back(s);
  }
  return all;
}

}  // namespace upg::shell::test
