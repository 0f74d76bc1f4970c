#include "game/desktop_settings.h"

#ifndef NTK_NO_DESKTOP

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "engine/host/source_file.h"
#include "engine/text/fields.h"
#include "engine/text/json.h"
#include "engine/text/said.h"
#include "engine/text/translation.h"

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
const std::vector<std::string> key_sets = {"off", "1 to 9", "a to i", "middle row", "ctrl 1 to 9"};

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
    if (const Tree* keys = fields.find("choice_keys"))
        if (const auto choice = read_choice(*keys, "choice_keys", key_sets, diagnostics))
            settings.choice_keys = static_cast<desktop::ChoiceKeys>(*choice);
    settings.ask_confidence = fields.flag("ask_confidence", false);
    if (const std::string language = fields.text("language"); is_language(language)) settings.language = language;
    settings.speak = fields.flag("speak", false);
    return settings;
}

std::string save_settings(const desktop::Settings& settings) {
    const std::filesystem::path path = settings_path();
    if (path.empty()) return "These settings last until you close the window: there is no folder to keep them in."_en;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    Json json;
    json["text_percent"] = settings.text_percent;
    json["theme"] = themes[static_cast<std::size_t>(settings.theme)];
    json["choice_keys"] = key_sets[static_cast<std::size_t>(settings.choice_keys)];
    json["ask_confidence"] = settings.ask_confidence;
    if (!settings.language.empty()) json["language"] = settings.language;
    json["speak"] = settings.speak;
    const auto written = write_file_atomically(path, json.pretty() + "\n");
    return written ? std::string()
                   : fill("These settings last until you close the window. They could not be kept: {problem}."_en,
                          {{"problem", written.error().message}});
}

}  // namespace ntk

#endif
