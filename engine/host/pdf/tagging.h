#pragma once

#include <string>
#include <vector>

#include "engine/host/pdf/sheet.h"
#include "engine/host/pdf/structure.h"

namespace ntk::pdf {

// What a PDF says of itself.
struct PaperFacts {
    std::string title;
    std::string language;  // "en-GB"
    std::string program;
};

// Puts structure, language, title and bookmarks into what cairo wrote, and leaves out what changes from run to run.
// Throws std::exception when the file is not as expected.
std::string tag_paper(const std::string& drawn, const std::vector<PageMarks>& marks, const Node& root,
                      const std::vector<Bookmark>& bookmarks, const PaperFacts& facts);

}  // namespace ntk::pdf
