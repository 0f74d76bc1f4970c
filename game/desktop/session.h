#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/page.h"
#include "game/desktop/theme.h"

namespace ntk {
class GroupPlayer;
}

namespace ntk::desktop {

class AuthorDesk;
class AssessorDesk;
class Sitting;

// One learner's way through one case, as the window needs it: the engine's Player behind a door, or a fixture in tests.
class Session {
  public:
    virtual ~Session() = default;

    virtual const Page& page() const = 0;

    // Applies one input. Returns an empty string, or in plain words why it cannot be done; then nothing has changed.
    virtual std::string apply(const Input& input) = 0;

    virtual bool finished() const = 0;

    // "Change one fact" for a verdict of this page: what would have made it come out otherwise, in words. Asked only
    // where the page offers "what_if".
    virtual std::string what_if(const VerdictView&) const { return {}; }

    // The votes and held-back verdicts of a case run with a group; null when one learner plays.
    virtual GroupPlayer* group() { return nullptr; }

    // What the learner should know about the place kept for them: that none is, or that it could not be saved just now.
    // Empty when all is well.
    virtual std::string notice() const { return {}; }

    // What an assessment has beside its pages; none for a case to practise with.
    virtual Sitting* sitting() { return nullptr; }
};

// A case as the library shows it, before it is opened.
struct CaseCard {
    std::string id, title, role;       // role: "Health visitor"
    std::string setting;               // "clinic", "school", "home", "surgery", "police", "office", "club", "nursery"
    std::vector<std::string> neglect;  // "Medical", "Supervisory"
    std::string summary;               // one or two sentences
    std::string minutes;               // "20 to 25 minutes"
    std::string level;                 // "Levels 2 to 3"
    std::string content_note;          // may be empty
    std::string last_result;           // may be empty
    bool resumable = false;            // the host has kept a place in it
    std::vector<std::string> levels;   // "1", "2", "3": for choosing among the cases, as are the next two
    int minutes_most = 0;              // 0: not said
    std::string field;                 // "Health", "Schools"
    std::string neglect_words;         // as the author wrote it; empty: the kinds say it
    std::vector<std::string> chairs;   // of a jigsaw: who sits on them; none for a case
};

// One thing an author has to mend in a file.
struct Problem {
    std::string code;  // "E104"
    bool warning = false;
    std::string place;  // "three-letters.yaml, line 12, column 5"
    std::string message, hint;
    std::string excerpt;  // the line as it stands in the file; may be empty
    std::string jump;     // "three-letters.yaml:12:5", for an editor; may be empty
};

// What came of opening a case: a session, or what has to be mended first.
struct Opened {
    std::unique_ptr<Session> session;
    std::vector<Problem> problems;
    std::string note;  // what to say first: that the case goes on where it was left; may be empty
};

// What reading the library has come to so far; it is read a little at a time, so that the window never stands still.
struct LibraryRead {
    std::vector<CaseCard> cases;  // all of them, once `read` is `files`
    std::size_t read = 0, files = 0;
    std::vector<std::string> unread;  // paths of files that cannot be read at all
    bool more = false;                // there is more to be read, or made ready
};

// What came of saving a report: where it is, or why not.
struct Saved {
    std::string path, problem;
    bool already = false;  // it was there before, word for word, and was not written again
};

// The keys that choose an option of a decision. Single letters and digits can get in the way of speech input and
// switches, so they can be changed or turned off (WCAG 2.1.4).
enum class ChoiceKeys { off, digits, letters, home_row, control_digits };

// The key of an option, as it is drawn beside it: "1", "A". Options beyond the keys there are have only their number.
std::string choice_key(ChoiceKeys keys, int number);

// How the learner wants to see and use the window. It stays on the device and goes into no report.
struct Settings {
    int text_percent = 100;  // 100 to 300
    ThemeName theme = ThemeName::light;
    ChoiceKeys choice_keys = ChoiceKeys::digits;
    bool ask_confidence = false;  // "How sure are you?" before each reveal
    std::string language;         // of cases and of the program's own words; empty: as they are written
    bool speak = false;           // read out what has the keyboard, in our own voice
};

// What came of choosing a language.
struct LanguageSet {
    std::string problem;          // in words; empty when all went well
    std::vector<CaseCard> cases;  // the cards of the library in its words
};

// Everything the window is given. It opens no file itself other than fonts. What reads, opens and saves a report is
// called on another thread, one call at a time.
struct DesktopOptions {
    std::vector<CaseCard> cases;
    std::function<LibraryRead()> read_on;  // reads a little more of the library; empty: `cases` is all there is
    std::function<void()> stop_reading;    // leaves the rest of the library unread; called from the window's thread
    std::function<Opened(const std::string& case_id, bool resume)> open;
    std::function<Opened(const std::string& case_id)> open_group;   // to be run with a group; empty: it cannot be
    std::function<CaseCard(const std::string& path)> card_of_file;  // of a file dropped on the window
    std::function<Saved(const std::string& case_id, const Session& session, const std::string& reflection)> save_report;
    std::function<Saved(const std::string& case_id, const Session& session, const std::string& reflection)>
        save_paper;                                                 // the same report as a PDF; empty: it cannot be
    std::function<std::string(const std::string& path)> open_file;  // with the program for it; returns what went wrong
    std::function<std::unique_ptr<AuthorDesk>(const std::string& path)>
        author;                                               // empty path: the folder of the library
    std::function<std::shared_ptr<AssessorDesk>()> assessor;  // called each time the assessor's screens are opened
    Settings settings;
    std::vector<std::string> languages;  // codes to choose from beside English; without any nothing is asked
    std::function<LanguageSet(const std::string& language)> set_language;  // called from the window's thread
    std::optional<std::string> kept_language;  // what is remembered, where another language is for this run only
    std::function<std::string(const Settings&)> save_settings;  // returns what went wrong, in words
    std::string start_with;                                     // a case to open at once; empty for the library
    bool start_afresh = false;                                  // drop the place kept in it
    bool start_author = false;                                  // in author mode, with the file or folder author_path
    std::string author_path;
    bool start_assessor = false;  // with the assessor's screens, and the store assessor_store
    std::string assessor_store;   // empty: none yet
    std::string footer;           // versions, for the foot of the library
    std::vector<std::string> font_folders;
    int width = 1280, height = 800;
    bool gpu = false, hidden = false;
    std::string screenshot;  // write the first settled frame here (BMP) and end
    std::function<void(const std::string& places, const std::string& outline)>
        describe;               // told after each picture where everything lies and what it says; for tests
    std::string screen_reader;  // the library that speaks to screen readers; empty: there is none
    std::string speech = "libspeechd.so.2";  // the library that speaks to the speech dispatcher
};

}  // namespace ntk::desktop
