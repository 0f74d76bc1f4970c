#include "engine/rules/rule_book.h"

namespace ntk {

const Norm* RuleBook::norm(const std::string& id) const {
    for (const Norm& norm : norms_)
        if (norm.id == id) return norm.alias_of.empty() || norm.alias_of == id ? &norm : this->norm(norm.alias_of);
    return nullptr;
}

const Heading* RuleBook::heading(const std::string& id) const {
    for (const Heading& heading : headings_)
        if (heading.id == id) return &heading;
    return nullptr;
}

const Source* RuleBook::source(const std::string& citation) const {
    const std::string id = citation.substr(0, citation.find('#'));
    for (const Source& source : sources_)
        if (source.id == id) return &source;
    return nullptr;
}

std::string RuleBook::citation_text(const std::string& citation) const {
    const Source* found = source(citation);
    if (found == nullptr) return citation;
    const std::string document = found->title + ", " + found->by + ", " + found->published;
    const std::size_t hash = citation.find('#');
    if (hash == std::string::npos) return document;
    const auto part = found->parts.find(citation.substr(hash + 1));
    return part == found->parts.end() ? document : part->second + " (" + document + ")";
}

}  // namespace ntk
