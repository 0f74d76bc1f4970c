#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "game/tool/check_files.h"

namespace ntk::tool {

// Looks at files again and again, and says what is new. What has changed is told by what the files say; as long as no
// date or size changes, most looks read nothing.
class FindingsWatch {
  public:
    // Nothing is read before the first look.
    explicit FindingsWatch(std::vector<std::string> paths);

    // What has changed since the last look, in words: every finding at first, later those that are new and how many are
    // gone. Empty when nothing has changed.
    std::string look();

  private:
    bool may_have_changed();

    struct Seen {
        std::string digest;
        std::set<std::string> findings;  // without their lines: a line added above changes none of them
    };

    std::vector<std::string> paths_;
    Checker checker_;
    std::map<std::filesystem::path, Seen> seen_;
    std::string stamps_;  // dates and sizes at the last look that read the files
    int idle_looks_ = 0;
    bool first_ = true;
};

}  // namespace ntk::tool
