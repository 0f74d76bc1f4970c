#pragma once

#include <string>
#include <vector>

#include "tests/house/source_scan.h"

namespace ntk::house {

// String literals that read like words for people and are not texts of the program ("..."_en, "..."_text,
// number_of<"...">): each as "path:line: words". A word for people begins with a capital letter or has a space in it.
std::vector<std::string> hard_coded_words(const std::vector<SourceFile>& code);

}  // namespace ntk::house
