#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/study/fact_classes.h"
#include "engine/study/state_table.h"
#include "engine/study/story_program.h"
#include "engine/study/story_walk.h"

namespace ntk {

// Follows all ways through a story from state to state, each state once, and then counts the ways through them. Used
// once; prove_story() is what to call.
class StoryWalker {
  public:
    // What may be left out of the states when there are too many of them.
    struct Detail {
        bool marks = true, meters = true;
    };

    StoryWalker(const StoryProgram& program, const StoryLimits& limits, Detail detail);

    // Fills in the proof. Returns false when there are too many states; then it is worth nothing.
    bool run(StoryProof& proof);

  private:
    struct Edge {
        std::int32_t target;  // a state, or -1 - outcome
    };
    struct Origin {
        std::uint32_t state;
        std::uint32_t step;
    };
    static constexpr std::uint32_t none = 0xFFFF'FFFFU;

    // story_walker.cpp
    void begin(StoryProof& proof);
    std::uint32_t enter(StoryProof& proof, int scene_index, int facts, int minutes, Origin origin);
    void change(StoryProgram::Span span);
    void expand(StoryProof& proof, std::uint32_t state);
    void go(StoryProof& proof, std::uint32_t from, std::size_t step_index, std::size_t route_index, int facts);
    bool too_long(int target) const;
    void end_here(bool cut, Origin origin);
    void note_backwards(StoryProof& proof, std::size_t route, int target, Origin origin);

    // story_walker_report.cpp
    int scene_of(std::uint32_t state) const { return states_.row(state)[0]; }
    void count(StoryProof& proof);
    static StoryProof::Outcome& outcome_of(StoryProof& proof, std::size_t outcome);
    void report(StoryProof& proof);
    void name_routes(StoryProof& proof) const;
    void name_passages(StoryProof& proof);
    std::string choice_of(const StoryProgram::Step& step) const;
    std::string way_by(Origin origin) const;

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
    std::vector<Origin> outcome_edges_;    // by outcome: the first step that led there
    std::vector<bool> taken_, shown_;
    std::vector<std::size_t> backwards_;
};

}  // namespace ntk
