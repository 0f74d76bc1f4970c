#include "engine/study/cohort/cohort.h"

#include <algorithm>

#include "engine/study/cohort/form_score.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr std::size_t most_scenes = limits::nodes;
constexpr std::size_t most_options = 2 * limits::options;  // and forms to fill in
constexpr std::size_t most_headings = 64;

void add_headings(std::vector<ScopeScore>& sums, const std::vector<ScopeScore>& parts) {
    for (const ScopeScore& part : parts) {
        auto sum = std::find_if(sums.begin(), sums.end(), [&](const ScopeScore& one) { return one.id == part.id; });
        if (sum == sums.end() && sums.size() >= most_headings) continue;
        if (sum == sums.end()) sum = sums.insert(sums.end(), {part.id, part.label, {}, false});
        add_to_sum(sum->tally, part.tally);
    }
}

// Where an id stands, added if it is new. No case of ours has more than `most`; reports that say so were made up, and
// their further ids are all one.
template <class T>
std::size_t index_of(std::vector<T>& all, const std::string& id, std::size_t most) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    if (all.size() >= most) return most - 1;
    all.emplace_back();
    all.back().id = id;
    return all.size() - 1;
}

// Decisions at one scene as one, should a case come back to it; the first option stands for them.
std::vector<DecisionResult> by_scene(const std::vector<DecisionResult>& decisions) {
    std::vector<DecisionResult> scenes;
    for (const DecisionResult& decision : decisions) {
        const auto same = std::find_if(scenes.begin(), scenes.end(),
                                       [&](const DecisionResult& one) { return one.node == decision.node; });
        if (same == scenes.end()) {
            scenes.push_back(decision);
        } else {
            add_to_sum(same->tally, decision.tally);
            same->band = std::min(same->band, decision.band);
        }
    }
    return scenes;
}

bool comes_back(const std::vector<DecisionResult>& decisions) {
    for (std::size_t i = 1; i < decisions.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (decisions[i].node == decisions[j].node) return true;
    return false;
}

}  // namespace

std::size_t Cohort::person(const std::string& name) {
    if (!name.empty())
        if (const auto found = learner_of_.find(name); found != learner_of_.end()) return found->second;
    learners_.push_back(name);
    if (!name.empty()) learner_of_[name] = learners_.size() - 1;
    return learners_.size() - 1;
}

std::size_t Cohort::group(const std::string& name) {
    const auto [found, added] = group_of_.try_emplace(name, groups_.size());
    if (added) {
        groups_.emplace_back();
        groups_.back().name = name;
    }
    return found->second;
}

std::size_t Cohort::case_of(const CaseResult& result) {
    const std::string key = result.case_id + " " + result.case_sha256 + " " + result.rules_sha256 + " " + result.engine;
    const auto [found, added] = case_of_.try_emplace(key, cases_.size());
    if (added)
        cases_.push_back({result.case_id,
                          result.case_title,
                          result.case_version,
                          result.case_sha256,
                          result.rules_sha256,
                          result.engine,
                          {},
                          0});
    return found->second;
}

void Cohort::count_items(CaseSeen& seen, Row& row, const CaseResult& result, bool running) {
    const std::int64_t net = result.overall.earned - result.overall.lost;
    std::vector<DecisionResult> joined;
    if (comes_back(result.decisions)) joined = by_scene(result.decisions);
    const std::vector<DecisionResult>& scenes = joined.empty() ? result.decisions : joined;
    row.decisions.reserve(scenes.size());
    for (const DecisionResult& decision : scenes) {
        const std::size_t node_index = index_of(seen.nodes, decision.node, most_scenes);
        NodeSeen& node = seen.nodes[node_index];
        if (node.title != decision.title) node.title = decision.title;
        const std::size_t option_index = index_of(node.options, decision.option, most_options);
        const std::int64_t here = decision.tally.earned - decision.tally.lost;
        row.decisions.push_back({static_cast<std::uint32_t>(node_index), static_cast<std::uint32_t>(option_index), here,
                                 decision.tally.offered});
        if (!running) continue;
        OptionSeen& option = node.options[option_index];
        ++option.picked;
        option.scored += static_cast<double>(here);
        option.offered += static_cast<double>(decision.tally.offered);
        ++option.bands[static_cast<std::size_t>(decision.band)];
        ++node.met;
        node.scored += static_cast<double>(here);
        node.offered += static_cast<double>(decision.tally.offered);
        const std::int64_t rest_offered = result.overall.offered - decision.tally.offered;
        if (decision.tally.offered > 0 && rest_offered > 0)
            node.score_and_rest.add(static_cast<double>(here) / static_cast<double>(decision.tally.offered),
                                    static_cast<double>(net - here) / static_cast<double>(rest_offered));
    }
}

Taken Cohort::add(const CaseResult& result, const std::string& group_name) {
    const auto settle = [&](Taken taken) {
        ++counts_[static_cast<std::size_t>(taken)];
        return taken;
    };
    if (!request_.mode.empty() && result.assessment != (request_.mode == "assessment"))
        return settle(Taken::other_mode);
    if (!result.complete) return settle(Taken::unfinished);
    const bool nameless = result.learner.empty();
    if (!(nameless && request_.each_nameless) &&
        !logs_.insert(result.learner + " " + result.log_sha256 + " " + group_name).second)
        return settle(Taken::copy);

    const std::size_t in_group = group(group_name);
    const std::size_t of_case = case_of(result);
    const std::size_t learner = person(result.learner);
    if (!first_in_group_.insert({learner, of_case, in_group}).second) return settle(Taken::later_attempt);

    ++(result.assessment ? assessment_ : practice_);
    Row row;
    row.learner = learner;
    row.group = in_group;
    row.of_case = of_case;
    row.first = first_.insert({learner, of_case}).second;
    row.overall = result.overall;
    for (std::size_t i = 0; i < std::min(row.strands.size(), result.strands.size()); ++i)
        row.strands[i] = result.strands[i].tally;
    row.criticals = result.criticals;
    row.outcome = result.outcome;
    row.skips = {static_cast<int>(result.decisions.size()) + result.skipped, result.skipped};
    row.balance = result.balance;
    cases_[of_case].results += row.first ? 1 : 0;
    count_items(cases_[of_case], row, result, row.first);
    row.decisions.shrink_to_fit();
    rows_.push_back(std::move(row));

    GroupSeen& seen = groups_[in_group];
    ++seen.results;
    seen.people.insert(learner);
    add_to_sum(seen.overall, result.overall);
    add_headings(seen.strands, result.strands);
    add_headings(seen.rules, result.rules);
    add_headings(seen.points, result.points);
    add_to_sum(seen.balance, result.balance);
    for (const DecisionResult& decision : result.decisions) {
        ++seen.decisions;
        seen.waited_for_consent += decision.waited_for_consent ? 1 : 0;
    }
    return settle(Taken::counted);
}

void Cohort::know_options(const Scenario& scenario) {
    for (CaseSeen& seen : cases_) {
        if (seen.id != scenario.id || seen.sha256 != scenario.sha256) continue;
        for (NodeSeen& node : seen.nodes) {
            const auto written = std::find_if(scenario.nodes.begin(), scenario.nodes.end(),
                                              [&](const Node& one) { return one.id == node.id; });
            if (written == scenario.nodes.end()) continue;
            for (const Option& option : written->options) index_of(node.options, option.id, most_options);
            for (const Compose& form : written->composes) index_of(node.options, form.id, most_options);
            node.options_known = true;
        }
    }
}

}  // namespace ntk
