#include <cstdint>
#include <cstdlib>

#include "engine/host/library.h"
#include "engine/host/store/bundle.h"
#include "engine/play/player.h"
#include "engine/text/json_reader.h"
#include "engine/text/sha256.h"
#include "tests/fuzz/patched.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

const std::string two_doors = "tests/support/two-doors.yaml";

struct World {
    TemporaryFolder folder;
    PinnedShelf shelf{{".", two_doors, {}}};
    std::string good;  // the results of somebody who always chose the first option
    World() {
        Diagnostics diagnostics;
        const auto scenario = load_scenario(two_doors, diagnostics);
        const auto rules = RuleShelf(".").load_for(*scenario, diagnostics);
        AssessmentForm form;
        form.id = form.title = form.version = "tiny";
        AssessmentTerms terms;
        terms.purpose = terms.contact = "A course.";
        terms.keep_days = 30;
        const AssessmentPlan plan = set_assessment(form, {scenario}, *rules, terms);
        Player player(scenario, rules, Mode::assessment, plan.seed);
        for (int i = 0; i < 20; ++i) {
            Input input;
            if (!player.page().choices.empty()) {
                input.kind = Input::Kind::choose;
                input.id = player.page().choices.front().id;
            }
            player.apply(input);
        }
        WholeSession whole;
        whole.session.id = "s-0123456789abcdef0123456789abcdef";
        whole.session.learner = "p-0123456789abcdef";
        whole.session.day = 20'000;
        whole.session.submitted = true;
        whole.logs = {player.log()};
        whole.reviews = {{20'001, "Ann", "met", "all is well"}};
        good = bundle_text({sha256(plan_text(plan)), plan_text(plan), 20'000}, whole);
        if (taken(good) != Gathered::added) std::abort();
    }

    // What becomes of a file in a store of its own; nothing when it is refused, always in words.
    std::optional<Gathered> taken(const std::string& text) {
        Diagnostics diagnostics;
        const Tree tree = read_json(text, diagnostics.add_source("fuzz", text), diagnostics);
        const auto bundle = diagnostics.has_errors() ? std::nullopt : read_bundle(tree, diagnostics);
        if (!bundle) {
            if (!diagnostics.has_errors()) std::abort();
            return std::nullopt;
        }
        const auto path = folder.path / "a.store";
        for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
        if (!ResultStore::make(path, 30)) std::abort();
        auto store = ResultStore::open(path, diagnostics);
        Problem problem;
        const auto gathered = gather(*store, *bundle, shelf, diagnostics, problem);
        if (!gathered && !diagnostics.has_errors() && problem.message.empty()) std::abort();
        // What was taken is known from then on, and still the same.
        if (gathered && gather(*store, *bundle, shelf, diagnostics, problem) != Gathered::known) std::abort();
        return gathered;
    }
};

// The digest at the end made to fit what comes before, as somebody would who changes such a file on purpose.
std::string digested(const std::string& text) {
    const std::size_t at = text.rfind(",\"sha256\":");
    if (at == std::string::npos) return text;
    return text.substr(0, at) + ",\"sha256\":\"" + sha256(text.substr(0, at) + "}") + "\"}\n";
}

}  // namespace

// A file of results comes from anybody: it is taken as it is or refused in words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static World world;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    world.taken(std::string(input));
    world.taken(digested(std::string(input)));
    const std::string changed = patched(world.good, input);
    if (changed == world.good) return 0;
    world.taken(changed);
    world.taken(digested(changed));
    return 0;
}
