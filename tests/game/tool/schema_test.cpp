#include "game/tool/schema.h"

#include <algorithm>
#include <filesystem>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

Ran run(std::vector<std::string> words) {
    words.insert(words.begin(), "schema");
    return run_command<tool::SchemaCommand>(std::move(words));
}

}  // namespace

TEST_CASE("schema lists the kinds, prints one and writes all") {
    CHECK(run({}).out.find("scenario           A case\n") == 0);
    const Ran one = run({"plan"});
    CHECK(one.code == 0);
    CHECK(one.out.find("\"$id\": \"urn:needtoknow:plan:1\"") != std::string::npos);

    const TemporaryFolder folder;
    const std::string inner = (folder.path / "schemas").string();
    const Ran all = run({"--out", inner});
    CHECK(all.code == 0);
    CHECK(std::count(all.out.begin(), all.out.end(), '\n') == 17);
    CHECK(whole_file(folder.path / "schemas" / "plan.schema.json") == one.out);
}

TEST_CASE("schema refuses a kind that does not exist and a folder it cannot write to") {
    const Ran refused = run({"letter"});
    CHECK(refused.code == 2);
    CHECK(refused.err.find("there is no kind of file called 'letter'; the kinds are: scenario plan pack") == 0);
    CHECK(run({"plan", "--out", "/proc/none"}).code == 3);
    CHECK(run({"report"}).out.find("urn:needtoknow:report:1") != std::string::npos);
}
