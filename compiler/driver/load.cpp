#include "compiler/driver/load.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "compiler/diag/codes_driver.h"
#include "compiler/driver/library.h"
#include "compiler/parse/parse.h"

namespace upg::driver {
namespace {

namespace fs = std::filesystem;

class Loader {
 public:
  explicit Loader(diag::Sink& sink) : sink_(sink) {}

  Loaded run(const std::string& plan_path) {
    out_.directory = directory_of(plan_path);
    auto contents = read_file(plan_path, sink_);
    if (!contents) return std::move(out_);
    std::error_code ignored;
    root_ = fs::canonical(out_.directory.empty() ? "." : out_.directory, ignored);
    out_.read_from.push_back(contents->id);
    const auto* plan = parse(leaf_of(plan_path), std::move(contents->bytes));
    out_.inputs.plan = plan;
    open_.push_back({out_.read_from.front(), leaf_of(plan_path)});
    imports_of(*plan, "");
    load_library();
    out_.inputs.read_source = source_reader(out_.directory, out_.schemas);
    return std::move(out_);
  }

 private:
  struct Open {
    FileId id;
    std::string name;
  };

  const syntax::File* parse(std::string name, std::string text) {
    const auto& source = out_.sources.add(std::move(name), std::move(text));
    out_.files.push_back(std::make_unique<syntax::File>(parse::parse(source, sink_)));
    return out_.files.back().get();
  }

  // `folder`: of the importing file, relative to the plan's directory.
  void imports_of(const syntax::File& file, const std::string& folder) {
    for (const auto& line : file.lines)
      if (line.word() == "import") import(line, folder);
  }

  void import(const syntax::Line& line, const std::string& folder) {
    const auto written = literal(line);
    if (!written) {
      diag::ImportNotLiteral(sink_, line.span).help("write the file's name in quotes: `import \"kinds.upg\"`");
      return;
    }
    const auto& [at, name] = *written;
    const auto shown = place(at, name, folder);
    if (!shown) return;
    ReadFailure failure;
    auto contents = read_file(out_.directory + *shown, failure);
    if (!contents) {
      diag::ImportMissing(sink_, at, name, failure.why);
      return;
    }
    if (cycle(at, contents->id) || seen(contents->id)) return;
    if (!within_limits(at)) return;
    out_.read_from.push_back(contents->id);
    open_.push_back({contents->id, *shown});
    const auto* parsed = parse(*shown, std::move(contents->bytes));
    imports_of(*parsed, directory_of(*shown));
    open_.pop_back();
    out_.inputs.imports.push_back(parsed);
  }

  // The one operand of an import line, when it is a text without holes.
  static std::optional<std::pair<Span, std::string>> literal(const syntax::Line& line) {
    if (line.items.size() != 1) return std::nullopt;
    const auto* operand = std::get_if<syntax::OperandItem>(&line.items[0].node);
    const auto* text = operand && operand->value ? std::get_if<syntax::TextLit>(&operand->value->node) : nullptr;
    if (!text) return std::nullopt;
    std::string name;
    for (const auto& piece : text->pieces) {
      if (piece.hole) return std::nullopt;
      name += piece.text;
    }
    return std::pair(operand->value->span, name);
  }

  // Where an import stands, relative to the plan's directory; nothing when it may not stand there.
  std::optional<std::string> place(Span at, const std::string& name, const std::string& folder) {
    if (name.find("://") != std::string::npos) {
      diag::ImportUrl(sink_, at, name).help("imports are files beside the plan: a build reads nothing from the network");
      return std::nullopt;
    }
    if (name.starts_with('/')) {
      diag::ImportAbsolute(sink_, at, name).help("imports are relative to the file that imports them");
      return std::nullopt;
    }
    const auto shown = fs::path(folder + name).lexically_normal().generic_string();
    if (shown == ".." || shown.starts_with("../")) {
      diag::ImportOutside(sink_, at, name);
      return std::nullopt;
    }
    std::error_code failed;
    const auto real = fs::canonical(out_.directory + shown, failed).generic_string();
    if (!failed && !real.starts_with(root_ == "/" ? "/" : root_ + "/")) {
      diag::ImportEscapes(sink_, at, name).note(std::nullopt, "it leads to `{}`", real);
      return std::nullopt;
    }
    return shown;
  }

