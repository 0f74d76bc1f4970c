#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/study/lint/case_texts.h"
#include "engine/text/tree.h"

namespace ntk {

// All names written anywhere in a case but in prose: in acts, lists, conditions and changes. To bring something to
// light, to raise a flag or to describe an entity under its own name is not to use it.
class NamesRead {
  public:
    NamesRead(const Tree& scenario, const std::vector<CaseText>& texts);

    bool has(const std::string& name) const { return names_.count(name) != 0; }
    // In an ending's bounds or a condition on the way taken.
    bool has_condition(const std::string& name) const { return conditions_.count(name) != 0; }

  private:
    void walk(const Tree& tree, const std::string& key);
    void read(const std::string& text, const std::string& key);

    std::set<const Tree*> prose_;
    std::set<std::string> names_, conditions_;
    std::string section_;
    std::string own_;  // the entity being described: naming itself does not count
};

}  // namespace ntk
