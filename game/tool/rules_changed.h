#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace ntk::tool {

// What `needtoknow rules changed` was asked: which logs, and under which rules to look at them again.
struct ChangedRequest {
    std::vector<std::string> logs;
    std::string packs;      // "england-2024,plymouth@2025-01-01"; empty: the log's packs as they are shipped now
    std::string as_of;      // empty: the day the log was judged for
    std::string scenario;   // the scenario file, when it is not one of ours
    std::string old_packs;  // a folder with packs of other versions
    bool json = false;
};

// Says what each log would come to under other rules, and changes nothing. Returns 0 when nothing differs, 1 when
// something does or a log is refused, 3 when something cannot be read or is not here.
int rules_changed(const ChangedRequest& request, std::ostream& out, std::ostream& err);

}  // namespace ntk::tool
