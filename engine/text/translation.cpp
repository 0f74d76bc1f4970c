#include "engine/text/translation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/text/fields.h"
#include "engine/text/json_text.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

const FieldTable& heading_fields() {
    static const FieldTable table{
        "translation heading",
        {{"language", shape::matching("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), shape::needed, "The language, such as cy."},
         {"of", shape::filled_text(), shape::needed, "The id of the file that it translates."}}};
    return table;
}

const FieldTable& text_fields() {
    static const FieldTable table{
        "translated text",
        {{"en", shape::text(), false, "The wording to be translated, for whoever translates."},
         {"from", shape::filled_text(), shape::needed, "The mark of the wording it was translated from."},
         {"says", shape::text(), false, "The translation; empty until there is one."}}};
    return table;
}

bool is_scalar(Shape::Kind kind) {
    return kind == Shape::Kind::text || kind == Shape::Kind::flag || kind == Shape::Kind::number ||
           kind == Shape::Kind::choice;
}

// Of the shapes that a value may have, the one it has; null when it has none of them.
const Shape* shape_of(const Tree& tree, const std::vector<Shape>& parts) {
    const Shape* found = nullptr;
    for (const Shape& part : parts) {
        const bool fits = part.kind == Shape::Kind::any || part.kind == Shape::Kind::either ||
                          (tree.kind == Tree::Kind::scalar && is_scalar(part.kind)) ||
                          (tree.kind == Tree::Kind::list && part.kind == Shape::Kind::list) ||
                          (tree.kind == Tree::Kind::mapping &&
                           (part.kind == Shape::Kind::mapping || part.kind == Shape::Kind::keyed));
        if (!fits) continue;
        if (part.kind == Shape::Kind::choice)  // a word of the format, not words for people
            if (std::find(part.values.begin(), part.values.end(), tree.text) != part.values.end()) return nullptr;
        if (found == nullptr) found = &part;
    }
    return found;
}

std::string joined(const std::string& path, const std::string& name) { return path.empty() ? name : path + "." + name; }

std::string name_in_list(const Tree& item, std::size_t index) {
    const Tree* id = item.kind == Tree::Kind::mapping ? item.find("id") : nullptr;
    return id != nullptr && !id->text.empty() ? id->text : std::to_string(index + 1);
}

// Calls f(id, scalar) for every text for people below a value of this shape. T is Tree or const Tree.
template <class T, class F>
void each_text(T& tree, const Shape& shape, const std::string& path, F& f);

template <class T, class F>
void each_text(T& tree, const FieldTable& given, const std::string& path, F& f) {
    const FieldTable& table = table_of(tree, given);
    for (auto& entry : tree.entries)
        if (const FieldRow* row = table.find(entry.key)) each_text(entry.value, row->shape, joined(path, entry.key), f);
}

template <class T, class F>
void each_text(T& tree, const Shape& shape, const std::string& path, F& f) {
    switch (shape.kind) {
        case Shape::Kind::text:
            if (shape.prose && tree.kind == Tree::Kind::scalar && !tree.text.empty()) f(path, tree);
            return;
        case Shape::Kind::list:
            for (std::size_t i = 0; i < tree.items.size(); ++i)
                each_text(tree.items[i], shape.parts.front(), joined(path, name_in_list(tree.items[i], i)), f);
            return;
        case Shape::Kind::keyed:
            if (shape.parts.empty()) return;
            for (auto& entry : tree.entries) each_text(entry.value, shape.parts.front(), joined(path, entry.key), f);
            return;
        case Shape::Kind::mapping:
            if (tree.kind == Tree::Kind::mapping) each_text(tree, shape.fields(), path, f);
            return;
        case Shape::Kind::either:
            if (const Shape* part = shape_of(tree, shape.parts)) each_text(tree, *part, path, f);
            return;
        default: return;
    }
}

// The names in braces, such as {failed}, that something is filled into later.
std::multiset<std::string> slots_of(std::string_view text) {
    std::multiset<std::string> slots;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) break;
        slots.emplace(text.substr(open, close - open + 1));
    }
    return slots;
}

// What tells the forms of a text apart is the number, which a form may leave out; the rest is the same in each.
std::multiset<std::string> slots_beside_number(std::string_view text) {
    std::multiset<std::string> slots = slots_of(text);
    slots.erase("{n}");
    return slots;
}

// Whether a translation fills in what its text does, in each of its forms.
bool same_slots(std::string_view text, std::string_view says) {
    const std::vector<std::string> forms = forms_of(text);
    if (forms.size() == 1) return slots_of(text) == slots_of(says);
    const std::multiset<std::string> wanted = slots_beside_number(forms.back());
    const std::vector<std::string> found = forms_of(says);
    return std::all_of(found.begin(), found.end(),
                       [&](const std::string& form) { return slots_beside_number(form) == wanted; });
}

// Some languages take more letters, some letters take more bytes; a text ten times as long is a slip.
std::size_t most_bytes(const std::string& text) { return 500 + 10 * text.size(); }

std::string joined_slots(const std::multiset<std::string>& slots) {
    std::string text;
    for (const std::string& slot : slots) text += (text.empty() ? "" : ", ") + slot;
    return text.empty() ? "nothing" : text;
}

