#include "engine/study/twee_text.h"

#include <algorithm>
#include <utility>

namespace ntk {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

std::string shortened(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // between two characters
    return std::string(text.substr(0, end)) + " ...";
}

class LineReader {
  public:
    LineReader(std::string_view line, bool harlowe) : line_(line), harlowe_(harlowe) {}

    LineRead read() {
        while (at_ < line_.size())
            if (!(link() || enclosed("[img[", "]]", "the picture ") || enclosed("<<", ">>", "the macro ") ||
                  enclosed("<%", "%>", "the script ") || enclosed("<!--", "-->", "the comment ") || tag() ||
                  harlowe_macro() || variable() || emphasis()))
                words_ += line_[at_++];
        read_.words = !read_.links.empty() && only_marks() ? std::string() : single_spaced(words_);
        return std::move(read_);
    }

  private:
    std::string_view rest() const { return line_.substr(at_); }

    void leave_out(std::string_view kind, std::size_t size) {
        read_.left_out.emplace_back(at_, std::string(kind) + shortened(rest().substr(0, size)));
    }

    bool link() {
        if (!rest().starts_with("[[")) return false;
        const std::size_t end = line_.find("]]", at_ + 2);
        if (end == std::string_view::npos) {
            read_.broken.push_back(at_);
            at_ = line_.size();
            return true;
        }
        std::string_view inside = line_.substr(at_ + 2, end - at_ - 2);
        if (const std::size_t setter = inside.find("]["); setter != std::string_view::npos) {
            leave_out("what a link sets: ", end + 2 - at_);
            inside = inside.substr(0, setter);
        }
        take_link(inside);
        at_ = end + 2;
        return true;
    }

    // The words may hold an arrow themselves: the last -> counts, and the first <-.
    void take_link(std::string_view inside) {
        LinkWritten link;
        link.offset = at_;
        if (const std::size_t arrow = inside.rfind("->"); arrow != std::string_view::npos) {
            link.words = single_spaced(inside.substr(0, arrow));
            link.target = single_spaced(inside.substr(arrow + 2));
        } else if (const std::size_t back = inside.find("<-"); back != std::string_view::npos) {
            link.target = single_spaced(inside.substr(0, back));
            link.words = single_spaced(inside.substr(back + 2));
        } else {
            const std::size_t bar = inside.find('|');
            link.words = single_spaced(inside.substr(0, bar));
            link.target = bar == std::string_view::npos ? link.words : single_spaced(inside.substr(bar + 1));
        }
        if (link.words.empty() || link.target.empty()) {
            read_.broken.push_back(at_);
            return;
        }
        if (inside_a_sentence()) words_ += link.words;
        read_.links.push_back(std::move(link));
    }

    // Whether nothing but marks of a list has been said in this line.
    bool only_marks() const { return words_.find_first_not_of("*-| \t") == std::string::npos; }

    // Whether the words of a link belong to the text, as in "he says that he is [[fine]]".
    bool inside_a_sentence() const {
        if (only_marks()) return false;
        const char last = words_[words_.find_last_not_of(" \t")];
        return std::string_view(".!?:\"'").find(last) == std::string_view::npos;
    }

    bool enclosed(std::string_view opening, std::string_view closing, std::string_view kind) {
        if (!rest().starts_with(opening)) return false;
        const std::size_t end = line_.find(closing, at_ + opening.size());
        if (end == std::string_view::npos) return false;
        leave_out(kind, end + closing.size() - at_);
        at_ = end + closing.size();
        return true;
    }

    bool tag() {
        if (at_ + 1 >= line_.size() || line_[at_] != '<' || !(is_letter(line_[at_ + 1]) || line_[at_ + 1] == '/'))
            return false;
        return enclosed("<", ">", "the tag ");
    }

    bool harlowe_macro() {
        if (!harlowe_ || line_[at_] != '(') return false;
        std::size_t name = at_ + 1;
        while (name < line_.size() && (is_name(line_[name]) || line_[name] == '-')) ++name;
        if (name == at_ + 1 || name >= line_.size() || line_[name] != ':') return false;
        int depth = 0;
        for (std::size_t end = at_; end < line_.size(); ++end) {
            if (line_[end] == '(') ++depth;
            if (line_[end] != ')' || --depth > 0) continue;
            leave_out("the macro ", end + 1 - at_);
            at_ = end + 1;
            return true;
        }
        return false;
    }

    // A variable stays in the words, where the author finds it.
    bool variable() {
        if (line_[at_] != '$' || at_ + 1 >= line_.size() || !is_letter(line_[at_ + 1])) return false;
        std::size_t end = at_ + 1;
        while (end < line_.size() && is_name(line_[end])) ++end;
        leave_out("the value of ", end - at_);
        words_ += line_.substr(at_, end - at_);
        at_ = end;
        return true;
    }

    // Bold, italic and underlined words stay, without their marks: ''never'', //never//, __never__.
    bool emphasis() {
        const std::string_view mark = rest().substr(0, 2);
        if (mark != "''" && mark != "//" && mark != "__") return false;
        if (const auto open = std::find(emphases_.begin(), emphases_.end(), mark); open != emphases_.end()) {
            emphases_.erase(open);
        } else {
            const std::size_t end = line_.find(mark, at_ + 2);
            const bool address = at_ > 0 && line_[at_ - 1] == ':';  // https://
            if (end == std::string_view::npos || address) return false;
            leave_out("the emphasis of ", end + 2 - at_);
            emphases_.push_back(mark);
        }
        at_ += 2;
        return true;
    }

    std::string_view line_;
    bool harlowe_;
    std::vector<std::string_view> emphases_;  // those that are open
    std::size_t at_ = 0;
    std::string words_;
    LineRead read_;
};

}  // namespace

LineRead read_twee_line(std::string_view line, bool harlowe) { return LineReader(line, harlowe).read(); }

std::string single_spaced(std::string_view text) {
    std::string words;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t') {
            gap = !words.empty();
            continue;
        }
        if (gap) words += ' ';
        gap = false;
        words += c;
    }
    return words;
}

}  // namespace ntk
