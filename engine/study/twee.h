#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"

namespace ntk {

// A link of a passage: the words a reader picks, and the passage they lead to.
struct TweeLink {
    std::string words;
    int target = -1;  // index of a passage
    Place place;
};

// One passage of a story, as far as it can become a scene.
struct TweePassage {
    std::string name;
    std::vector<std::string> paragraphs;
    std::vector<TweeLink> links;
    Place place;
    bool reached = false;  // links lead to it from the start
};

// Something of the story that a case has no place for.
struct TweeLeftOut {
    Place place;
    std::string what;  // "the macro <<set $trust to 1>>"
};

// A story written in Twee 3, the text form of Twine. Source: https://github.com/iftechfoundation/twine-specs
struct TweeStory {
    std::string title;   // may be empty
    std::string format;  // "SugarCube", or empty when the story does not say
    std::vector<TweePassage> passages;
    int start = -1;
    std::vector<TweeLeftOut> left_out;  // in order of place
};

// Reads a story. Reports E010 to E012 for bytes that are no plain text, and E660 to E668; after any error the story may
// be in parts. `source` is the number of the text in `diagnostics`.
TweeStory read_twee(std::string_view text, int source, Diagnostics& diagnostics);

}  // namespace ntk
