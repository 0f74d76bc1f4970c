#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ntk {

// A JSON value for output: integers only, object keys kept in byte order, so that equal values print equal bytes.
class Json {
  public:
    using List = std::vector<Json>;
    using Object = std::map<std::string, Json>;

    Json() = default;  // null
    Json(bool value) : value_(value) {}
    Json(int value) : value_(std::int64_t{value}) {}
    Json(std::int64_t value) : value_(value) {}
    Json(const char* value) : value_(std::string(value)) {}
    Json(std::string_view value) : value_(std::string(value)) {}
    Json(std::string value) : value_(std::move(value)) {}
    Json(List value) : value_(std::move(value)) {}
    Json(Object value) : value_(std::move(value)) {}

    Json& operator[](const std::string& key);  // makes this an object when it is null
    void push_back(Json value);                // makes this a list when it is null
    const std::variant<std::monostate, bool, std::int64_t, std::string, List, Object>& value() const { return value_; }

    std::string canonical() const;  // one line, no insignificant space, keys in byte order, UTF-8 as it is
    std::string pretty() const;     // two-space indentation, for people

  private:
    std::variant<std::monostate, bool, std::int64_t, std::string, List, Object> value_;
};

}  // namespace ntk
