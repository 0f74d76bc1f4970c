#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/fields.h"

namespace ntk {

namespace {

constexpr std::size_t longest = 64;  // nobody mistypes a longer name into another one

// Capitals and the three ways of joining words are no difference: "Social-Care" is meant as social_care.
char folded(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return c == '-' || c == ' ' ? '_' : c;
}

// How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> two_back(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = folded(a[i - 1]) == folded(b[j - 1]);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) && folded(a[i - 2]) == folded(b[j - 1]))
                current[j] = std::min(current[j], two_back[j - 2] + 1);
        }
        two_back.swap(previous);
        previous.swap(current);
    }
    return previous[b.size()];
}

// The shortest name that has the written one as its first or last words: "objects" for objects_to.
const std::string* longer_name(std::string_view written, const std::vector<std::string>& candidates) {
    constexpr std::size_t least = 3;
    if (written.size() < least) return nullptr;
    const auto reads = [&](std::string_view part) {
        return part.size() == written.size() && std::equal(part.begin(), part.end(), written.begin(),
                                                           [](char a, char b) { return folded(a) == folded(b); });
    };
    const std::string* found = nullptr;
    for (const std::string& candidate : candidates) {
        if (candidate.size() <= written.size() + 1 || (found != nullptr && found->size() <= candidate.size())) continue;
        const std::string_view name = candidate;
        const std::size_t rest = name.size() - written.size();
        if ((name[written.size()] == '_' && reads(name.substr(0, written.size()))) ||
            (name[rest - 1] == '_' && reads(name.substr(rest))))
            found = &candidate;
    }
    return found;
}

}  // namespace

std::string did_you_mean(std::string_view written, const std::vector<std::string>& candidates) {
    if (written.empty() || written.size() > longest) return {};
    // One slip is believed in a short word, up to three in a long one; nothing but capitals in a single letter.
    const std::size_t cutoff = written.size() == 1 ? 0 : std::min<std::size_t>(3, 1 + (written.size() - 1) / 4);
    const std::string* best = nullptr;
    std::size_t best_distance = cutoff + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t lengths =
            std::max(candidate.size(), written.size()) - std::min(candidate.size(), written.size());
        if (candidate.empty() || candidate == written || lengths > cutoff) continue;
        const std::size_t found = distance(written, candidate);
        if (found < best_distance && found < candidate.size()) {
            best = &candidate;
            best_distance = found;
        }
    }
    if (best == nullptr) best = longer_name(written, candidates);
    return best == nullptr ? std::string() : " did you mean '" + *best + "'?";
}

std::string known_here(const std::vector<std::string>& names) {
    constexpr std::size_t most = 60;
    std::string text = "known here: ";
    for (std::size_t i = 0; i < names.size() && i < most; ++i) text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? text + ", ..." : text;
}

}  // namespace ntk
