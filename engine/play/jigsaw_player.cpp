#include "engine/play/jigsaw_player.h"

#include <utility>

#include "engine/play/jigsaw_pages.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

bool is_played(const Player& player) { return player.page().kind == PageKind::debrief; }

}  // namespace

JigsawPlayer::JigsawPlayer(std::shared_ptr<const Jigsaw> jigsaw, std::vector<Player> players,
                           std::vector<Attempt> planned)
    : jigsaw_(std::move(jigsaw)), players_(std::move(players)), planned_(std::move(planned)) {
    if (planned_.size() == players_.size()) planned_picture_ = picture_of(*jigsaw_, planned_attempts());
    std::size_t first = 0;
    while (first < players_.size() && is_played(players_[first])) ++first;
    if (first == players_.size()) {
        chair_ = first - 1;
        show_picture();
    } else if (players_[first].page().kind == PageKind::briefing) {
        chair_ = first == 0 ? 0 : first - 1;
        show_chair_page(first);
    } else {
        chair_ = next_ = first;
        at_ = At::chair;
    }
}

const Page& JigsawPlayer::page() const { return at_ == At::chair ? players_[chair_].page() : page_; }

std::vector<const Attempt*> JigsawPlayer::planned_attempts() const {
    std::vector<const Attempt*> attempts;
    for (const Attempt& attempt : planned_) attempts.push_back(&attempt);
    return attempts;
}

std::string JigsawPlayer::what_if(const VerdictView& verdict) const {
    return players_[at_ == At::looking_back ? looked_ : chair_].what_if(verdict);
}

bool JigsawPlayer::finished() const { return at_ == At::picture || at_ == At::left; }

const Player* JigsawPlayer::looking_back_at() const { return at_ == At::looking_back ? &players_[looked_] : nullptr; }

void JigsawPlayer::show_chair_page(std::size_t next) {
    at_ = At::before_chair;
    next_ = next;
    page_ = chair_page(*jigsaw_, next);
}

void JigsawPlayer::show_picture() {
    std::vector<const Attempt*> attempts;
    for (const Player& player : players_) attempts.push_back(&player.attempt());
    at_ = At::picture;
    next_ = players_.size();
    picture_ = picture_of(*jigsaw_, attempts);
    page_ = picture_page(*jigsaw_, attempts, *picture_, planned_picture(), planned_attempts());
}

void JigsawPlayer::start_again() {
    for (Player& player : players_)
        player =
            Player(player.attempt().scenario_ptr(), player.attempt().judge().rules(), player.mode(), player.seed());
    picture_.reset();
    chair_ = 0;
    show_chair_page(0);
}

std::string JigsawPlayer::go_on() {
    if (at_ == At::looking_back) {
        if (picture_)
            show_picture();
        else
            show_chair_page(next_);
    } else if (next_ == players_.size()) {
        show_picture();
    } else {
        chair_ = next_;
        at_ = At::chair;
    }
    return {};
}

std::string JigsawPlayer::look_back(const std::string& id) {
    for (const Choice& choice : page_.choices)
        for (std::size_t i = 0; i < players_.size(); ++i) {
            if (choice.id != id || look_back_id(i) != id) continue;
            at_ = At::looking_back;
            looked_ = i;
            page_ = players_[i].page();
            page_.actions = {"continue",
                             "what_if"};  // what each chair sent stands: the next one has been played after it
            return {};
        }
    return fill("There is no choice '{id}' here."_en, {{"id", id}});
}

std::string JigsawPlayer::play(const Input& input) {
    Player& player = players_[chair_];
    if (std::string refusal = player.apply(input); !refusal.empty()) return refusal;
    if (is_played(player)) show_chair_page(chair_ + 1);
    return {};
}

std::string JigsawPlayer::apply(const Input& input) {
    switch (input.kind) {
        case Input::Kind::leave:
            if (finished()) return "The jigsaw is over."_en;
            at_ = At::left;
            page_ = left_jigsaw_page(*jigsaw_);
            return {};
        case Input::Kind::replay:
            if (!finished()) return "The jigsaw is still running."_en;
            start_again();
            return {};
        case Input::Kind::go_on:
            if (at_ == At::chair) return play(input);
            return finished() ? "The jigsaw is over."_en : go_on();
        case Input::Kind::choose:
            if (at_ == At::chair) return play(input);
            if (at_ == At::looking_back || at_ == At::left) return "There is nothing to decide here."_en;
            return look_back(input.id);
        case Input::Kind::compose:
        case Input::Kind::back:
        case Input::Kind::skip:
        case Input::Kind::skip_scene:
            if (at_ == At::chair) return play(input);
            return "There is nothing to decide here."_en;
    }
    return "Nothing can be done with that here."_en;
}

}  // namespace ntk
