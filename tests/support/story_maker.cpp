#include "tests/support/story_maker.h"

#include <stdexcept>
#include <string>

#include "engine/scenario/scope.h"
#include "engine/study/dice.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

Route route_to(std::string then, std::string arrive = {}) {
    Route route;
    route.then = std::move(then);
    route.arrive = std::move(arrive);
    return route;
}

Expression condition(const Store& opening, const std::string& text) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = text;
    Diagnostics diagnostics;
    Expression compiled = compile(tree, scenario_scope(opening), {Type::Base::boolean, -1}, diagnostics);
    if (!compiled) throw std::runtime_error(text + "\n" + diagnostics.render());
    return compiled;
}

Setting of_act(int fact, Bits set) {
    Setting setting;
    setting.fact = fact;
    setting.set = set;
    return setting;
}

Setting of_act(int fact, int number) {
    Setting setting;
    setting.fact = fact;
    setting.number = number;
    return setting;
}

// Puts a small story together.
class Maker {
  public:
    explicit Maker(std::uint64_t seed) : dice_(seed), story_(std::make_shared<Scenario>(facts())) {}

    std::shared_ptr<const Scenario> make() {
        story_->id = "small";
        story_->start = "n0";
        story_->meters = {{"calm", 3}, {"trust", 0}};
        story_->flags = {"promised", "late"};
        const auto scenes = static_cast<int>(4 + dice_.roll(5));
        for (int n = 0; n < scenes; ++n) add_scene(n, scenes);
        add_endings();
        if (dice_.roll(2) == 0) {
            Act record;
            record.kind = ActKind::record;
            story_->standing = {record};
        }
        return story_;
    }

  private:
    static Store facts() {
        Store store = new_case();
        store.add(v().agency, "csc");
        store.add(v().agency, "school");
        store.add(v().item, "letter");
        store.add(v().item, "photo");
        store.show(v().item, store.add(v().item, "hidden_note"), false);
        const int request = store.add(v().request, "ask");
        store.put(v().request_from, request, std::int64_t{1});
        store.put(v().request_items, request, Bits::of(0));
        store.show(v().request, request, false);
        return store;
    }

    bool chance(std::size_t sides) { return dice_.roll(sides) == 0; }

    std::string later_scene(int n, int scenes) {
        const auto ahead = static_cast<std::size_t>(scenes - n - 1);
        if (ahead == 0 || chance(7)) return "end";
        return "n" + std::to_string(n + 1 + static_cast<int>(dice_.roll(std::min<std::size_t>(ahead, 3))));
    }

    std::string some_time(int n) {
        static const char* const counted[] = {"+1h", "+30m", "+1d 09:00", "next Fri 10:00", ""};
        if (chance(3)) return "w" + std::to_string(n + 1) + " Mon 09:00";
        return counted[dice_.roll(5)];
    }

    std::vector<MeterChange> some_meters() {
        std::vector<MeterChange> changes;
        for (const char* meter : {"calm", "trust"})
            if (chance(3)) changes.push_back({meter, static_cast<int>(dice_.roll(7)) - 3});
        return changes;
    }

    Act some_act() {
        Act act;
        const Bits items = Bits::of(static_cast<int>(dice_.roll(3))) | Bits::of(static_cast<int>(dice_.roll(3)));
        switch (dice_.roll(4)) {
            case 0:
                act.kind = ActKind::withhold;
                act.settings = {of_act(v().act_items, items), of_act(v().act_from, Bits::of(1)),
                                of_act(v().act_reason, static_cast<int>(dice_.roll(2)))};
                break;
            case 1:
                act.kind = ActKind::correct;
                act.settings = {of_act(v().act_items, items), of_act(v().act_to, Bits::of(0))};
                break;
            default:
                act.kind = ActKind::share;
                act.settings = {of_act(v().act_items, items),
                                of_act(v().act_to, Bits::of(static_cast<int>(dice_.roll(2))))};
        }
        return act;
    }

    Expression some_condition() {
        static const char* const texts[] = {
            "letter.given_to has csc",
            "photo.sent_to has school",
            "any a in history have (a.kind is withhold and a.items has letter)",
            "none a in history have (a.kind is share and a.to has csc)",
            "any i in items have (i.sent_to has csc)",
            "items has hidden_note",
            "case.harm >= likely",
            "any a in acts have (a.kind is correct)",
            "count(history) > 3",
            "letter.corrected_to has csc and not case.harm is likely",
            "ask.answered",
            "count(a in history where (a.kind is share)) > 1",
        };
        return condition(story_->opening, texts[dice_.roll(std::size(texts))]);
    }

