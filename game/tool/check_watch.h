#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "game/tool/check_files.h"

namespace ntk::tool {

// Looks at files again and again, and says what is new. It goes by what the files say, not by their dates.
class FindingsWatch {
  public:
    // Nothing is read before the first look.
    explicit FindingsWatch(std::vector<std::string> paths);

    // What has changed since the last look, in words: every finding at first, later those that are new and how many are
    // gone. Empty when nothing has changed.
    std::string look();

  private:
    struct Seen {
        std::string digest;
        std::set<std::string> findings;  // without their lines: a line added above changes none of them
    };

    std::vector<std::string> paths_;
    Checker checker_;
    std::map<std::filesystem::path, Seen> seen_;
    std::map<std::filesystem::path, std::string> stamps_;
    bool first_ = true;
};

}  // namespace ntk::tool
