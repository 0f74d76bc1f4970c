#include "engine/scenario/jigsaw.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "engine/scenario/content_hash.h"
#include "engine/scenario/form_shapes.h"
#include "engine/text/fields.h"
#include "engine/text/limits.h"
#include "engine/text/version_number.h"

namespace ntk {

namespace {

constexpr std::size_t fewest_chairs = 2;
constexpr std::size_t most_chairs = 6;

const Vocabulary& v() { return vocabulary(); }

bool is_id(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

// The names of a kind in a case, for hints.
std::vector<std::string> names_of(const Store& facts, int kind) {
    std::vector<std::string> names;
    for (int i = 0; i < facts.count(kind); ++i)
        if (facts.is(i, kind)) names.push_back(facts.name(kind, i));
    return names;
}

// The entity of exactly this kind; -1 when there is none.
int entity_named(const Store& facts, int kind, const std::string& name) {
    const int found = facts.find(kind, name);
    return found >= 0 && facts.is(found, kind) ? found : -1;
}

class JigsawReader {
  public:
    JigsawReader(const Tree& tree, const JigsawCases& cases, Diagnostics& diagnostics)
        : cases_(cases), diagnostics_(diagnostics), root_(tree, "the jigsaw", diagnostics, jigsaw_file()) {}

    Jigsaw read() {
        read_head();
        jigsaw_.lead = root_.require_text("lead");
        jigsaw_.intro = texts("intro");
        root_.require("chairs");
        read_chairs();
        root_.require("pieces");
        for (const Tree* tree : bounded("pieces")) read_piece(*tree);
        root_.require("sees");
        const std::vector<const Tree*> sees = bounded("sees");
        for (const Tree* tree : sees) read_sight(*tree, tree == sees.back());
        jigsaw_.questions = texts("questions");
        root_.finish();
        return std::move(jigsaw_);
    }

  private:
    void report(const char* code, Place place, std::string message, std::string hint) {
        diagnostics_.report(code, place, std::move(message), std::move(hint));
    }

    static std::string hint(const std::string& written, const std::vector<std::string>& known, std::string otherwise) {
        std::string like = did_you_mean(written, known);
        return like.empty() ? std::move(otherwise) : std::move(like);
    }

    std::vector<std::string> texts(const char* key) {
        std::vector<std::string> all;
        for (const Tree* tree : root_.list(key))
            if (auto text = read_text(*tree, "an entry of '" + std::string(key) + "'", diagnostics_))
                all.push_back(std::move(*text));
        return all;
    }

    void check_id(const std::string& id, const char* what, Place place) {
        if (!id.empty() && !is_id(id))
            report("E601", place, "'" + id + "' cannot name " + what, "use up to 64 letters, digits, - and _");
    }

    void read_head() {
        const Tree* tree = root_.require("jigsaw");
        if (tree == nullptr) return;
        Fields fields(*tree, "'jigsaw'", diagnostics_, jigsaw_heading());
        jigsaw_.id = fields.require_text("id");
        if (!jigsaw_.id.empty()) check_id(jigsaw_.id, "a jigsaw", fields.find("id")->place);
        jigsaw_.title = fields.require_text("title");
        jigsaw_.version = require_version(fields, diagnostics_);
        jigsaw_.status = fields.text("status");
        fields.finish();
    }

    // The entries of a list that may be neither empty nor endless.
    std::vector<const Tree*> bounded(const char* key) {
        std::vector<const Tree*> all = root_.list(key);
        const Tree* list = root_.find(key);
        if (list == nullptr || list->kind != Tree::Kind::list) return {};
        if (!all.empty() && all.size() <= limits::entities) return all;
        report("E652", list->place, "there are " + std::to_string(all.size()) + " entries in '" + key + "'",
               "write from 1 to " + std::to_string(limits::entities));
        return {};
    }

    void read_chairs() {
        const std::vector<const Tree*> chairs = root_.list("chairs");
        const Tree* list = root_.find("chairs");
        if (list == nullptr || list->kind != Tree::Kind::list) return;
        if (chairs.size() < fewest_chairs || chairs.size() > most_chairs)
            report("E652", list->place, "there are " + std::to_string(chairs.size()) + " chairs",
                   "a jigsaw has from 2 to 6");
        if (chairs.size() > most_chairs) return;
        for (const Tree* tree : chairs) read_chair(*tree);
    }

    void read_chair(const Tree& tree) {
        Fields fields(tree, "the chair", diagnostics_, chair_fields());
        JigsawChair chair;
        const std::string id = fields.require_text("case");
        chair.who = fields.require_text("who");
        chair.holds = fields.text("holds");
        fields.finish();
        if (!id.empty()) chair.scenario = case_named(id, fields.find("case")->place);
        if (chair.scenario) find_lead(chair, id, fields.find("case")->place);
        if (!chair.who.empty())
            for (const JigsawChair& other : jigsaw_.chairs)
                if (other.who == chair.who)
                    report("E651", fields.find("who")->place, "'" + chair.who + "' sits on two chairs",
                           "give each chair a name of its own");
        chair_ids_.push_back(id);
        jigsaw_.chairs.push_back(std::move(chair));
    }

    std::shared_ptr<const Scenario> case_named(const std::string& id, Place place) {
        if (std::find(chair_ids_.begin(), chair_ids_.end(), id) != chair_ids_.end())
            report("E651", place, "the case '" + id + "' is on two chairs", "each chair needs a case of its own");
        const auto found = cases_.find(id);
        if (found != cases_.end()) return found->second;
        std::vector<std::string> known;
        for (const auto& [name, scenario] : cases_) known.push_back(name);
        report("E650", place, "there is no case '" + id + "' beside this jigsaw",
               hint(id, known, "put its file, " + id + ".yaml, into the same folder"));
        return nullptr;
    }

    void find_lead(JigsawChair& chair, const std::string& id, Place place) {
        if (jigsaw_.lead.empty()) return;
        const Store& facts = chair.scenario->opening;
        chair.lead = entity_named(facts, v().agency, jigsaw_.lead);
        if (chair.lead < 0)
            report(
                "E653", place, "the case '" + id + "' has no agency '" + jigsaw_.lead + "', which is to lead",
                hint(jigsaw_.lead, names_of(facts, v().agency), "use the same id for it in the case of every chair"));
    }

    void read_piece(const Tree& tree) {
        Fields fields(tree, "the piece", diagnostics_, piece_fields());
        JigsawPiece piece;
        piece.id = fields.require_text("id");
        piece.says = fields.require_text("says");
        piece.items.resize(jigsaw_.chairs.size());
        fields.require("items");
        if (!piece.id.empty()) {
            const Place place = fields.find("id")->place;
            check_id(piece.id, "a piece", place);
            if (piece_named(piece.id))
                report("E657", place, "the piece '" + piece.id + "' is there twice",
                       "give each piece an id of its own");
        }
        const std::vector<const TreeEntry*> entries = fields.entries("items");
        for (const TreeEntry* entry : entries) read_items(*entry, piece);
        if (const Tree* items = fields.find("items");
            items != nullptr && items->kind == Tree::Kind::mapping && entries.empty())
            report("E659", items->place, "no chair holds '" + piece.id + "'",
                   "name a case and its items:  items: { " + (chair_ids_.empty() ? "case" : chair_ids_.front()) +
                       ": [item] }");
        fields.finish();
        jigsaw_.pieces.push_back(std::move(piece));
    }

    void read_items(const TreeEntry& entry, JigsawPiece& piece) {
        const auto at = std::find(chair_ids_.begin(), chair_ids_.end(), entry.key);
        if (at == chair_ids_.end()) {
            report("E654", entry.key_place, "no chair has the case '" + entry.key + "'",
                   hint(entry.key, chair_ids_, "name one of the cases under 'chairs'"));
            return;
        }
        const auto chair = static_cast<std::size_t>(at - chair_ids_.begin());
        std::vector<const Tree*> names;
        if (entry.value.kind == Tree::Kind::list)
            for (const Tree& item : entry.value.items) names.push_back(&item);
        else
            names.push_back(&entry.value);
        if (names.empty())
            report("E659", entry.value.place, "'" + piece.id + "' is held as nothing in '" + entry.key + "'",
                   "name the items that carry it, or leave this case out");
        const std::shared_ptr<const Scenario>& scenario = jigsaw_.chairs[chair].scenario;
        for (const Tree* tree : names) {
            const auto name = read_text(*tree, "an item of '" + entry.key + "'", diagnostics_);
            if (!name || !scenario) continue;
            const int item = entity_named(scenario->opening, v().item, *name);
            if (item >= 0)
                piece.items[chair].add(item);
            else
                report("E655", tree->place, "the case '" + entry.key + "' has no item '" + *name + "'",
                       hint(*name, names_of(scenario->opening, v().item), "name one of its 'items'"));
        }
    }

    std::optional<int> piece_named(const std::string& id) const {
        for (std::size_t i = 0; i < jigsaw_.pieces.size(); ++i)
            if (jigsaw_.pieces[i].id == id) return static_cast<int>(i);
        return std::nullopt;
    }

    void read_sight(const Tree& tree, bool last) {
        Fields fields(tree, "what can be seen", diagnostics_, sight_fields());
        JigsawSight sight;
        sight.says = fields.require_text("says");
        const bool otherwise = fields.flag("otherwise", false);
        for (const Tree* need : fields.list("needs")) read_need(*need, sight);
        const bool needs = fields.find("needs") != nullptr && !fields.find("needs")->items.empty();
        if (otherwise && needs)
            report("E658", tree.place, "what is said otherwise can need no piece", "take 'needs' away, or 'otherwise'");
        else if (otherwise && !last)
            report("E658", tree.place, "nothing after this could be seen", "move what is said otherwise to the end");
        else if (!otherwise && last)
            report("E658", tree.place, "nothing is said for when none of this can be seen",
                   "add a last line:  { otherwise: true, says: ... }");
        else if (!otherwise && !needs)
            report("E658", tree.place, "this needs no piece, so it could always be seen",
                   "name the pieces it takes:  needs: [...]");
        fields.finish();
        if (needs) check_order(sight, tree.place);
        jigsaw_.sees.push_back(std::move(sight));
    }

    // The first that fits is seen, so one above that needs no more hides all that need as much.
    void check_order(const JigsawSight& sight, Place place) {
        for (const JigsawSight& above : jigsaw_.sees) {
            const bool hides =
                !above.needs.empty() && std::all_of(above.needs.begin(), above.needs.end(), [&](int piece) {
                    return std::find(sight.needs.begin(), sight.needs.end(), piece) != sight.needs.end();
                });
            if (!hides) continue;
            report("E658", place, "this is never seen: one above it needs no other pieces than this",
                   "write the picture that needs more pieces first");
            return;
        }
    }

    void read_need(const Tree& tree, JigsawSight& sight) {
        const auto name = read_text(tree, "an entry of 'needs'", diagnostics_);
        if (!name) return;
        const auto piece = piece_named(*name);
        if (!piece) {
            std::vector<std::string> known;
            for (const JigsawPiece& one : jigsaw_.pieces) known.push_back(one.id);
            report("E656", tree.place, "there is no piece '" + *name + "'", hint(*name, known, "add it to 'pieces'"));
        } else if (std::find(sight.needs.begin(), sight.needs.end(), *piece) != sight.needs.end()) {
            report("E657", tree.place, "the piece '" + *name + "' is there twice", "name it once");
        } else {
            sight.needs.push_back(*piece);
        }
    }

    const JigsawCases& cases_;
    Diagnostics& diagnostics_;
    Fields root_;
    Jigsaw jigsaw_;
    std::vector<std::string> chair_ids_;  // of the case of each chair
};

}  // namespace

std::vector<std::string> cases_of_jigsaw(const Tree& tree) {
    std::vector<std::string> cases;
    const Tree* chairs = tree.find("chairs");
    if (chairs == nullptr) return cases;
    for (const Tree& chair : chairs->items) {
        const Tree* named = chair.find("case");
        if (named == nullptr || named->kind != Tree::Kind::scalar || !is_id(named->text)) continue;
        if (cases.size() < most_chairs && std::find(cases.begin(), cases.end(), named->text) == cases.end())
            cases.push_back(named->text);
    }
    return cases;
}

std::shared_ptr<const Jigsaw> read_jigsaw(const Tree& tree, const JigsawCases& cases, Diagnostics& diagnostics) {
    if (tree.kind == Tree::Kind::missing) return nullptr;  // could not be read at all, and that was reported
    const auto errors = [&] {
        return std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
    };
    const auto before = errors();
    auto jigsaw = std::make_shared<Jigsaw>(JigsawReader(tree, cases, diagnostics).read());
    for (const JigsawChair& chair : jigsaw->chairs)
        if (!chair.scenario) return nullptr;
    if (errors() > before) return nullptr;
    jigsaw->sha256 = content_hash(tree);
    return jigsaw;
}

}  // namespace ntk
