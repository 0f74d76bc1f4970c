#include "game/desktop/people_layout.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "game/desktop/pictures.h"

namespace ntk::desktop {

namespace {

// A person with the name as one block, by its middle.
struct Block {
    float x = 0, y = 0, w = 0;
};

// Who is looked after stands in the middle; everybody else stands round them.
void stand_round(const std::vector<PersonView>& people, const Rect& at, std::vector<Block>& blocks) {
    std::set<std::string> looked_after;
    for (const PersonView& each : people)
        for (const LinkView& tie : each.ties)
            if (tie.kind == LinkView::Kind::cares_for) looked_after.insert(tie.to);
    std::vector<size_t> middle, round;
    for (size_t i = 0; i < people.size(); ++i) (looked_after.count(people[i].id) > 0 ? middle : round).push_back(i);
    if (middle.size() > 4) {  // too many for a row: everybody on the round
        round.insert(round.begin(), middle.begin(), middle.end());
        middle.clear();
    }
    const float cx = at.x + at.w / 2, cy = at.y + at.h / 2;
    const auto n_middle = static_cast<float>(middle.size());
    for (size_t i = 0; i < middle.size(); ++i) {
        const float step = std::min(at.w * 0.26F, at.w * 0.62F / std::max(1.0F, n_middle));
        blocks[middle[i]].x = cx + step * (static_cast<float>(i) - (n_middle - 1) / 2);
        blocks[middle[i]].y = cy;
    }
    const float turn = 6.2831853F / std::max(1.0F, static_cast<float>(round.size()));
    const float first = -1.5707963F + (round.size() % 2 == 0 ? turn / 2 : 0);
    for (size_t i = 0; i < round.size(); ++i) {
        const float angle = first + turn * static_cast<float>(i);
        blocks[round[i]].x = cx + at.w / 2 * std::cos(angle);
        blocks[round[i]].y = cy + at.h / 2 * std::sin(angle);
    }
}

// Moves people who stand in each other's way apart, a little at a time. False when they still do at the end.
bool push_apart(std::vector<Block>& blocks, const Rect& at, float height, float gap) {
    for (int round = 0; round < 300; ++round) {
        bool clear = true;
        for (Block& each : blocks) {
            each.x = std::clamp(each.x, at.x + each.w / 2, std::max(at.x + each.w / 2, at.right() - each.w / 2));
            each.y = std::clamp(each.y, at.y + height / 2, std::max(at.y + height / 2, at.bottom() - height / 2));
        }
        for (size_t i = 0; i < blocks.size(); ++i) {
            for (size_t k = i + 1; k < blocks.size(); ++k) {
                Block &a = blocks[i], &b = blocks[k];
                const float over_x = (a.w + b.w) / 2 + gap - std::abs(a.x - b.x);
                const float over_y = height + gap - std::abs(a.y - b.y);
                if (over_x <= 0.01F || over_y <= 0.01F) continue;
                clear = false;
                // A little more than half each, the shorter way; every third time the other, so that nobody is stuck.
                const bool along_x = (over_x < over_y) != (round % 3 == 2);
                float& low = along_x ? (a.x <= b.x ? a.x : b.x) : (a.y <= b.y ? a.y : b.y);
                float& high = along_x ? (a.x <= b.x ? b.x : a.x) : (a.y <= b.y ? b.y : a.y);
                const float by = (along_x ? over_x : over_y) * 0.52F;
                low -= by;
                high += by;
            }
        }
        if (clear) return true;
    }
    return false;
}

// Moves people aside who stand on the line between two others, where it would seem to be theirs. False when nobody did.
bool off_lines(const std::vector<PersonView>& people, std::vector<Block>& blocks, float room) {
    bool moved = false;
    for (size_t a = 0; a < people.size(); ++a) {
        for (const LinkView& tie : people[a].ties) {
            for (size_t b = 0; b < people.size(); ++b) {
                if (people[b].id != tie.to || a == b) continue;
                for (size_t c = 0; c < people.size(); ++c) {
                    const float dx = blocks[b].x - blocks[a].x, dy = blocks[b].y - blocks[a].y;
                    const float cx = blocks[c].x - blocks[a].x, cy = blocks[c].y - blocks[a].y;
                    const float length = std::max(1.0F, std::hypot(dx, dy));
                    const float along = (cx * dx + cy * dy) / length, beside = (cy * dx - cx * dy) / length;
                    if (c == a || c == b || along <= 0 || along >= length || std::abs(beside) >= room) continue;
                    moved = true;
                    const float by = (room - std::abs(beside) + 1) / (beside < 0 ? -2 * length : 2 * length);
                    blocks[c].x -= by * dy;
                    blocks[c].y += by * dx;
                    for (Block* end : {&blocks[a], &blocks[b]}) {
                        end->x += by * dy;
                        end->y -= by * dx;
                    }
                }
            }
        }
    }
    return moved;
}

// Draws people who stand close together out over the room there is; nobody comes nearer to anybody by that.
void spread(std::vector<Block>& blocks, const Rect& at, float height) {
    float left = 1e9F, right = -1e9F, top = 1e9F, bottom = -1e9F;
    for (const Block& each : blocks) {
        left = std::min(left, each.x - each.w / 2);
        right = std::max(right, each.x + each.w / 2);
        top = std::min(top, each.y - height / 2);
        bottom = std::max(bottom, each.y + height / 2);
    }
    constexpr float most = 1.6F;
    const float wide = std::clamp(at.w / std::max(1.0F, right - left), 1.0F, most);
    const float high = std::clamp(at.h / std::max(1.0F, bottom - top), 1.0F, most);
    for (Block& each : blocks) {
        each.x = at.x + at.w / 2 + (each.x - (left + right) / 2) * wide;
        each.y = at.y + at.h / 2 + (each.y - (top + bottom) / 2) * high;
    }
}

}  // namespace

Rect PersonPlace::whole() const {
    const float left = std::min(token.x, words.x), right = std::max(token.right(), words.right());
    return {left, token.y, right - left, words.bottom() - token.y};
}

std::vector<PersonPlace> place_people(const std::vector<PersonView>& people, const Rect& at, float token, float gap,
                                      float widest, TextMeasure& measure) {
    const float line = measure.line_height(Type::body), edge = gap;
    const float height = token + line + 1;
    std::vector<PersonPlace> places(people.size());
    std::vector<Block> blocks(people.size());
    const auto name_all = [&](float room) {
        for (size_t i = 0; i < people.size(); ++i) {
            places[i].name = shortened(people[i].name, std::max(1.0F, room - edge), measure);
            const std::string& name = places[i].name;
            places[i].words.w = text_width(name, 0, name.size(), Type::body, measure) + edge;
            blocks[i].w = std::max(token, places[i].words.w);
        }
    };
    name_all(widest);
    // Round the places where people would stand if they were points.
    stand_round(people, {at.x + widest / 2, at.y + height / 2, std::max(1.0F, at.w - widest), at.h - height}, blocks);
    if (people.empty()) return places;
    for (int round = 0; round < 20 && off_lines(people, blocks, token * 0.75F); ++round)
        static_cast<void>(push_apart(blocks, at, height, gap));
    if (push_apart(blocks, at, height, gap)) {
        spread(blocks, at, height);
    } else {
        // Too narrow for that: in rows, those who stood higher first.
        std::vector<size_t> order(people.size());
        for (size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return blocks[a].y < blocks[b].y; });
        const auto rows = static_cast<size_t>(std::max(1.0F, std::floor((at.h + gap) / (height + gap))));
        const size_t columns = (people.size() + rows - 1) / rows;
        const size_t used = (people.size() + columns - 1) / columns;
        const float cell = at.w / static_cast<float>(columns);
        name_all(std::min(widest, cell - gap));
        for (size_t i = 0; i < order.size(); ++i) {
            blocks[order[i]].x = at.x + cell * (static_cast<float>(i % columns) + 0.5F);
            blocks[order[i]].y = at.y + at.h / static_cast<float>(used) * (static_cast<float>(i / columns) + 0.5F);
        }
    }
    for (size_t i = 0; i < places.size(); ++i) {
        const float top = blocks[i].y - height / 2;
        places[i].token = {blocks[i].x - token / 2, top, token, token};
        places[i].words = {blocks[i].x - places[i].words.w / 2, top + token + 1, places[i].words.w, line};
    }
    return places;
}

}  // namespace ntk::desktop
