#include <algorithm>
#include <set>

#include "tests/house/words_scan.h"
#include "tests/support/catch.h"

using namespace ntk::house;

namespace {

// What shows words to people: the faces, and the pages and sentences that they show.
const std::vector<std::string> faces = {"game/desktop",
                                        "game/terminal",
                                        "game/desktop_cards.cpp",
                                        "game/desktop_settings.cpp",
                                        "game/library_command.cpp",
                                        "game/desktop_host.cpp",
                                        "engine/play",
                                        "engine/rules/explain.cpp",
                                        "engine/rules/fact_words.cpp",
                                        "engine/rules/fact_flip.cpp",
                                        "engine/rules/judge.cpp",
                                        "engine/rules/proof.cpp",
                                        "engine/rules/score.cpp",
                                        "engine/casework/clock.cpp",
                                        "engine/report/report_document.cpp",
                                        "engine/report/report_words.h",
                                        "engine/report/confidence.cpp",
                                        "engine/report/group_report.cpp",
                                        "engine/report/jigsaw_report.cpp",
                                        "engine/report/assessment_report.cpp",
                                        "engine/report/document_html.cpp",
                                        "engine/report/document_text.cpp",
                                        "engine/study/assessment/assessment_pages.cpp",
                                        "engine/study/assessment/assessment_result.cpp",
                                        "game/assess_command.cpp",
                                        "game/assessment_seat.cpp",
                                        "game/assessor_desk.cpp",
                                        "game/author_desk.cpp",
                                        "game/author_edits.cpp",
                                        "game/author_form.cpp",
                                        "game/author_preview.cpp",
                                        "game/author_reading.cpp",
                                        "game/author_routes.cpp",
                                        "engine/study/author",
                                        "game/shared/save_assessment.cpp",
                                        "game/assessor_views.cpp",
                                        "game/desktop_assessment.cpp",
                                        "game/desktop_group.cpp",
                                        "game/jigsaw_seats.cpp"};

// Of these, what speaks English only. What is left are findings with a code, which are in English wherever they come
// from; nothing else is to be put here.
const std::set<std::string> english_only = {
    "engine/play/log_reader.cpp",
    "engine/play/resume.cpp",
};

// Words that are no words for people, or are the same in every language.
const std::set<std::string> not_for_translating = {
    " + sha256(line_before);",
    " + std::to_string(index + 1);",
    " --learner ",
    " explains itself with {",
    " minutes",
    "1 to 9",
    "A proposal for review by an assessor. No decision is made by this program.",  // in data
    "All ",
    "An ",
    "Cymraeg",
    "English",
    "Español",
    "Français",
    "Fri",
    "Gaeilge",
    "Gàidhlig",
    "Level ",
    "Lietuvių",
    "Mon",
    "Polski",
    "Português",
    "Română",
    "Sat",
    "Sun",
    "The ",
    "Thu",
    "Tue",
    "Two ",
    "Up to ",
    "Wed",
    "Who Needs to Know",
    "Who Needs to Know ",
    "You ",
    "Your ",
    "a colour is the four bytes of a pixel",
    "a to i",
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_. ()",
    "ctrl 1 to 9",
    "high contrast",
    "mental health",
    "middle row",
    "needtoknow assess run ",
    "needtoknow privacy purge ",
    "next ",
    "not ",
    " has ",
    " is ",
    "the condition",
    "{ then: ",
    "{ when: ",
    ", then: ",
    ", { then: ",
    "the ",
    "the norm ",
    "the plan",              // in data
    "this learner's cases",  // in data
    "the settings",
    "theme/High contrast",
    "you ",
    "}, which nothing fills",
};

// Names of keys, colours, types and checks, which nobody reads.
const std::set<std::string> no_words = {
    "game/desktop/screen_reader/atspi/serve.cpp",
    "game/desktop/screen_reader/atspi/thing.cpp",
    "game/desktop/semantic.cpp",
    "game/desktop/sdl_keys.cpp",
    "game/desktop/theme.cpp",
};

bool stands_in(const std::set<std::string>& list, const std::string& path) { return list.count(path) != 0; }

std::string path_of(const std::string& offence) { return offence.substr(0, offence.find(':')); }

std::string words_of(const std::string& offence) { return offence.substr(offence.find(": ") + 2); }

std::vector<std::string> all_found() {
    std::vector<std::string> found = hard_coded_words(code_only(read_files(NTK_ROOT, faces)));
    std::erase_if(found, [](const std::string& one) { return not_for_translating.count(words_of(one)) != 0; });
    return found;
}

}  // namespace

TEST_CASE("no screen, page or sentence says what is not in the catalogue of words") {
    std::vector<std::string> found = all_found();
    std::erase_if(found, [](const std::string& one) {
        return stands_in(english_only, path_of(one)) || stands_in(no_words, path_of(one));
    });
    CHECK(listed(found) == "");
}

TEST_CASE("the list of what speaks English only names nothing that does not") {
    std::set<std::string> found;
    for (const std::string& one : all_found()) found.insert(path_of(one));
    for (const std::string& path : english_only) {
        INFO(path);
        CHECK(found.count(path) == 1);
    }
}

TEST_CASE("the scan for words finds those that are hard-coded, and only them") {
    const auto found = [](std::string text) { return listed(hard_coded_words({{"a.cpp", std::move(text)}})); };
    CHECK(found("add(page, \"Continue\");\n") == "a.cpp:1: Continue\n");
    CHECK(found("say(\"two \"\n    \"lines\" + x);\n") == "a.cpp:1: two lines\n");
    CHECK(found("add(\"id\", \"Continue\"_en, \"Two \" \"parts\"_en, \"A table\"_text);\n") == "");
    CHECK(found("number_of<\"{n} case | {n} cases\">(n);\n") == "");
    CHECK(
        found(
            "// \"In a remark\"\n#include \"A file\"\nconst char quote = '\"'; f(\"an-id/of\", \"E101\", \"%\");\n") ==
        "");
}
