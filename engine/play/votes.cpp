#include "engine/play/votes.h"

#include <algorithm>

#include "engine/text/said.h"

namespace ntk {

namespace {

using Hands = std::map<std::string, int>;

int highest(const Hands& hands) {
    int best = 0;
    for (const auto& [option, count] : hands) best = std::max(best, count);
    return best;
}

}  // namespace

void Votes::more(const std::string& option) {
    int& count = hands_[option];
    count = std::min(count + 1, most);
}

void Votes::fewer(const std::string& option) {
    const auto found = hands_.find(option);
    if (found != hands_.end() && --found->second == 0) hands_.erase(found);
}

int Votes::of(const std::string& option) const {
    const auto found = hands_.find(option);
    return found == hands_.end() ? 0 : found->second;
}

int Votes::total() const {
    int sum = 0;
    for (const auto& [option, count] : hands_) sum += count;
    return sum;
}

std::string Votes::leader() const {
    if (tied()) return {};
    const int best = highest(hands_);
    for (const auto& [option, count] : hands_)
        if (count == best) return option;
    return {};
}

bool Votes::tied() const {
    const int best = highest(hands_);
    return std::count_if(hands_.begin(), hands_.end(), [&](const auto& one) { return one.second == best; }) > 1;
}

std::string Votes::words(const std::string& option) const {
    if (hands_.empty()) return {};
    const int count = of(option);
    if (count == 0) return "nobody chose this"_en;
    return fill(number_of<"{n} of {all} chose this | {n} of {all} chose this">(static_cast<std::size_t>(count)),
                {{"all", std::to_string(total())}});
}

}  // namespace ntk
