#include "engine/study/cohort/learner_book.h"

#include "tests/support/catch.h"
#include "tests/support/cohort_maker.h"

using namespace ntk;

TEST_CASE("learners are numbered in the order in which they come, whatever they are called") {
    LearnerBook book;
    const std::vector<std::string> names = {"p-0123456789abcdef",
                                            "p-0123456789ABCDEF",
                                            "p-0123456789abcde",
                                            "p-",
                                            "p",
                                            std::string(1, '\1') + "\x01\x23",
                                            "p-0123",
                                            std::string(3'000, 'x')};
    for (int round = 0; round < 2; ++round)
        for (std::uint32_t i = 0; i < names.size(); ++i) CHECK(book.number_of(names[i]) == i);
    CHECK(book.size() == names.size());
}

TEST_CASE("ten thousand learners are known again") {
    LearnerBook book;
    for (std::uint32_t i = 0; i < 10'000; ++i) REQUIRE(book.number_of(made_pseudonym(i * 7)) == i);
    for (std::uint32_t i = 10'000; i-- > 0;) REQUIRE(book.number_of(made_pseudonym(i * 7)) == i);
}
