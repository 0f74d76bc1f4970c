#include "engine/rules/pack_reader.h"

#include <algorithm>

#include "engine/casework/vocabulary.h"
#include "engine/rules/pack_analysis.h"
#include "engine/rules/pack_shapes.h"
#include "engine/text/sha256.h"
#include "engine/text/version_number.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }
const Type truth{Type::Base::boolean, -1};

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
    return true;
}

// Everything written, without places or layout, so that the digest changes exactly when the content does.
void append_content(const Tree& tree, std::string& out) {
    switch (tree.kind) {
        case Tree::Kind::missing: out += '~'; break;
        case Tree::Kind::scalar: out += (tree.quoted ? '"' : '\'') + tree.text + '\0'; break;
        case Tree::Kind::list:
            out += '[';
            for (const Tree& item : tree.items) append_content(item, out);
            out += ']';
            break;
        case Tree::Kind::mapping:
            out += '{';
            for (const TreeEntry& entry : tree.entries) {
                if (entry.key == "tests") continue;
                out += entry.key + '\0';
                append_content(entry.value, out);
            }
            out += '}';
            break;
    }
}

}  // namespace

RuleBookBuilder::RuleBookBuilder(std::string as_of, Diagnostics& diagnostics)
    : diagnostics_(diagnostics), book_(std::make_shared<RuleBook>()) {
    book_->as_of_ = std::move(as_of);
}

void RuleBookBuilder::add(const Tree& pack) {
    Fields root(pack, "the rule pack", diagnostics_, pack_file());
    append_content(pack, digest_input_);
    read_header(root, book_->stack_.empty());
    read_sources(root);
    read_headings(root);
    read_deadlines(root);
    read_definitions(root, !book_->stack_.empty() && book_->stack_.size() > 1);
    for (const Tree* duty : root.list("duties")) duties_.push_back({duty, pack_id_});
    for (const Tree* norm : root.list("norms")) add_norm(*norm);
    for (const Tree* zone : root.list("zones")) zones_.push_back({zone, pack_id_});
    for (const Tree* op : root.list("overlay")) read_overlay(*op);
    if (const Tree* pass = root.find("pass")) {
        Fields fields(*pass, "the pass rule", diagnostics_, pack_pass_fields());
        book_->pass_rule_.cut_percent = static_cast<int>(fields.number("cut", 70));
        book_->pass_rule_.strand_floor_percent = static_cast<int>(fields.number("floor", 60));
        fields.finish();
    }
    root.find("tests");  // read by pack_tests
    root.finish();
}

void RuleBookBuilder::read_header(Fields& root, bool first) {
    const Tree* tree = root.require("pack");
    if (tree == nullptr) return;
    Fields fields(*tree, "the pack header", diagnostics_, pack_header());
    pack_id_ = fields.require_text("id");
    const std::string version = require_version(fields, diagnostics_);
    const std::string words = fields.require_text("vocabulary");
    if (!words.empty() && words != "core/1")
        diagnostics_.report("E401", tree->place, "this pack is written for the vocabulary '" + words + "'",
                            "this version of the program knows core/1");
    const std::string extends = fields.text("extends");
    if (first && !extends.empty())
        diagnostics_.report("E402", tree->place,
                            "'" + pack_id_ + "' is an overlay and needs '" + extends + "' before it",
                            "list the base pack first: packs: [" + extends + ", " + pack_id_ + "]");
    const bool known_base =
        std::any_of(book_->stack_.begin(), book_->stack_.end(), [&](const PackId& pack) { return pack.id == extends; });
    if (!first && !known_base)
        diagnostics_.report(
            "E402", tree->place, "'" + pack_id_ + "' does not extend a pack that stands before it",
            extends.empty() ? "name the base pack: extends: england-2024" : "put '" + extends + "' first");
    fields.text("title");
    fields.text("note");
    fields.flag("default_on", true);
    for (const char* mapping : {"jurisdiction", "review"})
        if (const Tree* part = fields.find(mapping)) {
            Fields inner(*part, mapping, diagnostics_, pack_place());
            for (const FieldRow& row : pack_place().rows) inner.text(row.name);
            inner.finish();
        }
    if (const Tree* valid = fields.require("valid")) {
        Fields inner(*valid, "the dates it is valid", diagnostics_, pack_validity());
        const std::string from = inner.require_text("from");
        const std::string to = inner.text("to");
        for (const std::string& date : {from, to})
            if (!date.empty() && !is_date(date))
                diagnostics_.report("E403", valid->place, "'" + date + "' is not a date",
                                    "write year-month-day: 2024-05-01");
        if (is_date(from) && (book_->as_of_ < from || (!to.empty() && book_->as_of_ > to)))
            diagnostics_.report("E404", valid->place, "'" + pack_id_ + "' is not in force on " + book_->as_of_,
                                "it is valid from " + from + (to.empty() ? std::string() : " to " + to));
        inner.finish();
    }
    fields.finish();
    book_->stack_.push_back({pack_id_, version});
}

