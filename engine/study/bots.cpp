#include "engine/study/bots.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <utility>

#include "engine/play/words.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

using OptionMeasure = std::function<int(const Attempt&, const Option&)>;

// How a habit fills in a form, where a scene offers nothing else.
enum class Filling { usual, all };

bool moves(const Act& act) {
    return act.kind == ActKind::share || act.kind == ActKind::hand_over || act.kind == ActKind::inform;
}

Bits receivers(const Act& act) { return act_set(act, act.kind == ActKind::inform ? v().act_who : v().act_to); }

// How many pieces of information an option gives to how many recipients.
int pairs_moved(const Attempt& attempt, const Option& option) {
    int pairs = 0;
    for (const Act& act : attempt.acts_of(option.acts))
        if (moves(act)) pairs += act_set(act, v().act_items).count() * receivers(act).count();
    return pairs;
}

// The same, to children's social care alone.
int pairs_to_social_care(const Attempt& attempt, const Option& option) {
    int pairs = 0;
    for (const Act& act : attempt.acts_of(option.acts)) {
        if (!moves(act)) continue;
        receivers(act).for_each([&](int party) {
            const bool care =
                attempt.facts().is(party, v().agency) &&
                attempt.facts().number(v().kind_, party) == enum_value(v().agency_kind, "childrens_social_care");
            if (care) pairs += act_set(act, v().act_items).count();
        });
    }
    return pairs;
}

int count_of(const Option& option, std::initializer_list<ActKind> kinds) {
    int count = 0;
    for (const Act& act : option.acts)
        for (const ActKind kind : kinds) count += act.kind == kind ? 1 : 0;
    return count;
}

int reason_of(const Act& act) {
    const bool holds_back = act.kind == ActKind::withhold || act.kind == ActKind::refuse || act.kind == ActKind::wait;
    return holds_back ? static_cast<int>(act_number(act, v().act_reason, -1)) : -1;
}

bool gives_reason(const Option& option, int reason) {
    return std::any_of(option.acts.begin(), option.acts.end(),
                       [&](const Act& act) { return reason_of(act) == reason; });
}

bool waits_for_consent(const Option& option) {
    return gives_reason(option, enum_value(v().reason, "no_consent")) ||
           std::any_of(option.acts.begin(), option.acts.end(), [](const Act& act) {
               return act.kind == ActKind::seek_consent && act_number(act, v().act_gate, 0) != 0;
           });
}

bool is_carer(const Attempt& attempt, int party) {
    const Store& facts = attempt.facts();
    return facts.is(party, v().person) && !facts.set(v().carer_of, party).empty();
}

// How far an option gives way to the parents: asks them for leave, honours a no, keeps things back for their sake, and
// sends nothing to others. What it does to their trust decides between equals.
int pleases(const Attempt& attempt, const Option& option) {
    const std::initializer_list<const char*> for_their_sake = {"relationship", "no_consent", "objection", "privacy"};
    int sum = waits_for_consent(option) ? 20 : 0;
    for (const char* reason : for_their_sake)
        if (gives_reason(option, enum_value(v().reason, reason))) sum += 20;
    sum += 20 * count_of(option, {ActKind::honour_withdrawal, ActKind::rely_on_consent});
    sum += 2 * count_of(option, {ActKind::seek_agreement, ActKind::engage, ActKind::apologise});
    sum -= 20 * count_of(option, {ActKind::override_objection});
    for (const Act& act : attempt.acts_of(option.acts)) {
        if (!moves(act)) continue;
        receivers(act).for_each(
            [&](int party) { sum += is_carer(attempt, party) ? 1 : -10 * act_set(act, v().act_items).count(); });
    }
    int trust = 0;
    for (const MeterChange& change : option.meters) trust += change.meter == "trust" ? change.by : 0;
    return 100 * sum + trust;
}

// Takes the first of the options that this measure puts highest.
StrategyBot highest(std::string name, OptionMeasure measure, Filling filling = Filling::usual) {
    return {std::move(name), [measure = std::move(measure), filling](const Attempt& attempt) {
                const Node& node = *attempt.node();
                if (node.options.empty())
                    return filling == Filling::all ? all_answers(attempt, node.composes.front())
                                                   : usual_answers(node.composes.front());
                const Option* best = nullptr;
                int most = 0;
                for (const Option& option : node.options) {
                    const int value = measure(attempt, option);
                    if (best != nullptr && value <= most) continue;
                    best = &option;
                    most = value;
                }
                return option_move(*best);
            }};
}

