#include <algorithm>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

// Between the chairs of a jigsaw there is no case file, each chair has its own; nor between the cases of an assessment.
bool has_case_file(const Page& page) {
    return page.kind != PageKind::chair && page.kind != PageKind::picture && !page.id.starts_with("assessment/");
}

// Everything that is always at hand, in the same order on every page.
void bar_buttons(App& app, Node& into) {
    const bool playing = app.where == App::Where::playing;
    const bool in_case = playing && !app.session()->finished();
    if (app.where != App::Where::library && app.sitting() == nullptr) {
        add(into, quiet("bar-library", Icon::home, "All cases"_en, [&app] { app.to_library(); }));
    }
    const bool authoring = app.where == App::Where::author && app.author.desk;
    if (!app.view.narrow()) {
        std::string where;
        if (playing) where = app.page()->case_title;
        if (authoring) where = app.author.desk->view().folder;
        if (app.where == App::Where::assessor) where = app.assessor.list.path;
        Node title = muted("bar-case", where);
        title.fill = true;
        title.min_width = 150;
        if (app.where != App::Where::library) add(into, std::move(title));
    } else if (in_case && has_case_file(*app.page())) {
        add(into, quiet("bar-file", Icon::folder, "Case file"_en, [&app] { app.open_sheet(Sheet::case_file); }));
    }
    if (in_case && !app.view.narrow() && app.group() != nullptr)
        add(into, quiet("bar-file", Icon::folder, "Case file"_en, [&app] { app.open_sheet(Sheet::case_file); }));
    if (in_case && !app.page()->advice.empty()) {
        add(into, quiet("bar-advice", Icon::help, "Ask for advice"_en, [&app] { app.open_sheet(Sheet::advice); }));
    }
    if (playing && !app.page()->glossary.empty()) {
        add(into, quiet("bar-words", Icon::book, "Glossary"_en, [&app] { app.open_sheet(Sheet::words); }));
    }
    if (in_case && app.sitting() != nullptr && !app.sitting()->time().empty())
        add(into, quiet("bar-time", Icon::clock, "Time"_en, [&app] { app.open_sheet(Sheet::time); }));
    add(into, quiet("bar-display", Icon::settings, "Text and colours"_en, [&app] { app.open_sheet(Sheet::display); }));
    if (in_case && offers(*app.page(), "skip_scene"))
        add(into, quiet("bar-skip", Icon::right, "Skip this scene"_en, [&app] { app.open_sheet(Sheet::skip_scene); }));
    if (in_case) add(into, quiet("bar-leave", Icon::leave, "Leave now"_en, [&app] { app.open_sheet(Sheet::leave); }));
}

Node top_bar(App& app) {
    Node bar = row(4);
    bar.box = Box::bar;
    bar.pad_x = app.view.tight() ? 4.0F : 16.0F;
    bar.pad_y = 6;
    if (app.where == App::Where::library) {
        if (app.view.tight()) {
            bar_buttons(app, bar);
            return bar;
        }
        Node name = strong("brand", "Who Needs to Know"_en);
        name.icon = Icon::talk;
        name.tone = Tone::accent;
        name.fill = true;
        name.min_width = 190;
        name.min_height = 44;
        add(bar, std::move(name));
        bar_buttons(app, bar);
        return bar;
    }
    if (!app.view.narrow()) {
        bar_buttons(app, bar);
        return bar;
    }
    add(bar, quiet("bar-menu", Icon::list, "Menu"_en, [&app] { app.open_sheet(Sheet::menu); }));
    const bool in_case = app.where == App::Where::playing && !app.session()->finished();
    if (in_case && !app.view.tight()) {
        if (has_case_file(*app.page()))
            add(bar, quiet("bar-file", Icon::folder, "Case file"_en, [&app] { app.open_sheet(Sheet::case_file); }));
        Node gap;
        gap.fill = true;
        add(bar, std::move(gap));
        add(bar, quiet("bar-leave", Icon::leave, "Leave now"_en, [&app] { app.open_sheet(Sheet::leave); }));
    }
    return bar;
}

