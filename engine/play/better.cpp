#include "engine/play/better.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/play/compose.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

bool same(const Setting& a, const Setting& b) {
    return a.fact == b.fact && a.key == b.key && a.unknown == b.unknown && a.number == b.number && a.set == b.set;
}

bool same(const Act& a, const Act& b) {
    return a.kind == b.kind && std::equal(a.settings.begin(), a.settings.end(), b.settings.begin(), b.settings.end(),
                                          [](const Setting& x, const Setting& y) { return same(x, y); });
}

// How many acts of one list have no equal in the other, counted both ways.
int differing(const std::vector<Act>& a, const std::vector<Act>& b) {
    const auto missing = [](const std::vector<Act>& from, const std::vector<Act>& in) {
        return std::count_if(from.begin(), from.end(), [&](const Act& act) {
            return std::none_of(in.begin(), in.end(), [&](const Act& other) { return same(act, other); });
        });
    };
    return static_cast<int>(missing(a, b) + missing(b, a));
}

std::int64_t total_loss(const std::vector<Verdict>& verdicts) {
    std::int64_t sum = 0;
    for (const Verdict& verdict : verdicts) sum += loss(verdict);
    return sum;
}

// What changing one answer of a form would mean, in words.
std::string change_words(const Field& field, const Field::Answer& answer, bool add) {
    const auto with = [&](const std::string& sentence) { return fill(sentence, {{"answer", answer.label}}); };
    if (field.id == "items") return with(add ? "Send this as well: {answer}."_en : "Leave this out: {answer}."_en);
    if (field.id == "to") return with(add ? "Send it as well to: {answer}."_en : "Do not send it to: {answer}."_en);
    if (field.id == "redact")
        return with(add ? "Leave out of it: {answer}."_en : "Do not leave out of it: {answer}."_en);
    if (field.id == "tell")
        return with(add ? "Tell {answer} who will get it, what and why."_en : "Do not tell {answer} first."_en);
    if (field.id == "weigh") return with("Weigh the objection of {answer} first."_en);
    if (field.id == "record") return with("Record as well: {answer}."_en);
    return fill("{question} {answer}."_en, {{"question", field.question}, {"answer", answer.label}});
}

}  // namespace

bool same_acts(const std::vector<Act>& a, const std::vector<Act>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Act& x, const Act& y) { return same(x, y) && x.by_story == y.by_story; });
}

OtherWays::OtherWays(const Attempt& before, const DecisionMade& made) {
    if (made.skipped) return;  // somebody else's step is not gone over
    const auto index = static_cast<int>(before.decisions().size());
    Attempt chosen = before;
    chosen.repeat(made);
    chosen.settle();
    own_ = chosen.judge().verdicts_of(index);
    own_cost_ = total_loss(own_);

    for (const Option& option : before.node()->options) {
        if (!made.composed && option.id == made.option) continue;
        Attempt other = before;
        if (!other.choose(option.id).empty()) continue;
        Way& way = try_way(std::move(other), fill("Choice: {option}"_en, {{"option", option.say}}), true, made.acts);
        way.named = option.id == before.node()->better;
    }
    if (made.composed && own_cost_ > 0) try_changes(before, made);
}

OtherWays::Way& OtherWays::try_way(Attempt attempt, std::string words, bool choice, const std::vector<Act>& own_acts) {
    const auto index = static_cast<int>(attempt.decisions().size()) - 1;
    Way way;
    way.words = std::move(words);
    way.choice = choice;
    way.distance = differing(attempt.decisions().back().acts, own_acts);
    attempt.settle();
    const std::vector<Verdict> all = attempt.judge().verdicts();
    way.verdicts = brought_by(all, index);
    way.cost = total_loss(way.verdicts);
    way.left = total_loss(all);
    way.kept = static_cast<int>(std::count_if(way.verdicts.begin(), way.verdicts.end(), [](const Verdict& verdict) {
        return verdict.state == VerdictState::kept;
    }));
    return ways_.emplace_back(std::move(way));
}

void OtherWays::try_changes(const Attempt& before, const DecisionMade& made) {
    const auto& composes = before.node()->composes;
    const auto written =
        std::find_if(composes.begin(), composes.end(), [&](const Compose& c) { return c.id == made.option; });
    if (written == composes.end()) return;
    for (const Field& field : compose_form(before.scenario(), before.facts(), *written).fields) {
        if (field.kind == Field::Kind::text) continue;
        for (const Field::Answer& answer : field.answers) {
            Answers changed = made.answers;
            std::vector<std::string>& given = changed[field.id];
            const auto found = std::find(given.begin(), given.end(), answer.id);
            const bool add = found == given.end();
            if (!add && field.kind == Field::Kind::pick_one) continue;
            if (!add)
                given.erase(found);
            else if (field.kind == Field::Kind::pick_one)
                given = {answer.id};
            else
                given.push_back(answer.id);
            Attempt other = before;
            if (other.compose(made.option, changed).empty())
                try_way(std::move(other), change_words(field, answer, add), false, made.acts);
        }
    }
}

// Whether a way breaks something that the learner did not: then it is no advice.
bool OtherWays::breaks_more(const Way& way) const {
    return std::any_of(way.verdicts.begin(), way.verdicts.end(), [&](const Verdict& other) {
        return fell_short(other) && std::none_of(own_.begin(), own_.end(), [&](const Verdict& own) {
                   return own.norm == other.norm && fell_short(own);
               });
    });
}

std::string OtherWays::better(const Verdict& verdict) const {
    // What came due only later says nothing of the other ways, which were followed no further than this decision.
    const bool brought =
        std::any_of(own_.begin(), own_.end(), [&](const Verdict& own) { return own.norm == verdict.norm; });
    const Way* best = nullptr;
    for (const Way& way : ways_) {
        if (way.cost > own_cost_ || breaks_more(way)) continue;
        bool kept = verdict.credit_class == CreditClass::deduct && brought;
        bool short_again = false;
        for (const Verdict& other : way.verdicts) {
            if (other.norm != verdict.norm) continue;
            short_again |= fell_short(other) || other.state == VerdictState::contested;
            kept |= other.state == VerdictState::kept || other.state == VerdictState::excused;
        }
        if (!kept || short_again) continue;
        // A way without any fault of its own is worth more than one that is merely near; a choice more than a change.
        // Of choices without a fault some do nothing, and some mend what went before or do what is asked: those first.
        const auto rank = [](const Way& w) {
            return std::tuple(w.cost > 0, !w.choice, !w.named, w.choice ? w.left : 0, w.choice ? -w.kept : 0,
                              w.distance, w.cost);
        };
        if (best == nullptr || rank(way) < rank(*best)) best = &way;
    }
    return best == nullptr ? std::string() : best->words;
}

bool OtherWays::could_break(const std::string& norm) const {
    return std::any_of(ways_.begin(), ways_.end(), [&](const Way& way) {
        return way.choice && std::any_of(way.verdicts.begin(), way.verdicts.end(),
                                         [&](const Verdict& v) { return v.norm == norm && fell_short(v); });
    });
}

}  // namespace ntk
