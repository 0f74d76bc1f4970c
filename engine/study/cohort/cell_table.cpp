#include "engine/study/cohort/cell_table.h"

#include <algorithm>
#include <tuple>

namespace ntk {

std::vector<DecisionCell> CellTable::cells() const {
    std::vector<DecisionCell> all;
    for (const Slot& place : places_)
        if (place.people > 0)
            all.push_back({place.tag >> standing_shift, option_in(place.tag), static_cast<DecisionBand>(place.tag & 3U),
                           place.net, place.offered, place.people});
    const auto what = [](const DecisionCell& cell) {
        return std::tie(cell.standing, cell.option, cell.band, cell.net, cell.offered);
    };
    std::sort(all.begin(), all.end(), [&](const DecisionCell& a, const DecisionCell& b) { return what(a) < what(b); });
    return all;
}

void CellTable::grow() {
    std::vector<Slot> before(places_.empty() ? 8 : 2 * places_.size());
    before.swap(places_);
    taken_ = 0;
    for (const Slot& place : before)
        if (place.people > 0) add(place);
}

// Adds a place that is new; one that nobody stands at yet gets its first.
void CellTable::add(const Slot& place) {
    if (2 * (taken_ + 1) > places_.size()) grow();
    std::size_t at = hash_of(place) & (places_.size() - 1);
    while (places_[at].people > 0) at = (at + 1) & (places_.size() - 1);
    places_[at] = place;
    places_[at].people = std::max(1, place.people);
    ++taken_;
}

}  // namespace ntk
