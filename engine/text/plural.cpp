#include <array>

#include "engine/text/said.h"

namespace ntk {

namespace {

using Number = std::size_t;

bool between(Number n, Number from, Number to) { return n >= from && n <= to; }

Number as_english(Number n) { return n == 1 ? 0 : 1; }
Number as_french(Number n) { return n <= 1 ? 0 : 1; }
Number as_chinese(Number) { return 0; }
Number as_czech(Number n) { return n == 1 ? 0 : between(n, 2, 4) ? 1 : 2; }
Number few_or_many(Number n) { return between(n % 10, 2, 4) && !between(n % 100, 12, 14) ? 1 : 2; }
Number as_polish(Number n) { return n == 1 ? 0 : few_or_many(n); }
Number as_russian(Number n) { return n % 10 == 1 && n % 100 != 11 ? 0 : few_or_many(n); }
Number as_romanian(Number n) { return n == 1 ? 0 : n == 0 || between(n % 100, 1, 19) ? 1 : 2; }
Number as_lithuanian(Number n) {
    if (n % 10 == 0 || between(n % 100, 11, 19)) return 2;
    return n % 10 == 1 ? 0 : 1;
}
Number as_arabic(Number n) {
    if (n <= 2) return n;
    return between(n % 100, 3, 10) ? 3 : between(n % 100, 11, 99) ? 4 : 5;
}
Number as_welsh(Number n) { return n <= 3 ? n : n == 6 ? 4 : 5; }
Number as_irish(Number n) {
    if (n == 1 || n == 2) return n - 1;
    return between(n, 3, 6) ? 2 : between(n, 7, 10) ? 3 : 4;
}
Number as_scots_gaelic(Number n) {
    if (n == 1 || n == 11) return 0;
    if (n == 2 || n == 12) return 1;
    return between(n, 3, 10) || between(n, 13, 19) ? 2 : 3;
}

struct PluralRule {
    std::string_view languages;  // between spaces
    Number forms;
    Number (*form)(Number);
};

constexpr std::array<PluralRule, 12> rules = {{
    {" en ", 2, as_english},
    {" fr pt hy ", 2, as_french},
    {" zh ja ko vi th id ms lo my yue ", 1, as_chinese},
    {" cs sk ", 3, as_czech},
    {" pl ", 3, as_polish},
    {" ru uk be hr sr bs ", 3, as_russian},
    {" ro mo ", 3, as_romanian},
    {" lt ", 3, as_lithuanian},
    {" ar ", 6, as_arabic},
    {" cy ", 6, as_welsh},
    {" ga ", 5, as_irish},
    {" gd ", 4, as_scots_gaelic},
}};

const PluralRule& rule_of(std::string_view language) {
    const std::string wanted = " " + std::string(language.substr(0, language.find('-'))) + " ";
    for (const PluralRule& rule : rules)
        if (rule.languages.find(wanted) != std::string_view::npos) return rule;
    return rules.front();
}

}  // namespace

std::size_t plural_forms(std::string_view language) { return rule_of(language).forms; }

std::size_t plural_form(std::string_view language, std::size_t number) { return rule_of(language).form(number); }

}  // namespace ntk
