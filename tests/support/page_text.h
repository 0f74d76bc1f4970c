#pragma once

#include <string>

#include "engine/play/page.h"

namespace ntk {

// Everything a learner could read on a page, as plain lines: what golden files hold and what every face must show.
std::string page_text(const Page& page);

}  // namespace ntk
