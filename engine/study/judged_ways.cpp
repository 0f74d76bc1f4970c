#include "engine/study/judged_ways.h"

#include <algorithm>
#include <utility>

#include "engine/play/better.h"

namespace ntk {

namespace {

// Whether two attempts that came from one by different options are the same from here on.
bool same_from_here(const Attempt& a, const Attempt& b, std::size_t visits_before) {
    const auto same_visit = [](const Visit& x, const Visit& y) { return x.node == y.node && x.minutes == y.minutes; };
    const auto first = static_cast<std::ptrdiff_t>(visits_before);
    return a.meters() == b.meters() && a.flags() == b.flags() &&
           std::equal(a.visits().begin() + first, a.visits().end(), b.visits().begin() + first, b.visits().end(),
                      same_visit) &&
           same_acts(a.decisions().back().acts, b.decisions().back().acts);
}

// Counts decisions on the ways ahead of each scene once, up to a bound.
class AheadCount {
  public:
    AheadCount(const Scenario& scenario, long most) : scenario_(scenario), most_(most) {}

    long from(const Node* node) {
        if (node == nullptr) return 0;
        const auto [known, fresh] = counts_.emplace(node, most_ + 1);  // what a scene that comes round again counts for
        if (!fresh) return known->second;
        long sum = 0;
        const auto add = [&](long more) { sum = std::min(sum + more, most_ + 1); };
        for (const Option& option : node->options) add(1 + widest(option.routes));
        if (node->options.empty())
            for (const Compose& form : node->composes) add(1 + widest(form.routes));
        add(widest(node->routes));
        return counts_[node] = sum;
    }

  private:
    long widest(const std::vector<Route>& routes) {
        long most = 0;
        for (const Route& route : routes) most = std::max(most, from(scenario_.node(route.then)));
        return most;
    }

    const Scenario& scenario_;
    long most_;
    std::map<const Node*, long> counts_;
};

}  // namespace

long decisions_on_all_ways(const Scenario& scenario, long most) {
    return AheadCount(scenario, most).from(scenario.node(scenario.start));
}

JudgedWays::JudgedWays(Survey& survey, const Attempt& start, const Way& line, std::uint64_t seed)
    : survey_(survey), start_(start), least_used_(seed) {
    Attempt attempt = start;
    for (const Move& move : line) {
        if (attempt.ended()) break;
        line_.emplace(attempt.node()->id, move);
        if (!take(attempt, move).empty()) break;
    }
}

template <class F>
void JudgedWays::within(std::string what, long budget, F&& work) {
    const long before = survey_.judged();
    budget_ = budget;
    cut_ = false;
    work();
    coverage_.push_back({std::move(what), survey_.judged() - before, !cut_});
}

bool JudgedWays::spent() {
    cut_ = cut_ || survey_.judged() >= budget_;
    return cut_;
}

bool JudgedWays::everywhere(long budget) {
    forms_ = false;
    within(every_way, budget, [&] { go_everywhere(start_); });
    return coverage_.back().whole && !forms_;
}

void JudgedWays::near_the_line(int steps_off, long budget) {
    static const char* const names[] = {"every option along the best line", "every way that leaves the best line once",
                                        "every way that leaves the best line twice"};
    const std::string what = steps_off <= 2
                                 ? names[steps_off]
                                 : "every way that leaves the best line " + std::to_string(steps_off) + " times";
    within(what, budget, [&] { go_near(start_, steps_off); });
}

int JudgedWays::at_random(long budget, int most) {
    int ways = 0;
    within("ways at random, the least used option first", budget, [&] {
        while (ways < most && !spent()) {
            Attempt attempt = start_;
            while (!attempt.ended() && !cut_) {
                const Move move = least_used_.choose(attempt);
                if (move.id.empty()) {
                    cut_ = true;
                    break;
                }
                attempt = survey_.judge(attempt, move);
            }
            ++ways;
            if (start_.ended()) return;
        }
        cut_ = false;  // there is no end to what could be tried at random
    });
    return ways;
}

void JudgedWays::go_everywhere(const Attempt& attempt) {
    if (attempt.ended() || spent()) return;
    forms_ = forms_ || !attempt.node()->composes.empty();
    if (attempt.node()->options.empty()) return go_everywhere(by_form(attempt));
    std::vector<Attempt> followed;
    survey_.judge_all(attempt, [&](const Option&, const Attempt& after) {
        const bool same = std::any_of(followed.begin(), followed.end(), [&](const Attempt& other) {
            return same_from_here(other, after, attempt.visits().size());
        });
        if (same)
            ++merged_;
        else
            followed.push_back(after);
    });
    for (const Attempt& after : followed) go_everywhere(after);
}

// A scene with forms only: the best line's own answers, or else some that can be sent.
Attempt JudgedWays::by_form(const Attempt& attempt) {
    const auto known = line_.find(attempt.node()->id);
    if (known != line_.end() && known->second.composed) {
        Attempt tried = attempt;
        if (tried.compose(known->second.id, known->second.answers).empty())
            return survey_.judge(attempt, known->second);
    }
    const Move move = least_used_.answer(attempt);
    cut_ = cut_ || move.id.empty();
    return move.id.empty() ? attempt : survey_.judge(attempt, move);
}

void JudgedWays::go_near(const Attempt& attempt, int steps_off) {
    if (attempt.ended() || spent()) return;
    const auto known = line_.find(attempt.node()->id);
    const bool by_own_form = known != line_.end() && known->second.composed;
    std::string on_line = known == line_.end() ? std::string() : known->second.id;
    std::vector<std::pair<std::string, Attempt>> ways;
    survey_.judge_all(attempt, [&](const Option& option, const Attempt& after) {
        if (on_line.empty() && !survey_.last_broke()) on_line = option.id;
        ways.emplace_back(option.id, after);
    });
    if (on_line.empty() && !ways.empty()) on_line = ways.front().first;
    if (by_own_form || ways.empty()) go_near(by_form(attempt), steps_off);
    for (const auto& [id, after] : ways) {
        const bool off = id != on_line;
        if (!off || steps_off > 0) go_near(after, off ? steps_off - 1 : steps_off);
    }
}

}  // namespace ntk
