#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/host/secret.h"

namespace ntk::desktop {

// What a key asks of a box of writing.
enum class EditKey { left, right, up, down, home, end, backspace, erase, enter, all, undo };

// A box of writing: the words, the caret and what is selected. Positions are bytes, always between two letters.
struct TextEdit {
    std::string text;
    size_t caret = 0, anchor = 0;  // what lies between them is selected
    bool one_line = false;         // no line ends: they are dropped
    bool hidden = false;  // a passphrase: `text` has a dot for each letter, so that no letter can be shown or read
    size_t most = 2000;   // bytes; more is refused, so that nothing typed or pasted can grow without end

    // Puts words where the caret is, in place of what is selected. Control characters other than new lines are dropped.
    void type(const std::string& words);

    // Does what a key asks; `extend` keeps the selection growing (Shift), `by_word` moves whole words (Ctrl).
    // `lines` are the wrapped lines as laid out, for going up and down.
    void key(EditKey which, bool extend, bool by_word, const std::vector<std::pair<size_t, size_t>>& lines);

    std::string selected() const;
    bool has_selection() const { return caret != anchor; }

    // The letters of a hidden box, which is empty afterwards.
    Secret take_hidden();

  private:
    std::vector<std::string> before_;  // for undo, newest last; never of a hidden box
    std::string letters_;              // what the dots of a hidden box stand for

    void remember();
    void erase_selection();
    size_t previous(size_t from, bool by_word) const;
    size_t next(size_t from, bool by_word) const;
};

}  // namespace ntk::desktop
