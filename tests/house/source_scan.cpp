#include "tests/house/source_scan.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace ntk::house {

namespace fs = std::filesystem;

namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return text.starts_with(b); });
}

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Which folder of the house a file lives in: "engine/text", "game/desktop"; files directly in engine or game have that
// folder itself. Files elsewhere have none.
std::string layer_of(std::string_view path) {
    if (!starts_with_any(path, {"engine/", "game/"})) return {};
    const auto first = path.find('/');
    const auto second = path.find('/', first + 1);
    return std::string(path.substr(0, second == std::string_view::npos ? first : second));
}

struct Layer {
    std::string_view name;
    std::vector<std::string_view> uses;  // directly; what those use is allowed as well
};

const std::vector<Layer>& house() {
    static const std::vector<Layer> layers = {
        {"engine/text", {}},
        {"engine/language", {"engine/text"}},
        {"engine/casework", {"engine/language"}},
        {"engine/rules", {"engine/casework"}},
        {"engine/scenario", {"engine/casework"}},
        {"engine/play", {"engine/rules", "engine/scenario"}},
        {"engine/study", {"engine/play"}},
        {"engine/report", {"engine/study"}},
        {"engine/host", {"engine/report"}},
        {"engine", {"engine/host"}},  // engine.h, the public tour
        {"game/shared", {"engine"}},
        {"game/desktop", {"game/shared"}},
        {"game/terminal", {"game/shared"}},
        {"game/tool", {"game/shared"}},
        {"game", {"game/desktop", "game/terminal", "game/tool"}},
    };
    return layers;
}

const Layer* find_layer(std::string_view name) {
    const auto found = std::find_if(house().begin(), house().end(), [&](const Layer& l) { return l.name == name; });
    return found == house().end() ? nullptr : &*found;
}

bool may_use(std::string_view from, std::string_view to) {
    if (from == to) return true;
    const Layer* layer = find_layer(from);
    return layer && std::any_of(layer->uses.begin(), layer->uses.end(), [&](auto used) { return may_use(used, to); });
}

bool is_pure(std::string_view layer) { return layer.starts_with("engine/") && layer != "engine/host"; }

// An outside library: how its headers begin, and the only places they may be included from.
struct Library {
    std::string_view name;
    std::vector<std::string_view> headers;
    std::vector<std::string_view> homes;
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> all = {
        {"libyaml", {"yaml.h"}, {"engine/host/yaml_reader.cpp"}},
        {"SQLiteCpp", {"SQLiteCpp/", "sqlite3"}, {"engine/host/"}},
        {"libsodium", {"sodium"}, {"engine/host/seal.cpp"}},
        {"the processor's own instructions", {"cpuid.h", "immintrin.h"}, {"engine/text/sha256_blocks.cpp"}},
        {"cairo", {"cairo"}, {"engine/host/pdf/"}},
        {"pango", {"pango/", "fontconfig/"}, {"engine/host/pdf/"}},
        {"qpdf", {"qpdf/"}, {"engine/host/pdf/"}},
        {"expected", {"tl/"}, {"engine/host/", "game/"}},
        {"SDL", {"SDL"}, {"game/desktop/"}},
        {"ATK", {"atk"}, {"game/desktop/screen_reader/atspi/"}},
        {"Dear ImGui", {"imgui", "imstb", "backends/imgui", "misc/"}, {"game/desktop/"}},
        {"FreeType", {"ft2build", "freetype"}, {"game/desktop/"}},
        {"CLI11", {"CLI/"}, {"game/"}},
        {"yaml-cpp", {"yaml-cpp/"}, {"tests/"}},
        {"nlohmann-json", {"nlohmann/"}, {"tests/"}},
        {"Catch2", {"catch2/"}, {"tests/"}},
        {"Google Benchmark", {"benchmark/"}, {"tests/"}},
    };
    return all;
}

const std::vector<std::string_view>& impure_headers() {
    static const std::vector<std::string_view> headers = {
        "chrono",       "ctime",    "expected",   "filesystem", "format",  "fstream",
        "future",       "iostream", "istream",    "print",      "ostream", "condition_variable",
        "random",       "ranges",   "thread",     "syncstream", "csignal", "mutex",
        "locale",       "clocale",  "stop_token", "execution",  "latch",   "barrier",
        "shared_mutex", "semaphore"};
    return headers;
}

std::string at(const SourceFile& file, int line, const std::string& what) {
    return file.path + ":" + std::to_string(line) + ": " + what;
}

