#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace ntk {

// What a command of the program said, and how it ended.
struct Ran {
    int code = -1;
    std::string out, err;
};

// Runs a command as from a command line, its own name first; `more` is what the command is made with beside that.
// Words that the command line refuses end with 2.
template <class Command, class... More>
Ran run_command(std::vector<std::string> words, More&... more) {
    CLI::App app("x", "needtoknow");
    Command command(app, more...);
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    Ran ran;
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        ran.code = 2;
        ran.err = error.what();
        return ran;
    }
    std::ostringstream out, err;
    if (command.chosen()) ran.code = command.run(out, err);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

}  // namespace ntk