void RuleBookBuilder::read_sources(Fields& root) {
    for (const TreeEntry* entry : root.entries("sources")) {
        Fields fields(entry->value, "the source '" + entry->key + "'", diagnostics_, source_fields());
        Source source;
        source.id = entry->key;
        source.title = fields.require_text("title");
        source.by = fields.require_text("by");
        source.kind = fields.require_text("kind");
        source.published = fields.require_text("published");
        fields.text("checked");
        for (const TreeEntry* part : fields.entries("parts"))
            if (const auto words = read_text(part->value, "the words for a part", diagnostics_))
                source.parts[part->key] = *words;
        fields.finish();
        book_->sources_.push_back(std::move(source));
    }
}

void RuleBookBuilder::read_headings(Fields& root) {
    for (const Tree* tree : root.list("headings")) {
        Fields fields(*tree, "a heading", diagnostics_, heading_fields());
        Heading heading;
        heading.id = fields.require_text("id");
        heading.label = fields.require_text("label");
        heading.title = fields.require_text("title");
        heading.kind = static_cast<Heading::Kind>(fields.choice("kind", "kind of heading").value_or(0));
        fields.finish();
        book_->headings_.push_back(std::move(heading));
    }
}

void RuleBookBuilder::read_deadlines(Fields& root) {
    for (const TreeEntry* entry : root.entries("deadlines"))
        if (const Tree* chosen = dated(entry->value, "the deadline '" + entry->key + "'")) {
            if (chosen->kind != Tree::Kind::list)
                diagnostics_.report("E112", chosen->place, "the deadline '" + entry->key + "' must be a list of steps",
                                    "for example  - { close: true }");
            deadlines_[entry->key] = chosen;
        }
}

// The entry of { 2024-05-01: ... } that applies on the chosen date.
const Tree* RuleBookBuilder::dated(const Tree& by_date, const std::string& what) {
    if (by_date.kind != Tree::Kind::mapping) return &by_date;
    const TreeEntry* best = nullptr;
    for (const TreeEntry& entry : by_date.entries) {
        if (!is_date(entry.key))
            diagnostics_.report("E403", entry.key_place, "'" + entry.key + "' is not a date",
                                "write year-month-day: 2024-05-01");
        else if (entry.key <= book_->as_of_ && (best == nullptr || entry.key > best->key))
            best = &entry;
    }
    if (best == nullptr)
        diagnostics_.report("E405", by_date.place, what + " has no value on " + book_->as_of_,
                            "add an entry with an earlier date");
    return best == nullptr ? nullptr : &best->value;
}

