#include "engine/text/json_table.h"

#include "tests/support/catch.h"

using namespace ntk;

namespace {

const FieldTable& letter_fields() {
    static const FieldTable table{"letter",
                                  {{"to", shape::filled_string(), shape::needed, "Who gets it."},
                                   {"pages", shape::number(1, 9), false, "How long it is."}}};
    return table;
}

const FieldTable& post_fields() {
    static const FieldTable table{"post",
                                  {{"kind", shape::choice({"first", "second"}), shape::needed, "Which class."},
                                   {"sent", shape::flag(), false, "Whether it went."},
                                   {"weight", shape::or_null(shape::count()), false, "In grams."},
                                   {"letters", shape::list(shape::mapping(letter_fields)), false, "What is in it."},
                                   {"by", shape::keyed(shape::mapping(letter_fields)), false, "By street."}}};
    return table;
}

const FieldTable& sent_parcel() {
    static const FieldTable table{
        "sent parcel",
        {{"sent", shape::flag(), shape::needed, "Whether it went."}, {"day", shape::string(), true, "When."}}};
    return table;
}

const FieldTable& parcel() {
    static const FieldTable table{
        "parcel", {{"sent", shape::flag(), shape::needed, "Whether it went."}}, {{"sent", "true", sent_parcel}}};
    return table;
}

}  // namespace

TEST_CASE("another table takes over where a field says so") {
    Json kept, sent;
    kept["sent"] = false;
    sent["sent"] = true;
    CHECK(json_misfits(kept, parcel()).empty());
    CHECK(json_misfits(sent, parcel()) == std::vector<std::string>{"/day is missing"});
    sent["day"] = "Monday";
    CHECK(json_misfits(sent, parcel()).empty());
    kept["day"] = "Monday";
    CHECK(json_misfits(kept, parcel()) == std::vector<std::string>{"/day is not in the table"});
}

TEST_CASE("a document that its table knows goes through unchanged") {
    Json post, letter;
    letter["to"] = "Kay";
    letter["pages"] = 9;
    post["kind"] = "second";
    post["sent"] = true;
    post["weight"] = Json();
    post["letters"].push_back(letter);
    post["by"]["High Street"] = letter;
    CHECK(json_misfits(post, post_fields()).empty());
    CHECK(by_table(post, post_fields()).canonical() == post.canonical());
}

TEST_CASE("whatever a document has otherwise than its table is named with the way to it") {
    Json post, letter;
    letter["to"] = " ";
    letter["pages"] = 10;
    letter["stamp"] = "red";
    post["sent"] = "yes";
    post["weight"] = -1;
    post["letters"].push_back(letter);
    post["by"] = 3;
    CHECK(json_misfits(post, post_fields()) ==
          std::vector<std::string>{"/by is no mapping", "/letters/0/pages is no such number",
                                   "/letters/0/stamp is not in the table", "/letters/0/to is no such text",
                                   "/sent is no true or false", "/weight is no such number", "/kind is missing"});
    Json other;
    other["kind"] = "third";
    other["letters"] = Json::Object{};
    CHECK(json_misfits(other, post_fields()) ==
          std::vector<std::string>{"/kind is none of the choices", "/letters is no list"});
    CHECK(json_misfits(Json(1), post_fields()) == std::vector<std::string>{" is no mapping"});
}
