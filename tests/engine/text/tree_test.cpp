#include "engine/text/tree.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a mapping finds its keys and nothing else") {
    Tree mia;
    mia.kind = Tree::Kind::scalar;
    mia.text = "Mia";
    Tree tree;
    tree.kind = Tree::Kind::mapping;
    tree.entries.push_back({"name", {}, mia});
    tree.entries.push_back({"note", {}, {}});
    REQUIRE(tree.find("name") != nullptr);
    CHECK(tree.find("name")->text == "Mia");
    REQUIRE(tree.find("note") != nullptr);
    CHECK(tree.find("note")->kind == Tree::Kind::missing);
    CHECK(tree.find("nam") == nullptr);
    CHECK(tree.find("Mia") == nullptr);
    CHECK(mia.find("name") == nullptr);
}
