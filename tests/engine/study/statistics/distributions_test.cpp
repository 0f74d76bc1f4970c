#include "engine/study/statistics/distributions.h"

#include "tests/support/catch.h"

using namespace ntk;

// Values from the tables of critical values in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.
TEST_CASE("quantiles of t and F agree with the printed tables") {
    CHECK(*t_quantile(0.975, 1) == Approx(12.706).epsilon(1e-4));
    CHECK(*t_quantile(0.975, 9) == Approx(2.262).epsilon(1e-3));
    CHECK(*t_quantile(0.95, 30) == Approx(1.697).epsilon(1e-3));
    CHECK(*t_quantile(0.025, 9) == Approx(-2.262).epsilon(1e-3));
    CHECK(*f_quantile(0.95, 5, 10) == Approx(3.326).epsilon(1e-3));
    CHECK(*f_quantile(0.95, 1, 1) == Approx(161.448).epsilon(1e-4));
    CHECK(*f_quantile(0.99, 10, 20) == Approx(3.368).epsilon(1e-3));
    CHECK(*t_quantile(0.975, 1e7) == Approx(z_975).epsilon(1e-5));
}

TEST_CASE("quantiles with a closed form") {
    CHECK(*f_quantile(0.5, 6, 6) == Approx(1).epsilon(1e-12));  // the median of F(n, n)
    CHECK(*f_quantile(0.9, 2, 2) == Approx(9).epsilon(1e-12));  // p / (1 - p)
    CHECK(*t_quantile(0.75, 1) == Approx(1).epsilon(1e-12));    // Cauchy: tan(pi / 4)
    CHECK(*t_quantile(0.5, 3) == 0);
    CHECK(*f_quantile(0.025, 11, 77) == Approx(1 / *f_quantile(0.975, 77, 11)).epsilon(1e-12));
    CHECK(beta_probability(0.3, 1, 1) == Approx(0.3).epsilon(1e-14));
    CHECK(beta_probability(0.5, 2, 3) == Approx(11.0 / 16).epsilon(1e-14));
    CHECK(beta_probability(-1, 2, 3) == 0);
    CHECK(beta_probability(1, 2, 3) == 1);
}

TEST_CASE("there is no quantile of nothing") {
    CHECK_FALSE(f_quantile(0, 1, 1));
    CHECK_FALSE(f_quantile(1, 1, 1));
    CHECK_FALSE(f_quantile(0.5, 0, 1));
    CHECK_FALSE(t_quantile(0.975, 0));
}
