#include "engine/study/twee.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/study/twee_text.h"
#include "engine/study/twee_ways.h"
#include "engine/text/fields.h"
#include "engine/text/json_reader.h"
#include "engine/text/limits.h"
#include "engine/text/text_index.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A passage as it stands in the file.
struct PassageWritten {
    std::string name;
    std::vector<std::string> tags;
    bool has_map_data = false;
    Place place;
    int first_line = 0, last_line = 0;  // of what is below the heading; none when last < first
};

bool has_tag(const PassageWritten& passage, std::string_view tag) {
    return std::find(passage.tags.begin(), passage.tags.end(), tag) != passage.tags.end();
}

class TweeReader {
  public:
    TweeReader(std::string_view text, int source, Diagnostics& diagnostics)
        : text_(text), source_(source), diagnostics_(diagnostics), index_(text) {}

    TweeStory read() {
        if (!check_bytes()) return {};
        find_passages();
        if (written_.empty()) {
            diagnostics_.report("E660", {source_, 0, 0}, "there is no passage in this file",
                                "a story in Twee has passages that begin with a line such as ':: The kitchen'; "
                                "in Twine, choose Build, then Export As Twee");
            return {};
        }
        sort_out();
        if (story_.passages.size() > static_cast<std::size_t>(limits::nodes)) {
            report("E668", story_.passages[limits::nodes].place,
                   "there are " + std::to_string(story_.passages.size()) + " passages",
                   "the most is " + std::to_string(limits::nodes));
            return {};
        }
        read_bodies();
        find_start();
        if (!diagnostics_.has_errors()) check_story_ways(story_, diagnostics_);
        std::stable_sort(story_.left_out.begin(), story_.left_out.end(), [](const auto& a, const auto& b) {
            return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
        return std::move(story_);
    }

  private:
    // Nobody reads more findings than this, and each hint costs time.
    bool enough_said() const { return diagnostics_.all().size() >= 200; }

    void report(std::string_view code, Place place, std::string message, std::string hint) {
        if (!enough_said()) diagnostics_.report(code, place, std::move(message), std::move(hint));
    }

    std::string_view line(int number) const {
        std::string_view found = index_.line(number);
        if (number == 1 && found.starts_with(byte_order_mark)) found.remove_prefix(byte_order_mark.size());
        return found;
    }

    Place place(int line_number, std::size_t offset = 0) const {
        return {source_, line_number, static_cast<int>(count_characters(line(line_number).substr(0, offset))) + 1};
    }

    bool check_bytes() {
        if (text_.size() > limits::story_bytes) {
            report("E668", {source_, 0, 0}, "the story has " + std::to_string(text_.size()) + " bytes",
                   "the most is " + std::to_string(limits::story_bytes) + "; a case has room for a short story");
            return false;
        }
        if (const auto bad = first_invalid_utf8(text_)) {
            report("E010", index_.place(*bad, source_), "the text is not UTF-8 from here on",
                   "save the file with the encoding UTF-8");
            return false;
        }
        bool clean = true;
        for (int number = 1; number <= index_.lines(); ++number) {
            const std::string_view written = line(number);
            if (written.size() > limits::story_line_bytes) {
                report("E668", place(number), "this line has " + std::to_string(written.size()) + " bytes",
                       "the most is " + std::to_string(limits::story_line_bytes) + "; break it into paragraphs");
                clean = false;
                continue;
            }
            const auto unwanted = first_unwanted(written);
            if (!unwanted) continue;
            const char32_t code = read_utf8(written, *unwanted).code;
            const bool control = is_control(code);
            report(control ? "E011" : "E012", place(number, *unwanted),
                   "this text holds the " + std::string(control ? "control" : "hidden") + " character " +
                       code_point_name(code),
                   "take it away; only new lines and tabs are allowed besides visible characters");
            clean = false;
        }
        return clean;
    }

    void find_passages() {
        for (int number = 1; number <= index_.lines(); ++number) {
            const std::string_view written = line(number);
            if (written.starts_with("::")) {
                written_.push_back(read_heading(written, number));
            } else if (written_.empty()) {
                if (!single_spaced(written).empty() && !said_before_)
                    story_.left_out.push_back({place(number), "the text before the first passage"});
                said_before_ = said_before_ || !single_spaced(written).empty();
            } else {
                written_.back().last_line = number;
            }
        }
    }

    // ":: Name [tag tag] {"position":"1,2"}"; a bracket in a name is written \[.
    PassageWritten read_heading(std::string_view written, int number) {
        PassageWritten passage;
        passage.place = place(number);
        passage.first_line = number + 1;
        passage.last_line = number;
        std::size_t at = 2;
        for (; at < written.size() && written[at] != '[' && written[at] != '{'; ++at) {
            if (written[at] == '\\' && at + 1 < written.size()) ++at;
            passage.name += written[at];
        }
        passage.name = single_spaced(passage.name);
        if (passage.name.empty())
            report("E661", passage.place, "this passage has no name", "write it after the colons: ':: The kitchen'");
        std::string_view rest = written.substr(at);
        if (rest.starts_with("[")) {
            const std::size_t end = rest.find(']');
            if (end == std::string_view::npos) {
                report("E661", place(number, at), "the tags of '" + passage.name + "' are not closed",
                       "end them with ], or write \\[ when it belongs to the name");
                return passage;
            }
            std::string tag;
            for (const char c : std::string(rest.substr(1, end - 1)) + " ") {
                if (c != ' ' && c != '\t') {
                    tag += c;
                } else if (!tag.empty()) {
                    passage.tags.push_back(std::exchange(tag, {}));
                }
            }
            rest = rest.substr(end + 1);
        }
        const std::string data = single_spaced(rest);
        passage.has_map_data = data.starts_with("{") && data.ends_with("}");
        if (!data.empty() && !passage.has_map_data)
            report("E661", place(number, written.size() - rest.size()),
                   "after the name and the tags of '" + passage.name + "' stands '" + data + "'",
                   "write ':: Name [tags] {\"position\":\"1,2\"}', or \\[ and \\{ when they belong to the name");
        return passage;
    }

    // Which passages are part of the story, and which belong to Twine.
    void sort_out() {
        bool map_data = false;
        std::map<std::string, Place> heads;
        for (const PassageWritten& passage : written_) {
            map_data = map_data || passage.has_map_data;
            if (const auto [known, fresh] = heads.emplace(passage.name, passage.place);
                !fresh && !passage.name.empty()) {
                report("E662", passage.place, "there are two passages '" + passage.name + "'",
                       "the first is in line " + std::to_string(known->second.line) + "; give each its own name");
                continue;
            }
            if (passage.name == "StoryTitle")
                story_.title = single_spaced(first_line_of(passage));
            else if (passage.name == "StoryData")
                read_story_data(passage);
            else if (has_tag(passage, "script") || has_tag(passage, "stylesheet"))
                story_.left_out.push_back(
                    {passage.place, "the " + std::string(has_tag(passage, "script") ? "script" : "style sheet") + " '" +
                                        passage.name + "'"});
            else
                add_passage(passage);
        }
        if (map_data) story_.left_out.push_back({{source_, 0, 0}, "where passages stand on Twine's map"});
    }

    std::string first_line_of(const PassageWritten& passage) const {
        for (int number = passage.first_line; number <= passage.last_line; ++number)
            if (!single_spaced(line(number)).empty()) return std::string(line(number));
        return {};
    }

    void add_passage(const PassageWritten& passage) {
        if (!passage.tags.empty()) {
            std::string tags;
            for (const std::string& tag : passage.tags) tags += (tags.empty() ? "" : ", ") + tag;
            story_.left_out.push_back({passage.place, "the tags of '" + passage.name + "': " + tags});
        }
        indices_.emplace(passage.name, static_cast<int>(story_.passages.size()));
        bodies_.push_back(passage);
        story_.passages.push_back({passage.name, {}, {}, passage.place, false});
    }

    void read_story_data(const PassageWritten& passage) {
        std::string data;
        for (int number = passage.first_line; number <= passage.last_line; ++number)
            data += std::string(line(number)) + "\n";
        Diagnostics found;
        const Tree tree = read_json(data, found.add_source("StoryData", data), found);
        if (found.has_errors() || tree.kind != Tree::Kind::mapping) {
            const Diagnostic* first = found.all().empty() ? nullptr : &found.all().front();
            const int below = first == nullptr ? 0 : first->place.line;
            report("E665", below > 0 ? Place{source_, passage.place.line + below, first->place.column} : passage.place,
                   "StoryData is not a JSON object" + (first == nullptr ? std::string() : ": " + first->message),
                   "export the story from Twine again, or mend it as JSON");
            start_unknown_ = true;
            return;
        }
        if (const Tree* format = tree.find("format")) story_.format = format->text;
        if (const Tree* start = tree.find("start")) {
            start_name_ = start->text;
            start_place_ = passage.place;
        }
        for (const TreeEntry& entry : tree.entries)
            if (entry.key != "format" && entry.key != "start")
                story_.left_out.push_back({passage.place, "'" + entry.key + "' of StoryData"});
    }

    void read_bodies() {
        const bool harlowe = story_.format == "Harlowe";
        for (std::size_t i = 0; i < bodies_.size(); ++i) {
            std::string paragraph;
            TweePassage& passage = story_.passages[i];
            const auto end_paragraph = [&] {
                if (!paragraph.empty()) passage.paragraphs.push_back(std::exchange(paragraph, {}));
            };
            for (int number = bodies_[i].first_line; number <= bodies_[i].last_line; ++number) {
                std::string_view written = line(number);
                if (written.starts_with("\\::")) written.remove_prefix(1);
                const std::string words = read_body_line(written, number, harlowe, passage);
                if (words.empty()) {
                    end_paragraph();
                } else {
                    paragraph += (paragraph.empty() ? "" : " ") + words;
                }
            }
            end_paragraph();
            if (passage.links.size() > static_cast<std::size_t>(limits::options))
                report("E668", passage.place,
                       "the passage '" + passage.name + "' has " + std::to_string(passage.links.size()) + " links",
                       "a scene offers at most " + std::to_string(limits::options) + " options");
        }
    }

    std::string read_body_line(std::string_view written, int number, bool harlowe, TweePassage& passage) {
        LineRead read = read_twee_line(written, harlowe);
        for (const auto& [offset, what] : read.left_out) story_.left_out.push_back({place(number, offset), what});
        for (const std::size_t offset : read.broken)
            report("E666", place(number, offset), "this link is not closed, or its words or its target are missing",
                   "write [[target]] or [[words->target]], in one line");
        for (LinkWritten& link : read.links) {
            const Place where = place(number, link.offset);
            const auto found = indices_.find(link.target);
            if (found == indices_.end())
                report("E663", where, "there is no passage '" + link.target + "'",
                       hint(link.target, "add the passage, or mend the link"));
            else
                passage.links.push_back({std::move(link.words), found->second, where});
        }
        return std::move(read.words);
    }

    // The name that is most like the one written, or the other hint.
    std::string hint(const std::string& written, std::string otherwise) const {
        if (enough_said()) return otherwise;
        std::vector<std::string> names;
        for (const TweePassage& passage : story_.passages) names.push_back(passage.name);
        const std::string like = did_you_mean(written, names);
        return like.empty() ? otherwise : like;
    }

    void find_start() {
        if (start_unknown_) return;  // what is wrong with StoryData has been said
        const auto found = indices_.find(start_name_.empty() ? "Start" : start_name_);
        if (found != indices_.end())
            story_.start = found->second;
        else if (start_name_.empty())
            report("E664", {source_, 0, 0}, "nothing says where the story begins",
                   "name a passage 'Start', or give \"start\" in the passage StoryData");
        else
            report("E664", start_place_, "the story begins at '" + start_name_ + "', which is not there",
                   hint(start_name_, "name a passage of the story under \"start\""));
    }

    std::string_view text_;
    int source_;
    Diagnostics& diagnostics_;
    TextIndex index_;
    TweeStory story_;
    std::vector<PassageWritten> written_, bodies_;  // all, and those of the story
    std::map<std::string, int> indices_;
    std::string start_name_;
    Place start_place_;
    bool said_before_ = false;
    bool start_unknown_ = false;
};

}  // namespace

TweeStory read_twee(std::string_view text, int source, Diagnostics& diagnostics) {
    return TweeReader(text, source, diagnostics).read();
}

}  // namespace ntk
