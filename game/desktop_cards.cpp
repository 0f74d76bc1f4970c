#include "game/desktop_cards.h"

#ifndef NTK_NO_DESKTOP

#include <map>
#include <string>
#include <utility>

#include "engine/host/attempt_files.h"

namespace ntk {

namespace {

std::string in_small_letters(std::string words) {
    for (char& c : words) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return words;
}

// The kinds of neglect a learner can choose by. Authors write freely ("Medical, in a disabled child with worn-out
// parents"); what is not one of these is shown on the card, but is nothing to choose by.
std::vector<std::string> kinds_of_neglect(const std::string& written) {
    std::vector<std::string> kinds;
    const std::string words = ", " + in_small_letters(written) + ",";
    for (const char* kind : {"Physical", "Emotional", "Medical", "Dental", "Nutritional", "Supervisory", "Educational",
                             "Home conditions", "Adolescent", "Before birth"}) {
        const std::size_t at = words.find(" " + in_small_letters(kind));
        if (at == std::string::npos) continue;
        const char after = words[at + 1 + std::string(kind).size()];
        if (after == ',' || after == ';') kinds.push_back(kind);
    }
    return kinds;
}

// The learner's field as the library names it; empty for one it does not know.
std::string field_words(const std::string& sector) {
    static const std::map<std::string, std::string> words = {
        {"health", "Health"},   {"school", "Schools and education"},  {"social_care", "Social care"},
        {"police", "Police"},   {"voluntary", "Charities and clubs"}, {"private", "Private services"},
        {"housing", "Housing"},
    };
    const auto found = words.find(sector);
    return found == words.end() ? "" : found->second;
}

// The picture that fits a card's words for where the learner works.
std::string setting_of(const CaseOnShelf& card) {
    const std::string words = in_small_letters(card.place + " " + card.role);
    static constexpr std::pair<const char*, const char*> pictures[] = {{"nursery", "nursery"},
                                                                       {"school", "school"},
                                                                       {"clinic", "clinic"},
                                                                       {"practice", "clinic"},
                                                                       {"surgery", "surgery"},
                                                                       {"hospital", "hospital"},
                                                                       {"mental health", "clinic"},
                                                                       {"police", "police"},
                                                                       {"housing", "housing"},
                                                                       {"shop", "shop"},
                                                                       {"club", "club"},
                                                                       {"home", "home"},
                                                                       {"office", "office"}};
    for (const auto& [word, picture] : pictures)
        if (words.find(word) != std::string::npos) return picture;
    return "office";
}

}  // namespace

desktop::CaseCard card_of(const CaseOnShelf& found, const std::filesystem::path& data) {
    desktop::CaseCard card;
    card.id = found.id;
    card.title = found.title;
    card.role = found.role;
    card.setting = setting_of(found);
    card.neglect = kinds_of_neglect(found.neglect);
    card.neglect_words = found.neglect;
    card.levels = found.levels;
    card.minutes_most = found.minutes_most;
    card.field = field_words(found.sector);
    card.summary = found.blurb;
    if (found.minutes_most > 0)
        card.minutes = std::to_string(found.minutes_least) + " to " + std::to_string(found.minutes_most) + " minutes";
    if (!found.levels.empty()) {
        card.level = found.levels.size() == 1 ? "Level " : "Levels ";
        card.level +=
            found.levels.size() == 1 ? found.levels.front() : found.levels.front() + " to " + found.levels.back();
    }
    card.content_note = found.content_note;
    card.resumable = !data.empty() && has_saved_attempt(data, found.id);
    return card;
}

}  // namespace ntk

#endif
