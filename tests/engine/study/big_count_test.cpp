#include "engine/study/big_count.h"

#include "tests/support/catch.h"

using namespace ntk;

namespace {

BigCount power(std::uint64_t base, int exponent) {
    BigCount result = 1;
    for (int i = 0; i < exponent; ++i) result *= base;
    return result;
}

}  // namespace

TEST_CASE("small counts are written with commas") {
    CHECK(BigCount().text() == "0");
    CHECK(BigCount(7).text() == "7");
    CHECK(BigCount(999).text() == "999");
    CHECK(BigCount(1'000).text() == "1,000");
    CHECK(BigCount(16'777'216).text() == "16,777,216");
    CHECK(BigCount(1'000'000'000).text() == "1,000,000,000");
    CHECK(BigCount(18'446'744'073'709'551'615U).text() == "18,446,744,073,709,551,615");
}

TEST_CASE("sums carry over every word") {
    BigCount sum = 18'446'744'073'709'551'615U;
    sum += 1;
    CHECK(sum.text() == "18,446,744,073,709,551,616");
    CHECK(sum == power(2, 64));
    BigCount twice = power(2, 127);
    twice += power(2, 127);
    CHECK(twice == power(2, 128));
    CHECK(twice.text() == "340,282,366,920,938,463,463,374,607,431,768,211,456");
    // 2^192 - 1, so that a carry runs through words that are all ones.
    BigCount ones = 0;
    for (int bit = 0; bit < 192; ++bit) ones += power(2, bit);
    ones += 1;
    CHECK(ones == power(2, 192));
    BigCount small = 5;
    small += power(2, 130);
    BigCount large = power(2, 130);
    large += 5;
    CHECK(small == large);
}

TEST_CASE("products of any size are exact") {
    CHECK(power(10, 40).text() == "10,000,000,000,000,000,000,000,000,000,000,000,000,000");
    BigCount factorial = 1;
    for (std::uint64_t n = 2; n <= 40; ++n) factorial *= n;
    CHECK(factorial.text() == "815,915,283,247,897,734,345,611,269,596,115,894,272,000,000,000");
    CHECK(power(3, 100) * power(3, 23) == power(3, 123));
    CHECK((power(2, 300) * BigCount(0)).zero());
    CHECK((power(2, 300) * BigCount(0)).text() == "0");
}

TEST_CASE("counts are in order of size") {
    CHECK(BigCount(3) < BigCount(4));
    CHECK_FALSE(BigCount(4) < BigCount(4));
    CHECK(BigCount(18'446'744'073'709'551'615U) < power(2, 64));
    CHECK(power(2, 128) < power(2, 129));
    CHECK_FALSE(power(3, 100) < power(2, 100));
}
