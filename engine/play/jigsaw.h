#pragma once

#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/scenario/jigsaw.h"

namespace ntk {

// One chair's first sending of a piece to the lead.
struct PieceSent {
    int chair = 0;
    int item = 0;      // of that chair's case
    int decision = 0;  // of that chair's attempt
    int minutes = 0;   // case time there
};

// What became of one piece.
struct PieceOfPicture {
    std::vector<PieceSent> sent;  // by chair
    std::vector<int> kept;        // chairs that came to know it and sent none of it to the lead
    std::vector<int> unmet;       // chairs that could have held it, but did not come to know it on their way

    bool arrived() const { return !sent.empty(); }
};

// What the lead would have from what each chair really sent.
struct JigsawPicture {
    std::vector<PieceOfPicture> pieces;  // as in the jigsaw
    int seen = 0;  // what the lead sees: the first of the jigsaw's sights whose pieces have all arrived

    int arrived() const;  // how many pieces
};

// The picture from one attempt for each chair, as far as each of them has come. `attempts` stand in the order of the
// chairs.
JigsawPicture picture_of(const Jigsaw& jigsaw, const std::vector<const Attempt*>& attempts);

}  // namespace ntk
