#include <algorithm>
#include <map>
#include <set>

#include "game/desktop/people_layout.h"
#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

struct Spot {
    float x = 0, y = 0;
};

// Where a line from the middle of somebody's token to `other` comes out from under the name, so that no stub of it
// shows between token and name; the middle itself when it does not pass there.
Spot below_name(const PersonPlace& place, const Spot& from, const Spot& other) {
    const Rect& name = place.words;
    const float dx = other.x - from.x, dy = other.y - from.y;
    if (dy <= 0) return from;
    const float in = (name.y - from.y) / dy;
    if (const float x = from.x + dx * in; x < name.x || x > name.right()) return from;
    float out = (name.bottom() - from.y) / dy;
    if (dx > 0) out = std::min(out, (name.right() - from.x) / dx);
    if (dx < 0) out = std::min(out, (name.x - from.x) / dx);
    return out >= 1 ? from : Spot{from.x + dx * out, from.y + dy * out};
}

// `tokens` is each person's place in the case file, so that a token looks the same there and here.
void draw_people(Painter& p, const Rect& at, const std::vector<PersonView>& people, const std::vector<size_t>& tokens) {
    const Theme& t = p.colours();
    p.box(at, t.surface, t.rule, p.px(1), p.px(8));
    const float edge = p.px(10);
    const std::vector<PersonPlace> places =
        place_people(people, at.inset(edge), p.px(38), p.px(6), p.px(110), p.fonts());
    std::map<std::string, const PersonPlace*> all;
    for (size_t i = 0; i < people.size(); ++i) all[people[i].id] = &places[i];
    const auto middle = [](const Rect& token) { return Spot{token.x + token.w / 2, token.y + token.h / 2}; };
    for (const PersonView& from : people) {
        for (const LinkView& tie : from.ties) {
            const auto to = all.find(tie.to);
            if (to == all.end()) continue;
            const PersonPlace &one = *all.at(from.id), &other = *to->second;
            const Spot a = below_name(one, middle(one.token), middle(other.token));
            const Spot b = below_name(other, middle(other.token), middle(one.token));
            switch (tie.kind) {
                case LinkView::Kind::cares_for: p.line(a.x, a.y, b.x, b.y, t.accent, p.px(4)); break;
                case LinkView::Kind::close_to: p.line(a.x, a.y, b.x, b.y, t.edge, p.px(1.5F)); break;
                case LinkView::Kind::endangered_by:
                    p.dashes(a.x, a.y, b.x, b.y, t.tone(Tone::missed).mark, p.px(2.5F));
                    break;
            }
        }
    }
    for (size_t i = 0; i < people.size(); ++i) {
        draw_person(p, places[i].token, people[i].name, tokens[i]);
        p.fill(places[i].words, t.surface, p.px(3));
        p.words_centred(places[i].name, Type::body, places[i].words, t.ink);
    }
}

}  // namespace

void people_picture(const std::vector<PersonView>& all, Node& into) {
    std::map<std::string, std::string> names;
    std::set<std::string> linked;
    for (const PersonView& each : all) {
        names[each.id] = each.name;
        for (const LinkView& tie : each.ties) linked.insert({each.id, tie.to});
    }
    std::vector<PersonView> people;  // those whom something links to others
    std::vector<size_t> tokens;
    for (size_t i = 0; i < all.size(); ++i) {
        if (linked.count(all[i].id) == 0) continue;
        people.push_back(all[i]);
        tokens.push_back(i);
    }
    std::string words;
    bool kinds[3] = {};
    for (const PersonView& each : people) {
        for (const LinkView& tie : each.ties) {
            if (names.count(tie.to) == 0) continue;
            static const ProgramText* const says[] = {&"{who} cares for {other}"_text,
                                                      &"{who} is close to {other}"_text,
                                                      &"{who} could be hurt if {other} knew"_text};
            const auto kind = static_cast<size_t>(tie.kind);
            kinds[kind] = true;
            words +=
                (words.empty() ? "" : "; ") + fill(says[kind]->said(), {{"who", each.name}, {"other", names[tie.to]}});
        }
    }
    if (words.empty() || people.size() > 12) return;
    const float height = people.size() > 7 ? 320 : people.size() > 3 ? 250 : 190;
    add(into, picture("people/picture", fill("Drawing of the people and their links: {links}."_en, {{"links", words}}),
                      height, [people, tokens](Painter& p, const Rect& at) { draw_people(p, at, people, tokens); }));
    std::string legend;
    const std::string marks[] = {"Thick line: cares for."_en, "Thin line: is close to."_en,
                                 "Dashes: could be hurt if the other knew."_en};
    for (size_t kind = 0; kind < 3; ++kind) {
        if (kinds[kind]) legend += (legend.empty() ? "" : " ") + marks[kind];
    }
    add(into, muted("people/legend", legend));
}

}  // namespace ntk::desktop
