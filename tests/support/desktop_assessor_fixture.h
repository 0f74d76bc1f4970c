#pragma once

#include <string>
#include <vector>

#include "game/desktop/assessor.h"

namespace ntk::desktop {

// A desk made by hand, with every kind of session, so that the assessor's screens can be tested without a store.
class FixtureAssessorDesk : public AssessorDesk {
  public:
    FixtureAssessorDesk();

    std::vector<AssessorForm> forms() override;
    AssessorTold make(const AssessorTerms& terms) override;
    AssessorTold open(const std::string& path) override;
    AssessorTold list(AssessorList& into) override;
    AssessorTold gather(const std::vector<std::string>& files, std::vector<AssessorGathered>& into) override;
    AssessorTold export_to(const std::string& folder, bool all) override;
    AssessorTold back_up(const std::string& file) override;
    AssessorTold result(const std::string& session, AssessorResult& into) override;
    AssessorTold decide(const std::string& session, const AssessorWritten& written) override;
    AssessorTold save(const std::string& session, const std::string& folder) override;

    // Every text that this desk gives to the screens, the longest first.
    static std::vector<std::string> everything_said();

    std::vector<std::string> asked;  // what was asked of it, in words
    AssessorTerms terms;             // the last ones
    std::string passphrase;          // the last one

  private:
    AssessorList list_;
    std::vector<AssessorNote> notes_;
};

}  // namespace ntk::desktop
