#include "compiler/parse/parse.h"

#include <utility>

#include "compiler/parse/layout.h"
#include "compiler/parse/lex.h"
#include "compiler/parse/lower.h"
#include "compiler/parse/prose.h"
#include "compiler/parse/recover.h"
#include "compiler/parse/screen.h"
#include "compiler/parse/stream.h"

namespace upg::parse {

namespace {

/// Listens to the parser and lowers each line when it has been read; the line's tree is dropped at once, so that
/// memory follows the longest line, not the file.
class LineByLine final : public antlr4::tree::ParseTreeListener {
 public:
  LineByLine(antlr4::Parser& parser, Complaints& complaints, std::vector<syntax::Line>& lines)
      : parser_(parser), lowering_(complaints), frames_{} {
    frames_.push_back({&lines, nullptr, {}});
  }

  void visitTerminal(antlr4::tree::TerminalNode*) override {}
  void visitErrorNode(antlr4::tree::ErrorNode*) override {}

  void enterEveryRule(antlr4::ParserRuleContext* context) override {
    switch (context->getRuleIndex()) {
      case Grammar::RuleLine: trackers_.push_back(std::exchange(parser_.getTreeTracker(), {})); break;
      case Grammar::RuleBody: {
        auto body = std::make_unique<syntax::Body>();
        auto* lines = &body->lines;
        frames_.push_back({lines, std::move(body), {}});
        break;
      }
      default: break;
    }
  }

  void exitEveryRule(antlr4::ParserRuleContext* context) override {
    switch (context->getRuleIndex()) {
      case Grammar::RuleLine: {
        auto* line = static_cast<Grammar::LineContext*>(context);
        for (auto& [at, body] : frames_.back().bodies) lowering_.finished(at, std::move(body));
        frames_.back().bodies.clear();
        frames_.back().lines->push_back(lowering_.line(line, context->exception != nullptr));
        context->children.clear();
        parser_.getTreeTracker().reset();
        parser_.getTreeTracker() = std::move(trackers_.back());
        trackers_.pop_back();
        break;
      }
      case Grammar::RuleBody: {
        auto body = std::move(frames_.back().body);
        frames_.pop_back();
        body->span = lowering_.span(context);
        body->lines.shrink_to_fit();  // most bodies are short and stay for good
        frames_.back().bodies.emplace_back(static_cast<Grammar::BodyContext*>(context), std::move(body));
        break;
      }
      default: break;
    }
  }

 private:
  struct Frame {
    std::vector<syntax::Line>* lines;
    std::unique_ptr<syntax::Body> body;  ///< owns `lines`, but for the file's own
    std::vector<std::pair<Grammar::BodyContext*, std::unique_ptr<syntax::Body>>> bodies;  ///< of the line being read
  };
  antlr4::Parser& parser_;
  Lowering lowering_;
  std::vector<Frame> frames_;
  std::vector<antlr4::tree::ParseTreeTracker> trackers_;
};

}  // namespace

syntax::File parse(const support::SourceFile& source, diag::Sink& sink) {
  syntax::File file;
  file.source = source.id();
  Complaints complaints(source, sink);
  if (!screen(complaints) || !prose_quotes(complaints)) return file;
  auto words = lex(complaints);
  if (words.too_many) return file;
  file.tokens = std::move(words.written);
  join_lines(words.all);
  if (!balance(words, complaints)) return file;
  Stream stream(words.all);
  Grammar parser(&stream);
  parser.removeErrorListeners();
  parser.setErrorHandler(std::make_shared<Recovery>(complaints));
  LineByLine reader(parser, complaints, file.lines);
  parser.addParseListener(&reader);
  parser.file();
  return file;
}

}  // namespace upg::parse
