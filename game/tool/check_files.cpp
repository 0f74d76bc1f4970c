#include "game/tool/check_files.h"

#include <algorithm>
#include <set>

#include "engine/host/cache_files.h"
#include "engine/host/program_words.h"
#include "engine/host/source_file.h"
#include "engine/host/translations.h"
#include "engine/rules/pack_tests.h"
#include "engine/rules/situation.h"
#include "engine/study/lint/check_case.h"
#include "engine/text/sha256.h"
#include "game/tool/play_script.h"
#include "game/tool/rule_stack.h"

namespace ntk::tool {

namespace {

namespace fs = std::filesystem;

bool is_authored(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

bool is_plan(const fs::path& path) { return path.stem().extension() == ".plan"; }

// three-letters.plan.yaml belongs to three-letters.yaml.
fs::path case_of(const fs::path& plan) {
    return plan.parent_path() / (plan.stem().stem().string() + plan.extension().string());
}

fs::path plan_of(const fs::path& scenario) {
    return scenario.parent_path() / (scenario.stem().string() + ".plan" + scenario.extension().string());
}

fs::path checklist_of(const fs::path& scenario) {
    return scenario.parent_path() / (scenario.stem().string() + ".checklist.md");
}

bool is_case_there(const fs::path& plan) {
    std::error_code error;
    return fs::exists(case_of(plan), error);
}

std::vector<AllowedFinding> check_case_file(const fs::path& path, const Tree& tree, RuleShelf& shelf,
                                            Diagnostics& diagnostics) {
    BesideCase beside;
    std::error_code error;
    const fs::path plan = plan_of(path);
    const fs::path checklist = checklist_of(path);
    beside.plan_name = plan.filename().string();
    beside.checklist_name = checklist.filename().string();
    beside.has_case = [&](const std::string& id) {
        return fs::exists(path.parent_path() / (id + path.extension().string()), error);
    };
    Tree plan_tree;
    if (fs::exists(plan, error)) {
        plan_tree = read_tree_file(plan, diagnostics);
        beside.plan = &plan_tree;
    }
    std::string checklist_text;
    if (fs::exists(checklist, error)) {
        auto read = read_file(checklist);
        checklist_text = read.value_or("");
        beside.checklist_source = diagnostics.add_source(checklist.string(), checklist_text);
        if (read)
            beside.checklist = &checklist_text;
        else
            diagnostics.report("E003", {beside.checklist_source, 0, 0}, read.error().message, read.error().hint);
    }
    return check_case(
        tree, beside, [&](const Scenario& scenario, Diagnostics& found) { return shelf.load_for(scenario, found); },
        diagnostics);
}

// A pack is checked with those it is laid over, as on the first day on which all of them are in force.
void check_pack(const fs::path& path, Diagnostics& diagnostics) {
    Diagnostics of_the_head;  // the same files are read again below
    read_stack(stack_of(path.string(), of_the_head), "", diagnostics);
}

void check_pack_tests(const Tree& tree, Diagnostics& diagnostics) {
    const Tree* pack = tree.find("pack");
    if (pack == nullptr) return;
    const Tree* packs = tree.find("packs");
    const Tree* day = tree.find("as_of");
    std::vector<std::string> names;
    if (packs != nullptr)
        for (const Tree& name : packs->items) names.push_back(name.text);
    if (names.empty()) names = stack_of(pack->text, diagnostics);
    const RuleStack stack = read_stack(names, day == nullptr ? "" : day->text, diagnostics);
    if (stack.rules && !diagnostics.has_errors()) run_pack_tests(tree, stack.rules, diagnostics);
}

void check_tree(const fs::path& file, const Tree& tree, RuleShelf& rules, CheckFindings& findings) {
    Diagnostics& diagnostics = findings.diagnostics;
    if (tree.find("scenario") != nullptr) {
        findings.allowed = check_case_file(file, tree, rules, diagnostics);
        return;
    }
    look_for_people(tree.place.source, diagnostics);
    if (tree.find("tests") != nullptr) {
        check_pack_tests(tree, diagnostics);
    } else if (tree.find("translation") != nullptr) {
        check_translation_file(file, tree, diagnostics);
    } else if (tree.find("pack") != nullptr) {
        check_pack(file, diagnostics);
    } else if (tree.find("program") != nullptr) {
        check_program_words(tree, diagnostics);
    } else if (tree.find("plan") != nullptr) {
        read_plan(tree, diagnostics);
    } else if (tree.find("situation") != nullptr) {
        read_situation_file(tree, diagnostics);
    }
}

// The names of the authored files in a folder, in order.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, error), end; !error && entry != end;
         entry.increment(error))
        if (is_authored(entry->path())) names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

// Every pack there is, in one digest.
std::string digest_of_packs() {
    std::string all;
    for (const std::string& name : names_in(pack_folder()))
        all += name + " " + sha256(read_file(pack_folder() / name).value_or("")) + "\n";
    return sha256(all);
}

}  // namespace

std::vector<fs::path> files_to_check(const std::vector<std::string>& paths) {
    std::vector<fs::path> files;
    std::error_code error;
    std::vector<std::string> all = paths;
    if (all.empty())
        all = {(product_root() / "scenarios").string(), pack_folder().string(),
               program_words_file(product_root()).parent_path().string()};
    for (const std::string& path : all) {
        if (!fs::is_directory(path, error)) {
            files.emplace_back(path);
            continue;
        }
        for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
            if (entry->is_regular_file(error) && is_authored(entry->path())) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    const std::set<fs::path> known(files.begin(), files.end());
    std::erase_if(files, [&](const fs::path& file) { return is_plan(file) && known.count(case_of(file)) != 0; });
    return files;
}

Checker::Checker(bool keep) : keep_(keep), rules_(product_root()) { refresh(); }

void Checker::refresh() {
    rules_ = RuleShelf(product_root());
    packs_ = program_identity() + "\n" + digest_of_packs();
}

std::string Checker::digest_of(const fs::path& path) const {
    const fs::path file = is_plan(path) ? case_of(path) : path;
    std::string read = packs_ + "\n" + path.string() + "\n";
    for (const fs::path& part : {path, file, plan_of(file), checklist_of(file)}) {
        const auto text = read_file(part);
        read += text ? sha256(*text) + "\n" : text.error().message + "\n";
    }
    if (path.parent_path().parent_path().filename() == "locale")
        read += sha256(read_file(file_translated_by(path)).value_or("")) + "\n";
    // A case may offer another of its folder.
    for (const std::string& name : names_in(file.parent_path())) read += name + "\n";
    return sha256(read);
}

CheckFindings Checker::check(const fs::path& path) {
    const std::string key = keep_ ? digest_of(path) : std::string();  // it takes reading all the files
    if (keep_)
        if (const auto bytes = recall_bytes("findings", key))
            if (auto known =
                    unpack_findings(*bytes, [](const std::string& name) { return read_file(name).value_or(""); }))
                return std::move(*known);
    CheckFindings findings;
    const bool with_case = is_plan(path) && is_case_there(path);
    const fs::path file = with_case ? case_of(path) : path;
    check_tree(file, read_tree_file(file, findings.diagnostics), rules_, findings);
    if (keep_) keep_bytes("findings", key, pack_findings(findings));
    return findings;
}

}  // namespace ntk::tool
