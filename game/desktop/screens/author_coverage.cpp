#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

std::string norm_words(const CoveredNorm& norm) {
    if (norm.states.empty()) return "not met";
    std::string words;
    for (const auto& [scene, states] : norm.scenes) words += (words.empty() ? "" : "; ") + scene + " " + states;
    return words;
}

Node norm_line(const CoveredNorm& norm, const std::string& id) {
    const bool met = !norm.states.empty();
    Node line = column(0);
    Node name = note(id, met ? (norm.both() ? Icon::kept : Icon::part) : Icon::waiting,
                     norm.id + ", " + norm.title +
                         (!met          ? ""
                          : norm.both() ? ": tested both ways"
                                        : ": tested one way only"),
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
    add(into, heading("coverage/title", 2, "Which rules and points the case tests"));
    if (!view.coverage_whole) {
        add(into,
            status("coverage/working", Icon::waiting, "The ways through the case are being tried.", Tone::waiting));
        if (view.coverage.empty()) return;
    }
    add(into, paragraph("coverage/lead",
                        counted(static_cast<size_t>(view.coverage_tried), "choice was", "choices were") +
                            " tried, on every planned run and on the shortest way to each scene. A rule that is not "
                            "met here may still be met on another way."));
    for (const CoveredHeading& each : view.coverage) {
        const std::string id = "covered/" + each.id;
        const bool open = app.is_open(id);
        const int percent = static_cast<int>(100 * each.met() / each.norms.size());
        add(into, bar(id, each.label + (each.title.empty() ? "" : ": " + each.title),
                      std::to_string(each.met()) + " of " + std::to_string(each.norms.size()) + " met",
                      each.met() == 0 ? -1 : percent, ""));
        Node fold =
            disclosure(id + "/more", Icon::list, "By scene: " + each.label, open, [&app, id] { app.toggle(id); });
        fold.text = "By scene";
        fold.max_width = 220;
        add(into, std::move(fold));
        if (!open) continue;
        for (const CoveredNorm& norm : each.norms) add(into, norm_line(norm, id + "/" + norm.id));
    }
}

}  // namespace ntk::desktop
