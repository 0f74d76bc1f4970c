#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

void meta_line(const Page& page, Node& into) {
    Node line = row(18);
    if (!page.when.empty()) {
        Node when = muted("when", page.when);
        when.icon = Icon::calendar;
        add(line, std::move(when));
    }
    if (page.kind == PageKind::scene && page.steps > 0) {
        std::string words = fill("Decision {number} of up to {most}"_en,
                                 {{"number", std::to_string(page.step + 1)}, {"most", std::to_string(page.steps)}});
        add(line, muted("step", std::move(words)));
    }
    if (!line.children.empty()) add(into, std::move(line));
}

void story(const std::vector<Block>& blocks, const std::string& prefix, Node& into) {
    int n = 0;
    for (const Block& block : blocks) {
        const std::string id = prefix + std::to_string(++n);
        switch (block.kind) {
            case Block::Kind::heading: add(into, heading(id, 2, block.text)); break;
            case Block::Kind::text: add(into, paragraph(id, block.text)); break;
            case Block::Kind::speech: {
                Node said = column(0);
                said.box = Box::quote;
                said.tone = Tone::accent;
                said.pad_x = 20;
                said.pad_y = 4;
                if (!block.speaker.empty()) {
                    Node who = strong(id + "/who", block.speaker);
                    who.ink = Ink::muted;
                    add(said, std::move(who));
                }
                Node words = paragraph(id, block.text);
                words.type = Type::italic;
                add(said, std::move(words));
                add(into, std::move(said));
                break;
            }
            case Block::Kind::note: {
                Node aside = note(id, Icon::info, block.text, Tone::accent);
                aside.box = Box::chip;
                aside.pad_x = 16;
                aside.pad_y = 12;
                add(into, std::move(aside));
                break;
            }
        }
    }
}

}  // namespace ntk::desktop
