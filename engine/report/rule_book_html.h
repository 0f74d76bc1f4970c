#pragma once

#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/rules/rule_view.h"
#include "engine/rules/source_trace.h"

namespace ntk {

// The rules as a page for safeguarding leads to read, comment on and sign off: every norm beside its source, and the
// way from every sentence of the leaflet to norms or to people. No scripts, nothing loaded, prints on A4, reads well
// aloud. `packs` are the heads of the packs of the stack; the same rules give the same bytes on every machine.
std::string rule_book_html(const RuleBook& rules, const std::vector<PackCard>& packs, const SourceTrace& trace);

}  // namespace ntk
