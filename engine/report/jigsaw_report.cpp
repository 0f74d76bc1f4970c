#include "engine/report/jigsaw_report.h"

#include "engine/casework/clock.h"
#include "engine/play/jigsaw_pages.h"
#include "engine/play/version.h"
#include "engine/report/document_shapes.h"
#include "engine/text/json_table.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

std::vector<const Attempt*> attempts_of(const JigsawPlayer& player) {
    std::vector<const Attempt*> attempts;
    for (const Player& one : player.players()) attempts.push_back(&one.attempt());
    return attempts;
}

// The picture in words, also while somebody looks back at a chair's part.
PictureView view_of(const JigsawPlayer& player) {
    return picture_page(player.jigsaw(), attempts_of(player), *player.picture(), player.planned_picture(),
                        player.planned_attempts())
        .picture;
}

const std::string& case_id(const Jigsaw& jigsaw, int chair) {
    return jigsaw.chairs[static_cast<std::size_t>(chair)].scenario->id;
}

Json sendings_json(const Jigsaw& jigsaw, const PieceOfPicture& piece, const std::vector<const Attempt*>& attempts) {
    Json all(Json::List{});
    for (const PieceSent& sent : piece.sent) {
        const Attempt& attempt = *attempts[static_cast<std::size_t>(sent.chair)];
        Json one;
        one["case"] = case_id(jigsaw, sent.chair);
        one["item"] = attempt.facts().name(vocabulary().item, sent.item);
        one["decision"] = attempt.decisions()[static_cast<std::size_t>(sent.decision)].node;
        one["when"] = moment_text(sent.minutes);
        all.push_back(std::move(one));
    }
    return all;
}

Json cases_json(const Jigsaw& jigsaw, const std::vector<int>& chairs) {
    Json all(Json::List{});
    for (const int chair : chairs) all.push_back(case_id(jigsaw, chair));
    return all;
}

Json piece_json(const JigsawPlayer& player, std::size_t i) {
    const Jigsaw& jigsaw = player.jigsaw();
    const PieceOfPicture& piece = player.picture()->pieces[i];
    Json json;
    json["id"] = jigsaw.pieces[i].id;
    json["says"] = jigsaw.pieces[i].says;
    json["arrived"] = piece.arrived();
    json["sent"] = sendings_json(jigsaw, piece, attempts_of(player));
    json["kept"] = cases_json(jigsaw, piece.kept);
    json["unmet"] = cases_json(jigsaw, piece.unmet);
    if (const JigsawPicture* planned = player.planned_picture())
        json["planned"] = sendings_json(jigsaw, planned->pieces[i], player.planned_attempts());
    return json;
}

Json chair_json(const JigsawPlayer& player, std::size_t i) {
    const JigsawChair& chair = player.jigsaw().chairs[i];
    const Player& played = player.players()[i];
    Json json;
    json["case"] = chair.scenario->id;
    json["version"] = chair.scenario->version;
    json["sha256"] = chair.scenario->sha256;
    json["who"] = chair.who;
    json["decisions"] = static_cast<int>(played.attempt().decisions().size());
    json["ended"] = played.attempt().ended();
    json["log_sha256"] = sha256(played.log());
    return json;
}

Json sight_json(const JigsawPlayer& player, std::size_t i) {
    const Jigsaw& jigsaw = player.jigsaw();
    Json json, needs(Json::List{});
    for (const int piece : jigsaw.sees[i].needs) needs.push_back(jigsaw.pieces[static_cast<std::size_t>(piece)].id);
    json["says"] = jigsaw.sees[i].says;
    json["needs"] = std::move(needs);
    json["seen"] = static_cast<int>(i) == player.picture()->seen;
    if (const JigsawPicture* planned = player.planned_picture()) json["planned"] = static_cast<int>(i) == planned->seen;
    return json;
}

std::string joined(const std::vector<std::string>& lines, const char* between) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : between) + line;
    return text;
}

}  // namespace

Json jigsaw_report_json(const JigsawPlayer& player) {
    const AsWritten data;
    const Jigsaw& jigsaw = player.jigsaw();
    Json json;
    json["schema"] = "jigsaw-report/1";
    json["engine"] = std::string(engine_version);
    Json& about = json["jigsaw"];
    about["id"] = jigsaw.id;
    about["title"] = jigsaw.title;
    about["version"] = jigsaw.version;
    about["sha256"] = jigsaw.sha256;
    json["lead"] = jigsaw.lead;
    json["summary"] = view_of(player).summary;
    for (std::size_t i = 0; i < jigsaw.chairs.size(); ++i) json["chairs"].push_back(chair_json(player, i));
    for (std::size_t i = 0; i < jigsaw.pieces.size(); ++i) json["pieces"].push_back(piece_json(player, i));
    for (std::size_t i = 0; i < jigsaw.sees.size(); ++i) json["sees"].push_back(sight_json(player, i));
    return by_table(std::move(json), jigsaw_report_file());
}

