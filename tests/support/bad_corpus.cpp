#include "tests/support/bad_corpus.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

#include "engine/host/form_files.h"
#include "engine/host/source_file.h"
#include "engine/host/translations.h"
#include "engine/report/report_reader.h"
#include "engine/rules/pack_tests.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/reader.h"
#include "engine/study/cohort/panel.h"
#include "engine/study/twee.h"
#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"
#include "tests/support/assessment_world.h"
#include "tests/support/clean_case.h"
#include "tests/support/condition_form.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/play_world.h"
#include "tests/support/sealed_case.h"

namespace ntk {

namespace {

// A made-up form with one field of every kind, so that the refusals shared by all readers have examples.
void read_example(const Tree& tree, Diagnostics& diagnostics) {
    const Tree* form = tree.find("example");
    Fields fields(*form, "the example", diagnostics);
    fields.require_text("name");
    fields.text("note");
    fields.flag("urgent", false);
    fields.number("age", 0, 0, 120);
    fields.names("agencies");
    fields.entries("people");
    if (const Tree* harm = fields.find("harm"))
        read_choice(*harm, "value of harm", {"none", "possible", "likely", "actual"}, diagnostics);
    fields.finish();
}

void read_pack(const Tree& tree, Diagnostics& diagnostics) { read_rule_book({&tree}, "2024-09-01", diagnostics); }

// A form is read with the cases of the library.
void read_form(const Tree& tree, Diagnostics& diagnostics) {
    const AssessmentForm form = read_assessment_form(tree, diagnostics);
    if (!diagnostics.has_errors()) load_form_cases(form, NTK_ROOT, diagnostics);
}

// The tests of a pack are read against the real base pack.
void read_pack_tests(const Tree& tree, Diagnostics& diagnostics) {
    const Tree pack =
        read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks/england-2024.yaml", diagnostics);
    const auto rules = read_rule_book({&pack}, "2024-09-01", diagnostics);
    if (rules) run_pack_tests(tree, rules, diagnostics);
}

// A translation is checked against a file of which only the title is for people, or one with two terms if it says so.
void read_translation_example(const Tree& tree, Diagnostics& diagnostics) {
    const Tree* heading = tree.find("translation");
    const Tree* of = heading->find("of");
    const std::string file = of != nullptr && of->text == "terms-case" ? of->text : "small-case";
    check_translation_file(std::filesystem::path(NTK_ROOT) / "tests/support/locale/cy" / (file + ".yaml"), tree,
                           diagnostics);
}

// Which reader takes a file, by the first key in it.
struct Reader {
    std::string_view first_key;
    void (*read)(const Tree& tree, Diagnostics& diagnostics);
};

constexpr Reader readers[] = {
    {"example", read_example},
    {"conditions", read_condition_form},
    {"pack", read_pack},
    {"form", read_form},
    {"tests", read_pack_tests},
    {"complete", [](const Tree& tree, Diagnostics& diagnostics) { read_report(tree, diagnostics); }},
    {"panel", [](const Tree& tree, Diagnostics& diagnostics) { read_panel(tree, diagnostics); }},
    {"translation", read_translation_example},
    {"over", check_changed_case},
    {"jigsaw", read_jigsaw_example},
    {"scenario", [](const Tree& tree, Diagnostics& diagnostics) { read_scenario(tree, diagnostics); }},
};

// "E001-missing.path" names a file to open instead of being one; "bytes 9000000" below it makes one of that size, and
// "values 200001" one with a list of so many values.
std::string diagnose_path(const std::filesystem::path& path) {
    std::istringstream lines(whole_file(path));
    std::string name;
    std::string word;
    std::size_t count = 0;
    std::getline(lines, name);
    std::filesystem::path named = path.parent_path() / name;
    if (!(lines >> word >> count)) return diagnose(named);

    named = std::filesystem::temp_directory_path() / name;
    std::string content = "example:\n";
    if (word == "values") {
        while (count-- > 0) content += " - 0\n";
    } else {
        content.resize(count);
    }
    std::ofstream(named, std::ios::binary) << content;
    std::string findings = diagnose(named);
    std::filesystem::remove(named);
    const std::string folder = named.parent_path().string() + "/";
    if (findings.starts_with(folder)) findings.erase(0, folder.size());
    return findings;
}

}  // namespace

std::string diagnose(const std::filesystem::path& path) {
    if (path.extension() == ".path") return diagnose_path(path);
    if (path.extension() == ".jsonl") return diagnose_log(path);
    if (path.extension() == ".seal") return diagnose_seal(path);
    if (path.extension() == ".pub") return diagnose_public_key(path);
    if (path.extension() == ".store") return diagnose_store(path);
    Diagnostics diagnostics;
    if (path.extension() == ".twee") {
        const std::string story = whole_file(path);
        read_twee(story, diagnostics.add_source(path.string(), story), diagnostics);
        return diagnostics.render();
    }
    const Tree tree = read_tree_file(path, diagnostics);
    if (!tree.entries.empty())
        for (const Reader& reader : readers)
            if (reader.first_key == tree.entries.front().key) reader.read(tree, diagnostics);
    return diagnostics.render();
}

namespace {

// E112-mapping.good.yaml stands beside E112-mapping.yaml.
bool is_good_counterpart(const std::filesystem::path& path) { return path.stem().extension() == ".good"; }

}  // namespace

std::vector<GoodCase> good_cases(const std::filesystem::path& folder) {
    std::vector<GoodCase> cases;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (!is_good_counterpart(file.path())) continue;
        const std::string stem = file.path().stem().stem().string();
        cases.push_back({stem.substr(0, stem.find('-')), stem, file.path()});
    }
    std::sort(cases.begin(), cases.end(), [](const GoodCase& a, const GoodCase& b) { return a.file < b.file; });
    return cases;
}

std::vector<BadCase> bad_cases(const std::filesystem::path& folder) {
    std::vector<BadCase> cases;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const std::filesystem::path& path = file.path();
        const std::string name = path.filename().string();
        if (path.extension() == ".expected" || name == "README.md" || is_good_counterpart(path)) continue;
        std::filesystem::path expected = path;
        expected.replace_extension(".expected");
        cases.push_back({name.substr(0, name.find('-')), path, std::move(expected)});
    }
    std::sort(cases.begin(), cases.end(), [](const BadCase& a, const BadCase& b) { return a.file < b.file; });
    return cases;
}

std::string findings_of(const std::filesystem::path& path) {
    std::string findings = diagnose(path);
    const std::string folder = path.parent_path().string() + "/";
    for (std::size_t at = findings.find(folder); at != std::string::npos; at = findings.find(folder, at))
        findings.erase(at, folder.size());
    return findings;
}

std::string whole_file(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace ntk
