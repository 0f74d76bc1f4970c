#include "engine/host/store/result_bytes.h"

namespace ntk {

namespace {

constexpr std::uint64_t format_version = 1;
constexpr std::size_t most_scopes = 64;
constexpr std::size_t most_decisions = 4096;
// What no case comes near, and what still can be added up.
constexpr std::int64_t largest_sum = 1'000'000'000'000;
constexpr std::int64_t many = 100'000;

class Writer {
  public:
    void number(std::uint64_t value) {
        while (value >= 0x80U) {
            bytes += static_cast<char>(value | 0x80U);
            value >>= 7U;
        }
        bytes += static_cast<char>(value);
    }
    // Small numbers below nought stay short.
    void signed_number(std::int64_t value) {
        number(static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63U));
    }
    void text(const std::string& value) {
        number(value.size());
        bytes += value;
    }
    void tally(const Tally& value) {
        signed_number(value.earned);
        signed_number(value.lost);
        signed_number(value.offered);
        signed_number(value.opportunities);
    }
    void scopes(const std::vector<ScopeScore>& all) {
        number(all.size());
        for (const ScopeScore& scope : all) {
            text(scope.id);
            text(scope.label);
            tally(scope.tally);
            number(scope.enough ? 1 : 0);
        }
    }
    std::string bytes;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    bool good() const { return good_; }
    bool finished() const { return good_ && at_ == bytes_.size(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) return value;
        }
        good_ = false;
        return 0;
    }
    std::int64_t signed_number() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    }
    std::int64_t up_to(std::int64_t most) {
        const std::int64_t value = signed_number();
        if (value < 0 || value > most) good_ = false;
        return good_ ? value : 0;
    }
    int small() { return static_cast<int>(up_to(many)); }
    std::int64_t sum() { return up_to(largest_sum); }
    std::size_t count(std::size_t most) {
        const std::uint64_t value = number();
        if (value > most) good_ = false;
        return good_ ? static_cast<std::size_t>(value) : 0;
    }
    void text(std::string& into) {
        const std::size_t size = count(bytes_.size() - at_);
        if (size > bytes_.size() - at_) good_ = false;
        if (!good_) return;
        into.assign(bytes_.substr(at_, size));
        at_ += size;
    }
    void skip_text() {
        const std::size_t size = count(bytes_.size() - at_);
        if (size > bytes_.size() - at_) good_ = false;
        if (good_) at_ += size;
    }
    void tally(Tally& into) {
        into.earned = sum();
        into.lost = sum();
        into.offered = sum();
        into.opportunities = small();
    }
    void scopes(std::vector<ScopeScore>& into) {
        into.resize(count(most_scopes));
        for (ScopeScore& scope : into) {
            text(scope.id);
            text(scope.label);
            tally(scope.tally);
            scope.enough = number() != 0;
        }
    }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool good_ = true;
};

}  // namespace

std::string pack_result(const StoredResult& stored) {
    const CaseResult& result = stored.result;
    Writer out;
    out.number(format_version);
    for (const std::string* text : {&result.learner, &result.case_id, &result.case_title, &result.case_version,
                                    &result.case_sha256, &result.rules_sha256, &result.engine, &result.log_sha256})
        out.text(*text);
    out.number((result.assessment ? 1U : 0U) | (result.complete ? 2U : 0U) |
               static_cast<std::uint64_t>(result.outcome) << 2U | static_cast<std::uint64_t>(result.skipped) << 4U);
    out.tally(result.overall);
    for (const auto* scopes : {&result.strands, &result.rules, &result.points}) out.scopes(*scopes);
    const Balance& balance = result.balance;
    for (const int value : {balance.duties, balance.hits, balance.restraints, balance.false_alarms})
        out.signed_number(value);
    out.signed_number(balance.protect_loss);
    out.signed_number(balance.privacy_loss);
    out.number(balance.enough ? 1 : 0);
    for (const int value : {result.criticals.open, result.criticals.gravest_open, result.criticals.gravest_mended})
        out.signed_number(value);
    out.number(result.decisions.size());
    for (const DecisionResult& decision : result.decisions) {
        out.text(decision.node);
        out.text(decision.title);
        out.text(decision.option);
        out.tally(decision.tally);
        out.number(static_cast<std::uint64_t>(decision.band) | (decision.waited_for_consent ? 4U : 0U));
    }
    out.number(stored.rules.size());
    for (const auto& [rule, count] : stored.rules) {
        out.text(rule.first);
        out.signed_number(rule.second);
        out.signed_number(count);
    }
    return std::move(out.bytes);
}

bool unpack_result(std::string_view bytes, StoredResult& into, bool with_rules) {
    Reader in(bytes);
    if (in.number() != format_version) return false;
    CaseResult& result = into.result;
    for (std::string* text : {&result.learner, &result.case_id, &result.case_title, &result.case_version,
                              &result.case_sha256, &result.rules_sha256, &result.engine, &result.log_sha256})
        in.text(*text);
    const std::uint64_t flags = in.number();
    if (flags >> 4U > most_decisions) return false;
    result.assessment = (flags & 1U) != 0;
    result.complete = (flags & 2U) != 0;
    result.outcome = static_cast<Outcome>(flags >> 2U & 3U);
    result.skipped = static_cast<int>(flags >> 4U);
    in.tally(result.overall);
    for (auto* scopes : {&result.strands, &result.rules, &result.points}) in.scopes(*scopes);
    Balance& balance = result.balance;
    for (int* value : {&balance.duties, &balance.hits, &balance.restraints, &balance.false_alarms}) *value = in.small();
    balance.protect_loss = in.sum();
    balance.privacy_loss = in.sum();
    balance.enough = in.number() != 0;
    for (int* value : {&result.criticals.open, &result.criticals.gravest_open, &result.criticals.gravest_mended})
        *value = in.small();
    result.decisions.resize(in.count(most_decisions));
    for (DecisionResult& decision : result.decisions) {
        in.text(decision.node);
        in.text(decision.title);
        in.text(decision.option);
        in.tally(decision.tally);
        const std::uint64_t band = in.number();
        if ((band & 3U) > 2U || band > 7U) return false;
        decision.band = static_cast<DecisionBand>(band & 3U);
        decision.waited_for_consent = (band & 4U) != 0;
    }
    if (!with_rules) return in.good();
    into.rules.clear();
    const std::size_t rules = in.count(most_decisions);
    std::string norm;
    for (std::size_t i = 0; i < rules && in.good(); ++i) {
        in.text(norm);
        const int state = in.small();
        if (state > static_cast<int>(VerdictState::error)) return false;
        into.rules[{norm, state}] = in.small();
    }
    return in.finished();
}

}  // namespace ntk
