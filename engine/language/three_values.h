#pragma once

#include "engine/language/expression.h"

namespace ntk {

// How the three values of Kleene's logic come out of comparisons. `blank` tells that -1 stands for "none written",
// which equals nothing and is neither more nor less than anything.

inline Tri tri(bool value) { return value ? Tri::yes : Tri::no; }
inline Tri opposite(Tri value) { return value == Tri::unknown ? value : tri(value == Tri::no); }
inline Tri truth_of(Number value) { return value.known ? tri(value.value != 0) : Tri::unknown; }
inline bool is_blank(Number value, bool blank) { return blank && value.known && value.value < 0; }

inline Tri same(Number a, Number b, bool blank) {
    if (is_blank(a, blank) || is_blank(b, blank)) return Tri::no;
    return a.known && b.known ? tri(a.value == b.value) : Tri::unknown;
}

inline Tri less(Number a, Number b, bool blank, bool or_equal) {
    if (is_blank(a, blank) || is_blank(b, blank)) return Tri::no;
    if (!a.known || !b.known) return Tri::unknown;
    return tri(or_equal ? a.value <= b.value : a.value < b.value);
}

inline Tri member(Number element, const SetRange& set) {
    if (is_blank(element, true) || set.possible.empty()) return Tri::no;
    if (!element.known) return Tri::unknown;
    const int i = static_cast<int>(element.value);
    if (set.sure.has(i)) return Tri::yes;
    return set.possible.has(i) ? Tri::unknown : Tri::no;
}

inline Tri overlaps(const SetRange& a, const SetRange& b) {
    if (!(a.sure & b.sure).empty()) return Tri::yes;
    return (a.possible & b.possible).empty() ? Tri::no : Tri::unknown;
}

}  // namespace ntk
