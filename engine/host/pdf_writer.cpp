#include "engine/host/pdf_writer.h"

#include <dlfcn.h>

#include <filesystem>
#include <utility>
#include <vector>

#include "engine/host/pdf/pdf_module.h"
#include "engine/text/said.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = 4u << 20;  // of text in one report: some thousand pages
constexpr std::size_t longest_paragraph =
    20'000;  // longer ones are split: setting one takes more than its share of time
constexpr const char* file_name = "needtoknow-pdf.so";

// Text that may stand on paper. Line ends stay where they split paragraphs; a tab is a space.
std::string clean(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character read = read_utf8(text, at);
        at += read.bytes;
        if (read.code == '\n' && read.valid)
            out += '\n';
        else if (read.code == '\t' && read.valid)
            out += ' ';
        else
            append_utf8(out, !read.valid || is_control(read.code) || is_hidden(read.code) ? U'\uFFFD' : read.code);
    }
    return out;
}

// Splits at a space, or between characters, what is too long to be set in one go.
std::string in_pieces(const std::string& text) {
    std::string out;
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = read_utf8(text, at).bytes;
        const bool space = text[at] == ' ';
        line = text[at] == '\n' ? 0 : line + bytes;
        if (line > longest_paragraph + 500 || (line > longest_paragraph && space)) {
            out += '\n';
            line = 0;
        }
        out.append(text, at, bytes);
        at += bytes;
    }
    return out;
}

// Sums up how much text there is while cleaning it.
class Cleaner {
  public:
    explicit Cleaner(ReportDocument& document) {
        for (ReportPart& part : document.parts()) {
            take(part.text);
            for (std::string& item : part.items) take(item);
            for (std::string& column : part.columns) take(column);
            for (auto& row : part.rows)
                for (std::string& cell : row) take(cell);
            take(part.drawing.title());
            for (DrawnShape& shape : part.drawing.shapes()) take(shape.words);
        }
    }
    std::size_t bytes() const { return bytes_; }

  private:
    void take(std::string& text) {
        bytes_ += text.size() + 16;
        if (bytes_ <= most_bytes) text = in_pieces(clean(text));
    }
    std::size_t bytes_ = 0;
};

// Beside the program, where a build leaves it, or where an installation keeps it.
std::vector<fs::path> places() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const fs::path folder = program.parent_path();
    std::vector<fs::path> all = {folder / file_name, folder.parent_path() / file_name};
#ifdef NTK_LIBRARY_FOLDER
    all.push_back(folder.parent_path() / NTK_LIBRARY_FOLDER / file_name);
#endif
    return all;
}

Result<pdf::MakePaper> load() {
    const Problem missing = {
        fill("Paper cannot be made: the file {file} is not beside the program"_en, {{"file", file_name}}),
        "Build or install the program again; a report as .html can be printed as well"_en};
    for (const fs::path& place : places()) {
        std::error_code error;
        if (!fs::is_regular_file(place, error)) continue;
        void* library = ::dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) {
            const char* why = ::dlerror();
            return tl::unexpected(Problem{fill("Paper cannot be made: {why}"_en, {{"why", why == nullptr ? "?" : why}}),
                                          "./run installs the packages that it needs"_en});
        }
        const auto version = reinterpret_cast<pdf::PaperVersion>(::dlsym(library, pdf::version_name));
        const auto make = reinterpret_cast<pdf::MakePaper>(::dlsym(library, pdf::make_name));
        // A file from another build would read our documents wrongly.
        if (version == nullptr || make == nullptr || std::string(version()) != NTK_VERSION)
            return tl::unexpected(
                Problem{fill("Paper cannot be made: {file} is of another version"_en, {{"file", place.string()}}),
                        "Build or install the program again"_en});
        return make;
    }
    return tl::unexpected(missing);
}

}  // namespace

Result<std::string> report_pdf(const ReportDocument& document, const std::string& footer) {
    ReportDocument own(clean(document.title()), document.language());
    own.parts() = document.parts();
    if (Cleaner(own).bytes() > most_bytes)
        return tl::unexpected(Problem{"This report is too large for paper"_en, "Write it as .html, .csv or .json"_en});
    static const Result<pdf::MakePaper> make = load();
    if (!make) return tl::unexpected(make.error());
    pdf::PaperOrder order;
    order.document = &own;
    order.footer = clean(footer.empty() ? document.title() : footer);
    order.page_words = document.language() == "en-GB" ? "Page {page} of {all}" : "Page {page} of {all}"_en;
    order.program = std::string("needtoknow ") + NTK_VERSION;
    pdf::PaperDone done;
    (*make)(order, done);
    if (done.bytes.empty()) return tl::unexpected(Problem{std::move(done.problem), std::move(done.hint)});
    return std::move(done.bytes);
}

}  // namespace ntk
