#include "engine/casework/vocabulary.h"

#include <cassert>
#include <string>

namespace ntk {

namespace {

constexpr bool conduct = true;  // follows from what the learner did

Type boolean() { return {Type::Base::boolean, -1}; }
Type integer() { return {Type::Base::integer, -1}; }
Type moment() { return {Type::Base::moment, -1}; }
Type duration() { return {Type::Base::duration, -1}; }
Type symbol() { return {Type::Base::symbol, -1}; }
Type one_of(int e) { return {Type::Base::enumeration, e}; }
Type some_of(int e) { return {Type::Base::enum_set, e}; }
Type entity(int k) { return {Type::Base::entity, k}; }
Type set_of(int k) { return {Type::Base::entity_set, k}; }

class Builder {
  public:
    explicit Builder(Vocabulary& v) : v_(v) {}

    int values(std::string name, std::vector<std::string> all, bool ordered = false) {
        v_.schema.enums.push_back({std::move(name), std::move(all), ordered});
        return static_cast<int>(v_.schema.enums.size()) - 1;
    }
    int kind(std::string name, std::string plural, int typical, int parent = -1, bool single = false) {
        KindInfo info;
        info.name = std::move(name);
        info.plural = std::move(plural);
        info.parent = parent;
        info.single = single;
        info.typical = typical;
        v_.schema.kinds.push_back(std::move(info));
        return static_cast<int>(v_.schema.kinds.size()) - 1;
    }
    int root(std::string name, Type type, bool by_conduct = false) {
        v_.schema.roots.push_back({std::move(name), type, by_conduct});
        return static_cast<int>(v_.schema.roots.size()) - 1;
    }
    int fact(int kind, std::string name, Type type, std::string meaning, bool by_conduct = false, int index = -1) {
        v_.schema.fields.push_back({kind, std::move(name), type, index, by_conduct, !by_conduct, std::move(meaning)});
        return static_cast<int>(v_.schema.fields.size()) - 1;
    }

    // The working days in a length of time that an author wrote as such ("2wd"); 0 where it is so many minutes. It
    // comes with that length and cannot be written by itself.
    int working_days_of(int kind, std::string name) {
        const int field =
            fact(kind, std::move(name), integer(), "How many working days that is, if it was written so.");
        v_.schema.fields.back().situation = false;
        return field;
    }