// Calls f(line number from 1, line) for every line.
template <class F>
void each_line(std::string_view text, F&& f) {
    int number = 0;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        f(++number, text.substr(start, end - start));
        start = end + 1;
    }
}

struct Include {
    int line = 0;
    bool quoted = false;
    std::string name;
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

std::vector<Include> includes_of(std::string_view text) {
    std::vector<Include> found;
    each_line(without_comments(text, true), [&](int number, std::string_view line) {
        line = trimmed(line);
        if (!line.starts_with('#')) return;
        line = trimmed(line.substr(1));
        if (!line.starts_with("include")) return;
        line = trimmed(line.substr(7));
        if (line.empty() || (line[0] != '"' && line[0] != '<')) return;
        const auto end = line.find(line[0] == '"' ? '"' : '>', 1);
        if (end != std::string_view::npos)
            found.push_back({number, line[0] == '"', std::string(line.substr(1, end - 1))});
    });
    return found;
}

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// Where `word` stands in the line as a word of its own; npos when it does not.
std::size_t find_word(std::string_view line, std::string_view word, std::size_t from = 0) {
    for (auto at = line.find(word, from); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !in_word(line[at - 1])) && (end == line.size() || !in_word(line[end]))) return at;
    }
    return std::string_view::npos;
}

// Whether the line calls the free function `name`: neither a member nor a word that only ends that way.
bool calls(std::string_view line, std::string_view name) {
    for (auto at = find_word(line, name); at != std::string_view::npos; at = find_word(line, name, at + 1)) {
        const bool member = at > 0 && (line[at - 1] == '.' || line.substr(0, at).ends_with("->"));
        if (!member && trimmed(line.substr(at + name.size())).starts_with('(')) return true;
    }
    return false;
}

std::string own_include_offence(const std::string& from, const std::string& name) {
    const std::string to = layer_of(name);
    if (to.empty())
        return name.starts_with("tests/") ? "product code includes a test header" : "is not named from the root";
    if (!find_layer(to)) return to + " is not a folder of the house";
    if (!may_use(from, to)) return from + " may not use " + to;
    return {};
}

}  // namespace

std::vector<SourceFile> read_files(const std::string& root, const std::vector<std::string>& places) {
    std::vector<SourceFile> files;
    const auto add = [&](const fs::path& path) {
        std::string text = slurp(path);
        if (text.find('\0') == std::string::npos)
            files.push_back({fs::relative(path, root).generic_string(), std::move(text)});
    };
    for (const std::string& place : places) {
        const fs::path path = fs::path(root) / place;
        if (fs::is_regular_file(path)) add(path);
        if (!fs::is_directory(path)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file()) add(entry.path());
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<SourceFile> code_only(const std::vector<SourceFile>& files) {
    std::vector<SourceFile> code;
    std::copy_if(files.begin(), files.end(), std::back_inserter(code),
                 [](const SourceFile& f) { return f.path.ends_with(".h") || f.path.ends_with(".cpp"); });
    return code;
}

std::string without_comments(std::string_view text, bool keep_strings) {
    std::string out(text);
    const auto blank = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && i < out.size(); ++i)
            if (out[i] != '\n') out[i] = ' ';
    };
    const auto end_of = [&](std::string_view mark, std::size_t from) {
        const auto found = text.find(mark, from);
        return found == std::string_view::npos ? text.size() : found + mark.size();
    };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (text.substr(i).starts_with("//")) {
            end = std::min(text.find('\n', i), text.size());
            blank(i, end);
        } else if (text.substr(i).starts_with("/*")) {
            end = end_of("*/", i + 2);
            blank(i, end);
        } else if (text.substr(i).starts_with("R\"")) {
            const auto open = text.find('(', i);
            if (open == std::string_view::npos) break;
            const std::string close = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
            end = end_of(close, open);
            if (!keep_strings) blank(i, end);
        } else if (text[i] == '\'' && i > 0 && std::isalnum(static_cast<unsigned char>(text[i - 1]))) {
            // the separator in 1'000'000
        } else if (text[i] == '"' || text[i] == '\'') {
            while (end < text.size() && text[end] != text[i] && text[end] != '\n') end += text[end] == '\\' ? 2U : 1U;
            if (!keep_strings) blank(i + 1, end);
            end = std::min(end + 1, text.size());
        }
        i = end;
    }
    return out;
}

