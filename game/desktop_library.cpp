#include "game/desktop_library.h"

#ifndef NTK_NO_DESKTOP

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "game/desktop/app.h"
#include "game/desktop_host.h"

namespace ntk {

int run_desktop_library(const std::string& screenshot, const std::string& describe) {
    DesktopHost host(product_root());
    desktop::DesktopOptions options = host.options();
    options.screenshot = screenshot;
    options.hidden = !screenshot.empty();
    if (!describe.empty())
        options.describe = [&describe](const std::string& places) {
            static_cast<void>(write_file_atomically(describe, places));
        };
    return run_desktop(options);
}

}  // namespace ntk

#endif
