#include "engine/study/line_search.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/play/views.h"

namespace ntk {

namespace {

// What a way has cost so far: critical breaches first, then what was lost, then what was not earned.
struct Cost {
    std::int64_t critical = 0, lost = 0, unearned = 0;
    friend auto operator<=>(const Cost&, const Cost&) = default;
};

Cost cost_of(const Attempt& attempt) {
    Cost cost;
    for (const Verdict& verdict : attempt.judge().verdicts()) {
        const std::int64_t lost = loss(verdict);
        const bool short_of = fell_short(verdict);
        cost.critical += verdict.critical && short_of ? 1 : 0;
        // Mended in full costs nothing, and yet a line without it is the better one.
        cost.lost += short_of ? std::max<std::int64_t>(lost, 1) : lost;
        if (verdict.credit_class == CreditClass::earn && verdict.in_scope) cost.unearned -= verdict.credit.units;
    }
    return cost;
}

struct Candidate {
    Attempt attempt;
    Cost cost;
};

class Search {
  public:
    Search(const Attempt& start, const LineSearch& how) : start_(start), how_(how), dice_(1) {}

    Attempt run(const std::vector<Way>& known) {
        std::vector<Candidate> ends = beam();
        for (const Way& way : known) {
            Attempt attempt = start_;
            for (const Move& choice : way)
                if (attempt.ended() || !take(attempt, choice).empty()) break;
            finish(attempt);
            ends.push_back({attempt, cost_of(attempt)});
        }
        if (ends.empty()) return start_;
        Candidate best = *std::min_element(
            ends.begin(), ends.end(), [&](const Candidate& a, const Candidate& b) { return better(a.cost, b.cost); });
        for (int round = 0; round < how_.rounds && !perfect(best.cost) && improve(best); ++round) {
        }
        return best.attempt;
    }

  private:
    bool better(const Cost& a, const Cost& b) const { return how_.worst ? b < a : a < b; }
    bool perfect(const Cost& cost) const { return !how_.worst && cost.critical == 0 && cost.lost == 0; }

    std::vector<Move> choices_at(const Attempt& attempt) {
        std::vector<Move> choices;
        for (const Option& option : attempt.node()->options) choices.push_back(option_move(option));
        if (!choices.empty()) return choices;
        for (const Compose& form : attempt.node()->composes) {
            choices.push_back(usual_answers(form));
            choices.push_back(all_answers(attempt, form));
            for (int i = 0; i < how_.width; ++i) choices.push_back(random_answers(attempt, form, dice_));
        }
        return choices;
    }

    // Where every form is all there is, answers are changed one by one for as long as that helps.
    void polish(const Attempt& before, Candidate& made) {
        const DecisionMade& last = made.attempt.decisions().back();
        if (!last.composed) return;
        const auto& composes = before.node()->composes;
        const auto form = std::find_if(composes.begin(), composes.end(),
                                       [&](const Compose& compose) { return compose.id == last.option; });
        if (form == composes.end()) return;
        Move choice{last.option, true, last.answers};
        for (bool helped = true; helped;) {
            helped = false;
            for (const Move& changed : changed_answers(before, *form, choice)) {
                Attempt attempt = before;
                if (!take(attempt, changed).empty()) continue;
                const Cost cost = cost_of(attempt);
                if (!better(cost, made.cost)) continue;
                choice = changed;
                made = {std::move(attempt), cost};
                helped = true;
                break;
            }
        }
    }

    std::vector<Candidate> step(const Attempt& attempt) {
        std::vector<Candidate> next;
        for (const Move& choice : choices_at(attempt)) {
            Attempt after = attempt;
            if (!take(after, choice).empty()) continue;
            const Cost cost = cost_of(after);
            next.push_back({std::move(after), cost});
        }
        std::stable_sort(next.begin(), next.end(),
                         [&](const Candidate& a, const Candidate& b) { return better(a.cost, b.cost); });
        if (attempt.node()->options.empty() && !next.empty()) polish(attempt, next.front());
        return next;
    }

    std::vector<Candidate> beam() {
        std::vector<Candidate> open, ended;
        open.push_back({start_, {}});
        while (!open.empty()) {
            std::vector<Candidate> next;
            for (const Candidate& candidate : open) {
                if (candidate.attempt.ended()) {
                    ended.push_back(candidate);
                    continue;
                }
                for (Candidate& after : step(candidate.attempt)) next.push_back(std::move(after));
            }
            std::stable_sort(next.begin(), next.end(),
                             [&](const Candidate& a, const Candidate& b) { return better(a.cost, b.cost); });
            if (next.size() > static_cast<std::size_t>(how_.width)) next.erase(next.begin() + how_.width, next.end());
            open = std::move(next);
        }
        return ended;
    }

    // Goes on to the end by the nearest choice each time.
    void finish(Attempt& attempt) {
        while (!attempt.ended()) {
            std::vector<Candidate> next = step(attempt);
            if (next.empty()) return;
            attempt = std::move(next.front().attempt);
        }
    }

    // Tries another choice at each decision of the line in turn and keeps the rest as far as it fits.
    bool improve(Candidate& best) {
        const Way way = way_of(best.attempt);
        bool improved = false;
        Attempt before = start_;
        for (std::size_t at = 0; at < way.size() && !before.ended(); ++at) {
            for (const Candidate& other : step(before)) {
                Attempt attempt = other.attempt;
                for (std::size_t next = at + 1; next < way.size() && !attempt.ended(); ++next)
                    if (!take(attempt, way[next]).empty()) break;
                finish(attempt);
                const Cost cost = cost_of(attempt);
                if (!better(cost, best.cost)) continue;
                best = {std::move(attempt), cost};
                improved = true;
            }
            if (improved) return true;
            if (!take(before, way[at]).empty()) break;
        }
        return improved;
    }

    const Attempt& start_;
    LineSearch how_;
    Dice dice_;
};

}  // namespace

Attempt find_line(const Attempt& start, const std::vector<Way>& known, const LineSearch& search) {
    return Search(start, search).run(known);
}

}  // namespace ntk
