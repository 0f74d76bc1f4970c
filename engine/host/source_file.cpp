#include "engine/host/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <utility>

#include "engine/host/tree_cache.h"
#include "engine/host/yaml_reader.h"
#include "engine/text/json_reader.h"
#include "engine/text/limits.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

// A problem with a file that an author named, with its diagnostic code.
struct Refusal {
    std::string code;
    Problem problem;
};

// An open file, closed when it goes out of use.
class OpenFile {
  public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    int descriptor() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }

    // Closes now, to learn whether everything could be written.
    bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

  private:
    int descriptor_;
};

std::string reason() { return std::strerror(errno); }

Refusal unreadable(const std::string& why) {
    return {"E003", {fill("the file cannot be read: {why}"_en, {{"why", why}}), "check that you may read it"_en}};
}

Refusal too_large() {
    return {"E004",
            {fill("the file is larger than the {n} bytes allowed"_en, {{"n", std::to_string(limits::file_bytes)}}),
             "split it into several files"_en}};
}

tl::expected<std::string, Refusal> read_or_refuse(const std::filesystem::path& path) {
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file && (errno == ENOENT || errno == ENOTDIR))
        return tl::unexpected(Refusal{"E001", {"there is no such file"_en, "check the spelling and the folder"_en}});
    if (!file) return tl::unexpected(unreadable(reason()));

    struct stat status {};
    if (::fstat(file.descriptor(), &status) != 0) return tl::unexpected(unreadable(reason()));
    if (S_ISDIR(status.st_mode))
        return tl::unexpected(Refusal{"E002", {"this is a folder, not a file"_en, "name a file inside it"_en}});
    if (!S_ISREG(status.st_mode)) return tl::unexpected(unreadable("it is not an ordinary file"_en));
    if (static_cast<std::size_t>(status.st_size) > limits::file_bytes) return tl::unexpected(too_large());

    std::string bytes;
    std::string part(std::size_t{64} * 1024, '\0');
    for (;;) {
        const ssize_t got = ::read(file.descriptor(), part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(unreadable(reason()));
        if (got == 0) return bytes;
        bytes.append(part, 0, static_cast<std::size_t>(got));
        if (bytes.size() > limits::file_bytes) return tl::unexpected(too_large());
    }
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

}  // namespace

bool is_file_name(std::string_view id) {
    if (id.empty() || id.size() > 100 || id.front() == '.') return false;
    return id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
           std::string_view::npos;
}

Result<std::string> read_file(const std::filesystem::path& path) {
    return read_or_refuse(path).map_error([&](Refusal refusal) {
        refusal.problem.message = path.string() + ": " + refusal.problem.message;
        return refusal.problem;
    });
}

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned rights,
                                   const std::function<Result<void>()>& last_look) {
    const auto refuse = [&] {
        return tl::unexpected(
            Problem{fill("{file}: the file cannot be written: {why}"_en, {{"file", path.string()}, {"why", reason()}}),
                    "check that the folder exists, that you may write to it and that there is room"_en});
    };
    std::string temporary = path.string() + ".XXXXXX";
    OpenFile file(::mkostemp(temporary.data(), O_CLOEXEC));  // readable by its owner alone
    if (!file) return refuse();
    const auto leave = [&](Result<void> problem) {
        ::unlink(temporary.c_str());
        return problem;
    };
    if (!write_all(file.descriptor(), bytes) || ::fchmod(file.descriptor(), rights) != 0 ||
        ::fsync(file.descriptor()) != 0 || !file.close())
        return leave(refuse());
    if (last_look)
        if (Result<void> allowed = last_look(); !allowed) return leave(std::move(allowed));
    if (std::rename(temporary.c_str(), path.c_str()) != 0) return leave(refuse());
    // The new name itself must reach the disk too; a file system that cannot promise it has still renamed the file.
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const OpenFile parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent) ::fsync(parent.descriptor());
    return {};
}

namespace {

// Reads a file, which may already be known under `kind` in the form that `kept` leaves of it.
Tree read_known_file(const std::filesystem::path& path, Diagnostics& diagnostics, std::string_view kind,
                     const std::function<Tree(Tree)>& kept) {
    tl::expected<std::string, Refusal> bytes = read_or_refuse(path);
    const int source = diagnostics.add_source(path.string(), bytes.value_or(""));
    if (!bytes) {
        const auto& [code, problem] = bytes.error();
        diagnostics.report(code, {source, 0, 0}, problem.message, problem.hint);
        return {};
    }
    const std::string extension = path.extension().string();
    if (extension == ".yaml" || extension == ".yml") {
        if (auto known = recall_tree(*bytes, source, kind)) return std::move(*known);
        const std::size_t before = diagnostics.all().size();
        std::optional<Tree> whole = kind == whole_trees ? std::nullopt : recall_tree(*bytes, source);
        if (!whole) {
            whole = read_yaml(*bytes, source, diagnostics);
            if (diagnostics.all().size() == before) remember_tree(*bytes, *whole);
        }
        if (diagnostics.all().size() > before || kind == whole_trees) return std::move(*whole);
        Tree tree = kept(std::move(*whole));
        remember_tree(*bytes, tree, kind);
        return tree;
    }
    if (extension == ".json") return read_json(*bytes, source, diagnostics);
    diagnostics.report("E005", {source, 0, 0}, "the name of an authored file ends in .yaml, .yml or .json",
                       "rename the file");
    return {};
}

}  // namespace

Tree read_tree_file(const std::filesystem::path& path, Diagnostics& diagnostics) {
    return read_known_file(path, diagnostics, whole_trees, nullptr);
}

Tree read_tree_part(const std::filesystem::path& path, std::string_view kind, const std::vector<std::string>& keys,
                    Diagnostics& diagnostics) {
    return read_known_file(path, diagnostics, kind, [&](Tree tree) {
        const auto other = [&](const TreeEntry& entry) {
            return std::find(keys.begin(), keys.end(), entry.key) == keys.end();
        };
        tree.entries.erase(std::remove_if(tree.entries.begin(), tree.entries.end(), other), tree.entries.end());
        return tree;
    });
}

}  // namespace ntk