ReportDocument jigsaw_report_document(const JigsawPlayer& player) {
    const Jigsaw& jigsaw = player.jigsaw();
    const PictureView view = view_of(player);
    ReportDocument page(fill("Jigsaw: {title}"_en, {{"title", jigsaw.title}}));
    page.heading(1, page.title());
    page.paragraph(fill("What {lead} would have from what each chair really sent. It is for a group to talk about, and "
                        "judges nobody."_en,
                        {{"lead", view.lead}}),
                   ReportDocument::Tone::note);
    page.paragraph(view.summary, ReportDocument::Tone::lead);
    page.paragraph(view.sees);
    if (!view.fuller.empty()) {
        page.heading(2, "With more pieces it could see"_en);
        std::vector<std::string> lines;
        for (const SightView& sight : view.fuller) lines.push_back(sight.says + " (" + sight.missing + ")");
        page.list(lines);
    }

    page.heading(2, "The pieces"_en);
    std::vector<std::vector<std::string>> rows;
    const bool with_plan = !view.planned.empty();
    for (const PieceView& piece : view.pieces) {
        rows.push_back({piece.says, piece.word, joined(piece.lines, "\n")});
        if (with_plan) rows.back().push_back(piece.planned.empty() ? "The same."_en : piece.planned);
    }
    std::vector<std::string> columns = {"Piece"_en, "Arrived"_en, "What each chair did"_en};
    if (with_plan) columns.push_back("Planned answers"_en);
    page.table("Every piece, and who held it"_en, columns, rows, TableShape::wide);

    if (with_plan) {
        page.heading(2, "Had every chair sent what it should"_en);
        page.paragraph(view.planned);
        page.paragraph(view.planned_sees == view.sees ? "It would see the same."_en : view.planned_sees);
    }
    if (!view.questions.empty()) {
        page.heading(2, "To talk about"_en);
        page.list(view.questions);
    }
    page.heading(2, "Versions and digests"_en);
    rows.clear();
    rows.push_back({"Jigsaw"_en, jigsaw.id + " " + jigsaw.version, jigsaw.sha256});
    for (std::size_t i = 0; i < view.chairs.size(); ++i) {
        const Scenario& scenario = *jigsaw.chairs[i].scenario;
        rows.push_back({view.chairs[i].who, view.chairs[i].part + "\n" + scenario.id + " " + scenario.version,
                        sha256(player.players()[i].log())});
    }
    page.table("What this picture was made of"_en,
               {"Part"_en, "Played"_en, "Digest of the file or of the decision log"_en}, rows, TableShape::digests);
    page.paragraph(view.versions);
    return page;
}

std::string jigsaw_report_html(const JigsawPlayer& player) { return document_html(jigsaw_report_document(player)); }

std::string jigsaw_report_text(const JigsawPlayer& player) {
    const PictureView view = view_of(player);
    std::string out = fill("{title}: what {lead} can see"_en, {{"title", player.jigsaw().title}, {"lead", view.lead}}) +
                      "\n\n" + view.summary + "\n" + view.sees + "\n";
    if (!view.fuller.empty()) out += "\n" + "With more pieces it could see"_en + "\n";
    for (const SightView& sight : view.fuller) out += "- " + sight.says + "\n  " + sight.missing + "\n";
    out += "\n" + "Pieces"_en + "\n";
    for (const PieceView& piece : view.pieces) {
        out += "- " + piece.word + ": " + piece.says + "\n";
        for (const std::string& line : piece.lines) out += "  " + line + "\n";
        if (!piece.planned.empty()) out += "  " + piece.planned + "\n";
    }
    if (!view.planned.empty()) {
        out += "\n" + "Had every chair sent what it should"_en + "\n" + view.planned + "\n";
        out += (view.planned_sees == view.sees ? "It would see the same."_en : view.planned_sees) + "\n";
    }
    out += "\n" + "Chairs"_en + "\n";
    for (const ChairView& chair : view.chairs) out += "- " + chair.who + ": " + chair.part + "\n";
    if (!view.questions.empty()) out += "\n" + "To talk about"_en + "\n";
    for (const std::string& question : view.questions) out += "- " + question + "\n";
    return out + "\n" + view.versions + "\n";
}

}  // namespace ntk
