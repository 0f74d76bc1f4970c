#include "engine/text/json.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using namespace ntk;

namespace {

Json sample() {
    Json json;
    json["zebra"] = 1;
    json["apple"].push_back("text");
    json["apple"].push_back(true);
    json["apple"].push_back(Json{});
    json["apple"].push_back(std::numeric_limits<std::int64_t>::min());
    json["Empty"]["list"] = Json::List{};
    json["Empty"]["object"] = Json::Object{};
    return json;
}

}  // namespace

TEST_CASE("canonical JSON is one line with its keys in byte order") {
    CHECK(sample().canonical() ==
          R"({"Empty":{"list":[],"object":{}},"apple":["text",true,null,-9223372036854775808],"zebra":1})");
    CHECK(Json{}.canonical() == "null");
    CHECK(Json(false).canonical() == "false");
}

TEST_CASE("pretty JSON is indented by two spaces") {
    CHECK(sample().pretty() == R"({
  "Empty": {
    "list": [],
    "object": {}
  },
  "apple": [
    "text",
    true,
    null,
    -9223372036854775808
  ],
  "zebra": 1
})");
}

TEST_CASE("texts are escaped as JSON asks and otherwise left as they are") {
    CHECK(Json("a\"b\\c/\b\f\n\r\t\x01\x1F é € 😀").canonical() == R"("a\"b\\c/\b\f\n\r\t\u0001\u001f é € 😀")");
    CHECK(Json(std::string("\0", 1)).canonical() == R"("\u0000")");
    CHECK(Json("\xFFz\xC3").canonical() == "\"\uFFFDz\uFFFD\"");
}

TEST_CASE("another JSON library reads back what was written") {
    std::string every_character;
    for (int c = 1; c < 128; ++c) every_character += static_cast<char>(c);
    Json json = sample();
    json["\"key\"\n"] = every_character;
    for (const std::string& text : {json.canonical(), json.pretty()}) {
        const nlohmann::json read = nlohmann::json::parse(text);
        CHECK(read.at("\"key\"\n") == every_character);
        CHECK(read.at("apple").at(3) == std::numeric_limits<std::int64_t>::min());
        CHECK(read.dump() == json.canonical());
    }
}
