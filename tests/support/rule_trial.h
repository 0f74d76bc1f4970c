#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/casework/reader.h"
#include "engine/rules/judge.h"
#include "engine/rules/rule_book.h"

namespace ntk {

// A small rule pack: header, one source and one heading, then `parts` as YAML ("define:", "duties:", "norms:" ...).
std::string small_pack(const std::string& parts);

// The rules of small_pack; fails the test when there is any finding.
std::shared_ptr<const RuleBook> small_book(const std::string& parts);

// Every finding on small_pack, rendered; empty when it reads well.
std::string small_book_problems(const std::string& parts);

// One entry of "norms:" with all that the reader insists on; `body` says what the test is about, line by line. What
// `body` writes itself is not filled in.
std::string norm_entry(const std::string& id, const std::string& body);

// One learner's way through a small case: facts, scenes and acts as YAML text, verdicts as short text.
class Trial {
  public:
    // Requests, pulls, events and everything named in `later` stay hidden until a scene reveals them.
    Trial(std::shared_ptr<const RuleBook> rules, const std::string& facts, const std::vector<std::string>& later = {});

    Trial(const Trial&) = delete;  // the reader refers to the opening facts
    Trial& operator=(const Trial&) = delete;

    // Comes to a scene: "w1 Mon 10:00" or "+1h" or "+1d 09:30". `scene` may hold reveals, changes, story, offers,
    // standing and `decision: false`.
    void at(const std::string& moment, const std::string& scene = {});
    void does(const std::string& acts);  // "- record: { parts: [reason] }", one line each
    void skips(const std::string& acts) { judge.skip(this->acts(acts)); }  // and somebody else does this
    void step(const std::string& moment, const std::string& acts) { at(moment), does(acts); }
    void close() { judge.close(); }

    std::vector<Act> acts(const std::string& text);
    const Store& facts() const { return judge.case_file().facts(); }

    // The verdicts on a norm, in the order they arose: "kept, breached 1/2".
    std::string states(const std::string& norm) const;
    // The only verdict on a norm; fails the test when there is none, or more than one.
    Verdict only(const std::string& norm) const;

    Store opening;  // before the judge, which keeps its own
    Diagnostics diagnostics;
    CaseReader reader;
    Judge judge;

  private:
    Store read_opening(const std::string& facts, const std::vector<std::string>& later);
    int now_ = 0;
};

std::string verdict_text(const Verdict& verdict);

// All that a judge says, byte for byte: one line for each verdict.
std::string all_text(const std::vector<Verdict>& verdicts);

}  // namespace ntk
