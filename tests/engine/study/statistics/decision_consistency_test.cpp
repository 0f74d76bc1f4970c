#include "engine/study/statistics/decision_consistency.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("Livingston's coefficient grows with the distance of the mean from the cut") {
    CHECK(*livingston(0.6, 100, 70, 70) == Approx(0.6));
    CHECK(*livingston(0.6, 100, 80, 70) == Approx(160.0 / 200));
    CHECK(*livingston(-0.5, 100, 70, 70) == Approx(-0.5));
    CHECK(*livingston(0.6, 0, 80, 70) == Approx(1));
    CHECK_FALSE(livingston(0.6, 0, 70, 70));
}

TEST_CASE("phi of lambda of a hand-worked table") {
    // 3 people x 2 cases: 1 .5 / .5 .5 / .5 0. Mean .5; people 3/4, 1/2, 1/4; cases 2/3, 1/3.
    // Squares: people 2 * 2/16 / 2 = 1/8; cases 3 * 2/36 / 1 = 1/6; the rest 1/12 / 2 = 1/24.
    // Parts: people (1/8 - 1/24) / 2 = 1/24, cases (1/6 - 1/24) / 3 = 1/24, rest 1/24; error 1/24.
    // The mean's own variance: 1/72 + 1/48 + 1/144 = 6/144. Cut 1: 1/4 - 6/144 = 30/144.
    const ScoreTable shares = {{1, 0.5}, {0.5, 0.5}, {0.5, 0}};
    CHECK(*phi_lambda(shares, 1) == Approx((1.0 / 24 + 30.0 / 144) / (1.0 / 24 + 30.0 / 144 + 1.0 / 24)));
    CHECK(*phi_lambda(shares, 0.5) == Approx(0.5));
}

TEST_CASE("phi of lambda is missing where nothing varies at the cut") {
    CHECK_FALSE(phi_lambda({{0.7, 0.7}, {0.7, 0.7}}, 0.7));
    CHECK(*phi_lambda({{0.7, 0.7}, {0.7, 0.7}}, 0.5) == Approx(1));
    CHECK_FALSE(phi_lambda({{0.7, 0.7}}, 0.5));
    CHECK_FALSE(phi_lambda({{0.7}, {0.6}}, 0.5));
    CHECK_FALSE(phi_lambda({}, 0.5));
    CHECK_FALSE(phi_lambda({{1, 0}, {1}}, 0.5));
}

TEST_CASE("those within one error of the cut are counted, the edge included") {
    CHECK(*share_near_cut({60, 65, 70, 75, 80}, 70, 5) == Approx(0.6));
    CHECK(*share_near_cut({60}, 70, 0) == 0);
    CHECK_FALSE(share_near_cut({}, 70, 5));
}
