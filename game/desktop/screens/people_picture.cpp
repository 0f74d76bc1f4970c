#include <cmath>
#include <map>
#include <set>

#include "game/desktop/pictures.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

struct Spot {
    float x = 0, y = 0;
};

// Who is looked after stands in the middle; everybody else stands round them.
std::map<std::string, Spot> spots(const std::vector<PersonView>& people, const Rect& at) {
    std::map<std::string, bool> looked_after;
    for (const PersonView& each : people) {
        for (const LinkView& tie : each.ties) {
            if (tie.kind == LinkView::Kind::cares_for) looked_after[tie.to] = true;
        }
    }
    std::vector<std::string> middle, round;
    for (const PersonView& each : people) (looked_after.count(each.id) > 0 ? middle : round).push_back(each.id);
    if (middle.size() > 4) {  // too many for a row: everybody on the round
        round.insert(round.begin(), middle.begin(), middle.end());
        middle.clear();
    }
    std::map<std::string, Spot> all;
    const float cx = at.x + at.w / 2, cy = at.y + at.h / 2;
    const auto n_middle = static_cast<float>(middle.size());
    for (size_t i = 0; i < middle.size(); ++i) {
        const float step = std::min(at.w * 0.26F, at.w * 0.62F / std::max(1.0F, n_middle));
        all[middle[i]] = {cx + step * (static_cast<float>(i) - (n_middle - 1) / 2), cy};
    }
    const float turn = 6.2831853F / std::max(1.0F, static_cast<float>(round.size()));
    const float first = -1.5707963F + (round.size() % 2 == 0 ? turn / 2 : 0);
    for (size_t i = 0; i < round.size(); ++i) {
        const float angle = first + turn * static_cast<float>(i);
        all[round[i]] = {cx + at.w / 2 * std::cos(angle), cy + at.h / 2 * std::sin(angle)};
    }
    return all;
}

// `tokens` is each person's place in the case file, so that a token looks the same there and here.
void draw_people(Painter& p, const Rect& at, const std::vector<PersonView>& people, const std::vector<size_t>& tokens) {
    const Theme& t = p.colours();
    p.box(at, t.surface, t.rule, p.px(1), p.px(8));
    const float size = p.px(38), label = p.fonts().line_height(Type::body);
    const Rect inner{at.x + p.px(56), at.y + size / 2 + p.px(10), at.w - p.px(112), at.h - size - label - p.px(26)};
    const std::map<std::string, Spot> all = spots(people, inner);
    for (const PersonView& from : people) {
        for (const LinkView& tie : from.ties) {
            const auto to = all.find(tie.to);
            if (to == all.end()) continue;
            const Spot a = all.at(from.id), b = to->second;
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
        const PersonView& each = people[i];
        const Spot spot = all.at(each.id);
        draw_person(p, {spot.x - size / 2, spot.y - size / 2, size, size}, each.name, tokens[i]);
        const std::string name = shortened(each.name, p.px(104), p);
        const float w = text_width(name, 0, name.size(), Type::body, p.fonts()) + p.px(6);
        const Rect words{spot.x - w / 2, spot.y + size / 2 + p.px(1), w, label};
        p.fill(words, t.surface, p.px(3));
        p.words_centred(name, Type::body, words, t.ink);
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
            static constexpr const char* joins[] = {" cares for ", " is close to ", " could be hurt if "};
            static constexpr const char* ends[] = {"", "", " knew"};
            const auto kind = static_cast<size_t>(tie.kind);
            kinds[kind] = true;
            words += (words.empty() ? "" : "; ") + each.name + joins[kind] + names[tie.to] + ends[kind];
        }
    }
    if (words.empty() || people.size() > 12) return;
    const float height = people.size() > 7 ? 320 : people.size() > 3 ? 250 : 190;
    add(into, picture("people/picture", "Drawing of the people and their links: " + words + ".", height,
                      [people, tokens](Painter& p, const Rect& at) { draw_people(p, at, people, tokens); }));
    std::string legend;
    static constexpr const char* marks[] = {"Thick line: cares for.", "Thin line: is close to.",
                                            "Dashes: could be hurt if the other knew."};
    for (size_t kind = 0; kind < 3; ++kind) {
        if (kinds[kind]) legend += (legend.empty() ? "" : " ") + std::string(marks[kind]);
    }
    add(into, muted("people/legend", legend));
}

}  // namespace ntk::desktop
