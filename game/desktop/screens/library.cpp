#include <algorithm>

#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string begun_words(const App& app, const CaseCard& shown) {
    const auto here = app.sessions.find(shown.id);
    return here != app.sessions.end() && here->second->finished() ? "You have finished this one"_en
                                                                  : "You have begun this one"_en;
}

// The ways into a case. They stand above its summary, so that the first screen says at once how to begin.
Node ways_in(App& app, const CaseCard& shown) {
    const std::string id = "case/" + shown.id;
    const bool jigsaw = !shown.chairs.empty();
    Node buttons = row(10);
    const bool here = app.has_place_in(shown.id);
    const bool over = here && app.sessions.at(shown.id)->finished();
    const bool half_way = app.can_carry_on(shown);
    const std::string back_to = jigsaw ? "Back to the picture"_en : "Back to the debrief"_en;
    if (half_way) {
        Node resume = primary(id + "/resume", (over ? back_to : "Carry on"_en) + ": " + shown.title,
                              [&app, key = shown.id] { app.start(key, true); });
        resume.text = over ? back_to : "Carry on"_en;
        resume.min_height = 46;
        add(buttons, std::move(resume));
    }
    Press begin = [&app, key = shown.id] { app.start(key, false); };
    Node start = secondary(id + "/start", Icon::none, shown.title, begin);
    start.text = half_way ? "Start again"_en : jigsaw ? "Start this jigsaw"_en : "Start this case"_en;
    start.name = start.text + ": " + shown.title;
    add(buttons, std::move(start));
    if (app.options.open_group && !jigsaw) {
        Node together = secondary(id + "/group", Icon::people, "With a group"_en + ": " + shown.title,
                                  [&app, key = shown.id] { app.start_group(key); });
        together.text = "With a group"_en;
        add(buttons, std::move(together));
    }
    return buttons;
}

Node case_card(App& app, const CaseCard& shown) {
    const std::string id = "case/" + shown.id;
    Node whole = card(id, shown.title);
    whole.pad_x = 0;
    whole.pad_y = 0;
    whole.gap = 0;
    Node view = picture(id + "/picture", vignette_words(shown.setting), 72,
                        [setting = shown.setting](Painter& p, const Rect& at) {
                            const Rect inner{at.x + p.px(1), at.y + p.px(1), at.w - p.px(2), at.h - p.px(1)};
                            draw_vignette(p, inner, setting);
                            p.round_off(inner, p.px(7), p.colours().paper);
                        });
    add(whole, std::move(view));
    Node inside = column(7);
    inside.pad_x = 18;
    inside.pad_y = 16;
    if (app.can_carry_on(shown)) add(inside, chip(id + "/begun", Icon::flag, begun_words(app, shown), Tone::accent));
    add(inside, heading(id + "/title", 2, shown.title));
    const bool jigsaw = !shown.chairs.empty();
    Node role = note(id + "/role", Icon::person,
                     jigsaw ? number_of<"A jigsaw for {n} chair | A jigsaw for {n} chairs">(shown.chairs.size())
                            : fill("You are: {role}"_en, {{"role", shown.role}}),
                     Tone::plain);
    role.type = Type::strong;
    add(inside, std::move(role));
    if (jigsaw) add(inside, muted(id + "/chairs", joined(shown.chairs)));
    Node facts = row(18);
    if (!shown.minutes.empty()) {
        Node time = muted(id + "/minutes", shown.minutes);
        time.icon = Icon::clock;
        add(facts, std::move(time));
    }
    if (!shown.level.empty()) add(facts, muted(id + "/level", shown.level));
    if (!facts.children.empty()) add(inside, std::move(facts));
    add(inside, ways_in(app, shown));
    if (!shown.summary.empty()) add(inside, paragraph(id + "/summary", shown.summary));
    const std::string kinds = shown.neglect_words.empty() ? joined(shown.neglect) : shown.neglect_words;
    if (!kinds.empty()) add(inside, muted(id + "/neglect", fill("Neglect: {kinds}"_en, {{"kinds", kinds}})));
    if (!shown.content_note.empty()) {
        Node warning = muted(id + "/note", fill("Content: {note}"_en, {{"note", shown.content_note}}));
        warning.icon = Icon::care;
        add(inside, std::move(warning));
    }
    if (!shown.last_result.empty()) {
        Node last =
            note(id + "/last", Icon::kept, fill("Last time: {result}"_en, {{"result", shown.last_result}}), Tone::kept);
        add(inside, std::move(last));
    }
    add(whole, std::move(inside));
    return whole;
}

// One question to choose the cases by: "all", and each answer there is.
template <typename Value>
void filter_group(App& app, const std::string& id, const std::string& question, const std::string& all,
                  const std::vector<Value>& answers, Value& chosen, std::string (*words)(const Value&),
                  std::string (*key)(const Value&), Node& into) {
    if (answers.size() < 2) return;
    Node whole = group(id, question, 6);
    Node title = heading(id + "/title", 2, question);
    title.type = Type::strong;
    add(whole, std::move(title));
    Node choices = grid(235, 8);
    const auto choice = [&](const std::string& name, const std::string& label, const Value& value) {
        add(choices,
            radio(id + "/" + name, label, "", chosen == value, [&app, &chosen, value, place = id + "/" + name] {
                chosen = value;
                app.hands.focus_on(place, true);
            }));
    };
    choice("all", all, Value{});
    for (const Value& each : answers) choice(key(each), words(each), each);
    add(whole, std::move(choices));
    add(into, std::move(whole));
}

