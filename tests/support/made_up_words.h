#pragma once

#include "engine/text/said.h"
#include "engine/text/translation.h"

namespace ntk {

// English again when it goes, whatever was chosen meanwhile: the words are those of the whole program.
struct EnglishAfterwards {
    EnglishAfterwards() = default;
    ~EnglishAfterwards() { use_program_words({}); }
    EnglishAfterwards(const EnglishAfterwards&) = delete;
    EnglishAfterwards& operator=(const EnglishAfterwards&) = delete;
};

// While it lives, the words of the program are in the language that is made up: accented, in marks, two fifths longer.
struct MadeUpWords {
    MadeUpWords() { use_program_words({std::string(made_up_language), {}}); }
    ~MadeUpWords() { use_program_words({}); }
    MadeUpWords(const MadeUpWords&) = delete;
    MadeUpWords& operator=(const MadeUpWords&) = delete;
};

}  // namespace ntk
