#include "game/shared/save_assessment.h"

#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "engine/report/assessment_report.h"
#include "engine/report/report.h"

namespace ntk {

Result<SavedAssessment> save_assessment(const StoredSession& stored, const AssessmentSession& session,
                                        const std::vector<StoredReview>& reviews, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    SavedAssessment saved;
    const auto put = [&](const std::string& name, const std::string& bytes) -> Result<void> {
        ++saved.files;
        return write_file_atomically(folder / name, bytes);
    };
    const auto put_document = [&](const std::string& name, const ReportDocument& document) -> Result<void> {
        if (auto done = put(name + ".html", document_html(document)); !done) return done;
        const auto paper = report_pdf(document, document.title());
        if (paper) return put(name + ".pdf", *paper);
        saved.no_paper = paper.error().message;
        return {};
    };
    const std::string& learner = session.learner();
    if (!session.players().empty()) {
        const AssessmentResult result = result_of(session);
        std::vector<AssessorDecision> decisions;
        for (const StoredReview& review : reviews)
            decisions.push_back({day_text(review.day), review.assessor,
                                 review_words(review.decision) + (review.seal.empty() ? "" : " (sealed)"),
                                 review.reason});
        const ReportDocument whole = assessment_document(session.plan(), learner, session.players(), result, decisions);
        const std::string name = learner + "-assessment";
        if (const auto done = put_document(name, whole); !done) return tl::unexpected(done.error());
        const std::string data = assessment_report_json(session.plan(), learner, session.players(), result).canonical();
        if (const auto done = put(name + ".json", data); !done) return tl::unexpected(done.error());
    }
    if (const auto done = write_reports_and_logs(session, folder); !done) return tl::unexpected(done.error());
    const auto sealed = write_sealed_decisions(stored, reviews, folder);
    if (!sealed) return tl::unexpected(sealed.error());
    saved.files += 2 * *sealed;
    for (const Player& player : session.players()) {
        saved.files += player.finished() ? 2 : 1;
        if (!player.finished()) continue;
        const std::string name = learner + "-" + player.attempt().scenario().id;
        if (const auto done = put_document(name, report_document(player, learner)); !done)
            return tl::unexpected(done.error());
        if (const auto done = put(name + ".csv", report_csv(player, learner)); !done)
            return tl::unexpected(done.error());
    }
    return saved;
}

}  // namespace ntk
