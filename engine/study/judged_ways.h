#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/study/least_used.h"
#include "engine/study/survey.h"

namespace ntk {

// How far one part of a study got: everything it set out to judge, or only some of it.
struct Coverage {
    std::string what;  // "every way that leaves the best line once"
    long judged = 0;   // decisions judged for it
    bool whole = false;
};

// Judges ways through a case in several manners, each within a budget of decisions judged, and says how far each got.
//
// Judging depends on nothing but the facts at the start and what was met and done since, in this order. So two options
// of one scene that come to the same acts and lead to the same scenes at the same times are the same from then on, and
// only one of them is followed further; both are judged. Nothing else is taken as the same.
class JudgedWays {
  public:
    static constexpr const char* every_way = "every way by the options";

    // `line` is the best line found. Budgets count what `survey` has judged in all.
    JudgedWays(Survey& survey, const Attempt& start, const Way& line, std::uint64_t seed);

    // Every way by the options. Returns whether that was all there is: no form was offered, and the budget was enough.
    bool everywhere(long budget);

    // Every way that leaves the best line so many times at most, with every option judged at each decision on it. A
    // scene that is not on the best line goes on by its first option without a breach.
    void near_the_line(int steps_off, long budget);

    // So many ways at random, or until the budget is spent; returns how many.
    int at_random(long budget, int most);

    const std::vector<Coverage>& coverage() const { return coverage_; }
    long merged() const { return merged_; }  // options that were the same as another one from then on

  private:
    template <class F>
    void within(std::string what, long budget, F&& work);
    bool spent();
    void go_everywhere(const Attempt& attempt);
    void go_near(const Attempt& attempt, int steps_off);
    Attempt by_form(const Attempt& attempt);

    Survey& survey_;
    const Attempt& start_;
    std::map<std::string, Move> line_;  // by scene
    LeastUsed least_used_;
    std::vector<Coverage> coverage_;
    long budget_ = 0, merged_ = 0;
    bool cut_ = false, forms_ = false;
};

// How many decisions would be judged on all ways by the options, at most; beyond `most` it stops counting.
long decisions_on_all_ways(const Scenario& scenario, long most);

}  // namespace ntk