void RuleBookBuilder::read_definitions(Fields& root, bool replace) {
    for (const TreeEntry* entry : root.entries("define")) {
        Fields fields(entry->value, "the definition '" + entry->key + "'", diagnostics_, definition_fields());
        Definitions::Definition definition;
        definition.name = entry->key;
        definition.place = entry->key_place;
        for (const Tree* parameter : fields.list("of"))
            if (auto variable = read_parameter(*parameter, v().schema, diagnostics_))
                definition.parameters.push_back(*variable);
        if (const Tree* is = fields.require("is")) definition.result = read_type(*is, v().schema, diagnostics_);
        if (const Tree* as = fields.require("as"))
            if (const Tree* chosen = dated(*as, "the definition '" + entry->key + "'")) definition.written = *chosen;
        definition.cite = fields.require_text("cite");
        definition.says = fields.require_text("says");
        const bool replaces = fields.flag("replaces", false);
        fields.text("reason");
        fields.finish();
        if (!definition.cite.empty()) check_citation(definition.cite, entry->value.place);
        if (definition.written.kind == Tree::Kind::missing) continue;  // already reported
        book_->definitions_.add(std::move(definition), replace && replaces, diagnostics_);
    }
}

void RuleBookBuilder::add_norm(const Tree& tree) {
    const Tree* id = tree.find("id");
    if (id != nullptr)
        for (const Written& other : norms_)
            if (const Tree* taken = other.tree->find("id"); taken != nullptr && taken->text == id->text)
                diagnostics_.report("E406", id->place, "the norm " + id->text + " is already there",
                                    "give it an id of its own; to change it, use an overlay with op: replace");
    norms_.push_back({&tree, pack_id_});
}

void RuleBookBuilder::read_overlay(const Tree& op_tree) {
    Fields fields(op_tree, "a change", diagnostics_, overlay_fields());
    const std::optional<int> kind = fields.choice("op", "kind of change");
    const std::string target = fields.require_text("target");
    fields.require_text("reason");
    const std::string cite = fields.require_text("cite");
    if (!cite.empty()) check_citation(cite, op_tree.place);
    const std::string replaces_alias = fields.text("replaces_alias");
    const Tree* norm = fields.find("norm");
    const std::vector<std::string> reports = fields.names("reports");
    const std::vector<const Tree*> unless = fields.list("unless");
    fields.finish();
    if (!kind) return;
    const auto old = std::find_if(norms_.begin(), norms_.end(), [&](const Written& written) {
        const Tree* id = written.tree->find("id");
        return id != nullptr && id->text == target;
    });
    const auto zone = std::find_if(zones_.begin(), zones_.end(), [&](const Written& written) {
        const Tree* id = written.tree->find("id");
        return id != nullptr && id->text == target;
    });
    if (*kind == 2 && old == norms_.end() && zone != zones_.end()) {
        zones_.erase(zone);  // a zone of divided practice that the overlay settles
        return;
    }
    if (*kind != 0 && old == norms_.end()) {
        std::vector<std::string> ids;
        for (const Written& written : norms_)
            if (const Tree* id = written.tree->find("id")) ids.push_back(id->text);
        diagnostics_.report("E407", op_tree.place, "there is no norm '" + target + "' to change",
                            did_you_mean(target, ids));
        return;
    }
    if (*kind <= 1 && norm == nullptr) {
        diagnostics_.report("E408", op_tree.place, "op: " + op_tree.find("op")->text + " needs the norm itself",
                            "write it under norm:");
        return;
    }
    if (*kind == 4 && unless.empty()) {
        diagnostics_.report("E111", op_tree.place, "op: except needs the exceptions it brings",
                            "unless: [{ id: ..., says: ..., when: \"...\" }]");
        return;
    }
    switch (*kind) {
        case 0: add_norm(*norm); break;
        case 1: *old = {norm, pack_id_}; break;
        case 2: norms_.erase(old); break;
        case 4: {
            auto& extra = exceptions_[target];
            extra.insert(extra.end(), unless.begin(), unless.end());
            break;
        }
        default: {
            auto& extra = annotations_[target];
            extra.insert(extra.end(), reports.begin(), reports.end());
            break;
        }
    }
    if (!replaces_alias.empty()) aliases_.emplace_back(replaces_alias, target);
}

