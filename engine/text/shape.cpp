#include "engine/text/shape.h"

#include <limits>
#include <utility>

namespace ntk {

const FieldRow* FieldTable::find(std::string_view key) const {
    for (const FieldRow& row : rows)
        if (row.name == key) return &row;
    return nullptr;
}

namespace shape {

namespace {

Shape of(Shape::Kind kind) {
    Shape shape;
    shape.kind = kind;
    return shape;
}

}  // namespace

Shape any() { return of(Shape::Kind::any); }
Shape text() { return of(Shape::Kind::text); }
Shape flag() { return of(Shape::Kind::flag); }

Shape filled_text() {
    Shape shape = of(Shape::Kind::text);
    shape.filled = true;
    return shape;
}

Shape prose(Shape text) {
    text.prose = true;
    return text;
}

Shape string() {
    Shape shape = of(Shape::Kind::text);
    shape.quoted = true;
    return shape;
}

Shape filled_string() {
    Shape shape = string();
    shape.filled = true;
    return shape;
}

Shape digest() {
    Shape shape = string();
    shape.pattern = "^[0-9a-f]{64}$";
    return shape;
}

Shape count() { return number(0, std::numeric_limits<std::int64_t>::max()); }

Shape or_null(Shape shape) {
    shape.or_null = true;
    return shape;
}

Shape matching(std::string pattern) {
    Shape shape = of(Shape::Kind::text);
    shape.pattern = std::move(pattern);
    return shape;
}

Shape id() { return matching("^[A-Za-z0-9_-]{1,64}$"); }

Shape date() { return matching("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"); }

Shape version() { return matching("^(0|[1-9][0-9]{0,5})[.](0|[1-9][0-9]{0,5})[.](0|[1-9][0-9]{0,5})$"); }

Shape condition() { return filled_text(); }

Shape number(std::int64_t least, std::int64_t most) {
    Shape shape = of(Shape::Kind::number);
    shape.least = least;
    shape.most = most;
    return shape;
}

Shape choice(std::vector<std::string> values) {
    Shape shape = of(Shape::Kind::choice);
    shape.values = std::move(values);
    return shape;
}

Shape list(Shape each) {
    Shape shape = of(Shape::Kind::list);
    shape.parts.push_back(std::move(each));
    return shape;
}

Shape filled_list(Shape each) {
    Shape shape = list(std::move(each));
    shape.fewest = 1;
    return shape;
}

Shape range(std::int64_t least, std::int64_t most) {
    Shape shape = list(number(least, most));
    shape.exactly = 2;
    return shape;
}

Shape one_or_more(Shape each) {
    Shape many = list(each);
    return either({std::move(each), std::move(many)});
}

Shape keyed(Shape each, std::string pattern) {
    Shape shape = of(Shape::Kind::keyed);
    shape.parts.push_back(std::move(each));
    shape.pattern = std::move(pattern);
    return shape;
}

Shape keyed(std::vector<FieldRow> keys) {
    Shape shape = keyed(any());
    shape.keys = std::move(keys);
    return shape;
}

Shape mapping(const FieldTable& (*fields)()) {
    Shape shape = of(Shape::Kind::mapping);
    shape.fields = fields;
    return shape;
}

Shape either(std::vector<Shape> parts) {
    Shape shape = of(Shape::Kind::either);
    shape.parts = std::move(parts);
    return shape;
}

}  // namespace shape

}  // namespace ntk
