#pragma once

#include <filesystem>
#include <string>

namespace ntk {

// One made-up story of so many scenes, of three and four options each (3.5 on average), written twice: as a case for
// us, which passes the checker, and as a story with the same scenes, links and texts for ink.
struct StoryTwice {
    std::string id;
    std::string yaml;
    std::string ink;
};
StoryTwice make_story_twice(int number, int scenes);

// Writes stories 0 to files - 1 into a folder, as ID.yaml and ID.ink.
void write_stories_twice(const std::filesystem::path& folder, int files, int scenes);

}  // namespace ntk
