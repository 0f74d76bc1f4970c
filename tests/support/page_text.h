#pragma once

#include <string>

#include "engine/play/page.h"

namespace ntk {

// Everything a learner could read on a page, as plain lines: what golden files hold and what every face must show. The
// case file can be left out where it would only repeat itself.
std::string page_text(const Page& page, bool with_case_file = true);

}  // namespace ntk
