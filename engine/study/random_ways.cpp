#include "engine/study/random_ways.h"

#include <algorithm>
#include <utility>

#include "engine/play/player.h"
#include "engine/play/views.h"
#include "engine/study/least_used.h"
#include "engine/text/diagnostic.h"

namespace ntk {

namespace {

// All that a run came to, to compare it with another.
std::string course_of(const Attempt& attempt) {
    std::string text;
    for (const Visit& visit : attempt.visits()) text += visit.node + " " + std::to_string(visit.minutes) + "\n";
    for (const Verdict& verdict : attempt.judge().verdicts())
        text += verdict.norm + " [" + verdict.key + "] " + state_name(verdict.state) + " " + verdict.credit.text() +
                " " + std::to_string(verdict.opened) + "-" + std::to_string(verdict.decided) + " " + verdict.text +
                "\n";
    for (const auto& [meter, value] : attempt.meters()) text += meter + " " + std::to_string(value) + "\n";
    return text + (attempt.ending() == nullptr ? "no ending" : attempt.ending()->id);
}

// The same choices through the Player, as a learner makes them.
Player play_again(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                  const Way& way, std::string& refusal) {
    Player player(scenario, rules, Mode::assessment);
    std::size_t next = 0;
    while (!player.finished() && refusal.empty()) {
        Input input;
        if (player.page().kind == PageKind::scene) {
            if (next == way.size()) {
                refusal = "the case goes on after the last choice";
                break;
            }
            const Move& move = way[next++];
            input.kind = move.composed ? Input::Kind::compose : Input::Kind::choose;
            input.id = move.id;
            input.answers = move.answers;
        }
        refusal = player.apply(input);
    }
    return player;
}

class Run {
  public:
    Run(RandomReport& report, const std::shared_ptr<const Scenario>& scenario,
        const std::shared_ptr<const RuleBook>& rules, int number)
        : report_(report), scenario_(scenario), rules_(rules), number_(number) {}

    void play(Attempt attempt, LeastUsed& choices) {
        while (!attempt.ended()) {
            const Move move = choices.choose(attempt);
            if (move.id.empty()) {
                fail("nothing can be done at " + attempt.node()->id, attempt);
                return;
            }
            attempt = report_.survey.judge(attempt, move);
            for (std::string& fault : report_.survey.take_new_faults()) fail(std::move(fault), attempt);
        }
        check_times(attempt);
        check_score(attempt);
        check_again(attempt);
    }

  private:
    void fail(std::string what, const Attempt& attempt) {
        report_.failures.push_back({number_, std::move(what), way_text(attempt)});
    }

    // A case without forms and with a whole proof may do nothing but what was proved.
    void check_times(const Attempt& attempt) {
        const StoryProof& story = report_.story;
        if (!story.complete) return;
        const bool by_options = std::none_of(attempt.decisions().begin(), attempt.decisions().end(),
                                             [](const DecisionMade& made) { return made.composed; });
        if (!by_options) return;
        for (const Visit& visit : attempt.visits()) {
            const auto index = static_cast<std::size_t>(scenario_->node(visit.node) - scenario_->nodes.data());
            const StoryProof::SceneSeen& seen = story.scenes[index];
            if (!seen.reached || visit.minutes < seen.earliest || visit.minutes > seen.latest)
                fail(visit.node + " is met though the proof of the story says it cannot be met then", attempt);
        }
        for (std::size_t i = 0; i < scenario_->endings.size(); ++i)
            if (attempt.ending() == &scenario_->endings[i] && story.endings[i].ways.zero())
                fail("the ending " + scenario_->endings[i].id +
                         " is met though the proof of the story says it cannot be",
                     attempt);
    }

    void check_score(const Attempt& attempt) {
        const ScoreCard card = score(attempt.judge());
        const auto proper = [](const Tally& tally) {
            return tally.earned >= 0 && tally.lost >= 0 && tally.offered >= 0 && tally.earned <= tally.offered &&
                   tally.percent() >= -1 && tally.percent() <= 100;
        };
        bool all = proper(card.overall);
        for (const auto* scopes : {&card.strands, &card.rules, &card.points})
            for (const ScopeScore& scope : *scopes) all = all && proper(scope.tally);
        if (!all) fail("a score is not between nothing and all", attempt);
    }

    void check_again(const Attempt& attempt) {
        std::string refusal;
        const Player player = play_again(scenario_, rules_, way_of(attempt), refusal);
        if (!refusal.empty()) {
            fail("the same choices are refused when they are made again: " + refusal, attempt);
            return;
        }
        if (course_of(player.attempt()) != course_of(attempt))
            fail("the same choices come out differently when they are made again", attempt);
        Diagnostics diagnostics;
        const std::string log = player.log();
        const auto resumed = Player::resume(scenario_, rules_, log, "the decision log", diagnostics);
        if (!resumed || !diagnostics.empty() || resumed->log() != log)
            fail("the decision log cannot be replayed: " + diagnostics.render(), attempt);
    }

    RandomReport& report_;
    const std::shared_ptr<const Scenario>& scenario_;
    const std::shared_ptr<const RuleBook>& rules_;
    int number_;
};

}  // namespace

RandomReport random_ways(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                         const RandomRequest& request) {
    RandomReport report(*scenario);
    report.story = prove_story(*scenario);
    const Attempt start = begin_case(scenario, rules, Proofs::written);
    LeastUsed choices(request.seed);
    for (int run = 1; run <= request.runs; ++run) {
        Run(report, scenario, rules, run).play(start, choices);
        ++report.runs;
    }
    return report;
}

}  // namespace ntk
