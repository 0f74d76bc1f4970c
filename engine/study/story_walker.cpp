#include "engine/study/story_walker.h"

#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

// The places of a state in a row of numbers; behind them decisions and scenes so far, where they are counted, meters
// and marks.
constexpr std::size_t slot_scene = 0, slot_facts = 1, slot_minutes = 2, slot_first = 3;

}  // namespace

StoryWalker::StoryWalker(const StoryProgram& program, const StoryLimits& limits, Detail detail)
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

bool StoryWalker::run(StoryProof& proof) {
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

void StoryWalker::begin(StoryProof& proof) {
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
std::uint32_t StoryWalker::enter(StoryProof& proof, int scene_index, int facts, int minutes, Origin origin) {
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

void StoryWalker::change(StoryProgram::Span span) {
    if (meters_ == 0) return;
    for (std::size_t d = span.begin; d < span.end; ++d) {
        const StoryProgram::Delta& delta = program_.deltas()[d];
        std::int32_t& meter = scratch_[meters_at_ + static_cast<std::size_t>(delta.meter)];
        meter = StoryProgram::changed(meter, delta.by);
    }
}

void StoryWalker::expand(StoryProof& proof, std::uint32_t state) {
    first_edge_.push_back(edges_.size());
    const auto scene = static_cast<std::size_t>(states_.row(state)[slot_scene]);
    const StoryProgram::Span steps = program_.scenes()[scene].steps;
    for (std::size_t s = steps.begin; s < steps.end; ++s) {
        const std::int32_t* row = states_.row(state);
        const int facts = row[slot_facts];
        const int minutes = row[slot_minutes];
        const StoryProgram::Step& step = program_.steps()[s];
        if (!facts_.any() || facts == FactClasses::nothing) {
            const std::size_t route = step.routes.begin < step.routes.end ? step.routes.begin : FactClasses::no_route;
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
void StoryWalker::go(StoryProof& proof, std::uint32_t from, std::size_t step_index, std::size_t route_index,
                     int facts) {
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
bool StoryWalker::too_long(int target) const {
    if (steps_at_ == 0) return false;
    const bool decision = program_.scenes()[static_cast<std::size_t>(target)].decision;
    return scratch_[steps_at_ + 1] >= limits::nodes ||
           (decision && static_cast<std::size_t>(scratch_[steps_at_]) + 1 >= limits::entities);
}

void StoryWalker::end_here(bool cut, Origin origin) {
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

void StoryWalker::note_backwards(StoryProof& proof, std::size_t route, int target, Origin origin) {
    if (std::find(backwards_.begin(), backwards_.end(), route) != backwards_.end()) return;
    backwards_.push_back(route);
    const std::string& id = program_.scenario().nodes[static_cast<std::size_t>(target)].id;
    proof.backwards.push_back({"the clock would run backwards on coming to " + id, way_by(origin)});
}

}  // namespace ntk
