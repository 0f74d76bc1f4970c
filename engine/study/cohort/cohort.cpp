#include "engine/study/cohort/cohort.h"

#include <algorithm>
#include <tuple>

#include "engine/study/cohort/form_score.h"

namespace ntk {

namespace {

constexpr std::size_t most_headings = 64;

void add_headings(std::vector<ScopeScore>& sums, const std::vector<ViewedHeading>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ViewedHeading& part = parts[i];
        // Reports have their headings in one order, so mostly each stands where it stood before.
        if (i < sums.size() && same_text(sums[i].id, part.id)) {
            add_to_sum(sums[i].tally, part.tally);
            continue;
        }
        auto sum = std::find_if(sums.begin(), sums.end(), [&](const ScopeScore& one) { return one.id == part.id; });
        if (sum == sums.end() && sums.size() >= most_headings) continue;
        if (sum == sums.end())
            sum = sums.insert(sums.end(), {std::string(part.id), std::string(part.label), {}, false});
        add_to_sum(sum->tally, part.tally);
    }
}

bool is_of_case(const Cohort::CaseSeen& seen, const ResultView& result) {
    return same_text(seen.id, result.case_id) && same_text(seen.sha256, result.case_sha256) &&
           same_text(seen.rules_sha256, result.rules_sha256) && same_text(seen.engine, result.engine);
}

std::uint64_t hash_of_case(const ResultView& result) {
    return mixed(mixed(mixed(mixed(0, result.case_id), result.case_sha256), result.rules_sha256), result.engine);
}

std::int64_t net_of(const Tally& tally) { return tally.earned - tally.lost; }

}  // namespace

bool Cohort::Conduct::operator==(const Conduct& other) const {
    const auto parts = [](const Conduct& one) {
        return std::tie(one.criticals.open, one.criticals.gravest_open, one.criticals.gravest_mended,
                        one.balance.duties, one.balance.hits, one.balance.restraints, one.balance.false_alarms,
                        one.balance.protect_loss, one.balance.privacy_loss, one.skips.decisions, one.skips.skipped);
    };
    return parts(*this) == parts(other);
}

std::uint64_t Cohort::Conduct::hash() const {
    std::uint64_t hash = 0;
    for (const auto word : {criticals.open, criticals.gravest_open, criticals.gravest_mended, balance.duties,
                            balance.hits, balance.restraints, balance.false_alarms, skips.decisions, skips.skipped})
        hash = mixed(hash, static_cast<std::uint64_t>(word));
    hash = mixed(hash, static_cast<std::uint64_t>(balance.protect_loss));
    return mixed(hash, static_cast<std::uint64_t>(balance.privacy_loss));
}

std::uint32_t Cohort::group(std::string_view name) {
    const std::uint64_t hash = mixed(0, name);
    std::uint32_t found =
        group_table_.find(hash, [&](std::uint32_t number) { return same_text(groups_[number].name, name); });
    if (found != no_number) return found;
    found = static_cast<std::uint32_t>(groups_.size());
    groups_.emplace_back();
    groups_.back().name = name;
    group_table_.add_next(hash);
    return found;
}

std::uint32_t Cohort::find_case(const ResultView& result) {
    // Learners mostly take the cases of a form in one order.
    if (last_case_ != no_number && case_after_[last_case_] != no_number)
        if (const std::uint32_t likely = case_after_[last_case_]; is_of_case(cases_[likely], result))
            return last_case_ = likely;
    const std::uint32_t found = case_table_.find(
        hash_of_case(result), [&](std::uint32_t number) { return is_of_case(cases_[number], result); });
    if (found == no_number) return found;
    if (last_case_ != no_number) case_after_[last_case_] = found;
    return last_case_ = found;
}

std::uint32_t Cohort::new_case(const ResultView& result) {
    CaseSeen seen;
    seen.id = result.case_id;
    seen.title = result.case_title;
    seen.version = result.case_version;
    seen.sha256 = result.case_sha256;
    seen.rules_sha256 = result.rules_sha256;
    seen.engine = result.engine;
    cases_.push_back(std::move(seen));
    case_after_.push_back(no_number);
    case_table_.add_next(hash_of_case(result));
    return last_case_ = static_cast<std::uint32_t>(cases_.size() - 1);
}

Cohort::Taker& Cohort::taker(std::uint32_t learner, std::uint32_t in_group) {
    if (learner == first_taker_.size()) first_taker_.push_back(no_number);
    // In the order of groups, as everything that is worked out goes by it.
    std::uint32_t* link = &first_taker_[learner];
    while (*link != no_number && takers_[*link].group < in_group) link = &takers_[*link].next;
    if (*link == no_number || takers_[*link].group != in_group) {
        const std::uint32_t after = std::exchange(*link, static_cast<std::uint32_t>(takers_.size()));
        takers_.push({in_group, no_number, after});
        return takers_[takers_.size() - 1];
    }
    return takers_[*link];
}

