#include "game/desktop_library.h"

#ifndef NTK_NO_DESKTOP

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "game/desktop/app.h"
#include "game/desktop_host.h"

namespace ntk {

int run_desktop_library(const LibraryRequest& request) {
    DesktopHost host(product_root());
    desktop::DesktopOptions options = host.options();
    options.screenshot = request.screenshot;
    options.hidden = !request.screenshot.empty();
    options.start_author = request.author;
    options.author_path = request.author_path;
    if (!request.describe.empty())
        options.describe = [&request](const std::string& places) {
            static_cast<void>(write_file_atomically(request.describe, places));
        };
    return run_desktop(options);
}

}  // namespace ntk

#endif
