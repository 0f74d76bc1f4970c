#include "engine/study/cohort/panel.h"

#include <algorithm>
#include <optional>

#include "engine/study/plan_shapes.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

struct CutRating {
    RatedThing thing;
    std::map<std::string, double> by_judge;
    Place place;
};

void read_cut(Fields& root, Panel& panel, Diagnostics& diagnostics) {
    std::vector<CutRating> ratings;
    for (const TreeEntry* of_case : root.entries("cut")) {
        Fields nodes(of_case->value, "the case '" + of_case->key + "'", diagnostics);
        for (const TreeEntry& node : of_case->value.entries) {
            nodes.find(node.key);
            CutRating rating{{of_case->key, node.key, {}}, {}, node.key_place};
            Fields judges(node.value, "the decision '" + node.key + "'", diagnostics);
            for (const TreeEntry& judge : node.value.entries) {
                rating.by_judge[judge.key] = static_cast<double>(judges.number(judge.key, 0, 0, 100)) / 100;
                if (std::find(panel.judges.begin(), panel.judges.end(), judge.key) == panel.judges.end())
                    panel.judges.push_back(judge.key);
            }
            ratings.push_back(std::move(rating));
        }
    }
    for (const CutRating& rating : ratings) {
        std::vector<std::string> missing;
        std::vector<double> shares;
        for (const std::string& judge : panel.judges) {
            const auto found = rating.by_judge.find(judge);
            if (found == rating.by_judge.end())
                missing.push_back(judge);
            else
                shares.push_back(found->second);
        }
        if (!missing.empty())
            diagnostics.report("E735", rating.place,
                               "the decision '" + rating.thing.node + "' has no rating by " + joined(missing),
                               "a cut is the mean of whole sums: every judge rates every decision, or is left out");
        panel.cut[rating.thing] = std::move(shares);
    }
}

void read_options(Fields& root, Panel& panel, Diagnostics& diagnostics) {
    for (const TreeEntry* of_case : root.entries("options")) {
        Fields nodes(of_case->value, "the case '" + of_case->key + "'", diagnostics);
        for (const TreeEntry& node : of_case->value.entries) {
            nodes.find(node.key);
            Fields options(node.value, "the decision '" + node.key + "'", diagnostics);
            for (const TreeEntry& option : node.value.entries) {
                options.find(option.key);
                Fields judges(option.value, "the option '" + option.key + "'", diagnostics);
                std::vector<int>& bands = panel.options[{of_case->key, node.key, option.key}];
                for (const TreeEntry& judge : option.value.entries)
                    bands.push_back(static_cast<int>(judges.number(judge.key, 0, 0, 2)));
            }
        }
    }
}

}  // namespace

Panel read_panel(const Tree& tree, Diagnostics& diagnostics) {
    Panel panel;
    Fields root(tree, "the file of a panel", diagnostics, panel_file());
    Place place = tree.place;
    if (const Tree* head = root.require("panel")) {
        Fields fields(*head, "the head of the panel", diagnostics, panel_heading());
        place = head->place;
        panel.id = fields.require_text("id");
        panel.title = fields.require_text("title");
        fields.finish();
    }
    read_cut(root, panel, diagnostics);
    read_options(root, panel, diagnostics);
    root.finish();
    if (panel.cut.empty() && panel.options.empty())
        diagnostics.report("E736", place, "this panel has rated nothing",
                           "write under 'cut' what a just good enough practitioner would score, or rate 'options'");
    return panel;
}

}  // namespace ntk