constexpr std::string_view terms = "terms.";

// The glossary at the top of a file, whose keys are terms; null without one.
template <class T>
auto* glossary_of(T& file, const FieldTable& table) {
    const FieldRow* row = table.find("glossary");
    const bool has_one = row != nullptr && row->shape.kind == Shape::Kind::keyed;
    decltype(&file) found = nullptr;
    for (auto& entry : file.entries)
        if (has_one && entry.key == "glossary" && entry.value.kind == Tree::Kind::mapping) found = &entry.value;
    return found;
}

// Gives terms other names, where they are explained and where scenes offer them.
void rename_terms(Tree& file, const FieldTable& table, const std::map<std::string, std::string>& names) {
    Tree* glossary = glossary_of(file, table);
    if (glossary == nullptr || names.empty()) return;
    const auto rename = [&](std::string& term) {
        if (const auto found = names.find(term); found != names.end()) term = found->second;
    };
    for (TreeEntry& entry : glossary->entries) rename(entry.key);
    for (TreeEntry& section : file.entries) {
        if (section.key != "nodes") continue;
        for (TreeEntry& scene : section.value.entries)
            for (TreeEntry& field : scene.value.entries)
                if (field.key == "glossary")
                    for (Tree& term : field.value.items) rename(term.text);
    }
}

// What each term is called in the other language. Of two that would come out the same, the later keeps its own name.
std::map<std::string, std::string> names_of_terms(const std::vector<SourceText>& texts,
                                                  const Translation& translation) {
    std::map<std::string, std::string> names;
    std::set<std::string> taken;
    for (const SourceText& text : texts)
        if (text.id.starts_with(terms)) taken.insert(text.text);
    for (const SourceText& text : texts) {
        if (!text.id.starts_with(terms) || state_of(text, translation) != TextState::ok) continue;
        const std::string& says = translation.texts.at(text.id).says;
        if (can_stand_for(text.text, says) && taken.insert(says).second) names[text.text] = says;
    }
    return names;
}

std::string quoted(std::string_view text) {
    std::string json;
    append_json(json, text);
    return json;
}

}  // namespace

std::vector<SourceText> texts_of(const Tree& file, const FieldTable& table) {
    std::vector<SourceText> texts;
    const auto note = [&](const std::string& id, const Tree& text) { texts.push_back({id, text.text, text.place}); };
    each_text(file, table, "", note);
    if (const Tree* glossary = glossary_of(file, table))
        for (const TreeEntry& entry : glossary->entries)
            texts.push_back({std::string(terms) + entry.key, entry.key, entry.key_place});
    return texts;
}

