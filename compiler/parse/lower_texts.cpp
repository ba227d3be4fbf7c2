#include <charconv>

#include "compiler/diag/codes_syntax.h"
#include "compiler/parse/lower.h"

namespace upg::parse {

using syntax::ExprPtr;
using syntax::Piece;

namespace {

void append_utf8(uint32_t c, std::string& out) {
  const auto put = [&](uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

/// Line ends within a text are `\n`, however the file was saved.
std::string without_returns(std::string_view written) {
  std::string out;
  out.reserve(written.size());
  for (size_t i = 0; i < written.size(); ++i)
    if (written[i] != '\r' || i + 1 >= written.size() || written[i + 1] != '\n') out += written[i];
  return out;
}

/// In a command only a backtick is escaped; every other backslash is the shell's.
std::string command_text(std::string_view written) {
  std::string out;
  for (size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' && i + 1 < written.size() && written[i + 1] == '`') ++i;
    out += written[i];
  }
  return out;
}

void add_literal(std::vector<Piece>& pieces, Span span, std::string text) {
  if (text.empty()) return;
  if (!pieces.empty() && !pieces.back().hole) {
    pieces.back().text += text;
    pieces.back().span = pieces.back().span.to(span);
    return;
  }
  pieces.push_back({span, std::move(text), nullptr, false});
}

}  // namespace

ExprPtr Lowering::literal(const Tok& tok) {
  const auto at = tok.span();
  const std::string written(slice(at));
  switch (tok.type()) {
    case Grammar::INT: return make(at, syntax::IntLit{written});
    case Grammar::VERSION: return make(at, syntax::VersionLit{written});
    case Grammar::DATE: return make(at, syntax::DateLit{written});
    case Grammar::QUANTITY: return make(at, syntax::QuantityLit{written});
    case Grammar::STRING:
    case Grammar::RAW: {
      syntax::TextLit out;
      out.raw = tok.type() == Grammar::RAW;
      if (written.size() < 2 || (written[0] != '"' && written[0] != '\'')) return hole(at);  // mended: complained about before
      const auto inner = std::string_view(written).substr(1, written.size() - 2);
      add_literal(out.pieces, {at.file, at.begin + 1, at.end - 1}, out.raw ? std::string(inner) : decode(inner, at.begin + 1));
      return make(at, std::move(out));
    }
    default: return make(at, syntax::NameRef{written});
  }
}

void Lowering::escape(std::string_view written, size_t& i, uint32_t at, std::string& out) {
  const auto source = complaints_.source().id();
  const char c = i + 1 < written.size() ? written[i + 1] : '\0';
  switch (c) {
    case '"':
    case '\\': out += c; break;
    case 'n': out += '\n'; break;
    case 't': out += '\t'; break;
    case 'r': out += '\r'; break;
    case 'u': {
      const auto close = written.find('}', i);
      if (i + 2 < written.size() && written[i + 2] == '{' && close != std::string_view::npos) {
        uint32_t code = 0;
        const auto digits = written.substr(i + 3, close - i - 3);
        const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        const bool sound = failed == std::errc() && end == digits.data() + digits.size() && code != 0 && code <= 0x10FFFF &&
                           (code < 0xD800 || code > 0xDFFF);
        const auto begin = static_cast<uint32_t>(at + i);
        if (sound)
          append_utf8(code, out);
        else
          complaints_.say(diag::NoCodePoint, Span{source, begin, static_cast<uint32_t>(at + close + 1)},
                          written.substr(i, close + 1 - i));
        i = close + 1;
        return;
      }
      [[fallthrough]];
    }
    default: {
      size_t length = 2;
      while (i + length < written.size() && (static_cast<unsigned char>(written[i + length]) & 0xC0) == 0x80) ++length;
      const auto begin = static_cast<uint32_t>(at + i);
      if (auto said = complaints_.say(diag::UnknownEscape, Span{source, begin, static_cast<uint32_t>(begin + length)},
                                      written.substr(i, length)))
        said->help("the escapes are `\\n`, `\\t`, `\\r`, `\\\"`, `\\\\` and `\\u{{…}}`; a text in single quotes has none");
    }
  }
  i += 2;
}

std::string Lowering::decode(std::string_view written, uint32_t at) {
  std::string out;
  for (size_t i = 0; i < written.size();) {
    if (written[i] == '\\') {
      escape(written, i, at, out);
    } else if (written.substr(i, 3) == "$${") {
      out += "${";
      i += 3;
    } else {
      out += written[i++];
    }
  }
  return out;
}

std::vector<Piece> Lowering::pieces(antlr4::ParserRuleContext* context) {
  std::vector<Piece> out;
  const auto form = child(context, 0).type();
  for (size_t i = 1; i < count(context); ++i) {
    const auto part = child(context, i);
    if (part.type() == Grammar::DOLLAR_BRACE) {
      add_literal(out, part.word->span(), "${");
    } else if (part.type() == Grammar::TEXT) {
      const auto at = part.word->span();
      const auto written = slice(at);
      add_literal(out, at,
                  form == Grammar::QUOTE  ? decode(written, at.begin)
                  : form == Grammar::TICK ? command_text(written)
                                          : without_returns(written));
    } else if (part.is(Grammar::RuleHole)) {
      Piece piece{span(part.rule), {}, nullptr, false};
      for (size_t k = 0; k < count(part.rule); ++k) {
        const auto inner = child(part.rule, k);
        if (inner.is(Grammar::RuleExpr))
          piece.hole = expr(inner.rule);
        else if (inner.type() == Grammar::ELLIPSIS)
          piece.spread = true;
      }
      if (!piece.hole) piece.hole = hole(piece.span);
      out.push_back(std::move(piece));
    }
  }
  return out;
}

ExprPtr Lowering::text(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  syntax::TextLit out;
  out.prose = child(context, 0).type() == Grammar::TRIPLE;
  out.pieces = pieces(context);
  return make(span(context), std::move(out));
}

ExprPtr Lowering::shell(antlr4::ParserRuleContext* context) {
  if (context->children.empty()) return hole(span(context));
  const auto opener = child(context, 0);
  if (opener.type() == Grammar::TICK) return make(span(context), syntax::CommandLit{pieces(context)});
  auto language = slice(opener.word->span());
  language.remove_prefix(opener.type() == Grammar::FENCE3 ? 3 : 4);
  while (!language.empty() && (language.back() == ' ' || language.back() == '\t')) language.remove_suffix(1);
  syntax::FenceLit out{std::string(language), pieces(context)};
  if (!out.pieces.empty() && out.pieces[0].text.starts_with('\n')) {
    out.pieces[0].text.erase(0, 1);
    if (out.pieces[0].text.empty() && !out.pieces[0].hole) out.pieces.erase(out.pieces.begin());
  }
  return make(span(context), std::move(out));
}

}  // namespace upg::parse
