#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

void waiting_parts(App& app, Node& into) {
    add(into, heading("title", 1, fill("Opening {what}"_en, {{"what", app.waiting_for}})));
    add(into, status("waiting", Icon::waiting,
                     "It is being read and checked. A large file, or a slow disk, takes a while."_en, Tone::waiting));
    add(into,
        secondary("waiting/stop", Icon::cross, "Stop, and go back to all cases"_en, [&app] { app.to_library(); }));
}

}  // namespace ntk::desktop
