#include "engine/host/translations.h"

#include <array>
#include <string_view>
#include <utility>

#include "engine/host/program_words.h"
#include "engine/host/source_file.h"
#include "engine/report/schemas.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

// Forms and jigsaws are only ever shown as they were written.
constexpr std::array<std::string_view, 2> translated_kinds = {"scenario", "pack"};

// A translation is found by where it stands, so its heading has to say the same.
void check_heading(const fs::path& path, const Translation& translation, Diagnostics& diagnostics) {
    std::error_code error;
    const fs::path source = file_translated_by(path);
    if (source.stem() != translation.of || !fs::is_regular_file(source, error))
        diagnostics.report("E673", translation.place, "there is no file '" + translation.of + "' that this translates",
                           "the translation of a folder's " + path.filename().string() + " stands in locale/" +
                               translation.language + " of that folder, under the same name");
    const std::string folder = path.parent_path().filename().string();
    if (folder != translation.language)
        diagnostics.report(
            "E674", translation.place,
            "this translation into '" + translation.language + "' stands in the folder of '" + folder + "'",
            "move the file to locale/" + translation.language + ", or mend 'language'");
}

}  // namespace

fs::path translation_of(const fs::path& file, const std::string& language) {
    return file.parent_path() / "locale" / language / file.filename();
}

fs::path file_translated_by(const fs::path& translation) {
    return translation.parent_path().parent_path().parent_path() / translation.filename();
}

const FieldTable* table_of_file(const Tree& tree) {
    if (tree.find("program") != nullptr) return &program_words_table();
    for (const std::string_view name : translated_kinds) {
        const SchemaKind* kind = schema_kind(name);
        if (kind != nullptr && tree.find(kind->first) != nullptr) return &kind->file();
    }
    return nullptr;
}

Tree translated(const fs::path& file, Tree tree, const std::string& language, Diagnostics& diagnostics) {
    const FieldTable* table = table_of_file(tree);
    if (table == nullptr) return tree;
    if (language == made_up_language) return in_made_up_language(std::move(tree), *table);
    // Without a file everything is still to be translated, and is seen to be.
    const Translation translation = load_translation(file, language, diagnostics).value_or(Translation());
    return in_language(std::move(tree), *table, translation);
}

std::optional<Translation> load_translation(const fs::path& file, const std::string& language,
                                            Diagnostics& diagnostics) {
    const fs::path path = translation_of(file, language);
    std::error_code error;  // what cannot be looked at is not taken for missing: reading it says why
    if (fs::symlink_status(path, error).type() == fs::file_type::not_found) return std::nullopt;
    const Tree texts = read_tree_file(path, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    auto translation = read_translation(texts, diagnostics);
    if (translation) check_heading(path, *translation, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return translation;
}

void check_translation_file(const fs::path& path, const Tree& tree, Diagnostics& diagnostics) {
    const auto translation = read_translation(tree, diagnostics);
    if (!translation) return;
    check_heading(path, *translation, diagnostics);
    if (diagnostics.has_errors()) return;
    const Tree file = read_tree_file(file_translated_by(path), diagnostics);
    if (const FieldTable* table = table_of_file(file))
        check_translation(*translation, texts_of(file, *table), diagnostics);
}

}  // namespace ntk
