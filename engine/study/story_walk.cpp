#include "engine/study/story_walk.h"

#include <algorithm>
#include <utility>

#include "engine/study/story_program.h"
#include "engine/study/story_walker.h"

namespace ntk {

namespace {

StoryProof walk(const StoryProgram& program, const StoryLimits& limits) {
    static const std::vector<std::pair<StoryWalker::Detail, const char*>> tries = {
        {{true, true}, ""},
        {{false, true},
         "there are too many states to follow flags as well, so texts that depend on them are not proved"},
        {{false, false}, "there are too many states to follow meters as well, so endings are not proved"}};
    StoryProof proof;
    std::vector<std::string> notes;
    for (const auto& [detail, note] : tries) {
        proof = {};
        if (*note != '\0') notes.emplace_back(note);
        proof.complete = StoryWalker(program, limits, detail).run(proof);
        if (proof.complete) break;
    }
    proof.notes.insert(proof.notes.begin(), notes.begin(), notes.end());
    if (!proof.complete)
        proof.notes.emplace_back("there are more than " + std::to_string(limits.states) +
                                 " states, so the story was followed in part only");
    return proof;
}

bool misses_something(const StoryProof& proof) {
    return !proof.routes_never_taken.empty() || !proof.passages_never_shown.empty() ||
           std::any_of(proof.scenes.begin(), proof.scenes.end(), [](const auto& scene) { return !scene.reached; }) ||
           std::any_of(proof.endings.begin(), proof.endings.end(), [](const auto& end) { return end.ways.zero(); });
}

void keep_common(std::vector<std::string>& texts, const std::vector<std::string>& others) {
    texts.erase(std::remove_if(texts.begin(), texts.end(),
                               [&](const std::string& text) {
                                   return std::find(others.begin(), others.end(), text) == others.end();
                               }),
                texts.end());
}

}  // namespace

StoryProof prove_story(const Scenario& scenario, const StoryLimits& limits) {
    const StoryProgram program(scenario);
    StoryProof proof = walk(program, limits);
    if (!proof.complete || !program.left_out_forms() || !misses_something(proof)) return proof;
    const StoryProof with_forms = walk(StoryProgram(scenario, true), limits);
    for (std::size_t i = 0; i < proof.scenes.size(); ++i)
        proof.scenes[i].by_form = !proof.scenes[i].reached && with_forms.scenes[i].reached;
    for (std::size_t i = 0; i < proof.endings.size(); ++i)
        proof.endings[i].by_form = proof.endings[i].ways.zero() && !with_forms.endings[i].ways.zero();
    keep_common(proof.routes_never_taken, with_forms.routes_never_taken);
    keep_common(proof.passages_never_shown, with_forms.passages_never_shown);
    return proof;
}

}  // namespace ntk
