#pragma once

#include <string>
#include <vector>

#include "engine/play/jigsaw.h"
#include "engine/play/page.h"

namespace ntk {

// Each of these builds one kind of page of a jigsaw.

// Before the chair `next` (0: with the intro before the first one), or after the last when `next` is their number. It
// offers a look back at the part just played.
Page chair_page(const Jigsaw& jigsaw, std::size_t next);

// What the lead can see. `planned` is the picture from the planned best answers, null when there is none.
Page picture_page(const Jigsaw& jigsaw, const std::vector<const Attempt*>& attempts, const JigsawPicture& picture,
                  const JigsawPicture* planned, const std::vector<const Attempt*>& planned_attempts);

// Left before the end.
Page left_jigsaw_page(const Jigsaw& jigsaw);

// "The school nurse" inside a sentence: "the school nurse".
std::string inside_sentence(std::string who);

// The id of the choice that looks back at a chair's part.
std::string look_back_id(std::size_t chair);

}  // namespace ntk
