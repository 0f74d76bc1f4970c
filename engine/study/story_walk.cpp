#include "engine/study/story_walk.h"

#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/study/fact_classes.h"
#include "engine/study/state_table.h"
#include "engine/study/story_program.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

// What may be left out of the states when there are too many of them.
struct Detail {
    bool marks = true, meters = true;
};

// The places of a state in a row of numbers.
constexpr std::size_t slot_scene = 0, slot_facts = 1, slot_minutes = 2, slot_first = 3;

class Walk {
  public:
    Walk(const StoryProgram& program, const StoryLimits& limits, Detail detail)
        : program_(program),
          facts_(program),
          limits_(limits),
          meters_(detail.meters ? static_cast<std::size_t>(program.meter_count()) : 0),
          marks_(detail.marks ? program.mark_words() : 0),
          steps_at_(program.counts_steps() ? slot_first : 0),
          meters_at_(slot_first + (program.counts_steps() ? 2U : 0U)),
          marks_at_(meters_at_ + meters_),
          states_(marks_at_ + marks_),
          with_meters_(detail.meters) {}

    bool run(StoryProof& proof) {
        proof.scenes.resize(program_.scenes().size());
        proof.endings.resize(program_.scenario().endings.size());
        outcome_edges_.assign(proof.endings.size() + 2, {none, none});
        taken_.assign(program_.routes().size(), false);
        shown_.assign(program_.passages().size(), false);
        if (program_.start() < 0) return true;
        begin(proof);
        for (std::uint32_t state = 0; state < states_.size(); ++state) {
            if (states_.size() > limits_.states) return false;
            expand(proof, state);
        }
        count(proof);
        report(proof);
        return true;
    }

  private:
    struct Edge {
        std::int32_t target;  // a state, or -1 - outcome
    };
    struct Origin {
        std::uint32_t state;
        std::uint32_t step;
    };
    static constexpr std::uint32_t none = 0xFFFF'FFFFU;

    void begin(StoryProof& proof) {
        const auto start = static_cast<std::size_t>(program_.start());
        const auto first = read_moment(program_.scenario().nodes[start].at);
        std::vector<std::int32_t> row(states_.width(), 0);
        row[slot_minutes] = std::max(first.value_or(0), 0);
        const std::vector<int> meters = program_.opening_meters();
        std::copy_n(meters.begin(), meters_, row.begin() + static_cast<std::ptrdiff_t>(meters_at_));
        scratch_ = row;
        enter(proof, program_.start(), facts_.opening(row[slot_minutes]), row[slot_minutes], {none, none});
    }

    // Comes to a scene with what is in scratch_, its meters not yet changed by the scene. Returns the state.
    std::uint32_t enter(StoryProof& proof, int scene_index, int facts, int minutes, Origin origin) {
        const auto scene = static_cast<std::size_t>(scene_index);
        const StoryProgram::Scene& here = program_.scenes()[scene];
        scratch_[slot_scene] = scene_index;
        scratch_[slot_facts] = facts;
        scratch_[slot_minutes] = minutes;
        if (steps_at_ != 0) ++scratch_[steps_at_ + 1];
        change(here.deltas);
        for (std::size_t m = 0; m < meters_; ++m)
            scratch_[meters_at_ + m] = program_.reduce(static_cast<int>(m), scratch_[meters_at_ + m], scene_index);
        if (marks_ > 0) {
            for (std::size_t w = 0; w < marks_; ++w) {
                auto bits = static_cast<std::uint32_t>(scratch_[marks_at_ + w]);
                bits = (bits | program_.marks_met(scene)[w]) & program_.marks_read_from(scene)[w];
                scratch_[marks_at_ + w] = static_cast<std::int32_t>(bits);
            }
        }
        const auto [state, fresh] = states_.add(scratch_.data());
        if (!fresh) return state;
        origins_.push_back(origin);
        StoryProof::SceneSeen& seen = proof.scenes[scene];
        seen.earliest = seen.reached ? std::min(seen.earliest, minutes) : minutes;
        seen.latest = seen.reached ? std::max(seen.latest, minutes) : minutes;
        seen.reached = true;
        return state;
    }

