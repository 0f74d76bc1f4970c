#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/play/version.h"
#include "game/commands.h"
#include "game/tool/assess.h"
#include "game/tool/check.h"
#include "game/tool/cohort.h"
#include "game/tool/facilitate.h"
#include "game/tool/form.h"
#include "game/tool/format.h"
#include "game/tool/graph.h"
#include "game/tool/import_story.h"
#include "game/tool/locale.h"
#include "game/tool/new_case.h"
#include "game/tool/paths.h"
#include "game/tool/random.h"
#include "game/tool/rules.h"
#include "game/tool/schema.h"
#include "game/tool/seal.h"
#include "game/tool/usage.h"

// The program: the library of cases, one case, or a tool, by its first word.
int main(int argc, char** argv) {
    using namespace ntk;
    if (argc == 1) return library_command({});  // as most people start it; the window need not wait for the commands
    CLI::App app("Rehearse who needs to know what, when and how, in made-up child-safeguarding cases.", "needtoknow");
    app.set_version_flag("--version", std::string(engine_version));
    app.require_subcommand(0, 1);

    LibraryRequest library;
    app.add_flag("--terminal", library.terminal, "Show the library as lines of text, even where there is a screen");
    app.add_option("--screenshot", library.screenshot, "Write the window's first picture to this file and end")
        ->group("");
    app.add_option("--describe", library.describe, "Keep writing what the window shows, and where, to this file")
        ->group("");
    app.add_option("--width", library.width, "Wrap lines of text at this many characters; 0 for never")
        ->check(CLI::Range(0, 1000));

    app.add_option("--language", library.language, "Show cases in this language (cy), as far as they are translated")
        ->check(tool::a_language);

    PlayRequest play;
    CLI::App* play_app = app.add_subcommand("play", "Play one case by lines of text, or run it from a script");
    auto* scenario = play_app->add_option("scenario", play.scenario, "The scenario file");
    play_app->add_option("--mode", play.mode, "practice or assessment")
        ->check(CLI::IsMember({"practice", "assessment"}));
    auto* choices = play_app->add_option("--choices", play.choices, "Play these: b,c,own:{items=a+b;to=csc},d");
    auto* plan = play_app->add_option("--plan", play.plan, "Play every run of this plan and compare");
    play_app->add_flag("--record", play.record, "Bring the plan up to date, and show what changed")->needs(plan);
    play_app->add_flag("--expect", play.expect, "Compare the verdicts with what the options expect")->needs(choices);
    play_app->add_flag("--json", play.json, "Write the result as JSON")->needs(choices);
    play_app->add_option("--report", play.reports,
                         "Write the report here: .html, .pdf, .json, .csv, .txt, or .jsonl for the log");
    play_app->add_option("--learner", play.learner, "A pseudonym for the report; no name");
    play_app->add_option("--form", play.form, "The form that the case is played for (.yaml)");
    play_app->add_option("--seed", play.seed, "Shuffle the options by this number; 0 keeps the author's order")
        ->check(CLI::NonNegativeNumber);
    play_app->add_option("--width", play.width, "Wrap lines at this many characters; 0 for never")
        ->check(CLI::Range(0, 1000));
    play_app->add_option("--language", play.language, "Play in this language (cy), as far as it is translated")
        ->check(tool::a_language);
    play_app->add_flag("--confidence", play.confidence, "Ask how sure you are before each reveal");
    play_app->add_flag("--new", play.afresh, "Begin again; the place kept for this case is dropped");
    play_app->add_flag("--keep-nothing", play.keep_nothing, "Keep no place and no report");
    choices->excludes(plan);

    ReportRequest report;
    CLI::App* report_app = app.add_subcommand("report", "Check a decision log by replaying it, and report on it");
    report_app->add_option("log", report.log, "The log (.jsonl)")->required();
    report_app->add_option("--scenario", report.scenario, "The scenario file, when it is not one of ours");
    report_app->add_option("--report", report.reports, "Write the report here: .html, .pdf, .json, .csv or .txt");
    report_app->add_option("--learner", report.learner, "A pseudonym for the report; no name");
    report_app->add_option("--form", report.form, "The form that the case was played for (.yaml)");

    JigsawRequest jigsaw;
    CLI::App* jigsaw_app =
        app.add_subcommand("jigsaw", "Play one family from several chairs, and see what the lead would have of it all");
    jigsaw_app->add_option("jigsaw", jigsaw.jigsaw, "The jigsaw file (jigsaw.yaml)")->required();
    jigsaw_app
        ->add_option("--logs", jigsaw.logs, "Decision logs played elsewhere, one from each chair: a.jsonl,b.jsonl")
        ->delimiter(',');
    jigsaw_app->add_option("--report", jigsaw.reports,
                           "Play by lines of text, and write the picture here: .html, .pdf, .json or .txt");
    jigsaw_app->add_option("--width", jigsaw.width, "Wrap lines at this many characters; 0 for never")
        ->check(CLI::Range(0, 1000));
    jigsaw_app->add_flag("--terminal", jigsaw.terminal, "Play by lines of text, even where there is a screen");
    jigsaw_app->add_flag("--new", jigsaw.afresh, "Begin again; the place kept for this jigsaw is dropped");
    jigsaw_app->add_flag("--keep-nothing", jigsaw.keep_nothing, "Play by lines of text; keep no place and no report");

    tool::AssessCommand assess(app);
    std::string author_path;
    CLI::App* author_app = app.add_subcommand(
        "author", "Write and check cases in a window: problems, map, preview, verdicts and coverage, as you save");
    author_app->add_option("path", author_path, "A folder of cases, or one case; the library when none is named");

    tool::CheckCommand check(app);
    tool::NewCommand begin(app);
    tool::ImportCommand bring_in(app);
    tool::CohortCommand cohort(app);
    tool::FacilitateCommand facilitate(app);
    tool::FormCommand form(app);
    tool::FormatCommand format(app, std::cin);
    tool::LocaleCommand locale(app);
    tool::RulesCommand rules(app);
    tool::PathsCommand paths(app);
    tool::RandomCommand random(app);
    tool::GraphCommand graph(app);
    tool::SchemaCommand schema(app);
    tool::SealCommands seals(app);

    try {
        app.parse(argc, argv);
        if (*play_app && scenario->count() == 0 && plan->count() == 0)
            throw CLI::RequiredError("play: a scenario file, or --plan with a plan");
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // help, or the version
        std::cerr << tool::usage_error(app, error);
        return exit_usage;
    }
    for (std::string* language : {&library.language, &play.language})
        if (*language == "en-GB") language->clear();  // as everything is written
    if (*play_app) return play_command(play);
    if (*report_app) return report_command(report);
    if (*jigsaw_app) {
        jigsaw.terminal = jigsaw.terminal || library.terminal;
        jigsaw.describe = library.describe;
        jigsaw.language = library.language;
        return jigsaw_command(jigsaw);
    }
    if (assess.wants_desk()) {
        library.assessor = true;
        library.store = assess.request().store;
        library.old_packs = assess.request().old_packs;
        return library_command(library);
    }
    if (assess.chosen())
        return assess.wants_to_play() ? assess_run_command(assess.request(), library)
                                      : assess.run(std::cout, std::cerr);
    if (check.chosen()) return check.run(std::cout, std::cerr);
    if (begin.chosen()) return begin.run(std::cout, std::cerr);
    if (bring_in.chosen()) return bring_in.run(std::cout, std::cerr);
    if (cohort.chosen()) return cohort.run(std::cout, std::cerr);
    if (facilitate.chosen()) return facilitate.run(std::cout, std::cerr);
    if (form.chosen()) return form.run(std::cout, std::cerr);
    if (format.chosen()) return format.run(std::cout, std::cerr);
    if (locale.chosen()) return locale.run(std::cout, std::cerr);
    if (rules.chosen()) return rules.run(std::cout, std::cerr);
    if (graph.chosen()) return graph.run(std::cout, std::cerr);
    if (random.chosen()) return random.run(std::cout, std::cerr);
    if (paths.chosen()) return paths.run(std::cout, std::cerr);
    if (schema.chosen()) return schema.run(std::cout, std::cerr);
    if (seals.chosen()) return seals.run(std::cout, std::cerr);
    if (*author_app) {
        library.author = true;
        library.author_path = author_path;
    }
    return library_command(library);
}
