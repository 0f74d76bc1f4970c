#include "game/terminal/lines.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace ntk::terminal {

void Lines::put(std::string_view line) {
    if (strong_)
        out_ << "\x1b[1m" << line << "\x1b[0m\n";
    else
        out_ << line << '\n';
    last_blank_ = line.empty();
}

void Lines::blank() {
    if (!last_blank_) put({});
}

void Lines::text(std::string_view words, int indent) { item({}, words, indent); }

void Lines::heading(std::string_view words) {
    blank();
    strong_ = bold_;
    text(words);
    strong_ = false;
}

void Lines::item(std::string_view mark, std::string_view words, int indent) {
    const std::string safe = printable(words);
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    const std::string hang(mark.empty() ? 0 : count_characters(mark) + 1, ' ');
    std::string line = margin + (mark.empty() ? std::string() : std::string(mark) + " ");
    const std::size_t least = 20;  // a narrower column would break every word
    const std::size_t room = width_ <= 0
                                 ? std::string::npos
                                 : std::max(static_cast<std::size_t>(width_), margin.size() + hang.size() + least);
    bool empty = true;
    for (std::size_t from = 0; from < safe.size();) {
        const std::size_t end = std::min(safe.find_first_of(" \n", from), safe.size());
        const std::string word = safe.substr(from, end - from);
        from = end + 1;
        if (word.empty()) continue;
        if (!empty && room != std::string::npos && count_characters(line) + 1 + count_characters(word) > room) {
            put(line);
            line = margin + hang;
            empty = true;
        }
        line += (empty ? "" : " ") + word;
        empty = false;
    }
    if (!empty || !mark.empty()) put(line);
}

}  // namespace ntk::terminal
