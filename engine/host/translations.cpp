#include "engine/host/translations.h"

#include <array>
#include <string_view>
#include <utility>

#include "engine/host/source_file.h"
#include "engine/report/schemas.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

// Forms and jigsaws are only ever shown as they were written.
constexpr std::array<std::string_view, 2> translated_kinds = {"scenario", "pack"};

}  // namespace

fs::path translation_of(const fs::path& file, const std::string& language) {
    return file.parent_path() / "locale" / language / file.filename();
}

fs::path file_translated_by(const fs::path& translation) {
    return translation.parent_path().parent_path().parent_path() / translation.filename();
}

const FieldTable* table_of_file(const Tree& tree) {
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
    Translation translation;  // without a file everything is still to be translated, and is seen to be
    const fs::path path = translation_of(file, language);
    std::error_code error;
    if (fs::exists(path, error)) {
        const Tree texts = read_tree_file(path, diagnostics);
        if (texts.kind == Tree::Kind::mapping)
            if (auto read = read_translation(texts, diagnostics)) translation = std::move(*read);
    }
    return in_language(std::move(tree), *table, translation);
}

void check_translation_file(const fs::path& path, const Tree& tree, Diagnostics& diagnostics) {
    const auto translation = read_translation(tree, diagnostics);
    if (!translation) return;
    const fs::path source = file_translated_by(path);
    std::error_code error;
    if (source.stem() != translation->of || !fs::is_regular_file(source, error)) {
        diagnostics.report("E673", tree.place, "there is no file '" + translation->of + "' that this translates",
                           "the translation of a folder's " + path.filename().string() + " stands in locale/" +
                               translation->language + " of that folder, under the same name");
        return;
    }
    const Tree file = read_tree_file(source, diagnostics);
    if (const FieldTable* table = table_of_file(file))
        check_translation(*translation, texts_of(file, *table), diagnostics);
}

}  // namespace ntk
