#include "engine/report/jigsaw_report.h"

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/json_schema.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

JigsawPlayer played(const std::vector<std::string>& choices, bool with_plan = true) {
    return JigsawPlayer(small_jigsaw().jigsaw, played_chairs(choices),
                        with_plan ? small_jigsaw().planned : std::vector<Attempt>{});
}

}  // namespace

TEST_CASE("the picture as text and as a page reads as its golden file says") {
    const JigsawPlayer player = played({"ab", "b", "b"});
    CHECK(differs_from_golden("tests/golden/play/small-family-report.txt", jigsaw_report_text(player)) == "");
    CHECK(differs_from_golden("tests/golden/play/small-family-report.html", jigsaw_report_html(player)) == "");
}

TEST_CASE("the picture as data follows its schema, with a plan and without") {
    const auto schema = nlohmann::json::parse(whole_file("assets/schema/jigsaw-report-1.schema.json"));
    for (const bool with_plan : {true, false})
        for (const std::vector<std::string>& choices :
             {std::vector<std::string>{"aa", "a", "a"}, std::vector<std::string>{"b", "b", "c"}}) {
            const auto json = nlohmann::json::parse(jigsaw_report_json(played(choices, with_plan)).pretty());
            CHECK(schema_findings(json, schema) == "");
            CHECK(json["pieces"][0].contains("planned") == with_plan);
        }
}

TEST_CASE("the data says who sent what at which decision, and whose log it was read from") {
    const auto json = nlohmann::json::parse(jigsaw_report_json(played({"aa", "b", "a"})).canonical());
    const auto& teeth = json["pieces"][0];
    CHECK(teeth["arrived"] == true);
    CHECK(teeth["sent"].dump() ==
          R"([{"case":"small-family-school","decision":"D2","item":"off_food","when":"week 1, Tuesday 12.30"}])");
    CHECK(teeth["kept"].dump() == R"(["small-family-dentist"])");
    CHECK(json["sees"][0]["seen"] == true);
    CHECK(json["chairs"][0]["log_sha256"] != json["chairs"][1]["log_sha256"]);
}

TEST_CASE("the report is the same while somebody looks back at a chair's part") {
    JigsawPlayer player = played({"aa", "b", "a"});
    const std::string before = jigsaw_report_html(player);
    REQUIRE(player.apply(choosing("look-back-1")) == "");
    CHECK(jigsaw_report_html(player) == before);
}
