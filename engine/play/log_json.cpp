#include <utility>

#include "engine/play/log.h"
#include "engine/play/views.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// Writes the settings of acts by the names authors use.
class ActWriter {
  public:
    ActWriter(const Act& act, const Scenario& scenario) : act_(act), scenario_(scenario) {}

    Json write() const {
        Json fields{Json::Object{}};
        for (const Setting& setting : act_.settings) {
            const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(setting.fact)];
            Json& field = fields[name_of(setting.fact)];
            if (setting.key >= 0)
                field[entity(info.index, setting.key)] = value(info.type, setting);
            else
                field = value(info.type, setting);
        }
        Json act;
        act[v().schema.enums[static_cast<std::size_t>(v().act_kind)].values[static_cast<std::size_t>(act_.kind)]] =
            std::move(fields);
        return act;
    }

  private:
    std::string name_of(int fact) const {
        for (const ActField& field : act_fields(act_.kind))
            if (v().*(field.fact) == fact) return std::string(field.name);
        return v().schema.fields[static_cast<std::size_t>(fact)].name;
    }

    std::string entity(int kind, std::int64_t index) const {
        const int table = v().schema.table_of(kind);
        if (index < 0 || index >= scenario_.opening.count(table)) return "none";
        return scenario_.opening.name(table, static_cast<int>(index));
    }

    Json one(Type::Base base, int of, std::int64_t number) const {
        switch (base) {
            case Type::Base::boolean: return number != 0;
            case Type::Base::enumeration: {
                const auto& values = v().schema.enums[static_cast<std::size_t>(of)].values;
                return number < 0 ? std::string("none") : values[static_cast<std::size_t>(number)];
            }
            case Type::Base::entity: return entity(of, number);
            case Type::Base::symbol: {
                const auto index = static_cast<std::size_t>(number);
                return number < 0 || index >= scenario_.symbols.size() ? std::string("none") : scenario_.symbols[index];
            }
            default: return number;
        }
    }

    Json value(Type type, const Setting& setting) const {
        if (setting.unknown) return "unknown";
        if (!type.is_set()) return one(type.base, type.of, setting.number);
        Json list{Json::List{}};
        const auto base = type.base == Type::Base::enum_set ? Type::Base::enumeration : Type::Base::entity;
        setting.set.for_each([&](int member) { list.push_back(one(base, type.of, member)); });
        return list;
    }

    const Act& act_;
    const Scenario& scenario_;
};

std::string tri_name(Tri tri) { return tri == Tri::yes ? "yes" : tri == Tri::no ? "no" : "unknown"; }

Json texts(const std::vector<std::string>& all) {
    Json list{Json::List{}};
    for (const std::string& text : all) list.push_back(text);
    return list;
}

Json tally_json(const Tally& tally) {
    Json json;
    json["earned"] = tally.earned;
    json["lost"] = tally.lost;
    json["offered"] = tally.offered;
    json["opportunities"] = tally.opportunities;
    json["percent"] = tally.percent();
    return json;
}

Json scopes_json(const std::vector<ScopeScore>& scopes) {
    Json json{Json::Object{}};
    for (const ScopeScore& scope : scopes) {
        Json one = tally_json(scope.tally);
        one["enough"] = scope.enough;
        json[scope.id] = std::move(one);
    }
    return json;
}

}  // namespace

Json act_json(const Act& act, const Scenario& scenario) { return ActWriter(act, scenario).write(); }

Json verdict_json(const Verdict& verdict, const RuleBook& rules) {
    Json json;
    json["norm"] = verdict.norm;
    json["key"] = verdict.key;
    json["state"] = state_name(verdict.state);
    json["class"] = verdict.credit_class == CreditClass::earn ? "earn" : "deduct";
    json["w"] = verdict.weight;
    json["credit"] = verdict.credit.text();
    json["critical"] = verdict.critical;
    json["group"] = verdict.group;
    json["counted"] = verdict.counted;
    Json facts{Json::List{}};
    for (const FactShown& fact : verdict.facts) {
        Json one;
        one["path"] = fact.path;
        one["value"] = fact.value;
        one["known_at"] = fact.known_at;
        facts.push_back(std::move(one));
    }
    json["facts"] = std::move(facts);
    Json exceptions{Json::List{}};
    for (const ExceptionTried& tried : verdict.exceptions) {
        Json one;
        one["id"] = tried.id;
        one["result"] = tri_name(tried.result);
        one["because"] = texts(tried.because);
        exceptions.push_back(std::move(one));
    }
    json["exceptions"] = std::move(exceptions);
    const Norm* norm = rules.norm(verdict.norm);
    json["cites"] = texts(norm == nullptr ? std::vector<std::string>{} : norm->cites);
    json["reports"] = texts(norm == nullptr ? std::vector<std::string>{} : norm->reports);
    json["text_id"] = verdict.norm + "." + state_name(verdict.state);
    return json;
}

Json scores_json(const ScoreCard& card) {
    Json json;
    json["overall"] = tally_json(card.overall);
    json["strands"] = scopes_json(card.strands);
    json["rules"] = scopes_json(card.rules);
    json["points"] = scopes_json(card.points);
    return json;
}

Json balance_json(const Balance& balance) {
    Json json;
    json["duties"] = balance.duties;
    json["hits"] = balance.hits;
    json["restraints"] = balance.restraints;
    json["false_alarms"] = balance.false_alarms;
    json["protect_loss"] = balance.protect_loss;
    json["privacy_loss"] = balance.privacy_loss;
    json["enough"] = balance.enough;
    return json;
}

}  // namespace ntk