    void change(StoryProgram::Span span) {
        if (meters_ == 0) return;
        for (std::size_t d = span.begin; d < span.end; ++d) {
            const StoryProgram::Delta& delta = program_.deltas()[d];
            std::int32_t& meter = scratch_[meters_at_ + static_cast<std::size_t>(delta.meter)];
            meter = StoryProgram::changed(meter, delta.by);
        }
    }

    void expand(StoryProof& proof, std::uint32_t state) {
        first_edge_.push_back(edges_.size());
        const auto scene = static_cast<std::size_t>(states_.row(state)[slot_scene]);
        const StoryProgram::Span steps = program_.scenes()[scene].steps;
        for (std::size_t s = steps.begin; s < steps.end; ++s) {
            const std::int32_t* row = states_.row(state);
            const int facts = row[slot_facts];
            const int minutes = row[slot_minutes];
            const StoryProgram::Step& step = program_.steps()[s];
            if (!facts_.any() || facts == FactClasses::nothing) {
                const std::size_t route =
                    step.routes.begin < step.routes.end ? step.routes.begin : FactClasses::no_route;
                go(proof, state, s, route, FactClasses::nothing);
                continue;
            }
            const auto& ways = facts_.follow(facts, s, minutes, [&](const StoryProgram::Route& route) {
                bool backwards = false;
                return program_.arrive(route.arrival, minutes, backwards);
            });
            if (ways.size() > 1) proof.exact = false;
            for (const FactClasses::Way& way : ways) go(proof, state, s, way.route, way.facts);
        }
    }

    // Takes one route of one step.
    void go(StoryProof& proof, std::uint32_t from, std::size_t step_index, std::size_t route_index, int facts) {
        const std::int32_t* row = states_.row(from);
        scratch_.assign(row, row + states_.width());
        const StoryProgram::Step& step = program_.steps()[step_index];
        const Origin origin{from, static_cast<std::uint32_t>(step_index)};
        int target = StoryProgram::end;
        int minutes = scratch_[slot_minutes];
        if (route_index != FactClasses::no_route) {
            const StoryProgram::Route& route = program_.routes()[route_index];
            taken_[route_index] = true;
            change(route.deltas);
            target = route.target;
            bool backwards = false;
            minutes = program_.arrive(route.arrival, minutes, backwards);
            if (backwards && target >= 0) note_backwards(proof, route_index, target, origin);
        }
        change(step.deltas);
        for (std::size_t w = 0; w < marks_; ++w)
            scratch_[marks_at_ + w] |= static_cast<std::int32_t>(program_.marks_raised(step_index)[w]);
        if (steps_at_ != 0 && step.kind != StoryProgram::Step::Kind::onward) ++scratch_[steps_at_];
        const bool cut = target >= 0 && too_long(target);
        if (target < 0 || cut) {
            end_here(cut, origin);
            return;
        }
        edges_.push_back({static_cast<std::int32_t>(enter(proof, target, facts, minutes, origin))});
    }

    // As the player does: a way that goes round and round is ended.
    bool too_long(int target) const {
        if (steps_at_ == 0) return false;
        const bool decision = program_.scenes()[static_cast<std::size_t>(target)].decision;
        return scratch_[steps_at_ + 1] >= limits::nodes ||
               (decision && static_cast<std::size_t>(scratch_[steps_at_]) + 1 >= limits::entities);
    }

    void end_here(bool cut, Origin origin) {
        const std::size_t endings = outcome_edges_.size() - 2;
        std::size_t outcome = endings;
        if (cut) {
            outcome = endings + 1;
        } else if (with_meters_) {
            for (std::size_t m = 0; m < meters_; ++m)
                scratch_[meters_at_ + m] =
                    program_.reduce(static_cast<int>(m), scratch_[meters_at_ + m], StoryProgram::end);
            const int fits = program_.ending_of(scratch_.data() + meters_at_);
            if (fits >= 0) outcome = static_cast<std::size_t>(fits);
        }
        if (outcome_edges_[outcome].state == none) outcome_edges_[outcome] = origin;
        edges_.push_back({-1 - static_cast<std::int32_t>(outcome)});
    }

