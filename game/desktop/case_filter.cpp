#include "game/desktop/case_filter.h"

#include <algorithm>
#include <set>

#include "engine/text/said.h"

namespace ntk::desktop {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& one) {
    return one.empty() || std::find(list.begin(), list.end(), one) != list.end();
}

std::string in_small_letters(std::string words) {
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

}  // namespace

bool CaseFilter::wants(const CaseCard& card) const {
    return holds(card.levels, level) && holds(card.neglect, neglect) && (field.empty() || card.field == field) &&
           (minutes == 0 || (card.minutes_most > 0 && card.minutes_most <= minutes));
}

std::string CaseFilter::words() const {
    std::string all;
    const auto add = [&all](const std::string& part) { all += (all.empty() ? "" : ", ") + part; };
    if (!level.empty()) add(fill("level {level}"_en, {{"level", level}}));
    if (minutes > 0) add(number_of<"at most {n} minutes">(static_cast<size_t>(minutes)));
    if (!neglect.empty()) add(in_small_letters(neglect));
    if (!field.empty()) add(in_small_letters(field));
    return all;
}

FilterAnswers filter_answers(const std::vector<CaseCard>& cards) {
    std::set<std::string> levels, neglect, fields;
    std::set<int> minutes;
    for (const CaseCard& card : cards) {
        levels.insert(card.levels.begin(), card.levels.end());
        neglect.insert(card.neglect.begin(), card.neglect.end());
        if (!card.field.empty()) fields.insert(card.field);
        if (card.minutes_most > 0) minutes.insert(card.minutes_most);
    }
    return {{levels.begin(), levels.end()},
            {neglect.begin(), neglect.end()},
            {fields.begin(), fields.end()},
            {minutes.begin(), minutes.end()}};
}

}  // namespace ntk::desktop
