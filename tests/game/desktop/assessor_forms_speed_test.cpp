#include "game/assessor_desk.h"
#include "tests/support/catch.h"

using namespace ntk;
using namespace ntk::desktop;

TEST_CASE("each form of the library is proved for the assessor who chooses one") {
    const std::vector<AssessorForm> forms = open_assessor_desk(NTK_ROOT)->forms();
    REQUIRE(forms.size() == 3);
    for (const AssessorForm& form : forms) {
        INFO(form.title);
        CHECK(form.sound);
        CHECK(form.problems.empty());
        CHECK(form.cases.size() == 8);
        CHECK(form.holds.find("8 cases, ") == 0);
        CHECK(form.proof.find("Proved: the best answers come to 100%, and none of ") == 0);
        CHECK(form.status == "not yet tried with learners");
    }
}
