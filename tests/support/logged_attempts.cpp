#include "tests/support/logged_attempts.h"

#include <array>

#include "engine/play/log.h"
#include "engine/play/what_if.h"

namespace ntk {

void LogSink::write(const std::string& line) {
    constexpr std::size_t most = 1U << 20U;
    if (text_.size() > most) text_.clear();
    text_ += line;
    text_ += '\n';
}

Chooser way_to_choose(std::size_t way) {
    return [way](const Node& node, std::size_t decision) {
        constexpr std::array<std::size_t, ways_to_choose> strides = {0, 1, 2, 3, 5, 7, 11, 13};
        return node.options.at((strides.at(way) * (decision + 1) + way) % node.options.size()).id;
    };
}

long logged_attempt(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                    const Chooser& choose, LogSink& sink) {
    Attempt attempt(scenario, rules, Proofs::left_out);
    std::string line = header_line(*scenario, *rules, Mode::practice, 0);
    sink.write(line);
    long decisions = 0;
    for (attempt.settle(); !attempt.ended(); ++decisions) {
        if (!attempt.choose(choose(*attempt.node(), static_cast<std::size_t>(decisions))).empty()) break;
        attempt.settle();
        line = decision_line(attempt, line);
        sink.write(line);
    }
    const ScoreCard card = score(attempt.judge());
    sink.write(end_line(attempt, &card, line));
    return decisions;
}

PastCase past_way(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                  const Chooser& choose) {
    Attempt attempt(scenario, rules, Proofs::left_out);
    for (attempt.settle(); !attempt.ended(); attempt.settle())
        if (!attempt.choose(choose(*attempt.node(), attempt.decisions().size())).empty()) break;
    return past_of(attempt);
}

}  // namespace ntk
