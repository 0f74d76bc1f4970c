#include "game/tool/explain.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/text/codes.h"
#include "engine/text/fields.h"
#include "engine/text/utf8.h"

namespace ntk::tool {

namespace {

namespace fs = std::filesystem;

// One example: a file that draws the code, what is said about it, and one that does not draw it.
struct Example {
    fs::path bad, expected, good;
};

std::vector<Example> examples_of(const std::string& code) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(product_root() / "tests" / "bad", error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().filename().string().starts_with(code + "-")) files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    std::vector<Example> examples;
    for (const fs::path& file : files) {
        if (file.extension() == ".expected" || file.stem().extension() == ".good") continue;
        fs::path expected = file;
        expected.replace_extension(".expected");
        const fs::path good = file.parent_path() / (file.stem().string() + ".good" + file.extension().string());
        examples.push_back({file, expected, fs::exists(good, error) ? good : fs::path()});
    }
    return examples;
}

std::string indented(const fs::path& file) {
    const std::string text = read_file(file).value_or("");
    std::string shown;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = text.find('\n', start);
        if (end == std::string::npos) end = text.size();
        const std::string line = printable(std::string_view(text).substr(start, end - start));
        shown += line.empty() ? "\n" : "    " + line + "\n";
        start = end + 1;
    }
    return shown;
}

// Lines of at most 100 characters.
std::string wrapped(std::string_view text) {
    std::string shown;
    std::size_t column = 0;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = text.find(' ', start);
        if (end == std::string_view::npos) end = text.size();
        if (column > 0 && column + 1 + end - start > 100) {
            shown += '\n';
            column = 0;
        } else if (column > 0) {
            shown += ' ';
            ++column;
        }
        shown += text.substr(start, end - start);
        column += end - start;
        start = end + 1;
    }
    return shown + "\n";
}

}  // namespace

std::string code_page(const std::string& code, std::string& problem) {
    std::vector<std::string> known;
    for (const CodeInfo& info : all_codes()) known.emplace_back(info.code);
    const auto& codes = all_codes();
    const auto info = std::find_if(codes.begin(), codes.end(), [&](const CodeInfo& one) { return one.code == code; });
    if (info == codes.end()) {
        problem = "There is no code '" + printable(code) + "'." + did_you_mean(code, known);
        return {};
    }
    std::string page =
        code + ": " + std::string(info->title) + (code.starts_with("W") ? " (warning)" : " (error)") + "\n";
    if (!info->why.empty()) page += "\n" + wrapped(info->why);
    for (const Example& example : examples_of(code)) {
        page += "\nNot like this (" + example.bad.filename().string() + "):\n\n" + indented(example.bad);
        page += "\nIt is told:\n\n" + indented(example.expected);
        if (!example.good.empty()) page += "\nBut like this:\n\n" + indented(example.good);
    }
    return page;
}

}  // namespace ntk::tool
