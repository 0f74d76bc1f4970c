#include "game/desktop/people_layout.h"

#include <cmath>
#include <filesystem>

#include "engine/host/library.h"
#include "engine/play/player.h"
#include "tests/support/catch.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

class Ruler : public TextMeasure {
  public:
    float advance(desktop::Type, char32_t) override { return 10; }
    float line_height(desktop::Type) override { return 27; }
};

// What lies over something else, or beyond the drawing, in words; empty when all is well.
std::string clashes(const std::vector<PersonView>& people, const Rect& at) {
    Ruler ruler;
    const auto places = place_people(people, at, 38, 6, 110, ruler);
    std::string found;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect whole = places[i].whole();
        if (whole.x < at.x - 0.5F || whole.y < at.y - 0.5F || whole.right() > at.right() + 0.5F ||
            whole.bottom() > at.bottom() + 0.5F)
            found += people[i].name + " stands outside\n";
        for (std::size_t k = 0; k < places.size(); ++k) {
            if (i == k) continue;
            for (const Rect& other : {places[k].token, places[k].words}) {
                const Rect over = shared(places[i].words, other), tokens = shared(places[i].token, places[k].token);
                if ((over.w > 0.5F && over.h > 0.5F) || (tokens.w > 0.5F && tokens.h > 0.5F))
                    found += people[i].name + " lies over " + people[k].name + "\n";
            }
        }
    }
    return found;
}

// Who stands on the line between two others, in words; empty when nobody does.
std::string on_lines(const std::vector<PersonView>& people, const Rect& at) {
    Ruler ruler;
    const auto places = place_people(people, at, 38, 6, 110, ruler);
    std::string found;
    for (std::size_t a = 0; a < people.size(); ++a) {
        for (const LinkView& tie : people[a].ties) {
            for (std::size_t b = 0; b < people.size(); ++b) {
                if (people[b].id != tie.to) continue;
                for (std::size_t c = 0; c < people.size(); ++c) {
                    if (c == a || c == b) continue;
                    const Rect &from = places[a].token, &to = places[b].token, &other = places[c].token;
                    for (float part = 0; part <= 1; part += 0.01F) {
                        const float x = from.x + (to.x - from.x) * part, y = from.y + (to.y - from.y) * part;
                        if (std::hypot(x - other.x, y - other.y) >= 19) continue;
                        found += people[c].name + " stands between " + people[a].name + " and " + people[b].name + "\n";
                        break;
                    }
                }
            }
        }
    }
    return found;
}

// Those who are drawn: somebody is linked to them, or they to somebody.
std::vector<PersonView> linked(const std::vector<PersonView>& all) {
    std::vector<PersonView> people;
    for (const PersonView& each : all) {
        bool drawn = !each.ties.empty();
        for (const PersonView& other : all)
            for (const LinkView& tie : other.ties) drawn = drawn || tie.to == each.id;
        if (drawn) people.push_back(each);
    }
    return people;
}

std::vector<PersonView> crowd(std::size_t n) {
    std::vector<PersonView> people(n);
    for (std::size_t i = 0; i < n; ++i) {
        people[i].id = "p" + std::to_string(i);
        people[i].name = "Bartholomew-" + std::to_string(i);
        if (i > 0) people[i].ties.push_back({LinkView::Kind::cares_for, "p0"});
    }
    return people;
}

}  // namespace

TEST_CASE("in the drawing of every case's people no name lies over a token or another name") {
    RuleShelf rules(NTK_ROOT);
    int cases = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(NTK_ROOT "/scenarios")) {
        Diagnostics unread;
        if (entry.path().extension() != ".yaml" || !read_card(entry.path(), unread)) continue;
        INFO(entry.path().filename().string());
        Diagnostics diagnostics;
        const auto scenario = load_scenario(entry.path(), diagnostics);
        REQUIRE(scenario);
        const auto book = rules.load_for(*scenario, diagnostics);
        REQUIRE(book);
        ++cases;
        Player player(scenario, book, Mode::practice);
        for (int step = 0; step < 60 && !player.finished(); ++step) {
            const std::vector<PersonView> people = linked(player.page().case_file.people);
            INFO(player.page().title);
            for (const float width : {250.0F, 300.0F, 400.0F, 650.0F})
                CHECK(clashes(people, {10, 10, width,
                                       people.size() > 7   ? 300.0F
                                       : people.size() > 3 ? 230.0F
                                                           : 170.0F})
                          .empty());
            CHECK(on_lines(people, {10, 10, 300,
                                    people.size() > 7   ? 300.0F
                                    : people.size() > 3 ? 230.0F
                                                        : 170.0F})
                      .empty());
            Input input;
            if (!player.page().choices.empty()) {
                input.kind = Input::Kind::choose;
                input.id = player.page().choices.front().id;
            }
            REQUIRE(player.apply(input).empty());
        }
    }
    CHECK(cases >= 20);
}

TEST_CASE("nobody stands on the line between two others") {
    // A child with two parents, of whom one could be hurt by the other.
    std::vector<PersonView> family = crowd(3);
    family[2].ties.push_back({LinkView::Kind::endangered_by, "p1"});
    for (const float width : {250.0F, 300.0F, 650.0F}) CHECK(on_lines(family, {0, 0, width, 170}).empty());
}

TEST_CASE("up to twelve people with long names find room beside one another") {
    for (std::size_t n = 1; n <= 12; ++n) {
        INFO(n);
        CHECK(clashes(crowd(n), {0, 0, 280, n > 7 ? 300.0F : n > 3 ? 230.0F : 170.0F}).empty());
    }
}
