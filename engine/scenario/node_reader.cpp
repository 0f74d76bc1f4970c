#include "engine/scenario/node_reader.h"

#include <algorithm>

#include "engine/scenario/act_reader.h"
#include "engine/scenario/compose_reader.h"
#include "engine/scenario/expectation_reader.h"
#include "engine/scenario/lint_note.h"
#include "engine/scenario/scenario_shapes.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

class NodeReader {
  public:
    NodeReader(const TreeEntry& entry, int index, Draft& draft)
        : entry_(entry),
          index_(index),
          draft_(draft),
          fields_(entry.value, "the scene '" + entry.key + "'", draft.diagnostics, scene_fields()) {}

    Node read() {
        node_.id = entry_.key;
        node_.place = entry_.key_place;
        node_.title = fields_.require_text("title");
        read_time();
        read_text_passages();
        read_reveals();
        for (const TreeEntry* change : fields_.entries("changes"))
            for (Setting& setting : draft_.cases.read_change(*change)) node_.changes.push_back(std::move(setting));
        if (const Tree* story = fields_.find("story")) node_.story = read_scenario_acts(*story, draft_, true);
        node_.meters = read_meters(fields_, draft_);
        node_.childs_day = fields_.text("childs_day");
        node_.contested = fields_.text("contested");
        node_.prompt = fields_.text("prompt");
        read_terms();
        read_choices();
        read_lint_note(fields_, draft_.diagnostics);
        fields_.finish();
        return std::move(node_);
    }

  private:
    void read_time() {
        node_.at = fields_.require_text("at");
        const Tree* at = fields_.find("at");
        if (at == nullptr) return;
        draft_.at_places[static_cast<std::size_t>(index_)] = at->place;
        draft_.check_time(node_.at, at->place);
    }

    void read_text_passages() {
        const Tree* text = fields_.require("text");
        if (text == nullptr) return;
        if (text->kind != Tree::Kind::list) {
            node_.text.push_back({fields_.require_text("text"), {}, {}});
            return;
        }
        for (const Tree& tree : text->items) {
            if (tree.kind != Tree::Kind::mapping) {
                if (auto passage = read_text(tree, "a passage", draft_.diagnostics))
                    node_.text.push_back({std::move(*passage), {}, {}});
                continue;
            }
            Fields fields(tree, "the passage", draft_.diagnostics, passage_fields());
            Passage passage;
            passage.text = fields.require_text("text");
            passage.speaker = fields.text("speaker");
            passage.when = read_way(fields, true, draft_);
            fields.finish();
            node_.text.push_back(std::move(passage));
        }
    }

    void read_reveals() {
        const Store& store = draft_.scenario.opening;
        for (const Tree* tree : fields_.list("reveals")) {
            const auto name = ntk::read_text(*tree, "an entry of 'reveals'", draft_.diagnostics);
            if (!name) continue;
            EntityRef found;
            for (const int kind : {v().party, v().item, v().request, v().pull, v().event})
                if (const int entity = store.find(kind, *name); entity >= 0) found = {kind, entity};
            if (found.entity < 0) {
                draft_.report("E613", tree->place, "nothing here is called '" + *name + "'",
                              draft_.hint(
                                  *name, [&] { return keys_of(draft_.places); },
                                  "describe it under 'items' or where it belongs"));
                continue;
            }
            if (found.kind == v().party) found.kind = store.is(found.entity, v().person) ? v().person : v().agency;
            if (store.shown(found.kind, found.entity))
                draft_.report("E615", tree->place, "'" + *name + "' is known from the start",
                              "mark it 'known: later' where it is described, or take it out of 'reveals'");
            node_.reveals.push_back(found);
        }
    }

    void read_terms() {
        for (const Tree* tree : fields_.list("glossary")) {
            auto term = ntk::read_text(*tree, "an entry of 'glossary'", draft_.diagnostics);
            if (!term) continue;
            const auto& glossary = draft_.scenario.glossary;
            if (glossary.find(*term) == glossary.end())
                draft_.report("E621", tree->place, "'" + *term + "' is not explained in the glossary",
                              draft_.hint(
                                  *term, [&] { return keys_of(glossary); }, "add it under 'glossary' at the top"));
            node_.glossary.push_back(std::move(*term));
        }
    }

    void read_choices() {
        std::vector<const Tree*> options = fields_.list("options");
        std::vector<const Tree*> composes = fields_.list("compose");
        if (fields_.find("options") != nullptr || fields_.find("compose") != nullptr)
            check_number(options.size(), composes.size());
        // Far too many have been reported; the first ones are enough to find what else is wrong.
        if (options.size() > limits::options) options.resize(limits::options);
        if (composes.size() > limits::options) composes.resize(limits::options);
        for (const Tree* tree : options) node_.options.push_back(read_option(*tree));
        for (const Tree* tree : composes) node_.composes.push_back(read_compose(*tree, index_, draft_));
        check_ids();
        read_better();
        const bool decides = !options.empty() || !composes.empty();
        if (const Tree* then = fields_.find("then"); then != nullptr && decides)
            draft_.report("E625", then->place, "a scene with options leads on through them",
                          "take 'then' away here and give it to each option");
        else
            node_.routes = read_routes(fields_, index_, draft_);
        if (!decides && fields_.find("then") == nullptr)
            draft_.report("E606", entry_.key_place, "the scene '" + node_.id + "' leads nowhere",
                          "give it options, or 'then' with the next scene or 'end'");
    }

