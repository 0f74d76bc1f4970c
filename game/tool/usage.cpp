#include "game/tool/usage.h"

#include <algorithm>
#include <vector>

#include "engine/text/fields.h"

namespace ntk::tool {

namespace {

// The command that was asked for: the innermost of those named.
const CLI::App& innermost(const CLI::App& app) {
    const auto asked = app.get_subcommands();
    return asked.empty() ? app : innermost(*asked.front());
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            if (!option->get_group().empty()) names.push_back("--" + name);
    return names;
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
    return names;
}

// "needtoknow rules judge": how the help of a command is asked for.
std::string called(const CLI::App& app) {
    return app.get_parent() == nullptr ? app.get_name() : called(*app.get_parent()) + " " + app.get_name();
}

std::string not_expected(const CLI::App& command, const std::string& word) {
    const bool option = word.starts_with('-');
    std::string text = option ? "there is no option " + word : "'" + word + "' was not expected";
    if (!option && !commands_of(command).empty()) text = "there is no command '" + word + "'";
    const std::string meant =
        did_you_mean(word.substr(0, word.find('=')), option ? options_of(command) : commands_of(command));
    return text + (meant.empty() ? "" : ":" + meant) + "\n";
}

// The library says no more than that a value could not be converted.
std::string not_converted(const CLI::App& command, const std::string& said) {
    for (const CLI::Option* option : command.get_options()) {
        const std::string opening = "Could not convert: " + option->get_name() + " = ";
        if (!said.starts_with(opening)) continue;
        const bool number = option->get_type_name().find("INT") != std::string::npos;
        return option->get_name() + " cannot be '" + said.substr(opening.size()) + "'" +
               (number ? ": it is a whole number" : "") + "\n";
    }
    return said + "\n";
}

}  // namespace

std::string usage_error(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App& command = innermost(app);
    std::string text;
    const std::vector<std::string> words = app.remaining(true);
    const bool missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;  // for a word that is none
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr || (missing && !words.empty())) {
        // A value after an option that is not known belongs to it.
        for (std::size_t i = 0; i < words.size(); ++i)
            if (i == 0 || !words[i - 1].starts_with('-') || words[i].starts_with('-'))
                text += not_expected(command, words[i]);
    } else if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
        text = not_converted(command, error.what());
    } else {
        text = std::string(error.what()) + "\n";
    }
    return text + called(command) + " --help shows what can be said.\n";
}

}  // namespace ntk::tool
