// SPDX-License-Identifier: GPL-3.0-or-later
// What is half typed anywhere in a window: in the screens that are open, in the question at the
// bottom, and in screens that were left since. All of it is kept on disk together, so that neither
// going elsewhere nor a crash loses a line.
#ifndef GREFFE_SCREENS_HALF_TYPED_H
#define GREFFE_SCREENS_HALF_TYPED_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/desk.h"
#include "screens/screen.h"

struct parked {
    struct draft draft;
    char *place, *text; // owned, the draft's
};

struct half_typed {
    struct parked *parked; // of screens that were left
    size_t count, capacity;
    struct buffer kept; // what is on disk, so that only changes are written
};

void half_typed_clear(struct half_typed *half);

// A screen is about to be left: what its editors hold waits for it. False when memory ends.
bool half_typed_park(struct half_typed *half, const struct screen *screen);

// A screen was opened: it gets back what waited for it. What it cannot take any more goes on
// waiting.
void half_typed_give_back(struct half_typed *half, struct screen *screen, struct desk *desk);

// Writes it all to the disk, where it has changed.
enum status half_typed_keep(struct half_typed *half, struct screen *const *stack, size_t depth,
    const struct desk *desk, struct problem *problem);

// What a dead window left waits here, the text where the person was last; NULL when there is none.
const struct draft *half_typed_take_up(struct half_typed *half, struct desk *desk);

// The subject of the `index`th text of this purpose that waits for a screen of this place; false
// behind the last.
bool half_typed_subject(const struct half_typed *half, const struct destination *place,
    const char *purpose, size_t index, int64_t *subject);

// Forgets the last one that waits.
void half_typed_drop_last(struct half_typed *half);

// What has the keys: the question, else the screen's own editor. False when nothing is typed.
bool half_typed_now(const struct screen *screen, const struct desk *desk, struct pending *pending);

#endif
