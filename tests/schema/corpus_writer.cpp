#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "engine/host/source_file.h"
#include "engine/host/yaml_reader.h"
#include "engine/text/codes.h"
#include "engine/text/json.h"
#include "tests/schema/corpus.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"

using namespace ntk;

namespace {

namespace fs = std::filesystem;

// Writes the schemas into a folder, and into cases.jsonl every file that authors may write, good and bad, with the
// codes our readers have for it, as JSON for a validator that knows nothing of us.
class Corpus {
  public:
    explicit Corpus(const fs::path& folder) : out_(folder / "cases.jsonl") {
        Json codes;
        for (const CodeInfo& info : all_codes()) codes.push_back(info.code);
        out_ << codes.canonical() << "\n";
        for (const SchemaKind& kind : schema_kinds())
            std::ofstream(folder / (std::string(kind.name) + ".schema.json")) << schema_json(kind).pretty() << "\n";
        // As they are published.
        for (const DocumentKind& kind : document_kinds())
            std::ofstream(folder / (std::string(kind.name) + ".schema.json"))
                << whole_file(fs::path(NTK_ROOT) / "assets/schema" / (std::string(kind.name) + "-1.schema.json"));
    }

    // Documents as the program writes them, and what our reader of reports says to them with one slip each.
    void documents() {
        for (const DocumentSample& sample : document_samples()) {
            const Tree tree = tree_of(sample);
            const DocumentKind* kind = document_of(tree);
            INFO(sample.name);
            REQUIRE(kind != nullptr);
            write(sample.name, kind->name, {}, tree, false);
            slips(sample.name, tree, kind->name, sample.one_in);
        }
    }

    void shipped(const std::string& folder) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(NTK_ROOT) / folder)) {
            const fs::path& path = entry.path();
            if (path.extension() != ".yaml") continue;
            const Tree tree = read(path);
            if (const SchemaKind* kind = kind_of(path.filename().string(), tree))
                write(path.filename().string(), kind->name, {}, tree, false);
        }
    }

    void examples() {
        for (const BadCase& bad : bad_cases()) {
            if (bad.file.extension() != ".yaml" && bad.file.extension() != ".json") continue;
            const Tree tree = read(bad.file);
            const std::string_view kind = name_of_kind(bad.file, tree);
            if (kind.empty()) continue;
            const std::string said = whole_file(bad.expected);
            const std::regex code("(?:error|warning) ([EW][0-9]{3}):");
            std::vector<std::string> codes;
            for (std::sregex_iterator at(said.begin(), said.end(), code), end; at != end; ++at)
                codes.push_back((*at)[1]);
            write(bad.file.filename().string(), kind, codes, tree, false);
        }
        for (const GoodCase& good : good_cases()) {
            if (good.file.extension() != ".yaml" && good.file.extension() != ".json") continue;
            const Tree tree = read(good.file);
            if (const std::string_view kind = name_of_kind(good.file, tree); !kind.empty()) {
                write(good.file.filename().string(), kind, {}, tree, false);
                // A norm that an overlay takes away again is never read.
                if (tree.find("overlay") == nullptr) slips(good.file, tree, kind, 37);
            }
        }
    }

    // A file with one slip each, read by our readers. With sanitizers NTK_SLIPS_ONE_IN has every so many of them read.
    void slips(const fs::path& path, const Tree& tree, std::string_view kind, int one_in) {
        const int more = deep_check() ? 8 : 1;
        const char* share = std::getenv("NTK_SLIPS_ONE_IN");
        const int fewer = share == nullptr ? 1 : std::max(1, std::atoi(share));
        each_slip(tree, std::max(1, one_in / more) * fewer, [&](const Tree& slipped, const std::string& what) {
            write(path.filename().string() + ": " + what, kind, codes_of(kind, slipped), slipped, true);
        });
    }

    void slips(const std::string& file, int one_in) {
        const fs::path path = fs::path(NTK_ROOT) / file;
        const Tree tree = read(path);
        slips(path, tree, name_of_kind(path, tree), one_in);
    }

    // A case that allows a warning, which none of the others does.
    void slips_of_lint_note() {
        const fs::path path = fs::path(NTK_ROOT) / "tests/support/two-doors.yaml";
        Diagnostics diagnostics;
        const std::string note = "lint: { allow: [W503], because: it is for tests }\n";
        const Tree tree = read_yaml(whole_file(path) + note, diagnostics.add_source("two-doors", note), diagnostics);
        slips("two-doors.yaml", tree, name_of_kind("two-doors.yaml", tree), 3);
    }

    bool good() {
        out_.flush();
        return static_cast<bool>(out_);
    }

  private:
    static std::string_view name_of_kind(const fs::path& path, const Tree& tree) {
        if (const DocumentKind* document = document_of(tree)) return document->name;
        const SchemaKind* kind = kind_of(path.filename().string(), tree);
        return kind == nullptr ? std::string_view() : kind->name;
    }

    static Tree read(const fs::path& path) {
        Diagnostics diagnostics;
        return read_tree_file(path, diagnostics);
    }

    void write(const std::string& name, std::string_view kind, const std::vector<std::string>& codes, const Tree& tree,
               bool slip) {
        Json json;
        json["name"] = name;
        json["kind"] = kind;
        json["slip"] = slip;
        json["codes"] = Json::List{};
        for (const std::string& code : codes) json["codes"].push_back(code);
        // The file itself may hold numbers that are not whole, which Json does not.
        const std::string head = json.canonical();
        out_ << head.substr(0, head.size() - 1) << ",\"file\":" << as_json(tree) << "}\n";
    }

    std::ofstream out_;
};

}  // namespace

TEST_CASE("the corpus of files, with what our readers say of each, is written for a validator of JSON Schema") {
    const char* folder = std::getenv("NTK_CORPUS");
    REQUIRE(folder != nullptr);
    fs::create_directories(folder);
    Corpus corpus(folder);
    corpus.shipped("scenarios");
    corpus.shipped("assets");
    corpus.examples();
    corpus.documents();
    corpus.slips_of_lint_note();
    corpus.slips("scenarios/three-letters.yaml", 211);
    corpus.slips("scenarios/doing-well.plan.yaml", 1);
    corpus.slips("scenarios/forms/form-a.yaml", 1);
    corpus.slips("assets/rulepacks/charity.yaml", 5);
    corpus.slips("assets/rulepacks/england-2024.yaml", 997);
    corpus.slips("assets/rulepacks/charity.tests.yaml", 5);
    corpus.slips("assets/rulepacks/examples/too-much.yaml", 3);
    corpus.slips("tests/support/jigsaw/jigsaw.yaml", 3);
    CHECK(corpus.good());
}
