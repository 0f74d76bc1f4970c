#include "engine/play/jigsaw_pages.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/casework/clock.h"
#include "engine/play/pages.h"
#include "engine/play/version.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

std::string without_stop(std::string text) {
    while (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

std::string holds_words(const JigsawChair& chair) {
    return chair.holds.empty() ? chair.who + "." : chair.who + ": " + without_stop(chair.holds) + ".";
}

// "the school nurse, week 1, Monday 09.10 (Wet shoes)"
std::string sending_words(const Jigsaw& jigsaw, const PieceSent& sent, const std::vector<const Attempt*>& attempts) {
    const auto chair = static_cast<std::size_t>(sent.chair);
    const Attempt& attempt = *attempts[chair];
    const DecisionMade& made = attempt.decisions()[static_cast<std::size_t>(sent.decision)];
    const Node* node = attempt.scenario().node(made.node);
    return inside_sentence(jigsaw.chairs[chair].who) + ", " + moment_text(sent.minutes) +
           (node == nullptr || node->title.empty() ? "" : " (" + node->title + ")");
}

// The chairs in words, joined: "the school nurse and the dentist".
std::string chairs_words(const Jigsaw& jigsaw, const std::vector<int>& chairs) {
    std::vector<std::string> names;
    for (const int chair : chairs) names.push_back(inside_sentence(jigsaw.chairs[static_cast<std::size_t>(chair)].who));
    return listed(names);
}

std::string planned_words(const Jigsaw& jigsaw, const PieceOfPicture& piece,
                          const std::vector<const Attempt*>& attempts) {
    if (!piece.arrived()) return "With the planned answers this stays with whoever holds it."_en;
    std::string text;
    for (const PieceSent& sent : piece.sent) text += (text.empty() ? "" : "; ") + sending_words(jigsaw, sent, attempts);
    return fill("With the planned answers it is sent by {whom}."_en, {{"whom", text}});
}

// Whether the same chairs sent a piece at the same decisions.
bool same_sendings(const PieceOfPicture& a, const PieceOfPicture& b) {
    return std::equal(a.sent.begin(), a.sent.end(), b.sent.begin(), b.sent.end(),
                      [](const PieceSent& one, const PieceSent& other) {
                          return one.chair == other.chair && one.minutes == other.minutes;
                      });
}

std::string part_words(const Attempt& attempt) {
    const std::size_t made = attempt.decisions().size();
    return attempt.ended()
               ? number_of<"{n} decision, to the end of the part. | {n} decisions, to the end of the part.">(made)
               : number_of<
                     "{n} decision. The part was left before its end. | {n} decisions. The part was left before "
                     "its end.">(made);
}

class PictureWriter {
  public:
    PictureWriter(const Jigsaw& jigsaw, const std::vector<const Attempt*>& attempts, const JigsawPicture& picture)
        : jigsaw_(jigsaw), attempts_(attempts), picture_(picture) {
        view.lead = Words(attempts.front()->scenario()).party_inside(jigsaw.chairs.front().lead);
        view.summary = with_counts(
            number_of<"{lead} has {some} of {n} piece. | {lead} has {some} of {n} pieces.">(pieces()), picture);
        view.sees = jigsaw.sees[static_cast<std::size_t>(picture.seen)].says;
        write_sights();
        write_pieces();
        write_chairs();
        view.questions = jigsaw.questions;
    }

    void compare(const JigsawPicture& planned, const std::vector<const Attempt*>& planned_attempts) {
        view.planned = with_counts(
            number_of<"{lead} would have {some} of {n} piece. | {lead} would have {some} of {n} pieces.">(pieces()),
            planned);
        view.planned_sees = jigsaw_.sees[static_cast<std::size_t>(planned.seen)].says;
        for (std::size_t i = 0; i < view.pieces.size(); ++i)
            if (!same_sendings(planned.pieces[i], picture_.pieces[i]))
                view.pieces[i].planned = planned_words(jigsaw_, planned.pieces[i], planned_attempts);
    }

    PictureView view;

  private:
    std::size_t pieces() const { return jigsaw_.pieces.size(); }

    std::string with_counts(const std::string& text, const JigsawPicture& picture) const {
        return fill(text, {{"lead", sentence(view.lead)}, {"some", std::to_string(picture.arrived())}});
    }

    void write_sights() {
        for (std::size_t i = 0; i < static_cast<std::size_t>(picture_.seen); ++i) {
            std::string missing;
            for (const int piece : jigsaw_.sees[i].needs)
                if (!picture_.pieces[static_cast<std::size_t>(piece)].arrived())
                    missing += (missing.empty() ? "" : "; ") +
                               without_stop(jigsaw_.pieces[static_cast<std::size_t>(piece)].says);
            view.fuller.push_back({jigsaw_.sees[i].says, fill("Has not arrived: {pieces}."_en, {{"pieces", missing}})});
        }
    }

    void write_pieces() {
        for (std::size_t i = 0; i < jigsaw_.pieces.size(); ++i) {
            const PieceOfPicture& piece = picture_.pieces[i];
            PieceView shown;
            shown.id = jigsaw_.pieces[i].id;
            shown.says = jigsaw_.pieces[i].says;
            shown.arrived = piece.arrived();
            shown.word = piece.arrived() ? "Arrived"_en : "Not sent"_en;
            for (const PieceSent& sent : piece.sent)
                shown.lines.push_back(fill("Sent by {whom}."_en, {{"whom", sending_words(jigsaw_, sent, attempts_)}}));
            if (!piece.kept.empty())
                shown.lines.push_back(sentence(fill(piece.arrived() ? "{who} held this too."_en : "{who} held this."_en,
                                                    {{"who", chairs_words(jigsaw_, piece.kept)}})));
            if (!piece.unmet.empty())
                shown.lines.push_back(sentence(fill("{who} did not come to know this on the way taken."_en,
                                                    {{"who", chairs_words(jigsaw_, piece.unmet)}})));
            view.pieces.push_back(std::move(shown));
        }
    }

    void write_chairs() {
        std::vector<std::string> cases;
        for (std::size_t i = 0; i < attempts_.size(); ++i) {
            const Scenario& scenario = attempts_[i]->scenario();
            view.chairs.push_back({jigsaw_.chairs[i].who, jigsaw_.chairs[i].holds, part_words(*attempts_[i])});
            cases.push_back(scenario.id + " " + scenario.version);
        }
        view.versions = fill(
            "Jigsaw {jigsaw}; cases {cases}; engine {engine}."_en,
            {{"jigsaw", jigsaw_.id + " " + jigsaw_.version}, {"cases", listed(cases)}, {"engine", engine_version}});
    }

    const Jigsaw& jigsaw_;
    const std::vector<const Attempt*>& attempts_;
    const JigsawPicture& picture_;
};

Page page_of(const Jigsaw& jigsaw, PageKind kind, std::string id, std::string title) {
    Page page;
    page.kind = kind;
    page.id = std::move(id);
    page.case_title = jigsaw.title;
    page.title = std::move(title);
    return page;
}

std::string look_back_words(const JigsawChair& chair) {
    return fill("Look back at the part of {whom}"_en, {{"whom", inside_sentence(chair.who)}});
}

void add_text(Page& page, std::string text) { page.blocks.push_back({Block::Kind::text, std::move(text), 2, {}}); }

}  // namespace

std::string inside_sentence(std::string who) {
    for (const std::string_view article : {"The ", "A ", "An "})
        if (who.starts_with(article)) who[0] = static_cast<char>(who[0] - 'A' + 'a');
    return who;
}

std::string look_back_id(std::size_t chair) { return "look-back-" + std::to_string(chair + 1); }

Page chair_page(const Jigsaw& jigsaw, std::size_t next) {
    const std::size_t all = jigsaw.chairs.size();
    Page page = page_of(jigsaw, PageKind::chair, "chair-" + std::to_string(next + 1), jigsaw.title);
    page.step = static_cast<int>(next);
    page.steps = static_cast<int>(all);
    page.actions = {"continue", "leave"};
    if (next == 0) {
        for (const std::string& paragraph : jigsaw.intro) add_text(page, paragraph);
        page.blocks.push_back({Block::Kind::heading, "The chairs"_en, 2, {}});
        for (const JigsawChair& chair : jigsaw.chairs) add_text(page, holds_words(chair));
    } else {
        const JigsawChair& last = jigsaw.chairs[next - 1];
        page.choices = {{look_back_id(next - 1), look_back_words(last)}};
    }
    if (next == all) {
        page.title = "Every chair has been played"_en;
        add_text(page, "Now see what the lead would have from what each chair really sent."_en);
        return page;
    }
    const JigsawChair& chair = jigsaw.chairs[next];
    const std::string title =
        fill("Chair {number} of {all}: {who}"_en,
             {{"number", std::to_string(next + 1)}, {"all", std::to_string(all)}, {"who", chair.who}});
    if (next == 0)
        page.blocks.push_back({Block::Kind::heading, title, 2, {}});
    else
        page.title = title;
    if (!chair.holds.empty()) add_text(page, fill("What you hold: {what}"_en, {{"what", chair.holds}}));
    page.blocks.push_back({Block::Kind::note,
                           "On this chair you know only what this person knows. Leave aside what the others hold."_en,
                           2,
                           {}});
    return page;
}

Page picture_page(const Jigsaw& jigsaw, const std::vector<const Attempt*>& attempts, const JigsawPicture& picture,
                  const JigsawPicture* planned, const std::vector<const Attempt*>& planned_attempts) {
    PictureWriter writer(jigsaw, attempts, picture);
    if (planned != nullptr) writer.compare(*planned, planned_attempts);
    Page page =
        page_of(jigsaw, PageKind::picture, "picture", fill("What {who} can see"_en, {{"who", writer.view.lead}}));
    page.step = page.steps = static_cast<int>(jigsaw.chairs.size());
    page.picture = std::move(writer.view);
    for (std::size_t i = 0; i < jigsaw.chairs.size(); ++i)
        page.choices.push_back({look_back_id(i), look_back_words(jigsaw.chairs[i])});
    page.actions = {"replay"};
    return page;
}

Page left_jigsaw_page(const Jigsaw& jigsaw) {
    Page page = page_of(jigsaw, PageKind::closed, "closed", "You have left the jigsaw"_en);
    add_text(page,
             "Nothing is scored, and no picture is made. You can come back to the same place, or start again."_en);
    page.actions = {"replay"};
    return page;
}

}  // namespace ntk
