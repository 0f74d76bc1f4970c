#include "engine/study/case_template.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("marks are filled in once, and what is filled in is left alone") {
    const NewCase names = {"a-case", "Say \"@id@\" \\ now", "A: #role", "2024-02-29"};
    CHECK(fill_template("# @title@\n{ id: @id@, title: @title_text@, role: @role_text@, date: @date@ } a@b @other@ @",
                        names) ==
          "# Say \"@id@\" \\ now\n{ id: a-case, title: \"Say \\\"@id@\\\" \\\\ now\", role: \"A: #role\", "
          "date: 2024-02-29 } a@b @other@ @");
    CHECK(fill_template("", names) == "");
}

TEST_CASE("an id, a title, a role and a date are refused all at once, with what to do") {
    CHECK(naming_problems({"half-a-sandwich", "Half a sandwich", "Teacher", "2024-02-29"}) == "");
    CHECK(naming_problems({"Half\x1B a", " ", std::string(81, 'x'), "2023-02-29"}) ==
          "'Half\xEF\xBF\xBD a' cannot name a case.\n"
          "Use up to 64 small letters, digits and -, a letter first: half-a-sandwich.\n"
          "the title is empty.\n"
          "the role has more than 80 characters.\n"
          "'2023-02-29' is not a day.\nWrite year, month and day: 2024-09-01.\n");
    for (const std::string id : {"", "1st", "-a", "a-", "a_b", "../a", "a/b", "a.b", "\xC3\xA9", "A"}) {
        INFO(id);
        CHECK(case_id_problem(id) != "");
    }
    CHECK(case_id_problem(std::string(64, 'a')) == "");
    CHECK(case_id_problem(std::string(65, 'a')) == "the id has more than 64 characters");
    CHECK(heading_problem("a\nb", "the title") == "the title holds a character that nobody can see");
    CHECK(heading_problem("a\xE2\x80\xAE", "the title") == "the title holds a character that nobody can see");
    CHECK(heading_problem("a\xFF", "the title") == "the title is not UTF-8 text");
    for (const std::string day :
         {"2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00", "1900-02-29", "24-01-01", "2024/01/01"}) {
        INFO(day);
        CHECK_FALSE(is_calendar_day(day));
    }
    CHECK(is_calendar_day("2000-02-29"));
}

TEST_CASE("a title is made from an id") {
    CHECK(title_from_id("half-a-sandwich") == "Half a sandwich");
    CHECK(title_from_id("x") == "X");
}
