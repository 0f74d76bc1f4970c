#include "tests/schema/corpus.h"

namespace ntk {

namespace {

Tree scalar(std::string text, bool quoted, Place place) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = std::move(text);
    tree.quoted = quoted;
    tree.place = place;
    return tree;
}

Tree of(Tree::Kind kind, Place place) {
    Tree tree;
    tree.kind = kind;
    tree.place = place;
    return tree;
}

// One of each sort of value.
std::vector<std::pair<Tree, std::string>> others(Place place) {
    Tree list = of(Tree::Kind::list, place);
    list.items.push_back(scalar("zzz", true, place));
    Tree mapping = of(Tree::Kind::mapping, place);
    mapping.entries.push_back({"zzz", place, scalar("zzz", true, place)});
    return {{of(Tree::Kind::missing, place), "nothing"},
            {scalar("zzz zzz", true, place), "another text"},
            {scalar(" ", true, place), "a blank text"},
            {scalar("999999999", false, place), "a number"},
            {scalar("true", false, place), "true"},
            {list, "a list"},
            {of(Tree::Kind::list, place), "an empty list"},
            {mapping, "a mapping"},
            {of(Tree::Kind::mapping, place), "an empty mapping"}};
}

class Slips {
  public:
    Slips(const Tree& tree, int one_in, const std::function<void(const Tree&, const std::string&)>& take)
        : root_(tree), one_in_(one_in), take_(take) {}

    void run() { inside(root_, ""); }

  private:
    void offer(const std::string& what) {
        if (count_++ % one_in_ == 0) take_(root_, what);
    }

    void inside(Tree& tree, const std::string& path) {
        for (std::size_t i = 0; i < tree.items.size(); ++i) value(tree.items[i], path + "/" + std::to_string(i));
        if (tree.kind != Tree::Kind::mapping) return;
        // What facts a change may name depends on whose they are, which is beyond any schema.
        if (path.ends_with("/changes")) return;
        for (std::size_t i = 0; i < tree.entries.size(); ++i) {
            value(tree.entries[i].value, path + "/" + tree.entries[i].key);
            const TreeEntry taken = tree.entries[i];
            tree.entries.erase(tree.entries.begin() + static_cast<std::ptrdiff_t>(i));
            offer(path + "/" + taken.key + " left out");
            tree.entries.insert(tree.entries.begin() + static_cast<std::ptrdiff_t>(i), taken);
        }
        tree.entries.push_back({"zzz", tree.place, scalar("zzz", true, tree.place)});
        offer(path + " has a field more");
        tree.entries.pop_back();
    }

    void value(Tree& tree, const std::string& path) {
        inside(tree, path);
        const Tree kept = tree;
        for (const auto& [other, name] : others(kept.place)) {
            tree = other;
            offer(path + " is " + name);
        }
        tree = kept;
    }

    Tree root_;
    int one_in_;
    const std::function<void(const Tree&, const std::string&)>& take_;
    long count_ = 0;
};

}  // namespace

void each_slip(const Tree& tree, int one_in, const std::function<void(const Tree&, const std::string&)>& take) {
    Slips(tree, one_in, take).run();
}

}  // namespace ntk
