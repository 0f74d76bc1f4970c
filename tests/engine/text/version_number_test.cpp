#include "engine/text/version_number.h"

#include <regex>

#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"
#include "engine/text/shape.h"
#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a version is three numbers with points, to the reader as to the schema") {
    const std::regex pattern(shape::version().pattern);
    const auto taken = [](const std::string& written) {
        Diagnostics diagnostics;
        Tree version;
        version.kind = Tree::Kind::scalar;
        version.text = written;
        Tree head;
        head.kind = Tree::Kind::mapping;
        head.entries.push_back({"version", {}, version});
        Fields fields(head, "the head", diagnostics);
        CHECK(require_version(fields, diagnostics) == written);
        CHECK(diagnostics.all().size() <= 1);
        for (const Diagnostic& one : diagnostics.all()) CHECK(one.code == "E629");
        return diagnostics.all().empty();
    };
    for (const char* good : {"0.1.0", "1.0.0", "1.10.2", "999999.0.999999"}) {
        INFO(good);
        CHECK(taken(good));
        CHECK(std::regex_match(good, pattern));
    }
    for (const char* bad : {"1", "1.0", "v1", "1.0.0.0", "1.0.0-rc", "01.0.0", "1.00.0", "1.0.", "1..0", ".1.0.0",
                            "1.0.0 ", "1000000.0.0", "-1.0.0", "1,0,0"}) {
        INFO(bad);
        CHECK_FALSE(taken(bad));
        CHECK_FALSE(std::regex_match(bad, pattern));
    }
}
