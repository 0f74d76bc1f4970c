#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/shape.h"
#include "engine/text/tree.h"

namespace ntk {

// A text for people in a file that somebody wrote. Its id is stable: the fields that lead to it, where an entry of a
// list goes by its own id if it has one, else by its number: "nodes.D3.options.b.say", "briefing.2".
struct SourceText {
    std::string id, text;
    Place place;
};

// Every text for people in a file, in its order; `table` says which fields hold such. The terms of a glossary, which
// are keys, stand last under "terms".
std::vector<SourceText> texts_of(const Tree& file, const FieldTable& table);

// What tells one wording of a text from another: the first twelve digits of its SHA-256.
std::string wording_mark(std::string_view text);

// One text in another language, with the mark of the wording it was translated from.
struct TranslatedText {
    std::string from, says;
    Place place;
};

// The texts of one file in another language.
struct Translation {
    std::string language;  // as BCP 47 has it: "cy"
    std::string of;        // the id of the file
    Place place;
    std::map<std::string, TranslatedText> texts;  // by id; not yet translated: `says` is empty
};

// Whether it is the code of a language as BCP 47 writes it: cy, pt-BR.
bool is_language(std::string_view code);

// The fields of a file with a translation.
const FieldTable& translation_file();

// Reads such a file. Returns nothing after an error.
std::optional<Translation> read_translation(const Tree& tree, Diagnostics& diagnostics);

// A text is new when nobody has translated it, stale when it has been reworded since.
enum class TextState { fresh, stale, ok };
TextState state_of(const SourceText& text, const Translation& translation);

struct TextCounts {
    std::size_t fresh = 0, stale = 0, ok = 0;
    bool whole() const { return fresh + stale == 0; }
};
TextCounts count_texts(const std::vector<SourceText>& texts, const Translation& translation);

// Whether a translation may stand for this wording of its text: the same slots, no longer than it has any use for.
bool can_stand_for(const std::string& text, const std::string& says);

// Reports what is missing (W670), stale (W671), there without a text (E671), filled in with other slots (E672), far too
// long (E676), or one word for two terms (E675).
void check_translation(const Translation& translation, const std::vector<SourceText>& texts, Diagnostics& diagnostics);

// The file in that language. What is new, stale or cannot stand for its text stays as it is and is marked "[en] ", so
// that it is seen. Terms of a glossary are renamed wherever a scene offers them; one without a translation stays as it
// is, without a mark, so that it is still found in texts that are not translated either.
Tree in_language(Tree file, const FieldTable& table, const Translation& translation);

// The language that is made up to try out faces: every text in marks, accented and two fifths longer.
inline constexpr std::string_view made_up_language = "en-XA";
Tree in_made_up_language(Tree file, const FieldTable& table);
std::string in_made_up_language(std::string_view text);

// The translation brought up to the file as YAML: new texts added, none translated thrown away. A stale one keeps the
// mark of its old wording; to take it as right again, write the mark beside "now".
std::string translation_yaml(const Translation& translation, const std::vector<SourceText>& texts);

}  // namespace ntk
