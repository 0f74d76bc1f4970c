#include "game/desktop/screens/group.h"

namespace ntk::desktop {

namespace {

// An answer as it is spoken of: by its number, or by what it says.
std::string spoken_of(const VoteLine& line) {
    return line.number > 0 ? fill("option {number}"_en, {{"number", std::to_string(line.number)}}) : line.label;
}

// A small button of one sign. What it is called says the sign first, and then what it does.
Node sign(std::string id, const std::string& text, const std::string& name, Press press) {
    Node node = secondary(std::move(id), Icon::none, text + " " + name, std::move(press));
    node.text = text;
    node.type = Type::section;
    node.min_width = 60;
    node.min_height = 52;
    return node;
}

// One answer with its hands: press it, or its key, for one more.
void one_answer(App& app, const VoteLine& line, Node& into) {
    const std::string one_vote = fill("1 vote for {what}"_en, {{"what", spoken_of(line)}});
    const auto add_one = [&app, id = line.id] { app.group()->votes()->more(id); };
    Node whole = row(10);
    Node answer =
        option("choice/" + line.id, line.number,
               line.number > 0 ? choice_key(app.settings.choice_keys, line.number) : "", line.label, false, add_one);
    answer.role = Role::button;
    answer.description = line.number > 0
                             ? fill("Option {number}, {votes}; press for one more"_en,
                                    {{"number", std::to_string(line.number)}, {"votes", votes_in_words(line.votes)}})
                             : fill("{votes}; press for one more"_en, {{"votes", votes_in_words(line.votes)}});
    answer.fill = true;
    answer.min_width = 330;
    add(whole, std::move(answer));
    Node hands = row(8);
    hands.width = 266;
    add(hands,
        sign("fewer/" + line.id, "\xE2\x88\x92", one_vote, [&app, id = line.id] { app.group()->votes()->fewer(id); }));
    Node count = strong("count/" + line.id, votes_in_words(line.votes));
    count.width = 130;
    count.min_height = 52;
    add(hands, std::move(count));
    add(hands, sign("more/" + line.id, "+", one_vote, add_one));
    add(whole, std::move(hands));
    add(into, std::move(whole));
}

void close_vote(App& app) {
    app.room.deciding = true;
    app.chosen = app.group()->votes()->leader();
    for (const ActForm& form : app.page()->forms)
        if (form.id == app.chosen) app.chosen.clear();  // it has a button of its own
    app.message.clear();
    app.hands.focus_on("options/title", true);
}

// What the vote suggests, in a sentence.
std::string suggestion(const std::vector<VoteLine>& lines, const Votes& votes) {
    if (votes.total() == 0) return "Nobody voted. Choose what the group does."_en;
    if (votes.tied()) return "The vote is tied. Choose what the group does."_en;
    for (const VoteLine& line : lines)
        if (line.id == votes.leader())
            return fill("Most votes: {what} ({how_many}). You may take another."_en,
                        {{"what", spoken_of(line)}, {"how_many", line.words}});
    return {};
}

}  // namespace

void group_vote_parts(App& app, const Page& page, Node& into) {
    meta_line(page, into);
    add(into, heading("title", 1, page.title));
    story(page.blocks, "text", into);
    message_part(app, into);
    const Votes& votes = *app.group()->votes();
    Node options = group("options", "How does the group vote?"_en, 12);
    add(options, heading("options/title", 2, "How does the group vote?"_en));
    for (const VoteLine& line : app.group()->vote_lines(app.group()->decision())) one_answer(app, line, options);
    if (app.settings.choice_keys != ChoiceKeys::off)
        add(options, muted("keys", "The key of an option adds one vote. Votes are counts; no names are kept."_en));
    add(into, std::move(options));
    add(into, status("total", Icon::people, fill("{votes} so far."_en, {{"votes", votes_in_words(votes.total())}}),
                     Tone::accent));
    Node buttons = row(12);
    add(buttons, primary("close", "Close the vote"_en, [&app] { close_vote(app); }));
    if (votes.total() > 0)
        add(buttons, secondary("again", Icon::again, "Vote again from nothing"_en, [&app] {
                *app.group()->votes() = {};
                app.hands.focus_on("options/title", true);
            }));
    add_foot(into, std::move(buttons));
    group_buttons(app, page, into);
}

void group_decide_parts(App& app, const Page& page, Node& into) {
    const std::vector<VoteLine> lines = app.group()->vote_lines(app.group()->decision());
    meta_line(page, into);
    add(into, heading("title", 1, page.title));
    Node options = group("options", "What does the group do?"_en, 12);
    Node title = heading("options/title", 2, "What does the group do?"_en);
    title.takes_focus = true;
    add(options, std::move(title));
    add(options, status("suggestion", Icon::people, suggestion(lines, *app.group()->votes()), Tone::accent));
    for (const VoteLine& line : lines) {
        if (line.number == 0) continue;
        Node whole = row(10);
        Node answer = option("choice/" + line.id, line.number, choice_key(app.settings.choice_keys, line.number),
                             line.label, app.chosen == line.id, [&app, id = line.id] {
                                 app.chosen = id;
                                 app.message.clear();
                             });
        if (!line.words.empty()) answer.description += ", " + line.words;
        answer.fill = true;
        answer.min_width = 330;
        add(whole, std::move(answer));
        Node count = strong("count/" + line.id, votes_in_words(line.votes));
        count.width = 130;
        count.min_height = 52;
        add(whole, std::move(count));
        add(options, std::move(whole));
    }
    add(into, std::move(options));
    foot_message(app, into);
    Node buttons = row(12);
    if (!page.choices.empty()) add(buttons, primary("confirm", "Do this"_en, [&app] { app.do_chosen(); }));
    for (const ActForm& form : page.forms)
        add(buttons, secondary("form/" + form.id, Icon::pencil, form.title, [&app, id = form.id] {
                app.form = id;
                app.message.clear();
                app.hands.rewind("main");
                app.hands.focus_on("title", true);
            }));
    add(buttons, secondary("vote", Icon::back, "Back to the vote"_en, [&app] {
            app.room.deciding = false;
            app.chosen.clear();
            app.hands.focus_on("options/title", true);
        }));
    add_foot(into, std::move(buttons));
    group_buttons(app, page, into);
}

}  // namespace ntk::desktop
