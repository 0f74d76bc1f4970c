#include "game/desktop/text_edit.h"

#include <string.h>

#include <algorithm>

namespace ntk::desktop {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_space(char byte) { return byte == ' ' || byte == '\n'; }

std::string cleaned(const std::string& words) {
    std::string kept;
    for (char byte : words) {
        if (byte == '\n' || static_cast<unsigned char>(byte) >= 32) kept += byte;
    }
    return kept;
}

const std::string dot = "\u2022";  // stands for a letter of a hidden box

// The place in `letters` of the letter for which the dot at `at` stands.
size_t letter_at(const std::string& letters, size_t at) {
    size_t place = 0;
    for (size_t left = at / dot.size(); left > 0 && place < letters.size(); --left) {
        ++place;
        while (place < letters.size() && continues(letters[place])) ++place;
    }
    return place;
}

std::string dots_for(const std::string& letters) {
    std::string dots;
    for (const char byte : letters)
        if (!continues(byte)) dots += dot;
    return dots;
}

}  // namespace

Secret TextEdit::take_hidden() {
    Secret taken{std::string_view(letters_)};
    ::explicit_bzero(letters_.data(), letters_.size());
    letters_.clear();
    text.clear();
    caret = anchor = 0;
    return taken;
}

void TextEdit::remember() {
    if (hidden) return;
    constexpr size_t steps = 50;
    if (before_.size() == steps) before_.erase(before_.begin());
    before_.push_back(text);
}

void TextEdit::erase_selection() {
    const auto [from, to] = std::minmax(caret, anchor);
    if (hidden) {
        const size_t first = letter_at(letters_, from), last = letter_at(letters_, to);
        letters_.erase(first, last - first);
    }
    text.erase(from, to - from);
    caret = anchor = from;
}

std::string TextEdit::selected() const {
    const auto [from, to] = std::minmax(caret, anchor);
    return text.substr(from, to - from);
}

void TextEdit::type(const std::string& words) {
    std::string kept = cleaned(words);
    if (one_line) std::erase(kept, '\n');
    const size_t going = has_selection() ? selected().size() : 0;
    if (text.size() - going + kept.size() > most) return;
    remember();
    erase_selection();
    if (hidden) {
        letters_.reserve(2 * most);  // so that no copy stays behind when it grows
        letters_.insert(letter_at(letters_, caret), kept);
        kept = dots_for(kept);
    }
    text.insert(caret, kept);
    caret += kept.size();
    anchor = caret;
}

size_t TextEdit::previous(size_t from, bool by_word) const {
    size_t at = from;
    do {
        if (at == 0) return 0;
        --at;
        while (at > 0 && continues(text[at])) --at;
    } while (by_word && !(at > 0 && is_space(text[at - 1]) && !is_space(text[at])));
    return at;
}

size_t TextEdit::next(size_t from, bool by_word) const {
    size_t at = from;
    do {
        if (at >= text.size()) return text.size();
        ++at;
        while (at < text.size() && continues(text[at])) ++at;
    } while (by_word && !(at < text.size() && is_space(text[at - 1]) && !is_space(text[at])));
    return at;
}

void TextEdit::key(EditKey which, bool extend, bool by_word, const std::vector<std::pair<size_t, size_t>>& lines) {
    size_t line = 0;
    while (line + 1 < lines.size() && lines[line + 1].first <= caret) ++line;
    const auto span = lines.empty() ? std::pair<size_t, size_t>{0, text.size()} : lines[line];
    const size_t begin = span.first;
    const size_t end = span.second;
    const auto same_column = [&](size_t other) {
        size_t at = std::min(lines[other].second, lines[other].first + (caret - begin));
        while (at > 0 && at < text.size() && continues(text[at])) --at;
        return at;
    };
    switch (which) {
        case EditKey::left: caret = previous(caret, by_word); break;
        case EditKey::right: caret = next(caret, by_word); break;
        case EditKey::up: caret = line > 0 ? same_column(line - 1) : 0; break;
        case EditKey::down: caret = line + 1 < lines.size() ? same_column(line + 1) : text.size(); break;
        case EditKey::home: caret = begin; break;
        case EditKey::end: caret = end; break;
        case EditKey::enter: type("\n"); return;
        case EditKey::all:
            anchor = 0;
            caret = text.size();
            return;
        case EditKey::undo:
            if (before_.empty()) return;
            text = before_.back();
            before_.pop_back();
            caret = anchor = text.size();
            return;
        case EditKey::backspace:
        case EditKey::erase:
            if (!has_selection())
                anchor = which == EditKey::backspace ? previous(caret, by_word) : next(caret, by_word);
            if (!has_selection()) return;
            remember();
            erase_selection();
            return;
    }
    if (!extend) anchor = caret;
}

}  // namespace ntk::desktop
