#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "game/desktop/assessor.h"
#include "game/desktop/author.h"
#include "game/desktop/case_filter.h"
#include "game/desktop/interaction.h"
#include "game/desktop/session.h"
#include "game/desktop/sitting.h"
#include "game/desktop/text_edit.h"
#include "game/desktop/work.h"

namespace ntk::desktop {

// What the learner has put together in a form so far. It outlives leaving the form: Escape loses nothing.
struct Draft {
    std::map<std::string, std::vector<std::string>> chosen;  // field id -> answer ids
    std::map<std::string, TextEdit> written;                 // text fields
};

// A panel over the page.
enum class Sheet { none, menu, case_file, advice, words, display, leave, skip_scene, author_fact, author_edit, time };

// A case that is run with a group: what the room is doing, and the size of the letters meanwhile.
struct GroupRoom {
    bool deciding = false;  // the vote is closed, and an option is being taken
    bool talking = false;   // paused on the questions
    int text = 150;         // at least, in percent
    int usual_text = 0;     // what it is back to afterwards; 0 while nobody runs a group
};

// How much room there is, in design pixels; small windows and large letters give one column and no fixed parts.
struct View {
    float width = 1280, height = 800;
    bool narrow() const { return width < 1000; }
    bool tight() const { return width < 480; }
    bool low() const { return height < 520; }
};

// Everything about the window that is not the case itself: where the learner looks, what is chosen but not confirmed.
// Undo would not restore any of it.
struct App {
    enum class Where { library, playing, problems, waiting, author, assessor };

    DesktopOptions options;
    Settings settings;
    Interaction hands;
    View view;

    Where where = Where::library;
    Sheet sheet = Sheet::none;
    std::string before_sheet;  // what had the keyboard

    std::string case_id;
    std::map<std::string, std::shared_ptr<Session>> sessions;  // every case begun since the window opened
    std::vector<Problem> problems;

    std::string chosen;  // an option, not yet confirmed
    int confidence = -1;
    CaseCard by_hand;  // the file that was dropped on the window last
    std::string by_hand_path;
    std::string notice;         // what the host says about the place it keeps; stays until it is over or hidden
    std::string hidden_notice;  // one the learner has read and put away
    std::string settings_problem;
    std::string voice_problem;  // why nothing is read aloud though it should be
    std::string message;        // what the learner should hear now
    Tone message_tone = Tone::missed;
    std::string saved_report;  // where the report of this page is, once it is saved
    std::string unanswered;    // the form's field the message is about; empty: about the whole page
    std::string form;          // the form being filled in; empty when none is
    bool reviewing = false;
    std::map<std::string, Draft> drafts;               // by page and form
    std::set<std::string> open;                        // what has been unfolded
    std::map<std::string, std::string> changed_facts;  // what "Change one fact" told on this page, by card
    std::string debrief_tab = "ending";
    CaseFilter filter;
    bool filters_open = false;
    LibraryRead library;                          // how far it has been read
    std::map<std::string, TextEdit> reflections;  // by note_key()
    AuthorRoom author;                            // the folder an author works in
    GroupRoom room;                               // a case run with a group
    AssessorRoom assessor;                        // the assessments an assessor looks after
    TextEdit pseudonym;                           // typed to go on with an assessment
    std::string time_told;                        // what came of asking for more time, until the next page
    bool quit = false;

    // What may take long is done on another thread; without one (in tests of this alone) it is done at once.
    std::unique_ptr<Work> work;
    int opening = 0, saving = 0;  // the job that opens a case, and the one that saves a report; 0 for none
    std::string waiting_for;      // what is being opened
    bool reading_long = false;    // so long that the learner may want to do without the rest of the library

    Session* session();
    const Page* page();
    std::string note_key();  // the learner's own note: one for each case, and for each chair of a jigsaw
    Sitting* sitting();      // of an assessment; null in a case, in the library and anywhere else
    const CaseCard* current_case() const;

    bool has_place_in(const std::string& id) const;  // begun since the window opened, and not left for good
    bool can_carry_on(const CaseCard& card) const;   // here, or where the host kept a place
    bool reading() const { return library.read < library.files; }
    void read_on();  // takes up a little more of the library
    void take_up(LibraryRead now);
    void set_language(const std::string& language);  // empty: English
    void start(const std::string& id, bool resume);
    void start_group(const std::string& id);
    GroupPlayer* group();                     // of the case on show; null when no group is at it
    void fit_text_to_group();                 // larger letters for a group, and the usual ones after it
    void open_file(const std::string& path);  // dropped on the window, or one that could not be read
    void to_library();
    void open_author(const std::string& path);     // empty: the folder of the library
    void show_pane(const std::string& pane);       // in author mode
    void open_assessor(const std::string& store);  // empty: to choose one, or set a new assessment
    void send(const Input& input);                 // to the case; shows why when it is refused
    void simple(Input::Kind kind);                 // an input that is only its kind
    void open_sheet(Sheet which);
    void close_sheet();
    bool look_at_clock();                  // of an assessment; true when the screen should be built again
    void escape();                         // one step back, losing nothing
    void toggle(const std::string& name);  // unfold or fold
    bool is_open(const std::string& name) const { return open.count(name) > 0; }
    const std::string& what_if(const std::string& card, const VerdictView& verdict);  // worked out when first shown
    Draft& draft(const ActForm& form);
    void say(std::string text, Tone tone);
    // Does what is chosen; where nothing is, says so and goes to the button.
    void do_chosen();
    void hear_notice();  // asks the case's session
    void save_report();  // keeps the report of the case at its end, and says where
    void save_paper();   // the same as a PDF
    void keep_report(const decltype(DesktopOptions::save_report)& keep);
    void open_report();  // the one that was saved
    void forget_opening();
    using Opener = std::function<Opened(const std::string& id, bool resume)>;
    void open_now(std::string what, std::function<CaseCard()> card, const std::string& id, bool resume,
                  Opener open_case);
    void show_opened(Opened opened);
    void settle_on_page();  // a new page is showing: nothing chosen, focus on its title
    void set_text_size(int percent);
    void change_settings();  // tells the host
    void switch_voice();     // reading aloud on or off
};

}  // namespace ntk::desktop
