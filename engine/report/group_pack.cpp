#include "engine/report/group_pack.h"

#include <algorithm>
#include <set>

#include "engine/play/map.h"
#include "engine/play/pages.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/report/group_scenes.h"
#include "engine/study/author/scene_trial.h"
#include "engine/study/line_search.h"

namespace ntk {

namespace {

using Rows = std::vector<std::vector<std::string>>;
using Tone = ReportDocument::Tone;

// Minutes of a session. A rule of thumb, and the pack says so.
constexpr int opening = 10, talked_over = 6, passed_over = 2, looking_back = 15;

std::string minutes(int count) { return std::to_string(count) + " minutes"; }

// How many verdicts fall short on a way that goes to the end; nothing when it does not come there.
std::optional<int> shortfalls(const Attempt& start, const Way& way) {
    Attempt attempt = start;
    for (const Move& move : way)
        if (attempt.ended() || !take(attempt, move).empty()) return std::nullopt;
    if (!attempt.ended()) return std::nullopt;
    const std::vector<Verdict> verdicts = attempt.judge().verdicts();
    return static_cast<int>(std::count_if(verdicts.begin(), verdicts.end(), fell_short));
}

// The decisions of a way, for the table of timings.
struct DecisionsMet {
    int all = 0, with_question = 0;
};

DecisionsMet decisions_on(const Attempt& end) {
    DecisionsMet met;
    for (const DecisionMade& made : end.decisions()) {
        ++met.all;
        const Node* node = end.scenario().node(made.node);
        if (node != nullptr && !node->prompt.empty()) ++met.with_question;
    }
    return met;
}

void add_how_to_run(ReportDocument& report, const Scenario& scenario, const Attempt& end) {
    report.heading(2, "How to run it", "how");
    const DecisionsMet met = decisions_on(end);
    const int long_one = opening + talked_over * met.all + looking_back;
    const int short_one =
        opening + talked_over * met.with_question + passed_over * (met.all - met.with_question) + looking_back;
    if (scenario.minutes_most > 0)
        report.paragraph("One learner alone takes " + std::to_string(scenario.minutes_least) + " to " +
                         minutes(scenario.minutes_most) + ". A group takes longer:");
    const std::string decisions = std::to_string(met.all) + (met.all == 1 ? " decision" : " decisions");
    Rows rows = {{"Opening: the content note, who you are, how voting works", minutes(opening)},
                 {decisions + ", " + minutes(talked_over) + " each: read, vote, talk, choose, see what followed",
                  minutes(talked_over * met.all)},
                 {"Debrief and reflection", minutes(looking_back)},
                 {"In all", minutes(long_one)}};
    if (met.with_question > 0 && met.with_question < met.all)
        rows.push_back({"In all, talking only at the " + std::to_string(met.with_question) +
                            " with a question for the group, and " + minutes(passed_over) + " for each other",
                        minutes(short_one)});
    report.table("Timings on the recommended way (a rule of thumb; nobody has timed it)", {"Part", "Time"},
                 std::move(rows));
    std::vector<std::string> steps = {
        "Read the content note first. Nobody has to speak, or to say why they step out.",
        "Read the scene aloud, then each option. Vote by hands before anybody argues, and write down the count only.",
        "Ask somebody from the smaller vote to speak first. Then choose one option; it need not be the one with the "
        "most "
        "votes.",
        "Read what followed, and let it stand for a moment. Only then show what the rules say.",
        "A verdict looks at what could be known at that moment. What follows may be lucky or unlucky; the verdict is "
        "not.",
        "Where practitioners are divided, keep the split. No answer is the right one there.",
        "Names of real children, families or colleagues stay out of the room.",
        "In the window, choose \"With a group\": it counts votes, holds the verdicts back, and pauses on the "
        "question."};
    report.list(steps);
    if (!scenario.facilitator.empty()) {
        report.heading(3, "Notes by the author of the case");
        report.list(scenario.facilitator);
    }
}

void add_about(ReportDocument& report, const Scenario& scenario, const Attempt& end) {
    report.paragraph("For the person who runs the case. It gives everything away: not for learners before they play.",
                     Tone::note);
    report.paragraph(scenario.blurb, Tone::lead);
    std::string status = "Status: " + scenario.status + ".";
    if (!scenario.author.empty()) status += " Written by: " + scenario.author + ".";
    if (!scenario.reviewer.empty()) status += " Reviewed by: " + scenario.reviewer + ".";
    report.paragraph(status);
    report.contents();
    report.heading(2, "Content note", "content");
    report.paragraph(scenario.content_note.empty() ? "The author gives none." : scenario.content_note);
    report.paragraph(scenario.own_story_note);
    if (!scenario.swap.empty()) report.paragraph("Another case to take instead: " + scenario.swap + ".");
    if (!scenario.objectives.empty()) {
        report.heading(2, "What it is for", "objectives");
        report.list(scenario.objectives);
    }
    add_how_to_run(report, scenario, end);
    report.heading(2, "Who you are", "role");
    std::string who = scenario.role;
    if (!scenario.place_name.empty()) who += (who.empty() ? "" : ". ") + scenario.place_name;
    if (!who.empty()) report.paragraph(who + ".");
    for (const std::string& paragraph : scenario.briefing) report.paragraph(paragraph);
}

void add_people(ReportDocument& report, const Attempt& end) {
    const CaseFileView file = case_file_view(end);
    Rows people, items;
    for (const std::vector<PersonView>* all : {&file.people, &file.agencies})
        for (const PersonView& person : *all) {
            std::string about = person.role;
            for (const std::string& more : {person.about, listed(person.links)})
                if (!more.empty()) about += (about.empty() ? "" : "\n") + more;
            people.push_back({person.name, about});
        }
    for (const ItemView& item : file.items)
        items.push_back({item.text, item.source + "\n" + item.grade + "; " + item.category, item.known,
                         item.at_risk.empty() ? "nobody named" : listed(item.at_risk)});
    if (people.empty() && items.empty()) return;
    report.heading(2, "People and information", "people");
    report.paragraph("As they are known at the end of the recommended way.");
    if (!people.empty()) report.table("People and agencies", {"Who", "About"}, std::move(people));
    if (!items.empty())
        report.table("Information", {"What it says", "From", "Known since", "Who could be hurt by it"},
                     std::move(items));
}

// The scenes of a way, in the order they are come to. Returns their ids.
std::set<std::string> add_way(GroupScenes& scenes, const Attempt& start, const Way& way) {
    std::set<std::string> told;
    Attempt at = start;
    std::size_t next = 0;
    while (!at.ended()) {
        const Node& node = *at.node();
        if (at.deciding()) {
            told.insert(node.id);
            scenes.decision(std::to_string(next + 1), at, way[next].id);
            way[next].composed ? at.compose(way[next].id, way[next].answers) : at.choose(way[next].id);
            ++next;
        } else if (!node.decision()) {
            told.insert(node.id);
            scenes.consequence(at);
        }
        at.move_on();
    }
    return told;
}

// The scenes the recommended way does not come to, each on a shortest way there.
void add_other_scenes(ReportDocument& report, GroupScenes& scenes, const Attempt& start,
                      const std::set<std::string>& told) {
    std::vector<const Node*> others;
    for (const Node* node : scenes_in_order(start.scenario()))
        if (told.count(node->id) == 0) others.push_back(node);
    if (others.empty()) return;
    report.heading(2, "Scenes off the recommended way", "others");
    report.paragraph(
        "Verdicts depend on what was done before. Those of the scenes that follow are the ones of a shortest way "
        "there; "
        "a group that comes by another way may be told otherwise.");
    const std::map<std::string, Way> ways = shortest_ways(start.scenario());
    for (const Node* node : others) {
        const auto way = ways.find(node->id);
        TrialRequest request;
        request.scene = node->id;
        if (way != ways.end()) request.way = way->second;
        const SceneTrial trial = way == ways.end()
                                     ? SceneTrial()
                                     : come_to(start.scenario_ptr(), start.judge().rules(), request, Proofs::written);
        if (!trial.at)
            scenes.unjudged(start.scenario(), *node);
        else if (node->decision())
            scenes.decision("", *trial.at, "");
        else
            scenes.consequence(*trial.at);
    }
}

std::string bound_words(const Ending::Bound& bound) {
    constexpr int open = 99;  // authors write 99 where there is no end
    const std::string meter = plain(bound.meter);
    if (bound.least > -open && bound.most < open)
        return meter + " from " + std::to_string(bound.least) + " to " + std::to_string(bound.most);
    if (bound.most < open) return meter + " " + std::to_string(bound.most) + " or less";
    return meter + " " + std::to_string(bound.least) + " or more";
}

void add_endings(ReportDocument& report, const Attempt& end) {
    const Scenario& scenario = end.scenario();
    if (scenario.endings.empty()) return;
    report.heading(2, "How it can end", "endings");
    report.paragraph("The story's own meters choose the ending. They are not a score.");
    for (const Ending& ending : scenario.endings) {
        report.heading(3, ending.title + (end.ending() == &ending ? " (on the recommended way)" : ""));
        std::vector<std::string> bounds;
        for (const Ending::Bound& bound : ending.when) bounds.push_back(bound_words(bound));
        report.paragraph(bounds.empty() ? "When no other ending fits." : "With " + listed(bounds) + ".");
        report.paragraph(ending.text);
        if (!ending.childs_week.empty()) report.paragraph("The child's week: " + ending.childs_week);
    }
}

void add_debrief(ReportDocument& report, const Scenario& scenario) {
    report.heading(2, "Debrief and reflection", "debrief");
    report.paragraph("Ask first how people are. Then:");
    std::vector<std::string> questions = scenario.questions;
    questions.push_back("Where did the votes split most? What did each side see that the other did not?");
    questions.push_back("What will you do differently next week?");
    report.list(questions);
    if (scenario.glossary.empty()) return;
    report.heading(2, "Glossary", "glossary");
    Rows rows;
    for (const auto& [word, meaning] : scenario.glossary) rows.push_back({word, meaning});
    report.table("Words used in this case", {"Word", "Meaning"}, std::move(rows));
}

void add_sources(ReportDocument& report, const Scenario& scenario, const CitedSources& cited) {
    if (scenario.sources.empty() && cited.lines().empty()) return;
    report.heading(2, "Sources", "sources");
    report.list(cited.lines());
    if (!scenario.sources.empty()) {
        report.heading(3, "Named by the author of the case");
        report.list(scenario.sources);
    }
}

}  // namespace

Way recommended_way(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                    const std::vector<Way>& known) {
    const Attempt start = begin_case(scenario, rules);
    for (const Way& way : known)
        if (shortfalls(start, way) == 0) return way;
    return way_of(find_line(start, known, {}));
}

ReportDocument group_pack(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                          const std::vector<Way>& known) {
    const Way way = recommended_way(scenario, rules, known);
    const Attempt start(scenario, rules);
    Attempt end = start;
    end.settle();
    for (const Move& move : way) take(end, move);
    ReportDocument report("Facilitator's pack: " + scenario->title);
    report.heading(1, report.title());
    add_about(report, *scenario, end);
    add_people(report, end);

    report.heading(2, "The recommended way", "way");
    const int short_of = shortfalls(begin_case(scenario, rules), way).value_or(0);
    report.paragraph("It is " + way_text(way) + " (the letters by which the case file calls the options). " +
                     (short_of == 0
                          ? std::string("On it nothing falls short.")
                          : "It is the best that was found: " + std::to_string(short_of) +
                                (short_of == 1 ? " verdict falls short on it." : " verdicts fall short on it.")) +
                     " Each option below is judged as if the group had come this way. All verdicts were found by "
                     "carrying the option out, and read as the group will see them.");
    GroupScenes scenes(report);
    const std::set<std::string> told = add_way(scenes, start, way);
    add_other_scenes(report, scenes, start, told);
    add_endings(report, end);
    add_debrief(report, *scenario);
    add_sources(report, *scenario, scenes.sources());
    report.heading(2, "Versions", "versions");
    report.paragraph(versions_words(end));
    return report;
}

}  // namespace ntk
