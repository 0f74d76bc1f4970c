#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/play/player.h"
#include "engine/play/votes.h"

namespace ntk {

struct Node;

// What a group pauses on: large questions, and where practitioners are divided, both sides.
struct GroupTalk {
    std::string title;
    std::string divided;  // empty: not a contested decision
    std::vector<std::string> questions;
};

// One answer open at a decision, and how many of the group were for it.
struct VoteLine {
    int number = 0;  // as the options are numbered on the page; 0 for a form
    std::string id, label;
    int votes = 0;
    std::string words;  // "7 of 12 chose this"; empty when nobody voted
    bool taken = false;
};

// A case run with a group, as practice: a Player whose verdicts are held back until whoever leads the group shows them,
// with the votes on each decision. Votes are counts; they stand beside the log, never in it, and end with the run.
class GroupPlayer {
  public:
    GroupPlayer(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules);

    // The player's page; while verdicts are held back, that of the decision without a word of them. The debrief has the
    // votes beside each decision, and says what was not played.
    const Page& page() const { return page_; }

    // As Player::apply. `skip` goes to the debrief from any page of the running case.
    std::string apply(const Input& input);
    bool finished() const { return player_.finished(); }
    std::string what_if(const VerdictView& verdict) const;

    // Whether the verdicts on the decision just made wait to be shown; and shows them.
    bool holding() const { return holding_; }
    void reveal();

    // The votes on the decision that this page is about; null where it is about none.
    Votes* votes();

    // Every answer that was open at a decision, counted from 0, with its votes; none when it was not come to.
    std::vector<VoteLine> vote_lines(int decision) const;

    // The decision that this page is about: the one due, or the one just made; -1 for none.
    int decision() const;

    GroupTalk talk() const;

    // In one sentence, which decisions were not come to because the group stopped early; empty when it did not.
    std::string not_played() const;

    const Player& player() const { return player_; }

  private:
    void show();
    const Node* node_of(int decision) const;
    std::string voted_words(int decision) const;

    Player player_;
    Page page_;
    bool holding_ = false;
    std::map<int, std::pair<std::string, Votes>> votes_;  // by decision: its scene, and the hands
};

}  // namespace ntk
