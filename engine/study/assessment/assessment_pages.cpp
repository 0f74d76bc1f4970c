#include "engine/study/assessment/assessment_pages.h"

#include <algorithm>

#include "engine/play/skip.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

Page plain_page(const AssessmentPlan& plan, const char* id, std::string title) {
    Page page;
    page.kind = PageKind::briefing;
    page.id = std::string("assessment/") + id;
    page.case_title = plan.title;
    page.title = std::move(title);
    return page;
}

void say(Page& page, std::string text) { page.blocks.push_back({Block::Kind::text, std::move(text), 2, {}}); }
void head(Page& page, std::string text) { page.blocks.push_back({Block::Kind::heading, std::move(text), 2, {}}); }

std::string minutes(int count) { return number_of<"{n} minute | {n} minutes">(static_cast<std::size_t>(count)); }

std::string whom_to_ask(const AssessmentPlan& plan) {
    return fill("Whom to ask: {contact}"_en, {{"contact", plan.contact}});
}

// How far a case was played, in words.
std::string how_far(const Player& player) {
    const std::size_t made = player.attempt().decisions().size();
    if (player.attempt().ended()) return number_of<"{n} decision, to the end | {n} decisions, to the end">(made);
    return number_of<"{n} decision, left before the end | {n} decisions, left before the end">(made);
}

}  // namespace

Page notice_page(const AssessmentPlan& plan, const std::string& learner) {
    Page page = plain_page(plan, "notice", "Before you begin: what is kept about you"_en);
    say(page,
        number_of<
            "This is an assessment of {n} case. You will hear nothing about how you are doing until an assessor "
            "has looked at it, and there is no way back to a decision once it is made. You can stop at any time "
            "and go on later at the same place. | This is an assessment of {n} cases. You will hear nothing about "
            "how you are doing until an assessor has looked at it, and there is no way back to a decision once "
            "it is made. You can stop at any time and go on later at the same place.">(plan.cases.size()));
    if (!plan.purpose.empty()) say(page, fill("What it is for: {purpose}"_en, {{"purpose", plan.purpose}}));
    head(page, "What is kept"_en);
    say(page,
        fill("Your answers, the rules they kept or missed, the scores, and the day you began. It is kept under a "
             "pseudonym made of random digits: {pseudonym}. No name, address, e-mail or anything else about you is "
             "kept with it, and nothing is sent over a network. If your assessor has a list of who has which "
             "pseudonym, it is kept apart from the results."_en,
             {{"pseudonym", learner}}));
    head(page, "For how long, and who decides"_en);
    say(page,
        number_of<"It is kept for {n} day and then removed. The program only proposes a result: an assessor looks "
                  "at it and decides. | It is kept for {n} days and then removed. The program only proposes a "
                  "result: an assessor looks at it and decides.">(static_cast<std::size_t>(plan.keep_days)));
    head(page, "Your rights"_en);
    say(page,
        "You can ask for a copy of what is kept under your pseudonym, for a mistake to be noted beside it, and "
        "for it to be erased. You can ask for a result to be looked at again, and you can complain to the "
        "Information Commissioner's Office."_en);
    say(page, plan.contact.empty() ? "Ask the person who gave you this assessment."_en : whom_to_ask(plan));
    page.choices.push_back({"agree", "I have read this and want to begin"_en});
    page.choices.push_back({"decline", "I do not want to begin now; nothing is kept"_en});
    page.actions = {"leave"};
    return page;
}

Page time_page(const AssessmentPlan& plan) {
    Page page = plain_page(plan, "time", "How much time you need"_en);
    say(page,
        fill("This assessment is planned for {time}. Choose what suits you; you need not say why, it is not part of "
             "your result, and it stays on this machine. The clock stands still while the window is closed. When time "
             "runs short you can always ask for more."_en,
             {{"time", minutes(plan.limit_minutes)}}));
    page.choices.push_back({"usual", minutes(plan.limit_minutes)});
    page.choices.push_back({"tenfold", "Ten times as long"_en});
    page.choices.push_back({"off", "No limit"_en});
    page.actions = {"leave"};
    return page;
}

Page time_up_page(const AssessmentPlan& plan) {
    Page page = plain_page(plan, "time-up", "The planned time is over"_en);
    say(page,
        "Everything you decided is kept. Take your time over this question: nothing happens until you answer."_en);
    page.choices.push_back({"more", "I need more time"_en});
    page.choices.push_back({"finish", "Look everything over and hand in"_en});
    page.actions = {"leave"};
    return page;
}

Page skip_page(const Player& player) {
    Page page;
    page.kind = PageKind::briefing;
    page.id = "assessment/skip";
    page.case_title = player.attempt().scenario().title;
    page.title = "Leave this case?"_en;
    say(page,
        "If this case is too close, you can leave it for good and go on with the next. It is then not scored, "
        "which is not a mark against you; an assessor decides what it means for the whole."_en);
    page.choices.push_back({"back", "Go back to the case"_en});
    page.choices.push_back({"skip", "Leave this case and go on"_en});
    page.actions = {"leave"};
    return page;
}

