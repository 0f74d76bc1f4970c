#include "game/desktop_settings.h"

#ifndef NTK_NO_DESKTOP

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "engine/host/source_file.h"
#include "engine/text/fields.h"
#include "engine/text/json.h"

namespace ntk {

namespace {

std::filesystem::path settings_path() {
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config == '/')
        return std::filesystem::path(config) / "needtoknow" / "settings.json";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return std::filesystem::path(home) / ".config" / "needtoknow" / "settings.json";
    return {};
}

const std::vector<std::string> themes = {"light", "dark", "high contrast"};

}  // namespace

desktop::Settings load_settings() {
    desktop::Settings settings;
    const std::filesystem::path path = settings_path();
    Diagnostics diagnostics;
    const Tree tree = path.empty() ? Tree{} : read_tree_file(path, diagnostics);
    if (diagnostics.has_errors() || tree.kind != Tree::Kind::mapping) return settings;
    Fields fields(tree, "the settings", diagnostics);
    settings.text_percent = static_cast<int>(fields.number("text_percent", 100, 100, 300));
    if (const Tree* theme = fields.find("theme"))
        if (const auto choice = read_choice(*theme, "theme", themes, diagnostics))
            settings.theme = static_cast<desktop::ThemeName>(*choice);
    settings.single_keys = fields.flag("single_keys", true);
    settings.ask_confidence = fields.flag("ask_confidence", false);
    return settings;
}

void save_settings(const desktop::Settings& settings) {
    const std::filesystem::path path = settings_path();
    if (path.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    Json json;
    json["text_percent"] = settings.text_percent;
    json["theme"] = themes[static_cast<std::size_t>(settings.theme)];
    json["single_keys"] = settings.single_keys;
    json["ask_confidence"] = settings.ask_confidence;
    (void)write_file_atomically(path, json.pretty() + "\n");
}

}  // namespace ntk

#endif
