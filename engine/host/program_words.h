#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/shape.h"
#include "engine/text/tree.h"

namespace ntk {

// The catalogue of the program's own words, each under a lasting id, below `root`. It is written from the program;
// translations stand in locale/<language>/ beside it, as those of cases do.
std::filesystem::path program_words_file(const std::filesystem::path& root);

// Its fields.
const FieldTable& program_words_table();

// Reports what is wrong with a catalogue: unknown fields, and texts that are none.
void check_program_words(const Tree& catalogue, Diagnostics& diagnostics);

// Puts the words of the program into a language, from its translation below `root`. What has none is marked. A
// translation that does not read is reported, and then everything is marked. The made-up language needs no files, nor
// do an empty one and en-GB, which are the words as they are written.
void speak(const std::filesystem::path& root, const std::string& language, Diagnostics& diagnostics);

// The languages that there is a translation of the program's words into below `root`, in order of their codes.
std::vector<std::string> program_languages(const std::filesystem::path& root);

// The catalogue brought up to the words that this program knows: a text that is there keeps its id; one that was
// reworded keeps it as well, when the old wording and the new have most of their words in common; new ones get an id
// from their first words.
std::string program_words_yaml(const Tree& catalogue);

}  // namespace ntk
