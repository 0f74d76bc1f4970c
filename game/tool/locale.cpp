#include "game/tool/locale.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>
#include <utility>

#include "engine/host/changed_file.h"
#include "engine/host/library.h"
#include "engine/host/program_words.h"
#include "engine/host/source_file.h"
#include "engine/host/translations.h"
#include "engine/host/yaml_format.h"
#include "game/tool/check_files.h"

namespace ntk::tool {

namespace {

namespace fs = std::filesystem;

constexpr int ok = 0;
constexpr int not_whole = 1;
constexpr int cannot = 3;

constexpr const char* every_text = "all";

// A file with texts for people, and its translation as far as there is one.
struct Pair {
    fs::path file, path;
    std::vector<SourceText> texts;
    Translation translation;
    std::string before;  // of the translation; empty: there is none
};

// Those of the files that can be translated. Nothing when one does not read.
std::optional<std::vector<Pair>> pairs_of(const std::vector<std::string>& names, const std::string& language,
                                          std::ostream& err) {
    std::vector<Pair> pairs;
    for (const fs::path& file : files_to_check(names)) {
        Diagnostics diagnostics;
        const Tree tree = read_tree_file(file, diagnostics);
        const FieldTable* table = diagnostics.has_errors() ? nullptr : table_of_file(tree);
        Pair pair{file, translation_of(file, language), {}, {}, {}};
        if (table != nullptr) pair.texts = texts_of(tree, *table);
        if (table != nullptr) {
            if (auto read = load_translation(file, language, diagnostics)) {
                pair.translation = std::move(*read);
                pair.before = read_file(pair.path).value_or("");
            }
        }
        if (diagnostics.has_errors()) {
            err << diagnostics.render();
            return std::nullopt;
        }
        if (pair.texts.empty()) continue;
        pair.translation.language = language;
        pair.translation.of = file.stem().string();
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

// Texts that somebody has looked over against their new wording.
void accept(Pair& pair, const std::vector<std::string>& ids) {
    for (const SourceText& text : pair.texts) {
        const bool meant = std::any_of(ids.begin(), ids.end(),
                                       [&](const std::string& id) { return id == every_text || id == text.id; });
        if (!meant || state_of(text, pair.translation) != TextState::stale) continue;
        pair.translation.texts[text.id].from = wording_mark(text.text);
    }
}

// As `fmt` would lay it out.
std::string laid_out(const fs::path& path, std::string yaml) {
    Diagnostics diagnostics;
    FormattedYaml formatted = format_yaml(yaml, diagnostics.add_source(path.string(), yaml), diagnostics);
    return formatted.text.empty() ? std::move(yaml) : std::move(formatted.text);
}

Result<void> bring_up(const Pair& pair) {
    const std::string after = laid_out(pair.path, translation_yaml(pair.translation, pair.texts));
    if (after == pair.before) return {};
    if (!pair.before.empty()) return change_file(pair.path, pair.before, after);
    std::error_code error;
    fs::create_directories(pair.path.parent_path(), error);
    if (error) return tl::unexpected(Problem{"cannot make " + pair.path.parent_path().string(), error.message()});
    return write_file_atomically(pair.path, after);
}

// What has to be mended in the translation by hand, as `check` says it. What is new or stale is counted instead.
std::string mistakes_in(const fs::path& path) {
    Diagnostics diagnostics;
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    const Tree tree = read_tree_file(path, diagnostics);
    if (!diagnostics.has_errors()) check_translation_file(path, tree, diagnostics);
    diagnostics.take([](const Diagnostic& one) { return one.severity == Severity::warning; });
    return diagnostics.render();
}

// The program's own words, which are its source, as a catalogue to translate from.
int write_catalogue(bool only_look, std::ostream& out, std::ostream& err) {
    const fs::path path = program_words_file(product_root());
    const std::string before = read_file(path).value_or("");
    Diagnostics diagnostics;
    const std::string written =
        laid_out(path, program_words_yaml(before.empty() ? Tree() : read_tree_file(path, diagnostics)));
    if (diagnostics.has_errors()) {
        err << diagnostics.render();
        return cannot;
    }
    if (written == before) {
        out << path.string() << " holds every text of the program.\n";
        return ok;
    }
    if (only_look) {
        out << path.string() << " is behind the program: needtoknow locale en-GB brings it up to date.\n";
        return not_whole;
    }
    if (const auto saved = write_file_atomically(path, written); !saved) {
        err << saved.error().message << " (" << saved.error().hint << ")\n";
        return cannot;
    }
    out << path.string() << " is brought up to date.\n";
    return ok;
}

std::string counted(std::size_t number, const char* words) { return std::to_string(number) + " " + words; }

}  // namespace

std::string a_language(const std::string& code) {
    return is_language(code) ? std::string() : "'" + code + "' is not the code of a language, such as cy";
}

LocaleCommand::LocaleCommand(CLI::App& app) {
    command_ =
        app.add_subcommand("locale", "Bring translations of cases and rules up to date, and see how far they are");
    command_
        ->add_option("language", language_, "The language, such as cy; en-GB: the catalogue of the program's own words")
        ->required()
        ->check(a_language);
    command_->add_option("files", files_, "Cases, packs or folders of them; all of ours when none is named");
    command_->add_flag("--status", status_, "Change nothing; end with 1 when a text is new or has been reworded");
    command_->add_option("--accept", accepted_, "Texts looked over against their new wording, by id; all for all");
}

bool LocaleCommand::chosen() const { return command_->parsed(); }

int LocaleCommand::run(std::ostream& out, std::ostream& err) const {
    if (language_ == "en-GB") return write_catalogue(status_, out, err);
    if (language_ == made_up_language) {
        err << "The language " << language_ << " is made up and needs no file.\n";
        return cannot;
    }
    auto pairs = pairs_of(files_, language_, err);
    if (!pairs) return cannot;
    TextCounts all;
    bool mistaken = false;
    for (Pair& pair : *pairs) {
        accept(pair, accepted_);
        if (!status_)
            if (const Result<void> written = bring_up(pair); !written) {
                err << written.error().message << " (" << written.error().hint << ")\n";
                return cannot;
            }
        const TextCounts counts = count_texts(pair.texts, pair.translation);
        all.fresh += counts.fresh;
        all.stale += counts.stale;
        all.ok += counts.ok;
        out << pair.path.string() << ": " << counted(counts.ok, "ok") << ", " << counted(counts.stale, "stale") << ", "
            << counted(counts.fresh, "new") << "\n";
        const std::string mistakes = mistakes_in(pair.path);
        mistaken = mistaken || !mistakes.empty();
        err << mistakes;
    }
    out << "In all: " << counted(all.ok, "ok") << ", " << counted(all.stale, "stale") << ", "
        << counted(all.fresh, "new") << "\n";
    return mistaken || (status_ && !all.whole()) ? not_whole : ok;
}

}  // namespace ntk::tool
