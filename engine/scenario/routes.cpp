#include <algorithm>

#include "engine/scenario/node_reader.h"
#include "engine/scenario/scenario_shapes.h"

namespace ntk {

namespace {

// "w2 Mon 14:30", "+1d 09:30", "next Fri 09:00"; reports E611.
std::string read_arrival(Fields& fields, Draft& draft) {
    const Tree* tree = fields.find("arrive");
    if (tree == nullptr) return {};
    const std::string written = fields.text("arrive");
    draft.check_time(written, tree->place);
    return written;
}

// Reads the scene a route leads to; the route's arrival must be read already.
void read_target(const Tree* tree, int from, Route& route, Draft& draft) {
    const auto target = tree == nullptr ? std::nullopt : read_text(*tree, "'then'", draft.diagnostics);
    route.then = target.value_or("");
    const int to = draft.node_named(route.then);
    if (to >= 0 || route.then == "end") {
        draft.jumps.push_back({from, to, route.arrive, tree->place});
        return;
    }
    draft.all_targets_known = false;
    if (!target) return;
    const auto known = [&] {
        std::vector<std::string> names = draft.node_ids;
        names.emplace_back("end");
        return names;
    };
    draft.report("E604", tree->place, "there is no scene '" + *target + "' to go to",
                 draft.hint(*target, known, "name a scene under 'nodes', or write 'end'"));
}

// One route of a list; `arrive` is that of the whole list.
Route read_route(const Tree& tree, int from, const std::string& arrive, Draft& draft) {
    Route route;
    Fields fields(tree, "the route", draft.diagnostics, route_fields());
    if (const Tree* when = fields.find("when"))
        route.when = compile(*when, *draft.scope, {Type::Base::boolean, -1}, draft.diagnostics);
    route.arrive = read_arrival(fields, draft);
    if (route.arrive.empty()) route.arrive = arrive;
    read_target(fields.require("then"), from, route, draft);
    route.meters = read_meters(fields, draft);
    fields.finish();
    return route;
}

// All routes but the last need a condition; the last is for all else.
void check_order(const Tree& list, const std::vector<const Tree*>& written, Draft& draft) {
    if (written.empty()) {
        draft.report("E620", list.place, "there is no route in this list", "write the next scene, or 'end'");
        draft.all_targets_known = false;
        return;
    }
    for (std::size_t i = 0; i + 1 < written.size(); ++i)
        if (written[i]->kind == Tree::Kind::mapping && written[i]->find("when") == nullptr)
            draft.report("E620", written[i]->place, "no route after this one is ever taken",
                         "give it a condition with 'when', or move it to the end");
    if (const Tree* when = written.back()->find("when"))
        draft.report("E620", when->place, "the last route needs no condition",
                     "it is taken when none of those above it holds; add one more route without 'when'");
}

}  // namespace

std::vector<MeterChange> read_meters(Fields& fields, Draft& draft) {
    std::vector<MeterChange> changes;
    for (const TreeEntry* entry : fields.entries("meters")) {
        const auto& meters = draft.scenario.meters;
        if (meters.find(entry->key) == meters.end()) {
            draft.report("E608", entry->key_place, "there is no meter '" + entry->key + "'",
                         draft.hint(
                             entry->key, [&] { return keys_of(meters); }, "add it to 'meters' at the top"));
            continue;
        }
        const auto by =
            read_number(entry->value, "the change of '" + entry->key + "'", -1'000, 1'000, draft.diagnostics);
        if (by) changes.push_back({entry->key, static_cast<int>(*by)});
    }
    return changes;
}

std::vector<Route> read_routes(Fields& fields, int from, Draft& draft) {
    const Tree* then = fields.find("then");
    const std::string arrive = read_arrival(fields, draft);
    if (then == nullptr) return {};
    if (then->kind == Tree::Kind::list) {
        const std::vector<const Tree*> written = fields.list("then");
        std::vector<Route> routes;
        for (const Tree* tree : written) routes.push_back(read_route(*tree, from, arrive, draft));
        check_order(*then, written, draft);
        return routes;
    }
    Route route;
    route.arrive = arrive;
    read_target(then, from, route, draft);
    return {route};
}

std::vector<std::string> read_way(Fields& fields, bool flags, Draft& draft) {
    const Tree* when = fields.find("when");
    if (when == nullptr) return {};
    std::vector<const Tree*> written = {when};
    if (when->kind == Tree::Kind::list) written = fields.list("when");
    std::vector<std::string> way;
    for (const Tree* tree : written) {
        auto text = read_text(*tree, "an entry of 'when'", draft.diagnostics);
        if (!text) continue;
        const std::string name = text->starts_with("not ") ? text->substr(4) : *text;
        const std::vector<std::string>& raised = draft.scenario.flags;
        const bool is_flag = std::find(raised.begin(), raised.end(), name) != raised.end();
        if (draft.node_named(name) >= 0 || (flags && is_flag)) {
            way.push_back(std::move(*text));
            continue;
        }
        const auto known = [&] {
            std::vector<std::string> names = draft.node_ids;
            if (flags) names.insert(names.end(), raised.begin(), raised.end());
            return names;
        };
        draft.report("E610", tree->place,
                     "there is no scene" + std::string(flags ? " or flag" : "") + " '" + name + "'",
                     draft.hint(name, known, "write a scene that was met, such as C4, or 'not C4'"));
    }
    return way;
}

}  // namespace ntk
