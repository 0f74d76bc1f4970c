#include "game/desktop/screen_reader/held_keys.h"

#include <algorithm>
#include <utility>

namespace ntk::desktop {

namespace {

constexpr std::chrono::milliseconds patience_for_one(300);
constexpr std::chrono::seconds offence(5);

}  // namespace

void HeldKeys::add(Event event, const KeyTaker& taker, Clock::time_point now) {
    Held held{std::move(event), 0, now};
    if (held.event.stroke.symbol != 0 && now >= not_before_) held.number = taker.offer(held.event.stroke);
    if (held.number != 0) held.until = now + patience_for_one;
    held_.push_back(std::move(held));
}

std::vector<Event> HeldKeys::ready(const KeyTaker& taker, Clock::time_point now) {
    std::vector<Event> all;
    for (; !held_.empty(); held_.pop_front()) {
        Held& first = held_.front();
        std::optional<bool> taken = false;
        if (first.number != 0) {
            taken = taker.answer(first.number);
            if (!taken && now < first.until) break;
            if (!taken) not_before_ = now + offence;
        }
        if (first.event.stroke.symbol != 0 && first.event.stroke.pressed) taken_ = taken.value_or(false);
        const bool typed_by_it = first.event.kind == Event::Kind::typed && taken_;
        if (taken.value_or(false) || typed_by_it || first.event.kind == Event::Kind::stroke) continue;
        all.push_back(std::move(first.event));
    }
    return all;
}

int HeldKeys::patience(Clock::time_point now) const {
    if (held_.empty()) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(held_.front().until - now);
    return std::max(0, static_cast<int>(left.count()));
}

}  // namespace ntk::desktop
