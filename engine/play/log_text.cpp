#include "engine/play/log_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/play/views.h"
#include "engine/text/json_text.h"

namespace ntk {

namespace {

const Vocabulary& v() {
    static const Vocabulary& known = vocabulary();  // asked for so often that finding it counts
    return known;
}

class ActText {
  public:
    ActText(std::string& line, const Act& act, const Scenario& scenario)
        : line_(line), act_(act), scenario_(scenario) {}

    void write() {
        // Fields by name, those kept for each of several things by the name of the thing; the last word counts.
        std::vector<Field> fields;
        for (const Setting& setting : act_.settings) {
            const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(setting.fact)];
            fields.push_back({name_of(setting.fact),
                              setting.key < 0 ? std::string_view() : entity(info.index, setting.key), &setting, &info});
        }
        std::stable_sort(fields.begin(), fields.end(), [](const Field& a, const Field& b) {
            return a.name != b.name ? a.name < b.name : a.key < b.key;
        });
        line_ += '{';
        append_json(
            line_,
            v().schema.enums[static_cast<std::size_t>(v().act_kind)].values[static_cast<std::size_t>(act_.kind)]);
        line_ += ":{";
        bool inside = false;  // of the braces of a field kept for each of several things
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const Field& field = fields[i];
            const bool last_of_name = i + 1 == fields.size() || fields[i + 1].name != field.name;
            if (!last_of_name && fields[i + 1].key == field.key) continue;
            if (!inside) {
                separate();
                append_json(line_, field.name);
                line_ += ':';
            }
            if (field.setting->key >= 0) {
                if (!inside) line_ += '{';
                inside = true;
                separate();
                append_json(line_, field.key);
                line_ += ':';
            }
            value(*field.info, *field.setting);
            if (inside && last_of_name) {
                line_ += '}';
                inside = false;
            }
        }
        line_ += "}}";
    }

  private:
    struct Field {
        std::string_view name, key;
        const Setting* setting;
        const FieldInfo* info;
    };

    void separate() {
        if (line_.back() != '{' && line_.back() != '[') line_ += ',';
    }

    std::string_view name_of(int fact) const {
        for (const ActField& field : act_fields(act_.kind))
            if (v().*(field.fact) == fact) return field.name;
        return v().schema.fields[static_cast<std::size_t>(fact)].name;
    }

    std::string_view entity(int kind, std::int64_t index) const {
        const int table = v().schema.table_of(kind);
        if (index < 0 || index >= scenario_.opening.count(table)) return "none";
        return scenario_.opening.name(table, static_cast<int>(index));
    }

    void one(Type::Base base, int of, std::int64_t number) {
        switch (base) {
            case Type::Base::boolean: line_ += number != 0 ? "true" : "false"; break;
            case Type::Base::enumeration:
                append_json(
                    line_,
                    number < 0
                        ? std::string_view("none")
                        : v().schema.enums[static_cast<std::size_t>(of)].values[static_cast<std::size_t>(number)]);
                break;
            case Type::Base::entity: append_json(line_, entity(of, number)); break;
            case Type::Base::symbol: {
                const auto index = static_cast<std::size_t>(number);
                append_json(line_, number < 0 || index >= scenario_.symbols.size()
                                       ? std::string_view("none")
                                       : std::string_view(scenario_.symbols[index]));
                break;
            }
            default: line_ += std::to_string(number);
        }
    }

    void value(const FieldInfo& info, const Setting& setting) {
        if (setting.unknown) {
            line_ += "\"unknown\"";
        } else if (!info.type.is_set()) {
            one(info.type.base, info.type.of, setting.number);
        } else {
            const auto base = info.type.base == Type::Base::enum_set ? Type::Base::enumeration : Type::Base::entity;
            line_ += '[';
            setting.set.for_each([&](int member) {
                separate();
                one(base, info.type.of, member);
            });
            line_ += ']';
        }
    }

    std::string& line_;
    const Act& act_;
    const Scenario& scenario_;
};

}  // namespace

void append_act(std::string& line, const Act& act, const Scenario& scenario) { ActText(line, act, scenario).write(); }

void append_verdict(std::string& line, const Verdict& verdict) {
    line += R"({"credit":")";
    line += verdict.credit.text();
    line += verdict.critical ? R"(","critical":true,"key":)" : R"(","key":)";
    append_json(line, verdict.key);
    line += R"(,"norm":)";
    append_json(line, verdict.norm);
    line += R"(,"state":")";
    line += state_name(verdict.state);
    line += R"("})";
}

}  // namespace ntk
