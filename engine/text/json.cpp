#include "engine/text/json.h"

#include <utility>

#include "engine/text/json_text.h"

namespace ntk {

namespace {

// Prints a value on one line, or over several with two spaces for each level.
class Printer {
  public:
    explicit Printer(bool lines) : lines_(lines) {}

    void operator()(std::monostate) { out_ += "null"; }
    void operator()(bool value) { out_ += value ? "true" : "false"; }
    void operator()(std::int64_t value) { out_ += std::to_string(value); }
    void operator()(const std::string& value) { append_json(out_, value); }

    void operator()(const Json::List& list) {
        open('[');
        for (const Json& item : list) {
            separate();
            std::visit(*this, item.value());
        }
        close(']', list.empty());
    }

    void operator()(const Json::Object& object) {
        open('{');
        for (const auto& [key, value] : object) {
            separate();
            append_json(out_, key);
            out_ += lines_ ? ": " : ":";
            std::visit(*this, value.value());
        }
        close('}', object.empty());
    }

    std::string take() { return std::move(out_); }

  private:
    void open(char bracket) {
        out_ += bracket;
        ++depth_;
    }
    void separate() {
        if (out_.back() != '[' && out_.back() != '{') out_ += ',';
        line();
    }
    void close(char bracket, bool empty) {
        --depth_;
        if (!empty) line();
        out_ += bracket;
    }
    void line() {
        if (lines_) out_ += "\n" + std::string(2 * depth_, ' ');
    }

    bool lines_;
    std::size_t depth_ = 0;
    std::string out_;
};

std::string print(const Json& json, bool lines) {
    Printer printer(lines);
    std::visit(printer, json.value());
    return printer.take();
}

}  // namespace

Json& Json::operator[](const std::string& key) {
    if (std::holds_alternative<std::monostate>(value_)) value_ = Object{};
    return std::get<Object>(value_)[key];
}

void Json::push_back(Json value) {
    if (std::holds_alternative<std::monostate>(value_)) value_ = List{};
    std::get<List>(value_).push_back(std::move(value));
}

std::string Json::canonical() const { return print(*this, false); }

std::string Json::pretty() const { return print(*this, true); }

}  // namespace ntk