// What the host says about the learner's place, and why nothing is read aloud, until it is over or put away. It comes
// after the title, which has the keyboard, so that it is in sight in a small window too.
void add_notice(App& app, Node& main) {
    Node whole = column(4);
    if (!app.voice_problem.empty()) {
        add(whole, status("voice", Icon::info, app.voice_problem, Tone::waiting));
        add(whole, quiet("voice/off", Icon::cross, "Switch reading aloud off"_en, [&app] {
                app.switch_voice();
                app.hands.focus_on("title", true);
            }));
    }
    if (app.where == App::Where::playing && !app.notice.empty() && app.notice != app.hidden_notice) {
        add(whole, status("notice", Icon::info, app.notice, Tone::waiting));
        add(whole, quiet("notice/hide", Icon::cross, "Hide this notice"_en, [&app] {
                app.hidden_notice = app.notice;
                app.hands.focus_on("title", true);
            }));
    }
    if (whole.children.empty()) return;
    const auto title =
        std::find_if(main.children.begin(), main.children.end(), [](const Node& each) { return each.id == "title"; });
    main.children.insert(title == main.children.end() ? main.children.begin() : title + 1, std::move(whole));
}

void page_parts(App& app, const Page& page, Node& main) {
    if (app.group() != nullptr && group_parts(app, page, main)) return;
    for (const ActForm& form : page.forms) {
        if (form.id != app.form) continue;
        app.reviewing ? review_parts(app, page, form, main) : compose_parts(app, page, form, main);
        return;
    }
    if (app.sitting() != nullptr && (page.kind == PageKind::briefing || page.kind == PageKind::closed))
        return sitting_parts(app, page, main);
    switch (page.kind) {
        case PageKind::briefing: briefing_parts(app, page, main); break;
        case PageKind::scene: scene_parts(app, page, main); break;
        case PageKind::consequence: consequence_parts(app, page, main); break;
        case PageKind::feedback: feedback_parts(app, page, main); break;
        case PageKind::debrief: debrief_parts(app, page, main); break;
        case PageKind::closed: closed_parts(app, page, main); break;
        case PageKind::chair: chair_parts(app, page, main); break;
        case PageKind::picture: picture_parts(app, page, main); break;
    }
}

// The reading column of the page.
Node reading(App& app) {
    Node main = column(16);
    const bool at_work = app.where == App::Where::author || app.where == App::Where::assessor;
    main.max_width = app.where == App::Where::library ? 1640 : at_work ? 1240 : app.group() != nullptr ? 860 : measure;
    main.centred = true;
    main.pad_x = 4;
    switch (app.where) {
        case App::Where::library: library_parts(app, main); break;
        case App::Where::problems: problem_parts(app, main); break;
        case App::Where::waiting: waiting_parts(app, main); break;
        case App::Where::author: author_parts(app, main); break;
        case App::Where::assessor: assessor_parts(app, main); break;
        case App::Where::playing: page_parts(app, *app.page(), main); break;
    }
    add_notice(app, main);
    return main;
}

Node page_region(App& app) {
    Node main = scroll("main");
    main.fill = true;
    main.pad_x = app.view.tight() ? 6.0F : 28.0F;
    main.pad_y = app.view.low() ? 10.0F : 26.0F;
    return main;
}

bool shows_outline(App& app) {
    return app.where == App::Where::author && !app.view.narrow() && !app.author.desk->view().path.empty() &&
           !app.author.desk->view().form;
}

// The form for a decision stands at the right of the result it is about.
bool shows_decision(App& app) {
    return app.where == App::Where::assessor && !app.view.narrow() && app.assessor.pane == AssessorRoom::Pane::result;
}

bool shows_case_file(App& app) {
    if (app.where != App::Where::playing || app.view.narrow() || app.group() != nullptr) return false;
    if (app.sitting() != nullptr && !has_case_file(*app.page())) return false;
    const PageKind kind = app.page()->kind;
    return kind == PageKind::scene || kind == PageKind::consequence || kind == PageKind::feedback ||
           kind == PageKind::briefing;
}

