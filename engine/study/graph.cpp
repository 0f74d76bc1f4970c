#include "engine/study/graph.h"

#include <algorithm>
#include <map>
#include <vector>

#include "engine/play/map.h"
#include "engine/play/words.h"

namespace ntk {

namespace {

// One arrow of the map.
struct Arrow {
    std::string from, to;   // scenes; "end"
    std::string by;         // "a", "own"; empty for a scene that leads on by itself
    std::string words;      // what is done
    std::string condition;  // empty: always, or whenever no condition before it holds
    bool otherwise = false;
};

void add_arrows(std::vector<Arrow>& arrows, const Node& node, const std::string& by, const std::string& words,
                const std::vector<Route>& routes) {
    for (const Route& route : routes)
        arrows.push_back({node.id, route.then, by, words, route.when.source(), routes.size() > 1 && !route.when});
}

std::vector<Arrow> arrows_from(const Node& node) {
    std::vector<Arrow> arrows;
    for (const Option& option : node.options) add_arrows(arrows, node, option.id, option.say, option.routes);
    for (const Compose& form : node.composes) add_arrows(arrows, node, form.id, form.title, form.routes);
    add_arrows(arrows, node, "", "", node.routes);
    return arrows;
}

// Text for a string in quotes; long text is cut at a word.
std::string quoted(std::string text, const char* quote) {
    constexpr std::size_t most = 60;
    if (text.size() > most) {
        text.resize(text.find_last_of(' ', most) == std::string::npos ? most : text.find_last_of(' ', most));
        text += " ...";
    }
    std::string safe;
    for (const char c : text) {
        if (c == '"')
            safe += quote;
        else if (c == '\\')
            safe += "/";
        else if (c == '\n')
            safe += ' ';
        else
            safe += c;
    }
    return safe;
}

std::string arrow_label(const Arrow& arrow, const char* quote) {
    std::string label = arrow.by;
    if (!arrow.condition.empty()) label += (label.empty() ? "if " : ": if ") + quoted(arrow.condition, quote);
    if (arrow.otherwise) label += label.empty() ? "otherwise" : ": otherwise";
    return label;
}

std::string endings_text(const Scenario& scenario) {
    std::string text;
    for (const Ending& ending : scenario.endings) text += (text.empty() ? "" : ", ") + ending.title;
    return text;
}

// Ids in Mermaid are plain words, and "end" is a word of its own there, so scenes are numbered.
std::string mermaid_id(const Scenario& scenario, const std::string& id) {
    const Node* node = scenario.node(id);
    return node == nullptr ? "s0" : "s" + std::to_string(node - scenario.nodes.data() + 1);
}

std::string bound_text(const Ending::Bound& bound) {
    constexpr int open = 1'000'000;
    if (bound.least <= -open) return bound.meter + " at most " + std::to_string(bound.most);
    if (bound.most >= open) return bound.meter + " at least " + std::to_string(bound.least);
    return bound.meter + " " + std::to_string(bound.least) + " to " + std::to_string(bound.most);
}

// "D5 by b, C2": where a scene is come to from.
std::string sources_text(const std::vector<Arrow>& arrows) {
    std::vector<std::string> sources;
    for (const Arrow& arrow : arrows) {
        std::string source = arrow.from + (arrow.by.empty() ? "" : " by " + arrow.by);
        if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
    }
    return sources.empty() ? "nowhere" : listed(sources);
}

std::string target_text(const Scenario& scenario, const Arrow& arrow) {
    const Node* node = scenario.node(arrow.to);
    const std::string to = node == nullptr ? "the end" : node->id + ", " + node->title;
    if (!arrow.condition.empty()) return "to " + to + ", if " + arrow.condition;
    return (arrow.otherwise ? "otherwise to " : "to ") + to;
}

// The ways on from one scene, one line to each option with its routes below it.
std::string ways_on(const Scenario& scenario, const Node& node) {
    std::string text;
    std::string by;
    for (const Arrow& arrow : arrows_from(node)) {
        const bool form = std::any_of(node.composes.begin(), node.composes.end(),
                                      [&](const Compose& compose) { return compose.id == arrow.by; });
        if (arrow.by.empty()) {
            text += "  Goes on " + target_text(scenario, arrow) + ".\n";
            continue;
        }
        if (arrow.by != by) text += (form ? "  Form " : "  Option ") + arrow.by + ": " + arrow.words + "\n";
        by = arrow.by;
        text += "    Leads " + target_text(scenario, arrow) + ".\n";
    }
    return text;
}

}  // namespace

std::string graph_dot(const Scenario& scenario) {
    std::string text = "digraph \"" + quoted(scenario.id, "'") + "\" {\n";
    text += "  label=\"" + quoted(scenario.title, "'") + "\"; labelloc=t; rankdir=TB;\n";
    text += "  node [shape=box, fontname=\"Open Sans\"]; edge [fontname=\"Open Sans\", fontsize=10];\n";
    for (const Node* node : scenes_in_order(scenario)) {
        text += "  \"" + node->id + "\" [label=\"" + node->id + "\\n" + quoted(node->title, "'") + "\"";
        if (!node->decision()) text += ", style=rounded";
        text += "];\n";
        for (const Arrow& arrow : arrows_from(*node)) {
            text += "  \"" + node->id + "\" -> \"" + arrow.to + "\"";
            const std::string label = arrow_label(arrow, "'");
            if (!label.empty()) text += " [label=\"" + label + "\"";
            if (!label.empty() && !arrow.words.empty()) text += ", tooltip=\"" + quoted(arrow.words, "'") + "\"";
            text += label.empty() ? ";\n" : "];\n";
        }
    }
    text += "  \"end\" [label=\"The end\\n" + quoted(endings_text(scenario), "'") + "\", peripheries=2];\n}\n";
    return text;
}

std::string graph_mermaid(const Scenario& scenario) {
    std::string text = "flowchart TD\n";
    for (const Node* node : scenes_in_order(scenario)) {
        const std::string label = "\"" + node->id + ": " + quoted(node->title, "'") + "\"";
        text +=
            "  " + mermaid_id(scenario, node->id) + (node->decision() ? "[" + label + "]" : "(" + label + ")") + "\n";
    }
    text += "  " + mermaid_id(scenario, "end") + "([\"The end\"])\n";
    for (const Node* node : scenes_in_order(scenario))
        for (const Arrow& arrow : arrows_from(*node)) {
            const std::string label = arrow_label(arrow, "'");
            text += "  " + mermaid_id(scenario, node->id) + " -->" + (label.empty() ? "" : "|\"" + label + "\"|") +
                    " " + mermaid_id(scenario, arrow.to) + "\n";
        }
    return text;
}

std::string graph_text(const Scenario& scenario) {
    const std::vector<const Node*> scenes = scenes_in_order(scenario);
    std::map<std::string, std::vector<Arrow>> to;
    for (const Node* node : scenes)
        for (const Arrow& arrow : arrows_from(*node)) to[arrow.to].push_back(arrow);
    std::string text =
        scenario.title + "\n\n" + std::to_string(scenes.size()) + " scenes, of which " +
        std::to_string(std::count_if(scenes.begin(), scenes.end(), [](const Node* node) { return node->decision(); })) +
        " are decisions. It begins at " + scenario.start + ".\n";
    int number = 0;
    for (const Node* node : scenes) {
        text += "\n" + std::to_string(++number) + ". " + node->id + ", " + node->title + " (" +
                (node->decision() ? "decision" : "what follows") + (node->at.empty() ? "" : ", at " + node->at) + ")\n";
        if (node->id != scenario.start) text += "  Come to from " + sources_text(to[node->id]) + ".\n";
        text += ways_on(scenario, *node);
    }
    text += "\n" + std::to_string(++number) + ". The end\n  Come to from " + sources_text(to["end"]) + ".\n";
    for (const Ending& ending : scenario.endings) {
        std::vector<std::string> bounds;
        for (const Ending::Bound& bound : ending.when) bounds.push_back(bound_text(bound));
        text += "  Ending " + ending.id + ", " + ending.title +
                (bounds.empty() ? ": for all else" : ": " + listed(bounds)) + ".\n";
    }
    return text;
}

}  // namespace ntk
