#include "engine/play/jigsaw.h"

#include <algorithm>
#include <optional>

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// What an act gives to the lead.
Bits given_to(const Act& act, int lead) {
    if (act.kind != ActKind::share && act.kind != ActKind::hand_over) return {};
    return act_set(act, v().act_to).has(lead) ? act_set(act, v().act_items) : Bits{};
}

int first_of(Bits items) {
    int first = -1;
    items.for_each([&](int item) { first = first < 0 ? item : first; });
    return first;
}

std::optional<PieceSent> first_sending(const Attempt& attempt, int chair, int lead, Bits items) {
    for (std::size_t i = 0; i < attempt.decisions().size(); ++i) {
        const DecisionMade& made = attempt.decisions()[i];
        for (const Act& act : made.acts)
            if (const int item = first_of(given_to(act, lead) & items); item >= 0)
                return PieceSent{chair, item, static_cast<int>(i), made.minutes};
    }
    return std::nullopt;
}

PieceOfPicture piece_of(const Jigsaw& jigsaw, const JigsawPiece& piece, const std::vector<const Attempt*>& attempts) {
    PieceOfPicture found;
    for (std::size_t c = 0; c < attempts.size(); ++c) {
        if (piece.items[c].empty()) continue;
        const int chair = static_cast<int>(c);
        if (const auto sent = first_sending(*attempts[c], chair, jigsaw.chairs[c].lead, piece.items[c]))
            found.sent.push_back(*sent);
        else if ((attempts[c]->facts().all(v().item) & piece.items[c]).empty())
            found.unmet.push_back(chair);
        else
            found.kept.push_back(chair);
    }
    return found;
}

}  // namespace

int JigsawPicture::arrived() const {
    return static_cast<int>(
        std::count_if(pieces.begin(), pieces.end(), [](const PieceOfPicture& piece) { return piece.arrived(); }));
}

JigsawPicture picture_of(const Jigsaw& jigsaw, const std::vector<const Attempt*>& attempts) {
    JigsawPicture picture;
    for (const JigsawPiece& piece : jigsaw.pieces) picture.pieces.push_back(piece_of(jigsaw, piece, attempts));
    const auto fits = [&](const JigsawSight& sight) {
        return std::all_of(sight.needs.begin(), sight.needs.end(),
                           [&](int piece) { return picture.pieces[static_cast<std::size_t>(piece)].arrived(); });
    };
    const auto seen = std::find_if(jigsaw.sees.begin(), jigsaw.sees.end(), fits);
    picture.seen = static_cast<int>(seen - jigsaw.sees.begin());  // the last needs nothing, so one always fits
    return picture;
}

}  // namespace ntk
