#include "engine/study/lint/finders.h"

namespace ntk {

namespace {

Place key_place(const LintCase& lint, std::string_view key) {
    for (const TreeEntry& entry : lint.tree.entries)
        if (entry.key == key) return entry.key_place;
    return lint.tree.place;
}

}  // namespace

void find_bare_cards(const LintCase& lint, Diagnostics& diagnostics) {
    const Scenario& scenario = *lint.scenario;
    std::string missing;
    const auto need = [&](bool there, const char* name) {
        if (!there) missing += (missing.empty() ? "" : ", ") + std::string(name);
    };
    need(!scenario.neglect.empty(), "neglect");
    need(scenario.minutes_most > 0, "minutes");
    need(!scenario.levels.empty(), "levels");
    need(!scenario.blurb.empty(), "blurb");
    need(!scenario.own_story_note.empty(), "own_story");
    need(!scenario.objectives.empty(), "objectives");
    if (!missing.empty())
        diagnostics.report("W543", key_place(lint, "card"), "the card does not say: " + missing,
                           "learners and trainers choose a case by its card");
    missing.clear();
    need(!scenario.sources.empty(), "sources");
    need(!scenario.reviewer.empty(), "reviewer (or none)");
    if (!missing.empty())
        diagnostics.report("W543", key_place(lint, "review"), "the review does not say: " + missing,
                           "trainers must see what a case rests on, and who has read it");
}

void find_old_reviews(const LintCase& lint, Diagnostics& diagnostics) {
    const Scenario& scenario = *lint.scenario;
    if (scenario.review_date >= scenario.as_of) return;
    diagnostics.report("W544", key_place(lint, "review"),
                       "the case was last looked at on " + scenario.review_date + ", before the day of its guidance, " +
                           scenario.as_of,
                       "look through it again with the packs of that day, and renew the date");
}

}  // namespace ntk
