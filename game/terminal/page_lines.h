#pragma once

#include "engine/play/page.h"
#include "game/terminal/lines.h"

namespace ntk::terminal {

// Each of these writes one part of a page in the order in which it is best heard.

// The whole page up to the prompt: where we are, what happens, and the options by number.
void write_page(Lines& lines, const Page& page);

// One verdict in full: facts, exceptions tried and sources.
void write_verdict(Lines& lines, const VerdictView& verdict, bool full);

// Every verdict on a decision of the debrief.
void write_decision(Lines& lines, const DecisionView& decision);

void write_case_file(Lines& lines, const Page& page);
void write_glossary(Lines& lines, const Page& page);

// What can be typed on this page.
void write_help(Lines& lines, const Page& page);

}  // namespace ntk::terminal
