#include "engine/study/lint/finders.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

// What is said about one line: "1:4 \"PL1 2AB\" looks like a postcode", findings parted by "; ".
std::string found(const std::string& text) {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("x", text);
    find_personal_data(text, source, diagnostics);
    std::string shown;
    for (const Diagnostic& one : diagnostics.all())
        shown += (shown.empty() ? "" : "; ") + std::to_string(one.place.line) + ":" + std::to_string(one.place.column) +
                 " " + one.message;
    return shown;
}

std::string pictures(const std::string& text) {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("x", text);
    find_bare_pictures(text, source, diagnostics);
    return diagnostics.empty() ? "" : diagnostics.all().front().message;
}

}  // namespace

TEST_CASE("an NHS number is known by its check digit") {
    CHECK(found("943 476 5919") == "1:1 \"943 476 5919\" looks like an NHS number");
    CHECK(found("is 9434765919.") == "1:4 \"9434765919\" looks like an NHS number");
    CHECK(found("943-476-5919") == "1:1 \"943-476-5919\" looks like an NHS number");
    CHECK(found("943 476 5918") == "");  // the last digit does not fit
    CHECK(found("9434765919012") == "");
    CHECK(found("1.9434765919") == "");
}

TEST_CASE("telephone numbers of people are found, those of services are not") {
    CHECK(found("Ring 07700 900123 now") == "1:6 \"07700 900123\" looks like a telephone number");
    CHECK(found("(01632) 960 123") == "1:1 \"(01632) 960 123\" looks like a telephone number");
    CHECK(found("+44 7700 900123") == "1:1 \"+44 7700 900123\" looks like a telephone number");
    CHECK(found("Ring 999, 101, 111 or 0800 1111, or 0808 800 5000.") == "");
    CHECK(found("on 2024-09-01 at 14:30, 41 of 100 days") == "");
}

TEST_CASE("National Insurance numbers, postcodes and addresses are found by their shape") {
    CHECK(found("AB 12 34 56 C") == "1:1 \"AB 12 34 56 C\" looks like a National Insurance number");
    CHECK(found("AB123456C") == "1:1 \"AB123456C\" looks like a National Insurance number");
    CHECK(found("QQ 12 34 56 C") == "");  // no one has this prefix
    CHECK(found("AB 12 34 56 E") == "");
    CHECK(found("PL1 2AB, W1A 1AA and SW1A 2AA") ==
          "1:1 \"PL1 2AB\" looks like a postcode; 1:10 \"W1A 1AA\" looks like a postcode; "
          "1:22 \"SW1A 2AA\" looks like a postcode");
    CHECK(found("D10 a, C4 and GR6.4, w1 Thu 08:49, Type 1 diabetes") == "");
    CHECK(found("Write to mia.k@example.org.") == "1:10 \"mia.k@example.org\" looks like an e-mail address");
    CHECK(found("three @ noon, name@home") == "");
}

TEST_CASE("a full date counts only as a date of birth") {
    CHECK(found("Mia was born on 3 May 2018.") == "1:17 \"3 May 2018\" looks like a date of birth");
    CHECK(found("DOB: 03/05/2018") == "1:6 \"03/05/2018\" looks like a date of birth");
    CHECK(found("The letter of 3 May 2018 was late, on 03/05/2018.") == "");
    CHECK(found("born in May") == "");
}

TEST_CASE("places count characters and lines, comments included") {
    CHECK(found("a: b\n# Zo\u00EB\u2019s: PL1 2AB\n") == "2:10 \"PL1 2AB\" looks like a postcode");
}

TEST_CASE("a picture needs words beside it") {
    CHECK(pictures("see house.png") == "the picture \"house.png\" has no words beside it");
    CHECK(pictures("![](house.png)") == "the picture \"house.png\" has no words beside it");
    CHECK(pictures("![ ](pictures/house.svg)") == "the picture \"pictures/house.svg\" has no words beside it");
    CHECK(pictures("![A house without a door](house.png)") == "");
    CHECK(pictures("the .png ending, or house.pngs") == "");
}
