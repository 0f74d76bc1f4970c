#include "tests/support/oracle_facts.h"

#include "engine/casework/clock.h"

namespace ntk::oracle {

namespace {

Tree word(const std::string& text, bool quoted = false) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = text;
    tree.quoted = quoted;
    return tree;
}

Tree list(const Names& names) {
    Tree tree;
    tree.kind = Tree::Kind::list;
    for (const std::string& name : names) tree.items.push_back(word(name));
    return tree;
}

// Builds a mapping and leaves out whatever says nothing.
class Map {
  public:
    Map() { tree_.kind = Tree::Kind::mapping; }
    Map& add(const std::string& key, Tree value) {
        tree_.entries.push_back({key, {}, std::move(value)});
        return *this;
    }
    Map& text(const std::string& key, const std::string& value) {
        return value.empty() ? *this : add(key, word(value));
    }
    Map& names(const std::string& key, const Names& value) { return value.empty() ? *this : add(key, list(value)); }
    Map& flag(const std::string& key, bool value) { return value ? add(key, word("true")) : *this; }
    Map& table(const std::string& key, const std::map<std::string, std::string>& value) {
        if (value.empty()) return *this;
        Map inner;
        for (const auto& [name, text] : value) inner.text(name, text);
        return add(key, inner.done());
    }
    Tree done() const { return tree_; }
    bool empty() const { return tree_.entries.empty(); }

  private:
    Tree tree_;
};

std::string span(int minutes) { return std::to_string(minutes) + "m"; }

Tree person_tree(const Person& p, const std::string& child) {
    Map map;
    map.text("role", p.role);
    if (p.carer_of_child) map.names("carer_of", {child});
    map.flag("unsafe_to_tell", p.unsafe);
    if (!p.reachable) map.text("reachable", "false");
    if (p.agreed) map.text("agreement", "given");
    map.text("consent", p.consent);
    map.names("danger_to", p.danger_to).names("knows", p.knows).names("associates", p.associates);
    map.names("objects_to", p.objects_to);
    return map.done();
}

// Writes a tree as YAML on one line.
std::string flow(const Tree& tree) {
    std::string text;
    switch (tree.kind) {
        case Tree::Kind::missing: return "";
        case Tree::Kind::scalar: return tree.quoted ? "\"" + tree.text + "\"" : tree.text;
        case Tree::Kind::list:
            for (const Tree& item : tree.items) text += (text.empty() ? "" : ", ") + flow(item);
            return "[" + text + "]";
        case Tree::Kind::mapping:
            for (const TreeEntry& entry : tree.entries)
                text += (text.empty() ? "" : ", ") + entry.key + ": " + flow(entry.value);
            return text.empty() ? "{}" : "{ " + text + " }";
    }
    return text;
}

}  // namespace

Tree facts_tree(const Facts& facts) {
    static const char* const needs[] = {"universal", "early_help", "child_in_need", "significant_harm"};
    static const char* const harms[] = {"none", "possible", "likely", "actual", "immediate"};
    Map root;
    root.add("case", Map()
                         .text("need", needs[static_cast<int>(facts.need)])
                         .text("harm", harms[static_cast<int>(facts.harm)])
                         .done());
    Map learner;
    learner.text("sector", "school").text("organisation", facts.organisation).text("route", "direct");
    learner.names("unsure_about", facts.unsure_about);
    std::map<std::string, std::string> advisers;
    for (const Person& p : facts.people)
        if (p.adviser) advisers[p.id] = span(p.answers_in);
    learner.table("advisers", advisers);
    root.add("learner", learner.done());

    const std::string child = facts.people.front().id;
    Map people;
    Map events;
    for (const Person& p : facts.people) {
        Tree tree = person_tree(p, child);
        Names muting;
        for (const Person& other : facts.people)
            if (other.mutes_child) muting.insert(other.id);
        if (p.id == child && !muting.empty()) tree.entries.push_back({"voice_risk", {}, list(muting)});
        people.add(p.id, tree);
        for (const std::string& to : p.objects_to)
            events.add("no_" + p.id + "_" + to, Map().text("kind", "objection").text("by", p.id).text("to", to).done());
    }
    root.add("people", people.done());
    Map agencies;
    for (const Agency& a : facts.agencies) {
        Map map;
        map.text("kind", a.kind).flag("can_act", a.can_act);
        map.names("needs_identity", a.needs_identity);
        if (a.onward_known) map.add("onward_risk", list(a.onward));
        agencies.add(a.id, map.done());
    }
    if (!agencies.empty()) root.add("agencies", agencies.done());
    Map items;
    for (const Item& i : facts.items) {
        Map map;
        map.names("about", i.about).names("identifies", i.identifies);
        if (i.grade != "observed") map.text("grade", i.grade);
        if (i.accuracy != "ok") map.text("accuracy", i.accuracy);
        if (i.category != "ordinary") map.text("category", i.category);
        items.add(i.id, map.table("use", i.use).done());
    }
    if (!items.empty()) root.add("items", items.done());
    Map requests;
    for (const Request& q : facts.requests) {
        Map map;
        map.text("from", q.from).names("items", q.items).flag("purpose_given", q.purpose);
        requests.add(q.id, map.text("due_in", span(q.due_in)).done());
    }
    if (!requests.empty()) root.add("requests", requests.done());
    Map pulls;
    for (const Pull& u : facts.pulls)
        pulls.add(u.id, Map().text("by", u.by).names("to", u.to).names("items", u.items).done());
    if (!pulls.empty()) root.add("pulls", pulls.done());
    if (!events.empty()) root.add("events", events.done());
    return root.done();
}

