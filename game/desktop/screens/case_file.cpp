#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

// A part of the case file that unfolds. Returns whether its contents are to be shown.
bool part(App& app, const std::string& id, Icon icon, const std::string& name, size_t count, Node& into) {
    if (count == 0) return false;
    const bool open = app.is_open(id);
    add(into, rule());
    Node fold = disclosure(id, icon, name + " (" + std::to_string(count) + ")", open, [&app, id] { app.toggle(id); });
    fold.min_width = 0;  // as wide as the panel
    add(into, std::move(fold));
    return open;
}

Node person(const PersonView& shown, const std::string& prefix, bool agency, size_t index) {
    const std::string id = prefix + shown.id;
    Node whole = row(12);
    whole.role = Role::group;
    whole.id = id;
    whole.name = shown.name;
    whole.pad_y = 6;
    whole.at_bottom = true;  // the token stays beside the name, at the top
    Node token = space(40);
    token.width = 40;
    token.picture = [name = shown.name, agency, index](Painter& p, const Rect& at) {
        agency ? draw_agency(p, at) : draw_person(p, at, name, index);
    };
    add(whole, std::move(token));
    Node words = column(0);
    words.fill = true;
    words.min_width = 200;
    Node who = row(10);
    add(who, strong(id + "/name", shown.name));
    if (!shown.role.empty()) add(who, muted(id + "/role", capitalised(shown.role)));
    add(words, std::move(who));
    if (!shown.about.empty()) add(words, paragraph(id + "/about", shown.about));
    int n = 0;
    for (const std::string& link : shown.links)
        add(words, muted(id + "/link" + std::to_string(++n), capitalised(link)));
    add(whole, std::move(words));
    return whole;
}

Node item(const ItemView& shown, size_t number, size_t of) {
    const std::string id = "item/" + shown.id;
    Node whole = card(id, fill("Information {number} of {all}"_en,
                               {{"number", std::to_string(number)}, {"all", std::to_string(of)}}));
    whole.pad_x = 14;
    whole.pad_y = 12;
    whole.gap = 4;
    add(whole, paragraph(id + "/text", shown.text));
    std::string origin = shown.source;
    if (!shown.known.empty()) origin += (origin.empty() ? "" : ", ") + shown.known;
    if (!origin.empty()) add(whole, muted(id + "/source", fill("From: {origin}"_en, {{"origin", origin}})));
    if (!shown.about.empty())
        add(whole, muted(id + "/about", fill("About: {whom}"_en, {{"whom", joined(shown.about)}})));
    Node marks = row(6);
    marks.pad_y = 4;
    if (!shown.grade.empty()) add(marks, chip(id + "/grade", Icon::none, capitalised(shown.grade), Tone::plain));
    if (!shown.category.empty() && shown.category != "ordinary"_en) {
        add(marks, chip(id + "/category", Icon::lock, capitalised(shown.category), Tone::contested));
    }
    if (!marks.children.empty()) add(whole, std::move(marks));
    if (!shown.at_risk.empty()) {
        Node risk =
            note(id + "/risk", Icon::shield,
                 fill("Could be hurt if it is traced: {whom}"_en, {{"whom", joined(shown.at_risk)}}), Tone::missed);
        risk.ink = Ink::toned;
        add(whole, std::move(risk));
    }
    if (!shown.sent_to.empty()) {
        Node sent = note(id + "/sent", Icon::sent, fill("You sent it to: {whom}"_en, {{"whom", joined(shown.sent_to)}}),
                         Tone::accent);
        sent.ink = Ink::toned;
        add(whole, std::move(sent));
    }
    return whole;
}

void events(const std::vector<EventView>& all, const std::string& prefix, Node& into) {
    int n = 0;
    for (const EventView& each : all) {
        const std::string id = prefix + std::to_string(++n);
        Node entry = column(0);
        entry.box = Box::quote;
        entry.tone = Tone::plain;
        entry.pad_x = 16;
        entry.pad_y = 2;
        if (!each.when.empty()) add(entry, muted(id + "/when", each.when));
        add(entry, paragraph(id, each.text));
        add(into, std::move(entry));
    }
}

}  // namespace

void case_file_parts(App& app, const CaseFileView& file, Node& into) {
    const bool alone = app.sheet == Sheet::case_file;
    add(into, heading(alone ? "sheet-title" : "file-title", alone ? 1 : 2, "Case file"_en));
    const size_t all = file.people.size() + file.agencies.size() + file.items.size() + file.timeline.size();
    if (all == 0) add(into, muted("file-empty", "Nothing yet."_en));
    if (part(app, "file-people", Icon::people, "People"_en, file.people.size(), into)) {
        people_picture(file.people, into);
        size_t index = 0;
        for (const PersonView& each : file.people) add(into, person(each, "person/", false, index++));
    }
    if (part(app, "file-items", Icon::document, "What you know"_en, file.items.size(), into)) {
        size_t number = 0;
        for (const ItemView& each : file.items) add(into, item(each, ++number, file.items.size()));
    }
    if (part(app, "file-agencies", Icon::agency, "Organisations"_en, file.agencies.size(), into)) {
        for (const PersonView& each : file.agencies) add(into, person(each, "agency/", true, 0));
    }
    if (part(app, "file-timeline", Icon::clock, "What has happened"_en, file.timeline.size(), into)) {
        events(file.timeline, "timeline/", into);
    }
    if (part(app, "file-shared", Icon::sent, "What you have shared"_en, file.shared.size(), into)) {
        events(file.shared, "shared/", into);
    }
    if (part(app, "file-recorded", Icon::pencil, "What you have recorded"_en, file.recorded.size(), into)) {
        events(file.recorded, "recorded/", into);
    }
}

}  // namespace ntk::desktop
