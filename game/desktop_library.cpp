#include "game/desktop_library.h"

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <utility>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "game/assessor_desk.h"
#include "game/desktop/app.h"
#include "game/desktop_host.h"
#include "game/desktop_settings.h"

namespace ntk {

namespace {

// Where the library is that speaks to screen readers: beside the program, or where it was installed; empty when it is
// nowhere.
std::string screen_reader_library() {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path program = fs::canonical("/proc/self/exe", error);
    for (const fs::path& folder : {program.parent_path(), fs::path(NTK_SCREEN_READER_FOLDER)}) {
        const fs::path library = folder / "needtoknow-screen-reader.so";
        if (library.is_absolute() && fs::exists(library, error)) return library.string();
    }
    return {};
}

}  // namespace

int run_desktop_as_asked(desktop::DesktopOptions options, const LibraryRequest& request) {
    options.screenshot = request.screenshot;
    options.hidden = !request.screenshot.empty();
    if (!request.describe.empty())
        options.describe = [&request](const std::string& places, const std::string& outline) {
            static_cast<void>(write_file_atomically(request.describe + ".outline", outline));
            static_cast<void>(write_file_atomically(request.describe, places));
        };
    options.screen_reader = screen_reader_library();
    return run_desktop(options);
}

int run_desktop_library(const LibraryRequest& request) {
    // A language asked for by name comes before the one in the settings.
    DesktopHost host(product_root(), request.language.empty() ? load_settings().language : request.language);
    desktop::DesktopOptions options = host.options();
    options.start_author = request.author;
    options.author_path = request.author_path;
    options.start_assessor = request.assessor;
    options.assessor_store = request.store;
    options.assessor = [old_packs = request.old_packs] { return open_assessor_desk(product_root(), old_packs); };
    if (!request.jigsaw.empty()) {
        options.cases = {host.take_jigsaw(request.jigsaw)};
        options.start_with = options.cases.front().id;
        options.start_afresh = request.afresh;
    }
    return run_desktop_as_asked(std::move(options), request);
}

}  // namespace ntk

#endif
