#include "engine/study/twee_case.h"

#include <algorithm>
#include <string_view>

#include "engine/text/json.h"

namespace ntk {

namespace {

constexpr std::size_t widest = 116;

std::string quoted(std::string_view text) { return Json(text).canonical(); }

// A text of any length as a YAML value: in quotes when it fits on the line, folded below it otherwise.
std::string value(const std::string& text, std::size_t indent) {
    std::string one_line = quoted(text);
    if (indent + one_line.size() + 12 <= widest) return one_line;
    std::string folded = ">-";
    const std::string margin = "\n" + std::string(indent, ' ');
    std::size_t column = widest;  // so that the first word begins a line
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const bool fits = column + 1 + word.size() < widest;
        folded += fits ? " " : margin;
        column = fits ? column + 1 + word.size() : indent + word.size();
        folded += word;
        at = end + 1;
    }
    return folded;
}

constexpr std::string_view heading =
    R"(# @title@: brought in from a Twine story. It reads and plays, and nothing in it is judged yet.
#
# Every "to do" below is for you: who is who, what is known, and what each option does in the words of the engine.
# scenarios/README.md lists the facts and the acts; `needtoknow new` writes a small whole case to look at.

scenario: { id: @id@, title: @title_text@, version: 0.1.0, status: a draft that nobody has reviewed }
guidance: { packs: [england-2024, plymouth], as_of: 2024-09-01 }

# To do: what the library shows.
card:
  role: @role_text@
  place: To be written
  neglect: To be written
  minutes: [10, 20]
  levels: ["1"]
  blurb: To be written.
  content_note: To be written.
  own_story: You can stop at any time. Nothing is lost, and no one is told.
  objectives: [To be written.]

# To do: who the learner is, what they know and what is expected of them.
briefing: [To be written.]

# To do: the facts, then the people, agencies, items, requests and events of the story.
learner: { sector: school, organisation: school, route: direct }
case: { need: early_help, harm: possible }
people:
  the_child: { name: The child, about: To be written., role: child }

# To do: meters that choose the ending, and the glossary.
defaults:
  standing:
    - record:
        { parts: [decision, reason, recipient, basis, condition, ground, classification, objection, advice, harm_view] }

)";

constexpr std::string_view closing = R"(# To do: endings, told apart by meters. The last one has no `when`.
endings:
  - { id: over, title: The end, text: To be written., childs_week: To be written. }
debrief: { questions: ["What was the child's day like at each point?"] }
review:
  author: To be written
  reviewer: none
  date: @date@
  sources: [The Twine story this was made from]
)";

class CaseWriter {
  public:
    CaseWriter(const TweeStory& story, const NewCase& names) : story_(story), names_(names) {}

    CaseFromStory write() {
        name_scenes();
        made_.to_do.emplace_back("the top of the file: card, briefing, learner, case, people, agencies and items");
        made_.yaml = fill_template(heading, names_);
        made_.yaml += "start: " + ids_[static_cast<std::size_t>(story_.start)] + "\n\nnodes:\n";
        for (std::size_t i = 0; i < story_.passages.size(); ++i)
            if (story_.passages[i].reached) made_.yaml += scene(i) + "\n";
        made_.to_do.emplace_back("the end of the file: endings, debrief and review");
        made_.yaml += fill_template(closing, names_);
        write_unreached();
        return std::move(made_);
    }

  private:
    static bool decides(const TweePassage& passage) { return passage.links.size() > 1; }

    // D for decisions and C for what follows from them, as in the cases we ship.
    void name_scenes() {
        int decisions = 0;
        int others = 0;
        for (const TweePassage& passage : story_.passages)
            ids_.push_back(decides(passage) ? "D" + std::to_string(++decisions) : "C" + std::to_string(++others));
    }

    std::string scene(std::size_t number) {
        const TweePassage& passage = story_.passages[number];
        const std::string& id = ids_[number];
        ++made_.scenes;
        std::string text = "  " + id + ":\n    title: " + value(passage.name, 6) + "\n";
        const bool first = static_cast<int>(number) == story_.start;
        text += first ? "    at: \"w1 Mon 09:00\"\n" : "    at: \"+1h\"  # to do: when it happens\n";
        text += "    text:\n";
        if (passage.paragraphs.empty()) {
            text += "      - To be written.\n";
            made_.to_do.push_back(id + ": words for this scene; the passage has none beside its links");
        }
        for (const std::string& paragraph : passage.paragraphs) text += "      - " + value(paragraph, 8) + "\n";
        if (!decides(passage)) return text + way_on(passage);
        ++made_.decisions;
        text += "    # to do: reveals, changes, glossary, prompt\n    childs_day: To be written.\n    options:\n";
        made_.to_do.push_back(id + ": the child's day, and what comes to light (reveals, changes)");
        char letter = 'a';
        for (const TweeLink& link : passage.links) text += option(link, id, letter++);
        return text;
    }

    std::string way_on(const TweePassage& passage) const {
        if (passage.links.empty()) return "    then: end\n";
        const TweeLink& link = passage.links.front();
        return "    then: " + ids_[static_cast<std::size_t>(link.target)] + "  # the link said: " + link.words + "\n";
    }

    std::string option(const TweeLink& link, const std::string& scene, char letter) {
        ++made_.options;
        const std::string name = scene + " " + letter;
        made_.to_do.push_back(name + ", " + quoted(link.words) + ": acts, why it tempts, words to say aloud, expect");
        return std::string("      - id: ") + letter + "\n        say: " + value(link.words, 10) +
               "\n        does: []  # to do: the acts, such as share, inform, withhold or record\n        then: " +
               ids_[static_cast<std::size_t>(link.target)] +
               "\n        tempts: To be written.\n        aloud: To be written.\n        # to do: meters, expect\n";
    }

    void write_unreached() {
        std::string text;
        for (const TweePassage& passage : story_.passages) {
            if (passage.reached) continue;
            made_.to_do.push_back("the passage " + quoted(passage.name) +
                                  ", to which no link leads: it stands at the end of the file as a comment");
            text += "#\n# " + passage.name + "\n";
            for (const std::string& paragraph : passage.paragraphs) text += "#   " + paragraph + "\n";
            for (const TweeLink& link : passage.links)
                text += "#   link: " + link.words + " -> " +
                        story_.passages[static_cast<std::size_t>(link.target)].name + "\n";
        }
        if (!text.empty()) made_.yaml += "\n# Passages to which no link leads from the start:\n" + text;
    }

    const TweeStory& story_;
    const NewCase& names_;
    std::vector<std::string> ids_;
    CaseFromStory made_;
};

}  // namespace

CaseFromStory case_from_story(const TweeStory& story, const NewCase& names) { return CaseWriter(story, names).write(); }

std::string id_from_title(std::string_view title) {
    std::string id;
    for (const char c : title) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool kept = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept && (!id.empty() || c > '9'))
            id += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!kept && c != '\'' && !id.empty() && id.back() != '-')
            id += '-';
        if (id.size() == 60) break;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "story" : id;
}

}  // namespace ntk