Tree deed_tree(const Deed& d) {
    Map map;
    if (d.kind == "share" || d.kind == "hand_over") {
        map.add("items", list(d.items)).add("to", list(d.to));
        map.text("basis", d.basis)
            .text("condition", d.condition)
            .text("ground", d.ground)
            .text("form", d.form)
            .names("redact", d.redact);
        map.flag("handling", d.handling).table("labels", d.labels).table("classify", d.classify);
    } else if (d.kind == "withhold" || d.kind == "refuse" || d.kind == "wait") {
        map.names("items", d.items).text("request", d.request).names("from", d.from).text("reason", d.reason);
    } else if (d.kind == "inform") {
        map.add("who", list(d.who)).add("parts", list(d.parts)).names("items", d.items).names("about", d.about);
    } else if (d.kind == "seek_consent") {
        map.add("from", list(d.from)).names("for", d.to).flag("gate", d.gate);
    } else if (d.kind == "seek_agreement") {
        map.add("from", list(d.from)).names("for", d.to);
    } else if (d.kind == "weigh_objection" || d.kind == "override_objection") {
        map.add("of", list(d.who));
    } else if (d.kind == "seek_advice") {
        map.add("from", list(d.from)).names("about", d.topics).flag("identifiable", d.identifiable);
    } else if (d.kind == "record") {
        map.add("parts", list(d.parts)).flag("since_last", d.since_last).flag("marked_late", d.marked_late);
    } else if (d.kind == "explain" || d.kind == "answer") {
        map.add("to", list(d.to)).names("items", d.items).text("request", d.request);
    } else if (d.kind == "check") {
        map.add("with", list(d.from)).names("items", d.items);
    } else if (d.kind == "gather") {
        map.add("items", list(d.items));
    } else if (d.kind == "assume") {
        map.text("that", d.that);
    } else if (d.kind == "recall" || d.kind == "notify_leak" || d.kind == "apologise" || d.kind == "correct") {
        map.names("items", d.items).names("to", d.to).names("who", d.who);
    } else if (d.kind == "safety_plan") {
        map.names("of", d.who);
    } else if (d.kind == "engage_child") {
        map.add("apart", word("true"));
    } else if (d.kind == "engage") {
        map.add("who", list(d.who)).names("parts", d.parts);
    }
    return Map().add(d.kind, map.done()).done();
}

std::string as_yaml(const Story& story, const std::map<std::string, std::string>& expect) {
    static const char* const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    std::string text = "pack: plymouth\ntests:\n  - name: found by comparing two testers\n";
    for (const TreeEntry& part : facts_tree(story.facts).entries)
        text += "    " + part.key + ": " + flow(part.value) + "\n";
    text += "    steps:\n";
    for (const Step& step : story.steps) {
        const int day = step.minutes / 1440;
        const std::string clock = std::to_string(100 + step.minutes % 1440 / 60).substr(1) + ":" +
                                  std::to_string(100 + step.minutes % 60).substr(1);
        text += "      - at: \"w" + std::to_string(day / 7 + 1) + " " + days[day % 7] + " " + clock + "\"\n";
        if (!step.offers.empty()) text += "        offers: " + flow(list(step.offers)) + "\n";
        text += "        does:\n";
        for (const Deed& deed : step.deeds) text += "          - " + flow(deed_tree(deed)) + "\n";
        if (step.deeds.empty()) text.back() = ' ', text += "[]\n";
    }
    text += "    finally: { ";
    bool first = true;
    for (const auto& [norm, verdict] : expect) text += (first ? "" : ", ") + norm + ": " + verdict, first = false;
    return text + " }\n";
}

}  // namespace ntk::oracle
