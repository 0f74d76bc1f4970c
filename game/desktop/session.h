#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/play/page.h"
#include "game/desktop/theme.h"

namespace ntk::desktop {

// One learner's way through one case, as the window needs it: the engine's Player behind a door, or a fixture in tests.
class Session {
  public:
    virtual ~Session() = default;

    virtual const Page& page() const = 0;

    // Applies one input. Returns an empty string, or in plain words why it cannot be done; then nothing has changed.
    virtual std::string apply(const Input& input) = 0;

    virtual bool finished() const = 0;
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
};

// One thing an author has to mend in a file.
struct Problem {
    std::string code;  // "E104"
    bool warning = false;
    std::string place;  // "three-letters.yaml, line 12, column 5"
    std::string message, hint;
    std::string excerpt;  // the line as it stands in the file; may be empty
};

// What came of opening a case: a session, or what has to be mended first.
struct Opened {
    std::unique_ptr<Session> session;
    std::vector<Problem> problems;
};

// What came of saving a report: where it is, or why not.
struct Saved {
    std::string path, problem;
};

// How the learner wants to see and use the window. It stays on the device and goes into no report.
struct Settings {
    int text_percent = 100;  // 100 to 300
    ThemeName theme = ThemeName::light;
    bool single_keys = true;      // 1-9 choose an option
    bool ask_confidence = false;  // "How sure are you?" before each reveal
};

// Everything the window is given. It opens no file itself other than fonts.
struct DesktopOptions {
    std::vector<CaseCard> cases;
    std::function<Opened(const std::string& case_id, bool resume)> open;
    std::function<Saved(const std::string& case_id, const Session& session, const std::string& reflection)> save_report;
    Settings settings;
    std::function<void(const Settings&)> save_settings;
    std::string start_with;  // a case to open at once; empty for the library
    std::string footer;      // versions, for the foot of the library
    std::vector<std::string> font_folders;
    int width = 1280, height = 800;
    bool gpu = false, hidden = false;
    std::string screenshot;  // write the first settled frame here (BMP) and end
    std::function<void(const std::string& places)> describe;  // told after each picture where everything lies; for tests
};

}  // namespace ntk::desktop