Node page_node(App& app) {
    if (app.view.low() || app.view.tight()) {  // too small for anything fixed: the bar scrolls with the page
        Node all = page_region(app);
        all.gap = 14;
        add(all, top_bar(app));
        if (Node time = sitting_time_strip(app); !time.children.empty()) add(all, std::move(time));
        add(all, reading(app));
        return all;
    }
    Node whole;
    whole.flow = Flow::stack;
    add(whole, top_bar(app));
    Node body;
    body.flow = Flow::split;
    body.fill = true;
    Node main = page_region(app);
    add(main, reading(app));
    add(body, page_with_foot(std::move(main)));
    if (shows_case_file(app) || shows_outline(app) || shows_decision(app)) {
        Node panel;
        panel.flow = Flow::stack;
        panel.width = app.view.width < 1200 ? 330.0F : 380.0F;
        panel.at_left = !shows_decision(app);
        panel.box = Box::panel;
        Node inside = scroll("file");
        inside.fill = true;
        inside.pad_x = 18;
        inside.pad_y = 22;
        inside.gap = 8;
        if (shows_decision(app))
            assessor_decide_parts(app, inside);
        else if (shows_outline(app))
            author_outline_parts(app, inside);
        else
            case_file_parts(app, app.page()->case_file, inside);
        add(panel, std::move(inside));
        add(body, std::move(panel));
    }
    add(whole, std::move(body));
    if (Node time = sitting_time_strip(app); !time.children.empty()) add(whole, std::move(time));
    return whole;
}

Node sheet_node(App& app) {
    Node over;
    over.flow = Flow::split;
    over.box = Box::shade;
    Node empty;
    empty.fill = true;
    Node panel;
    panel.flow = Flow::stack;
    panel.box = Box::sheet;
    panel.width = std::min(520.0F, app.view.width);
    Node inside = scroll("sheet");
    inside.fill = true;
    inside.pad_x = app.view.tight() ? 10.0F : 28.0F;
    inside.pad_y = app.view.low() ? 10.0F : 26.0F;
    inside.gap = 14;
    switch (app.sheet) {
        case Sheet::none: break;
        case Sheet::menu:
            add(inside, heading("sheet-title", 1, "Menu"_en));
            bar_buttons(app, inside);
            break;
        case Sheet::case_file: case_file_parts(app, app.page()->case_file, inside); break;
        case Sheet::advice: advice_parts(app, *app.page(), inside); break;
        case Sheet::words: words_parts(app, *app.page(), inside); break;
        case Sheet::display: display_parts(app, inside); break;
        case Sheet::leave: leave_parts(app, inside); break;
        case Sheet::skip_scene: skip_scene_parts(app, inside); break;
        case Sheet::time: sitting_time_parts(app, inside); break;
        case Sheet::author_fact: author_fact_sheet(app, inside); break;
        case Sheet::author_edit: author_edit_sheet(app, inside); break;
    }
    if (app.sheet != Sheet::leave && app.sheet != Sheet::skip_scene) {
        add(inside, space(4));
        add(inside, secondary("sheet-close", Icon::cross, "Close"_en, [&app] { app.close_sheet(); }));
    }
    add(panel, std::move(inside));
    add(over, std::move(empty));
    add(over, std::move(panel));
    return over;
}

// In very narrow windows long words of a title would not fit on a line, so titles take the next smaller letters.
void smaller_titles(Node& node) {
    if (node.type == Type::title) node.type = Type::section;
    for (Node& child : node.children) smaller_titles(child);
}

}  // namespace

Node build_window(App& app) {
    Node window;
    window.role = Role::window;
    window.id = "window";
    window.name = "Who Needs to Know"_en;
    if (app.where == App::Where::playing && app.page())
        window.name = fill("{case} - Who Needs to Know"_en, {{"case", app.page()->case_title}});
    if (app.where == App::Where::author)
        window.name = fill("Author: {file} - Who Needs to Know"_en, {{"file", app.author.desk->view().name}});
    if (app.where == App::Where::assessor) window.name = "Assessments - Who Needs to Know"_en;
    window.flow = Flow::layers;
    window.box = Box::paper;
    Node page = page_node(app);
    page.inert = app.sheet != Sheet::none;
    add(window, std::move(page));
    if (app.sheet != Sheet::none) add(window, sheet_node(app));
    if (app.view.width < 320) smaller_titles(window);
    return window;
}

bool offers(const Page& page, const std::string& action) {
    for (const std::string& each : page.actions) {
        if (each == action) return true;
    }
    return false;
}

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

void message_part(App& app, Node& into) {
    if (app.message.empty()) return;
    const Icon icon = app.message_tone == Tone::kept ? Icon::kept : Icon::info;
    add(into, status("message", icon, app.message, app.message_tone));
    if (app.where != App::Where::playing || app.saved_report.empty() || !app.options.open_file) return;
    Node row_of_one = row(12);  // as wide as its words
    add(row_of_one, secondary("open-report", Icon::book, "Open the report"_en, [&app] { app.open_report(); }));
    add(into, std::move(row_of_one));
}

}  // namespace ntk::desktop
