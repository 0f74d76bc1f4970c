#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ntk {

// How the program ends. Scripts rely on these.
enum ExitCode { exit_ok = 0, exit_findings = 1, exit_usage = 2, exit_cannot_read = 3 };

// What `needtoknow play` was asked to do.
struct PlayRequest {
    std::string scenario;  // path; empty with `plan`
    std::string mode = "practice";
    std::string choices;               // scripted: "b,c,own:{items=a+b;to=csc}"
    std::string plan;                  // path of a *.plan.yaml
    std::vector<std::string> reports;  // files to write: .html, .pdf ...
    std::string learner;               // pseudonym for the report
    std::string form;                  // path of the form that the case is played for
    std::int64_t seed = -1;            // -1: the author's order
    int width = 78;
    std::string language;       // empty: as the author wrote it
    bool record = false;        // with `plan`: bring it up to date
    bool json = false;          // scripted: the report as JSON
    bool confidence = false;    // ask how sure the learner is
    bool expect = false;        // scripted: compare with what options expect
    bool afresh = false;        // drop the saved place
    bool keep_nothing = false;  // save no place
};
int play_command(const PlayRequest& request);

// What `needtoknow report` was asked to do: read a decision log, check it by replay, and report on it.
struct ReportRequest {
    std::string log;
    std::string scenario;              // path; empty: looked for by its id
    std::vector<std::string> reports;  // files to write; none: text on the terminal
    std::string learner;
    std::string form;  // path of the form that the case was played for
};
int report_command(const ReportRequest& request);

// What `needtoknow jigsaw` was asked to do: play the chairs in order, or make the picture from logs played elsewhere.
struct JigsawRequest {
    std::string jigsaw;                // path
    std::vector<std::string> logs;     // decision logs, one from each chair; none: play
    std::vector<std::string> reports;  // files to write
    int width = 78;
    bool afresh = false;        // drop the saved place
    bool keep_nothing = false;  // keep no place and no report
    bool terminal = false;      // by lines of text, even where there is a screen
    std::string language;       // of the program's words; empty: as they are written
    std::string describe;       // what the window shows and where; for tests
};

// In a window when there is a screen, and nothing is asked for that only lines of text do: logs, files to write, or
// keeping nothing.
int jigsaw_command(const JigsawRequest& request);

// The library of cases: in a window when there is a screen, otherwise as lines of text.
struct LibraryRequest {
    bool terminal = false;
    std::string screenshot;   // of the window; for tests
    std::string describe;     // what the window shows and where; for tests
    bool author = false;      // in author mode
    std::string author_path;  // a folder or a case; empty: the library
    bool assessor = false;    // with the assessor's screens
    std::string store;        // the store they begin with; empty: none
    std::string old_packs;    // a folder with rule packs of other versions; may be empty
    std::string jigsaw;       // the jigsaw to begin with; empty: the library
    bool afresh = false;      // drop the place kept in it
    std::string language;     // of the cases; empty: as their authors wrote them
    int width = 78;
};
int library_command(const LibraryRequest& request);

// Whether there is a screen that a window could be on.
bool has_screen();

namespace tool {
struct AssessRequest;
}

// `needtoknow assess run`: an assessment from the store it is kept in; in a window when there is a screen, unless the
// answers come through a pipe or from a file. `window` says what tests want of it.
int assess_run_command(const tool::AssessRequest& request, const LibraryRequest& window = {});

}  // namespace ntk
