#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string norm_words(const CoveredNorm& norm) {
    if (norm.states.empty()) return "not met"_en;
    std::string words;
    for (const auto& [scene, states] : norm.scenes) words += (words.empty() ? "" : "; ") + scene + " " + states;
    return words;
}

Node norm_line(const CoveredNorm& norm, const std::string& id) {
    const bool met = !norm.states.empty();
    Node line = column(0);
    Node name = note(id, met ? (norm.both() ? Icon::kept : Icon::part) : Icon::waiting,
                     fill(!met          ? "{rule}"_en
                          : norm.both() ? "{rule}: tested both ways"_en
                                        : "{rule}: tested one way only"_en,
                          {{"rule", norm.id + ", " + norm.title}}),
                     met ? (norm.both() ? Tone::kept : Tone::mended) : Tone::plain);
    add(line, std::move(name));
    Node where = row(0);
    Node indent = space(1);
    indent.width = 30;
    add(where, std::move(indent));
    Node words = muted(id + "/where", norm_words(norm));
    words.fill = true;
    add(where, std::move(words));
    add(line, std::move(where));
    return line;
}

}  // namespace

void author_coverage_parts(App& app, Node& into) {
    const AuthorView& view = app.author.desk->view();
    add(into, heading("coverage/title", 2, "Which rules and points the case tests"_en));
    if (!view.coverage_whole) {
        add(into,
            status("coverage/working", Icon::waiting, "The ways through the case are being tried."_en, Tone::waiting));
        if (view.coverage.empty()) return;
    }
    add(into,
        paragraph("coverage/lead",
                  number_of<"{n} choice was tried, on every planned run and on the shortest way to each scene. A "
                            "rule that is not met here may still be met on another way. | {n} choices were tried, on "
                            "every planned run and on the shortest way to each scene. A rule that is not met here "
                            "may still be met on another way.">(static_cast<size_t>(view.coverage_tried))));
    for (const CoveredHeading& each : view.coverage) {
        const std::string id = "covered/" + each.id;
        const bool open = app.is_open(id);
        const int percent = static_cast<int>(100 * each.met() / each.norms.size());
        add(into, bar(id, each.label + (each.title.empty() ? "" : ": " + each.title),
                      fill(number_of<"{n} of {all} met | {n} of {all} met">(static_cast<size_t>(each.met())),
                           {{"all", std::to_string(each.norms.size())}}),
                      each.met() == 0 ? -1 : percent, ""));
        Node fold = disclosure(id + "/more", Icon::list, fill("By scene: {point}"_en, {{"point", each.label}}), open,
                               [&app, id] { app.toggle(id); });
        fold.text = "By scene"_en;
        fold.max_width = 220;
        add(into, std::move(fold));
        if (!open) continue;
        for (const CoveredNorm& norm : each.norms) add(into, norm_line(norm, id + "/" + norm.id));
    }
}

}  // namespace ntk::desktop
