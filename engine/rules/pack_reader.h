#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/text/fields.h"

namespace ntk {

// Builds a RuleBook out of packs: collects what each pack states, applies overlays, then compiles every expression.
class RuleBookBuilder {
  public:
    RuleBookBuilder(std::string as_of, Diagnostics& diagnostics);

    void add(const Tree& pack);                // in stack order
    std::shared_ptr<const RuleBook> finish();  // null when anything is wrong

  private:
    // A norm or duty rule as written, kept until all definitions of the stack are known.
    struct Written {
        const Tree* tree;
        std::string pack;
    };

    void read_header(Fields& root, bool first);
    void read_sources(Fields& root);
    void read_headings(Fields& root);
    void read_deadlines(Fields& root);
    void read_definitions(Fields& root, bool replace);
    void read_overlay(const Tree& op);
    void add_norm(const Tree& tree);
    const Tree* dated(const Tree& by_date, const std::string& what);

    void compile_duties();
    void compile_norm(const Written& written);
    Family compile_family(Fields& fields, const Norm& norm);
    void compile_exception(const Tree& tree, Family& family, const Scope& scope);
    void compile_let(const TreeEntry& entry, Family& family, Scope& scope);
    void compile_repairs(Fields& fields, Family& family, const Scope& scope);
    Measure compile_measure(const Tree& tree, const Scope& scope);
    std::optional<Credit> read_credit(const Tree& tree);
    std::vector<DeadlineStep> compile_deadline(const Tree& tree);
    void compile_zones();
    void derive_class(const Norm& norm, Family& family, const std::string& stated, Place place);
    void check_citation(const std::string& citation, Place place);
    void check_headings();
    void check_explanations(const Norm& norm, const Fields& fields);
    Expression optional(Fields& fields, const char* key, const Scope& scope, Type wanted);

    Diagnostics& diagnostics_;
    std::shared_ptr<RuleBook> book_;
    std::string pack_id_;
    std::vector<Written> norms_, duties_, zones_;
    std::map<std::string, std::vector<std::string>> annotations_;  // norm id -> extra headings
    std::map<std::string, std::vector<const Tree*>> exceptions_;   // norm id -> exceptions that overlays add
    std::vector<std::pair<std::string, std::string>> aliases_;     // old id -> norm that replaces it
    std::map<std::string, const Tree*> deadlines_;
    std::string digest_input_;
};

}  // namespace ntk
