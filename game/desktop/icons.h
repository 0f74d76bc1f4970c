#pragma once

namespace ntk::desktop {

// A picture-letter of the icon font (Fork Awesome); always shown beside a word.
enum class Icon : unsigned {
    none = 0,
    people = 0xf0c0,
    person = 0xf007,
    document = 0xf0f6,
    clock = 0xf017,
    sent = 0xf1d9,
    pencil = 0xf044,
    tick = 0xf00c,
    kept = 0xf058,
    cross = 0xf00d,
    missed = 0xf06a,
    waiting = 0xf252,
    question = 0xf059,
    info = 0xf05a,
    down = 0xf078,
    right = 0xf054,
    arrow_left = 0xf060,
    arrow_right = 0xf061,
    book = 0xf02d,
    settings = 0xf013,
    leave = 0xf08b,
    back = 0xf0e2,
    folder = 0xf115,
    home = 0xf015,
    lock = 0xf023,
    shield = 0xf132,
    talk = 0xf0e6,
    speech = 0xf0e5,
    help = 0xf1cd,
    care = 0xf08a,
    map = 0xf278,
    balance = 0xf24e,
    child = 0xf1ae,
    list = 0xf0ca,
    play = 0xf04b,
    save = 0xf0c7,
    again = 0xf021,
    mend = 0xf0ad,
    calendar = 0xf073,
    agency = 0xf0f7,
    idea = 0xf0eb,
    part = 0xf042,
    flag = 0xf11d,
    filter = 0xf0b0,
    pause = 0xf04c,
};

// All of them, for baking into the atlas.
inline constexpr Icon all_icons[] = {
    Icon::people, Icon::person,     Icon::document,    Icon::clock,   Icon::sent,     Icon::pencil, Icon::tick,
    Icon::kept,   Icon::cross,      Icon::missed,      Icon::waiting, Icon::question, Icon::info,   Icon::down,
    Icon::right,  Icon::arrow_left, Icon::arrow_right, Icon::book,    Icon::settings, Icon::leave,  Icon::back,
    Icon::folder, Icon::home,       Icon::lock,        Icon::shield,  Icon::talk,     Icon::speech, Icon::help,
    Icon::care,   Icon::map,        Icon::balance,     Icon::child,   Icon::list,     Icon::play,   Icon::save,
    Icon::again,  Icon::mend,       Icon::calendar,    Icon::agency,  Icon::idea,     Icon::part,   Icon::flag,
    Icon::filter, Icon::pause,
};

}  // namespace ntk::desktop
