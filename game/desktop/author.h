#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/study/author/case_coverage.h"
#include "engine/study/author/condition_list.h"
#include "engine/study/author/option_table.h"
#include "engine/study/author/outline.h"
#include "engine/study/author/settable_facts.h"
#include "game/desktop/session.h"
#include "game/desktop/text_edit.h"

namespace ntk::desktop {

// A file of the folder an author works in.
struct AuthorFile {
    std::string path, name, title;
    bool form = false;  // an assessment form
};

// The cases of an assessment form, or one of the pools it draws from.
struct AuthorFormList {
    std::string words;               // "The cases, in order", "Pool 1: 2 are drawn"
    std::vector<std::string> cases;  // ids
};

// A finding, and the scene it lies in.
struct AuthorProblem {
    Problem problem;
    std::string scene;    // empty: outside the scenes
    int line = 0;         // 0: the whole file
    bool beside = false;  // it lies in another file: the plan, the checklist or a pack
};

// A way by which the scene on show can be come to.
struct AuthorWay {
    std::string words;  // "The shortest way", "As planned: best line"
    std::string choices;
};

// A fact or meter that is otherwise than the case has it.
struct AuthorChange {
    std::string id;     // "case.harm", "meter/safety"
    std::string words;  // "The case, harm: likely"
};

// What a change of one fact would do to the verdicts on the options of the scene.
struct FactFlip {
    std::string id;     // "case.harm/likely"
    std::string words;  // "The case, harm: likely instead of possible"
    std::vector<VerdictFlip> flips;
};

// Everything an author sees of a case. What takes long is made a little at a time, by AuthorDesk::work().
struct AuthorView {
    std::string folder;
    std::vector<AuthorFile> files;
    std::string path, name;  // of the case that is open; empty: none
    std::vector<AuthorProblem> problems;
    bool checked = false;  // false: the file has been read, and the whole check is still to come
    CaseOutline outline;   // of the file as it is now, mistakes and all
    std::string older;     // why what can be played is an older version than the file; empty when it is not

    bool form = false;       // a form is open
    std::string form_title;  // as the file has it now
    std::vector<AuthorFormList> lists;
    std::vector<AuthorFile> cases;  // that it could name

    bool playable = false;  // there is a version that can be played
    std::string scene;      // on show
    std::vector<AuthorWay> ways;
    std::size_t way = 0;  // the one taken; ways.size(): one chosen step by step
    std::string choices;  // on the way taken
    std::string stuck;    // why nobody comes to the scene by it; empty when all is well
    Page page;
    OptionTable options;

    struct Meter {
        std::string name;
        int value = 0;
        bool changed = false;
    };
    std::vector<Meter> meters;
    std::vector<AuthorChange> changes;
    std::vector<VerdictFlip> flips;    // what all the changes together come to
    std::vector<FactFlip> flip_table;  // one fact at a time
    int flips_tried = 0, flips_to_try = 0;

    std::vector<CoveredHeading> coverage;
    long coverage_tried = 0;
    bool coverage_whole = false;  // every way that was to be tried has been
};

// A change an author makes in the window.
struct AuthorEdit {
    enum class Kind {
        text,
        target,
        move_option,
        act_part,
        add_act,
        remove_act,
        condition,  // of a route
        add_route,  // before the last one
        remove_route,
        move_route,  // among those with a condition
        move_case,   // in a list of a form
        add_case,
        remove_case
    };
    Kind kind = Kind::text;
    std::string scene;
    std::string option;               // empty: the scene itself
    std::string field;                // text: "title", "say" ...; act_part: "items"
    std::string value;                // the new words, or a scene, or the name of an act
    std::vector<std::string> values;  // act_part: ids
    int by = 0;                       // move_option, move_route: -1 up, 1 down
    std::size_t act = 0;              // which of the option's acts
    std::size_t route = 0;            // target, condition, remove_route, move_route: which of the routes
    std::string condition;            // condition, add_route: when it is taken
    std::size_t list = 0, at = 0;     // of a form: which list, and which case in it
};

// What can be changed at one place, as it stands in the file now.
struct EditablePart {
    std::string field, label;  // "items", "Which information"
    bool several = true;
    std::vector<std::string> chosen;                           // ids
    std::vector<std::pair<std::string, std::string>> answers;  // id, words
};
struct EditableAct {
    std::string kind, words;  // "share", "Shared the letter with audiology."
    std::vector<EditablePart> parts;
};
struct EditableRoute {
    std::string when, target;  // when: empty for the last, which is taken when none above it holds
};
struct EditableOption {
    std::string id, say;
    bool form = false;  // the learner builds the act
    std::vector<EditableRoute> routes;
    std::vector<EditableAct> acts;
};
struct EditableScene {
    std::string id, title;
    std::vector<EditableRoute> routes;                       // of a scene without options
    std::vector<std::pair<std::string, std::string>> texts;  // "text" or "text/0", and the words
    std::vector<EditableOption> options;
    std::vector<std::pair<std::string, std::string>> targets;  // id, words
    std::vector<std::pair<std::string, std::string>> kinds;    // acts that can be added
};

// An author's folder and the case that is open, as the window needs them: files behind a door, or a fixture in tests.
class AuthorDesk {
  public:
    virtual ~AuthorDesk() = default;

    virtual const AuthorView& view() const = 0;

    // Looks whether files have changed, and reads what has. Returns whether the view has changed.
    virtual bool look() = 0;

    // From now on `wake` is called, from another thread, as soon as a file may have changed. False where the system
    // does not tell of that, and files must be looked at often.
    virtual bool wake_when_changed(std::function<void()> wake) = 0;

    // Does a little of what takes long. Returns whether the view has changed; `busy` says whether there is more to do.
    virtual bool work() = 0;
    virtual bool busy() const = 0;

    virtual void open(const std::string& path) = 0;
    virtual void show_scene(const std::string& id) = 0;
    virtual void take_way(std::size_t way) = 0;
    virtual void follow(const std::string& option) = 0;  // goes on to the next decision by it

    virtual const std::vector<FactSubject>& facts() = 0;  // of the scene on show
    virtual void set_fact(const std::string& path, std::size_t value) = 0;
    virtual void set_meter(const std::string& name, int value) = 0;
    virtual void undo_change(const std::string& id) = 0;  // empty: all of them

    // The lines of the file round a place, each with its number.
    virtual std::vector<std::pair<int, std::string>> lines_near(int line) = 0;

    virtual EditableScene editable(const std::string& scene) = 0;

    // What conditions of routes can be about, and why one cannot stand: empty when it can.
    virtual std::vector<ConditionSubject> condition_subjects() = 0;
    virtual std::vector<ConditionFact> condition_facts(const std::string& subject) = 0;
    virtual std::string condition_fault(const std::string& condition) = 0;

    // Writes a change into the file. Returns an empty string, or in words why it was not made; then the file is as it
    // was.
    virtual std::string edit(const AuthorEdit& change) = 0;
};

// What the author is looking at.
struct AuthorRoom {
    std::unique_ptr<AuthorDesk> desk;
    bool told = false, watched = false;  // the desk knows whom to wake when files change; and will do so
    std::string pane = "problems";
    int line = 0;                             // a place on show
    std::string subject;                      // whose facts are unfolded
    std::string fact;                         // which of them
    std::string editing;                      // an option of the scene, being edited
    std::map<std::string, TextEdit> written;  // boxes of the edit sheet
};

}  // namespace ntk::desktop
