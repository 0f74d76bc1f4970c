#include "tests/support/beside_ink.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace ntk {

namespace {

struct Choice {
    const char* say;
    const char* does;
    const char* tempts;
    const char* aloud;
};

// What can be done at any scene, close in length; the acts are those of the clean case.
constexpr Choice choices[] = {
    {"Tell the front door what he said about the cold.", "[ { share: { items: [cold], to: [csc] } } ]",
     "It is quick, and then it is done.", "I am worried about Theo, and this is what he told me."},
    {"Tell Marek first, then tell the front door as well.",
     "[ { inform: { who: [marek], parts: [who, what, why] } }, { share: { items: [cold], to: [csc] } } ]",
     "It is open, and it takes your break.", "I am going to ask for help for Theo, and I tell you first."},
    {"Keep it in mind, and see how he is after a week.",
     "[ { wait: { items: [cold], from: [csc], reason: not_necessary } } ]", "It gives the family some time.",
     "I will look into this today and not next week."},
    {"Ask the head teacher what she would do about it now.", "[ { seek_advice: { from: [head], about: [what] } } ]",
     "She has seen much more than you have.", "May I ask you what you think about this one?"},
    {"Write down what you saw and heard, and date it now.", "[ { record: { parts: [decision, reason] } } ]",
     "It is small, and it can be done at once.", "I write down what I saw, and what I heard."},
};

constexpr const char* sentences[] = {
    "Theo comes in late, and his shoes are wet again.",     "There is no one at the gate to meet him today.",
    "He has no lunch with him, and says he is not hungry.", "A neighbour says that the light is on all night.",
    "Marek rings to say that he is stuck at work.",         "The dinner lady says he asked for a second plate.",
    "He draws a house with one room and a big bed.",        "It is cold out, and he has no coat with him.",
};

std::string clean_case() {
    std::ifstream file(std::filesystem::path(NTK_ROOT) / "tests/support/clean-case.yaml", std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty()) throw std::runtime_error("tests/support/clean-case.yaml cannot be read");
    return text;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t start = text.find(from);
    const std::size_t end = to.empty() ? text.size() : text.find(to, start);
    if (start == std::string::npos || end == std::string::npos)
        throw std::runtime_error("the clean case has changed: " + from);
    return text.substr(start, end - start);
}

}  // namespace

StoryTwice make_story_twice(int number, int scenes) {
    static const std::string model = clean_case();
    StoryTwice story;
    story.id = "story-" + std::to_string(number);
    story.yaml = between(model, "scenario:", "start: D1");
    story.yaml.replace(story.yaml.find("clean-case"), 10, story.id);
    story.yaml += "start: D1\nnodes:\n";
    story.ink = "-> D1\n";
    for (int at = 1; at <= scenes; ++at) {
        const std::string name = "D" + std::to_string(at);
        const int first = at * 7 + number * 3;
        story.yaml += "  " + name + ":\n    title: Part " + std::to_string(at) + "\n    at: \"" +
                      (at == 1 ? "w1 Mon 09:10" : "+1h") + "\"\n";
        if (at == 1) story.yaml += "    reveals: [alone, joan, dean, club_asks]\n";
        story.yaml += "    text:\n";
        story.ink += "=== " + name + " ===\n";
        for (int line = 0; line < 3; ++line) {
            const std::string text = sentences[static_cast<std::size_t>(first + line * 3) % std::size(sentences)];
            story.yaml += "      - " + text + "\n";
            story.ink += text + "\n";
        }
        story.yaml += "    childs_day: Theo walks home by himself.\n    options:\n";
        const int options = 3 + (at + number) % 2;
        for (int option = 0; option < options; ++option) {
            const Choice& choice = choices[static_cast<std::size_t>(first + option) % std::size(choices)];
            const int next = at + 1 + (option + number) % 2;
            const std::string letter(1, static_cast<char>('a' + option));
            story.yaml += "      - id: " + letter + "\n        say: " + choice.say + "\n        does: " + choice.does +
                          "\n        then: " + (next > scenes ? "end" : "D" + std::to_string(next)) +
                          "\n        meters: { safety: " + (option % 2 == 0 ? "1" : "-1") +
                          " }\n        tempts: " + choice.tempts + "\n        aloud: " + choice.aloud + "\n";
            story.ink += "+ [" + std::string(choice.say) + "]\n  ~ safety = safety " + (option % 2 == 0 ? "+" : "-") +
                         " 1\n  -> " + (next > scenes ? "close" : "D" + std::to_string(next)) + "\n";
        }
    }
    story.yaml += between(model, "endings:", "");
    story.ink = "VAR safety = 5\n" + story.ink +
                "=== close ===\n{ safety > 5:\nA man mends the boiler.\n- else:\nHelp comes in spring.\n}\n-> END\n";
    return story;
}

void write_stories_twice(const std::filesystem::path& folder, int files, int scenes) {
    for (int number = 0; number < files; ++number) {
        const StoryTwice story = make_story_twice(number, scenes);
        std::ofstream(folder / (story.id + ".yaml"), std::ios::binary) << story.yaml;
        std::ofstream(folder / (story.id + ".ink"), std::ios::binary) << story.ink;
    }
}

}  // namespace ntk