void filters(App& app, size_t shown, Node& into) {
    const FilterAnswers answers = filter_answers(app.options.cases);
    if (app.options.cases.size() < 3 || (answers.neglect.size() < 2 && answers.levels.size() < 2)) return;
    const std::string words = app.filter.words();
    const std::string count =
        words.empty() ? number_of<"Show: all {n} case | Show: all {n} cases">(shown)
                      : fill(number_of<"Show: {some} of {n} case ({chosen}) | Show: {some} of {n} cases ({chosen})">(
                                 app.options.cases.size()),
                             {{"some", std::to_string(shown)}, {"chosen", words}});
    Node line = row(10);
    Node fold =
        disclosure("filter", Icon::filter, count, app.filters_open, [&app] { app.filters_open = !app.filters_open; });
    fold.box = Box::secondary;
    add(line, std::move(fold));
    if (!app.filter.empty()) {
        add(line, secondary("filter/none", Icon::cross, "Show all cases"_en, [&app] {
                app.filter = {};
                app.hands.focus_on("filter", true);
            }));
    }
    add(into, std::move(line));
    if (!app.filters_open) return;
    Node open = tinted("filter/open", "Choose which cases to show"_en, Tone::plain);
    const auto same = [](const std::string& word) { return word; };
    filter_group<std::string>(
        app, "filter/level", "Level"_en, "Any level"_en, answers.levels, app.filter.level,
        [](const std::string& level) {
            return fill("Level {level}"_en, {{"level", level}});
        },
        [](const std::string& level) { return "Level " + level; }, open);
    filter_group<int>(
        app, "filter/minutes", "Time"_en, "Any length"_en, answers.minutes, app.filter.minutes,
        [](const int& most) { return number_of<"Up to {n} minutes">(static_cast<size_t>(most)); },
        [](const int& most) { return "Up to " + std::to_string(most) + " minutes"; }, open);
    filter_group<std::string>(app, "filter/neglect", "Kind of neglect"_en, "Any kind"_en, answers.neglect,
                              app.filter.neglect, same, same, open);
    filter_group<std::string>(app, "filter/field", "Where you work"_en, "Anywhere"_en, answers.fields, app.filter.field,
                              same, same, open);
    add(into, std::move(open));
}

// Files of the library that cannot be read at all: each a button that shows what to mend.
void unread_files(App& app, Node& into) {
    const std::vector<std::string>& all = app.library.unread;
    if (all.empty()) return;
    add(into, status("unread", Icon::mend,
                     number_of<"{n} file of the library cannot be read. Press one to see what to mend. | "
                               "{n} files of the library cannot be read. Press one to see what to mend.">(all.size()),
                     Tone::waiting));
    Node files = row(10);
    constexpr size_t most = 8;
    for (size_t i = 0; i < std::min(most, all.size()); ++i) {
        const std::string name = all[i].substr(all[i].find_last_of('/') + 1);
        add(files, secondary("unread/" + std::to_string(i + 1), Icon::document, name,
                             [&app, path = all[i]] { app.open_file(path); }));
    }
    add(into, std::move(files));
}

}  // namespace

void library_parts(App& app, Node& into) {
    into.gap = 16;
    add(into, heading("title", 1, "Who needs to know what, when, and how do you tell them?"_en));
    Node lead = paragraph("lead",
                          "Practise the decisions that share, or hold back, what could keep a child safe. Choose a "
                          "case. You can stop at any time, go back and try another way; nothing about you is kept."_en);
    lead.max_width = 900;
    add(into, std::move(lead));
    message_part(app, into);
    if (app.reading()) {
        add(into, status("reading", Icon::waiting,
                         fill("Reading the cases: {read} of {all} files."_en,
                              {{"read", std::to_string(app.library.read)}, {"all", std::to_string(app.library.files)}}),
                         Tone::waiting));
        if (app.reading_long && app.options.stop_reading) {
            add(into, secondary("reading/stop", Icon::cross, "Stop reading, and show what has been read"_en,
                                [&app] { app.options.stop_reading(); }));
        }
        return;
    }
    // Cases that can be taken up again come first, and then all others; each part keeps the order of the titles.
    std::vector<const CaseCard*> wanted;
    for (const bool begun : {true, false}) {
        for (const CaseCard& each : app.options.cases) {
            if (app.can_carry_on(each) == begun && app.filter.wants(each)) wanted.push_back(&each);
        }
    }
    unread_files(app, into);
    filters(app, wanted.size(), into);
    Node cards = grid(350, 20);
    for (const CaseCard* each : wanted) add(cards, case_card(app, *each));
    if (app.options.cases.empty()) {
        add(into,
            status("none", Icon::info,
                   "No case was found. Put scenario files in the scenarios folder and start again."_en, Tone::waiting));
    } else if (wanted.empty()) {
        add(into, status("none", Icon::info, "No case fits all of this. Change an answer, or show all cases."_en,
                         Tone::waiting));
    }
    add(into, std::move(cards));
    Node others = row(10);
    if (app.options.author)
        add(others, secondary("author", Icon::pencil, "Write and check cases"_en, [&app] { app.open_author(""); }));
    if (app.options.assessor)
        add(others,
            secondary("assessor", Icon::list, "Set and review assessments"_en, [&app] { app.open_assessor(""); }));
    if (!others.children.empty()) add(into, std::move(others));
    if (!app.options.footer.empty()) add(into, muted("footer", app.options.footer));
}

}  // namespace ntk::desktop
