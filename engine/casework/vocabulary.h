#pragma once

#include <string_view>
#include <vector>

#include "engine/language/schema.h"

namespace ntk {

// The acts a practitioner can do, in the order of the act_kind enum.
enum class ActKind : int {
    share,
    hand_over,
    withhold,
    refuse,
    wait,
    inform,
    engage,
    engage_child,
    seek_consent,
    seek_agreement,
    rely_on_consent,
    honour_withdrawal,
    weigh_objection,
    override_objection,
    seek_advice,
    record,
    explain,
    answer,
    reconsider,
    confirm_receipt,
    check,
    gather,
    escalate,
    assume,
    correct,
    recall,
    notify_leak,
    safety_plan,
    apologise,
    close
};

// Vocabulary core/1: kinds, enums, facts and roots, with the index of each so that the engine can name them in code.
// Each fact is one row of vocabulary.cpp; expressions, readers, JSON Schema and help all follow from that row.
struct Vocabulary {
    Schema schema;

    // Kinds.
    int party, person, agency, item, request, pull, event, duty, act, decision, phase, case_, learner;

    // Enums.
    int need, harm, harm_kind, role, status, grade, accuracy, label, category, use, hold, agency_kind, sector,
        organisation, route, topic, unsafe_why, consent, agreement, event_kind, duty_kind, act_kind, reason, part,
        basis, condition, ground, form, that, says;

    // Roots beyond plurals and singles.
    int root_child, root_acts, root_decision, root_now;

    // Facts of the case and the learner.
    int case_need, case_harm, case_harm_kind, case_closed, learner_sector, learner_organisation, learner_route,
        learner_unsure_about;

    // Facts of people and agencies.
    int role_, age, status_, can_engage, voice_risk, carer_of, danger_to, knows, associates, contact_with_child,
        reachable, unsafe_to_tell, unsafe_why_, objects_to, consent_, consent_unreasonable, agreement_, moving,
        moving_to, moving_on, adviser, answers_in, answers_in_days, answers_by, told_who, told_what, told_why,
        told_items, engaged, kind_, area, safeguards_child, supports_family, can_act, needs_identity, onward_risk;

    // Facts of items.
    int about, identifies, redactable, source, grade_, accuracy_, category_, use_, held, sent_to, given_to, told_of,
        child_heard, confirmed_by, corrected_to, recalled_from;

    // Facts of requests, pulls, events, duties, decisions and phases.
    int request_from, request_items, request_purpose_given, request_legitimate, request_due, request_due_in,
        request_due_in_days, request_answered, request_refused, request_explained, request_reconsidered;
    int pull_by, pull_to, pull_items;
    int event_kind_, event_by, event_to, event_request, event_items, event_says, event_at;
    int duty_kind_, duty_to, duty_items, duty_due, duty_sent, duty_current, duty_opened, duty_deadline, duty_request,
        duty_silent, duty_served, duty_answered, duty_overdue;
    int decision_index, decision_at, decision_point, decision_offers, decision_standing, decision_moved,
        decision_recorded, decision_late_record;
    int phase_open, phase_offered;

    // Parts of an act.
    int act_kind_, act_items, act_to, act_from, act_who, act_parts, act_reason, act_basis, act_condition, act_ground,
        act_form, act_redact, act_pseudonym, act_handling, act_labels, act_classify, act_topics, act_recipients,
        act_identifiable, act_gate, act_specific, act_informed, act_time_limited, act_withdrawable, act_apart,
        act_truthful, act_marked_late, act_since_last, act_standing, act_request, act_that, act_party, act_to_area,
        act_at, act_decision, act_moves;
};

// The one vocabulary, core/1.
const Vocabulary& vocabulary();

// A field an author may write on an act: its name there, the fact it fills, and whether it must be written.
struct ActField {
    std::string_view name;
    int Vocabulary::*fact;
    bool required = false;
};

// What may be written under `share:`, `inform:` and so on (engine.md section 2.2).
const std::vector<ActField>& act_fields(ActKind kind);

// The value of an enum by name, for code that must know one ("likely" of harm); the name must exist.
int enum_value(int enum_index, std::string_view name);

}  // namespace ntk
