#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "game/desktop/session.h"
#include "game/desktop/text_edit.h"

namespace ntk::desktop {

// A form that an assessment can be set from.
struct AssessorForm {
    std::string path, title;         // "Form A 1.0.0"
    std::vector<std::string> cases;  // titles, or how many are drawn from which
    std::string holds;               // "8 cases, 75 decisions by the best answers; mark 70%, 60% in each strand."
    std::string proof;               // that the best answers meet it and no habit does, or what was found
    std::string status;              // "not yet tried with learners"
    bool sound = false;              // it can be set, and its proof holds
    std::vector<Problem> problems;   // why it cannot
};

// An assessment to be set, as an assessor writes it.
struct AssessorTerms {
    std::string form, store, purpose, contact, keep_days;
    std::string limit_minutes;  // empty: none
};

// How far a learner's session has come.
enum class SessionState { not_begun, in_progress, handed_in, waits, decided };

// A learner's session as the list shows it.
struct AssessorRow {
    std::string id, learner;
    SessionState state = SessionState::not_begun;
    std::string where;       // "Case 2 of 8, 4 decisions made"
    std::string came_to;     // "Proposed: met"; empty before it is handed in
    std::string last;        // "Begun 2026-11-22", "Decided 2026-11-23 by kim"
    bool past_time = false;  // past the days for which it may be kept
};

// What a store holds.
struct AssessorList {
    std::string path;
    std::vector<std::string> assessments;  // "Form A 1.0.0, set 2026-11-22, 8 cases"
    int keep_days = 0;
    std::vector<AssessorRow> rows;  // those that wait for an assessor first
};

// A decision of an assessor that stands beside the proposal.
struct AssessorNote {
    std::string when, who, decision, reason;
    std::string seal;   // "Sealed with key 0123; not checked here."
    bool sound = true;  // its seal, if it has one, is its own
};

// A decision as an assessor writes it.
struct AssessorWritten {
    std::string decision, assessor, reason;
    std::string key_file;                // to seal it with; empty: it is not sealed
    std::shared_ptr<Secret> passphrase;  // of the key
};

// A verdict that has to do with the proposal, with what it is about.
struct AssessorVerdict {
    std::string case_title, scene, when, did;  // did: what the learner did, in words
    std::string cost;                          // "Critical: outside the score", "Lost 2.5 points of its case"
    VerdictView verdict;
};

// What one learner's assessment came to, for the person who decides.
struct AssessorResult {
    AssessorRow row;
    std::string title;          // of the assessment
    std::string proposal;       // "For review by an assessor"
    std::string proposal_name;  // "met", "review", "not_yet"; empty: nothing can be proposed yet
    std::vector<std::string> reasons;
    ScoreLine overall;
    std::string mark;  // "The mark is 70%, and 60% in each strand."
    std::string error;
    std::vector<std::pair<ScoreLine, std::string>> strands;    // with "below the floor of 60%", or nothing
    std::vector<std::pair<std::string, std::string>> cases;    // title, what it came to
    std::vector<AssessorVerdict> criticals, losses;            // losses: heaviest first
    std::size_t more_losses = 0;                               // beyond those listed
    std::vector<AssessorNote> notes;                           // oldest first
    std::vector<std::pair<std::string, std::string>> choices;  // name and words of what can be decided
    std::string doubt;                                         // why the kept report is not to be trusted; may be empty
};

// What became of one file that was to be gathered.
struct AssessorGathered {
    enum class Kind { taken, extended, known, refused };
    std::string file;
    Kind kind = Kind::taken;
    std::vector<Problem> problems;  // why it was refused
};

// What came of something an assessor asked for: words, or problems.
struct AssessorTold {
    bool done = false;
    std::string words;
    std::vector<Problem> problems;
};

// Assessments, their stores and what came of them, as the window needs them: files behind a door, or a fixture in
// tests. Everything here may take long. It is called on another thread, one call at a time.
class AssessorDesk {
  public:
    virtual ~AssessorDesk() = default;

    virtual std::vector<AssessorForm> forms() = 0;

    // Makes a store with an assessment set in it, and opens it.
    virtual AssessorTold make(const AssessorTerms& terms) = 0;
    virtual AssessorTold open(const std::string& path) = 0;

    // The rest is about the store that is open.
    virtual AssessorTold list(AssessorList& into) = 0;
    virtual AssessorTold gather(const std::vector<std::string>& files, std::vector<AssessorGathered>& into) = 0;
    virtual AssessorTold export_to(const std::string& folder, bool all) = 0;
    virtual AssessorTold back_up(const std::string& file) = 0;

    // One session, by its name.
    virtual AssessorTold result(const std::string& session, AssessorResult& into) = 0;
    virtual AssessorTold decide(const std::string& session, const AssessorWritten& written) = 0;
    virtual AssessorTold save(const std::string& session, const std::string& folder) = 0;
};

// What the assessor is looking at.
struct AssessorRoom {
    enum class Pane { start, make, sessions, carry, result };
    std::shared_ptr<AssessorDesk> desk;
    Pane pane = Pane::start;

    int asked = 0;           // the job that is under way; 0 for none
    std::string asked_what;  // "Opening the store."
    std::vector<Problem> problems;

    std::vector<AssessorForm> forms;
    bool forms_read = false;
    std::string form;      // the one chosen
    bool limited = false;  // there is a time limit

    AssessorList list;
    std::optional<SessionState> filter;  // none: all
    std::size_t shown = 40;  // so many rows at most
    std::vector<AssessorGathered> gathered;
    std::vector<std::string> dropped;  // files that came while something else was being done
    bool export_all = false;

    AssessorResult result;
    std::string decision;

    std::map<std::string, TextEdit> written;
};

// The word for a state, as the list and its filter show it: "Waits for an assessor".
std::string word_for(SessionState state);

}  // namespace ntk::desktop
