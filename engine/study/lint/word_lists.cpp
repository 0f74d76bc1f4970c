#include "engine/study/lint/word_lists.h"

namespace ntk {

using WordList = std::vector<std::string_view>;

const std::vector<AvoidedWord>& avoided_words() {
    static const std::vector<AvoidedWord> words = {
        {"chaotic", "say what happens on a day"},
        {"hard to reach", "say what was tried, and what stood in the way"},
        {"non compliant", "say what was asked, and what was done"},
        {"noncompliant", "say what was asked, and what was done"},
        {"dna", "say \"was not brought\"", "test tests sample result results", true},
        {"did not attend", "of a child say \"was not brought\""},
        {"failed to attend", "of a child say \"was not brought\""},
        {"failed to bring", "say \"was not brought\", and what stood in the way"},
        {"not engaging", "say what was offered, and what came of it"},
        {"failed to engage", "say what was offered, and what came of it"},
        {"failing to engage", "say what was offered, and what came of it"},
        {"won't engage", "say what was offered, and what came of it"},
        {"disengaged", "say what was offered, and what came of it"},
        {"broken home", "say who lives where"},
        {"problem family", "name the problem, not the family"},
        {"troubled family", "name the trouble, not the family"},
        {"dysfunctional", "say what happens, and what it does to the child"},
        {"attention seeking", "say what the child does, and when"},
        {"manipulative", "say what was said or done"},
        {"vulnerable", "say to what: \"vulnerable to cold\"", "to"},
        {"the vulnerable", "say who they are and what could hurt them"},
        {"handicapped", "say \"disabled child\", or name what the child needs"},
        {"wheelchair bound", "say \"uses a wheelchair\""},
        {"suffers from", "say \"has\""},
        {"special needs child", "say \"disabled child\", or name what the child needs"},
        {"junkie", "say what they use, and how it bears on the child"},
        {"addict", "say what they use, and how it bears on the child"},
        {"alcoholic", "say how they drink, and how it bears on the child", "drink drinks"},
    };
    return words;
}

const WordList& parent_words() {
    static const WordList words = {"mum", "mom", "mother", "dad", "father"};
    return words;
}

const WordList& before_parent_words() {
    static const WordList words = {"a",   "an",     "the",   "his",     "her",   "their", "my",     "your",
                                   "our", "its",    "this",  "that",    "each",  "every", "no",     "some",
                                   "any", "one",    "whose", "new",     "other", "young", "single", "foster",
                                   "to",  "either", "which", "another", "of"};
    return words;
}

const WordList& jargon_words() {
    static const WordList words = {
        "strategy meeting",
        "strategy discussion",
        "section 17",
        "section 47",
        "s17",
        "s47",
        "child in need plan",
        "core group",
        "case conference",
        "threshold document",
        "chronology",
        "parental responsibility",
        "family help",
        "early help",
        "front door",
        "team around the child",
        "graded care profile",
        "lawful basis",
        "public task",
        "special category",
        "legitimate interests",
        "safeguarding condition",
        "data controller",
        "subject access request",
        "professional curiosity",
        "disguised compliance",
        "multi agency",
        "pupil premium",
        "safeguarding lead",
        "named nurse",
        "designated doctor",
        "looked after child",
        "elective home education",
        "child protection plan",
        "child protection conference",
        "onward referral",
        "data protection officer",
        "duty worker",
        "duty line",
    };
    return words;
}

const WordList& common_capitals() {
    static const WordList words = {"ok",  "tv",  "uk",  "gp",  "gps", "nhs", "am",   "pm",    "id",   "cd",  "dvd",
                                   "bbc", "usb", "pc",  "it",  "mp",  "sos", "atm",  "pe",    "rsvp", "dna", "sms",
                                   "us",  "ps",  "hgv", "mot", "ii",  "iii", "gcse", "gcses", "pdf"};
    return words;
}

const WordList& strong_absolutes() {
    static const WordList words = {
        "never", "always", "just", "simply", "obviously", "no matter what", "under no circumstances"};
    return words;
}

const WordList& absolutes() {
    static const WordList words = {"only",    "every",         "everyone",   "everybody", "everything", "all",
                                   "nobody",  "no one",        "nothing",    "none",      "any",        "immediately",
                                   "at once", "straight away", "completely", "must",      "must not",   "cannot",
                                   "never",   "always",        "just"};
    return words;
}

const WordList& hedges() {
    static const WordList words = {"may",     "might",  "could",           "perhaps",       "maybe",
                                   "if",      "unless", "for now",         "some",          "probably",
                                   "usually", "often",  "when it is safe", "where possible"};
    return words;
}

const WordList& service_words() {
    static const WordList words = {"help",      "service",   "services", "support",     "plan",   "treatment",
                                   "operation", "procedure", "surgery",  "visit",       "visits", "assessment",
                                   "respite",   "therapy",   "vaccine",  "vaccination", "jab",    "counselling",
                                   "course",    "placement", "programme"};
    return words;
}

}  // namespace ntk
