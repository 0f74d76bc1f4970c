#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/study/cohort/numbering.h"
#include "engine/study/cohort/result_view.h"

namespace ntk {

// What was chosen at a scene and came of it, by people whose results as a whole came to the same: everything that is
// asked about decisions can be counted up from these.
struct DecisionCell {
    std::uint32_t standing = 0;  // what the result came to: Cohort::CaseSeen::standings
    std::uint32_t option = 0;    // as they stand in the scene
    DecisionBand band = DecisionBand::sound;
    std::int64_t net = 0, offered = 0;
    int people = 0;
};

// The cells of a scene. A cell is found by the name of its option, so that counting a decision is one look at one place
// of thirty-two bytes: the memory of all scenes does not fit where a processor is quick.
class CellTable {
  public:
    // Asks for the memory in which a decision will be counted, as several can be on their way at once, and gives the
    // hash by which it is found.
    std::uint64_t fetch(std::uint32_t standing, const ViewedDecision& decision) const {
        const std::uint64_t hash = hash_of(slot_of(standing, decision));
        if (!places_.empty()) fetch_memory(&places_[hash & (places_.size() - 1)]);
        return hash;
    }

    // Counts one decision by the hash that fetch() gave. Where nobody chose so before, option_of() says under which
    // number the option stands; where its name is longer than seven bytes, name_of(number) gives the name to compare.
    template <class OptionOf, class NameOf>
    void count(std::uint64_t hash, std::uint32_t standing, const ViewedDecision& decision, OptionOf option_of,
               NameOf name_of) {
        Slot wanted = slot_of(standing, decision);
        if (places_.empty()) grow();
        for (std::size_t at = hash & (places_.size() - 1);; at = (at + 1) & (places_.size() - 1)) {
            Slot& place = places_[at];
            if (place.people == 0) {
                wanted.tag |= option_of() << option_shift;
                add(wanted);
                return;
            }
            if (place.name == wanted.name && place.net == wanted.net && place.offered == wanted.offered &&
                (place.tag & ~option_mask) == wanted.tag &&
                (decision.option.size() <= 7 || name_of(option_in(place.tag)) == decision.option)) {
                ++place.people;
                return;
            }
        }
    }

    // All of them, in an order that does not depend on how they were found.
    std::vector<DecisionCell> cells() const;

    // More than so many standings do not fit.
    static constexpr std::uint32_t most_standings = 1U << 25U;

  private:
    // A tag holds the standing, the option (five bits) and the band (two).
    static constexpr std::uint32_t option_shift = 2, standing_shift = 7;
    static constexpr std::uint32_t option_mask = 0x1fU << option_shift;
    static std::uint32_t option_in(std::uint32_t tag) { return (tag & option_mask) >> option_shift; }

    struct Slot {
        std::uint64_t name = 0;
        std::int64_t net = 0, offered = 0;
        std::uint32_t tag = 0;
        int people = 0;  // 0: nothing stands here
    };
    static_assert(sizeof(Slot) == 32);

    static Slot slot_of(std::uint32_t standing, const ViewedDecision& decision) {
        Slot slot;
        slot.name = packed_name(decision.option);
        slot.net = decision.tally.earned - decision.tally.lost;
        slot.offered = decision.tally.offered;
        slot.tag = standing << standing_shift | static_cast<std::uint32_t>(decision.band);
        return slot;
    }
    static std::uint64_t hash_of(const Slot& slot) {
        return mixed(
            mixed(slot.name ^ std::uint64_t{slot.tag & ~option_mask} << 32U, static_cast<std::uint64_t>(slot.net)),
            static_cast<std::uint64_t>(slot.offered));
    }
    void grow();
    void add(const Slot& place);

    std::vector<Slot> places_;  // as many as a power of two, at most half of them taken
    std::size_t taken_ = 0;
};

}  // namespace ntk
