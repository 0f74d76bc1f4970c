#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "engine/host/form_files.h"
#include "engine/host/source_file.h"
#include "engine/report/report_reader.h"
#include "engine/rules/mutants.h"
#include "engine/rules/pack_tests.h"
#include "engine/rules/rule_book.h"
#include "engine/rules/situation.h"
#include "engine/scenario/assessment_form.h"
#include "engine/scenario/jigsaw.h"
#include "engine/scenario/reader.h"
#include "engine/study/cohort/panel.h"
#include "engine/study/plan.h"
#include "engine/text/json.h"
#include "engine/text/json_table.h"
#include "engine/text/json_text.h"
#include "engine/text/translation.h"
#include "tests/schema/corpus.h"
#include "tests/support/jigsaw_world.h"

namespace ntk {

namespace {

const Tree& base_pack() {
    static const Tree pack = [] {
        Diagnostics diagnostics;
        return read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks/england-2024.yaml", diagnostics);
    }();
    return pack;
}

// The base with one overlay, so that the tests of both find their norms.
std::shared_ptr<const RuleBook> tested_rules() {
    static const std::shared_ptr<const RuleBook> rules = [] {
        Diagnostics diagnostics;
        const Tree over =
            read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks/charity.yaml", diagnostics);
        return read_rule_book({&base_pack(), &over}, "2026-03-02", diagnostics);
    }();
    return rules;
}

void read_pack(const Tree& tree, Diagnostics& diagnostics) {
    const Tree* head = tree.find("pack");
    const Tree* extends = head == nullptr ? nullptr : head->find("extends");
    const bool over = extends != nullptr && extends->text == "england-2024";
    read_rule_book(over ? std::vector<const Tree*>{&base_pack(), &tree} : std::vector<const Tree*>{&tree}, "2026-09-01",
                   diagnostics);
}

void read_tests(const Tree& tree, Diagnostics& diagnostics) {
    run_pack_tests(tree, tested_rules(), diagnostics);
    if (!diagnostics.has_errors()) read_unnoticed(tree, diagnostics);
}

struct KindReader {
    std::string_view kind;
    void (*read)(const Tree& tree, Diagnostics& diagnostics);
};

constexpr KindReader readings[] = {
    {"scenario", [](const Tree& tree, Diagnostics& diagnostics) { read_scenario(tree, diagnostics); }},
    {"plan", [](const Tree& tree, Diagnostics& diagnostics) { read_plan(tree, diagnostics); }},
    {"pack", read_pack},
    {"pack-tests", read_tests},
    {"situation", [](const Tree& tree, Diagnostics& diagnostics) { read_situation_file(tree, diagnostics); }},
    {"form", [](const Tree& tree, Diagnostics& diagnostics) { read_assessment_form(tree, diagnostics); }},
    {"jigsaw", read_jigsaw_example},
    {"translation", [](const Tree& tree, Diagnostics& diagnostics) { read_translation(tree, diagnostics); }},
    {"report", [](const Tree& tree, Diagnostics& diagnostics) { read_report(tree, diagnostics); }},
    {"panel", [](const Tree& tree, Diagnostics& diagnostics) { read_panel(tree, diagnostics); }},
};

// An unquoted number as YAML 1.2 knows it, if it is also one in JSON.
bool is_number(const std::string& text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - start;
    };
    const std::size_t start = at;
    const std::size_t whole = digits();
    if (whole == 0 || whole > 15 || (whole > 1 && text[start] == '0')) return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

// As a writer would have it, to be held to the table of its document.
Json json_of(const Tree& tree) {
    switch (tree.kind) {
        case Tree::Kind::missing: return {};
        case Tree::Kind::scalar:
            if (!tree.quoted && (tree.text == "true" || tree.text == "false")) return tree.text == "true";
            if (!tree.quoted && is_number(tree.text)) return std::int64_t{std::stoll(tree.text)};
            return tree.text;
        case Tree::Kind::list: {
            Json::List list;
            for (const Tree& item : tree.items) list.push_back(json_of(item));
            return list;
        }
        case Tree::Kind::mapping: {
            Json::Object object;
            for (const TreeEntry& entry : tree.entries) object[entry.key] = json_of(entry.value);
            return object;
        }
    }
    return {};
}

void append_tree(std::string& json, const Tree& tree) {
    const char* between = "";
    switch (tree.kind) {
        case Tree::Kind::missing: json += "null"; break;
        case Tree::Kind::scalar:
            if (!tree.quoted && (tree.text == "true" || tree.text == "false" || is_number(tree.text)))
                json += tree.text;
            else
                append_json(json, tree.text);
            break;
        case Tree::Kind::list:
            json += "[";
            for (const Tree& item : tree.items) {
                json += std::exchange(between, ",");
                append_tree(json, item);
            }
            json += "]";
            break;
        case Tree::Kind::mapping:
            json += "{";
            for (const TreeEntry& entry : tree.entries) {
                json += std::exchange(between, ",");
                append_json(json, entry.key);
                json += ":";
                append_tree(json, entry.value);
            }
            json += "}";
            break;
    }
}

}  // namespace

std::vector<std::string> codes_of(std::string_view kind, const Tree& tree) {
    Diagnostics diagnostics;
    diagnostics.add_source("file", "");
    for (const KindReader& reading : readings)
        if (reading.kind == kind) reading.read(tree, diagnostics);
    std::vector<std::string> codes;
    for (const DocumentKind& document : document_kinds())
        if (document.name == kind && kind != "report" && !json_misfits(json_of(tree), document.file()).empty())
            codes.push_back("E115");
    for (const Diagnostic& found : diagnostics.all()) codes.push_back(found.code);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

const DocumentKind* document_of(const Tree& tree) {
    const Tree* schema = tree.find("schema");
    if (schema == nullptr) return nullptr;
    for (const DocumentKind& kind : document_kinds())
        if (schema->text == std::string(kind.name) + "/1") return &kind;
    return nullptr;
}

const SchemaKind* kind_of(std::string_view file_name, const Tree& tree) {
    if (file_name.ends_with(".tests.yaml")) return schema_kind("pack-tests");
    if (tree.entries.empty()) return nullptr;
    for (const SchemaKind& kind : schema_kinds())
        if (kind.first == tree.entries.front().key) return &kind;
    return nullptr;
}

std::string as_json(const Tree& tree) {
    std::string json;
    append_tree(json, tree);
    return json;
}

}  // namespace ntk
