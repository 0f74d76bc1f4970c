#include "engine/play/expect.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "engine/play/views.h"

namespace ntk {

namespace {

// A state as an author writes it: a share that never came counts as a breach.
std::string as_written(const Verdict& verdict) {
    if (verdict.state == VerdictState::missed) return "breached";
    return state_name(verdict.state);
}

// "2/8" as a credit; authors count items and do not reduce fractions. Nothing is half of nothing, so 0/0 is 0.
std::optional<Credit> read_credit(const std::string& written) {
    std::array<std::int64_t, 2> parts{0, 1};
    const std::size_t bar = written.find('/');
    for (std::size_t i = 0; i < 2; ++i) {
        if (i == 1 && bar == std::string::npos) break;
        const std::string digits = i == 0 ? written.substr(0, bar) : written.substr(bar + 1);
        if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string::npos)
            return std::nullopt;
        parts[i] = std::stoi(digits);
    }
    return parts[0] == 0 ? Credit{} : Credit::of(parts[0], parts[1]);
}

bool fits(const Expectation& expected, const Verdict& verdict) {
    if (as_written(verdict) != expected.state) return false;
    return expected.credit.empty() || read_credit(expected.credit) == verdict.credit;
}

}  // namespace

std::vector<Unexpected> compare_expectations(const Attempt& before, const Attempt& after) {
    return compare_expectations(before, after, after.judge().verdicts());
}

std::vector<Unexpected> compare_expectations(const Attempt& before, const Attempt& after,
                                             const std::vector<Verdict>& all_verdicts) {
    std::vector<Unexpected> all;
    const auto index = static_cast<int>(before.decisions().size());
    const DecisionMade& made = after.decisions()[static_cast<std::size_t>(index)];
    const Node* node = before.node();
    if (node == nullptr || made.composed) return all;
    const auto option =
        std::find_if(node->options.begin(), node->options.end(), [&](const Option& o) { return o.id == made.option; });
    if (option == node->options.end() || option->expect.empty()) return all;

    std::vector<Verdict> verdicts = brought_by(all_verdicts, index);
    for (const Verdict& verdict : all_verdicts)
        if (verdict.state == VerdictState::pending && verdict.opened <= index) verdicts.push_back(verdict);
    for (const Expectation& expected : option->expect) {
        if (expected.depends && expected.when.empty()) continue;
        if (!before.holds(expected.when)) continue;
        const Norm* norm = after.rules().norm(expected.norm);
        const std::string id = norm == nullptr ? expected.norm : norm->id;
        bool met = false;
        std::string found;
        for (const Verdict& verdict : verdicts) {
            if (verdict.norm != id) continue;
            met |= fits(expected, verdict);
            const std::string words =
                as_written(verdict) +
                (verdict.credit.units > 0 && verdict.credit.units < Credit::whole ? " " + verdict.credit.text() : "");
            if (found.find(words) == std::string::npos) found += (found.empty() ? "" : ", ") + words;
        }
        if (met) continue;
        all.push_back({made.node, made.option, expected.norm,
                       expected.state + (expected.credit.empty() ? "" : " " + expected.credit),
                       found.empty() ? "nothing" : found});
    }
    return all;
}

}  // namespace ntk
