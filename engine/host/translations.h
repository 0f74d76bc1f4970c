#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/text/diagnostic.h"
#include "engine/text/translation.h"
#include "engine/text/tree.h"

namespace ntk {

// Where the translation of a file stands: locale/<language>/ beside it, under its name.
std::filesystem::path translation_of(const std::filesystem::path& file, const std::string& language);

// The file that a translation belongs to, which may not be there.
std::filesystem::path file_translated_by(const std::filesystem::path& translation);

// The fields of a case, a rule pack or the program's own words, which can be translated; null for any other file.
const FieldTable* table_of_file(const Tree& tree);

// The texts of a file that was read in another language; what has no translation yet is marked and stays as it is. The
// made-up language needs no files. A translation that does not read is reported.
Tree translated(const std::filesystem::path& file, Tree tree, const std::string& language, Diagnostics& diagnostics);

// The translation of a file into a language. Nothing when there is none, and when it does not read or belongs elsewhere
// (E673, E674), which is reported: without errors there is none yet.
std::optional<Translation> load_translation(const std::filesystem::path& file, const std::string& language,
                                            Diagnostics& diagnostics);

// Checks a file with a translation against the file that it belongs to.
void check_translation_file(const std::filesystem::path& path, const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
