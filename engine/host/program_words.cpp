#include "engine/host/program_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/host/translations.h"
#include "engine/text/fields.h"
#include "engine/text/json_text.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

// The words of a text in small letters, without marks and slots.
std::vector<std::string> plain_words(std::string_view text) {
    std::vector<std::string> words(1);
    bool in_slot = false;
    for (const char c : text) {
        in_slot = c == '{' || (in_slot && c != '}');
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool letter = !in_slot && ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'));
        if (letter)
            words.back() += small;
        else if (!words.back().empty() && c != '\'')
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::string in_quotes(const std::string& text) {
    std::string out;
    append_json(out, text);
    return out;
}

std::string new_id(const std::string& text, const std::set<std::string>& taken) {
    std::string id;
    for (const std::string& word : plain_words(forms_of(text).front())) {
        if (id.size() + word.size() > 40) break;
        id += (id.empty() ? "" : "-") + word;
    }
    if (id.empty()) id = "text";
    std::string free = id;
    for (int n = 2; taken.count(free) != 0; ++n) free = id + "-" + std::to_string(n);
    return free;
}

// Whether one wording may have become the other: two thirds of the words of the longer stand in both.
bool reworded(const std::string& before, const std::string& now) {
    std::vector<std::string> a = plain_words(before);
    std::vector<std::string> b = plain_words(now);
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t longer = std::max(a.size(), b.size());
    return longer > 2 && both.size() * 3 >= longer * 2;
}

}  // namespace

fs::path program_words_file(const fs::path& root) { return root / "assets" / "words" / "program.yaml"; }

const FieldTable& program_words_table() {
    static const FieldTable table{
        "program words",
        {{"program", shape::keyed(shape::prose(shape::filled_text())), shape::needed,
          "The program's own words, each under its id. Written from the program: change them there."}}};
    return table;
}

void check_program_words(const Tree& catalogue, Diagnostics& diagnostics) {
    Fields fields(catalogue, "the program's words", diagnostics, program_words_table());
    for (const TreeEntry* entry : fields.entries("program"))
        static_cast<void>(read_text(entry->value, entry->key, diagnostics));
    fields.finish();
}

void speak(const fs::path& root, const std::string& language, Diagnostics& diagnostics) {
    ProgramWords words{language, {}};
    const bool needs_file = !language.empty() && language != "en-GB" && language != made_up_language;
    if (const auto read = needs_file ? load_translation(program_words_file(root), language, diagnostics) : std::nullopt)
        for (const auto& [id, text] : read->texts) words.says[text.from] = text.says;
    use_program_words(words);
}

std::vector<std::string> program_languages(const fs::path& root) {
    std::vector<std::string> found;
    std::error_code error;
    const fs::path folder = program_words_file(root).parent_path() / "locale";
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string language = entry->path().filename().string();
        if (is_language(language) && fs::exists(entry->path() / program_words_file(root).filename(), error))
            found.push_back(language);
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string program_words_yaml(const Tree& catalogue) {
    std::map<std::string, std::string> before;  // id by text
    if (const Tree* all = catalogue.find("program"))
        for (const TreeEntry& entry : all->entries) before[entry.value.text] = entry.key;
    std::map<std::string, std::string> now;  // text by id
    std::set<std::string> texts;
    for (const ProgramText* text = ProgramText::first(); text != nullptr; text = text->next())
        texts.emplace(text->en());
    std::set<std::string> added;
    for (const std::string& text : texts) {
        const auto found = before.find(text);
        if (found == before.end()) {
            added.insert(text);
            continue;
        }
        now[found->second] = text;
        before.erase(found);
    }
    for (const std::string& text : added) {
        const auto old =
            std::find_if(before.begin(), before.end(), [&](const auto& each) { return reworded(each.first, text); });
        std::set<std::string> taken;
        for (const auto& [id, other] : now) taken.insert(id);
        for (const auto& [other, id] : before) taken.insert(id);
        now[old == before.end() ? new_id(text, taken) : old->second] = text;
        if (old != before.end()) before.erase(old);
    }
    std::string yaml = "program:\n";
    for (const auto& [id, text] : now) yaml += "  " + in_quotes(id) + ": " + in_quotes(text) + "\n";
    return yaml;
}

}  // namespace ntk
