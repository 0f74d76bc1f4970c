#include "tests/support/strategy_bots.h"

#include <filesystem>
#include <stdexcept>

#include "engine/host/source_file.h"
#include "engine/scenario/reader.h"
#include "tests/support/rule_packs.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

bool moves(const Act& act) {
    return act.kind == ActKind::share || act.kind == ActKind::hand_over || act.kind == ActKind::inform;
}

// How many pieces of information an option gives to how many recipients.
int pairs_moved(const Attempt& attempt, const Option& option) {
    int pairs = 0;
    for (const Act& act : attempt.acts_of(option.acts))
        if (moves(act))
            pairs += act_set(act, v().act_items).count() *
                     act_set(act, act.kind == ActKind::inform ? v().act_who : v().act_to).count();
    return pairs;
}

int count_of(const Option& option, std::initializer_list<ActKind> kinds) {
    int count = 0;
    for (const Act& act : option.acts)
        for (const ActKind kind : kinds) count += act.kind == kind ? 1 : 0;
    return count;
}

bool waits_for_consent(const Option& option) {
    for (const Act& act : option.acts)
        if ((act.kind == ActKind::seek_consent && act_number(act, v().act_gate, 0) != 0) ||
            act_number(act, v().act_reason, -1) == enum_value(v().reason, "no_consent"))
            return true;
    return false;
}

int meter(const Option& option, const std::string& name) {
    int sum = 0;
    for (const MeterChange& change : option.meters) sum += change.meter == name ? change.by : 0;
    return sum;
}

// Takes the first of the options that this measure puts highest.
StrategyBot highest(std::string name, std::function<int(const Attempt&, const Option&)> measure) {
    return {std::move(name), [measure = std::move(measure)](const Attempt& attempt) {
                const Option* best = nullptr;
                int most = 0;
                for (const Option& option : attempt.node()->options) {
                    const int value = measure(attempt, option);
                    if (best != nullptr && value <= most) continue;
                    best = &option;
                    most = value;
                }
                return best->id;
            }};
}

}  // namespace

const std::vector<StrategyBot>& strategy_bots() {
    const auto words = [](const Option& option) { return static_cast<int>(option.say.size()); };
    static const std::vector<StrategyBot> bots = {
        highest("share all", pairs_moved),
        highest("share none", [](const Attempt& a, const Option& o) { return -pairs_moved(a, o); }),
        highest("hold back",
                [](const Attempt& a, const Option& o) {
                    return count_of(o, {ActKind::withhold, ActKind::refuse, ActKind::wait}) - 10 * pairs_moved(a, o);
                }),
        highest("do nothing",
                [](const Attempt& a, const Option& o) {
                    return count_of(o, {ActKind::assume, ActKind::wait}) - static_cast<int>(o.acts.size()) -
                           10 * pairs_moved(a, o);
                }),
        highest("leave it to others", [](const Attempt&, const Option& o) { return count_of(o, {ActKind::assume}); }),
        highest("consent first", [](const Attempt& a,
                                    const Option& o) { return (waits_for_consent(o) ? 1000 : 0) - pairs_moved(a, o); }),
        highest("ask and wait",
                [](const Attempt& a, const Option& o) {
                    return 100 * count_of(o, {ActKind::seek_advice, ActKind::wait, ActKind::check}) - pairs_moved(a, o);
                }),
        highest("please the parent", [](const Attempt&, const Option& o) { return meter(o, "trust"); }),
        highest("longest", [words](const Attempt&, const Option& o) { return words(o); }),
        highest("shortest", [words](const Attempt&, const Option& o) { return -words(o); }),
        {"first", [](const Attempt& a) { return a.node()->options.front().id; }},
        {"second", [](const Attempt& a) { return a.node()->options.at(1).id; }},
        {"third", [](const Attempt& a) { return a.node()->options.at(2).id; }},
        {"last", [](const Attempt& a) { return a.node()->options.back().id; }},
    };
    return bots;
}

StrategyBot random_bot(std::uint64_t seed) {
    return {"random", [dice = Dice(seed)](const Attempt& attempt) mutable {
                const auto& options = attempt.node()->options;
                return options[dice.roll(options.size())].id;
            }};
}

std::shared_ptr<const Scenario> shipped_scenario(const std::string& name) {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(std::filesystem::path(NTK_ROOT) / "scenarios" / (name + ".yaml"), diagnostics);
    auto scenario = read_scenario(tree, diagnostics);
    if (!scenario || !diagnostics.empty()) throw std::runtime_error(diagnostics.render());
    return scenario;
}

Attempt begin(const std::shared_ptr<const Scenario>& scenario) {
    Attempt attempt(scenario, rule_book(scenario->packs, scenario->as_of));
    attempt.settle();
    return attempt;
}

void play(Attempt& attempt, const StrategyBot& bot) {
    while (!attempt.ended()) {
        const std::string refusal = attempt.choose(bot.choose(attempt));
        if (!refusal.empty()) throw std::runtime_error(bot.name + ": " + refusal);
        attempt.settle();
    }
}

void play(Attempt& attempt, const std::string& line) {
    for (const char option : line) {
        const std::string refusal = attempt.choose(std::string(1, option));
        if (!refusal.empty()) throw std::runtime_error(line + ": " + refusal);
        attempt.settle();
    }
}

std::string line_of(const Attempt& attempt) {
    std::string line;
    for (const DecisionMade& made : attempt.decisions()) line += made.option;
    return line;
}

std::size_t Dice::roll(std::size_t sides) {
    state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    return static_cast<std::size_t>((state_ >> 33U) % sides);
}

}  // namespace ntk