// What a result is to what this taker handed in before.
Taken Cohort::known_as(const ResultView& result, std::uint32_t of_case, const Taker& taker, std::uint32_t log) const {
    bool again = false;
    for (std::uint32_t at = taker.notes; at != no_number; at = notes_[at].next) {
        const Note& note = notes_[at];
        const std::uint32_t theirs = note.summary.of_case;
        // Four bytes tell two logs of one person and case apart; of different cases they are not compared.
        if (note.log == log && (!note.counted() || theirs == of_case || cases_[theirs].id == result.case_id))
            return Taken::copy;
        again = again || (note.counted() && theirs == of_case);
    }
    return again ? Taken::later_attempt : Taken::counted;
}

// Whether a learner has taken a case in another group.
bool Cohort::took_elsewhere(std::uint32_t learner, std::uint32_t in_group, std::uint32_t of_case) const {
    for (std::uint32_t in = first_taker_[learner]; in != no_number; in = takers_[in].next) {
        if (takers_[in].group == in_group) continue;
        for (std::uint32_t at = takers_[in].notes; at != no_number; at = notes_[at].next)
            if (notes_[at].summary.of_case == of_case) return true;
    }
    return false;
}

void Cohort::attempts_of(std::uint32_t notes, std::vector<Attempted>& attempts) const {
    attempts.clear();
    for (std::uint32_t at = notes; at != no_number; at = notes_[at].next)
        if (notes_[at].counted()) attempts.push_back({&notes_[at].summary, notes_[at].first});
}

Taken Cohort::add(const ResultView& result, std::string_view group_name) {
    const auto settle = [&](Taken taken) {
        ++counts_[static_cast<std::size_t>(taken)];
        return taken;
    };
    if (!request_.mode.empty() && result.assessment != (request_.mode == "assessment"))
        return settle(Taken::other_mode);
    if (!result.complete) return settle(Taken::unfinished);
    const std::uint64_t log = mixed(0, result.log_sha256);
    const std::uint32_t in_group = group(group_name);
    if (result.learner.empty()) {
        if (!request_.each_nameless) {
            const std::size_t before = nameless_logs_.size();
            nameless_logs_.number_of({mixed(log, in_group)});
            if (nameless_logs_.size() == before) return settle(Taken::copy);
        }
        ++nameless_;
        ++groups_[in_group].people;
        std::uint32_t of_case = find_case(result);
        if (of_case == no_number) of_case = new_case(result);
        count_result(result, in_group, of_case, true);
        return settle(Taken::counted);
    }

    const std::uint32_t learner = learners_.number_of(result.learner);
    Taker& who = taker(learner, in_group);
    const auto print = static_cast<std::uint32_t>(log >> 32U);
    std::uint32_t of_case = find_case(result);
    const Taken taken = known_as(result, of_case, who, print);
    if (taken == Taken::copy) return settle(taken);
    Note note;
    note.summary.of_case = no_number;
    note.log = print;
    note.next = who.notes;
    if (taken == Taken::counted) {
        groups_[in_group].people += who.notes == no_number ? 1 : 0;
        note.first = of_case == no_number || !took_elsewhere(learner, in_group, of_case);
        if (of_case == no_number) of_case = new_case(result);
        note.summary = count_result(result, in_group, of_case, note.first);
    }
    notes_.push(note);
    who.notes = static_cast<std::uint32_t>(notes_.size() - 1);
    return settle(taken);
}

// Counts a result that nobody has handed in before, and says what it came to.
Cohort::Summary Cohort::count_result(const ResultView& result, std::uint32_t in_group, std::uint32_t of_case,
                                     bool first) {
    ++(result.assessment ? assessment_ : practice_);
    CaseSeen& seen = cases_[of_case];
    const std::uint32_t standing =
        seen.standings.number_of({net_of(result.overall), result.overall.offered, in_group, 0});
    if (first) {
        ++seen.results;
        seen.met += result.outcome == Outcome::met ? 1 : 0;
        ++seen.standings[standing].people;
    }
    find_scenes(seen, standing, result);
    Summary summary{of_case, standing, {}, 0};
    if (!result.learner.empty()) {
        const Skips skips{static_cast<int>(result.decisions.size()) + result.skipped, result.skipped};
        summary.conduct = conducts_.number_of({result.criticals, result.balance, skips});
        for (std::size_t i = 0; i < summary.strands.size(); ++i) {
            const Tally strand = i < result.strands.size() ? result.strands[i].tally : Tally{};
            summary.strands[i] = strand_sums_.number_of({net_of(strand), strand.offered});
        }
    }

    GroupSeen& sums = groups_[in_group];
    ++sums.results;
    add_to_sum(sums.overall, result.overall);
    add_headings(sums.strands, result.strands);
    add_headings(sums.rules, result.rules);
    add_headings(sums.points, result.points);
    add_to_sum(sums.balance, result.balance);
    sums.decisions += static_cast<int>(result.decisions.size());
    for (const ViewedDecision& decision : result.decisions)
        sums.waited_for_consent += decision.waited_for_consent ? 1 : 0;
    count_decisions(seen, standing, result, first);
    return summary;
}

}  // namespace ntk
