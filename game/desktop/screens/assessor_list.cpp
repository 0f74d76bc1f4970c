#include <algorithm>

#include "game/desktop/assessor_room.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

struct Filter {
    const char* id;
    SessionState state;
};
constexpr Filter all_filters[] = {{"filter/waits", SessionState::waits},
                                  {"filter/handed_in", SessionState::handed_in},
                                  {"filter/decided", SessionState::decided},
                                  {"filter/in_progress", SessionState::in_progress},
                                  {"filter/not_begun", SessionState::not_begun}};

struct Look {
    Icon icon;
    Tone tone;
};

Look look_of(SessionState state) {
    switch (state) {
        case SessionState::waits: return {Icon::flag, Tone::mended};
        case SessionState::handed_in: return {Icon::document, Tone::accent};
        case SessionState::decided: return {Icon::kept, Tone::kept};
        case SessionState::in_progress: return {Icon::pencil, Tone::waiting};
        case SessionState::not_begun: return {Icon::waiting, Tone::waiting};
    }
    return {Icon::info, Tone::plain};
}

// The counts, each of which shows only those it counts.
void filters(App& app, Node& into) {
    const AssessorList& list = app.assessor.list;
    Node line = row(6);
    line.role = Role::group;
    line.id = "filter";
    line.name = "Which sessions to show"_en;
    const auto offer = [&](const char* id, std::optional<SessionState> wanted, const std::string& word) {
        const auto count = std::count_if(list.rows.begin(), list.rows.end(),
                                         [&](const auto& one) { return !wanted || one.state == *wanted; });
        const std::string label = word + ": " + std::to_string(count);
        Node each = tab(id, Icon::none, label, app.assessor.filter == wanted, [&app, wanted, id] {
            app.assessor.filter = wanted;
            app.assessor.shown = AssessorRoom().shown;
            app.hands.focus_on(id, true);
        });
        add(line, std::move(each));
    };
    offer("filter/all", std::nullopt, "All"_en);
    for (const auto& [id, state] : all_filters) offer(id, state, word_for(state));
    add(into, std::move(line));
}

Node session_card(App& app, const AssessorRow& row_of) {
    const std::string id = "session/" + row_of.id;
    const Look look = look_of(row_of.state);
    Node whole = edged(id, row_of.learner, look.tone);
    whole.gap = 4;
    whole.pad_y = 10;
    Node line = row(14);
    Node words = column(2);
    words.fill = true;
    words.min_width = 420;
    Node top = row(14);
    add(top, strong(id + "/learner", row_of.learner));
    Node state = strong(id + "/state", word_for(row_of.state));
    state.icon = look.icon;
    state.tone = look.tone;
    state.ink = Ink::toned;
    state.min_width = 1;
    add(top, std::move(state));
    add(words, std::move(top));
    std::string where = row_of.where;
    if (!row_of.came_to.empty()) where += (where.empty() ? "" : ". ") + row_of.came_to;
    add(words, paragraph(id + "/where", where + "."));
    add(words, muted(id + "/last", row_of.last + "."));
    if (row_of.past_time)
        add(words, note(id + "/past", Icon::calendar,
                        "Past the days for which it may be kept: see 'needtoknow privacy purge'."_en, Tone::missed));
    add(line, std::move(words));
    Node look_at = secondary(id + "/show", Icon::document, "Show the result"_en,
                             [&app, session = row_of.id] { assessor_show_result(app, session); });
    look_at.name = fill("Show the result: {learner}"_en, {{"learner", row_of.learner}});
    add(line, std::move(look_at));
    add(whole, std::move(line));
    return whole;
}

}  // namespace

void assessor_list_parts(App& app, Node& into) {
    AssessorRoom& room = app.assessor;
    const AssessorList& list = room.list;
    Node about = column(2);
    for (size_t i = 0; i < list.assessments.size(); ++i)
        add(about, strong("assessment/" + std::to_string(i + 1), list.assessments[i]));
    add(about,
        muted("store-path", fill(number_of<"{store}; records are kept for {n} day. | {store}; records are kept for "
                                           "{n} days.">(static_cast<size_t>(list.keep_days)),
                                 {{"store", list.path}})));
    add(into, std::move(about));
    filters(app, into);
    Node buttons = row(10);
    add(buttons, secondary("refresh", Icon::again, "Read the store again"_en, [&app] { assessor_refresh(app); }));
    add(into, std::move(buttons));
    std::vector<const AssessorRow*> wanted;
    for (const AssessorRow& each : list.rows)
        if (!room.filter || each.state == *room.filter) wanted.push_back(&each);
    if (wanted.empty()) {
        add(into, status("none", Icon::info,
                         list.rows.empty() ? fill("Nobody has begun yet. Learners begin with: {command}. You can also "
                                                  "gather results from other machines."_en,
                                                  {{"command", "needtoknow assess run " + list.path}})
                                           : "There is no session of this kind."_en,
                         Tone::waiting));
        return;
    }
    for (size_t i = 0; i < wanted.size() && i < room.shown; ++i) add(into, session_card(app, *wanted[i]));
    if (wanted.size() <= room.shown) return;
    add(into, secondary("more", Icon::down,
                        number_of<"Show 40 more of {n} | Show 40 more of {n}">(wanted.size() - room.shown),
                        [&app] { app.assessor.shown += AssessorRoom().shown; }));
}

}  // namespace ntk::desktop
