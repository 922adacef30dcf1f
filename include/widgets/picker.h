// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing among named things by typing part of a name: plan elements, organisations, commands.
// Every word typed must be found, without regard to case and accents.
#ifndef GREFFE_WIDGETS_PICKER_H
#define GREFFE_WIDGETS_PICKER_H

#include "base/arena.h"
#include "surface/surface.h"
#include "widgets/editor.h"
#include "widgets/list.h"

#include <stdbool.h>
#include <stddef.h>

struct picker_choice {
    const char *reference; // short, left: `6.1`; may be empty
    const char *label;
    const char *aside; // right, muted; may be NULL
    const char *also;  // searched, not shown; may be NULL
};

struct picker {
    struct arena arena;
    const char *question;
    struct picker_choice *choices;
    bool *marked;
    size_t count;
    size_t *found; // rows of the list → choices
    struct editor filter;
    struct list list;
    bool many; // several may be marked
};

void picker_init(struct picker *picker);
void picker_clear(struct picker *picker);

// Copies the choices. False when memory ends.
bool picker_ask(struct picker *picker, const char *question, const struct picker_choice *choices,
    size_t count, bool many);
void picker_mark(struct picker *picker, size_t choice);

enum picker_result { PICKER_GOES_ON, PICKER_CHOSEN, PICKER_CANCELLED };

// Typing filters; arrows move; with `many`, Tab marks and goes on, Ctrl-A marks all that is
// shown (or clears them when all are); Enter chooses: the marked ones, else the focused one; Escape cancels. Enter with nothing found goes on.
enum picker_result picker_handle(struct picker *picker, const struct event *event, size_t page);

// After PICKER_CHOSEN: true for each choice taken.
bool picker_takes(const struct picker *picker, size_t choice);
size_t picker_focused(const struct picker *picker); // count when nothing is found

void picker_draw(const struct picker *picker, struct surface *surface, struct rectangle area);

#endif