    void note_backwards(StoryProof& proof, std::size_t route, int target, Origin origin) {
        if (std::find(backwards_.begin(), backwards_.end(), route) != backwards_.end()) return;
        backwards_.push_back(route);
        const std::string& id = program_.scenario().nodes[static_cast<std::size_t>(target)].id;
        proof.backwards.push_back({"the clock would run backwards on coming to " + id, way_by(origin)});
    }

    // Ways to each state, each after all states that lead to it.
    void count(StoryProof& proof) {
        first_edge_.push_back(edges_.size());
        const std::size_t states = states_.size();
        std::vector<std::uint32_t> waiting(states, 0);
        for (const Edge& edge : edges_)
            if (edge.target >= 0) ++waiting[static_cast<std::size_t>(edge.target)];
        std::vector<BigCount> ways(states);
        std::vector<std::pair<int, int>> lengths(states, {1'000'000, 0});
        std::vector<std::uint32_t> ready = {0};
        ways[0] = 1;
        lengths[0] = {0, 0};
        proof.shortest = 1'000'000;
        for (std::size_t next = 0; next < ready.size(); ++next) {
            const std::size_t state = ready[next];
            const auto scene = static_cast<std::size_t>(states_.row(ready[next])[slot_scene]);
            const int made = program_.scenes()[scene].decision ? 1 : 0;
            const std::pair<int, int> length{lengths[state].first + made, lengths[state].second + made};
            for (std::size_t e = first_edge_[state]; e < first_edge_[state + 1]; ++e) {
                if (edges_[e].target < 0) {
                    outcome_of(proof, static_cast<std::size_t>(-1 - edges_[e].target)).ways += ways[state];
                    proof.shortest = std::min(proof.shortest, length.first);
                    proof.longest = std::max(proof.longest, length.second);
                    continue;
                }
                const auto target = static_cast<std::size_t>(edges_[e].target);
                ways[target] += ways[state];
                lengths[target].first = std::min(lengths[target].first, length.first);
                lengths[target].second = std::max(lengths[target].second, length.second);
                if (--waiting[target] == 0) ready.push_back(static_cast<std::uint32_t>(target));
            }
        }
        for (std::size_t outcome = 0; outcome < outcome_edges_.size(); ++outcome)
            proof.ways += outcome_of(proof, outcome).ways;
    }

    static StoryProof::Outcome& outcome_of(StoryProof& proof, std::size_t outcome) {
        if (outcome < proof.endings.size()) return proof.endings[outcome];
        return outcome == proof.endings.size() ? proof.without_ending : proof.cut_off;
    }

    void report(StoryProof& proof) {
        proof.states = states_.size();
        proof.moves = edges_.size();
        for (std::size_t outcome = 0; outcome < outcome_edges_.size(); ++outcome)
            if (outcome_edges_[outcome].state != none) outcome_of(proof, outcome).way = way_by(outcome_edges_[outcome]);
        name_routes(proof);
        if (marks_ > 0) name_passages(proof);
        for (std::size_t condition = 0; condition < facts_.needs().size(); ++condition)
            if (const std::string& why = facts_.needs()[condition].unclear; !why.empty())
                proof.notes.push_back("the route '" + program_.conditions()[condition]->source() +
                                      "' was followed both ways, for " + why);
    }

    void name_routes(StoryProof& proof) const {
        for (const StoryProgram::Step& step : program_.steps()) {
            const Node& node = program_.scenario().nodes[static_cast<std::size_t>(step.node)];
            if (!proof.scenes[static_cast<std::size_t>(step.node)].reached) continue;
            for (std::uint32_t r = step.routes.begin; r < step.routes.end; ++r) {
                if (taken_[r]) continue;
                const int target = program_.routes()[r].target;
                proof.routes_never_taken.push_back(
                    node.id + choice_of(step) + ": to " +
                    (target < 0 ? "the end" : program_.scenario().nodes[static_cast<std::size_t>(target)].id));
            }
        }
    }