// Takes the option at this place, or the last where there are fewer.
StrategyBot always_at(std::string name, std::size_t place) {
    return highest(std::move(name), [place](const Attempt& attempt, const Option& option) {
        const std::vector<Option>& options = attempt.node()->options;
        return &option == &options[std::min(place, options.size() - 1)] ? 1 : 0;
    });
}

// Reasons for holding back that some option of the case gives, in the order of the vocabulary.
std::vector<int> excuses(const Scenario& scenario) {
    std::vector<int> found;
    const auto count = static_cast<int>(v().schema.enums[static_cast<std::size_t>(v().reason)].values.size());
    for (int reason = 0; reason < count; ++reason)
        for (const Node& node : scenario.nodes)
            for (const Option& option : node.options)
                if (gives_reason(option, reason) && (found.empty() || found.back() != reason)) found.push_back(reason);
    return found;
}

// When every answer of a form is refused, it is answered at random until one is taken.
void answer_somehow(Attempt& attempt) {
    Dice dice(attempt.decisions().size());
    const Compose& form = attempt.node()->composes.front();
    for (int tries = 0; tries < 1'000; ++tries)
        if (take(attempt, random_answers(attempt, form, dice)).empty()) return;
}

}  // namespace

std::vector<StrategyBot> strategy_bots(const Scenario& scenario) {
    const auto length = [](const Option& option) { return static_cast<int>(option.say.size()); };
    std::vector<StrategyBot> bots;
    bots.push_back(highest("share all", pairs_moved, Filling::all));
    bots.push_back(highest("always tell social care", pairs_to_social_care, Filling::all));
    bots.push_back(highest("share nothing", [](const Attempt& a, const Option& o) { return -pairs_moved(a, o); }));
    for (const int reason : excuses(scenario))
        bots.push_back(
            highest("share nothing: " + choice_words(v().reason, reason), [reason](const Attempt& a, const Option& o) {
                return (gives_reason(o, reason) ? 5 : 0) - 10 * pairs_moved(a, o) +
                       count_of(o, {ActKind::withhold, ActKind::refuse, ActKind::wait});
            }));
    bots.push_back(highest("do nothing", [](const Attempt& a, const Option& o) {
        return count_of(o, {ActKind::assume, ActKind::wait}) - static_cast<int>(o.acts.size()) - 10 * pairs_moved(a, o);
    }));
    bots.push_back(
        highest("leave it to others", [](const Attempt&, const Option& o) { return count_of(o, {ActKind::assume}); }));
    bots.push_back(highest("consent first", [](const Attempt& a, const Option& o) {
        return (waits_for_consent(o) ? 1'000 : 0) - pairs_moved(a, o);
    }));
    bots.push_back(highest("ask and wait", [](const Attempt& a, const Option& o) {
        return 100 * count_of(o, {ActKind::seek_advice, ActKind::wait, ActKind::check}) - pairs_moved(a, o);
    }));
    bots.push_back(highest("please the parent", pleases));
    bots.push_back(highest("pick the longest", [length](const Attempt&, const Option& o) { return length(o); }));
    bots.push_back(highest("pick the shortest", [length](const Attempt&, const Option& o) { return -length(o); }));
    bots.push_back(always_at("always the first", 0));
    bots.push_back(always_at("always the second", 1));
    bots.push_back(always_at("always the third", 2));
    bots.push_back(always_at("always the last", std::numeric_limits<std::size_t>::max()));
    return bots;
}

StrategyBot random_bot(std::uint64_t seed) {
    return {"random", [dice = Dice(seed)](const Attempt& attempt) mutable {
                const Node& node = *attempt.node();
                if (node.options.empty()) return random_answers(attempt, node.composes.front(), dice);
                return option_move(node.options[dice.roll(node.options.size())]);
            }};
}

void play(Attempt& attempt, const StrategyBot& bot) {
    while (!attempt.ended()) {
        if (take(attempt, bot.choose(attempt)).empty()) continue;
        const std::size_t before = attempt.decisions().size();
        if (!attempt.node()->composes.empty()) answer_somehow(attempt);
        if (attempt.decisions().size() == before) return;  // nothing can be sent here
    }
}

}  // namespace ntk