// Two or three small letters, then parts of two to eight letters or digits, as in pt-BR.
bool is_language(std::string_view code) {
    bool first = true;
    while (true) {
        const std::size_t end = std::min(code.find('-'), code.size());
        const std::string_view part = code.substr(0, end);
        const bool letters = std::all_of(part.begin(), part.end(), [&](char c) {
            return (c >= 'a' && c <= 'z') || (!first && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')));
        });
        if (!letters || part.size() < 2 || part.size() > (first ? 3U : 8U)) return false;
        if (end == code.size()) return true;
        code.remove_prefix(end + 1);
        first = false;
    }
}

std::string wording_mark(std::string_view text) { return sha256(text).substr(0, 12); }

const FieldTable& translation_file() {
    static const FieldTable table{
        "translation file",
        {{"translation", shape::mapping(heading_fields), shape::needed, "Into which language, and of what."},
         {"texts", shape::keyed(shape::mapping(text_fields)), false, "The texts, each under its id."}}};
    return table;
}

std::optional<Translation> read_translation(const Tree& tree, Diagnostics& diagnostics) {
    Translation translation;
    translation.place = tree.place;
    Fields file(tree, "the translation file", diagnostics, translation_file());
    if (const Tree* heading = file.require("translation")) {
        Fields fields(*heading, "the translation heading", diagnostics, heading_fields());
        translation.language = fields.require_text("language");
        translation.of = fields.require_text("of");
        fields.finish();
        if (!is_language(translation.language))
            diagnostics.report("E670", heading->place, "'" + translation.language + "' is not the code of a language",
                               "write it as in cy, pl or pt-BR");
    }
    for (const TreeEntry* entry : file.entries("texts")) {
        Fields fields(entry->value, "the text '" + entry->key + "'", diagnostics, text_fields());
        TranslatedText text;
        text.place = entry->key_place;
        fields.text("en");
        text.from = fields.require_text("from");
        text.says = fields.text("says");
        fields.finish();
        translation.texts.emplace(entry->key, std::move(text));
    }
    file.finish();
    if (diagnostics.has_errors()) return std::nullopt;
    return translation;
}

TextState state_of(const SourceText& text, const Translation& translation) {
    const auto found = translation.texts.find(text.id);
    if (found == translation.texts.end() || found->second.says.empty()) return TextState::fresh;
    return found->second.from == wording_mark(text.text) ? TextState::ok : TextState::stale;
}

TextCounts count_texts(const std::vector<SourceText>& texts, const Translation& translation) {
    TextCounts counts;
    for (const SourceText& text : texts) {
        const TextState state = state_of(text, translation);
        ++(state == TextState::fresh ? counts.fresh : state == TextState::stale ? counts.stale : counts.ok);
    }
    return counts;
}

bool can_stand_for(const std::string& text, const std::string& says) {
    return says.size() <= most_bytes(text) && same_slots(text, says);
}

void check_translation(const Translation& translation, const std::vector<SourceText>& texts, Diagnostics& diagnostics) {
    std::set<std::string> known;
    std::vector<std::string> missing;
    std::map<std::string, std::string> words;  // for terms, by translation
    for (const SourceText& text : texts) {
        known.insert(text.id);
        const TextState state = state_of(text, translation);
        if (state == TextState::fresh) {
            missing.push_back(text.id);
            continue;
        }
        const TranslatedText& translated = translation.texts.at(text.id);
        if (state == TextState::stale)
            diagnostics.report("W671", translated.place, "'" + text.id + "' has been reworded since it was translated",
                               "look it over against the new wording, then: needtoknow locale " + translation.language +
                                   " <file> --accept " + text.id);
        const auto wanted = slots_of(text.text);
        const auto found = slots_of(translated.says);
        if (!same_slots(text.text, translated.says))
            diagnostics.report("E672", translated.place,
                               "'" + text.id + "' fills in " + joined_slots(found) + " where its source fills in " +
                                   joined_slots(wanted),
                               "names in braces are filled in later; keep each of them as it is");
        if (translated.says.size() > most_bytes(text.text))
            diagnostics.report("E676", translated.place,
                               "'" + text.id + "' has " + std::to_string(translated.says.size()) +
                                   " bytes in translation and " + std::to_string(text.text.size()) + " in its source",
                               "look whether something else was pasted here; at most " +
                                   std::to_string(most_bytes(text.text)) + " are taken");
        if (!text.id.starts_with(terms) || state != TextState::ok) continue;
        const auto [other, is_first] = words.emplace(translated.says, text.text);
        if (!is_first)
            diagnostics.report("E675", translated.place,
                               "the terms '" + other->second + "' and '" + text.text + "' have one translation",
                               "give each a word of its own, so that each leads to its own meaning");
    }
    for (const auto& [id, translated] : translation.texts)
        if (known.count(id) == 0)
            diagnostics.report("E671", translated.place, "there is no text '" + id + "' in '" + translation.of + "'",
                               did_you_mean(id, {known.begin(), known.end()}));
    if (!missing.empty())
        diagnostics.report(
            "W670", translation.place,
            std::to_string(missing.size()) + " of " + std::to_string(texts.size()) +
                " texts are not translated; the first is '" + missing.front() + "'",
            "'needtoknow locale " + translation.language + " <file>' adds what is missing, to be filled in");
}

Tree in_language(Tree file, const FieldTable& table, const Translation& translation) {
    const auto names = names_of_terms(texts_of(file, table), translation);
    const auto translate = [&](const std::string& id, Tree& text) {
        const bool ok = state_of({id, text.text, text.place}, translation) == TextState::ok;
        if (ok && can_stand_for(text.text, translation.texts.at(id).says))
            text.text = translation.texts.at(id).says;
        else
            text.text = "[en] " + text.text;
        text.quoted = true;
    };
    each_text(file, table, "", translate);
    rename_terms(file, table, names);
    return file;
}

Tree in_made_up_language(Tree file, const FieldTable& table) {
    const auto make_up = [](const std::string&, Tree& text) {
        text.text = in_made_up_language(text.text);
        text.quoted = true;
    };
    each_text(file, table, "", make_up);
    std::map<std::string, std::string> names;
    if (const Tree* glossary = glossary_of(file, table))
        for (const TreeEntry& entry : glossary->entries) names[entry.key] = in_made_up_language(entry.key);
    rename_terms(file, table, names);
    return file;
}

std::string translation_yaml(const Translation& translation, const std::vector<SourceText>& texts) {
    std::string yaml =
        "translation: { language: " + translation.language + ", of: " + translation.of + " }\n\ntexts:\n";
    const auto write = [&](const std::string& id, const std::string& en, const std::string& from,
                           const std::string& says) {
        yaml += "  " + quoted(id) + ":\n";
        if (!en.empty()) yaml += "    en: " + quoted(en) + "\n";
        yaml += "    from: " + quoted(from) + "\n    says: " + quoted(says) + "\n";
    };
    std::set<std::string> known;
    for (const SourceText& text : texts) {
        if (!known.insert(text.id).second) continue;
        const auto found = translation.texts.find(text.id);
        const bool translated = found != translation.texts.end() && !found->second.says.empty();
        write(text.id, text.text, translated ? found->second.from : wording_mark(text.text),
              translated ? found->second.says : "");
    }
    for (const auto& [id, text] : translation.texts)  // of texts that are gone: kept until somebody takes them out
        if (known.count(id) == 0 && !text.says.empty()) write(id, "", text.from, text.says);
    return yaml;
}

}  // namespace ntk
