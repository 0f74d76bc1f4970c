#include "engine/study/paths.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/study/bots.h"
#include "engine/study/line_search.h"

namespace ntk {

namespace {

// Judges ways in several manners until the budget is spent.
class Study {
  public:
    Study(PathsReport& report, const Attempt& start, const Attempt& best, const PathsRequest& request)
        : report_(report), start_(start), budget_(request.budget), dice_(request.seed) {
        for (const DecisionMade& made : best.decisions())
            line_.emplace(made.node, Move{made.option, made.composed, made.answers});
    }

    void run() {
        every_way();
        if (report_.exhaustive) return;
        static const char* const names[] = {"every option along the best line",
                                            "every way that leaves the best line once",
                                            "every way that leaves the best line twice"};
        for (int off = 0; off <= 2; ++off) cover(names[off], budget_ / 2, [&] { near_the_line(start_, off); });
        cover("ways at random, the least used option first", budget_, [&] { at_random(); });
    }

  private:
    // Runs one manner of judging within a share of the budget.
    template <class F>
    void cover(std::string what, long share, F&& work) {
        const long before = report_.survey.judged();
        limit_ = share;
        cut_ = false;
        work();
        report_.coverage.push_back({std::move(what), report_.survey.judged() - before, !cut_});
    }

    bool spent() {
        cut_ = cut_ || report_.survey.judged() >= limit_;
        return cut_;
    }

    // All of it when the story is small enough for the budget, as far as options go.
    void every_way() {
        bool forms = false;
        for (const Node& node : start_.scenario().nodes) forms = forms || !node.composes.empty();
        if (ways_ahead(start_.scenario(), start_.node(), budget_) > budget_) return;
        cover("every way", budget_, [&] { go_everywhere(start_); });
        report_.exhaustive = report_.coverage.back().whole && !forms;
    }

    // Decisions that would be judged on all ways from a scene, at most; more than `most` is not counted on.
    static long ways_ahead(const Scenario& scenario, const Node* node, long most, int depth = 0) {
        if (node == nullptr) return 0;
        if (depth > 200) return most + 1;
        long sum = 0;
        const auto follow = [&](const std::vector<Route>& routes) {
            long widest = 0;
            for (const Route& route : routes)
                widest = std::max(widest, ways_ahead(scenario, scenario.node(route.then), most, depth + 1));
            sum += widest;
        };
        for (const Option& option : node->options) {
            ++sum;
            follow(option.routes);
            if (sum > most) return sum;
        }
        follow(node->routes);
        return sum;
    }

    void go_everywhere(const Attempt& attempt) {
        if (attempt.ended() || spent()) return;
        report_.survey.judge_all(attempt, [&](const Option&, const Attempt& after) { go_everywhere(after); });
        if (attempt.node()->options.empty()) go_everywhere(by_form(attempt));
    }

    Attempt by_form(const Attempt& attempt) {
        const auto known = line_.find(attempt.node()->id);
        if (known != line_.end() && known->second.composed) {
            Attempt tried = attempt;
            if (take(tried, known->second).empty()) return report_.survey.judge(attempt, known->second);
        }
        return by_random_form(attempt);
    }

    Attempt by_random_form(const Attempt& attempt) {
        const auto& forms = attempt.node()->composes;
        for (int tries = 0; tries < 1'000; ++tries) {
            const Move choice = random_answers(attempt, forms[dice_.roll(forms.size())], dice_);
            Attempt tried = attempt;
            if (take(tried, choice).empty()) return report_.survey.judge(attempt, choice);
        }
        cut_ = true;
        return attempt;
    }

    // The options here with where each leads; the best line's own first, or without one the first without a breach.
    void near_the_line(const Attempt& attempt, int steps_off) {
        if (attempt.ended() || spent()) return;
        const auto known = line_.find(attempt.node()->id);
        std::string on_line = known == line_.end() ? std::string() : known->second.id;
        std::vector<std::pair<std::string, Attempt>> ways;
        report_.survey.judge_all(attempt, [&](const Option& option, const Attempt& after) {
            if (on_line.empty() && !report_.survey.last_broke()) on_line = option.id;
            ways.emplace_back(option.id, after);
        });
        if (on_line.empty() && !ways.empty()) on_line = ways.front().first;
        if (known != line_.end() && known->second.composed) near_the_line(by_form(attempt), steps_off);
        else if (ways.empty()) near_the_line(by_form(attempt), steps_off);
        for (const auto& [id, after] : ways) {
            const bool off = id != on_line;
            if (!off || steps_off > 0) near_the_line(after, off ? steps_off - 1 : steps_off);
        }
    }

    void at_random() {
        while (!spent()) {
            Attempt attempt = start_;
            while (!attempt.ended() && !cut_) {
                const Node& node = *attempt.node();
                const bool form = !node.composes.empty() && (node.options.empty() || dice_.roll(4) == 0);
                attempt = form ? by_random_form(attempt)
                               : report_.survey.judge(attempt, option_move(least_used(attempt)));
            }
            ++report_.random_ways;
        }
        cut_ = false;  // there is no end to what could be tried at random
    }

    const Option& least_used(const Attempt& attempt) {
        const std::vector<Option>& options = attempt.node()->options;
        std::vector<std::size_t> least;
        long fewest = 0;
        for (std::size_t i = 0; i < options.size(); ++i) {
            const long used = used_[{attempt.node()->id, options[i].id}];
            if (!least.empty() && used > fewest) continue;
            if (used < fewest) least.clear();
            fewest = used;
            least.push_back(i);
        }
        const Option& chosen = options[least[dice_.roll(least.size())]];
        ++used_[{attempt.node()->id, chosen.id}];
        return chosen;
    }

    PathsReport& report_;
    const Attempt& start_;
    long budget_ = 0, limit_ = 0;
    bool cut_ = false;
    Dice dice_;
    std::map<std::string, Move> line_;
    std::map<std::pair<std::string, std::string>, long> used_;
};

}  // namespace

PathsReport study_paths(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                        const PathsRequest& request) {
    PathsReport report(*scenario);
    report.story = prove_story(*scenario);
    const Attempt start = begin_case(scenario, rules);
    const Attempt best = find_line(start, request.known, {});
    LineSearch downwards;
    downwards.width = 4;
    downwards.rounds = 0;
    downwards.worst = true;
    report.best = result_of(best);
    report.worst = result_of(find_line(start, {}, downwards));
    Study(report, start, best, request).run();
    for (const StrategyBot& bot : strategy_bots(*scenario)) {
        Attempt attempt = start;
        play(attempt, bot);
        BotResult result{bot.name, result_of(attempt), {}};
        if (!attempt.ended()) result.problem = "stuck at " + attempt.node()->id;
        report.bots.push_back(std::move(result));
    }
    return report;
}

}  // namespace ntk
