#include "tests/support/jigsaw_world.h"

#include <stdexcept>

#include "tests/support/play_world.h"

namespace ntk {

const LoadedJigsaw& small_jigsaw() {
    static const LoadedJigsaw loaded = [] {
        Diagnostics diagnostics;
        RuleShelf shelf(NTK_ROOT);
        LoadedJigsaw jigsaw = load_jigsaw(std::filesystem::path(NTK_ROOT) / small_family, shelf, diagnostics);
        if (!jigsaw || !diagnostics.empty()) throw std::runtime_error(diagnostics.render());
        return jigsaw;
    }();
    return loaded;
}

std::vector<Player> fresh_chairs() {
    std::vector<Player> players;
    for (std::size_t i = 0; i < small_jigsaw().rules.size(); ++i)
        players.emplace_back(small_jigsaw().jigsaw->chairs[i].scenario, small_jigsaw().rules[i], Mode::practice, 0);
    return players;
}

std::vector<Player> played_chairs(const std::vector<std::string>& choices) {
    std::vector<Player> players = fresh_chairs();
    for (std::size_t i = 0; i < players.size(); ++i) {
        if (const std::string refusal = play(players[i], choices[i]); !refusal.empty())
            throw std::runtime_error(refusal);
        go_to_scene(players[i]);
    }
    return players;
}

std::string play(JigsawPlayer& player, const std::string& choices) {
    for (std::size_t next = 0; next < choices.size();) {
        const bool deciding = player.page().kind == PageKind::scene;
        const Input input = deciding ? choosing(std::string(1, choices[next++])) : doing(Input::Kind::go_on);
        if (std::string refusal = player.apply(input); !refusal.empty()) return refusal;
    }
    while (player.page().kind != PageKind::scene && !player.finished())
        if (std::string refusal = player.apply(doing(Input::Kind::go_on)); !refusal.empty()) return refusal;
    return {};
}

void read_jigsaw_example(const Tree& tree, Diagnostics& diagnostics) {
    JigsawCases cases;
    for (const JigsawChair& chair : small_jigsaw().jigsaw->chairs) cases[chair.scenario->id] = chair.scenario;
    read_jigsaw(tree, cases, diagnostics);
}

}  // namespace ntk
