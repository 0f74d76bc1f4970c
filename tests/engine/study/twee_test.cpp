#include "engine/study/twee.h"

#include "engine/host/yaml_reader.h"
#include "engine/scenario/reader.h"
#include "engine/study/twee_case.h"
#include "engine/text/limits.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

TweeStory read(const std::string& text, std::string& findings) {
    Diagnostics diagnostics;
    TweeStory story = read_twee(text, diagnostics.add_source("s.twee", text), diagnostics);
    findings = diagnostics.render();
    return story;
}

TweeStory read_clean(const std::string& text) {
    std::string findings;
    TweeStory story = read(text, findings);
    CHECK(findings == "");
    return story;
}

std::string left_out(const TweeStory& story) {
    std::string all;
    for (const TweeLeftOut& one : story.left_out) all += std::to_string(one.place.line) + " " + one.what + "\n";
    return all;
}

std::string links(const TweePassage& passage) {
    std::string all;
    for (const TweeLink& link : passage.links) all += link.words + ">" + std::to_string(link.target) + ";";
    return all;
}

const NewCase names = {"a-story", "A story", "Teacher", "2026-11-22"};

// What the reader of cases says about the skeleton of a story.
std::string findings_on_case(const TweeStory& story) {
    Diagnostics diagnostics;
    const std::string yaml = case_from_story(story, names).yaml;
    const Tree tree = read_yaml(yaml, diagnostics.add_source("a-story.yaml", yaml), diagnostics);
    if (!diagnostics.has_errors()) read_scenario(tree, diagnostics);
    return diagnostics.render();
}

}  // namespace

TEST_CASE("a story is read with its title, its format, its passages and its links") {
    const TweeStory story = read_clean(
        ":: StoryTitle\nThe step\n\n:: StoryData\n{\"start\": \"Step\", \"format\": \"Harlowe\"}\n\n"
        ":: Step\nA boy sits\non the step.\n\n\\:: He waits.\n[[Ask him|Ask]] [[Go in->In]]\n* [[In<-Call]]\n\n"
        ":: Ask\nHe says that he is [[fine->In]] now.\n\n:: In\nIt is warm.\n");
    CHECK(story.title == "The step");
    CHECK(story.format == "Harlowe");
    CHECK(story.start == 0);
    REQUIRE(story.passages.size() == 3);
    CHECK(story.passages[0].paragraphs == std::vector<std::string>{"A boy sits on the step.", ":: He waits."});
    CHECK(links(story.passages[0]) == "Ask him>1;Go in>2;Call>2;");
    CHECK(story.passages[1].paragraphs == std::vector<std::string>{"He says that he is fine now."});
    CHECK(left_out(story) == "");
}

TEST_CASE("what a case has no place for is listed with its line") {
    const TweeStory story = read_clean(
        "A note\n:: StoryData\n{\"ifid\": \"X\", \"format\": \"Harlowe\"}\n:: Start [day] {\"position\":\"1,2\"}\n"
        "(set: $trust to (a: 1))Wet <b>shoes</b> <<if $x>>and $y<!-- hm -->. It costs $5 (note: a lot).\n"
        "[img[boy.png]] [[In][$x to 1]]\n:: In\nEnd.\n:: Code [script]\nalert(1)\n:: Looks [stylesheet]\nb {}\n");
    CHECK(left_out(story) ==
          "0 where passages stand on Twine's map\n"
          "1 the text before the first passage\n"
          "2 'ifid' of StoryData\n"
          "4 the tags of 'Start': day\n"
          "5 the macro (set: $trust to (a: 1))\n"
          "5 the tag <b>\n"
          "5 the tag </b>\n"
          "5 the macro <<if $x>>\n"
          "5 the value of $y\n"
          "5 the comment <!-- hm -->\n"
          "5 the macro (note: a lot)\n"
          "6 the picture [img[boy.png]]\n"
          "6 what a link sets: [[In][$x to 1]]\n"
          "9 the script 'Code'\n"
          "11 the style sheet 'Looks'\n");
    CHECK(story.passages[0].paragraphs == std::vector<std::string>{"Wet shoes and $y. It costs $5 ."});
    // Elsewhere than in Harlowe, words in brackets are words.
    CHECK(read_clean(":: Start\nFive (note: a lot).\n").passages[0].paragraphs ==
          std::vector<std::string>{"Five (note: a lot)."});
}

TEST_CASE("emphasis is taken off the words, and addresses are left as they are") {
    const TweeStory story = read_clean(
        ":: Start\nHe ''//never//'' says why. Rock 'n' roll; see https://a.example and http://b.example.\n"
        "Half a // mark, and __half.\n");
    CHECK(story.passages[0].paragraphs ==
          std::vector<std::string>{"He never says why. Rock 'n' roll; see https://a.example and http://b.example. "
                                   "Half a // mark, and __half."});
    CHECK(left_out(story) ==
          "2 the emphasis of ''//never//''\n"
          "2 the emphasis of //never//\n");
}

