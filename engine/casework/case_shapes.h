#pragma once

#include "engine/casework/vocabulary.h"
#include "engine/text/shape.h"

namespace ntk {

// What an author may write for a fact: one value or several, or `unknown`; by recipient or item where it is a table.
Shape fact_shape(int fact);

// The facts that may be stated about entities of a kind, as CaseReader::read_facts takes them.
std::vector<FieldRow> fact_rows(int kind);

// A mapping with the facts of a kind and nothing else: a person of a pack's test, the case, the learner.
const FieldTable& person_facts();
const FieldTable& agency_facts();
const FieldTable& item_facts();
const FieldTable& request_facts();
const FieldTable& pull_facts();
const FieldTable& event_facts();
const FieldTable& case_facts();
const FieldTable& learner_facts();

// What may be written under an act, as CaseReader::read_act takes it.
std::vector<FieldRow> act_rows(ActKind kind);

// One act, "share: { ... }", and a list of them.
const FieldTable& act_fields_by_kind();
Shape act_list();

// `changes:` of a scene or step: "case.harm: likely".
Shape fact_changes();

}  // namespace ntk
