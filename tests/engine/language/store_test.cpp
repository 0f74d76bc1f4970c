#include "engine/language/store.h"

#include "tests/support/catch.h"
#include "tests/support/small_case.h"

using namespace ntk;
using namespace ntk::testing;

TEST_CASE("person and agency share the table of parties") {
    const SmallVocabulary& v = small();
    const SmallCase c;
    CHECK(c.store.count(v.party) == 6);
    CHECK(c.store.count(v.person) == 6);
    CHECK(c.store.all(v.person).count() == 4);
    CHECK(c.store.all(v.agency) == (Bits::of(c.desk) | Bits::of(c.police)));
    CHECK(c.store.all(v.party) == Bits::first(6));
    CHECK(c.store.find(v.agency, "Nel") == c.nel);
    CHECK(c.store.find(v.item, "Nel") == -1);
    CHECK(c.store.name(v.person, c.desk) == "Desk");
    CHECK(c.store.is(c.desk, v.agency));
    CHECK_FALSE(c.store.is(c.desk, v.person));
}

TEST_CASE("a new entity is visible and has its defaults; facts of another kind are blank") {
    const SmallVocabulary& v = small();
    Store store(v.schema);
    const int robin = store.add(v.person, "Robin");
    const int desk = store.add(v.agency, "Desk");
    CHECK(store.shown(v.party, robin));
    CHECK(store.known(v.role_of, robin));
    CHECK(store.number(v.role_of, robin) == 0);
    CHECK(store.number(v.partner, robin) == -1);
    CHECK(store.set(v.danger_to, robin).empty());
    CHECK(store.number(v.role_of, desk) == -1);
    CHECK(store.number(v.unsafe, desk) == 0);
    CHECK(store.number(v.area, desk) == -1);
    CHECK(store.since(v.role_of, robin) == 0);
}

TEST_CASE("facts are put, forgotten and dated") {
    const SmallVocabulary& v = small();
    SmallCase c;
    c.store.put(v.age, c.bob, std::int64_t{41});
    c.store.learned(v.age, c.bob, 90);
    CHECK(c.store.number(v.age, c.bob) == 41);
    CHECK(c.store.since(v.age, c.bob) == 90);
    CHECK(c.store.since(v.age, c.ann) == 0);
    CHECK(c.store.since(v.age, c.nel) == 0);
    c.store.forget(v.age, c.bob);
    CHECK_FALSE(c.store.known(v.age, c.bob));
    CHECK(c.store.known(v.age, c.ann));
    c.store.put(v.age, c.bob, std::int64_t{42});
    CHECK(c.store.known(v.age, c.bob));
    c.store.put(v.danger_to, c.ann, Bits::of(c.nel));
    CHECK(c.store.set(v.danger_to, c.ann) == Bits::of(c.nel));
    CHECK(c.store.set(v.danger_to, c.bob) == Bits::of(c.nel));
}

TEST_CASE("indexed facts keep a value for each key") {
    const SmallVocabulary& v = small();
    SmallCase c;
    CHECK(c.store.number(v.use_by, c.rumour, c.police) == 0);
    c.store.put(v.use_by, c.rumour, 100, std::int64_t{2});  // a far key moves the others about
    c.store.put(v.shown_to, c.rumour, c.police, Bits::of(c.ann));
    CHECK(c.store.number(v.use_by, c.rumour, 100) == 2);
    CHECK(c.store.number(v.use_by, c.rumour, 99) == 0);
    CHECK(c.store.number(v.use_by, c.rumour, 127) == 0);
    CHECK(c.store.number(v.use_by, c.letter, c.desk) == 2);
    CHECK(c.store.number(v.use_by, c.photo, c.desk) == 1);
    CHECK(c.store.number(v.use_by, c.photo, c.police) == 0);
    CHECK(c.store.set(v.shown_to, c.rumour, c.police) == Bits::of(c.ann));
    CHECK(c.store.set(v.shown_to, c.letter, c.desk) == Bits::of(c.ann));
    CHECK(c.store.set(v.shown_to, c.photo, c.desk).empty());
}

TEST_CASE("hiding and showing an entity") {
    const SmallVocabulary& v = small();
    SmallCase c;
    c.store.show(v.party, c.nel, false);
    CHECK_FALSE(c.store.shown(v.person, c.nel));
    CHECK_FALSE(c.store.all(v.person).has(c.nel));
    CHECK_FALSE(c.store.all(v.party).has(c.nel));
    c.store.show(v.person, c.nel, true);
    CHECK(c.store.all(v.party).has(c.nel));
    CHECK_FALSE(c.store.all(v.agency).has(c.nel));
}

TEST_CASE("a copy of a store goes its own way") {
    const SmallVocabulary& v = small();
    const SmallCase c;
    Store copy = c.store;
    copy.put(v.case_harm, 0, std::int64_t{0});
    copy.put(v.use_by, c.letter, c.desk, std::int64_t{0});
    copy.put_root(v.child, std::int64_t{c.ann});
    copy.forget(v.age, c.ann);
    copy.add(v.item, "note");
    CHECK(c.store.number(v.case_harm, 0) == 2);
    CHECK(c.store.number(v.use_by, c.letter, c.desk) == 2);
    CHECK(c.store.root_number(v.child) == c.robin);
    CHECK(c.store.known(v.age, c.ann));
    CHECK(c.store.count(v.item) == 3);
    CHECK(c.store.root_set(v.acts) == Bits::of(c.share));
}

TEST_CASE("a full table of 128 entities") {
    const SmallVocabulary& v = small();
    Store store(v.schema);
    for (int i = 0; i < 128; ++i) store.add(v.item, "i" + std::to_string(i));
    store.put(v.about, 127, Bits::of(127));
    CHECK(store.all(v.item).count() == 128);
    CHECK(store.set(v.about, 127).has(127));
    std::vector<int> members;
    (Bits::of(0) | Bits::of(63) | Bits::of(64) | Bits::of(127)).for_each([&](int i) { members.push_back(i); });
    CHECK(members == std::vector<int>{0, 63, 64, 127});
}
