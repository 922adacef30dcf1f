// SPDX-License-Identifier: GPL-3.0-or-later
// The item under the cursor, read for one command, and the end of a command that changed it.
#ifndef GREFFE_SCREENS_ITEM_READING_H
#define GREFFE_SCREENS_ITEM_READING_H

#include "screens/desk.h"
#include "store/item.h"
#include "store/parked_item.h"

struct item_reading {
    struct arena arena;
    struct agenda agenda;
    struct parked_items parked;
    int64_t meeting, id;
    const struct item *item;           // NULL when it waits
    const struct parked_item *waiting; // NULL when it does not
    const char *title;
};

// On the agenda or waiting. False, and said, where there is none or it does not read: then there is
// nothing to clear.
bool item_read(const struct screen *screen, struct desk *desk, struct item_reading *reading);

// The same, on the agenda alone.
bool item_read_on_agenda(
    const struct screen *screen, struct desk *desk, struct item_reading *reading);

// Ends the command: «point 3 monté : titre», or without its number «point épinglé : titre». Clears
// the reading.
void item_conclude_numbered(struct desk *desk, struct item_reading *reading,
    struct gesture *gesture, enum status status, struct problem *problem, const char *what);
void item_conclude(struct desk *desk, struct item_reading *reading, struct gesture *gesture,
    enum status status, struct problem *problem, const char *what);

#endif
