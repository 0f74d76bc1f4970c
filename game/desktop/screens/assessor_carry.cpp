#include <algorithm>

#include "game/desktop/assessor_room.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

constexpr size_t most_shown = 40;

std::string word_of(AssessorGathered::Kind kind) {
    switch (kind) {
        case AssessorGathered::Kind::taken: return "Taken in"_en;
        case AssessorGathered::Kind::extended: return "Taken in: it goes on from what was here"_en;
        case AssessorGathered::Kind::known: return "Known already, so it counts once"_en;
        case AssessorGathered::Kind::refused: return "Refused; nothing was changed"_en;
    }
    return "";
}

void gathered_part(App& app, Node& into) {
    const std::vector<AssessorGathered>& all = app.assessor.gathered;
    if (all.empty()) return;
    add(into, heading("gathered/title", 3, "What became of each file, the latest first"_en));
    for (size_t i = 0; i < all.size() && i < most_shown; ++i) {
        const AssessorGathered& each = all[i];
        const bool refused = each.kind == AssessorGathered::Kind::refused;
        const std::string id = "gathered/" + std::to_string(i + 1);
        const std::string name = each.file.substr(each.file.find_last_of('/') + 1);
        add(into, note(id, refused ? Icon::missed : Icon::kept, word_of(each.kind) + ": " + name,
                       refused ? Tone::missed : Tone::kept));
        for (size_t n = 0; n < each.problems.size() && n < 5; ++n) {
            const Problem& problem = each.problems[n];
            const std::string what = (problem.code.empty() ? "" : problem.code + ", ") + problem.place +
                                     (problem.place.empty() && problem.code.empty() ? "" : ": ") + problem.message;
            Node why = paragraph(id + "/why/" + std::to_string(n + 1),
                                 problem.hint.empty() ? what + "."
                                                      : fill("{problem}. To mend it: {hint}."_en,
                                                             {{"problem", what}, {"hint", problem.hint}}));
            why.box = Box::quote;
            why.tone = Tone::missed;
            why.pad_x = 16;
            add(into, std::move(why));
        }
    }
    if (all.size() > most_shown)
        add(into, muted("gathered/more", number_of<"And {n} more. | And {n} more.">(all.size() - most_shown)));
}

}  // namespace

void assessor_carry_parts(App& app, Node& into) {
    Node gather = card("gather-card", "Gather"_en);
    add(gather, heading("gather/title", 2, "Gather results from other machines"_en));
    add(gather, paragraph("gather/lead",
                          "A result file ends in .results.json. Drop as many as you like on this window, or write the "
                          "place of one, or of a folder of them. Every log is replayed, and what counts is what the "
                          "engine finds."_en));
    const auto go = [&app] { assessor_gather(app, {assessor_box(app, "gather").text}); };
    add(gather, line_box("gather", "A result file, or a folder of them"_en, assessor_box(app, "gather"), go));
    Node first = row(10);
    add(first, secondary("gather/go", Icon::folder, "Gather"_en, go));
    add(gather, std::move(first));
    gathered_part(app, gather);
    add(into, std::move(gather));

    Node out = card("export-card", "Export"_en);
    add(out, heading("export/title", 2, "Export, to be gathered elsewhere"_en));
    add(out, line_box("export", "The folder that result files go to"_en, assessor_box(app, "export"),
                      [&app] { assessor_export(app); }));
    add(out, check("export/all", "Also sessions that are not handed in yet"_en, "", app.assessor.export_all,
                   [&app] { app.assessor.export_all = !app.assessor.export_all; }));
    Node second = row(10);
    add(second, secondary("export/go", Icon::sent, "Write result files"_en, [&app] { assessor_export(app); }));
    add(out, std::move(second));
    add(into, std::move(out));

    Node copy = card("backup-card", "Back up"_en);
    add(copy, heading("backup/title", 2, "Back up the store"_en));
    add(copy, paragraph("backup/lead",
                        "A copy as the store stands now, also while learners use it. What you erase from the store "
                        "later stays in the copy: erase it there as well."_en));
    add(copy, line_box("backup", "A file name that is not taken"_en, assessor_box(app, "backup"),
                       [&app] { assessor_back_up(app); }));
    Node third = row(10);
    add(third, secondary("backup/go", Icon::save, "Copy the store"_en, [&app] { assessor_back_up(app); }));
    add(copy, std::move(third));
    add(into, std::move(copy));
}

}  // namespace ntk::desktop