Page between_page(const AssessmentPlan& plan, const std::vector<Player>& players) {
    const std::size_t played = players.size();
    Page page = plain_page(plan, "between",
                           fill("Case {number} of {all} is over"_en,
                                {{"number", std::to_string(played)}, {"all", std::to_string(plan.cases.size())}}));
    say(page, fill("{case}: {how_far}. It is kept, and it stands. Nothing is said about it before an assessor has "
                   "looked at it."_en,
                   {{"case", plan.cases[played - 1].title}, {"how_far", how_far(players.back())}}));
    say(page, fill(plan.limit_minutes > 0
                       ? "Take a break if you want one; no time runs on this page. You can also leave now and go on "
                         "later with the next case: {case}."_en
                       : "Take a break if you want one. You can also leave now and go on later with the next case: "
                         "{case}."_en,
                   {{"case", plan.cases[played].title}}));
    page.actions = {"continue", "leave"};
    return page;
}

Page look_over_page(const AssessmentPlan& plan, const std::vector<Player>& players) {
    Page page = plain_page(plan, "review", "Look it over"_en);
    say(page,
        "You have been through everything. What you decided stands; you can read it once more before you hand "
        "it in."_en);
    page.choices.push_back({"submit", "Hand in"_en});
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const bool begun = i < players.size();
        page.blocks.push_back(
            {Block::Kind::text,
             fill("Case {number}, {case}: {how_far}."_en, {{"number", number},
                                                           {"case", plan.cases[i].title},
                                                           {"how_far", begun ? how_far(players[i]) : "not begun"_en}}),
             2,
             {}});
        if (begun && !players[i].attempt().decisions().empty())
            page.choices.push_back(
                {"look:" + number, fill("Read what you decided in case {number}"_en, {{"number", number}})});
    }
    page.actions = {"leave"};
    return page;
}

Page decided_page(const Player& player, std::size_t position) {
    const Attempt& attempt = player.attempt();
    Page page;
    page.kind = PageKind::briefing;
    page.id = "assessment/case-" + std::to_string(position + 1);
    page.case_title = attempt.scenario().title;
    page.title = fill("What you decided in case {number}"_en, {{"number", std::to_string(position + 1)}});
    for (const DecisionMade& made : attempt.decisions()) {
        const Node* node = attempt.scenario().node(made.node);
        head(page, node == nullptr ? made.node : node->title);
        say(page, made.skipped ? skipped_words(attempt.scenario(), made) : decision_words(attempt.scenario(), made));
    }
    page.choices.push_back({"back", "Back"_en});
    page.actions = {"leave"};
    return page;
}

Page confirm_page(const AssessmentPlan& plan, const std::vector<Player>& players) {
    Page page = plain_page(plan, "confirm", "Hand in now?"_en);
    const auto whole =
        std::count_if(players.begin(), players.end(), [](const Player& player) { return player.attempt().ended(); });
    say(page, fill(number_of<"{whole} of {n} cases are complete. Once you have handed in, nothing can be added. | "
                             "{whole} of {n} cases are complete. Once you have handed in, nothing can be added.">(
                       plan.cases.size()),
                   {{"whole", std::to_string(whole)}}));
    page.choices.push_back({"yes", "Yes, hand in"_en});
    page.choices.push_back({"back", "Not yet"_en});
    page.actions = {"leave"};
    return page;
}

Page done_page(const AssessmentPlan& plan, const std::string& learner) {
    Page page = plain_page(plan, "done", "Handed in"_en);
    page.kind = PageKind::closed;
    say(page,
        fill("Thank you. Everything is kept under the pseudonym {pseudonym}; write it down if you want to ask for "
             "your result, for a copy or for erasure."_en,
             {{"pseudonym", learner}}));
    say(page,
        "The program only proposes a result, for review by an assessor, who decides and tells you the result with its "
        "reasons. If you think it is wrong, ask for it to be looked at again, by another person if there is one."_en);
    if (!plan.contact.empty()) say(page, whom_to_ask(plan));
    return page;
}

Page left_page(const AssessmentPlan& plan, bool begun) {
    Page page = plain_page(plan, "left", begun ? "You have left the assessment for now"_en : "You have not begun"_en);
    page.kind = PageKind::closed;
    if (!begun) {
        say(page,
            "Nothing is kept about you, and nobody is told. Open the assessment again if you want to begin after "
            "all."_en);
        return page;
    }
    say(page, "Every decision you made is kept. Open the assessment again to go on at the same place."_en);
    return page;
}

Page page_in_assessment(const Page& page, const AssessmentPlan& plan, std::size_t position) {
    Page shown = page;
    const auto counted = [&](const std::string& title) {
        return fill(
            "Case {number} of {all}: {title}"_en,
            {{"number", std::to_string(position + 1)}, {"all", std::to_string(plan.cases.size())}, {"title", title}});
    };
    shown.case_title = counted(page.case_title);
    if (page.kind == PageKind::briefing) shown.title = counted(page.title);
    return shown;
}

}  // namespace ntk
