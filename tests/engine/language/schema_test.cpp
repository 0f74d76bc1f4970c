#include "engine/language/schema.h"

#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

TEST_CASE("a fact is found in the kind, its parent and its children") {
    const SmallVocabulary& v = small();
    const Schema& s = v.schema;
    CHECK(s.field_named(v.person, "role") == v.role_of);
    CHECK(s.field_named(v.person, "reachable") == v.reachable);
    CHECK(s.field_named(v.party, "role") == v.role_of);
    CHECK(s.field_named(v.person, "area") == -1);
    CHECK(s.field_named(v.agency, "note") == v.agency_note);
    CHECK(s.field_named(v.item, "role") == -1);
}

TEST_CASE("names lead to their rows") {
    const SmallVocabulary& v = small();
    const Schema& s = v.schema;
    CHECK(s.enum_named("harm") == v.harm);
    CHECK(s.enum_named("harms") == -1);
    CHECK(s.kind_named("agency") == v.agency);
    CHECK(s.root_named("now") == v.now);
    CHECK(s.root_named("items") == -1);  // a plural
    CHECK(s.value_named(v.harm, "likely") == 2);
    CHECK(s.value_named(v.harm, "who") == -1);
    CHECK(s.table_of(v.person) == v.party);
    CHECK(s.table_of(v.item) == v.item);
    CHECK(s.type_name(set_of(v.item)) == "set of item");
    CHECK(s.type_name(boolean()) == "yes or no");
}
