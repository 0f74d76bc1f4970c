#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/scenario.h"
#include "engine/study/name_table.h"

namespace ntk {

// A story made ready for walking: scenes, options and routes by number, times read once, and what may be forgotten
// where. It knows nothing of rules. The scenario must outlive it.
class StoryProgram {
  public:
    static constexpr int end = -1;                 // as the target of a route
    static constexpr int meter_bound = 1'000'000;  // as the player keeps meters

    struct Delta {
        int meter = 0, by = 0;
    };
    struct Span {  // a stretch of one of the lists below
        std::uint32_t begin = 0, end = 0;
    };
    // Sets of marks, `mark_words` numbers each; kept apart, for most stories have none.
    using Marks = std::vector<std::uint32_t>;
    struct Route {
        int target = end;    // scene
        int arrival = -1;    // how its time is written; -1: no time passes
        int condition = -1;  // index into conditions(); -1: always
        Span deltas;
    };
    // An option, a form, or what a scene without a decision does by itself.
    struct Step {
        enum class Kind : std::uint8_t { option, form, onward };
        Kind kind = Kind::option;
        std::uint8_t index = 0;  // which option or form of the scene
        int node = -1;
        Span routes, deltas;
    };
    struct Scene {
        Span steps;
        Span routes;  // of all its steps
        Span deltas;
        bool decision = false;
    };
    // A passage shown on some ways only: it shows where every mark of `with` is set and none of `without`.
    struct Passage {
        int node = -1, index = -1;
        Marks with, without;
    };

    // Forms beside options are left out unless `forms` is set; a scene with forms only always has a step for each.
    explicit StoryProgram(const Scenario& scenario, bool forms = false);

    const Scenario& scenario() const { return *scenario_; }
    const std::vector<Scene>& scenes() const { return scenes_; }
    const std::vector<Step>& steps() const { return steps_; }
    const std::vector<Route>& routes() const { return routes_; }
    const std::vector<Delta>& deltas() const { return deltas_; }
    const std::vector<const Expression*>& conditions() const { return conditions_; }
    const std::vector<Passage>& passages() const { return passages_; }
    // Scenes that can be come to, each before those it leads to, as far as there is no circle.
    const std::vector<std::uint32_t>& order() const { return order_; }
    int start() const { return start_; }  // -1 when there is none
    int meter_count() const { return static_cast<int>(meter_names_.size()); }

    // What passages ask for: flags raised and scenes met. Each returns a set of marks.
    std::size_t mark_words() const { return mark_words_; }
    const std::uint32_t* marks_met(std::size_t scene) const { return met_.data() + scene * mark_words_; }
    const std::uint32_t* marks_read_from(std::size_t scene) const { return live_.data() + scene * mark_words_; }
    const std::uint32_t* marks_raised(std::size_t step) const { return raised_.data() + step * mark_words_; }

    bool circular() const { return circular_; }             // some scene leads back to itself
    int most_decisions() const { return most_decisions_; }  // on any way, as far as the player follows it
    bool left_out_forms() const { return left_out_forms_; }
    bool counts_steps() const { return counts_steps_; }  // ways may be so long that the player's limits cut them

    // Meters at the start, and the ending that fits meters reduced at the end; -1 when none does.
    std::vector<int> opening_meters() const;
    int ending_of(const int* reduced) const;

    // What of a meter's value on having come to a scene can still matter: the value, or once no later change can cross
    // a bound of an ending, just which bounds it meets. `scene` is -1 at the end.
    int reduce(int meter, int value, int scene) const;
    static int changed(int value, int by);  // of a value or a reduced one

    // When a route arrives, and whether the clock would have had to run backwards for it.
    int arrive(int arrival, int now, bool& backwards) const;

  private:
    void number_marks();
    void read_scenes(bool forms);
    void read_passages();
    void find_circles();
    void find_live_marks();
    void find_meter_ranges();
    Span add_deltas(const std::vector<MeterChange>& changes);
    Span add_routes(const std::vector<ntk::Route>& routes);
    int arrival_of(const std::string& written);

    // Calls f(route, step) for every way on from a scene.
    template <class F>
    void each_next(std::size_t scene, F&& f) const {
        const Span steps = scenes_[scene].steps;
        for (std::size_t s = steps.begin; s < steps.end; ++s)
            for (std::size_t r = steps_[s].routes.begin; r < steps_[s].routes.end; ++r) f(routes_[r], steps_[s]);
    }

    struct Arrival {
        std::string written;
        bool fixed = false, readable = true;
        int minutes = 0;
        mutable std::vector<std::pair<int, int>> known;  // from -> to
    };

    const Scenario* scenario_;
    std::vector<Scene> scenes_;
    std::vector<Step> steps_;
    std::vector<Route> routes_;
    std::vector<Delta> deltas_;
    std::vector<const Expression*> conditions_;
    std::vector<Arrival> arrivals_;
    std::vector<Passage> passages_;
    NameTable ids_, arrival_ids_, marks_;
    std::vector<int> scene_arrivals_;  // by scene: how its own time is written
    std::vector<std::string> meter_names_;
    std::size_t mark_words_ = 0;
    Marks met_, live_, raised_;                 // by scene, scene and step
    std::vector<std::vector<int>> thresholds_;  // by meter, rising: the values at which an ending's bound turns
    std::vector<std::pair<int, int>> later_;    // by scene and meter: least and most change still to come
    std::vector<std::uint32_t> order_;          // scenes, each before those it leads to; without circles
    int start_ = -1, most_decisions_ = 0;
    bool circular_ = false, counts_steps_ = false, reduces_ = true, left_out_forms_ = false;
};

}  // namespace ntk
