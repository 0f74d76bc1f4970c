#include "tests/support/condition_form.h"

#include <string>

#include "engine/casework/vocabulary.h"
#include "engine/language/expression.h"
#include "engine/text/fields.h"

namespace ntk {
namespace {

void add_definitions(Fields& form, std::string_view key, Definitions& definitions, Diagnostics& diagnostics) {
    const Schema& schema = vocabulary().schema;
    for (const TreeEntry* entry : form.entries(key)) {
        Fields fields(entry->value, "the definition '" + entry->key + "'", diagnostics);
        Definitions::Definition definition;
        definition.name = entry->key;
        definition.place = entry->key_place;
        for (const Tree* parameter : fields.list("of"))
            if (const auto read = read_parameter(*parameter, schema, diagnostics))
                definition.parameters.push_back(*read);
        if (const Tree* type = fields.require("is")) definition.result = read_type(*type, schema, diagnostics);
        if (const Tree* body = fields.require("as")) definition.written = *body;
        fields.finish();
        definitions.add(std::move(definition), key == "replace", diagnostics);
    }
}

// Definitions named d0, d1 and so on; in a chain each calls the one before.
void add_numbered(Fields& form, std::string_view key, Definitions& definitions, Diagnostics& diagnostics) {
    const Tree* wanted = form.find(key);
    const std::int64_t number = form.number(key, 0, 0, 2000);
    for (int i = 0; i < number; ++i) {
        Definitions::Definition definition;
        definition.name = "d" + std::to_string(i);
        definition.place = wanted->place;
        definition.result = {Type::Base::boolean, -1};
        definition.written.kind = Tree::Kind::scalar;
        definition.written.text = key == "chain" && i > 0 ? "not d" + std::to_string(i - 1) : "case.closed";
        definition.written.place = wanted->place;
        definitions.add(std::move(definition), false, diagnostics);
    }
}

}  // namespace

void read_condition_form(const Tree& tree, Diagnostics& diagnostics) {
    Fields form(*tree.find("conditions"), "the conditions", diagnostics);
    Definitions definitions;
    for (const char* key : {"define", "also", "replace"}) add_definitions(form, key, definitions, diagnostics);

    add_numbered(form, "many", definitions, diagnostics);
    add_numbered(form, "chain", definitions, diagnostics);
    definitions.finish(vocabulary().schema, diagnostics);

    Scope scope{&vocabulary().schema, &definitions, {}};
    if (const Tree* binder = form.find("for_each"))
        if (const Binder read = compile_binder(*binder, scope, diagnostics))
            scope.variables.push_back({read.name, read.element});
    if (const Tree* when = form.find("when")) compile(*when, scope, {Type::Base::boolean, -1}, diagnostics);
    form.finish();
}

}  // namespace ntk
