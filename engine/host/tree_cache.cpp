#include "engine/host/tree_cache.h"

#include <algorithm>

#include "engine/host/cache_files.h"
#include "engine/text/limits.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

constexpr std::string_view version = "needtoknow tree 1\n";
constexpr std::size_t checksum_size = 8;  // of fnv_checksum

void write_number(std::string& out, std::size_t value) {
    for (int byte = 0; byte < 4; ++byte) out += static_cast<char>((value >> (8 * byte)) & 0xFFU);
}

void write_text(std::string& out, std::string_view text) {
    write_number(out, text.size());
    out += text;
}

void write_place(std::string& out, Place place) {
    write_number(out, static_cast<std::size_t>(place.line));
    write_number(out, static_cast<std::size_t>(place.column));
}

void write_tree(std::string& out, const Tree& tree) {
    out += static_cast<char>(tree.kind);
    out += static_cast<char>(tree.quoted ? 1 : 0);
    write_place(out, tree.place);
    switch (tree.kind) {
        case Tree::Kind::missing: break;
        case Tree::Kind::scalar: write_text(out, tree.text); break;
        case Tree::Kind::list:
            write_number(out, tree.items.size());
            for (const Tree& item : tree.items) write_tree(out, item);
            break;
        case Tree::Kind::mapping:
            write_number(out, tree.entries.size());
            for (const TreeEntry& entry : tree.entries) {
                write_text(out, entry.key);
                write_place(out, entry.key_place);
                write_tree(out, entry.value);
            }
            break;
    }
}

// Takes a tree off the front of some bytes; good() turns false at the first thing that does not fit.
class Unpacker {
  public:
    Unpacker(std::string_view bytes, int source) : bytes_(bytes), source_(source) {}

    bool good() const { return good_; }
    bool at_end() const { return bytes_.empty(); }

    Tree tree(int depth) {
        Tree tree;
        if (depth > limits::tree_depth + 1 || ++nodes_ > limits::tree_nodes || bytes_.size() < 2) return fail(tree);
        const auto kind = static_cast<unsigned char>(bytes_[0]);
        if (kind > static_cast<unsigned char>(Tree::Kind::mapping)) return fail(tree);
        tree.kind = static_cast<Tree::Kind>(kind);
        tree.quoted = bytes_[1] != 0;
        bytes_.remove_prefix(2);
        tree.place = place();
        if (tree.kind == Tree::Kind::scalar) tree.text = text();
        // No more room than the bytes that are left can fill: each part takes ten or more.
        const auto room = [this](std::size_t parts) { return std::min(parts, bytes_.size() / 10); };
        if (tree.kind == Tree::Kind::list) {
            std::size_t left = number();
            tree.items.reserve(room(left));
            for (; left > 0 && good_; --left) tree.items.push_back(this->tree(depth + 1));
        }
        if (tree.kind == Tree::Kind::mapping) {
            std::size_t left = number();
            tree.entries.reserve(room(left));
            for (; left > 0 && good_; --left) {
                TreeEntry entry;
                entry.key = text();
                entry.key_place = place();
                entry.value = this->tree(depth + 1);
                tree.entries.push_back(std::move(entry));
            }
        }
        return tree;
    }

  private:
    Tree fail(const Tree& tree) {
        good_ = false;
        return tree;
    }

    std::size_t number() {
        if (bytes_.size() < 4) {
            good_ = false;
            return 0;
        }
        std::size_t value = 0;
        for (unsigned byte = 0; byte < 4; ++byte)
            value |= static_cast<std::size_t>(static_cast<unsigned char>(bytes_[byte])) << (8U * byte);
        bytes_.remove_prefix(4);
        return value;
    }

    std::string text() {
        const std::size_t size = number();
        if (size > bytes_.size()) {
            good_ = false;
            return {};
        }
        std::string text(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return text;
    }

    Place place() {
        const std::size_t line = number();
        const std::size_t column = number();
        if (line > limits::file_bytes || column > limits::file_bytes) good_ = false;
        return {source_, static_cast<int>(line), static_cast<int>(column)};
    }

    std::string_view bytes_;
    int source_;
    std::size_t nodes_ = 0;
    bool good_ = true;
};

}  // namespace

std::string pack_tree(const Tree& tree) {
    std::string body;
    write_tree(body, tree);
    return std::string(version) + fnv_checksum(body) + body;
}

std::optional<Tree> unpack_tree(std::string_view bytes, int source) {
    if (bytes.size() < version.size() + checksum_size || bytes.substr(0, version.size()) != version)
        return std::nullopt;
    const std::string_view stored = bytes.substr(version.size(), checksum_size);
    const std::string_view body = bytes.substr(version.size() + checksum_size);
    if (fnv_checksum(body) != stored) return std::nullopt;
    Unpacker unpacker(body, source);
    Tree tree = unpacker.tree(0);
    if (!unpacker.good() || !unpacker.at_end()) return std::nullopt;
    return tree;
}

std::optional<Tree> recall_tree(std::string_view text, int source, std::string_view kind) {
    const std::optional<std::string> bytes = recall_bytes(kind, sha256(text));
    return bytes ? unpack_tree(*bytes, source) : std::nullopt;
}

void remember_tree(std::string_view text, const Tree& tree, std::string_view kind) {
    keep_bytes(kind, sha256(text), pack_tree(tree));
}

}  // namespace ntk
