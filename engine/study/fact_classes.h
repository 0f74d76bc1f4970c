#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/study/story_program.h"
#include "engine/study/watched_facts.h"

namespace ntk {

// The case files that ways through a story can come to, as far as the routes still ahead can tell them apart. Each
// class is a number; one case file stands for all of its kind.
class FactClasses {
  public:
    static constexpr int nothing = 0;  // no route ahead asks anything
    static constexpr int unknown = 1;  // anything may have been done: a form was filled in

    static constexpr std::size_t no_route = static_cast<std::size_t>(-1);

    // A route that a step can take, and the class on having arrived. Where no route is left the story ends; at the end
    // the class is `nothing`.
    struct Way {
        std::size_t route = no_route;
        int facts = nothing;
    };

    explicit FactClasses(const StoryProgram& program);

    // The class on having come to the first scene.
    int opening(int minutes);

    // What a step from a class may lead to: one way, or several where the condition of a route cannot be told from the
    // story alone. `arrives` gives each route's time of arrival.
    template <class F>
    const std::vector<Way>& follow(int facts, std::size_t step, int minutes, F&& arrives) {
        const Key key{facts, static_cast<int>(step), by_clock_ ? minutes : 0};
        if (const auto found = known_.find(key); found != known_.end()) return found->second;
        std::vector<int> times;
        const auto routes = program_->steps()[step].routes;
        for (std::size_t r = routes.begin; r < routes.end; ++r) times.push_back(arrives(program_->routes()[r]));
        return known_[key] = find(facts, step, times);
    }

    bool any() const { return any_; }  // some route asks something
    std::size_t count() const { return files_.size(); }
    const std::vector<WatchedFacts::Needs>& needs() const { return needs_; }  // by condition

  private:
    struct Key {
        int facts, step, minutes;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    std::vector<Way> find(int facts, std::size_t step, const std::vector<int>& times);
    int arrive(CaseFile file, int scene, int minutes);
    int class_of(CaseFile file, int scene);
    void doubt_long_histories();
    void find_live();

    const StoryProgram* program_;
    WatchedFacts watched_;
    std::vector<WatchedFacts::Needs> needs_;
    std::vector<std::vector<bool>> live_;  // by scene: watches that routes from here on ask for
    std::vector<bool> asks_;               // by scene: some route from here on has a condition
    std::map<std::vector<std::int64_t>, int> classes_;
    std::vector<CaseFile> files_;  // by class, less two
    std::map<Key, std::vector<Way>> known_;
    bool by_clock_ = false, any_ = false;
};

}  // namespace ntk