    std::vector<Route> some_routes(int n, int scenes) {
        std::vector<Route> routes;
        while (chance(3)) {
            Route route = route_to(later_scene(n, scenes), chance(2) ? "" : some_time(n + 1));
            route.when = some_condition();
            route.meters = some_meters();
            routes.push_back(route);
        }
        routes.push_back(route_to(later_scene(n, scenes), chance(2) ? "" : some_time(n + 1)));
        routes.back().meters = some_meters();
        return routes;
    }

    void add_scene(int n, int scenes) {
        Node node;
        node.id = "n" + std::to_string(n);
        node.at = n == 0 ? "w1 Mon 09:00" : some_time(n);
        node.meters = some_meters();
        add_text(node, n);
        if (chance(4)) node.reveals = {{v().item, 2}};
        if (chance(4)) node.reveals.push_back({v().request, 0});
        if (chance(4)) {
            Setting harm = of_act(v().case_harm, enum_value(v().harm, "likely"));
            harm.entity = 0;
            node.changes = {harm};
        }
        if (n > 0 && chance(4)) {
            node.routes = some_routes(n, scenes);
        } else {
            const std::size_t options = 2 + dice_.roll(2);
            for (std::size_t o = 0; o < options; ++o) {
                Option option;
                option.id = std::string(1, static_cast<char>('a' + o));
                while (chance(2)) option.acts.push_back(some_act());
                option.routes = some_routes(n, scenes);
                option.meters = some_meters();
                if (chance(4)) option.flags = {chance(2) ? "promised" : "late"};
                node.options.push_back(std::move(option));
            }
        }
        story_->nodes.push_back(std::move(node));
    }

    void add_text(Node& node, int n) {
        node.text.push_back({"Something happens.", {}, {}});
        while (chance(3)) {
            Passage passage{"Or something else.", {}, {}};
            static const char* const flags[] = {"promised", "not promised", "late", "not late"};
            passage.when.push_back(flags[dice_.roll(4)]);
            if (n > 0 && chance(2))
                passage.when.push_back((chance(2) ? "not n" : "n") +
                                       std::to_string(dice_.roll(static_cast<std::size_t>(n))));
            node.text.push_back(passage);
        }
    }

    void add_endings() {
        const auto ending = [](std::string id, std::vector<Ending::Bound> when) {
            Ending one;
            one.id = std::move(id);
            one.when = std::move(when);
            return one;
        };
        story_->endings.push_back(ending("good", {{"calm", 4, 1'000'000}, {"trust", 1, 1'000'000}}));
        story_->endings.push_back(ending("mixed", {{"calm", 0, 3}}));
        if (!chance(3)) story_->endings.push_back(ending("rest", {}));
    }

    Dice dice_;
    std::shared_ptr<Scenario> story_;
};

}  // namespace

std::shared_ptr<const RuleBook> no_rules() {
    static const auto rules = std::make_shared<const RuleBook>();
    return rules;
}

std::shared_ptr<const Scenario> make_layers(const LayeredStory& wanted) {
    auto story = std::make_shared<Scenario>(new_case());
    story->id = "layers";
    story->start = "s0_0";
    Dice dice(wanted.seed);
    const auto name = [](int layer, int place) { return "s" + std::to_string(layer) + "_" + std::to_string(place); };
    for (int layer = 0; layer < wanted.layers; ++layer)
        for (int place = 0; place < wanted.width; ++place) {
            Node node;
            node.id = name(layer, place);
            node.at = layer == 0 ? "w1 Mon 09:00" : "+1h";
            for (int o = 0; o < wanted.options; ++o) {
                Option option;
                option.id = std::string(1, static_cast<char>('a' + o));
                // The first option leads straight on, so that every scene but those beside the start is reached.
                const int next =
                    o == 0 && layer > 0 ? place : static_cast<int>(dice.roll(static_cast<std::size_t>(wanted.width)));
                option.routes = {route_to(layer + 1 == wanted.layers ? "end" : name(layer + 1, next))};
                node.options.push_back(std::move(option));
            }
            story->nodes.push_back(std::move(node));
        }
    return story;
}

std::shared_ptr<const Scenario> make_small_story(std::uint64_t seed) { return Maker(seed).make(); }

}  // namespace ntk
