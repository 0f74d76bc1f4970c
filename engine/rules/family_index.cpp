#include "engine/rules/family_index.h"

#include <algorithm>

#include "engine/casework/vocabulary.h"
#include "engine/rules/norm.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// Collects what expressions of one family read, with the lets they use filled in.
class Gatherer {
  public:
    explicit Gatherer(const Family& family) : family_(family) {
        for (const auto& [name, value] : family.lets) lets_.push_back(with_lets(reads_of(value, v().schema)));
    }

    Cells operator()(std::initializer_list<const Expression*> expressions) const {
        Cells cells;
        for (const Expression* expression : expressions) cells.add(with_lets(reads_of(*expression, v().schema)));
        return cells;
    }

    bool uses_lets(const Expression& expression) const {
        const Reads reads = reads_of(expression, v().schema);
        return std::any_of(reads.variables.begin(), reads.variables.end(), [&](int slot) { return is_let(slot); });
    }

  private:
    bool is_let(int slot) const {
        const auto let = static_cast<std::size_t>(slot);
        return let >= first_let(family_) && let < first_let(family_) + family_.lets.size();
    }

    Cells with_lets(const Reads& reads) const {
        Cells cells = reads.cells;
        for (const int slot : reads.variables)
            if (is_let(slot))
                if (const std::size_t let = static_cast<std::size_t>(slot) - first_let(family_); let < lets_.size())
                    cells.add(lets_[let]);
        return cells;
    }

    const Family& family_;
    std::vector<Cells> lets_;
};

}  // namespace

FamilyIndex index_of(const Family& family) {
    const Gatherer gather(family);
    FamilyIndex index;
    index.lets_in_trigger = gather.uses_lets(family.when);
    index.trigger = gather({&family.when});
    index.opening = gather({&family.bound.domain, &family.when});
    index.moment = gather({&family.moment});

    Cells excuses;
    Cells late;
    for (const Exception& exception : family.unless) {
        excuses.add(gather({&exception.when}));
        if (exception.late) late.add(gather({&exception.when}));
    }
    Cells done = gather({&family.demand, &family.measure.got, &family.measure.whole, &family.measure.heavy});
    for (const Check& check : family.measure.checks) done.add(gather({&check.when}));
    for (const auto& [when, credit] : family.measure.steps) done.add(gather({&when}));

    index.asked = gather({&family.each.domain});
    index.asked.add(done);
    index.asked.add(excuses);
    index.forbidden = gather({&family.forbidden});
    index.forbidden.add(done);
    index.forbidden.add(excuses);
    index.mending = late;
    for (const RepairStep& step : family.repair) {
        index.mending.add(gather({&step.when}));
        if (step.of_measure) index.mending.add(index.asked);
    }

    const BoundQuestion kinds{v().root_acts, v().act_kind_};
    std::vector<MemberBound> lets(first_let(family));
    for (const auto& [name, value] : family.lets)
        lets.push_back(value.type().is_set() ? bound_of(value, kinds, lets) : std::nullopt);
    index.acts_of_lets.assign(lets.begin() + static_cast<std::ptrdiff_t>(first_let(family)), lets.end());
    index.acts_of_moment = bound_of(family.moment, kinds, lets);
    index.acts_forbidden = bound_of(family.forbidden, kinds, lets);
    return index;
}

Cells reads_of(const DutyRule& rule) {
    Cells cells;
    for (const Expression* expression : {&rule.per.domain, &rule.when, &rule.to.domain, &rule.items})
        cells.add(reads_of(*expression, v().schema).cells);
    const Schema& schema = v().schema;
    cells.add(static_cast<std::size_t>(v().duty_due));
    cells.add(static_cast<std::size_t>(v().duty_request));
    cells.add(schema.fields.size() + static_cast<std::size_t>(v().duty));
    return cells;
}

}  // namespace ntk
