#include "game/desktop_cards.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/host/attempt_files.h"
#include "engine/play/jigsaw_pages.h"
#include "engine/text/said.h"
#include "game/jigsaw_seats.h"

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
    for (const ProgramText* kind : {&"Physical"_text, &"Emotional"_text, &"Medical"_text, &"Dental"_text,
                                    &"Nutritional"_text, &"Supervisory"_text, &"Educational"_text,
                                    &"Home conditions"_text, &"Adolescent"_text, &"Before birth"_text}) {
        const std::size_t at = words.find(" " + in_small_letters(std::string(kind->en())));
        if (at == std::string::npos) continue;
        const char after = words[at + 1 + kind->en().size()];
        if (after == ',' || after == ';') kinds.push_back(kind->said());
    }
    return kinds;
}

// The learner's field as the library names it; empty for one it does not know.
std::string field_words(const std::string& sector) {
    static const std::map<std::string, const ProgramText*> words = {
        {"health", &"Health"_text},   {"school", &"Schools and education"_text},  {"social_care", &"Social care"_text},
        {"police", &"Police"_text},   {"voluntary", &"Charities and clubs"_text}, {"private", &"Private services"_text},
        {"housing", &"Housing"_text},
    };
    const auto found = words.find(sector);
    return found == words.end() ? "" : found->second->said();
}

std::string minutes_words(int least, int most) {
    return most > 0 ? fill("{least} to {most} minutes"_en,
                           {{"least", std::to_string(least)}, {"most", std::to_string(most)}})
                    : std::string();
}

std::string level_words(const std::vector<std::string>& levels) {
    if (levels.empty()) return {};
    return levels.size() == 1
               ? fill("Level {level}"_en, {{"level", levels.front()}})
               : fill("Levels {first} to {last}"_en, {{"first", levels.front()}, {"last", levels.back()}});
}

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min(text.find(". ", at), text.size());
        all.push_back(text.substr(at, stop + 1 - at));
        at = stop + 2;
    }
    return all;
}

void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const std::string& each : more)
        if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
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
    card.minutes = minutes_words(found.minutes_least, found.minutes_most);
    card.level = level_words(found.levels);
    card.content_note = found.content_note;
    card.resumable = !data.empty() && has_saved_attempt(data, found.id);
    return card;
}

desktop::CaseCard card_of(const JigsawOnShelf& found, const std::filesystem::path& data) {
    desktop::CaseCard card;
    card.id = std::string(jigsaw_prefix) + found.id;
    card.title = found.title;
    card.setting = "home";
    card.summary = found.intro;
    for (const std::string& who : found.chairs) card.chairs.push_back(card.chairs.empty() ? who : inside_sentence(who));
    card.resumable = !data.empty() && has_saved_jigsaw(data, found.id);
    int minutes_least = 0;
    std::vector<std::string> notes;
    for (const CaseOnShelf& chair : cards_of_chairs(found)) {
        minutes_least += chair.minutes_least;
        card.minutes_most += chair.minutes_most;
        add_new(card.levels, chair.levels);
        add_new(card.neglect, kinds_of_neglect(chair.neglect));
        add_new(notes, sentences(chair.content_note));
    }
    for (const std::string& note : notes) card.content_note += (card.content_note.empty() ? "" : " ") + note;
    for (const std::string& kind : card.neglect)
        card.neglect_words += card.neglect_words.empty() ? kind : ", " + in_small_letters(kind);
    std::sort(card.levels.begin(), card.levels.end());
    card.minutes = minutes_words(minutes_least, card.minutes_most);
    card.level = level_words(card.levels);
    return card;
}

}  // namespace ntk

#endif