TEST_CASE("the skeleton is a case that reads without a mistake, with all there is to do") {
    const TweeStory story = read_clean(
        ":: Start\nA boy: \"cold\" # and 'wet' {a} [b] & *c* - %d @e `f` ! | > ? --- ~\n\n[[Ask->Ask him]]\n[[Go: "
        "\"now\"->In]]\n"
        ":: Ask him\n[[On->In]]\n:: In\nEnd.\n:: Alone\nNobody. [[In]]\n");
    const CaseFromStory made = case_from_story(story, names);
    CHECK(findings_on_case(story) == "");
    CHECK(made.scenes == 3);
    CHECK(made.decisions == 1);
    CHECK(made.options == 2);
    CHECK(made.to_do ==
          std::vector<std::string>{
              "the top of the file: card, briefing, learner, case, people, agencies and items",
              "D1: the child's day, and what comes to light (reveals, changes)",
              "D1 a, \"Ask\": acts, why it tempts, words to say aloud, expect",
              "D1 b, \"Go: \\\"now\\\"\": acts, why it tempts, words to say aloud, expect",
              "C1: words for this scene; the passage has none beside its links",
              "the end of the file: endings, debrief and review",
              "the passage \"Alone\", to which no link leads: it stands at the end of the file as a comment"});
    CHECK(made.yaml.find("\n    then: C2  # the link said: On\n") != std::string::npos);
    CHECK(made.yaml.ends_with("#\n# Alone\n#   Nobody.\n#   link: In -> In\n"));
}

TEST_CASE("a story that is cut short anywhere gives a case that reads, or says why not") {
    const std::string whole =
        "\xEF\xBB\xBF:: StoryData\r\n{\"start\": \"Step\", \"format\": \"Harlowe\"}\r\n:: Step \\[1\\] [a b] "
        "{\"size\":\"1,2\"}\r\n"
        ":: Step\nIt\xE2\x80\x99s \xF0\x9F\x8C\xA7 (if: $a)[[x<-y]] <<z>> [[In|x]][[x]]\n\t- [[a->x]]\n:: x\n:: "
        "In\n<%a%>[[x]]\n";
    CHECK(findings_on_case(read_clean(whole)) == "");
    int cases = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        std::string findings;
        const TweeStory story = read(whole.substr(0, size), findings);
        INFO(size << ": " << findings);
        if (!findings.empty()) continue;
        ++cases;
        CHECK(findings_on_case(story) == "");
    }
    CHECK(cases > 5);
}

TEST_CASE("bytes that are no plain text, and too much of it, are refused with their place") {
    std::string findings;
    read(":: Start\nA \xFF boy\n", findings);
    CHECK(findings.find("s.twee:2:3: error E010: ") == 0);
    read(":: Start\nA \x1B[31m boy\n", findings);
    CHECK(findings.find("s.twee:2:3: error E011: ") == 0);
    read(":: Start\nA \xE2\x80\xAE boy\n", findings);
    CHECK(findings.find("s.twee:2:3: error E012: ") == 0);
    read(":: Start\n" + std::string(limits::story_line_bytes + 1, 'a') + "\n", findings);
    CHECK(findings.find("s.twee:2:1: error E668: this line has 4001 bytes\n") == 0);
    read(std::string(limits::story_bytes + 1, '\n'), findings);
    CHECK(findings.find("s.twee: error E668: the story has 1048577 bytes\n") == 0);
    std::string many = ":: Start\nEnd.\n";
    for (int i = 0; i < limits::nodes; ++i) many += ":: p" + std::to_string(i) + "\n";
    read(many, findings);
    CHECK(findings.find("error E668: there are 2001 passages\n") != std::string::npos);
    std::string broken = ":: Start\n";
    for (int i = 0; i < 1000; ++i) broken += "[[a\n";
    Diagnostics diagnostics;
    read_twee(broken, diagnostics.add_source("s.twee", broken), diagnostics);
    CHECK(diagnostics.all().size() == 200);
}

TEST_CASE("an id is made from a title") {
    CHECK(id_from_title("Half a Sandwich!") == "half-a-sandwich");
    CHECK(id_from_title("  12 days, Theo's ") == "days-theos");
    CHECK(id_from_title("\xC3\x89t\xC3\xA9") == "t");
    CHECK(id_from_title("...") == "story");
    CHECK(case_id_problem(id_from_title(std::string(200, 'x'))) == "");
}