    void check_number(std::size_t options, std::size_t composes) {
        const std::size_t choices = options + composes;
        if ((options >= 2 || (options == 0 && composes > 0)) && choices <= limits::options) return;
        draft_.report(
            "E617", entry_.key_place,
            "the scene '" + node_.id + "' offers " + std::to_string(choices) + (choices == 1 ? " option" : " options"),
            "offer from 2 to " + std::to_string(limits::options) + ", or a form to fill in");
    }

    void check_ids() {
        std::vector<std::pair<std::string, Place>> ids;
        for (const Option& option : node_.options) ids.emplace_back(option.id, option.place);
        for (const Compose& compose : node_.composes) ids.emplace_back(compose.id, compose.place);
        for (std::size_t i = 0; i < ids.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (ids[i].first == ids[j].first && !ids[i].first.empty()) {
                    draft_.report(
                        "E602", ids[i].second, "'" + ids[i].first + "' is named twice",
                        "the first is in line " + std::to_string(ids[j].second.line) + "; give each its own name");
                    break;
                }
    }

    void read_better() {
        node_.better = fields_.text("better");
        const Tree* written = fields_.find("better");
        if (written == nullptr || node_.better.empty()) return;
        std::vector<std::string> ids;
        for (const Option& option : node_.options) ids.push_back(option.id);
        if (std::find(ids.begin(), ids.end(), node_.better) == ids.end())
            draft_.report("E630", written->place, "there is no option '" + node_.better + "' here",
                          draft_.hint(
                              node_.better, [&] { return ids; }, "name one of the options of this scene"));
    }

    Option read_option(const Tree& tree) {
        Fields fields(tree, "the option", draft_.diagnostics, option_fields());
        Option option;
        option.place = tree.place;
        option.id = fields.require_text("id");
        if (!option.id.empty()) draft_.check_id(option.id, "an option", fields.find("id")->place);
        option.say = fields.require_text("say");
        if (const Tree* does = fields.find("does")) option.acts = read_scenario_acts(*does, draft_, false);
        option.routes = read_routes(fields, index_, draft_);
        if (fields.require("then") == nullptr) draft_.all_targets_known = false;
        option.meters = read_meters(fields, draft_);
        for (const Tree* flag : fields.list("flags")) read_flag_raised(*flag, option);
        option.tempts = fields.text("tempts");
        option.aloud = fields.text("aloud");
        if (const Tree* expect = fields.find("expect")) option.expect = read_expectations(*expect, draft_);
        read_lint_note(fields, draft_.diagnostics);
        fields.finish();
        return option;
    }

    void read_flag_raised(const Tree& tree, Option& option) {
        auto flag = ntk::read_text(tree, "an entry of 'flags'", draft_.diagnostics);
        if (!flag) return;
        const std::vector<std::string>& flags = draft_.scenario.flags;
        if (std::find(flags.begin(), flags.end(), *flag) == flags.end()) {
            draft_.report("E609", tree.place, "there is no flag '" + *flag + "'",
                          draft_.hint(
                              *flag, [&] { return flags; }, "add it to 'flags' at the top"));
            return;
        }
        option.flags.push_back(std::move(*flag));
    }

    const TreeEntry& entry_;
    int index_;
    Draft& draft_;
    Fields fields_;
    Node node_;
};

}  // namespace

void read_nodes(const std::vector<const TreeEntry*>& nodes, Draft& draft) {
    if (nodes.size() > static_cast<std::size_t>(limits::nodes)) {
        draft.report("E617", nodes.front()->key_place, "there are " + std::to_string(nodes.size()) + " scenes",
                     "the most is " + std::to_string(limits::nodes));
        draft.all_targets_known = false;
        return;
    }
    for (const TreeEntry* entry : nodes) {
        draft.node_indices.emplace(entry->key, static_cast<int>(draft.node_ids.size()));
        draft.node_ids.push_back(entry->key);
    }
    draft.at_places.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i]->key == "end")
            draft.report("E603", nodes[i]->key_place, "'end' is where a story ends and cannot name a scene",
                         "choose another name");
        draft.check_id(nodes[i]->key, "a scene", nodes[i]->key_place);
        draft.scenario.nodes.push_back(NodeReader(*nodes[i], static_cast<int>(i), draft).read());
    }
}

}  // namespace ntk
