#include "engine/rules/pack_analysis.h"

#include <algorithm>

#include "engine/casework/vocabulary.h"
#include "engine/language/worlds.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// A family with the names by which its variables go when its conditions are compared.
struct BoundFamily {
    const Norm* norm;
    const Family* family;
    std::vector<std::string> names;

    Wanted yes(const Expression& question) const { return {&question, true, names}; }
    Wanted no(const Expression& question) const { return {&question, false, names}; }
    std::string element() const { return names.empty() ? std::string() : names.front(); }
};

// What a norm is bound to goes by its kind, so that two norms about the same kind of thing can meet.
BoundFamily bound_family(const Norm& norm, const Family& family) {
    BoundFamily reading{&norm, &family, {}};
    for (const Variable& variable : family.variables) reading.names.push_back("'" + variable.name + "' of " + norm.id);
    if (family.per == Per::entity && !reading.names.empty())
        reading.names.front() = "the " + v().schema.kinds[static_cast<std::size_t>(family.bound.element.of)].name;
    return reading;
}

bool never(const BoundFamily& reading, std::vector<Wanted> wanted) {
    const Wanted domain{&reading.family->bound.domain, true, {}};
    wanted.push_back(reading.yes(reading.family->when));
    return never_together(wanted, reading.family->per == Per::entity ? &domain : nullptr, reading.element(),
                          v().schema);
}

std::string name_of(const Norm& norm, const Family& family) {
    return norm.id + (family.name.empty() ? "" : " (" + family.name + ")");
}

void check_reach(const BoundFamily& reading, Diagnostics& diagnostics) {
    const Norm& norm = *reading.norm;
    const Family& family = *reading.family;
    if (never(reading, {})) {
        diagnostics.report("E424", norm.place, "the norm " + name_of(norm, family) + " can never bind anyone",
                           "its for_each and when contradict each other");
        return;
    }
    if (family.forbidden && never(reading, {reading.yes(family.forbidden)}))
        diagnostics.report("E425", norm.place, "nothing can breach the norm " + name_of(norm, family),
                           "its forbid contradicts its for_each, its when or itself");
    if (family.moment && never(reading, {reading.yes(family.moment)}))
        diagnostics.report("E424", norm.place,
                           "the moment at which " + name_of(norm, family) + " is judged can never come",
                           "its moment contradicts its for_each, its when or itself");
}

void check_exceptions(const BoundFamily& reading, Diagnostics& diagnostics) {
    const Norm& norm = *reading.norm;
    const Family& family = *reading.family;
    for (std::size_t i = 0; i < family.unless.size(); ++i) {
        const Exception& exception = family.unless[i];
        // What excuses may come about later than what binds, so only the exception itself and the thing it is about
        // have to be possible together.
        if (worlds_of({reading.yes(exception.when)}, v().schema).empty()) {
            diagnostics.report("E426", norm.place,
                               "the exception '" + exception.id + "' of " + name_of(norm, family) + " can never hold",
                               "its condition contradicts itself");
            continue;
        }
        for (std::size_t k = 0; k < family.unless.size(); ++k) {
            const Exception& other = family.unless[k];
            if (k == i || other.by_conduct == exception.by_conduct) continue;
            const bool brings = worlds_of({reading.yes(exception.when), reading.no(other.when)}, v().schema).empty();
            if (brings)
                diagnostics.report("E427", norm.place,
                                   "where the exception '" + exception.id + "' of " + name_of(norm, family) +
                                       " holds, '" + other.id + "' holds as well, and they excuse in different ways",
                                   "narrow one of them: one takes the norm out of the score, the other counts as kept");
        }
    }
}

// An obligation and a prohibition that bind at once, where every act that would meet the one breaches the other.
void check_clash(const BoundFamily& duty, const BoundFamily& ban, Diagnostics& diagnostics) {
    if (!duty.family->unless.empty() || !ban.family->unless.empty()) return;
    const auto gives_way = [](const Norm& a, const Norm& b) {
        return std::find(a.defeats.begin(), a.defeats.end(), b.id) != a.defeats.end();
    };
    if (gives_way(*duty.norm, *ban.norm) || gives_way(*ban.norm, *duty.norm)) return;
    const OfOneAct asked = of_one_act(duty.yes(duty.family->demand), v().schema);
    const OfOneAct banned = of_one_act(ban.yes(ban.family->forbidden), v().schema);
    if (!asked.asked || !banned.asked) return;
    const std::vector<World> binding = worlds_of({duty.yes(duty.family->when), ban.yes(ban.family->when)}, v().schema);
    if (binding.empty()) return;
    const std::vector<World> ways = together(binding, asked.worlds);
    if (ways.empty() || !together(ways, banned.contrary).empty()) return;
    diagnostics.report("E428", duty.norm->place,
                       "every act that meets " + name_of(*duty.norm, *duty.family) + " breaches " +
                           name_of(*ban.norm, *ban.family) + ", and both can bind at once",
                       "give one of them an exception, or let one defeat the other");
}

}  // namespace

void analyse_rules(const RuleBook& rules, Diagnostics& diagnostics) {
    std::vector<BoundFamily> duties, bans;
    for (const Norm& norm : rules.norms()) {
        if (norm.type == NormType::permit) continue;
        for (const Family& family : norm.families) {
            BoundFamily reading = bound_family(norm, family);
            check_reach(reading, diagnostics);
            check_exceptions(reading, diagnostics);
            if (family.forbidden)
                bans.push_back(std::move(reading));
            else if (family.demand)
                duties.push_back(std::move(reading));
        }
    }
    for (const BoundFamily& duty : duties)
        for (const BoundFamily& ban : bans) check_clash(duty, ban, diagnostics);
}

}  // namespace ntk