  bool cycle(Span at, const FileId& id) {
    const auto first = std::find_if(open_.begin(), open_.end(), [&](const Open& o) { return o.id == id; });
    if (first == open_.end()) return false;
    std::string way;
    for (auto it = first; it != open_.end(); ++it) way += it->name + " -> ";
    diag::ImportCycle(sink_, at, first->name, way + first->name);
    return true;
  }

  [[nodiscard]] bool seen(const FileId& id) const {
    return std::find(out_.read_from.begin(), out_.read_from.end(), id) != out_.read_from.end();
  }

  bool within_limits(Span at) {
    if (open_.size() > import_depth_limit) {
      diag::ImportDepth(sink_, at, import_depth_limit);
      return false;
    }
    if (out_.read_from.size() <= import_count_limit) return true;
    if (!counted_) diag::ImportCount(sink_, at, import_count_limit);
    counted_ = true;
    return false;
  }

  // Only what is mentioned is parsed, so that a small plan starts fast; library files may mention each other.
  void load_library() {
    const auto library = driver::library();
    const bool all = mentions_unknown_kind(library);
    std::vector<bool> taken(library.size(), false);
    for (size_t i = 0; i < out_.files.size(); ++i) {
      const auto words = words_of(*out_.files[i]);
      out_.files[i]->tokens = {};  // only a formatter needs them beyond this
      for (size_t k = 0; k < library.size(); ++k) {
        const auto& kinds = library[k].kinds;
        const bool mentioned = all || std::any_of(kinds.begin(), kinds.end(), [&](auto kind) { return words.contains(kind); });
        if (taken[k] || !mentioned) continue;
        taken[k] = true;
        out_.inputs.library.push_back(parse("<kinds>/" + std::string(library[k].name), std::string(library[k].text)));
      }
    }
  }

  // Then the whole library is read, for the sake of "did you mean".
  [[nodiscard]] bool mentions_unknown_kind(const std::vector<LibraryFile>& library) const {
    std::set<std::string_view> known, wanted;
    for (const auto& file : library) known.insert(file.kinds.begin(), file.kinds.end());
    for (const auto& file : out_.files)
      for (const auto& line : file->lines)
        if (const auto head = line.word(); head == "kind" || head == "resource") {
          for (const auto& item : line.items) {
            if (const auto* type = std::get_if<syntax::TypeItem>(&item.node)) wanted.insert(type->type.name.text);
            const auto* operand = std::get_if<syntax::OperandItem>(&item.node);
            const auto* name = operand && operand->value ? std::get_if<syntax::NameRef>(&operand->value->node) : nullptr;
            if (head == "kind" && name) known.insert(name->name);
          }
        }
    return !std::includes(known.begin(), known.end(), wanted.begin(), wanted.end());
  }

  std::set<std::string_view> words_of(const syntax::File& file) const {
    std::set<std::string_view> out;
    const auto& source = out_.sources.at(file.source);
    for (const auto& token : file.tokens)
      if (token.kind == syntax::Token::Kind::word || token.kind == syntax::Token::Kind::keyword)
        out.insert(source.slice(token.span));
    return out;
  }

  diag::Sink& sink_;
  Loaded out_;
  std::string root_;        // the directory of the plan, with every symbolic link resolved
  std::vector<Open> open_;  // the chain of imports that is being read
  bool counted_ = false;
};

}  // namespace

Loaded load(const std::string& plan_path, diag::Sink& sink) { return Loader(sink).run(plan_path); }

}  // namespace upg::driver
