#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/study/cohort/figures.h"

namespace ntk {

// One figure as a reader meets it.
struct FigureLine {
    std::string name;   // "Agreement between the cases (Cronbach's alpha)"
    std::string value;  // "0.71 (0.45 to 0.86)"; "not known" when it is missing
    std::string words;  // what it says and when not to trust it
};

// How many were counted and what was left out, in sentences.
std::vector<std::string> counting_words(const CohortFigures& figures);

std::vector<FigureLine> form_lines(const FormFigures& form);
std::vector<FigureLine> case_lines(const CaseFigures& one);
std::vector<FigureLine> panel_lines(const PanelFigures& panel);
std::vector<FigureLine> growth_lines(const GrowthFigures& growth);

// What an item's figures suggest looking at again; empty when nothing does.
std::string item_words(const ItemFigures& item);
std::string option_words(const OptionFigures& option, const ItemFigures& item);

// "hidden" for a count that may not be shown.
std::string shown_count(const std::optional<int>& count);

// A figure with so many digits and what follows it ("71.5%"); "not known" when it is missing.
std::string shown(const std::optional<double>& value, int digits, const std::string& unit = {});
std::string shown(const std::optional<double>& value, const std::optional<Interval>& interval, int digits,
                  double factor = 1, const std::string& unit = {});

}  // namespace ntk
