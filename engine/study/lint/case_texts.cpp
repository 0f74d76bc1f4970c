#include "engine/study/lint/case_texts.h"

#include <string_view>

namespace ntk {

namespace {

class Collector {
  public:
    std::vector<CaseText> collect(const Tree& root) {
        card(root.find("card"));
        if (const Tree* briefing = root.find("briefing")) add(*briefing, Voice::narrator, "briefing", "the briefing");
        entities(root.find("people"), "person", Voice::about);
        entities(root.find("agencies"), "agency", Voice::about);
        entities(root.find("items"), "item", Voice::item);
        entities(root.find("requests"), "request", Voice::speech);
        if (const Tree* glossary = root.find("glossary"))
            for (const TreeEntry& term : glossary->entries)
                add(term.value, Voice::glossary, "glossary", "the glossary entry '" + term.key + "'");
        if (const Tree* nodes = root.find("nodes"))
            for (const TreeEntry& node : nodes->entries) scene(node);
        if (const Tree* endings = root.find("endings"))
            for (const Tree& ending : endings->items)
                fields(ending, {"text", "childs_week"}, Voice::narrator, "an ending");
        if (const Tree* debrief = root.find("debrief"))
            fields(*debrief, {"questions"}, Voice::trainer, "the debrief questions");
        if (const Tree* review = root.find("review"))
            fields(*review, {"facilitator"}, Voice::trainer, "the notes for facilitators");
        return std::move(texts_);
    }

  private:
    // One text, or each of a list.
    void add(const Tree& tree, Voice voice, std::string_view key, const std::string& where) {
        for (const Tree& item : tree.items)
            if (item.kind == Tree::Kind::scalar) add(item, voice, key, where);
        if (tree.kind != Tree::Kind::scalar || tree.text.empty()) return;
        CaseText text;
        text.voice = voice;
        text.key = key;
        text.where = where;
        text.node = node_;
        text.option = option_;
        text.entity = entity_;
        text.when = when_;
        text.written = &tree;
        text.words = words_of(tree.text);
        text.sentences = sentences_of(tree.text, text.words);
        for (const ProseWord& word : text.words) text.shapes.add(word.plain);
        texts_.push_back(std::move(text));
    }

    void fields(const Tree& tree, std::initializer_list<std::string_view> keys, Voice voice, const std::string& where) {
        for (const std::string_view key : keys)
            if (const Tree* value = tree.find(key)) add(*value, voice, key, where);
    }

    void card(const Tree* card) {
        if (card != nullptr)
            fields(*card, {"blurb", "content_note", "own_story", "objectives"}, Voice::card, "the card");
    }

    void entities(const Tree* all, const std::string& kind, Voice voice) {
        if (all == nullptr) return;
        for (const TreeEntry& entry : all->entries) {
            entity_ = entry.key;
            const std::string where = "the " + kind + " '" + entry.key + "'";
            fields(entry.value, {"about", "says"}, voice, where);
            if (kind == "item") fields(entry.value, {"label", "from"}, Voice::about, where);
        }
        entity_.clear();
    }

    void passage(const Tree& tree, const std::string& where) {
        if (tree.kind == Tree::Kind::scalar) add(tree, Voice::narrator, "text", where);
        if (tree.kind != Tree::Kind::mapping) return;
        const Tree* text = tree.find("text");
        if (const Tree* when = tree.find("when")) {
            if (when->kind == Tree::Kind::scalar) when_.push_back(when->text);
            for (const Tree& one : when->items) when_.push_back(one.text);
        }
        if (text != nullptr)
            add(*text, tree.find("speaker") == nullptr ? Voice::narrator : Voice::speech, "text", where);
        when_.clear();
    }

    void scene(const TreeEntry& entry) {
        node_ = entry.key;
        const std::string where = "the scene '" + entry.key + "'";
        if (const Tree* text = entry.value.find("text")) {
            passage(*text, where);
            for (const Tree& tree : text->items) passage(tree, where);
        }
        fields(entry.value, {"childs_day"}, Voice::narrator, where);
        if (const Tree* options = entry.value.find("options"))
            for (const Tree& option : options->items) {
                const Tree* id = option.find("id");
                option_ = id == nullptr ? "?" : id->text;
                const std::string place = "the option '" + option_ + "' of '" + entry.key + "'";
                fields(option, {"say"}, Voice::option, place);
                fields(option, {"tempts", "aloud"}, Voice::feedback, place);
            }
        option_.clear();
        if (const Tree* forms = entry.value.find("compose"))
            for (const Tree& form : forms->items) fields(form, {"title", "send"}, Voice::option, where);
        fields(entry.value, {"contested"}, Voice::feedback, where);
        fields(entry.value, {"prompt"}, Voice::trainer, where);
        node_.clear();
    }

    std::vector<CaseText> texts_;
    std::string node_, option_, entity_;
    std::vector<std::string> when_;
};

}  // namespace

std::vector<CaseText> texts_of(const Tree& scenario) { return Collector().collect(scenario); }

}  // namespace ntk