  private:
    Vocabulary& v_;
};

void add_enums(Vocabulary& v, Builder& b) {
    v.need = b.values("need", {"universal", "early_help", "child_in_need", "significant_harm"}, true);
    v.harm = b.values("harm", {"none", "possible", "likely", "actual", "immediate"}, true);
    v.harm_kind = b.values("harm_kind", {"physical", "nutritional", "medical", "dental", "educational", "emotional",
                                         "supervisory", "adolescent", "pre_birth"});
    v.role = b.values("role", {"child", "carer", "sibling", "relative", "neighbour", "colleague", "professional",
                               "alleged_source", "other"});
    v.status = b.values("status", {"universal", "early_help", "cin", "cpp", "looked_after"});
    v.grade = b.values("grade", {"observed", "reported", "opinion", "rumour"});
    v.accuracy = b.values("accuracy", {"ok", "unverified", "disputed", "outdated", "wrong"});
    // What an item is said to be when it is passed on: its grade or, where it was seen, what is wrong with it since.
    v.label = b.values("label", {"observed", "reported", "opinion", "rumour", "unverified", "disputed", "outdated"});
    v.category = b.values("category", {"ordinary", "special", "criminal"});
    v.use = b.values("use", {"none", "helpful", "essential", "contested"});
    v.hold = b.values("hold", {"assumed", "told", "confirmed"});
    v.agency_kind =
        b.values("agency_kind", {"childrens_social_care", "police", "emergency", "health", "school", "early_years",
                                 "early_help", "housing", "charity", "internal_lead", "court", "other"});
    v.sector = b.values("sector", {"social_care", "health", "school", "police", "housing", "voluntary", "private"});
    v.organisation = b.values("organisation", {"public", "health", "school", "voluntary", "private"});
    v.route = b.values("route", {"direct", "via_lead"});
    v.topic = b.values("topic", {"law", "threshold", "whom", "what"});
    v.unsafe_why = b.values("unsafe_why", {"harm_child", "violence", "withhold", "withdraw"});
    v.consent = b.values("consent", {"none", "given", "refused", "withdrawn", "incapable"});
    v.agreement = b.values("agreement", {"none", "given", "refused"});
    v.event_kind = b.values("event_kind", {"objection", "new_information", "move_known", "item_found_wrong", "advice",
                                           "agency_silent", "asked_why"});
    v.duty_kind = b.values("duty_kind", {"lead", "early_help", "move", "request"});
    v.act_kind = b.values("act_kind", {"share",
                                       "hand_over",
                                       "withhold",
                                       "refuse",
                                       "wait",
                                       "inform",
                                       "engage",
                                       "engage_child",
                                       "seek_consent",
                                       "seek_agreement",
                                       "rely_on_consent",
                                       "honour_withdrawal",
                                       "weigh_objection",
                                       "override_objection",
                                       "seek_advice",
                                       "record",
                                       "explain",
                                       "answer",
                                       "reconsider",
                                       "confirm_receipt",
                                       "check",
                                       "gather",
                                       "escalate",
                                       "assume",
                                       "correct",
                                       "recall",
                                       "notify_leak",
                                       "safety_plan",
                                       "apologise",
                                       "close"});
    v.reason = b.values("reason", {"privacy", "dp_fear", "relationship", "reputation", "sensitive", "no_consent",
                                   "objection", "fear_criticism", "uncertain", "someone_will", "already_known",
                                   "not_necessary", "no_role", "unsafe", "already_confirmed", "safety"});
    v.part = b.values("part", {"who", "what", "why", "views", "help", "plan", "decision", "reason", "recipient",
                               "basis", "condition", "ground", "classification", "objection", "advice", "harm_view"});
    v.basis = b.values("basis", {"consent", "contract", "legal_obligation", "vital_interests", "public_task",
                                 "legitimate_interests", "recognised_legitimate_interest"});
    v.condition = b.values("condition", {"safeguarding", "explicit_consent", "vital_interests", "other"});
    v.ground = b.values("ground", {"impossible", "unreasonable", "endangers"});
    v.form = b.values("form", {"extract", "summary", "whole_file"});
    v.that = b.values("that", {"shared_by", "held_by", "someone_will", "already_known"});
    v.says = b.values("says", {"share", "hold_back", "other"});
}

void add_kinds(Vocabulary& v, Builder& b) {
    v.party = b.kind("party", "parties", 24);
    v.person = b.kind("person", "people", 24, v.party);
    v.agency = b.kind("agency", "agencies", 24, v.party);
    v.item = b.kind("item", "items", 24);
    v.request = b.kind("request", "requests", 8);
    v.pull = b.kind("pull", "pulls", 8);
    v.event = b.kind("event", "events", 8);
    v.duty = b.kind("duty", "dues", 8);
    v.act = b.kind("act", "history", 24);
    v.schema.kinds[static_cast<std::size_t>(v.act)].conduct = true;
    v.decision = b.kind("decision", "decisions", 8);
    v.phase = b.kind("phase", "phases", 2);
    v.case_ = b.kind("case", "", 1, -1, true);
    v.learner = b.kind("learner", "", 1, -1, true);

    v.root_child = b.root("child", entity(v.person));
    v.root_acts = b.root("acts", set_of(v.act), conduct);
    v.root_decision = b.root("decision", entity(v.decision));
    v.root_now = b.root("now", moment());
}

void add_case_facts(Vocabulary& v, Builder& b) {
    v.case_need = b.fact(v.case_, "need", one_of(v.need), "The level of need a reasonable practitioner would see.");
    v.case_harm =
        b.fact(v.case_, "harm", one_of(v.harm), "How likely or near harm looks to a reasonable practitioner.");
    v.case_harm_kind = b.fact(v.case_, "harm_kind", some_of(v.harm_kind), "Which needs go unmet; for reports only.");
    v.case_closed = b.fact(v.case_, "closed", boolean(), "The learner has ended their part.", conduct);
    v.learner_sector = b.fact(v.learner, "sector", one_of(v.sector), "The field the learner works in.");
    v.learner_organisation =
        b.fact(v.learner, "organisation", one_of(v.organisation), "The kind of body, for lawful bases.");
    v.learner_route =
        b.fact(v.learner, "route", one_of(v.route), "Whether the learner tells others directly or through a lead.");
    v.learner_unsure_about =
        b.fact(v.learner, "unsure_about", some_of(v.topic), "What the learner is not sure about now.");
}

void add_party_facts(Vocabulary& v, Builder& b) {
    const int p = v.person;
    const int a = v.agency;
    v.role_ = b.fact(p, "role", one_of(v.role), "Who this person is to the child.");
    v.age = b.fact(p, "age", integer(), "Age in years.");
    v.status_ = b.fact(p, "status", one_of(v.status), "The child's standing with services.");
    v.can_engage = b.fact(p, "can_engage", boolean(), "The child can be asked for their views in a fitting way.");
    v.voice_risk = b.fact(p, "voice_risk", set_of(p), "People whose being told would silence the child.");
    v.carer_of = b.fact(p, "carer_of", set_of(p), "Children this person cares for.");
    v.danger_to = b.fact(p, "danger_to", set_of(p), "People this person could hurt on learning their part in this.");
    v.knows = b.fact(p, "knows", set_of(p), "People whose part in this the person already knows.");
    v.associates = b.fact(p, "associates", set_of(v.party), "People and bodies close to this person.");
    v.contact_with_child = b.fact(p, "contact_with_child", boolean(), "Spends time with the child.");
    v.reachable = b.fact(p, "reachable", boolean(), "Can be reached at present.");
    v.unsafe_to_tell =
        b.fact(p, "unsafe_to_tell", boolean(), "There is reason to believe that telling them raises the risk.");
    v.unsafe_why_ = b.fact(p, "unsafe_why", one_of(v.unsafe_why), "Why telling them would raise the risk.");
    v.objects_to = b.fact(p, "objects_to", set_of(v.party), "Who they have said should not be told.");
    v.consent_ = b.fact(p, "consent", one_of(v.consent), "Consent in data law; nothing else.");
    v.consent_unreasonable =
        b.fact(p, "consent_unreasonable", boolean(), "It is not reasonable to expect consent to be asked.");
    v.agreement_ = b.fact(p, "agreement", one_of(v.agreement), "Agreement to a service; never a lawful basis.");
    v.moving = b.fact(p, "moving", boolean(), "Is known to be moving to another area.");
    v.moving_to = b.fact(p, "moving_to", symbol(), "The area they move to.");
    v.moving_on = b.fact(p, "moving_on", moment(), "When they move.");
    v.adviser = b.fact(p, "adviser", boolean(), "Is a fitting source of advice for this learner.");
    v.answers_in = b.fact(p, "answers_in", duration(), "How long this adviser takes to answer.");
    v.answers_in_days = b.working_days_of(p, "answers_in_days");
    v.answers_by = b.fact(p, "answers_by", moment(), "When this adviser would answer, if asked now.");
    v.told_who = b.fact(p, "told_who", set_of(v.party), "Recipients this person has been told of.", conduct);
    v.told_what = b.fact(p, "told_what", set_of(v.party), "Recipients this person knows the content for.", conduct);
    v.told_why = b.fact(p, "told_why", set_of(v.party), "Recipients this person knows the reason for.", conduct);
    v.told_items = b.fact(p, "told_items", set_of(v.item), "Information this person has been given.", conduct);
    v.engaged = b.fact(p, "engaged", some_of(v.part), "What has been worked on together with this person.", conduct);
    v.kind_ = b.fact(a, "kind", one_of(v.agency_kind), "What sort of agency this is.");
    v.area = b.fact(a, "area", symbol(), "The area it serves, when that matters.");
    v.safeguards_child = b.fact(a, "safeguards_child", boolean(), "Has a role in safeguarding the child.");
    v.supports_family = b.fact(a, "supports_family", boolean(), "Has a role in supporting the family.");
    v.can_act = b.fact(a, "can_act", boolean(), "Can do something about this worry while the child is only at risk.");
    v.needs_identity = b.fact(a, "needs_identity", set_of(p), "People it must be able to identify.");
    v.onward_risk = b.fact(a, "onward_risk", set_of(v.party), "People who may learn through it what it is sent.");
}

void add_item_facts(Vocabulary& v, Builder& b) {
    const int i = v.item;
    v.about = b.fact(i, "about", set_of(v.person), "Whom the information is about.");
    v.identifies = b.fact(i, "identifies", set_of(v.person), "People who could be picked out from it.");
    v.redactable = b.fact(i, "redactable", set_of(v.person), "People who can be left out of it.");
    v.source = b.fact(i, "source", entity(v.party), "Where it came from.");
    v.grade_ = b.fact(i, "grade", one_of(v.grade), "Seen, reported, thought or rumoured.");
    v.accuracy_ = b.fact(i, "accuracy", one_of(v.accuracy), "How far it can be relied on.");
    v.category_ = b.fact(i, "category", one_of(v.category), "Ordinary, special category or criminal-offence data.");
    v.use_ = b.fact(i, "use", one_of(v.use), "What a recipient needs it for.", false, v.party);
    v.held = b.fact(i, "held", one_of(v.hold), "Whether an agency is thought, said or confirmed to hold it.", false,
                    v.party);
    b.fact(i, "more_harm", boolean(),
           "In the learner's view sharing it would harm the child more than keeping it back.");
    v.sent_to = b.fact(i, "sent_to", set_of(v.party), "Whom the learner has sent it to so far.", conduct);
    v.given_to = b.fact(i, "given_to", set_of(v.party), "Whom the learner sent it to with this decision.", conduct);
    v.told_of = b.fact(i, "told_of", set_of(v.party),
                       "For each person, the recipients for whom they were told what goes, since this was known.",
                       conduct, v.party);
    v.child_heard = b.fact(i, "child_heard", boolean(), "The child was heard alone since this was known.", conduct);
    v.confirmed_by = b.fact(i, "confirmed_by", set_of(v.party), "Agencies the learner has checked hold it.", conduct);
    v.corrected_to = b.fact(i, "corrected_to", set_of(v.party), "Recipients the learner has put right.", conduct);
    v.recalled_from =
        b.fact(i, "recalled_from", set_of(v.party), "Recipients the learner has asked to delete it.", conduct);
}

void add_arising_facts(Vocabulary& v, Builder& b) {
    v.request_from = b.fact(v.request, "from", entity(v.party), "Who asks.");
    v.request_items = b.fact(v.request, "items", set_of(v.item), "What is asked for.");
    v.request_purpose_given = b.fact(v.request, "purpose_given", boolean(), "The asker has said what it is for.");
    v.request_legitimate = b.fact(v.request, "legitimate", boolean(), "The asker may ask this.");
    v.request_due = b.fact(v.request, "due", moment(), "When an answer is due.");
    v.request_due_in = b.fact(v.request, "due_in", duration(), "How long after it comes an answer is due.");
    v.request_due_in_days = b.working_days_of(v.request, "due_in_days");
    v.request_answered = b.fact(v.request, "answered", boolean(), "The learner has answered, either way.", conduct);
    v.request_refused = b.fact(v.request, "refused", boolean(), "The learner has refused it.", conduct);
    v.request_explained =
        b.fact(v.request, "explained", boolean(), "The learner has given the asker a reason.", conduct);
    v.request_reconsidered =
        b.fact(v.request, "reconsidered", boolean(), "The learner has looked at it again.", conduct);
    v.pull_by = b.fact(v.pull, "by", entity(v.party), "Who or what presses.");
    v.pull_to = b.fact(v.pull, "to", set_of(v.party), "Where the pressure would send things.");
    v.pull_items = b.fact(v.pull, "items", set_of(v.item), "What it would send.");
    v.event_kind_ = b.fact(v.event, "kind", one_of(v.event_kind), "What happened.");
    v.event_by = b.fact(v.event, "by", entity(v.party), "Who did it.");
    v.event_to = b.fact(v.event, "to", entity(v.party), "Whom it concerns.");
    v.event_request = b.fact(v.event, "request", entity(v.request), "The request it concerns.");
    v.event_items = b.fact(v.event, "items", set_of(v.item), "The information it concerns.");
    v.event_says = b.fact(v.event, "says", one_of(v.says), "What the advice was.");
    v.event_at = b.fact(v.event, "at", moment(), "When it happened.");
    v.duty_kind_ = b.fact(v.duty, "kind", one_of(v.duty_kind), "Why something is due.");
    v.duty_to = b.fact(v.duty, "to", set_of(v.party), "Who may receive it.");
    v.duty_items = b.fact(v.duty, "items", set_of(v.item), "What is due.");
    v.duty_due = b.fact(v.duty, "due", set_of(v.party), "For each item, the recipients it is due to.", false, v.item);
    v.duty_sent =
        b.fact(v.duty, "sent", set_of(v.party), "For each item, whom it has reached for this duty.", conduct, v.item);
    v.duty_current = b.fact(v.duty, "current", boolean(), "No more urgent duty of its kind has taken its place.");
    v.duty_opened = b.fact(v.duty, "opened", moment(), "When it fell due.");
    v.duty_deadline = b.fact(v.duty, "deadline", moment(), "By when, on the clock.");
    v.duty_request = b.fact(v.duty, "request", entity(v.request), "The request it answers, if any.");
    v.duty_silent = b.fact(v.duty, "silent", set_of(v.person),
                           "Who need not be told when it fell due, or when something of it went.");
    v.duty_overdue = b.fact(v.duty, "overdue", boolean(), "Its deadline and the chances to act have passed.");
    v.duty_served = b.fact(v.duty, "served", boolean(), "Something due has reached a fitting recipient.", conduct);
    v.duty_answered =
        b.fact(v.duty, "answered", boolean(), "Something has been sent to a recipient it is due to.", conduct);
    v.decision_index = b.fact(v.decision, "index", integer(), "Its number, from 0.");
    v.decision_at = b.fact(v.decision, "at", moment(), "When it was made.");
    v.decision_point = b.fact(v.decision, "point", boolean(), "Something called for a decision here.");
    v.decision_offers = b.fact(v.decision, "offers", some_of(v.act_kind), "Acts that some option here contains.");
    v.decision_standing =
        b.fact(v.decision, "standing", boolean(), "A full record follows unless an option says otherwise.");
    v.decision_moved = b.fact(v.decision, "moved", boolean(), "Something was sent.", conduct);
    v.decision_recorded = b.fact(v.decision, "recorded", some_of(v.part), "What was put on record for it.", conduct);
    v.decision_late_record =
        b.fact(v.decision, "late_record", boolean(), "It was recorded late and marked so.", conduct);
    v.phase_open = b.fact(v.phase, "open", boolean(), "Nothing has fallen due yet.");
    v.phase_offered = b.fact(v.phase, "offered", boolean(), "A share was on offer in it.");
}

void add_act_facts(Vocabulary& v, Builder& b) {
    const auto part = [&](std::string name, Type type, std::string meaning, int index = -1) {
        return b.fact(v.act, std::move(name), type, std::move(meaning), conduct, index);
    };
    v.act_kind_ = part("kind", one_of(v.act_kind), "What was done.");
    v.act_items = part("items", set_of(v.item), "The information it concerns.");
    v.act_to = part("to", set_of(v.party), "Recipients.");
    v.act_from = part("from", set_of(v.party), "From whom it is kept, or who was asked.");
    v.act_who = part("who", set_of(v.person), "The people concerned.");
    v.act_parts = part("parts", some_of(v.part), "What was covered.");
    v.act_reason = part("reason", one_of(v.reason), "The reason given.");
    v.act_basis = part("basis", one_of(v.basis), "The lawful basis named.");
    v.act_condition = part("condition", one_of(v.condition), "The condition named for special category data.");
    v.act_ground = part("ground", one_of(v.ground), "Why consent was not asked.");
    v.act_form = part("form", one_of(v.form), "Extract, summary or whole file.");
    v.act_redact = part("redact", set_of(v.person), "People left out.");
    v.act_pseudonym = part("pseudonym", set_of(v.person), "People given another name.");
    v.act_handling = part("handling", boolean(), "Sent with a note on how to guard it.");
    v.act_labels = part("labels", one_of(v.label), "What an item was labelled as.", v.item);
    v.act_classify = part("classify", one_of(v.category), "The category an item was marked as.", v.item);
    v.act_topics = part("topics", some_of(v.topic), "What advice was asked about.");
    v.act_recipients = part("recipients", set_of(v.party), "Recipients the person was told of.");
    v.act_identifiable = part("identifiable", boolean(), "The family could be picked out.");
    v.act_gate = part("gate", boolean(), "A no would stop the share.");
    v.act_specific = part("specific", boolean(), "Consent names what it is for.");
    v.act_informed = part("informed", boolean(), "The person knew what they agreed to.");
    v.act_time_limited = part("time_limited", boolean(), "Consent has an end.");
    v.act_withdrawable = part("withdrawable", boolean(), "The person was told they can withdraw.");
    v.act_apart = part("apart", boolean(), "Away from the source of risk.");
    v.act_truthful = part("truthful", boolean(), "What is recorded or said is so.");
    v.act_marked_late = part("marked_late", boolean(), "The record says that it is late.");
    v.act_since_last = part("since_last", boolean(), "The record covers every decision since the last entry.");
    v.act_standing = part("standing", boolean(), "The full record that follows unless an option has its own.");
    v.act_request = part("request", entity(v.request), "The request it answers.");
    v.act_that = part("that", one_of(v.that), "What was taken for granted.");
    v.act_party = part("party", entity(v.party), "About whom it was taken for granted.");
    v.act_to_area = part("to_area", symbol(), "The area handed over to.");
    v.act_at = part("at", moment(), "When it was done.");
    v.act_decision = part("decision", entity(v.decision), "The decision it belongs to.");
    v.act_moves = part("moves", boolean(), "It gave information to somebody.");
}

Vocabulary build() {
    Vocabulary v;
    Builder b(v);
    add_enums(v, b);
    add_kinds(v, b);
    add_case_facts(v, b);
    add_party_facts(v, b);
    add_item_facts(v, b);
    add_arising_facts(v, b);
    add_act_facts(v, b);
    return v;
}

}  // namespace

const Vocabulary& vocabulary() {
    static const Vocabulary built = build();
    return built;
}

const std::vector<ActField>& act_fields(ActKind kind) {
    using V = Vocabulary;
    static const std::vector<ActField> share = {
        {"items", &V::act_items, true},   {"to", &V::act_to, true},         {"basis", &V::act_basis},
        {"condition", &V::act_condition}, {"ground", &V::act_ground},       {"form", &V::act_form},
        {"redact", &V::act_redact},       {"pseudonym", &V::act_pseudonym}, {"handling", &V::act_handling},
        {"labels", &V::act_labels},       {"classify", &V::act_classify},   {"request", &V::act_request},
        {"to_area", &V::act_to_area}};
    static const std::vector<ActField> hold_back = {{"items", &V::act_items},
                                                    {"request", &V::act_request},
                                                    {"from", &V::act_from},
                                                    {"reason", &V::act_reason, true}};
    static const std::vector<ActField> inform = {{"who", &V::act_who, true},
                                                 {"parts", &V::act_parts, true},
                                                 {"items", &V::act_items},
                                                 {"about", &V::act_recipients},
                                                 {"labels", &V::act_labels}};
    static const std::vector<ActField> engage = {{"who", &V::act_who, true}, {"parts", &V::act_parts}};
    static const std::vector<ActField> engage_child = {{"apart", &V::act_apart}, {"parts", &V::act_parts}};
    static const std::vector<ActField> seek = {
        {"from", &V::act_from, true}, {"for", &V::act_to}, {"gate", &V::act_gate}};
    static const std::vector<ActField> agree = {{"from", &V::act_from, true}, {"for", &V::act_to}};
    static const std::vector<ActField> consent = {{"from", &V::act_from, true},
                                                  {"specific", &V::act_specific},
                                                  {"informed", &V::act_informed},
                                                  {"time_limited", &V::act_time_limited},
                                                  {"withdrawable", &V::act_withdrawable}};
    static const std::vector<ActField> objection = {{"of", &V::act_who, true}, {"reason", &V::act_reason}};
    static const std::vector<ActField> advice = {{"from", &V::act_from, true},
                                                 {"about", &V::act_topics},
                                                 {"identifiable", &V::act_identifiable},
                                                 {"items", &V::act_items}};
    static const std::vector<ActField> record = {{"parts", &V::act_parts, true},
                                                 {"since_last", &V::act_since_last},
                                                 {"truthful", &V::act_truthful},
                                                 {"marked_late", &V::act_marked_late}};
    static const std::vector<ActField> say = {{"to", &V::act_to, true},
                                              {"request", &V::act_request},
                                              {"items", &V::act_items},
                                              {"truthful", &V::act_truthful}};
    static const std::vector<ActField> ask = {
        {"with", &V::act_from, true}, {"items", &V::act_items}, {"request", &V::act_request}};
    static const std::vector<ActField> gather = {{"with", &V::act_from}, {"items", &V::act_items, true}};
    static const std::vector<ActField> escalate = {{"to", &V::act_to, true}};
    static const std::vector<ActField> assume = {{"that", &V::act_that, true}, {"party", &V::act_party}};
    static const std::vector<ActField> mend = {{"items", &V::act_items}, {"to", &V::act_to}, {"who", &V::act_who}};
    static const std::vector<ActField> plan = {{"of", &V::act_who}};
    switch (kind) {
        case ActKind::share:
        case ActKind::hand_over: return share;
        case ActKind::withhold:
        case ActKind::refuse:
        case ActKind::wait: return hold_back;
        case ActKind::inform: return inform;
        case ActKind::engage: return engage;
        case ActKind::engage_child: return engage_child;
        case ActKind::seek_consent: return seek;
        case ActKind::seek_agreement: return agree;
        case ActKind::rely_on_consent:
        case ActKind::honour_withdrawal: return consent;
        case ActKind::weigh_objection:
        case ActKind::override_objection: return objection;
        case ActKind::seek_advice: return advice;
        case ActKind::record: return record;
        case ActKind::explain:
        case ActKind::answer: return say;
        case ActKind::reconsider:
        case ActKind::confirm_receipt:
        case ActKind::check: return ask;
        case ActKind::gather: return gather;
        case ActKind::escalate: return escalate;
        case ActKind::assume: return assume;
        case ActKind::correct:
        case ActKind::recall:
        case ActKind::notify_leak:
        case ActKind::apologise: return mend;
        case ActKind::safety_plan:
        case ActKind::close: return plan;
    }
    return plan;
}

int enum_value(int enum_index, std::string_view name) {
    const int value = vocabulary().schema.value_named(enum_index, name);
    assert(value >= 0);
    return value;
}

}  // namespace ntk
