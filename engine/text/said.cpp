#include "engine/text/said.h"

#include <deque>

#include "engine/text/translation.h"

namespace ntk {

namespace {

constinit const ProgramText* newest = nullptr;
constinit std::atomic<const std::string*> in_use = nullptr;  // the language; null: as written

constinit std::atomic<bool> others_used = false;

constexpr std::string_view bar = " | ";
constexpr std::string_view mark = "[en] ";  // before what is not translated

// Texts in other languages, kept for good: whoever reads one while the language changes reads it to its end.
const std::string* kept_for_good(std::string text) {
    static std::deque<std::string> all;
    return &all.emplace_back(std::move(text));
}

std::string each_form(std::string_view text, std::string (*change)(std::string_view)) {
    std::string all;
    for (const std::string& form : forms_of(text))
        all += (all.empty() ? std::string() : std::string(bar)) + change(form);
    return all;
}

// Whether a text has a letter beside its slots: "{several}, {another}" has none, and is no English.
bool has_words(std::string_view text) {
    bool in_slot = false;
    for (const char c : text) {
        in_slot = c == '{' || (in_slot && c != '}');
        if (!in_slot && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return true;
    }
    return false;
}

std::string marked(std::string_view text) { return (has_words(text) ? std::string(mark) : "") + std::string(text); }

std::string made_up(std::string_view text) { return in_made_up_language(text); }

// As the words say it; marked when it is new, stale, or cannot stand for its text.
std::string in_words(const ProgramText& text, const ProgramWords& words) {
    if (words.language == made_up_language) return each_form(text.en(), made_up);
    const std::string en(text.en());
    const auto found = words.says.find(wording_mark(en));
    const bool ok = found != words.says.end() && !found->second.empty() && can_stand_for(en, found->second);
    const std::size_t wanted = en.find(bar) == std::string::npos ? 1 : plural_forms(words.language);
    return ok && forms_of(found->second).size() == wanted ? found->second : each_form(en, marked);
}

std::string list_of(const std::vector<std::string>& parts, const std::string& last) {
    if (parts.empty()) return {};
    std::string all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        all = fill(i + 1 == parts.size() ? last : "{several}, {another}"_en,
                   {{"several", all}, {"another", parts[i]}, {"last", parts[i]}});
    return all;
}

}  // namespace

ProgramText::ProgramText(std::string_view en) : en_(en), next_(newest) { newest = this; }

const ProgramText* ProgramText::first() { return newest; }

std::string ProgramText::said_of(std::size_t number) const {
    const std::string* other = in_use();
    const bool english = other == nullptr || other->starts_with(mark);
    const std::vector<std::string> forms = forms_of(other == nullptr ? en_ : std::string_view(*other));
    const std::size_t form = plural_form(english ? "en-GB" : program_language(), number);
    return fill(forms[std::min(form, forms.size() - 1)], {{"n", std::to_string(number)}});
}

void use_program_words(const ProgramWords& words) {
    const bool as_written = words.language.empty() || words.language == "en-GB";
    if (!as_written) others_used.store(true, std::memory_order_release);
    in_use.store(as_written ? nullptr : kept_for_good(words.language), std::memory_order_release);
    for (const ProgramText* text = newest; text != nullptr; text = text->next())
        text->says_.store(as_written ? nullptr : kept_for_good(in_words(*text, words)), std::memory_order_release);
}

bool other_words_were_used() { return others_used.load(std::memory_order_acquire); }

std::string program_language() {
    const std::string* language = AsWritten::here() ? nullptr : in_use.load(std::memory_order_acquire);
    return language == nullptr ? "en-GB" : *language;
}

std::vector<std::string> forms_of(std::string_view text) {
    std::vector<std::string> forms;
    for (std::size_t at = text.find(bar); at != std::string_view::npos; at = text.find(bar)) {
        forms.emplace_back(text.substr(0, at));
        text.remove_prefix(at + bar.size());
    }
    forms.emplace_back(text);
    return forms;
}

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> slots) {
    std::string filled;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        const std::size_t close = text.find('}');
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(1, close - 1);
        const auto* slot =
            std::find_if(slots.begin(), slots.end(), [&](const auto& each) { return each.first == name; });
        filled += slot == slots.end() ? text.substr(0, close + 1) : slot->second;
        text.remove_prefix(close + 1);
    }
    return filled += text;
}

std::string and_list(const std::vector<std::string>& parts) { return list_of(parts, "{several} and {last}"_en); }

std::string or_list(const std::vector<std::string>& parts) { return list_of(parts, "{several} or {last}"_en); }

}  // namespace ntk
