#include "tests/support/desktop_assessor_fixture.h"

#include <algorithm>

namespace ntk::desktop {

namespace {

AssessorTold done(const std::string& words = {}) { return {true, words, {}}; }

AssessorVerdict verdict(bool critical) {
    AssessorVerdict shown;
    shown.case_title = "Two letters";
    shown.scene = critical ? "At the gate" : "The form";
    shown.when = "Week 2, Monday 14.30";
    shown.did = critical ? "Promise to say nothing." : "Send the whole record.";
    shown.cost = critical ? "Critical" : "Cost 2.5 points of the score";
    shown.verdict.norm = critical ? "GR1.2" : "GR5.1";
    shown.verdict.title = critical ? "Promise no secrecy" : "Send what is needed";
    shown.verdict.state = "breached";
    shown.verdict.word = "Not kept";
    shown.verdict.critical = critical;
    shown.verdict.because = "You promised Kay that nobody would hear of it.";
    shown.verdict.better = "Say that you may have to tell somebody.";
    shown.verdict.facts = {"harm: likely (known since week 2, Monday 14.30)"};
    shown.verdict.excuses = {"An emergency: it was none."};
    shown.verdict.citations = {"Golden rule 1 (Information sharing, DfE, May 2024)"};
    return shown;
}

}  // namespace

FixtureAssessorDesk::FixtureAssessorDesk() {
    using State = SessionState;
    list_.path = "/rooms/room.store";
    list_.assessments = {"Form A 1.0.0, set 2026-11-20, 8 cases"};
    list_.keep_days = 365;
    list_.rows = {
        {"s-1", "p-1111111111111111", State::waits, "75 decisions in 8 cases", "Proposed: for review",
         "Begun 2026-11-20", false},
        {"s-2", "p-2222222222222222", State::handed_in, "70 decisions in 8 cases", "Proposed: met", "Begun 2026-11-20",
         false},
        {"s-3", "p-3333333333333333", State::decided, "71 decisions in 8 cases", "Proposed: not yet",
         "Begun 2026-11-20; decided 2026-11-21 by kim: Not yet", false},
        {"s-4", "p-4444444444444444", State::in_progress, "Case 2 of 8, 4 decisions in it, 13 decisions in all", "",
         "Begun 2026-11-22", false},
        {"s-5", "p-5555555555555555", State::not_begun, "No decision yet", "", "Begun 2025-11-01", true},
    };
}

std::vector<AssessorForm> FixtureAssessorDesk::forms() {
    asked.push_back("forms");
    AssessorForm good;
    good.path = "forms/form-a.yaml";
    good.title = "Form A 1.0.0";
    good.cases = {"Two letters", "Door ajar"};
    good.holds = "2 cases, 17 decisions by the best answers. The mark is 70%, and 60% in each strand.";
    good.proof = "Proved: the best answers come to 100%, and none of 26 habits passes.";
    good.status = "not yet tried with learners";
    good.sound = true;
    AssessorForm bad;
    bad.path = bad.title = "forms/form-x.yaml";
    bad.problems = {{"E641", false, "form-x.yaml, line 4, column 1", "A form has from 2 to 32 cases.", "", "", ""}};
    return {good, bad};
}

AssessorTold FixtureAssessorDesk::make(const AssessorTerms& as_written) {
    asked.push_back("make");
    terms = as_written;
    if (!terms.keep_days.empty()) return done("Form A 1.0.0 is set.");
    return {false,
            "The assessment is not set.",
            {{"", false, "Days", "Records are kept for a number of days from 1 to 99999.",
              "Write digits only, such as 365.", "", ""}}};
}

AssessorTold FixtureAssessorDesk::open(const std::string& path) {
    asked.push_back("open " + path);
    if (path != "torn.store") return done();
    return {false,
            "This store cannot be used.",
            {{"E741", false, "torn.store", "the file is damaged", "restore it from a backup", "", ""}}};
}

AssessorTold FixtureAssessorDesk::list(AssessorList& into) {
    into = list_;
    return done();
}

AssessorTold FixtureAssessorDesk::gather(const std::vector<std::string>& files, std::vector<AssessorGathered>& into) {
    using Kind = AssessorGathered::Kind;
    for (const std::string& file : files) {
        asked.push_back("gather " + file);
        AssessorGathered one;
        one.file = file;
        one.kind = file.find("again") != std::string::npos ? Kind::known
                   : file.find("bad") != std::string::npos ? Kind::refused
                                                           : Kind::taken;
        if (one.kind == Kind::refused)
            one.problems = {
                {"E752", false, "bad.results.json", "it was altered or cut short", "copy it again", "", ""}};
        into.push_back(one);
    }
    return done("Gathered.");
}

AssessorTold FixtureAssessorDesk::export_to(const std::string& folder, bool all) {
    asked.push_back("export " + folder + (all ? " all" : ""));
    return done("3 result files written to " + folder);
}

AssessorTold FixtureAssessorDesk::back_up(const std::string& file) {
    asked.push_back("backup " + file);
    return done("Copied to " + file);
}

AssessorTold FixtureAssessorDesk::result(const std::string& session, AssessorResult& into) {
    asked.push_back("result " + session);
    into = {};
    for (const AssessorRow& row : list_.rows)
        if (row.id == session) into.row = row;
    into.title = "Form A 1.0.0";
    into.proposal = "For review by an assessor";
    into.proposal_name = "review";
    into.reasons = {"The score is 71.0 and the mark is 70: they lie within one standard error of the score (3.2)."};
    into.overall = {"overall", "Overall", "71%", 71, 40};
    into.mark = "The mark is 70%, and 60% in each strand.";
    into.error = "The standard error of this score is 3.2 points, from the plan.";
    into.strands = {{{"protect", "Protect", "58%", 58, 20}, "Below the floor of 60%"},
                    {{"privacy", "Privacy", "80%", 80, 20}, "Reaches the floor of 60%"}};
    into.cases = {{"Two letters", "60%, 9 decisions"}, {"Door ajar", "82%, 8 decisions"}};
    into.criticals = {verdict(true)};
    into.losses = {verdict(false)};
    into.more_losses = 3;
    into.notes = notes_;
    into.choices = {{"met", "Met"}, {"not_yet", "Not yet"}};
    return done();
}

AssessorTold FixtureAssessorDesk::decide(const std::string& session, const AssessorWritten& written) {
    asked.push_back("decide " + session);
    if (written.passphrase) passphrase = std::string(written.passphrase->text());
    notes_.push_back({"2026-11-23", written.assessor, written.decision, written.reason,
                      written.key_file.empty() ? "Not sealed." : "Sealed with key 0123456789ABCDEF; not checked here.",
                      true});
    return done("Noted.");
}

std::vector<std::string> FixtureAssessorDesk::everything_said() {
    FixtureAssessorDesk desk;
    std::vector<std::string> all;
    const auto add = [&](const std::vector<std::string>& texts) { all.insert(all.end(), texts.begin(), texts.end()); };
    const auto add_told = [&](const std::string& words, const std::vector<Problem>& problems) {
        add({words});
        for (const Problem& each : problems) add({each.place, each.message, each.hint});
    };
    for (const AssessorForm& form : desk.forms()) {
        add({form.path, form.title, form.holds, form.proof, form.status});
        add(form.cases);
        add_told({}, form.problems);
    }
    AssessorList list;
    desk.list(list);
    add({list.path, "room.store", "bad.results.json"});
    add(list.assessments);
    for (const AssessorRow& row : list.rows) add({row.where, row.came_to, row.last});
    std::vector<AssessorGathered> gathered;
    add({desk.gather({"bad.results.json"}, gathered).words});
    for (const AssessorGathered& each : gathered) add_told({}, each.problems);
    AssessorResult result;
    desk.result("s-1", result);
    add({result.title, result.proposal, result.mark, result.error});
    add(result.reasons);
    for (const auto& [line, against] : result.strands) add({line.label, against});
    for (const auto& [title, came_to] : result.cases) add({title, came_to});
    for (const auto& [name, words] : result.choices) add({words});
    for (const AssessorVerdict& shown : {verdict(true), verdict(false)}) {
        add({shown.case_title, shown.scene, shown.when, shown.did, shown.cost, shown.verdict.title, shown.verdict.word,
             shown.verdict.because, shown.verdict.better});
        add(shown.verdict.facts);
        add(shown.verdict.excuses);
        add(shown.verdict.citations);
    }
    all.erase(std::remove(all.begin(), all.end(), std::string()), all.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return all;
}

AssessorTold FixtureAssessorDesk::save(const std::string& session, const std::string& folder) {
    asked.push_back("save " + session + " to " + folder);
    return done("Saved: 12 files in " + folder);
}

}  // namespace ntk::desktop
