#include "engine/study/least_used.h"

#include <vector>

namespace ntk {

Move LeastUsed::choose(const Attempt& attempt) {
    const Node& node = *attempt.node();
    if (!node.composes.empty() && (node.options.empty() || dice_.roll(4) == 0)) {
        Move form = answer(attempt);
        if (!form.id.empty() || node.options.empty()) return form;
    }
    std::vector<std::size_t> least;
    long fewest = 0;
    for (std::size_t i = 0; i < node.options.size(); ++i) {
        const long used = used_[{node.id, node.options[i].id}];
        if (!least.empty() && used > fewest) continue;
        if (least.empty() || used < fewest) least.clear();
        fewest = used;
        least.push_back(i);
    }
    const Option& chosen = node.options[least[dice_.roll(least.size())]];
    ++used_[{node.id, chosen.id}];
    return option_move(chosen);
}

Move LeastUsed::answer(const Attempt& attempt) {
    const auto& forms = attempt.node()->composes;
    for (int tries = 0; tries < 1'000; ++tries) {
        const Move move = random_answers(attempt, forms[dice_.roll(forms.size())], dice_);
        Attempt tried = attempt;
        if (tried.compose(move.id, move.answers).empty()) return move;
    }
    return {};
}

}  // namespace ntk
