#include "engine/play/player.h"

#include <utility>

#include "engine/play/log.h"
#include "engine/play/pages.h"
#include "engine/play/player_state.h"
#include "engine/play/views.h"
#include "engine/play/what_if.h"
#include "engine/text/said.h"

namespace ntk {

Player::State::State(std::shared_ptr<const Scenario> the_scenario, std::shared_ptr<const RuleBook> the_rules,
                     Mode the_mode, std::int64_t the_seed)
    : scenario(std::move(the_scenario)),
      rules(std::move(the_rules)),
      mode(the_mode),
      seed(the_seed),
      attempt(scenario, rules) {
    lines.push_back(header_line(*scenario, *rules, mode, seed));
    page = briefing_page(*scenario);
    tell_story(true);
}

// Goes on to the next decision or the end; consequences wait to be shown on the way.
void Player::State::tell_story(bool tell) {
    while (!attempt.ended() && !attempt.deciding()) {
        const bool just_decided = !attempt.decisions().empty() && attempt.node()->decision();
        if (tell && !just_decided) waiting.push_back(consequence_page(attempt, mode));
        if (tell) file_so_far = case_file_view(attempt);
        attempt.move_on();
    }
    if (attempt.ended()) card = score(attempt.judge());
}

std::string Player::State::take(const Input& input) {
    if (input.confidence < -1 || input.confidence > 100) return "How sure you are is a number from 0 to 100."_en;
    if (input.kind == Input::Kind::skip_scene) return attempt.skip_scene();
    if (input.kind == Input::Kind::choose) return attempt.choose(input.id, input.confidence);
    return attempt.compose(input.id, input.answers, input.confidence);
}

std::string Player::State::decide(const Input& input, bool tell) {
    Attempt standing = attempt;
    if (std::string refusal = take(input); !refusal.empty()) return refusal;
    before.push_back(std::move(standing));
    others.emplace_back();
    tell_story(tell);
    lines.push_back(decision_line(attempt, lines.back()));
    if (attempt.ended()) lines.push_back(end_line(attempt, &*card, lines.back()));
    if (tell && attempt.decisions().back().skipped)
        tell_of_skip(waiting, before.back(), attempt, mode, std::move(file_so_far));
    else if (tell && mode == Mode::practice)
        waiting.push_back(feedback_page(before.back(), attempt, ways(before.size() - 1), std::move(file_so_far)));
    if (tell) go_on();
    return {};
}

std::string Player::State::go_on() {
    if (waiting.empty()) {
        show_place();
    } else {
        page = std::move(waiting.front());
        waiting.pop_front();
    }
    return {};
}

void Player::State::show_place() {
    waiting.clear();
    page.reset();
}

PageKind Player::State::shown_kind() const {
    if (page) return page->kind;
    return attempt.ended() || early ? PageKind::debrief : PageKind::scene;
}

const Page& Player::State::shown() {
    if (page) return *page;
    if (!attempt.ended() && !early) return page.emplace(scene_page(attempt, mode, seed));
    std::vector<OtherWays> all;
    for (std::size_t i = 0; i < before.size(); ++i) all.push_back(ways(i));
    return page.emplace(early ? early_debrief_page(attempt, mode, all) : debrief_page(attempt, mode, *card, all));
}

const OtherWays& Player::State::ways(std::size_t decision) {
    auto& slot = others[decision];
    if (!slot) slot.emplace(before[decision], attempt.decisions()[decision]);
    return *slot;
}

std::string Player::State::step_back() {
    if (mode == Mode::assessment) return "In an assessment there is no way back."_en;
    if (early) {
        early = false;
        lines.pop_back();
        show_place();
        return {};
    }
    if (before.empty()) return "There is nothing to go back to yet."_en;
    if (attempt.ended()) lines.pop_back();
    card.reset();
    attempt = std::move(before.back());
    before.pop_back();
    others.pop_back();
    lines.pop_back();
    show_place();
    return {};
}

std::string Player::State::to_debrief() {
    early = true;
    lines.push_back(end_line(attempt, nullptr, lines.back()));
    show_place();
    return {};
}

void Player::State::leave() {
    page = closed_page(*scenario);
    if (mode == Mode::assessment) page->actions.clear();
}

void Player::State::start_again() { *this = State(scenario, rules, mode, seed); }

Player::Player(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Mode mode,
               std::int64_t seed)
    : state_(std::make_unique<State>(std::move(scenario), std::move(rules), mode, seed)) {}
Player::Player(std::unique_ptr<State> state) : state_(std::move(state)) {}
Player::~Player() = default;
Player::Player(Player&&) noexcept = default;
Player& Player::operator=(Player&&) noexcept = default;

const Page& Player::page() const { return state_->shown(); }
Mode Player::mode() const { return state_->mode; }
std::int64_t Player::seed() const { return state_->seed; }
const Attempt& Player::attempt() const { return state_->attempt; }
const ScoreCard* Player::score_card() const { return state_->card ? &*state_->card : nullptr; }

bool Player::finished() const {
    const PageKind at = state_->shown_kind();
    return at == PageKind::debrief || at == PageKind::closed;
}

std::string Player::apply(const Input& input) {
    const PageKind at = state_->shown_kind();
    switch (input.kind) {
        case Input::Kind::choose:
        case Input::Kind::compose:
        case Input::Kind::skip_scene:
            if (at != PageKind::scene) return "There is nothing to decide here."_en;
            return state_->decide(input, true);
        case Input::Kind::go_on:
            if (at == PageKind::scene) return "Choose one of the options first."_en;
            if (finished()) return "The case is over."_en;
            return state_->go_on();
        case Input::Kind::back:
            if (at == PageKind::closed) return "You have left the case."_en;
            return state_->step_back();
        case Input::Kind::skip:
            if (at != PageKind::scene) return "You can go to the debrief from a scene."_en;
            return state_->to_debrief();
        case Input::Kind::leave:
            if (finished()) return "The case is over."_en;
            state_->leave();
            return {};
        case Input::Kind::replay:
            if (state_->mode == Mode::assessment) return "An assessment is taken once."_en;
            if (!finished()) return "The case is still running."_en;
            state_->start_again();
            return {};
    }
    return "Nothing can be done with that here."_en;
}

std::string Player::what_if(const VerdictView& verdict) const {
    if (state_->mode == Mode::assessment) return "What one fact would have changed is told in practice only."_en;
    for (const Verdict& one : attempt().judge().verdicts_of(verdict.decision))
        if (one.norm == verdict.norm && one.key == verdict.key)
            return what_if_words(change_one_fact(past_of(attempt()), verdict.decision, one));
    return "There is no such verdict here."_en;
}

std::string Player::log() const {
    std::string text;
    for (const std::string& line : state_->lines) text += line + "\n";
    return text;
}

}  // namespace ntk
