#pragma once

#include <optional>

namespace ntk {

// The probability that a variable of the beta distribution (a, b) is at most x: the regularised incomplete beta
// function, by its continued fraction (Lentz's method). a, b > 0.
double beta_probability(double x, double a, double b);

// The value that an F variable with these degrees of freedom stays under with the given probability. Missing unless the
// probability lies between 0 and 1 and both degrees of freedom are above 0.
std::optional<double> f_quantile(double probability, double df1, double df2);

// The same for Student's t.
std::optional<double> t_quantile(double probability, double df);

// The value a normal variable stays under with probability 0.975: for intervals of 95%.
inline constexpr double z_975 = 1.959963984540054;

}  // namespace ntk
