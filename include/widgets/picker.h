// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing among named things by typing part of a name: plan elements, organisations, commands.
// Every word typed must be found, without regard to case and accents.
#ifndef GREFFE_WIDGETS_PICKER_H
#define GREFFE_WIDGETS_PICKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "surface/surface.h"
#include "widgets/editor.h"
#include "widgets/list.h"

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
    const char **searched; // what is searched of each choice, folded
    bool *marked;
    bool begins_marked; // `picker_mark` was called: no mark at all is an answer as well
    size_t count;
    size_t *found; // rows of the list → choices
    struct editor filter;
    struct list list;
    bool many;               // several may be marked
    const char *other_aside; // a text that is none of the choices may be taken; NULL: it may not
};

void picker_init(struct picker *picker);
void picker_clear(struct picker *picker);

// Copies the choices; the filter is empty, nothing is marked. False when memory ends; the picker is
// then empty.
bool picker_ask(struct picker *picker, const char *question, const struct picker_choice *choices,
    size_t count, bool many);

// Marks one beforehand. If any is, Enter means the marks alone, even when all were taken away.
void picker_mark(struct picker *picker, size_t choice);

// As if `text` had been typed.
void picker_begin_with(struct picker *picker, const char *text);

// Lets what is typed be taken as it is, where it is the label of no choice: as a last row, `aside`
// behind it («nom nouveau»). For a picker of one.
void picker_allow_other(struct picker *picker, const char *aside);

enum picker_result { PICKER_GOES_ON, PICKER_CHOSEN, PICKER_CANCELLED };

// Typing filters, the choice with just that reference first; arrows, page keys, Home, End and the
// wheel move; with `many`, Tab marks and goes on, Ctrl-A marks all that is found (or clears them
// when all are); Enter chooses: the marked ones, found or not, else the focused one; Escape
// cancels. Enter with nothing found and nothing marked goes on.
enum picker_result picker_handle(struct picker *picker, const struct event *event, size_t page);

// After PICKER_CHOSEN: true for each choice taken.
bool picker_takes(const struct picker *picker, size_t choice);
size_t picker_focused(const struct picker *picker); // count when nothing is found

// After PICKER_CHOSEN: what was typed, where that was taken instead of a choice; else NULL.
// Borrowed.
const char *picker_other(const struct picker *picker);

// The hardware cursor goes to the focused choice, or to the filter when nothing is found.
void picker_draw(const struct picker *picker, struct surface *surface, struct rectangle area);

#endif
