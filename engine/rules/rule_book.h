#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/rules/norm.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

struct PackId {
    std::string id, version;
};

// The merged rules of a stack of packs at one date: definitions, duties, norms, zones and parameters. Immutable.
class RuleBook {
  public:
    const std::vector<PackId>& stack() const { return stack_; }
    const std::string& as_of() const { return as_of_; }
    const std::string& sha256() const { return sha256_; }
    const Definitions& definitions() const { return definitions_; }
    const std::vector<DutyRule>& duties() const { return duties_; }
    const std::vector<Norm>& norms() const { return norms_; }
    const std::vector<Zone>& zones() const { return zones_; }
    const std::vector<Heading>& headings() const { return headings_; }
    const Norm* norm(const std::string& id) const;  // null when there is none; follows aliases
    const Heading* heading(const std::string& id) const;
    const Source* source(const std::string& citation) const;  // "dfe24#r5" -> its source
    std::string citation_text(
        const std::string& citation) const;  // "Golden rule 5 (Information sharing: ..., DfE, 2024)"
    const PassRule& pass_rule() const { return pass_rule_; }

  private:
    friend class RuleBookBuilder;
    std::vector<PackId> stack_;
    std::string as_of_, sha256_;
    Definitions definitions_;
    std::vector<DutyRule> duties_;
    std::vector<Norm> norms_;
    std::vector<Zone> zones_;
    std::vector<Heading> headings_;
    std::vector<Source> sources_;
    PassRule pass_rule_;
};

// Reads and merges packs, in stack order (base first), as they stood on `as_of` ("2024-09-01"); reports every fault and
// returns nothing when there is one.
std::shared_ptr<const RuleBook> read_rule_book(const std::vector<const Tree*>& packs, const std::string& as_of,
                                               Diagnostics& diagnostics);

}  // namespace ntk
