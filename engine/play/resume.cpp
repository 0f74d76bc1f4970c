#include <utility>

#include "engine/play/log.h"
#include "engine/play/player_state.h"

namespace ntk {

namespace {

// Compares a line that came out again with the line as written.
bool same_line(const std::vector<std::string>& made, const std::vector<std::string>& written, std::size_t line,
               int source, Diagnostics& diagnostics) {
    if (line < made.size() && line < written.size() && made[line] == written[line]) return true;
    diagnostics.report("E707", {source, static_cast<int>(line) + 1, 1},
                       "this line does not come out again when the choices are made again",
                       "it was changed after it was written");
    return false;
}

}  // namespace

std::optional<Player> Player::resume(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules,
                                     std::string_view log, std::string name, Diagnostics& diagnostics) {
    const int source = diagnostics.add_source(std::move(name), std::string(log));
    const auto logged = read_log(log, source, *scenario, *rules, diagnostics);
    if (!logged) return std::nullopt;

    auto state = std::make_unique<State>(std::move(scenario), std::move(rules), logged->mode, logged->seed);
    for (const LoggedChoice& choice : logged->choices) {
        const Place place{source, choice.line, 1};
        const Node* node = state->attempt.node();
        if (node == nullptr || node->id != choice.node) {
            diagnostics.report("E708", place,
                               "this decision was made at '" + choice.node + "', which is not where the case stands",
                               node == nullptr ? "the case was already over" : "it stands at '" + node->id + "'");
            return std::nullopt;
        }
        Input input;
        input.kind = choice.skipped    ? Input::Kind::skip_scene
                     : choice.composed ? Input::Kind::compose
                                       : Input::Kind::choose;
        input.id = choice.option;
        input.answers = choice.answers;
        input.confidence = choice.confidence;
        if (const std::string refusal = state->decide(input, false); !refusal.empty()) {
            diagnostics.report("E708", place, "this decision cannot be made at '" + choice.node + "'", refusal);
            return std::nullopt;
        }
        const auto line = static_cast<std::size_t>(choice.line) - 1;
        if (!same_line(state->lines, logged->lines, line, source, diagnostics)) return std::nullopt;
    }
    if (logged->ended_early && !state->attempt.ended()) state->to_debrief();
    if (logged->ended && !same_line(state->lines, logged->lines, logged->lines.size() - 1, source, diagnostics))
        return std::nullopt;
    if (!logged->choices.empty() || logged->ended) state->show_place();
    return Player(std::move(state));
}

}  // namespace ntk