    void name_passages(StoryProof& proof) {
        for (std::uint32_t state = 0; state < states_.size(); ++state) {
            const std::int32_t* row = states_.row(state);
            for (std::size_t p = 0; p < shown_.size(); ++p) {
                const StoryProgram::Passage& passage = program_.passages()[p];
                if (shown_[p] || passage.node != row[slot_scene]) continue;
                bool shows = true;
                for (std::size_t w = 0; w < marks_; ++w) {
                    const auto bits = static_cast<std::uint32_t>(row[marks_at_ + w]);
                    shows = shows && (bits & passage.with[w]) == passage.with[w] && (bits & passage.without[w]) == 0;
                }
                shown_[p] = shows;
            }
        }
        for (std::size_t p = 0; p < shown_.size(); ++p) {
            const StoryProgram::Passage& passage = program_.passages()[p];
            const Node& node = program_.scenario().nodes[static_cast<std::size_t>(passage.node)];
            if (shown_[p] || !proof.scenes[static_cast<std::size_t>(passage.node)].reached) continue;
            proof.passages_never_shown.push_back(node.id + ": " +
                                                 node.text[static_cast<std::size_t>(passage.index)].text);
        }
    }

    std::string choice_of(const StoryProgram::Step& step) const {
        const Node& node = program_.scenario().nodes[static_cast<std::size_t>(step.node)];
        const auto index = static_cast<std::size_t>(step.index);
        if (step.kind == StoryProgram::Step::Kind::option) return node.options[index].id;
        return step.kind == StoryProgram::Step::Kind::form ? node.composes[index].id : "";
    }

    // The choices that lead by a step to what comes after it.
    std::string way_by(Origin origin) const {
        std::vector<std::string> choices;
        while (origin.state != none) {
            if (std::string choice = choice_of(program_.steps()[origin.step]); !choice.empty())
                choices.push_back(std::move(choice));
            origin = origins_[origin.state];
        }
        std::reverse(choices.begin(), choices.end());
        const bool letters = std::all_of(choices.begin(), choices.end(), [](const auto& id) { return id.size() == 1; });
        std::string text;
        for (const std::string& choice : choices) text += (letters || text.empty() ? "" : ",") + choice;
        return text;
    }

    const StoryProgram& program_;
    FactClasses facts_;
    StoryLimits limits_;
    std::size_t meters_, marks_, steps_at_, meters_at_, marks_at_;
    StateTable states_;
    bool with_meters_;
    std::vector<std::int32_t> scratch_;
    std::vector<Origin> origins_;
    std::vector<Edge> edges_;
    std::vector<std::size_t> first_edge_;  // by state
    std::vector<Origin> outcome_edges_;  // by outcome: the first step that led there
    std::vector<bool> taken_, shown_;
    std::vector<std::size_t> backwards_;
};

}  // namespace

StoryProof prove_story(const Scenario& scenario, const StoryLimits& limits) {
    const StoryProgram program(scenario);
    static const std::vector<std::pair<Detail, const char*>> tries = {
        {{true, true}, ""},
        {{false, true}, "there are too many states to follow flags as well, so texts that depend on them are not proved"},
        {{false, false}, "there are too many states to follow meters as well, so endings are not proved"}};
    StoryProof proof;
    std::vector<std::string> notes;
    for (const auto& [detail, note] : tries) {
        proof = {};
        if (*note != '\0') notes.emplace_back(note);
        proof.complete = Walk(program, limits, detail).run(proof);
        if (proof.complete) break;
    }
    proof.notes.insert(proof.notes.begin(), notes.begin(), notes.end());
    if (!proof.complete)
        proof.notes.emplace_back("there are more than " + std::to_string(limits.states) +
                                 " states, so the story was followed in part only");
    return proof;
}

}  // namespace ntk
