#include "engine/study/assessment/assessment_pages.h"

#include <algorithm>

#include "engine/play/skip.h"
#include "engine/play/views.h"
#include "engine/play/words.h"

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

std::string days(int count) { return std::to_string(count) + (count == 1 ? " day" : " days"); }
std::string minutes(int count) { return std::to_string(count) + (count == 1 ? " minute" : " minutes"); }

// How far a case was played, in words.
std::string how_far(const Player& player) {
    const std::size_t made = player.attempt().decisions().size();
    const std::string decisions = std::to_string(made) + (made == 1 ? " decision" : " decisions");
    if (player.attempt().ended()) return decisions + ", to the end";
    return decisions + ", left before the end";
}

}  // namespace

Page notice_page(const AssessmentPlan& plan, const std::string& learner) {
    Page page = plain_page(plan, "notice", "Before you begin: what is kept about you");
    say(page,
        "This is an assessment of " + std::to_string(plan.cases.size()) +
            (plan.cases.size() == 1 ? " case" : " cases") +
            ". You will hear nothing about how you are doing until an assessor has looked at it, and there is no "
            "way back to a decision once it is made. You can stop at any time and go on later at the same place.");
    if (!plan.purpose.empty()) say(page, "What it is for: " + plan.purpose);
    head(page, "What is kept");
    say(page,
        "Your answers, the rules they kept or missed, the scores, and the day you began. It is kept under a "
        "pseudonym made of random digits: " +
            learner +
            ". No name, address, e-mail or anything else about you is kept with it, and nothing is sent over a "
            "network. If your assessor has a list of who has which pseudonym, it is kept apart from the results.");
    head(page, "For how long, and who decides");
    say(page, "It is kept for " + days(plan.keep_days) +
                  " and then removed. The program only proposes a result: an assessor looks at it and decides.");
    head(page, "Your rights");
    say(page,
        "You can ask for a copy of what is kept under your pseudonym, for a mistake to be noted beside it, and "
        "for it to be erased. You can ask for a result to be looked at again, and you can complain to the "
        "Information Commissioner's Office.");
    say(page, plan.contact.empty() ? "Ask the person who gave you this assessment." : "Whom to ask: " + plan.contact);
    page.choices.push_back({"agree", "I have read this and want to begin"});
    page.choices.push_back({"decline", "I do not want to begin now; nothing is kept"});
    page.actions = {"leave"};
    return page;
}

Page time_page(const AssessmentPlan& plan) {
    Page page = plain_page(plan, "time", "How much time you need");
    say(page, "This assessment is planned for " + minutes(plan.limit_minutes) +
                  ". Choose what suits you; you need not say why, it is not part of your result, and it stays on this "
                  "machine. The clock stands still while the window is closed. When time runs short you can always ask for more.");
    page.choices.push_back({"usual", minutes(plan.limit_minutes)});
    page.choices.push_back({"tenfold", "Ten times as long"});
    page.choices.push_back({"off", "No limit"});
    page.actions = {"leave"};
    return page;
}

Page time_up_page(const AssessmentPlan& plan) {
    Page page = plain_page(plan, "time-up", "The planned time is over");
    say(page, "Everything you decided is kept. Take your time over this question: nothing happens until you answer.");
    page.choices.push_back({"more", "I need more time"});
    page.choices.push_back({"finish", "Look everything over and hand in"});
    page.actions = {"leave"};
    return page;
}

Page skip_page(const Player& player) {
    Page page;
    page.kind = PageKind::briefing;
    page.id = "assessment/skip";
    page.case_title = player.attempt().scenario().title;
    page.title = "Leave this case?";
    say(page,
        "If this case is too close, you can leave it for good and go on with the next. It is then not scored, "
        "which is not a mark against you; an assessor decides what it means for the whole.");
    page.choices.push_back({"back", "Go back to the case"});
    page.choices.push_back({"skip", "Leave this case and go on"});
    page.actions = {"leave"};
    return page;
}

