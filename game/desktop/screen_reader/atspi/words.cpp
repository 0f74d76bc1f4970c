// Words that can be gone through letter by letter, and boxes of writing: AtkText and AtkEditableText.
#include <algorithm>
#include <string>

#include "game/desktop/screen_reader/atspi/thing.h"

namespace ntk::desktop::atspi {

namespace {

enum class Unit { letter, word, sentence, line };

// A part of some words, counted in letters.
struct Span {
    glong begin = 0, end = 0;
};

const std::string nothing;

const std::string& words_behind(gpointer object) {
    const Item* item = item_of(object);
    return item != nullptr ? words_of(*item) : nothing;
}

gchar* cut(const std::string& words, Span span) { return g_utf8_substring(words.c_str(), span.begin, span.end); }

bool begins(const gunichar* letters, glong at, Unit unit) {
    if (at == 0) return true;
    const gunichar before = letters[at - 1];
    switch (unit) {
        case Unit::letter: return true;
        case Unit::word: return g_unichar_isspace(before) && !g_unichar_isspace(letters[at]);
        case Unit::line: return before == '\n';
        case Unit::sentence:
            return before == '\n' || (g_unichar_isspace(before) && at > 1 &&
                                      (letters[at - 2] == '.' || letters[at - 2] == '!' || letters[at - 2] == '?'));
    }
    return true;
}

// The unit around a letter; with `step` -1 the one before it, with 1 the one after it.
Span unit_at(const std::string& words, glong at, Unit unit, int step) {
    glong length = 0;
    gunichar* letters = g_utf8_to_ucs4_fast(words.c_str(), static_cast<glong>(words.size()), &length);
    at = std::clamp<glong>(at, 0, length);
    const auto begin_of = [&](glong from) {
        from = std::min(from, length > 0 ? length - 1 : 0);
        while (from > 0 && !begins(letters, from, unit)) --from;
        return from;
    };
    const auto end_of = [&](glong from) {
        if (from >= length) return length;
        ++from;
        while (from < length && !begins(letters, from, unit)) ++from;
        return from;
    };
    Span span{at >= length && unit == Unit::letter ? length : begin_of(at), 0};
    span.end = end_of(span.begin);
    if (step < 0) {
        if (span.begin == 0)
            span.end = 0;
        else
            span = {begin_of(span.begin - 1), span.begin};
    } else if (step > 0) {
        span = {span.end, end_of(span.end)};
    }
    g_free(letters);
    return span;
}

gchar* give(gpointer object, gint at, Unit unit, int step, gint* from, gint* to) {
    const std::string& words = words_behind(object);
    const Span span = unit_at(words, at, unit, step);
    *from = static_cast<gint>(span.begin);
    *to = static_cast<gint>(span.end);
    return cut(words, span);
}

Unit unit_of(AtkTextBoundary boundary) {
    switch (boundary) {
        case ATK_TEXT_BOUNDARY_CHAR: return Unit::letter;
        case ATK_TEXT_BOUNDARY_WORD_START:
        case ATK_TEXT_BOUNDARY_WORD_END: return Unit::word;
        case ATK_TEXT_BOUNDARY_SENTENCE_START:
        case ATK_TEXT_BOUNDARY_SENTENCE_END: return Unit::sentence;
        default: return Unit::line;
    }
}

Unit unit_of(AtkTextGranularity granularity) {
    switch (granularity) {
        case ATK_TEXT_GRANULARITY_CHAR: return Unit::letter;
        case ATK_TEXT_GRANULARITY_WORD: return Unit::word;
        case ATK_TEXT_GRANULARITY_SENTENCE: return Unit::sentence;
        default: return Unit::line;
    }
}

gint count(AtkText* object) { return static_cast<gint>(g_utf8_strlen(words_behind(object).c_str(), -1)); }

gchar* text(AtkText* object, gint from, gint to) {
    const gint all = count(object);
    if (to < 0 || to > all) to = all;
    from = std::clamp(from, 0, to);
    return cut(words_behind(object), {from, to});
}

gunichar letter_at(AtkText* object, gint at) {
    const std::string& words = words_behind(object);
    if (at < 0 || at >= count(object)) return 0;
    return g_utf8_get_char(g_utf8_offset_to_pointer(words.c_str(), at));
}

gchar* text_at(AtkText* object, gint at, AtkTextBoundary boundary, gint* from, gint* to) {
    return give(object, at, unit_of(boundary), 0, from, to);
}
gchar* text_before(AtkText* object, gint at, AtkTextBoundary boundary, gint* from, gint* to) {
    return give(object, at, unit_of(boundary), -1, from, to);
}
gchar* text_after(AtkText* object, gint at, AtkTextBoundary boundary, gint* from, gint* to) {
    return give(object, at, unit_of(boundary), 1, from, to);
}
gchar* string_at(AtkText* object, gint at, AtkTextGranularity granularity, gint* from, gint* to) {
    return give(object, at, unit_of(granularity), 0, from, to);
}

gint caret(AtkText* object) {
    const Item* item = item_of(object);
    return item != nullptr ? item->what.caret : -1;
}

gint selections(AtkText*) { return 0; }

void set_contents(AtkEditableText* object, const gchar* contents) {
    const Item* item = item_of(object);
    if (item != nullptr && contents != nullptr)
        whole().link->ask({ReaderRequest::Kind::write, item->what.id, contents});
}

}  // namespace

const std::string& words_of(const Item& item) {
    return item.what.role == Role::textbox || item.what.role == Role::progress ? item.what.value : item.what.name;
}

void text_interface(gpointer face, gpointer) {
    auto* words = static_cast<AtkTextIface*>(face);
    words->get_text = text;
    words->get_character_count = count;
    words->get_character_at_offset = letter_at;
    words->get_text_at_offset = text_at;
    words->get_text_before_offset = text_before;
    words->get_text_after_offset = text_after;
    words->get_string_at_offset = string_at;
    words->get_caret_offset = caret;
    words->get_n_selections = selections;
}

void writing_interface(gpointer face, gpointer) {
    static_cast<AtkEditableTextIface*>(face)->set_text_contents = set_contents;
}

}  // namespace ntk::desktop::atspi
