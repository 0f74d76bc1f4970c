#include "engine/scenario/compose_reader.h"

#include <algorithm>

#include "engine/scenario/act_reader.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/scenario_shapes.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

class ComposeReader {
  public:
    ComposeReader(const Tree& tree, int node, Draft& draft)
        : tree_(tree), node_(node), draft_(draft), fields_(tree, "the form", draft.diagnostics, compose_fields()) {}

    Compose read() {
        compose_.place = tree_.place;
        compose_.id = fields_.require_text("id");
        if (!compose_.id.empty()) draft_.check_id(compose_.id, "a form", fields_.find("id")->place);
        compose_.title = fields_.require_text("title");
        compose_.send = fields_.text("send", compose_.send);
        read_act_kind();
        compose_.items = read_set("items", v().act_items, true);
        compose_.to = read_set("to", v().act_to, true);
        compose_.tell = read_set("tell", v().act_who, false);
        compose_.redact = read_set("redact", v().act_redact, false);
        read_questions();
        if (const Tree* request = fields_.find("request"))
            compose_.request = draft_.cases.entity(v().request, *request);
        if (const Tree* also = fields_.find("also")) compose_.also = read_scenario_acts(*also, draft_, false);
        compose_.routes = read_routes(fields_, node_, draft_);
        if (fields_.require("then") == nullptr) draft_.all_targets_known = false;
        fields_.finish();
        return std::move(compose_);
    }

  private:
    void incomplete(Place place, std::string message, std::string hint) {
        draft_.report("E619", place, std::move(message), std::move(hint));
    }

    void read_act_kind() {
        if (fields_.choice("act", "act a learner can compose") == 1) compose_.act = ActKind::hand_over;
        const Tree* area = fields_.find("to_area");
        if (area != nullptr && compose_.act == ActKind::share)
            incomplete(area->place, "only 'hand_over' goes to an area",
                       "take 'to_area' away, or write 'act: hand_over'");
        else if (area == nullptr && compose_.act == ActKind::hand_over)
            incomplete(tree_.place, "a handover needs the area it goes to", "add 'to_area' with the area's name");
        else if (area != nullptr && !draft_.cases.read_settings(v().act_to_area, -1, *area).empty())
            compose_.to_area = area->text;
    }

    Bits read_set(std::string_view key, int fact, bool required) {
        const Tree* tree = required ? fields_.require(key) : fields_.find(key);
        if (tree == nullptr) return {};
        const auto settings = draft_.cases.read_settings(fact, -1, *tree);
        if (required && !settings.empty() && settings[0].set.empty())
            incomplete(tree->place, "'" + std::string(key) + "' offers nothing to choose from", "name at least one");
        return settings.empty() ? Bits{} : settings[0].set;
    }

    void read_questions() {
        const std::vector<std::string>& questions = compose_questions();
        for (const Tree* tree : fields_.list("ask")) {
            const auto question = read_choice(*tree, "question of a form", questions, draft_.diagnostics);
            if (!question) continue;
            const std::string& name = questions[static_cast<std::size_t>(*question)];
            if (std::find(compose_.ask.begin(), compose_.ask.end(), name) != compose_.ask.end())
                incomplete(tree->place, "'" + name + "' is asked twice", "ask it once");
            if (name == "redact" && compose_.redact.empty())
                incomplete(tree->place, "the form asks whom to leave out, but offers no one",
                           "add 'redact' with those people");
            if ((name == "tell" || name == "weigh") && compose_.tell.empty())
                incomplete(tree->place, "the form asks whom to talk to, but offers no one",
                           "add 'tell' with those people");
            compose_.ask.push_back(name);
        }
        const Tree* ask = fields_.require("ask");
        if (ask != nullptr && !compose_.ask.empty() &&
            std::find(compose_.ask.begin(), compose_.ask.end(), "items") == compose_.ask.end())
            incomplete(ask->place, "the form does not ask what is sent", "add 'items' to 'ask'");
    }

    const Tree& tree_;
    int node_;
    Draft& draft_;
    Fields fields_;
    Compose compose_;
};

}  // namespace

const std::vector<std::string>& compose_questions() {
    static const std::vector<std::string> questions = {"items", "to",   "redact", "form",   "handling", "labels",
                                                       "basis", "tell", "weigh",  "reason", "record"};
    return questions;
}

Compose read_compose(const Tree& tree, int node, Draft& draft) { return ComposeReader(tree, node, draft).read(); }

}  // namespace ntk
