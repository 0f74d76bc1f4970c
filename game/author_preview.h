#pragma once

#ifndef NTK_NO_DESKTOP

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/study/author/scene_trial.h"
#include "game/author_reading.h"

namespace ntk {

// Looks into a case at one scene, with facts and meters as the author sets them, and works out what takes longer a
// little at a time. It fills its part of the view.
class AuthorPreview {
  public:
    explicit AuthorPreview(desktop::AuthorView& view) : view_(view) {}

    // Another version of the case: what is on show stays where it was, as far as that is still there.
    void take(const CaseRead& read);

    void close();  // nothing can be played
    void show_scene(const std::string& id);
    void take_way(std::size_t way);
    void follow(const std::string& option);
    const std::vector<FactSubject>& facts();
    void set_fact(const std::string& path, std::size_t value);
    void set_meter(const std::string& name, int value);
    void undo_change(const std::string& id);

    bool work();  // returns whether the view has changed
    bool busy() const;

  private:
    struct Changed {
        std::string path, words;
        Setting setting;
    };
    struct FlipTry {
        std::string id, words;
        Setting setting;
    };

    void list_ways();
    void show();
    void show_options(const Attempt& at);
    void begin_flips(const Attempt& at);
    void begin_coverage();
    bool work_on_flips();
    bool work_on_coverage();
    TrialRequest request() const;
    const SettableFact* fact(const std::string& path);

    desktop::AuthorView& view_;
    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const RuleBook> rules_;
    std::vector<PlannedWay> planned_;
    std::map<std::string, Way> shortest_;
    std::string names_;  // of all that facts are about: settings hold only while these stay

    std::vector<Way> ways_;  // as in the view
    Way way_;
    std::string change_at_;
    std::vector<Changed> changed_;
    std::map<std::string, int> meters_;
    std::optional<Attempt> at_;
    std::vector<FactSubject> facts_;
    bool facts_listed_ = false;

    Outcomes outcomes_;
    std::vector<FlipTry> to_try_;
    std::size_t tried_ = 0;

    CaseCoverage coverage_;
    std::vector<Way> to_cover_;
    std::size_t covering_ = 0, covered_steps_ = 0;
    std::optional<Attempt> cover_at_;
    std::set<std::string> covered_;  // ways to a decision
};

}  // namespace ntk

#endif
