// The part of the run-time library's umbrella header that the generated code needs. It stands in for the whole one, which
// takes seconds to read and has a header that clang 14 does not compile.
#pragma once

#include "antlr4-common.h"

#include "ANTLRErrorStrategy.h"
#include "ANTLRInputStream.h"
#include "Exceptions.h"
#include "FailedPredicateException.h"
#include "InputMismatchException.h"
#include "Lexer.h"
#include "NoViableAltException.h"
#include "Parser.h"
#include "ParserRuleContext.h"
#include "Vocabulary.h"
#include "atn/ATN.h"
#include "atn/ATNDeserializer.h"
#include "atn/ATNState.h"
#include "atn/LexerATNSimulator.h"
#include "atn/ParserATNSimulator.h"
#include "dfa/DFA.h"
#include "misc/IntervalSet.h"
#include "support/CPPUtils.h"
#include "tree/ErrorNode.h"
#include "tree/ParseTree.h"
#include "tree/ParseTreeListener.h"
#include "tree/TerminalNode.h"