void RuleBookBuilder::check_citation(const std::string& citation, Place place) {
    const Source* source = book_->source(citation);
    const std::size_t hash = citation.find('#');
    if (source != nullptr && (hash == std::string::npos || source->parts.count(citation.substr(hash + 1)) > 0)) return;
    std::vector<std::string> known;
    for (const Source& s : book_->sources_)
        for (const auto& [part, words] : s.parts) known.push_back(s.id + "#" + part);
    diagnostics_.report("E409", place, "the citation '" + citation + "' is not among the sources",
                        did_you_mean(citation, known));
}

std::shared_ptr<const RuleBook> RuleBookBuilder::finish() {
    book_->definitions_.finish(v().schema, diagnostics_);
    if (diagnostics_.has_errors()) return nullptr;
    compile_duties();
    for (const Written& written : norms_) compile_norm(written);
    for (const auto& [old_id, new_id] : aliases_)
        for (Norm& norm : book_->norms_)
            if (norm.id == old_id) {
                norm.alias_of = new_id;
                norm.families.clear();
            }
    compile_zones();
    for (const auto& [id, extra] : annotations_)
        for (Norm& norm : book_->norms_)
            if (norm.id == id)
                for (const std::string& heading : extra)
                    if (std::find(norm.reports.begin(), norm.reports.end(), heading) == norm.reports.end())
                        norm.reports.push_back(heading);
    check_headings();
    if (diagnostics_.has_errors()) return nullptr;
    analyse_rules(*book_, diagnostics_);
    if (diagnostics_.has_errors()) return nullptr;
    for (Norm& norm : book_->norms_)
        for (Family& family : norm.families) family.index = index_of(family);
    for (DutyRule& rule : book_->duties_) rule.reads = reads_of(rule);
    book_->sha256_ = ntk::sha256(digest_input_ + book_->as_of_);
    return book_;
}

void RuleBookBuilder::check_headings() {
    for (const Norm& norm : book_->norms_)
        for (const std::string& id : norm.reports)
            if (book_->heading(id) == nullptr)
                diagnostics_.report("E410", norm.place,
                                    "the norm " + norm.id + " reports under '" + id + "', which is no heading",
                                    "use the id of one of the headings");
}

void RuleBookBuilder::compile_zones() {
    for (const Written& written : zones_) {
        Fields fields(*written.tree, "a contested zone", diagnostics_, zone_fields());
        Zone zone;
        zone.id = fields.require_text("id");
        zone.says = fields.require_text("says");
        zone.cite = fields.require_text("cite");
        zone.silences = fields.names("silences");
        zone.suspends = fields.names("suspends");
        zone.when = optional(fields, "when", {&v().schema, &book_->definitions_, {}}, truth);
        fields.finish();
        for (const auto* names : {&zone.silences, &zone.suspends})
            for (const std::string& id : *names)
                if (book_->norm(id) == nullptr)
                    diagnostics_.report("E407", written.tree->place,
                                        "the zone " + zone.id + " names the unknown norm '" + id + "'", "");
        book_->zones_.push_back(std::move(zone));
    }
}

Expression RuleBookBuilder::optional(Fields& fields, const char* key, const Scope& scope, Type wanted) {
    const Tree* tree = fields.find(key);
    return tree == nullptr ? Expression{} : compile(*tree, scope, wanted, diagnostics_);
}

std::shared_ptr<const RuleBook> read_rule_book(const std::vector<const Tree*>& packs, const std::string& as_of,
                                               Diagnostics& diagnostics) {
    RuleBookBuilder builder(as_of, diagnostics);
    for (const Tree* pack : packs) builder.add(*pack);
    return builder.finish();
}

}  // namespace ntk
