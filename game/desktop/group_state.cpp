#include <algorithm>

#include "engine/play/group_player.h"
#include "game/desktop/state.h"

namespace ntk::desktop {

GroupPlayer* App::group() {
    if (where != Where::playing) return nullptr;
    Session* now = session();
    return now != nullptr ? now->group() : nullptr;
}

void App::start_group(const std::string& id) {
    if (!options.open_group) return;
    forget_opening();
    case_id = id;
    sessions.erase(id);  // it may hold the file in which the host keeps a learner's place
    const CaseCard* card = current_case();
    open_now(card != nullptr ? card->title : id, nullptr, id, false,
             [open = options.open_group](const std::string& which, bool) { return open(which); });
}

void App::fit_text_to_group() {
    const bool now = group() != nullptr;
    if (now && room.usual_text == 0) {
        room.usual_text = settings.text_percent;
        settings.text_percent = std::max(room.text, settings.text_percent);
    } else if (!now && room.usual_text != 0) {
        room.text = settings.text_percent;  // as the facilitator left it, for the next time
        settings.text_percent = room.usual_text;
        room.usual_text = 0;
    }
}

}  // namespace ntk::desktop