std::vector<std::string> include_offences(const std::vector<SourceFile>& code) {
    std::vector<std::string> found;
    for (const SourceFile& file : code) {
        const std::string layer = layer_of(file.path);
        if (layer.empty()) continue;
        if (!find_layer(layer)) {
            found.push_back(at(file, 1, layer + " is not a folder of the house"));
            continue;
        }
        for (const Include& include : includes_of(file.text)) {
            const auto offence = [&](const std::string& what) {
                found.push_back(at(file, include.line, "include of " + include.name + ": " + what));
            };
            const auto library = std::find_if(libraries().begin(), libraries().end(), [&](const Library& l) {
                return std::any_of(l.headers.begin(), l.headers.end(),
                                   [&](std::string_view header) { return include.name.starts_with(header); });
            });
            if (library != libraries().end()) {
                const auto& homes = library->homes;
                if (std::none_of(homes.begin(), homes.end(), [&](auto home) { return file.path.starts_with(home); }))
                    offence(std::string(library->name) + " belongs in " + std::string(homes.front()) + " only");
            } else if (include.quoted) {
                if (const auto what = own_include_offence(layer, include.name); !what.empty()) offence(what);
            } else if (is_pure(layer) && include.name.find_first_of("./") != std::string::npos) {
                offence("only the standard library is used here");
            } else if (is_pure(layer) && std::find(impure_headers().begin(), impure_headers().end(), include.name) !=
                                             impure_headers().end()) {
                offence("the engine outside engine/host does without it");
            }
        }
    }
    return found;
}

std::vector<std::string> purity_offences(const std::vector<SourceFile>& code) {
    static const std::vector<std::string> names = {
        "std::ranges", "std::views", "std::chrono",        "std::filesystem", "std::cout",      "std::cerr",
        "std::clog",   "std::cin",   "std::random_device", "std::mt19937",    "std::mt19937_64"};
    static const std::vector<std::string> functions = {"getenv", "fopen",     "fprintf", "printf",    "puts", "rand",
                                                       "srand",  "localtime", "gmtime",  "setlocale", "time", "system"};
    std::vector<std::string> found;
    for (const SourceFile& file : code) {
        if (!is_pure(layer_of(file.path))) continue;
        each_line(without_comments(file.text), [&](int number, std::string_view line) {
            const auto offence = [&](const std::string& what) {
                found.push_back(at(file, number, "the engine outside engine/host does without " + what));
            };
            for (const std::string& name : names)
                if (find_word(line, name) != std::string_view::npos) offence(name);
            for (const std::string& function : functions)
                if (calls(line, function)) offence(function + "()");
        });
    }
    return found;
}

std::vector<std::string> screen_offences(const std::vector<SourceFile>& code) {
    std::vector<std::string> found;
    for (const SourceFile& file : code) {
        if (!file.path.starts_with("game/desktop/screens/")) continue;
        each_line(without_comments(file.text), [&](int number, std::string_view line) {
            if (find_word(line, "ImGui") != std::string_view::npos)
                found.push_back(
                    at(file, number, "a screen calls ImGui itself; our widgets are what screen readers and tests see"));
        });
    }
    return found;
}

std::vector<std::string> header_offences(const std::vector<SourceFile>& code) {
    std::vector<std::string> found;
    for (const SourceFile& file : code)
        if (file.path.ends_with(".h") && !file.text.starts_with("#pragma once\n"))
            found.push_back(at(file, 1, "a header begins with #pragma once"));
    return found;
}

std::vector<std::string> text_offences(const std::vector<SourceFile>& files) {
    // Written in pieces, so that this file does not report itself.
    static const std::vector<std::string> notes = {std::string("TO") + "DO", std::string("FIX") + "ME",
                                                   std::string("XX") + "X"};
    static const std::vector<std::string> folders = {"home", "work", "root", "Users", "mnt"};
    constexpr std::string_view before_path = " \t\"'(=:<>`";
    std::vector<std::string> found;
    for (const SourceFile& file : files)
        each_line(file.text, [&](int number, std::string_view line) {
            for (const std::string& note : notes)
                if (find_word(line, note) != std::string_view::npos)
                    found.push_back(at(file, number, "a note to self is left: " + note));
            for (const std::string& folder : folders) {
                const std::string path = "/" + folder + "/";
                const auto here = line.find(path);
                if (here == std::string_view::npos) continue;
                if (here == 0 || before_path.find(line[here - 1]) != std::string_view::npos)
                    found.push_back(at(file, number, "a path of one machine: " + path));
            }
        });
    return found;
}

std::string listed(const std::vector<std::string>& offences) {
    std::string text;
    for (const std::string& offence : offences) text += offence + "\n";
    return text;
}

}  // namespace ntk::house
