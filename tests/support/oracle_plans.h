#pragma once

#include "tests/support/oracle_facts.h"

namespace ntk::oracle {

// A share with one recipient of a duty of all that is due to it and nothing more: people who could be hurt are left
// out, everything is labelled and classified, and basis, condition and ground are named.
struct CleanShare {
    Deed deed;
    bool lead = false;  // it serves a duty to a lead
};
std::vector<CleanShare> clean_shares(const Facts& facts);

// Everything the golden rules ask for in one decision; the best that can be done with these facts.
std::vector<Deed> ideal(const Facts& facts);

}  // namespace ntk::oracle