Page between_page(const AssessmentPlan& plan, const std::vector<Player>& players) {
    const std::size_t played = players.size();
    Page page = plain_page(plan, "between",
                           "Case " + std::to_string(played) + " of " + std::to_string(plan.cases.size()) + " is over");
    say(page, plan.cases[played - 1].title + ": " + how_far(players.back()) +
                  ". It is kept, and it stands. Nothing is said about it before an assessor has looked at it.");
    say(page, std::string("Take a break if you want one") +
                  (plan.limit_minutes > 0 ? "; no time runs on this page" : "") +
                  ". You can also leave now and go on later with the next case: " + plan.cases[played].title + ".");
    page.actions = {"continue", "leave"};
    return page;
}

Page look_over_page(const AssessmentPlan& plan, const std::vector<Player>& players) {
    Page page = plain_page(plan, "review", "Look it over");
    say(page,
        "You have been through everything. What you decided stands; you can read it once more before you hand "
        "it in.");
    page.choices.push_back({"submit", "Hand in"});
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const bool begun = i < players.size();
        page.blocks.push_back({Block::Kind::text,
                               "Case " + number + ", " + plan.cases[i].title + ": " +
                                   (begun ? how_far(players[i]) : std::string("not begun")) + ".",
                               2,
                               {}});
        if (begun && !players[i].attempt().decisions().empty())
            page.choices.push_back({"look:" + number, "Read what you decided in case " + number});
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
    page.title = "What you decided in case " + std::to_string(position + 1);
    for (const DecisionMade& made : attempt.decisions()) {
        const Node* node = attempt.scenario().node(made.node);
        head(page, node == nullptr ? made.node : node->title);
        say(page, made.skipped ? skipped_words(attempt.scenario(), made) : decision_words(attempt.scenario(), made));
    }
    page.choices.push_back({"back", "Back"});
    page.actions = {"leave"};
    return page;
}

Page confirm_page(const AssessmentPlan& plan, const std::vector<Player>& players) {
    Page page = plain_page(plan, "confirm", "Hand in now?");
    const auto whole =
        std::count_if(players.begin(), players.end(), [](const Player& player) { return player.attempt().ended(); });
    say(page, std::to_string(whole) + " of " + std::to_string(plan.cases.size()) +
                  " cases are complete. Once you have handed in, nothing can be added.");
    page.choices.push_back({"yes", "Yes, hand in"});
    page.choices.push_back({"back", "Not yet"});
    page.actions = {"leave"};
    return page;
}

Page done_page(const AssessmentPlan& plan, const std::string& learner) {
    Page page = plain_page(plan, "done", "Handed in");
    page.kind = PageKind::closed;
    say(page, "Thank you. Everything is kept under the pseudonym " + learner +
                  "; write it down if you want to ask for your result, for a copy or for erasure.");
    say(page,
        "The program only proposes a result, for review by an assessor, who decides and tells you the result with its "
        "reasons. If you think it is wrong, ask for it to be looked at again, by another person if there is one.");
    if (!plan.contact.empty()) say(page, "Whom to ask: " + plan.contact);
    return page;
}

Page left_page(const AssessmentPlan& plan, bool begun) {
    Page page = plain_page(plan, "left", begun ? "You have left the assessment for now" : "You have not begun");
    page.kind = PageKind::closed;
    if (!begun) {
        say(page,
            "Nothing is kept about you, and nobody is told. Open the assessment again if you want to begin after "
            "all.");
        return page;
    }
    say(page, "Every decision you made is kept. Open the assessment again to go on at the same place.");
    return page;
}

Page page_in_assessment(const Page& page, const AssessmentPlan& plan, std::size_t position) {
    Page shown = page;
    const std::string which = "Case " + std::to_string(position + 1) + " of " + std::to_string(plan.cases.size());
    shown.case_title = which + ": " + page.case_title;
    if (page.kind == PageKind::briefing) shown.title = which + ": " + page.title;
    return shown;
}

}  // namespace ntk
