#include "game/tool/rules_changed.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

#include "engine/host/pinned.h"
#include "engine/host/source_file.h"
#include "engine/play/player.h"
#include "engine/report/what_changed.h"
#include "game/tool/rule_stack.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int cannot_read = 3;

// The rules to look at a log again by.
std::shared_ptr<const RuleBook> later_rules(const ChangedRequest& request, const RuleBook& before,
                                            Diagnostics& diagnostics) {
    const std::size_t at = request.packs.find('@');
    std::vector<std::string> packs = split_names(request.packs.substr(0, at));
    std::string as_of = at == std::string::npos ? request.as_of : request.packs.substr(at + 1);
    if (as_of.empty()) as_of = before.as_of();
    if (packs.empty())
        for (const PackId& pack : before.stack()) packs.push_back(pack.id);
    return read_stack(packs, as_of, diagnostics).rules;
}

// The attempt of a log, made again under the rules it was judged by.
std::optional<Player> take_up(const std::string& file, const std::string& log, PinnedShelf& shelf, int& worst,
                              Diagnostics& diagnostics) {
    const PinnedCase pinned = shelf.open(origin_of_log(log), diagnostics.add_source(file, log), diagnostics);
    if (!pinned) {
        worst = std::max(worst, cannot_read);
        return std::nullopt;
    }
    auto player = Player::resume(pinned.scenario, pinned.rules, log, file, diagnostics);
    if (!player) worst = std::max(worst, findings);
    return player;
}

}  // namespace

int rules_changed(const ChangedRequest& request, std::ostream& out, std::ostream& err) {
    PinnedShelf shelf({product_root(), request.scenario, request.old_packs});
    Json::List logs;
    int worst = ok;
    for (const std::string& file : request.logs) {
        const auto log = read_file(file);
        if (!log) {
            err << log.error().message << "; " << log.error().hint << "\n";
            worst = cannot_read;
            continue;
        }
        Diagnostics diagnostics;
        const auto player = take_up(file, *log, shelf, worst, diagnostics);
        std::shared_ptr<const RuleBook> rules;
        if (player) {
            rules = later_rules(request, player->attempt().rules(), diagnostics);
            if (!rules) worst = cannot_read;
        }
        err << diagnostics.render();
        if (!rules) continue;
        std::string problem;
        const auto changed = what_changed(player->attempt(), rules, problem);
        if (!changed) {
            err << file << ": " << problem << "\n";
            worst = std::max(worst, findings);
            continue;
        }
        if (changed->anything()) worst = std::max(worst, findings);
        if (request.json) {
            Json one = what_changed_json(*changed);
            one["log"] = file;
            one["scenario"] = player->attempt().scenario().id;
            logs.push_back(std::move(one));
            continue;
        }
        out << file << ": " << player->attempt().scenario().id << " " << player->attempt().scenario().version << ", "
            << changed->decisions << (changed->decisions == 1 ? " decision\n" : " decisions\n")
            << what_changed_text(*changed) << "\n";
    }
    if (request.json) out << changed_logs_json(std::move(logs)).pretty() << "\n";
    return worst;
}

}  // namespace ntk::tool
