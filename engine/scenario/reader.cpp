#include "engine/scenario/reader.h"

#include <algorithm>

#include "engine/scenario/act_reader.h"
#include "engine/scenario/content_hash.h"
#include "engine/scenario/draft.h"
#include "engine/scenario/entity_reader.h"
#include "engine/scenario/lint_note.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/scenario_shapes.h"
#include "engine/scenario/scope.h"
#include "engine/text/fields.h"
#include "engine/text/limits.h"
#include "engine/text/version_number.h"

namespace ntk {

namespace {

long errors(const Diagnostics& diagnostics) {
    return std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                         [](const Diagnostic& d) { return d.severity == Severity::error; });
}

// "2024-09-01": the shape and the range of each part; the calendar is not checked.
bool is_date(const std::string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (text[i] < '0' || text[i] > '9') return false;
    const int month = (text[5] - '0') * 10 + text[6] - '0';
    const int day = (text[8] - '0') * 10 + text[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

class ScenarioReader {
  public:
    ScenarioReader(const Tree& tree, Scenario& scenario, Diagnostics& diagnostics)
        : scenario_(scenario),
          diagnostics_(diagnostics),
          root_(tree, "the scenario file", diagnostics, scenario_file()),
          cases_(scenario.opening, diagnostics),
          draft_{scenario, cases_, diagnostics} {}

    void read() {
        read_heading();
        read_guidance();
        read_card();
        scenario_.briefing = texts(root_, "briefing");
        read_entities(root_, draft_);
        draft_.scope = scenario_scope(scenario_.opening);
        if (const Tree* defaults = root_.find("defaults")) read_defaults(*defaults, draft_);
        read_declarations();
        const std::vector<const TreeEntry*> nodes = root_.entries("nodes");
        root_.require("nodes");
        read_nodes(nodes, draft_);
        read_start();
        read_endings();
        read_debrief();
        read_review();
        read_lint_note(root_, diagnostics_);
        root_.finish();
        scenario_.symbols = cases_.symbols();
        check_story(draft_);
    }

  private:
    std::vector<std::string> texts(Fields& fields, const char* key) {
        std::vector<std::string> all;
        for (const Tree* tree : fields.list(key))
            if (auto text = read_text(*tree, "an entry of '" + std::string(key) + "'", diagnostics_))
                all.push_back(std::move(*text));
        return all;
    }

    std::string date(Fields& fields, const char* key) {
        std::string text = fields.require_text(key);
        if (!text.empty() && !is_date(text))
            diagnostics_.report("E623", fields.find(key)->place, "'" + text + "' is not a date",
                                "write year, month and day: 2024-09-01");
        return text;
    }

    void read_heading() {
        const Tree* tree = root_.require("scenario");
        if (tree == nullptr) return;
        Fields fields(*tree, "'scenario'", diagnostics_, scenario_heading());
        scenario_.id = fields.require_text("id");
        if (!scenario_.id.empty()) draft_.check_id(scenario_.id, "a scenario", fields.find("id")->place);
        scenario_.title = fields.require_text("title");
        scenario_.version = require_version(fields, diagnostics_);
        scenario_.status = fields.text("status");
        fields.finish();
    }

    void read_guidance() {
        const Tree* tree = root_.require("guidance");
        if (tree == nullptr) return;
        Fields fields(*tree, "'guidance'", diagnostics_, guidance_fields());
        fields.require("packs");
        scenario_.packs = fields.names("packs");
        scenario_.pack_places = fields.places("packs");
        scenario_.as_of = date(fields, "as_of");
        fields.finish();
    }

    void read_card() {
        const Tree* tree = root_.require("card");
        if (tree == nullptr) return;
        Fields fields(*tree, "'card'", diagnostics_, card_fields());
        scenario_.role = fields.require_text("role");
        scenario_.place_name = fields.text("place");
        scenario_.neglect = fields.text("neglect");
        scenario_.blurb = fields.text("blurb");
        scenario_.content_note = fields.require_text("content_note");
        scenario_.own_story_note = fields.text("own_story");
        scenario_.swap = fields.text("swap");
        scenario_.levels = fields.names("levels");
        scenario_.objectives = texts(fields, "objectives");
        read_minutes(fields);
        fields.finish();
    }

    void read_minutes(Fields& fields) {
        const Tree* minutes = fields.find("minutes");
        if (minutes == nullptr) return;
        if (const auto range = read_range(*minutes, "'minutes'", 1, 600)) {
            scenario_.minutes_least = range->first;
            scenario_.minutes_most = range->second;
        }
    }

    // "[20, 25]", the least and the most.
    std::optional<std::pair<int, int>> read_range(const Tree& tree, const std::string& what, int least, int most) {
        if (tree.kind != Tree::Kind::list || tree.items.size() != 2) {
            diagnostics_.report("E112", tree.place, what + " needs the least and the most", "write [ least, most ]");
            return std::nullopt;
        }
        const auto low = read_number(tree.items[0], "the least of " + what, least, most, diagnostics_);
        const auto high = read_number(tree.items[1], "the most of " + what, least, most, diagnostics_);
        if (!low || !high) return std::nullopt;
        if (*low > *high) {
            diagnostics_.report("E626", tree.place,
                                what + " goes from " + std::to_string(*low) + " down to " + std::to_string(*high),
                                "write the smaller number first");
            return std::nullopt;
        }
        return std::pair(static_cast<int>(*low), static_cast<int>(*high));
    }

    // Whether a list at the top of the file is short enough; so many entries could only slow everything down.
    bool check_count(const char* key, std::size_t count) {
        if (count <= limits::entities) return true;
        diagnostics_.report("E617", root_.find(key)->place,
                            "there are " + std::to_string(count) + " entries in '" + key + "'",
                            "the most is " + std::to_string(limits::entities));
        return false;
    }

    void read_declarations() {
        const std::vector<const TreeEntry*> meters = root_.entries("meters");
        if (check_count("meters", meters.size()))
            for (const TreeEntry* entry : meters) {
                draft_.check_id(entry->key, "a meter", entry->key_place);
                const std::string what = "the start of '" + entry->key + "'";
                const auto value = read_number(entry->value, what, -1'000, 1'000, diagnostics_);
                scenario_.meters[entry->key] = static_cast<int>(value.value_or(0));
            }
        const std::vector<const Tree*> flags = root_.list("flags");
        if (check_count("flags", flags.size()))
            for (const Tree* tree : flags)
                if (auto flag = read_text(*tree, "an entry of 'flags'", diagnostics_))
                    if (draft_.check_id(*flag, "a flag", tree->place)) scenario_.flags.push_back(std::move(*flag));
        for (const TreeEntry* entry : root_.entries("glossary"))
            if (auto meaning = read_text(entry->value, "the meaning of '" + entry->key + "'", diagnostics_))
                scenario_.glossary[entry->key] = std::move(*meaning);
    }

    void read_start() {
        scenario_.start = root_.require_text("start");
        if (scenario_.start.empty() || draft_.node_named(scenario_.start) >= 0) return;
        diagnostics_.report(
            "E604", root_.find("start")->place, "there is no scene '" + scenario_.start + "' to start at",
            draft_.hint(
                scenario_.start, [&] { return draft_.node_ids; }, "name the scene with which the story begins"));
    }

    void read_endings() {
        const std::vector<const Tree*> endings = root_.list("endings");
        if (const Tree* tree = root_.require("endings");
            tree != nullptr && tree->kind == Tree::Kind::list && endings.empty())
            diagnostics_.report("E618", tree->place, "there is no ending", "write at least one");
        if (!check_count("endings", endings.size())) return;
        for (std::size_t i = 0; i < endings.size(); ++i) {
            Fields fields(*endings[i], "the ending", diagnostics_, ending_fields());
            Ending ending;
            ending.id = fields.require_text("id");
            if (!ending.id.empty()) check_ending_id(ending.id, fields.find("id")->place);
            ending.title = fields.require_text("title");
            ending.text = fields.require_text("text");
            ending.childs_week = fields.text("childs_week");
            for (const TreeEntry* entry : fields.entries("when")) read_bound(*entry, ending);
            const Tree* when = fields.find("when");
            if (when == nullptr && i + 1 < endings.size())
                diagnostics_.report("E618", endings[i]->place, "no ending after '" + ending.id + "' is ever reached",
                                    "give it 'when', or move it to the end");
            if (when != nullptr && i + 1 == endings.size())
                diagnostics_.report("E618", when->place, "the last ending must fit everything that is left",
                                    "take 'when' away, or add one more ending without it");
            fields.finish();
            scenario_.endings.push_back(std::move(ending));
        }
    }

    void check_ending_id(const std::string& id, Place place) {
        draft_.check_id(id, "an ending", place);
        for (const Ending& other : scenario_.endings)
            if (other.id == id)
                diagnostics_.report("E602", place, "'" + id + "' is named twice", "give each ending its own name");
    }

    void read_bound(const TreeEntry& entry, Ending& ending) {
        if (scenario_.meters.find(entry.key) == scenario_.meters.end()) {
            diagnostics_.report(
                "E608", entry.key_place, "there is no meter '" + entry.key + "'",
                draft_.hint(
                    entry.key, [&] { return keys_of(scenario_.meters); }, "add it to 'meters' at the top"));
            return;
        }
        if (const auto range = read_range(entry.value, "'" + entry.key + "'", -1'000'000, 1'000'000))
            ending.when.push_back({entry.key, range->first, range->second});
    }

    void read_debrief() {
        const Tree* tree = root_.find("debrief");
        if (tree == nullptr) return;
        Fields fields(*tree, "'debrief'", diagnostics_, debrief_fields());
        scenario_.questions = texts(fields, "questions");
        fields.finish();
    }

    void read_review() {
        const Tree* tree = root_.require("review");
        if (tree == nullptr) return;
        Fields fields(*tree, "'review'", diagnostics_, review_fields());
        scenario_.author = fields.require_text("author");
        scenario_.reviewer = fields.text("reviewer");
        scenario_.review_date = date(fields, "date");
        scenario_.sources = texts(fields, "sources");
        scenario_.facilitator = texts(fields, "facilitator");
        fields.finish();
    }

    Scenario& scenario_;
    Diagnostics& diagnostics_;
    Fields root_;
    CaseReader cases_;
    Draft draft_;
};

}  // namespace

std::shared_ptr<const Scenario> read_scenario(const Tree& tree, Diagnostics& diagnostics) {
    if (tree.kind == Tree::Kind::missing) return nullptr;  // could not be read at all, and that was reported
    const long before = errors(diagnostics);
    auto scenario = std::make_shared<Scenario>(new_case());
    ScenarioReader(tree, *scenario, diagnostics).read();
    if (errors(diagnostics) > before) return nullptr;
    scenario->sha256 = content_hash(tree);
    return scenario;
}

}  // namespace ntk
