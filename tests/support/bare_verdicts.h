#pragma once

#include <string>
#include <vector>

#include "engine/rules/judge.h"

namespace ntk {

// What everything judged came to, without the words, facts and exceptions that prove it.
inline std::vector<std::string> bare_verdicts(const Judge& judge) {
    std::vector<std::string> all;
    for (const Verdict& one : judge.verdicts()) {
        std::string line = one.norm + " " + one.key;
        for (const int part : {static_cast<int>(one.state), static_cast<int>(one.credit_class), one.weight, one.opened,
                               one.decided, one.last_in_force})
            line += " " + std::to_string(part);
        line += " " + one.credit.text() + (one.critical ? " critical" : "") + (one.counted ? "" : " not counted") +
                (one.in_scope ? "" : " out of scope");
        all.push_back(std::move(line));
    }
    return all;
}

}  // namespace ntk
