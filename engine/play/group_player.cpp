#include "engine/play/group_player.h"

#include <set>

#include "engine/play/attempt.h"
#include "engine/play/map.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

GroupPlayer::GroupPlayer(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules)
    : player_(std::move(scenario), std::move(rules), Mode::practice) {
    show();
}

std::string GroupPlayer::apply(const Input& input) {
    if (input.kind == Input::Kind::skip && !finished()) {
        Input on;
        while (player_.page().kind != PageKind::scene && !finished()) player_.apply(on);
        if (!finished()) player_.apply(input);
        holding_ = false;
        show();
        return {};
    }
    if (std::string refusal = player_.apply(input); !refusal.empty()) return refusal;
    if (input.kind == Input::Kind::replay) votes_.clear();
    if (input.kind == Input::Kind::back)  // what was voted on after that was about another story
        votes_.erase(votes_.upper_bound(static_cast<int>(player_.attempt().decisions().size())), votes_.end());
    holding_ = player_.page().kind == PageKind::feedback;
    show();
    return {};
}

void GroupPlayer::reveal() {
    holding_ = false;
    show();
}

std::string GroupPlayer::what_if(const VerdictView& verdict) const {
    return holding_ ? "The verdicts have not been shown yet."_en : player_.what_if(verdict);
}

// Takes over the player's page with what a group should see of it.
void GroupPlayer::show() {
    page_ = player_.page();
    if (page_.kind == PageKind::feedback) {
        const Node* node = node_of(decision());
        if (node != nullptr && !node->contested.empty())
            page_.blocks.push_back(
                {Block::Kind::note, "There is no right answer here, and neither side is scored."_en, 2, {}});
        if (holding_) {
            page_.id = node->id + "/held";
            page_.feedback = {};
            std::erase(page_.actions, "what_if");
        }
    }
    if (page_.kind != PageKind::debrief) return;
    for (std::size_t i = 0; i < page_.debrief.decisions.size(); ++i)
        page_.debrief.decisions[i].chosen += voted_words(static_cast<int>(i));
    if (const std::string words = not_played(); !words.empty())
        page_.blocks.insert(page_.blocks.begin(), {Block::Kind::note, words, 2, {}});
}

int GroupPlayer::decision() const {
    const int made = static_cast<int>(player_.attempt().decisions().size());
    switch (player_.page().kind) {
        case PageKind::scene: return made;
        case PageKind::consequence:
        case PageKind::feedback: return made - 1;
        default: return -1;
    }
}

// The scene of a decision made, or of the one that is due.
const Node* GroupPlayer::node_of(int decision) const {
    const Attempt& attempt = player_.attempt();
    if (decision < 0) return nullptr;
    const auto index = static_cast<std::size_t>(decision);
    if (index < attempt.decisions().size()) return attempt.scenario().node(attempt.decisions()[index].node);
    return index == attempt.decisions().size() ? attempt.node() : nullptr;
}

Votes* GroupPlayer::votes() {
    const Node* node = node_of(decision());
    if (node == nullptr) return nullptr;
    auto& [scene, hands] = votes_[decision()];
    if (scene != node->id) hands = {};
    scene = node->id;
    return &hands;
}

std::vector<VoteLine> GroupPlayer::vote_lines(int decision) const {
    std::vector<VoteLine> lines;
    const Node* node = node_of(decision);
    if (node == nullptr) return lines;
    const auto found = votes_.find(decision);
    const Votes none;
    const Votes& hands = found != votes_.end() && found->second.first == node->id ? found->second.second : none;
    const auto& made = player_.attempt().decisions();
    const auto index = static_cast<std::size_t>(decision);
    const std::string taken = index < made.size() && !made[index].skipped ? made[index].option : std::string();
    int number = 0;
    for (const Option& option : node->options)
        lines.push_back(
            {++number, option.id, option.say, hands.of(option.id), hands.words(option.id), option.id == taken});
    for (const Compose& form : node->composes)
        lines.push_back({0, form.id, form.title, hands.of(form.id), hands.words(form.id), form.id == taken});
    return lines;
}

// " (7 of 12 chose this; 5 chose option 3: ...)" for the debrief; empty when nobody voted.
std::string GroupPlayer::voted_words(int decision) const {
    std::string words, others;
    for (const VoteLine& line : vote_lines(decision)) {
        if (line.taken) words = line.words;
        if (line.taken || line.votes == 0) continue;
        const std::string number = std::to_string(line.number);
        others += "; ";
        others += fill(number_of<"{n} chose {what} | {n} chose {what}">(static_cast<std::size_t>(line.votes)),
                       {{"what", line.number > 0 ? fill("option {number}: {answer}"_en,
                                                        {{"number", number}, {"answer", line.label}})
                                                 : line.label}});
        while (others.ends_with('.')) others.pop_back();
    }
    return words.empty() ? std::string() : " (" + words + others + ")";
}

GroupTalk GroupPlayer::talk() const {
    const Scenario& scenario = player_.attempt().scenario();
    GroupTalk talk;
    talk.title = page_.title;
    if (page_.kind == PageKind::debrief) {
        talk.questions = scenario.questions;
        talk.questions.push_back("What will you do differently next week?"_en);
        return talk;
    }
    const Node* node = node_of(decision());
    if (node != nullptr) {
        talk.divided = node->contested;
        if (!node->prompt.empty()) talk.questions.push_back(node->prompt);
    }
    if (page_.kind == PageKind::scene || page_.kind == PageKind::briefing) {
        talk.questions.push_back("Who needs to know what here, and what would they do with it?"_en);
        talk.questions.push_back("What would change your mind?"_en);
    } else {
        talk.questions.push_back("What did those see who voted otherwise?"_en);
        talk.questions.push_back("What is this day like for the child?"_en);
    }
    return talk;
}

std::string GroupPlayer::not_played() const {
    const Attempt& attempt = player_.attempt();
    if (page_.kind != PageKind::debrief || attempt.ended()) return {};
    std::set<std::string> ahead = {attempt.node()->id};
    std::vector<std::string> titles;
    for (const Node* node : scenes_in_order(attempt.scenario())) {  // each before those it leads to
        if (ahead.count(node->id) == 0) continue;
        for (const std::string& next : next_scenes(*node)) ahead.insert(next);
        if (node->decision() && (node == attempt.node() || !attempt.visited(node->id)))
            titles.push_back("\"" + node->title + "\"");
    }
    return fill(
        number_of<"You stopped before the end. Not played: the decision {titles}. | You stopped before the end. "
                  "Not played: {n} decisions that were still ahead or could have been: {titles}.">(titles.size()),
        {{"titles", listed(titles)}});
}

}  // namespace ntk
