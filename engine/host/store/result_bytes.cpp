#include "engine/host/store/result_bytes.h"

#include <bit>
#include <cstring>
#include <utility>

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

// Takes numbers and texts from the front. What is wrong is only noted, and told at the end.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}
    bool good() const { return good_; }
    bool finished() const { return good_ && at_ == end_; }

    std::uint64_t number() {
        // Most are of one byte.
        if (at_ != end_ && (*at_ & 0x80) == 0) return static_cast<unsigned char>(*at_++);
        return long_number();
    }
    std::int64_t signed_number() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    }
    std::int64_t up_to(std::int64_t most) {
        const std::int64_t value = signed_number();
        const bool fits = value >= 0 && value <= most;
        good_ = good_ && fits;
        return fits ? value : 0;
    }
    int small() { return static_cast<int>(up_to(many)); }
    std::int64_t sum() { return up_to(largest_sum); }
    std::size_t count(std::size_t most) {
        const std::uint64_t value = number();
        if (value > most) good_ = false;
        return good_ ? static_cast<std::size_t>(value) : 0;
    }
    std::string_view text() {
        if (end_ - at_ > 0) {
            const auto size = static_cast<unsigned char>(*at_);
            if (size < 0x80 && size < end_ - at_) {
                at_ += size + 1;
                return {at_ - size, size};
            }
        }
        const std::size_t size = count(static_cast<std::size_t>(end_ - at_));
        // The number itself took some of what was left.
        if (size > static_cast<std::size_t>(end_ - at_)) good_ = false;
        if (!good_) return {};
        return {std::exchange(at_, at_ + size), size};
    }
    void tally(Tally& into) {
        if (four_at_once(into)) return;
        into.earned = sum();
        into.lost = sum();
        into.offered = sum();
        into.opportunities = small();
    }
    template <class Headings>
    void headings(Headings& into) {
        into.resize(count(most_scopes));
        for (auto& heading : into) {
            heading.id = text();
            heading.label = text();
            tally(heading.tally);
            heading.enough = number() != 0;
        }
    }

  private:
    // Seven bits in each byte, the lowest first; the last has no mark.
    std::uint64_t long_number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && at_ != end_; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0) return value;
        }
        good_ = false;
        return 0;
    }

    // Takes the four numbers of a tally if they stand in the next eight bytes and none is longer than four, as it
    // mostly is. Which of them are nought and which are long is as good as random, so this goes without a jump for
    // each.
    bool four_at_once(Tally& into) {
        if constexpr (std::endian::native != std::endian::little) return false;
        if (end_ - at_ < 8) return false;
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at_, sizeof bytes);
        const std::uint64_t first = ~bytes & 0x8080'8080'8080'8080U;  // where numbers end
        const std::uint64_t second = first & (first - 1), third = second & (second - 1), fourth = third & (third - 1);
        if (fourth == 0) return false;
        const auto number = [&](std::uint64_t before, std::uint64_t ends) {
            return (bytes & (ends ^ (ends - 1))) >> std::countr_zero(before) >> 1U;
        };
        const std::uint64_t earned = bytes & (first ^ (first - 1)), lost = number(first, second);
        const std::uint64_t offered = number(second, third), opportunities = number(third, fourth);
        if ((earned | lost | offered | opportunities) >> 32U != 0) return false;
        // Two numbers side by side in one: the marks between their bytes are closed up in both.
        const auto closed_up = [](std::uint64_t two) {
            two = (two & 0x7f00'7f00'7f00'7f00U) >> 1U | (two & 0x007f'007f'007f'007fU);
            return (two & 0x3fff'0000'3fff'0000U) >> 2U | (two & 0x0000'3fff'0000'3fffU);
        };
        const std::uint64_t sums = closed_up(earned | offered << 32U), rest = closed_up(lost | opportunities << 32U);
        if (((sums | rest) & 0x0000'0001'0000'0001U) != 0 || rest >> 33U > many)
            return false;  // below nought, too many
        into.earned = static_cast<std::int64_t>((sums & 0xffff'ffffU) >> 1U);
        into.lost = static_cast<std::int64_t>((rest & 0xffff'ffffU) >> 1U);
        into.offered = static_cast<std::int64_t>(sums >> 33U);
        into.opportunities = static_cast<int>(rest >> 33U);
        at_ += std::countr_zero(fourth) / 8 + 1;
        return true;
    }

    const char *at_, *end_;
    bool good_ = true;
};

// Reads a CaseResult, which takes the words with it, or a ResultView, which leaves them where they are.
template <class AResult>
bool read_result(Reader& in, AResult& result) {
    if (in.number() != format_version) return false;
    for (auto* text : {&result.learner, &result.case_id, &result.case_title, &result.case_version, &result.case_sha256,
                       &result.rules_sha256, &result.engine, &result.log_sha256})
        *text = in.text();
    const std::uint64_t flags = in.number();
    if (flags >> 4U > most_decisions) return false;
    result.assessment = (flags & 1U) != 0;
    result.complete = (flags & 2U) != 0;
    result.outcome = static_cast<Outcome>(flags >> 2U & 3U);
    result.skipped = static_cast<int>(flags >> 4U);
    in.tally(result.overall);
    for (auto* headings : {&result.strands, &result.rules, &result.points}) in.headings(*headings);
    Balance& balance = result.balance;
    for (int* value : {&balance.duties, &balance.hits, &balance.restraints, &balance.false_alarms}) *value = in.small();
    balance.protect_loss = in.sum();
    balance.privacy_loss = in.sum();
    balance.enough = in.number() != 0;
    for (int* value : {&result.criticals.open, &result.criticals.gravest_open, &result.criticals.gravest_mended})
        *value = in.small();
    result.decisions.resize(in.count(most_decisions));
    for (auto& decision : result.decisions) {
        decision.node = in.text();
        decision.title = in.text();
        decision.option = in.text();
        in.tally(decision.tally);
        const std::uint64_t band = in.number();
        if ((band & 3U) > 2U || band > 7U) return false;
        decision.band = static_cast<DecisionBand>(band & 3U);
        decision.waited_for_consent = (band & 4U) != 0;
    }
    return in.good();
}

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

bool view_result(std::string_view bytes, ResultView& into) {
    Reader in(bytes);
    return read_result(in, into);
}

bool unpack_result(std::string_view bytes, StoredResult& into, bool with_rules) {
    Reader in(bytes);
    if (!read_result(in, into.result)) return false;
    if (!with_rules) return true;
    into.rules.clear();
    const std::size_t rules = in.count(most_decisions);
    std::string norm;
    for (std::size_t i = 0; i < rules && in.good(); ++i) {
        norm = in.text();
        const int state = in.small();
        if (state > static_cast<int>(VerdictState::error)) return false;
        into.rules[{norm, state}] = in.small();
    }
    return in.finished();
}

}  // namespace ntk
