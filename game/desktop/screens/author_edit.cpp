#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

void author_edit_sheet(App& app, Node& into) {
    add(into, heading("sheet-title", 1, "Change scene " + app.author.desk->view().scene));
}

}  // namespace ntk::desktop
