#pragma once

#include <string>
#include <vector>

#include "engine/study/case_template.h"
#include "engine/study/twee.h"

namespace ntk {

// A case made from a story: it reads without a mistake, but nothing in it is judged yet.
struct CaseFromStory {
    std::string yaml;
    int scenes = 0, decisions = 0, options = 0;
    std::vector<std::string> to_do;  // what only an author can add, in the order of the file
};

// Makes the skeleton of a case: every passage that the start leads to is a scene, links become options (or the way on
// when there is one), and what is to be added stands beside it as a comment and in the list. Passages that nothing
// leads to stand at the end as comments. The story was read without an error.
CaseFromStory case_from_story(const TweeStory& story, const NewCase& names);

// An id for a case made from a title: "Half a Sandwich!" becomes "half-a-sandwich". "story" when nothing is left.
std::string id_from_title(std::string_view title);

}  // namespace ntk
