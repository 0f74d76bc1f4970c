#include "engine/play/what_if.h"

#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

PastCase past_of(const Attempt& attempt) {
    PastCase past;
    past.rules = attempt.judge().rules();
    past.names = Words(attempt.scenario()).names();
    past.opening = attempt.scenario().opening;
    past.closed = attempt.ended();
    std::size_t decided = 0;
    for (const Visit& visit : attempt.visits()) {
        const Node* node = attempt.scenario().node(visit.node);
        if (node == nullptr) continue;
        PastMoment moment;
        moment.arrival = arrival_at(attempt.scenario(), *node, visit.minutes);
        if (node->decision() && decided < attempt.decisions().size()) {
            const DecisionMade& made = attempt.decisions()[decided++];
            moment.acts = made.acts;
            moment.acted = true;
            moment.skipped = made.skipped;
        }
        past.moments.push_back(std::move(moment));
    }
    return past;
}

std::string what_if_words(const FactFlip& flip) {
    if (!flip.words.empty()) return flip.words;
    if (flip.tried == 0) return "This verdict rests on what was done, not on any one fact of the case."_en;
    if (!flip.all_tried) return "No single fact that was tried would have changed this."_en;
    return "No single fact would have changed this, and no two of those it looked at first: it rests on what was done."_en;
}

}  // namespace ntk
