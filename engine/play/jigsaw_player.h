#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/jigsaw.h"
#include "engine/play/page.h"
#include "engine/play/player.h"

namespace ntk {

// One learner's way through a jigsaw: a page before each chair, that chair's own pages, and the picture at the end.
class JigsawPlayer {
  public:
    // `players` has one for each chair in order, fresh or taken up from its log: the jigsaw stands at the first that is
    // not finished. `planned` has an attempt with the planned best answers for each chair, or is empty when some plan
    // gives none.
    JigsawPlayer(std::shared_ptr<const Jigsaw> jigsaw, std::vector<Player> players, std::vector<Attempt> planned);

    const Page& page() const;

    // Applies one input. Returns an empty string, or in plain words why it cannot be done; then nothing has changed.
    std::string apply(const Input& input);

    // As Player::what_if, of the chair whose page shows.
    std::string what_if(const VerdictView& verdict) const;

    bool finished() const;  // the picture shows, or the learner has left

    const Jigsaw& jigsaw() const { return *jigsaw_; }
    const std::vector<Player>& players() const { return players_; }
    std::size_t chair() const { return chair_; }  // the one played now, or last
    const Player* looking_back_at() const;        // whose debrief shows; null when none does

    // The picture; null until every chair has been played. The planned one is null when there is no plan.
    const JigsawPicture* picture() const { return picture_ ? &*picture_ : nullptr; }
    const JigsawPicture* planned_picture() const { return planned_picture_ ? &*planned_picture_ : nullptr; }
    std::vector<const Attempt*> planned_attempts() const;

  private:
    enum class At { before_chair, chair, looking_back, picture, left };

    void show_chair_page(std::size_t next);
    void show_picture();
    void start_again();
    std::string look_back(const std::string& id);
    std::string play(const Input& input);
    std::string go_on();

    std::shared_ptr<const Jigsaw> jigsaw_;
    std::vector<Player> players_;
    std::vector<Attempt> planned_;
    std::optional<JigsawPicture> picture_, planned_picture_;
    At at_ = At::before_chair;
    std::size_t next_ = 0;    // the chair that comes next
    std::size_t chair_ = 0;   // the one played now, or last
    std::size_t looked_ = 0;  // the one looked back at
    Page page_;
};

}  // namespace ntk
