#pragma once

#include <atk/atk.h>

#include <memory>
#include <vector>

#include "game/desktop/screen_reader/link.h"

namespace ntk::desktop::atspi {

struct Item;

// What stands for one described thing on the bus. A screen reader may hold it longer than the thing is there: then it
// has no item, and answers nothing to every question.
struct Thing {
    AtkObject base;
    Item* item;
};

// One described thing.
struct Item {
    SemNode what;  // without its children; in valid UTF-8
    Item* parent = nullptr;
    Thing* object = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    Item() = default;
    ~Item();
    Item(const Item&) = delete;
    Item& operator=(const Item&) = delete;

    AtkObject* atk() const { return &object->base; }
    bool holds_words() const;
};

// What every thing needs of the whole.
struct Whole {
    ReaderLink* link = nullptr;
    Thing* application = nullptr;
    std::unique_ptr<Item> window;
    float x = 0, y = 0;
    bool settled = false;  // the bus knows us; what was told before would be lost
    bool wants_active = false, active = false;
};
Whole& whole();

// The object for an item whose `what` and `parent` are set.
Thing* make_thing(Item& item);

// The object for the program itself, above its window.
Thing* make_application();

// The item behind an object that came in through an interface; null when the thing has gone.
Item* item_of(gpointer object);

// The words of an item that a screen reader can go through letter by letter.
const std::string& words_of(const Item& item);

// The number at the front of a bar's words; -1 when there is none ("not tested"), and then it is no 0 either.
double number_of(const SemNode& what);

// What it is called on the bus. A bar's words are part of that: a screen reader that only knows numbers says them too.
std::string called(const SemNode& what);

// Fill in the interfaces.
void text_interface(gpointer face, gpointer);
void writing_interface(gpointer face, gpointer);
void action_interface(gpointer face, gpointer);
void component_interface(gpointer face, gpointer);
void value_interface(gpointer face, gpointer);

}  // namespace ntk::desktop::atspi
